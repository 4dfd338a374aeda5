import { amendedFields, isWhole, type SignOffRound } from '@/record';
import { AGENCIES, AGREEMENT, ESCALATION, LANDLORD_VIEWS, momentInWords, SIGN_AS } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import { fieldValue } from '../fieldValue';
import { fieldWords } from '../fieldWords';
import type { RecordRequest } from '../request';
import { mayInFull } from './closing';
import { facts, given, note, row, termOf, text } from '../words';

/** What agencies and the landlord hold of the decision: apart from it, as neither decides. Empty of a record that was begun before it was asked. */
export function viewsSections({ assessment: { views, outcome } }: RecordRequest): Section[] {
  if (views === undefined || outcome.decision === null) return [];
  const { agree, notAskedWhy, dissents, landlord } = views;
  return [{
    id: 'views', heading: 'What the agencies and the landlord hold of the decision',
    blocks: [
      facts(row('The agencies', agree === 'notAsked' ? `${AGREEMENT.notAsked}: ${given(notAskedWhy)}` : termOf(AGREEMENT, agree), 'reported')),
      ...(agree === 'no' ? dissents : []).flatMap(({ agency, view, by, on, escalated, escalatedWhy, escalatedOn, result }): Block[] => [
        facts(
          row('Does not agree', `${termOf(AGENCIES, agency)}: ${given(by)}, ${dayPhrase(on)}`, 'reported'), row('What it holds', given(view), 'reported'),
          row('Strategic Oversight Group (NASSO-2019 7.2)', `${termOf(ESCALATION, escalated)}${escalated === 'yes' ? `, on ${dayPhrase(escalatedOn)}` : ''}: ${given(escalatedWhy)}`, 'fact'),
          row('What came of it', result.trim() || 'Nothing recorded yet', 'fact'),
        ),
      ]),
      ...(landlord.view === null ? [note('No view of a landlord is recorded.')] : [facts(
        row('The landlord', LANDLORD_VIEWS[landlord.view], 'reported'), ...(landlord.words.trim() === '' ? [] : [row('In its words', landlord.words.trim(), 'reported')]),
        ...(landlord.by.trim() === '' && landlord.on === null ? [] : [row('Told', `${given(landlord.by)}, ${dayPhrase(landlord.on)}`, 'reported')]),
      ), note('A landlord’s view is no signature and no part of the decision; the offer is its own.')]),
    ],
  }];
}

const agencyOf = (agency: string): string => Object.entries<string>(AGENCIES).find(([id]) => id === agency)?.[1] ?? agency;

function signatureRows(round: SignOffRound, holds: RecordRequest['signatures']): Block {
  const told = (signature: string) => (holds?.[signature] === undefined ? '' : holds[signature] ? ' The signature holds, checked for this print.' : ' The signature does NOT hold: the record was changed outside Steading, or came from another vault.');
  return facts(
    row('Read and frozen', `${momentInWords(round.at)}, by ${round.by}`, 'fact'),
    ...round.signatures.map(({ as, name, role, agency, at, elsewhere, signature }) => row(`Signed: ${SIGN_AS[as].toLowerCase()}`, `${name}, ${role}, ${agencyOf(agency)}, ${momentInWords(at)}, by their own key${elsewhere ? `, in another team’s vault: ${elsewhere.team} (six words ${elsewhere.words})` : ''}.${told(signature)}`, 'fact')),
    ...round.notSigned.map(({ as, name, role, agency, at, why, elsewhere, signature }) => row(`NOT signed: ${SIGN_AS[as].toLowerCase()}`, `${name}, ${role}, ${agencyOf(agency)}, ${momentInWords(at)}, in the vault of ${elsewhere.team}: ${why}${told(signature)}`, 'reported')),
  );
}

function leftOpenBlocks({ leftOpen, signatures }: SignOffRound): Block[] {
  const why = signatures.find(({ as }) => as === 'manager')?.why ?? '';
  if (leftOpen.length === 0) return [];
  return [note(why === '' ? 'Findings about which nothing is said; the manager has not said why:' : 'Findings about which nothing is said:'), { kind: 'list', items: leftOpen.map(({ read }) => read) }, ...(why === '' ? [] : [text('Why they are left open, in the words of the manager', why, 'assessment')])];
}

/** Old and new side by side, as the history has them. */
function amendmentBlocks(request: RecordRequest, round: SignOffRound): Block[] {
  if (round.cancelled === null) return [];
  const { at, by, why } = round.cancelled;
  const may = mayInFull(request);
  const fields = amendedFields(request.assessment, round).filter(({ path }) => may(path));
  return [
    note(`Cancelled on ${momentInWords(at)}, as ${by} changed an answer${why === '' ? '' : `. Reason: ${why}`}`),
    ...(fields.length === 0 ? [] : [{ kind: 'table' as const, caption: 'What was changed', columns: ['What', 'As it was signed', 'As it was changed'], rows: fields.map(({ path, from, to }) => [fieldWords(path), fieldValue(path, from), fieldValue(path, to)]) }]),
  ];
}

export const roundBlocks = (request: RecordRequest, round: SignOffRound): readonly Block[] => [
  note(round.cancelled !== null ? 'An earlier reading, amended since.' : isWhole(round) ? 'Signed by the assessor and by the lead agency’s manager.' : 'Signed by the assessor alone: the lead agency’s manager has not signed.'),
  signatureRows(round, request.signatures), ...leftOpenBlocks(round), ...amendmentBlocks(request, round),
];

/** Who signed which reading of the record, and what was amended since. Empty of a record that was begun before it was asked, and of a reading that is being signed for the first time. */
export function signOffSections(request: RecordRequest): Section[] {
  const { signed } = request.assessment;
  if (signed === undefined) return [];
  if (signed.length === 0) return [{ id: 'signOff', heading: 'Sign-off', blocks: [note('No officer has signed this record yet.')] }];
  return [{
    id: 'signOff', heading: 'Sign-off',
    blocks: signed.toReversed().flatMap((round) => roundBlocks(request, round)),
  }];
}
