import type { CaseFileToday } from '../caseFile';
import { checkOf, lookedFor, toLookFor, visitsDone } from '../physicalCheck';
import type { PropertyVisit } from '../schema/physicalCheck';
import { isBlank, missingFrom, type Missing } from './missing';

/**
 * ERA-2017 5.3 asks for it once a property has been identified. Left out of an ERA by the conduct decision, it is not asked here: that decision has its ground, its second
 * officer and its place in the counts (digest, harm 4), and this task is no way round them.
 */
export function physicalCheckNotAsked({ assessment: { addressKind, conduct } }: Pick<CaseFileToday, 'assessment'>): string | null {
  if (conduct.decision === 'notInFull' && conduct.partsLeftOut.includes('physicalCheck')) return 'Left out of this ERA by the conduct decision. What was entered is kept and printed.';
  return addressKind === 'none' ? 'There is no address yet to look at.' : null;
}

function visitMissing(visit: PropertyVisit, at: number, today: string): Missing[] {
  const field = `physicalCheck.visits.${at}`;
  const name = `Visit ${at + 1}`;
  const { on, byRole, inPairs, secondRole, outcome, whyNot, whyNotNote, schoolRun, back } = visit;
  return missingFrom([
    [outcome === null, `${field}.outcome`, `${name}: it is still under way. End it, or say why it was not done.`],
    [on === null, `${field}.on`, `${name}: enter its date.`],
    [(on ?? '') > today, `${field}.on`, `${name}: enter a date that is not in the future.`],
    [isBlank(byRole), `${field}.byRole`, `${name}: say who went, by role.`],
    [inPairs === null, `${field}.inPairs`, `${name}: say whether two went.`],
    [inPairs === 'yes' && isBlank(secondRole), `${field}.secondRole`, `${name}: say who the second was, by role.`],
    [outcome === 'attempted' && whyNot === null, `${field}.whyNot`, `${name}: say why it was not done.`],
    [outcome === 'attempted' && whyNot === 'other' && isBlank(whyNotNote), `${field}.whyNotNote`, `${name}: say in words why it was not done.`],
    [outcome === 'done' && schoolRun.walked === null, `${field}.schoolRun`, `${name}: say whether it was at school-run time.`],
    [back.expectedAt !== null && isBlank(back.heldBy), `${field}.back.heldBy`, `${name}: say by role who holds the time at which you are expected back.`],
  ]);
}

/** Once a kind of place, over all visits that were done; a place that the map lists is asked about only where it was found elsewhere. */
function looksMissing({ assessment, protocol }: CaseFileToday): Missing[] {
  const { physicalCheck } = assessment;
  if (visitsDone(physicalCheck).length === 0) return [];
  const looks = toLookFor(protocol).map((kind) => ({ ...kind, found: lookedFor(physicalCheck, kind.id), check: checkOf(assessment, kind.id) }));
  const open = looks.filter(({ found, check }) => found === null && (check?.answer ?? null) === null).map(({ plural }) => plural);
  const unexplained = looks.filter(({ found }) => found?.look.answer === 'couldNotCheck' && isBlank(found.look.note)).map(({ plural }) => plural);
  const elsewhere = (physicalCheck?.visits ?? []).flatMap(({ sites }) => Object.values(sites)).filter(({ found, where, point }) => found === 'elsewhere' && isBlank(where) && point === null);
  return missingFrom([
    [open.length > 0, 'physicalCheck.looked', `Say of each kind of place whether it was seen, not seen or could not be checked. Still open: ${open.join('; ')}.`],
    [unexplained.length > 0, 'physicalCheck.looked', `Say why these could not be checked: ${unexplained.join('; ')}.`],
    ...elsewhere.map(({ listed }) => [true, 'physicalCheck.looked', `Say where it really is: ${listed}.`] as const),
  ]);
}

/** One visit done, with every kind of place dealt with; risks to the community and to the person, also where none was seen. */
export function physicalCheckMissing(file: CaseFileToday): Missing[] {
  const { assessment: { physicalCheck: part }, today } = file;
  if (part === undefined) return [];
  return [
    ...missingFrom([[visitsDone(part).length === 0, 'physicalCheck.visits', 'Walk round the property and record it. If it cannot be done, leave it out in the conduct decision, with its ground and authority.']]),
    ...part.visits.flatMap((visit, at) => visitMissing(visit, at, today)),
    ...looksMissing(file),
    ...missingFrom([
      [isBlank(part.risks.community), 'physicalCheck.risks.community', 'Say what risks to the community were seen, or that none was.'],
      [isBlank(part.risks.person), 'physicalCheck.risks.person', 'Say what risks to the person were seen, or that none was.'],
    ]),
  ];
}
