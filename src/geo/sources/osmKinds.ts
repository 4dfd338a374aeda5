import { CATEGORY_IDS, type CategoryId } from '@/terms';

/** [key of raw OSM, words, categories that such a place may belong to, 'each' where it is all of them at once]. */
type Row = readonly [key: string, words: string, categories: readonly CategoryId[], each?: 'each'];

/**
 * OpenStreetMap's words for a place. Handed over as one of its categories, it is that; otherwise the first is meant. One table for all formats:
 * where a file is handed over for a category, the word alone decides (extracts from map tiles have it as subclass or class); where it is read for every
 * category, key and word must both be as the map writes them. Words under TILES are OpenMapTiles' own. A word that is not here leaves the category as asked.
 */
const TILES = '';
const TABLE: readonly Row[] = [
  ['amenity', 'school', ['school']],
  ['amenity', 'university college', ['collegeOrUniversity']],
  // Not a preparatory school: OSM means by prep_school a place that prepares for examinations.
  ['amenity', 'language_school music_school dancing_school driving_school prep_school', ['otherTuition']],
  ['amenity', 'kindergarten childcare', ['nursery']],
  ['leisure', 'playground', ['playPark']],
  ['amenity', 'kids_area', ['playPark']],
  ['amenity', 'community_centre social_centre', ['communityCentre', 'youthClub']],
  // Town halls are let to groups of all ages as community centres are.
  ['amenity', 'townhall', ['communityCentre']],
  [TILES, 'town_hall', ['communityCentre', 'youthClub']],
  ['amenity', 'youth_centre', ['youthClub']],
  ['club', 'scout scouts', ['youthClub']],
  ['amenity', 'place_of_worship', ['placeOfWorship']],
  ['amenity', 'library', ['library']],
  ['amenity', 'pub bar biergarten nightclub stripclub casino', ['licensedPremises']],
  [TILES, 'beer', ['licensedPremises']],
  // An off-licence is a shop with a licence.
  ['shop', 'alcohol wine', ['shop', 'licensedPremises'], 'each'],
  [TILES, 'alcohol_shop', ['shop', 'licensedPremises']],
  ['leisure', 'park garden nature_reserve common', ['parkOrGreenspace']],
  ['landuse', 'recreation_ground', ['parkOrGreenspace', 'sportOrLeisure']],
  ['leisure', 'recreation_ground', ['parkOrGreenspace', 'sportOrLeisure']],
  ['landuse', 'village_green', ['parkOrGreenspace']],
  ['leisure', 'pitch track sports_centre sports_hall stadium fitness_centre swimming_pool golf_course bowling_alley dance', ['sportOrLeisure']],
  ['amenity', 'nursing_home', ['careHome']],
  ['social_facility', 'nursing_home', ['careHome']],
  ['social_facility', 'assisted_living sheltered_housing', ['shelteredHousing']],
  ['amenity', 'retirement_home', ['shelteredHousing']],
  ['social_facility', 'day_care', ['adultDayService']],
];
const WORDS: readonly (readonly [key: string, word: string, categories: readonly CategoryId[], each: boolean])[] = TABLE.flatMap(([key, words, categories, each]) => words.split(' ').map((word) => [key, word, categories, each === 'each'] as const));
const CATEGORIES_OF: Readonly<Record<string, readonly CategoryId[]>> = Object.fromEntries(WORDS.map(([, word, categories]) => [word, categories]));
const BY_TAG = new Map(WORDS.map(([key, word, categories, each]) => [`${key}=${word}`, each ? categories : categories.slice(0, 1)]));

/** Every category that a file with all of the map answers for. */
export const OSM_CATEGORIES: readonly CategoryId[] = CATEGORY_IDS.filter((id) => WORDS.some(([key, , categories]) => key !== TILES && categories.includes(id)));

/** Words of `shop` that are no shop that people come to. */
const NO_SHOP = new Set(['no', 'vacant', 'disused', 'closed']);

/** Words so wide that the place may be something else: it is kept as asked, and says so. */
const VAGUE = new Set(['social_facility', 'yes', 'hostel', 'association', 'lodging', 'office', 'group_home', 'shelter', 'outreach', 'food_bank', 'club']);

/** A sports club's own house is called a community centre on the map; its name gives it away. */
const SPORTS_CLUB_NAME = /\b(bowling|bowls|cricket|tennis|golf|rugby|football|rowing|curling|pavilion)\b/iu;

export interface OsmKind {
  readonly category: CategoryId;
  /** The map's own word, readable. */
  readonly word: string;
  readonly flags: readonly string[];
}

/** Tags in the order in which they tell most about a place. */
const TAGS = ['subclass', 'social_facility', 'amenity', 'leisure', 'shop', 'club', 'landuse', 'healthcare', 'building', 'office', 'tourism', 'class', 'sport'] as const;

/** Extracts bring the tagged nodes of an outline along: gates, doors, crossings. */
const PARTS = ['barrier', 'highway', 'entrance', 'door', 'natural', 'power', 'man_made', 'emergency', 'traffic_calming', 'railway'] as const;

/** A piece of some outline with no word for a place of its own. */
export function isPartOfOutline(properties: Readonly<Record<string, unknown>>): boolean {
  return !TAGS.some((tag) => tag in properties) && PARTS.some((tag) => tag in properties);
}

/** The category of a place that was handed over as `asked`; `sure`: its tags have told it already (osmCategories). */
export function osmKind(asked: CategoryId, properties: Readonly<Record<string, unknown>>, name: string, sure = false): OsmKind {
  const values = TAGS.flatMap((tag) => { const value = properties[tag]; return typeof value === 'string' && value !== '' ? [{ tag, value }] : []; });
  const words = values.flatMap(({ tag, value }) => value.split(';').map((word) => ({ tag, word: word.trim() })));
  const telling = sure ? words.find(({ word }) => Object.hasOwn(CATEGORIES_OF, word) && CATEGORIES_OF[word]?.includes(asked)) : undefined;
  const readable = (telling ?? words[0])?.word.replaceAll('_', ' ') ?? '';
  const known = words.find(({ tag, word }) => tag !== 'building' && Object.hasOwn(CATEGORIES_OF, word));
  // The words of one tag stand side by side ('school;kindergarten'): the asked one is taken where it is among them.
  const beside = known ? words.filter(({ tag }) => tag === known.tag).flatMap(({ word }) => CATEGORIES_OF[word] ?? []) : [];
  const isShop = !known && words.some(({ tag }) => tag === 'shop');
  const category = sure ? asked : known ? (beside.includes(asked) ? asked : beside[0] ?? asked) : isShop ? 'shop' : asked;
  if (category === 'communityCentre' && SPORTS_CLUB_NAME.test(name)) return { category: 'sportOrLeisure', word: readable, flags: [] };
  const vague = !known && !isShop && words.some(({ word }) => VAGUE.has(word));
  return { category, word: readable, flags: vague ? [`The map calls it '${readable}': it may be something else`] : [] };
}

/**
 * The categories of a place in a file that is read for all of them; none: no kind of place that is looked for. A bare social_facility may be a care home:
 * it is kept as one, and osmKind flags it.
 */
export function osmCategories(properties: Readonly<Record<string, unknown>>): CategoryId[] {
  const found = new Set<CategoryId>();
  for (const tag of TAGS) {
    const value = properties[tag];
    if (typeof value !== 'string') continue;
    for (const word of value.split(';').map((one) => one.trim())) {
      const known = BY_TAG.get(`${tag}=${word}`) ?? (tag === 'shop' && word !== '' && !NO_SHOP.has(word) ? ['shop' as const] : []);
      for (const category of known) found.add(category);
    }
  }
  const facility = properties['social_facility'];
  if (properties['amenity'] === 'social_facility' && (facility === undefined || facility === 'group_home')) found.add('careHome');
  return [...found];
}

/** Gardens and pools of a house: the map draws them in thousands, and nobody comes to them. */
export function isPrivateGarden(properties: Readonly<Record<string, unknown>>): boolean {
  const { leisure, access } = properties;
  return (leisure === 'garden' || leisure === 'swimming_pool') && (access === 'private' || access === 'no' || properties['garden:type'] === 'residential');
}

const ROADS = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'service']);
/** What is cut to some kinds of places has next to none of these; what is not cut has them by the thousand. */
export const isRoad = ({ highway }: Readonly<Record<string, unknown>>): boolean => typeof highway === 'string' && ROADS.has(highway);
export const LEAST_ROADS = 20;
