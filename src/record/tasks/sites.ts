import type { Protocol } from '@/rules';
import { CATEGORY_IDS, categoryOf } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import { answeredOnVisit, checkOf, lookedFor } from '../physicalCheck';
import { mergedSites, sitesToJudge } from '../sites';
import { movedSince } from '../surroundings';
import { isBlank, missingFrom, type Missing } from './missing';

/** What no layer may answer for: a visit or an agency does. */
export const CHECKED_CATEGORIES = CATEGORY_IDS.filter((id) => categoryOf(id).found !== 'mapped');

/** A check or a kind of place that the local protocol asks about, answered in `checks` by its id; no map answers it. */
export interface AskedBesides {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly ask: string;
  readonly from: 'category' | 'check';
}

export function askedBesides(protocol: Protocol | null): readonly AskedBesides[] {
  if (protocol === null) return [];
  return [
    ...protocol.categories.map(({ id, label, plural, ask }): AskedBesides => ({ id, label, plural, ask, from: 'category' })),
    ...protocol.checks.map(({ id, label, ask }): AskedBesides => ({ id, label, plural: label, ask, from: 'check' })),
  ];
}

function judgementsMissing(assessment: Assessment): Missing[] {
  const { judgements, exceptions } = assessment;
  const groups = sitesToJudge(assessment);
  const shared = groups.flatMap(({ category }) => {
    const judgement = judgements[category];
    const name = categoryOf(category).plural;
    return missingFrom([
      [(judgement?.relevance ?? null) === null, `judgements.${category}.relevance`, `${name}: say whether they matter for this victim profile.`],
      [isBlank(judgement?.reason ?? ''), `judgements.${category}.reason`, `${name}: give the reason.`],
    ]);
  });
  const apart = groups.flatMap(({ sites }) => sites).flatMap(({ key, name }) => {
    const judgement = exceptions[key];
    if (!judgement) return [];
    return missingFrom([
      [judgement.relevance === null, `exceptions.${key}.relevance`, `${name}: say whether it matters, or judge it with its category again.`],
      [isBlank(judgement.reason), `exceptions.${key}.reason`, `${name}: give the reason for judging it apart.`],
    ]);
  });
  return [...shared, ...apart];
}

function addedMissing({ addedSites }: Assessment): Missing[] {
  return addedSites.flatMap((site, at) => missingFrom([
    [isBlank(site.name), `addedSites.${at}.name`, `Added place ${at + 1}: say what it is.`],
    [site.basis === null, `addedSites.${at}.basis`, `Added place ${at + 1}: say how it is known.`],
    [isBlank(site.source), `addedSites.${at}.source`, `Added place ${at + 1}: name the source.`],
    [site.knownOn === null, `addedSites.${at}.knownOn`, `Added place ${at + 1}: enter the date on which it was known.`],
  ]));
}

/** Of sites that are listed: what was told apart and is on the list no more asks for nothing. */
function splitsMissing(assessment: Assessment): Missing[] {
  return mergedSites(assessment).flatMap(({ siteId, listings }) => {
    const split = assessment.splits?.[siteId];
    return missingFrom([[split !== undefined && isBlank(split.reason), `splits.${siteId}.reason`, `${listings[0]?.name.trim() || siteId}: say why it is not one place.`]]);
  });
}

/** Asked of an agency or by hand, unless the walk-round answers it. */
export function isAskedHere(assessment: Assessment, id: string): boolean {
  if (answeredOnVisit(assessment, id)) return false;
  const looked = lookedFor(assessment.physicalCheck, id)?.look.answer ?? null;
  return looked === null || looked === 'couldNotCheck';
}

/** An office's words may be a question, or end without a full stop. */
function sentence(words: string): string {
  const ask = words.trim();
  if (ask.endsWith('?')) return `${ask} Enter the answer.`;
  return ask.endsWith('.') ? ask : `${ask}.`;
}

function checksMissing(assessment: Assessment, protocol: Protocol | null): Missing[] {
  const national = CHECKED_CATEGORIES.map((id) => ({ id, plural: categoryOf(id).plural, ask: categoryOf(id).ask ?? 'say what was seen on the visit.' }));
  return [...national, ...askedBesides(protocol)].filter(({ id }) => isAskedHere(assessment, id)).flatMap(({ id, plural, ask }) => {
    const check = checkOf(assessment, id);
    const answer = check?.answer ?? null;
    return missingFrom([
      [answer === null, `checks.${id}.answer`, `${plural}: ${sentence(ask)}`],
      [answer !== null && answer !== 'notSeen' && isBlank(check?.note ?? ''), `checks.${id}.note`, answer === 'there' ? `${plural}: note who saw it or said so, and when.` : `${plural}: say why it could not be checked.`],
    ]);
  });
}

export function sitesMissing({ address, assessment, protocol }: CaseFileToday): Missing[] {
  const { surroundings } = assessment;
  return [
    ...missingFrom([
      [surroundings === null, 'surroundings', 'Look around the address.'],
      [surroundings !== null && movedSince(surroundings, address), 'surroundings', 'The position of the address has changed since: look again.'],
    ]),
    ...splitsMissing(assessment),
    ...judgementsMissing(assessment),
    ...addedMissing(assessment),
    ...checksMissing(assessment, protocol),
  ];
}
