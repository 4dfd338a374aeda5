import { CATEGORIES, type CategoryId, categoryOf, PRECISIONS } from '@/terms';
import type { CategoryAnswer } from '@/geo';
import type { CaseFile } from './caseFile';
import type { Assessment, Surroundings } from './schema/assessment';
import type { Address } from './schema/address';
import { movedSince } from './surroundings';
import { CHECKED_CATEGORIES } from './tasks/sites';

const metres = (distance: number) => `${distance.toLocaleString('en-GB')} m`;

/** '<lead>: Schools; Play parks.'; nothing where no category is meant. */
function listed(lead: string, categories: readonly CategoryId[]): string[] {
  return categories.length === 0 ? [] : [`${lead}: ${categories.map((id) => categoryOf(id).plural).join('; ')}.`];
}

function ofAddress({ position }: Address): string[] {
  if (position === null) return ['The position of the address is not known, so nothing near it can be told.'];
  const { label, errorMetres } = PRECISIONS[position.precision];
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

function ofAnswers({ checks, judgements, outcome, conduct }: Assessment): string[] {
  const answer = (id: CategoryId) => checks[id]?.answer ?? null;
  const undecided = (Object.keys(CATEGORIES) as CategoryId[]).filter((id) => judgements[id]?.relevance === 'cannotSay');
  const decided = conduct.decision === 'conducted' && outcome.decision !== null && outcome.decision !== 'withdrawn';
  return [
    ...listed('No map answers for these, and nobody has answered yet', CHECKED_CATEGORIES.filter((id) => answer(id) === null)),
    ...listed('No map answers for these, and they could not be checked', CHECKED_CATEGORIES.filter((id) => answer(id) === 'couldNotCheck')),
    ...listed('Whether these matter for the victim profile could not be said yet', undecided),
    ...(decided && outcome.victimOrConditionConflict !== 'yes' && outcome.victimOrConditionConflict !== 'no'
      ? ['Conflict with a victim or a condition was not checked in this record: see ViSOR.'] : []),
  ];
}

/** What this record cannot say, from the case's own gaps. The first sentence is fixed by ERA-2017 4.0. */
export function limitsOf({ address, assessment }: Pick<CaseFile, 'address' | 'assessment'>): readonly string[] {
  const { surroundings } = assessment;
  return [
    'This assessment is accurate at the time it was undertaken (ERA-2017 4.0).',
    ...ofAddress(address),
    ...(surroundings === null ? ['Nothing was looked up near the address: no category was searched.'] : []),
    ...(surroundings !== null && movedSince(surroundings, address) ? ['What is listed near the address was looked up for another position of it.'] : []),
    ...(surroundings === null ? [] : ofSearch(surroundings)),
    ...ofAnswers(assessment),
    'This record holds no physical check of the property, which ERA-2017 5.3 asks for once a property has been identified.',
    'The list of places in ERA-2017 5.3 was read only in part: the standard may name more.',
  ];
}
