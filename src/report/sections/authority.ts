import { authorityText, isSignedForAnother } from '@/record';
import { AGENCIES, momentInWords } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row, text } from '../words';

/** By the print's own check, against what is stored. */
function checkRows(signature: string, signatures: RecordRequest['signatures']) {
  const holds = signatures?.[signature];
  return holds === undefined ? [] : [row('Signature, checked for this print', holds ? 'It holds' : 'It does NOT hold: the record was changed outside Steading, or came from another vault', 'fact')];
}

/** Whose vault, and by which words that team was known. */
const elsewhereRows = ({ words, requestId }: { readonly words: string; readonly requestId: string }) =>
  [row('Six words of that team, compared before', words, 'fact'), row('Answer to request', requestId.slice(0, 8), 'fact')];

/** Their own key, here or elsewhere, nobody but the decider, or a typed name: told apart, as they do not weigh the same. */
export function authorityBlocks({ assessment, signatures }: RecordRequest): Block[] {
  const { authority, authorisedBy, authorisedOn } = assessment.conduct;
  if (authority?.by === 'key') {
    const { elsewhere } = authority;
    return [
      facts(
        row(elsewhere ? `Authorised by a second officer, by their own key, in another team’s vault: ${elsewhere.team}` : 'Authorised by a second officer, with their own key', officerWords(authority), 'fact'),
        row('Signed on', momentInWords(authority.at), 'fact'),
        ...(elsewhere ? elsewhereRows(elsewhere) : []),
        ...checkRows(authority.signature, signatures),
        row('What was signed', isSignedForAnother(assessment) ? 'An earlier wording: the decision was changed after it, and is not authorised as it stands' : 'The decision, its reasons and its dates, as printed here', 'fact'),
      ),
    ];
  }
  if (authority?.by === 'self') {
    return [
      note('The officer who decided authorised it alone: a departure from the rule that a second officer answers for it too.'),
      facts(row('Authorised alone by', `${authority.name}, ${authority.role}`, 'fact'), row('Authorised on', dayPhrase(authorisedOn), 'fact')),
      text('Why no second officer', authority.reason, 'assessment'),
    ];
  }
  return [
    facts(
      row('Authorised by a second officer, as recorded by the first', given(authorisedBy), 'reported'),
      row('Authorised on, as recorded by the first officer', dayPhrase(authorisedOn), 'reported'),
    ),
    ...(authorisedBy.trim() === '' ? [] : [note('A typed name: no key of the second officer stands behind it.')]),
  ];
}

/** Kept whatever came after: a departure that somebody did not authorise says so. */
export function notAuthorisedBlocks({ assessment, signatures }: RecordRequest): Block[] {
  const { authority, notAuthorised = [], authorisedBy } = assessment.conduct;
  const lacks = !authority && authorisedBy.trim() === '';
  return notAuthorised.flatMap((refused, at) => [
    note(`A second officer who was asked did not authorise this.${lacks && at === notAuthorised.length - 1 ? ' The departure lacks authority.' : ''}`),
    facts(
      row(`Not authorised by a second officer, by their own key, in another team’s vault: ${refused.elsewhere.team}`, officerWords(refused), 'fact'),
      row('Answered on', momentInWords(refused.at), 'fact'), ...elsewhereRows(refused.elsewhere), ...checkRows(refused.signature, signatures),
      row('What was asked about', refused.text === authorityText(assessment) ? 'The decision as printed here' : 'An earlier wording of the decision', 'fact'),
    ),
    text('Why it was not authorised', refused.reason, 'reported'),
  ]);
}

const officerWords = ({ name, role, agency }: { readonly name: string; readonly role: string; readonly agency: string }) =>
  [name, role, Object.entries<string>(AGENCIES).find(([id]) => id === agency)?.[1] ?? agency].join(', ');
