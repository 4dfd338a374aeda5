import type { Address, CategoryAnswer, NearbySite, NumberedSite, Surroundings } from '@/record';
import { CLAUSE_STATUSES, type Clause, REQUIREMENTS, type Requirement } from '@/rules';
import { type Answer, categoryOf, errorMetresOf, type Exactness, PRECISIONS, UNKNOWN_REASONS } from '@/terms';
import { asOfPhrase } from './dates';

const DIRECTIONS = { N: 'North', NE: 'North-east', E: 'East', SE: 'South-east', S: 'South', SW: 'South-west', W: 'West', NW: 'North-west', here: 'Here' } as const satisfies Record<NearbySite['compass'], string>;

/** Every wording that screens and prints share: both import it from here, so that they never say it differently. */

export const metresPhrase = (metres: number): string => `${Math.round(metres).toLocaleString('en-GB')} m`;

export const addressLine = ({ flat, text, postcode }: Pick<Address, 'flat' | 'text' | 'postcode'>): string => [flat, text, postcode].filter((part) => part.trim() !== '').join(', ');

export const requirementPhrase = (requirement: Requirement): string => `${REQUIREMENTS[requirement]}.`;

/** `statuses`: what the labels meant in the standard that is shown; left out: in today's. */
export const clauseStatusPhrase = (status: Clause['status'], statuses: Readonly<Record<string, string>> = CLAUSE_STATUSES): string => `[${status}: ${statuses[status] ?? 'no meaning was kept'}]`;

/** Without what it says: 'ERA-2017 4.0 [confirmed: …]'. */
export const clauseNamePhrase = ({ document, clause, status }: Clause, statuses?: Readonly<Record<string, string>>): string => `${document} ${clause} ${clauseStatusPhrase(status, statuses)}`;

export const clausePhrase = ({ document, clause, says, status }: Clause, statuses?: Readonly<Record<string, string>>): string => `${document} ${clause}: ${says} ${clauseStatusPhrase(status, statuses)}`;

export function answerPhrase(answer: Answer): string {
  switch (answer.is) {
    case 'met': return 'Yes';
    case 'notMet': return 'No';
    case 'doesNotApply': return 'Does not arise';
    case 'unknown': return `Not known: ${UNKNOWN_REASONS[answer.reason]}`;
  }
}

export function precisionPhrase(exactness: Exactness): string {
  const { label } = PRECISIONS[exactness.precision];
  const errorMetres = errorMetresOf(exactness);
  if (errorMetres === null) return 'How well the position is known cannot be said.';
  const within = `The true place is taken to lie within ${metresPhrase(errorMetres)} of the point.`;
  return exactness.precision === 'stated' ? within : `Position known by: ${label}. ${within}`;
}

/** `radiusMetres` null: the office has not chosen yet. There is no national distance (digest, harm 2). */
export function radiusPhrase(radiusMetres: number | null, reason: string): string {
  if (radiusMetres === null) return 'How far to look has not been set by the office.';
  const why = reason.trim() === '' ? 'No reason was recorded.' : `Its reason: ${reason.trim()}`;
  return `Looked up to ${metresPhrase(radiusMetres)} around the address. That is the office's own setting, not a limit: Scotland has no national distance. ${why}`;
}

/** To the nearest edge. How far off the positions may be stands beside it (exactnessPhrase). */
export function distancePhrase({ distanceMetres, site }: NearbySite): string {
  return distanceMetres === 0 && site.geometry.type !== 'Point' ? 'The point lies within it' : metresPhrase(distanceMetres);
}

/** How far off the two positions may be together. */
export const exactnessPhrase = ({ errorMetres }: Pick<NearbySite, 'errorMetres'>): string => (errorMetres === null ? 'Not known' : `± ${metresPhrase(errorMetres)}`);

export const directionPhrase = ({ compass }: Pick<NearbySite, 'compass'>): string => DIRECTIONS[compass];

/** Who stands behind the data that an answer was given from. */
export function publisherPhrase(signature: Surroundings['signature'], training: boolean): string {
  if (signature) return `Signed by ${signature.publisher} (fingerprint ${signature.fingerprint})`;
  if (training) return 'The fictional training area, part of Steading';
  return signature === null ? 'Not signed: nothing shows who published this data' : 'Whether it was signed was not recorded';
}

/** Enough of a pack's id to tell it from another on paper; the screen of area packs shows the same. */
export const shortPackId = (packId: string): string => packId.slice(0, 12);

export const packPhrase = (title: string, packId: string): string => `${title} (identity ${shortPackId(packId)})`;

/** The other sources that list the same place, and which of all of them places it; '' where there is none. */
export function alsoListedPhrase({ alsoListed }: Pick<NumberedSite, 'alsoListed'>): string {
  if (alsoListed.length === 0) return '';
  const listings = alsoListed.map(({ name, layerId, layer }) => `${name.trim() || 'no name'} (${layer === null ? layerId : `${layer.title}, ${asOfPhrase(layer.asOf)}`})`);
  const placing = alsoListed.find(({ placed }) => placed);
  return `Also listed as ${listings.join(' and ')}${placing ? `; placed by ${placing.layer?.title ?? placing.layerId}` : ''}`;
}

/** An officer found that what sources list as one place is several; '' where none did. */
export function toldApartPhrase({ toldApart }: Pick<NumberedSite, 'toldApart'>): string {
  if (toldApart === null) return '';
  return `Told apart from ${toldApart.from.map((name) => name.trim() || 'no name').join(' and ')} by the officer: ${toldApart.reason.trim() || 'no reason given yet'}`;
}

export function coveragePhrase({ category, coverage }: Pick<CategoryAnswer, 'category' | 'coverage'>): string {
  if (categoryOf(category).found !== 'mapped') return 'Not by data';
  return { full: 'All of it', partial: 'Part of it', none: 'Nowhere' }[coverage];
}

/** Whether a layer that answered came without the date until which it is taken as current. */
const isUndated = ({ layerIds }: Pick<CategoryAnswer, 'layerIds'>, { layers }: Pick<Surroundings, 'layers'>): boolean => layers.some(({ id, staleAfter }) => staleAfter === null && layerIds.includes(id));

/** The age of the data that answered, where any did. */
export function agePhrase(answer: Pick<CategoryAnswer, 'coverage' | 'layerIds' | 'stale'>, surroundings: Pick<Surroundings, 'layers'>): string {
  if (answer.layerIds.length === 0 || answer.coverage === 'none') return 'None here';
  if (!answer.stale) return 'Current';
  return isUndated(answer, surroundings) ? 'Date not given: taken as past its date' : 'Past its date';
}

/** The nearest one outside the distance looked at, and whether the way to it was searched; null where none is known. */
export function beyondPhrase({ nearestBeyond }: Pick<CategoryAnswer, 'nearestBeyond'>): string | null {
  if (nearestBeyond === null) return null;
  const { nearby, searchedThatFar } = nearestBeyond;
  const where = `${nearby.site.name}, ${distancePhrase(nearby)} ${directionPhrase(nearby).toLowerCase()}`;
  return searchedThatFar ? `Nearest beyond: ${where}.` : `Nearest known beyond: ${where}; not all of the way there was searched.`;
}

/** Layers that answered, with their dates: what 'searched' means for this category. */
function sourcesPhrase(answer: CategoryAnswer, { layers }: Surroundings): string {
  const used = layers.filter(({ id }) => answer.layerIds.includes(id));
  const searched = used.map(({ title, asOf }) => `${title} (${asOfPhrase(asOf)})`).join('; ');
  const leftOut = used.flatMap(({ leavesOut }) => leavesOut.map(({ what }) => what)).join('; ');
  return `Searched: ${searched || 'nothing'}. Left out by the source: ${leftOut || 'nothing that it names'}.`;
}

function foundPhrase(answer: CategoryAnswer, surroundings: Surroundings, within: string): string {
  const { found, uncertain, coverage, stale } = answer;
  return [
    `${found} found within ${within}`,
    uncertain > 0 ? `, ${uncertain} more may lie within it` : '',
    coverage === 'full' ? '' : '; not all of that was searched, so there may be more',
    stale ? `; the data is ${isUndated(answer, surroundings) ? 'taken as past its date, as its date is not given' : 'past its date'}, so there may be others` : '',
    '.',
  ].join('');
}

/**
 * What can be said of one category, in words.
 * That none was found is always said together with what was searched and what the source leaves out.
 */
export function statusPhrase(answer: CategoryAnswer, surroundings: Surroundings): string {
  const { found, ask } = categoryOf(answer.category);
  const within = metresPhrase(surroundings.answer.radiusMetres);
  const why = answer.because === null ? '' : ` ${UNKNOWN_REASONS[answer.because]}`;
  if (found !== 'mapped') return `Not searched. ${ask ?? 'Only a visit can tell.'}`;
  switch (answer.status) {
    case 'notSearched': return `Not searched.${why}`;
    case 'found': return foundPhrase(answer, surroundings, within);
    case 'uncertain': return answer.uncertain > 0 ? `${answer.uncertain} may lie within ${within}: the positions are not known well enough to tell.` : `No answer can be given for ${within}.${why} ${sourcesPhrase(answer, surroundings)}`;
    case 'partlySearched': return `Nothing found in what was searched, which is only part of ${within}: the rest is not known. ${sourcesPhrase(answer, surroundings)}`;
    case 'noneFound': return `None found within ${within} in what was searched. ${sourcesPhrase(answer, surroundings)}`;
  }
}

/** The rows of 'what was looked for': every category, those without data too. */
export const searchedFor = ({ answer }: Surroundings): readonly CategoryAnswer[] => answer.categories;

/** What is said beside a map that leaves something out; '' where it shows everything. */
export function framePhrase(leftOut: { readonly sites: number; readonly of: number; readonly address: boolean } | null): string {
  if (leftOut === null) return '';
  const { sites, of, address } = leftOut;
  return [
    sites > 0 ? `${sites} of ${of} numbered ${of === 1 ? 'site lies' : 'sites lie'} outside the map as framed; the table has all.` : '',
    address ? `The position that was looked from lies outside the map${sites > 0 ? ' too' : ' as framed'}.` : '',
  ].filter(Boolean).join(' ');
}
