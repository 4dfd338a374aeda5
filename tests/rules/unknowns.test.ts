import { decide } from '@/rules';
import { describe, expect, it } from 'vitest';
import { askingLocally, factsWith, type SomeFacts } from '../cases/conduct';

/** Answered: what is asked is then what each row is about. */
const HOME = { trigger: 'other', addressKind: 'livedIn', lastEra: '2025-11-03' } as const satisfies SomeFacts;
const UNREGISTERED = { registered: 'no', category: 'category3', trigger: 'newAddress' } as const satisfies SomeFacts;
const OPEN_ORDERS = { licence: null, cpoWithSupervision: null } as const;
const NOT_MINUTED = { thirdPartyContact: 'no' } as const;

const UNDER_18 = 'Is the person under 18? Then the adult route stops.';
const CATEGORY = 'Which MAPPA category? Ask the MAPPA co-ordinator or the lead agency.';
const EVENT = 'What has happened that leads to this assessment?';
const KIND = 'Is the address proposed, already lived in, temporary, one of several, or is there none yet?';
const NEW_AND_NONE = "The event is a new address, but the address is answered 'None yet': which is right?";
const LAST_ERA = 'When was the last ERA of this address done, if ever? If never, the initial ERA is outstanding and must be carried out.';
const REVIEWED = 'A review of an ERA that was never done cannot be: which of the two answers is right?';
const LAST_REVIEW = 'When was that ERA last reviewed, if ever? After a year the yearly review is due.';
const FIRST = 'Is this release also the first registration? Then choose first registration as the event.';
const denied = (change: string) => `The event is a change, but '${change}' is answered 'No': which is right?`;
const SUPERVISION = 'Is there statutory supervision by justice social work? Who leads hangs on it.';
const SUPERVISED_BY = 'Supervision and the licence or order contradict each other: ask justice social work which is right. Who leads hangs on it.';
const BEHAVIOUR = 'Is there a behaviour that counts as a contact offence: contact through a third party, or inciting a child or an adult at risk?';
const NOT_DEFINED = "None of the minuted behaviours is answered 'yes', but the definition of a contact offence has not been seen: whether there is one cannot be said.";
const GROUPS = 'Section 3.0 names groups for which a yearly review is presumed; its text has not been seen. Ask your MAPPA co-ordinator; your office can enter the groups as a local protocol.';
const REGISTERED = {
  category: "Category 1 means subject to SONR, but registration is answered 'No': check with the police which is right.",
  event: "First registration and annual review happen to registered people only, but registration is answered 'No': check with the police which is right.",
  unanswered: 'Is the person subject to sex offender notification requirements (SONR)? Ask the police.',
  notKnown: "Registration is answered 'Not known': ask the police.",
} as const;

const asked = (facts: SomeFacts) => decide(factsWith(facts)).unknowns.map(({ fact, reason, ask }) => `${fact} (${reason}): ${ask}`);

describe('what nobody can say yet', () => {
  it.each<readonly [string, SomeFacts, readonly string[]]>([
    ['nothing, where everything is answered', HOME, []],
    ['age, not answered', { under18: null }, [`under18 (unanswered): ${UNDER_18}`]],
    ['age, not known', { under18: 'unknown' }, [`under18 (notKnown): ${UNDER_18}`]],
    ['registration, not answered', { ...HOME, registered: null }, [`registered (unanswered): ${REGISTERED.unanswered}`]],
    ['registration, not known', { ...HOME, registered: 'unknown' }, [`registered (notKnown): ${REGISTERED.notKnown}`]],
    ['registration against category 1', { ...HOME, registered: 'no' }, [`registered (contradictory): ${REGISTERED.category}`]],
    ['registration against a first registration', { registered: 'no', category: 'category3' }, [`registered (contradictory): ${REGISTERED.event}`]],
    ['registration against an annual review', { ...HOME, registered: 'no', category: 'category2', trigger: 'annualReview' }, [`registered (contradictory): ${REGISTERED.event}`]],
    ['category', { category: null }, [`category (unanswered): ${CATEGORY}`]],
    ['category, and no supervision while it is open', { category: null, supervision: null, orders: OPEN_ORDERS }, [`category (unanswered): ${CATEGORY}`]],
    ['the event', { trigger: null }, [`trigger (unanswered): ${EVENT}`]],
    ['the event of an unregistered person', { ...UNREGISTERED, trigger: null }, [`trigger (unanswered): ${EVENT}`]],
    ['the kind of address', { addressKind: null }, [`addressKind (unanswered): ${KIND}`]],
    ['the kind of address, and not what was done at it', { ...HOME, addressKind: null, lastEra: null, lastReview: null }, [`addressKind (unanswered): ${KIND}`]],
    ['a new address and none', { trigger: 'newAddress', addressKind: 'none' }, [`addressKind (contradictory): ${NEW_AND_NONE}`]],
    ['nothing of another event without an address', { ...HOME, addressKind: 'none' }, []],
    ['the last ERA, not answered', { ...HOME, lastEra: null, lastReview: null }, [`lastEra (unanswered): ${LAST_ERA}`]],
    ['the last ERA, not known', { ...HOME, lastEra: 'unknown' }, [`lastEra (notKnown): ${LAST_ERA}`]],
    ['the last ERA at the annual review', { ...HOME, trigger: 'annualReview', lastEra: null }, [`lastEra (unanswered): ${LAST_ERA}`, `section3Groups (standardOpen): ${GROUPS}`]],
    ['the last ERA, where one was never done and was reviewed', { ...HOME, lastEra: 'never', lastReview: '2026-01-05' }, [`lastEra (contradictory): ${REVIEWED}`]],
    ['nothing of that at a proposed address', { trigger: 'other', lastEra: 'never', lastReview: '2026-01-05' }, []],
    ['a changed person that is denied', { ...HOME, trigger: 'personChanged' }, [`changes.person (contradictory): ${denied('Circumstances of the person')}`]],
    ['a changed household that is denied', { ...HOME, trigger: 'householdChanged' }, [`changes.household (contradictory): ${denied('The household')}`]],
    ['a changed environment that is denied', { ...HOME, trigger: 'environmentChanged' }, [`changes.environment (contradictory): ${denied('The environment of the address')}`]],
    ['a change that is denied, whatever the address', { trigger: 'personChanged' }, [`changes.person (contradictory): ${denied('Circumstances of the person')}`]],
    ['nothing of a change that nobody has answered about', { ...HOME, trigger: 'personChanged', changes: { person: null, household: null, environment: 'unknown' } }, []],
    ['registration before a change that is denied', { ...HOME, trigger: 'personChanged', registered: 'no' }, [`registered (contradictory): ${REGISTERED.category}`]],
    ['nothing done before, of an unregistered person', { ...HOME, ...UNREGISTERED, trigger: 'other', lastEra: null, lastReview: null }, []],
    ['nothing done before, of a proposed address', { trigger: 'other', lastEra: null, lastReview: null }, []],
    ['the last review, not answered', { ...HOME, lastEra: '2024-06-10', lastReview: null }, [`lastReview (unanswered): ${LAST_REVIEW}`]],
    ['the last review, not known', { ...HOME, lastEra: '2024-06-10', lastReview: 'unknown' }, [`lastReview (notKnown): ${LAST_REVIEW}`]],
    ['no last review at the annual review', { ...HOME, trigger: 'annualReview', lastEra: '2024-06-10', lastReview: null }, [`section3Groups (standardOpen): ${GROUPS}`]],
    ['whether a release is the first registration', { trigger: 'release', addressKind: 'none' }, [`trigger (unanswered): ${FIRST}`]],
    ['nothing of a release where an ERA was done before', { trigger: 'release', addressKind: 'none', lastEra: '2025-11-03' }, []],
    ['nothing of a release to a proposed address', { trigger: 'release' }, []],
    ['supervision, not answered', { supervision: null, orders: OPEN_ORDERS }, [`supervision (unanswered): ${SUPERVISION}`]],
    ['supervision, not known', { supervision: 'unknown', orders: OPEN_ORDERS }, [`supervision (notKnown): ${SUPERVISION}`]],
    ['supervision against a licence', { orders: { licence: 'yes' } }, [`supervision (contradictory): ${SUPERVISED_BY}`]],
    ['category, and supervision against a licence', { category: null, orders: { licence: 'yes' } }, [`category (unanswered): ${CATEGORY}`, `supervision (contradictory): ${SUPERVISED_BY}`]],
    ['no supervision of a restricted patient', { category: 'category2', orders: { licence: 'yes' } }, []],
    ['behaviours, not answered', { behaviours: { thirdPartyContact: null, inciting: null } }, [`behaviours (unanswered): ${BEHAVIOUR}`]],
    ['behaviours, one not answered', { behaviours: { ...NOT_MINUTED, inciting: null } }, [`behaviours (unanswered): ${BEHAVIOUR}`]],
    ['behaviours, one not known', { behaviours: { ...NOT_MINUTED, inciting: 'unknown' } }, [`behaviours (notKnown): ${BEHAVIOUR}`]],
    ['behaviours, the other not known', { behaviours: { thirdPartyContact: 'unknown', inciting: 'no' } }, [`behaviours (notKnown): ${BEHAVIOUR}`]],
    ['behaviours, none of those minuted', { behaviours: NOT_MINUTED }, [`behaviours (standardOpen): ${NOT_DEFINED}`]],
    ['behaviours, one that was not minuted', { behaviours: { ...NOT_MINUTED, other: 'yes' } }, [`behaviours (standardOpen): ${NOT_DEFINED}`]],
    ['the groups of section 3.0 once a year is past', { ...HOME, lastEra: '2024-06-10' }, [`section3Groups (standardOpen): ${GROUPS}`]],
    ['nothing for a person under 18', { under18: 'yes', registered: null, trigger: null, addressKind: null, behaviours: NOT_MINUTED }, []],
  ])('%s', (_name, facts, expected) => {
    expect(asked(facts)).toEqual(expected);
  });

  it('stands in the order in which the facts are asked', () => {
    const facts = { under18: null, registered: null, category: null, trigger: null, addressKind: null, supervision: 'no', orders: { licence: 'yes' }, behaviours: NOT_MINUTED } as const;
    expect(decide(factsWith(facts)).unknowns.map(({ fact }) => fact)).toEqual(['under18', 'registered', 'category', 'trigger', 'addressKind', 'supervision', 'behaviours']);
    expect(decide(factsWith({ ...facts, trigger: 'annualReview', addressKind: 'livedIn', lastEra: null })).unknowns.map(({ fact }) => fact)).toEqual(['under18', 'registered', 'category', 'supervision', 'behaviours']);
    expect(decide(factsWith({ ...facts, registered: 'yes', trigger: 'annualReview', addressKind: 'livedIn', lastEra: null })).unknowns.map(({ fact }) => fact)).toEqual(['under18', 'category', 'lastEra', 'supervision', 'behaviours', 'section3Groups']);
    expect(decide(factsWith({ ...facts, registered: 'yes', trigger: 'personChanged', addressKind: null })).unknowns.map(({ fact }) => fact)).toEqual(['under18', 'category', 'addressKind', 'changes.person', 'supervision', 'behaviours']);
    expect(decide(factsWith({ ...facts, registered: 'yes', trigger: 'personChanged', addressKind: 'livedIn', lastEra: null })).unknowns.map(({ fact }) => fact)).toEqual(['under18', 'category', 'changes.person', 'lastEra', 'supervision', 'behaviours']);
  });

  it('takes a local answer only where one was given, though the question is called as something that every object has', () => {
    const protocol = askingLocally([], [{ id: 'constructor', question: 'Is it a builder?', asksFor: 'must', clause: '2.1', reason: 'Agreed here.' }]);
    expect(decide(factsWith({}), protocol).unknowns).toEqual([{ fact: 'local.constructor', reason: 'unanswered', ask: 'Is it a builder?' }]);
    expect(decide(factsWith({ local: Object.fromEntries([['constructor', 'no']]) }), protocol).unknowns).toEqual([]);
  });

  it('asks the questions of the local protocol last, in their own words, and only those without an answer', () => {
    const question = (id: string, words: string) => ({ id, question: words, asksFor: 'must', clause: '2.1', reason: 'Agreed here.' }) as const;
    const protocol = askingLocally(
      [{ ...question('young-adult', 'Is the person aged 18 to 21?'), onEvents: ['other'] }, { ...question('leaving-care', 'Did the person leave care?'), onEvents: ['release'] }],
      [question('rebuilt', 'Is the block about to be rebuilt?'), question('relet', 'Is the next flat about to be let?'), question('moved', 'Has a family moved in?')],
    );
    const { unknowns } = decide(factsWith({ ...HOME, behaviours: NOT_MINUTED, local: { rebuilt: 'unknown', moved: 'no' } }), protocol);
    expect(unknowns.slice(1)).toEqual([
      { fact: 'local.young-adult', reason: 'unanswered', ask: 'Is the person aged 18 to 21?' },
      { fact: 'local.rebuilt', reason: 'notKnown', ask: 'Is the block about to be rebuilt?' },
      { fact: 'local.relet', reason: 'unanswered', ask: 'Is the next flat about to be let?' },
    ]);
  });
});
