/** What an officer of another team is asked for by a file, in the words of the screens on both sides. */
const ASKED_BY_FILE = {
  decision: {
    first: 'The decision is put on record first, as it stands. It lacks authority until their answer is here and taken.',
    goes: 'With your name, role, agency and team, and the day. No address, and nothing of the person but what your own words say.',
    changed: 'The decision was changed since.', changedMeans: 'An authority for the words as they were will not count: take the change back, or ask again.',
    title: 'asks for authority for a departure', heading: 'The decision', screen: 'conduct', about: 'The conduct decision of',
    read: 'A second officer answers for it beside the one who decided. These are all the words that your key signs. Of the address they tell no more than that team wrote: ring the team for what you need to know before you answer.',
    question: 'Do you answer for this departure as the second officer?', say: 'Say whether you authorise it.', sayWhy: 'Say why you do not authorise it.',
    answers: { authorised: 'I authorise this departure', notAuthorised: 'I do not authorise it' },
    answerTitle: 'about authority', answered: { authorised: 'Authorises the departure', notAuthorised: 'Does not authorise the departure' },
    changedTitle: 'The decision was changed after it was asked about', cannotTake: 'This authority is for other words than those on record now, and cannot be taken. Set it aside and ask again from the conduct decision, or take the change back there and open this answer again.',
    refusedEarlier: 'The refusal goes on record all the same, as one of an earlier wording.', stillLacks: 'On record, the departure still lacks authority: decide anew, or ask somebody else. The refusal stays in the record and in its print.',
    sameName: 'A departure has two officers. If it is the same person, set the answer aside, and record in the conduct decision that it was authorised alone, with the reason.', put: { authorised: 'Put the authority on record', notAuthorised: 'Put the refusal on record' },
  },
  signOff: {
    first: 'The record goes as the assessor signed it. It is not signed off until their answer is here and taken.',
    goes: 'The whole reading above, as the assessor signed it, with your name, role, agency and team, and the day. Nearby households and what only the police answer are not in it.',
    changed: 'The record was changed, or signed anew, since.', changedMeans: 'A signature for the reading as it was will not count: ask again.',
    title: 'asks for the manager’s signature under a record', heading: 'The record', screen: 'sign-off', about: 'The sign-off of',
    read: 'The lead agency’s manager answers for it beside the assessor. This is all that your key signs: the record as the assessor read and signed it. It is not put into your vault.',
    question: 'Do you sign this record as the manager of the lead agency?', say: 'Say whether you sign it.', sayWhy: 'Say why you do not sign it.',
    answers: { authorised: 'I sign it', notAuthorised: 'I do not sign it' },
    answerTitle: 'about the signature', answered: { authorised: 'Signs the record', notAuthorised: 'Does not sign the record' },
    changedTitle: 'The record was changed after it was asked about', cannotTake: 'This signature is for another reading than the one that stands now, and cannot be taken. Set it aside and ask again from the sign-off.',
    refusedEarlier: 'The refusal goes on record all the same, as one of an earlier reading.', stillLacks: 'On record, the manager’s signature is still missing: change the record, or ask somebody else. The refusal stays in the record and in its print.',
    sameName: 'A record has two officers. If it is the same person, set the answer aside, and ask the manager.', put: { authorised: 'Put the signature on record', notAuthorised: 'Put the refusal on record' },
  },
} as const;

export const askedWords = (signsOff: boolean) => ASKED_BY_FILE[signsOff ? 'signOff' : 'decision'];
