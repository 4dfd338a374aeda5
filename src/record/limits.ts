import type { CategoryAnswer } from '@/geo';
import type { Protocol } from '@/rules';
import { CARRIED_PARTS, CATEGORIES, type CategoryId, categoryOf, dayInScotland, dayInWords, ERA_PARTS, errorMetresOf, isCategoryId, PRECISIONS } from '@/terms';
import { carriedOpen } from './carried';
import type { CaseFile } from './caseFile';
import type { May } from './handOver/pick';
import type { Assessment, Surroundings } from './schema/assessment';
import type { Address } from './schema/address';
import { limitsOfRequests } from './propertyRequests';
import { movedSince } from './surroundings';
import { limitsOfAgencies } from './limitsOfAgencies';
import { limitsOfChildren } from './limitsOfChildren';
import { limitsOfPlacement } from './limitsOfPlacement';
import { limitsOfHomeVisit, limitsOfPhysicalCheck } from './limitsOfVisits';
import { answeredOnVisit, checkOf, visitsDone } from './physicalCheck';
import { limitsOfProperty } from './limitsOfProperty';
import { eraIsConducted } from './tasks/conduct';
import { askedBesides, CHECKED_CATEGORIES } from './tasks/sites';

const metres = (distance: number) => `${distance.toLocaleString('en-GB')} m`;

/** '<lead>: Schools; Play parks.'; nothing where nothing is meant. */
const named = (lead: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`]);
const listed = (lead: string, categories: readonly CategoryId[]) => named(lead, categories.map((id) => categoryOf(id).plural));

function ofAddress({ position }: Address): string[] {
  if (position === null) return ['The position of the address is not known, so nothing near it can be told.'];
  const { label } = PRECISIONS[position.precision];
  const errorMetres = errorMetresOf(position);
  if (errorMetres === null) return [`How well the position of the address is known cannot be said (${label}): no site can be ruled in or out.`];
  return position.precision === 'building' ? [] : [`The address is placed by ${label.toLowerCase()}: it may lie up to ${metres(errorMetres)} from the point used.`];
}

function ofSearch(surroundings: Surroundings): string[] {
  const mapped = surroundings.answer.categories.filter(({ category }) => CATEGORIES[category].found === 'mapped');
  const pick = (wanted: (answer: CategoryAnswer) => boolean) => mapped.filter(wanted).map(({ category }) => category);
  const { radiusMetres, inArea, training } = surroundings.answer;
  return [
    ...(training ? ['Looked up in the training area: every place in it is fictional.'] : []),
    ...(inArea ? [] : ['The address lies outside the area that the data was gathered for.']),
    `Looked up to ${metres(radiusMetres)} from the address, by the office's own setting: what lies further off was not judged.`,
    ...listed('Not searched here, as no data covers the place', pick(({ coverage }) => coverage === 'none')),
    ...listed('Searched only in part', pick(({ coverage }) => coverage === 'partial')),
    ...listed('Uncertain, as the positions are not known well enough', pick(({ uncertain, because }) => uncertain > 0 || because === 'addressTooVague')),
    ...listed('Data past the date until which it is taken as current, or whose date is not known', pick(({ stale }) => stale)),
    ...surroundings.layers.flatMap(({ title, leavesOut }) =>
      leavesOut.map(({ what, count, ask }) => `${title} leaves out: ${what}${count === null ? '' : ` (${count.toLocaleString('en-GB')})`}. ${ask}`.trim())),
  ];
}

/** Where the office wants a closer look further off than was looked at. Its own distances: no limit, and not the standard's. */
function ofPrompts({ answer: { radiusMetres } }: Surroundings, protocol: Protocol | null): string[] {
  const further = (protocol?.prompts ?? []).filter(({ metres: to }) => to > radiusMetres);
  const lead = `The office's local protocol wants a closer look further off than the ${metres(radiusMetres)} looked at`;
  return named(lead, further.map(({ category, metres: to }) => `${isCategoryId(category) ? categoryOf(category).plural : category}, up to ${metres(to)}`));
}

function ofAnswers(assessment: Assessment, protocol: Protocol | null): string[] {
  const { judgements } = assessment;
  // What the walk-round answers has its own sentences, once it was walked.
  const walked = visitsDone(assessment.physicalCheck).length > 0;
  const asked = [...CHECKED_CATEGORIES.map((id) => ({ id, plural: categoryOf(id).plural })), ...askedBesides(protocol)].filter(({ id }) => !walked || !answeredOnVisit(assessment, id));
  const answered = (wanted: string | null) => asked.filter(({ id }) => (checkOf(assessment, id)?.answer ?? null) === wanted).map(({ plural }) => plural);
  const undecided = (Object.keys(CATEGORIES) as CategoryId[]).filter((id) => judgements[id]?.relevance === 'cannotSay');
  return [
    ...named('No map answers for these, and nobody has answered yet', answered(null)),
    ...named('No map answers for these, and they could not be checked', answered('couldNotCheck')),
    ...listed('Whether these matter for the victim profile could not be said yet', undecided),
  ];
}

/** Of a review: what is taken over and nobody has looked at again. */
const ofCarried = (assessment: Assessment): string[] => named(`Taken over from ${assessment.carried?.reference ?? ''}, and not looked at again`, carriedOpen(assessment).map((part) => CARRIED_PARTS[part]));

function ofDecisions(assessment: Assessment, may: May): string[] {
  const { conduct: { decision, partsLeftOut, leftOutWhat }, outcome } = assessment;
  const decided = eraIsConducted(assessment) === true && outcome.decision !== null && outcome.decision !== 'withdrawn';
  const what = leftOutWhat.trim().replace(/\.$/, '');
  return [
    ...(may('assessment.conduct.leftOutWhat') && decision === 'notInFull' ? [`This ERA is not in full. Left out: ${[...partsLeftOut.map((part) => ERA_PARTS[part]), ...(what === '' ? [] : [what])].join('; ') || 'not said yet'}.`] : []),
    ...(may('assessment.outcome.victimOrConditionConflict') && decided && outcome.victimOrConditionConflict !== 'yes' && outcome.victimOrConditionConflict !== 'no'
      ? ['Conflict with a victim or a condition was not checked in this record: see ViSOR.'] : []),
  ];
}

/** ERA-2017 4.0, with the days of this record. It stands on every document. */
export function accurateThen({ startedAt, outcome: { decidedOn } }: Pick<Assessment, 'startedAt' | 'outcome'>): string {
  const decided = decidedOn === null ? 'no day of decision is on record' : `decided on ${dayInWords(decidedOn)}`;
  return `This assessment is accurate at the time it was undertaken (ERA-2017 4.0): begun on ${dayInWords(dayInScotland(startedAt))}, ${decided}.`;
}

/** Of what was looked up and judged: whoever may have the judgements may know what they do not cover. */
function ofSites({ address, assessment }: Pick<CaseFile, 'address' | 'assessment'>, protocol: Protocol | null): string[] {
  const { surroundings } = assessment;
  if (surroundings === null) return ['Nothing was looked up near the address: no category was searched.', ...ofAnswers(assessment, protocol)];
  return [
    ...(movedSince(surroundings, address) ? ['What is listed near the address was looked up for another position of it.'] : []),
    ...ofSearch(surroundings), ...ofPrompts(surroundings, protocol), ...ofAnswers(assessment, protocol),
  ];
}

/**
 * What this record cannot say, from the case's own gaps. `may`: a sentence goes to whoever may have the field that it qualifies, and in words that hold no other; left out: the record's own reader.
 * `protocol`: the local protocol that the record is read under; left out: the one it was put on record under.
 */
export function limitsOf({ address, assessment, protocol: given, may = () => true }: Pick<CaseFile, 'address' | 'assessment'> & { readonly protocol?: Protocol | null; readonly may?: May }): readonly string[] {
  const protocol = given === undefined ? (assessment.asked?.standard.protocol ?? null) : given;
  const judges = may('assessment.judgements');
  return [
    ...(may('address.position') ? ofAddress(address) : []),
    ...(judges ? ofSites({ address, assessment }, protocol) : []),
    ...limitsOfProperty(assessment, may),
    ...limitsOfPlacement(assessment, may),
    ...limitsOfChildren(assessment.children, may),
    ...limitsOfAgencies(assessment, may),
    ...(may('assessment.propertyRequests') ? limitsOfRequests(assessment) : []),
    ...(may('assessment.carried') ? ofCarried(assessment) : []),
    ...ofDecisions(assessment, may),
    ...(may('assessment.homeVisit') ? limitsOfHomeVisit(assessment) : []),
    ...(may('assessment.physicalCheck.visits') ? limitsOfPhysicalCheck(assessment, protocol) : []),
    ...(judges ? ['The list of places in ERA-2017 5.3 was read only in part: the standard may name more.'] : []),
  ];
}
