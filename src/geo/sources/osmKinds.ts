import type { CategoryId } from '@/terms';

/**
 * OpenStreetMap's words for a place, and the categories that it may belong to (the first is meant where the one asked for is not among them).
 * Words are values of amenity, leisure, … in raw OSM, or subclass and class in OpenMapTiles. A word that is not here leaves the category as asked.
 */
const CATEGORIES_OF: Readonly<Record<string, readonly CategoryId[]>> = {
  school: ['school'],
  university: ['collegeOrUniversity'], college: ['collegeOrUniversity'],
  language_school: ['otherTuition'], music_school: ['otherTuition'], dancing_school: ['otherTuition'], driving_school: ['otherTuition'],
  // Not a preparatory school: OSM means places that prepare for examinations.
  prep_school: ['otherTuition'],
  kindergarten: ['nursery'], childcare: ['nursery'],
  playground: ['playPark'], kids_area: ['playPark'],
  // Town halls are let to groups of all ages as community centres are.
  community_centre: ['communityCentre', 'youthClub'], social_centre: ['communityCentre', 'youthClub'], townhall: ['communityCentre'], town_hall: ['communityCentre', 'youthClub'],
  youth_centre: ['youthClub'], scout: ['youthClub'], scouts: ['youthClub'],
  place_of_worship: ['placeOfWorship'],
  library: ['library'],
  pub: ['licensedPremises'], bar: ['licensedPremises'], beer: ['licensedPremises'], biergarten: ['licensedPremises'], nightclub: ['licensedPremises'],
  stripclub: ['licensedPremises'], casino: ['licensedPremises'],
  // An off-licence is a shop with a licence: it is what it was asked for as.
  alcohol: ['shop', 'licensedPremises'], wine: ['shop', 'licensedPremises'], alcohol_shop: ['shop', 'licensedPremises'],
  park: ['parkOrGreenspace'], garden: ['parkOrGreenspace'], nature_reserve: ['parkOrGreenspace'], common: ['parkOrGreenspace'],
  recreation_ground: ['parkOrGreenspace', 'sportOrLeisure'], village_green: ['parkOrGreenspace'],
  pitch: ['sportOrLeisure'], track: ['sportOrLeisure'], sports_centre: ['sportOrLeisure'], sports_hall: ['sportOrLeisure'], stadium: ['sportOrLeisure'],
  fitness_centre: ['sportOrLeisure'], swimming_pool: ['sportOrLeisure'], golf_course: ['sportOrLeisure'], bowling_alley: ['sportOrLeisure'], dance: ['sportOrLeisure'],
  nursing_home: ['careHome'], assisted_living: ['shelteredHousing'], sheltered_housing: ['shelteredHousing'], retirement_home: ['shelteredHousing'], day_care: ['adultDayService'],
};

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

/** The category of a place that was handed over as `asked`. */
export function osmKind(asked: CategoryId, properties: Readonly<Record<string, unknown>>, name: string): OsmKind {
  const values = TAGS.flatMap((tag) => { const value = properties[tag]; return typeof value === 'string' && value !== '' ? [{ tag, value }] : []; });
  const words = values.flatMap(({ tag, value }) => value.split(';').map((word) => ({ tag, word: word.trim() })));
  const readable = words[0]?.word.replaceAll('_', ' ') ?? '';
  const known = words.find(({ tag, word }) => tag !== 'building' && Object.hasOwn(CATEGORIES_OF, word));
  // The words of one tag stand side by side ('school;kindergarten'): the asked one is taken where it is among them.
  const beside = known ? words.filter(({ tag }) => tag === known.tag).flatMap(({ word }) => CATEGORIES_OF[word] ?? []) : [];
  const isShop = !known && words.some(({ tag }) => tag === 'shop');
  const category = known ? (beside.includes(asked) ? asked : beside[0] ?? asked) : isShop ? 'shop' : asked;
  if (category === 'communityCentre' && SPORTS_CLUB_NAME.test(name)) return { category: 'sportOrLeisure', word: readable, flags: [] };
  const vague = !known && !isShop && words.some(({ word }) => VAGUE.has(word));
  return { category, word: readable, flags: vague ? [`The map calls it '${readable}': it may be something else`] : [] };
}
