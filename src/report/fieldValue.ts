import { CHECKS, FOLLOW_UPS, RELEVANCE, ROLES } from '@/record';
import {
  ADDRESS_KINDS, AGENCIES, CATEGORIES, CHECK_AGENCIES, CHANGES, CONCERN_ANSWERS, CONDUCT_CHOICES, DEALINGS, ENTRANCES, LANDLORD_KINDS, NEIGHBOUR_SOURCES, PROPERTY_KINDS, PROPERTY_SOURCES, TENURES, dayInWords, ERA_PARTS, GROUNDS, HOME_ANSWERS, HOME_CHANGES, INTERIM_ANSWERS, isDay, isJsonObject, LOOKS, MAPPA_CATEGORIES, MAPPA_LEVELS, momentInWords, OFFERS, OUTCOMES, PRECISIONS, PROPERTY_QUESTION_IDS, propertyQuestion, RELEASE_DAYS, RELEASE_KINDS, REPLIES, REPLY_WAYS, SETTINGS, SITE_LOOKS, STATEMENT_KINDS, SUPERVISION, TAKEN_OVER, TELLING, TRIGGERS, VISIT_OUTCOMES, WHY_NOT_DONE, YES_NO_UNKNOWN,
} from '@/terms';

const ANSWERS = { ...YES_NO_UNKNOWN, notChecked: 'Not checked, see ViSOR' } as const;
const CATEGORY_NAMES = Object.fromEntries(Object.entries(CATEGORIES).map(([id, { plural }]) => [id, plural]));

const QUESTIONS = Object.fromEntries(PROPERTY_QUESTION_IDS.map((id) => [id, propertyQuestion(id).ask]));
/** No two questions use one id for different words. */
const PROPERTY_OPTIONS: Readonly<Record<string, string>> = Object.assign({}, ...PROPERTY_QUESTION_IDS.map((id) => propertyQuestion(id).options ?? {})) as Record<string, string>;

/** Terms by the end of a field's path; the first that fits. */
const TERMS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^assessment\.agencies\..*\.reply$/u, REPLIES], [/^assessment\.agencies\..*\.how$/u, REPLY_WAYS], [/^assessment\.agencies\..*\.agency$/u, CHECK_AGENCIES],
  [/^assessment\.propertyRequests\..*\.questions/u, QUESTIONS], [/^assessment\.propertyRequests\..*\.answers\./u, PROPERTY_OPTIONS],
  [/^person\.category$/u, MAPPA_CATEGORIES], [/^person\.level$/u, MAPPA_LEVELS], [/^person\.supervision$/u, SUPERVISION],
  [/^assessment\.addressKind$/u, ADDRESS_KINDS], [/^assessment\.trigger\.kind$/u, TRIGGERS], [/\.(?:agency|conflictAnsweredBy)$/u, AGENCIES],
  [/^assessment\.conduct\.decision$/u, CONDUCT_CHOICES], [/^assessment\.conduct\.ground$/u, GROUNDS], [/partsLeftOut/u, ERA_PARTS],
  [/^assessment\.children\.\w+\.decision$/u, FOLLOW_UPS], [/^assessment\.placement\.run\.managerTold\.decision$/u, FOLLOW_UPS], [/^assessment\.placement\.setting$/u, SETTINGS],
  [/^assessment\.placement\.tonight\.checks\..*\.answer$/u, INTERIM_ANSWERS], [/^assessment\.placement\.boundary\.takenOver$/u, TAKEN_OVER], [/^assessment\.placement\.release\.kind$/u, RELEASE_KINDS], [/^assessment\.placement\.release\.day$/u, RELEASE_DAYS], [/^assessment\.placement\.release\.told\..*\.answer$/u, TELLING], [/homeChanges/u, HOME_CHANGES], [/^assessment\.outcome\.decision$/u, OUTCOMES],
  [/^assessment\.panels\..*\.manageable$/u, { ...OUTCOMES, notDecided: 'Not decided' }], [/^assessment\.panels\..*\.offered$/u, OFFERS],
  [/^assessment\.physicalCheck\..*\.looked\..*\.answer$/u, LOOKS], [/^assessment\.physicalCheck\..*\.found$/u, SITE_LOOKS], [/^assessment\.physicalCheck\..*\.outcome$/u, VISIT_OUTCOMES],
  [/^assessment\.physicalCheck\..*\.whyNot$/u, WHY_NOT_DONE], [/^assessment\.homeVisit\.answers\..*\.answer$/u, HOME_ANSWERS], [/^assessment\.homeVisit\..*changed$/u, CHANGES],
  [/^assessment\.formulation\.dealings\..*\.how$/u, DEALINGS], [/\.relevance$/u, RELEVANCE], [/^assessment\.checks\..*\.answer$/u, CHECKS], [/^assessment\.last\w+\.answer$/u, { on: 'On a day', never: 'Never', unknown: 'Not known' }],
  [/property\.kind$/u, PROPERTY_KINDS], [/property\.tenure$/u, TENURES], [/property\.landlord$/u, LANDLORD_KINDS], [/building\.entrance$/u, ENTRANCES], [/sightLines\..*\.kind$/u, STATEMENT_KINDS], [/property\.source$/u, PROPERTY_SOURCES],
  [/neighbours\.source$/u, NEIGHBOUR_SOURCES], [/othersOfConcern\.answer$/u, CONCERN_ANSWERS],
  [/^assessment\.statements\..*\.kind$/u, STATEMENT_KINDS], [/^assessment\.statements\..*\.about$/u, ROLES], [/^assessment\.addedSites\..*\.basis$/u, STATEMENT_KINDS], [/^assessment\.addedSites\..*\.category$/u, CATEGORY_NAMES],
];

/** What a field holds, in words: terms as the screens say them, days and moments as people write them, anything else as it stands. */
export function fieldValue(path: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing recorded';
  if (path === 'assessment.mapFrame') return frameWords(value);
  if (Array.isArray(value)) return value.map((one) => fieldValue(path, one)).join('; ');
  if (path === 'address.position') return positionWords(value);
  if (path === 'assessment.surroundings') return lookUpWords(value);
  if (path === 'assessment.property.fromProfile') return usedProfileWords(value);
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
  const terms = TERMS.find(([pattern]) => pattern.test(path))?.[1] ?? ANSWERS;
  if (Object.hasOwn(terms, value)) return terms[value as keyof typeof terms];
  if (isDay(value)) return dayInWords(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value) && !Number.isNaN(Date.parse(value)) ? momentInWords(value) : value;
}

function positionWords(value: unknown): string {
  if (!isJsonObject(value) || !isJsonObject(value['point'])) return 'A position';
  const { lng, lat } = value['point'];
  const precision = String(value['precision']);
  const how = Object.hasOwn(PRECISIONS, precision) ? PRECISIONS[precision as keyof typeof PRECISIONS].label : precision;
  return `${String(lat)}, ${String(lng)} (${how})`;
}

/** Five decimals of a degree are about a metre. */
function frameWords(value: unknown): string {
  const [west, south, east, north] = Array.isArray(value) ? value.map((degrees) => Number(degrees).toFixed(5)) : [];
  return `From ${String(south)}, ${String(west)} to ${String(north)}, ${String(east)} (latitude, longitude)`;
}

function lookUpWords(value: unknown): string {
  const answer = isJsonObject(value) ? value['answer'] : null;
  if (!isJsonObject(value) || !isJsonObject(answer)) return 'What an area pack answered';
  const { packTitle, radiusMetres } = answer;
  return `What the area pack ‘${String(packTitle)}’ answered ${fieldValue('', value['lookedUpAt'])}, up to ${String(radiusMetres)} m`;
}

function usedProfileWords(value: unknown): string {
  if (!isJsonObject(value)) return 'A block profile';
  const { profiledOn, organisation, role } = value;
  return `Of ${fieldValue('', profiledOn)} by ${String(organisation)}${typeof role === 'string' && role.trim() !== '' ? ` (${role})` : ''}`;
}
