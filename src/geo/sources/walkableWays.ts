import type { LineKind } from '../pack/content';

/** Why a way is drawn and not walked; the words stand in the account of the build. */
export const NOT_WALKED = {
  motorway: 'Motorway or motor road: closed to people on foot',
  busway: 'Busway or race track: closed to people on foot',
  rail: 'Railway or tram line',
  indoor: 'Inside a building: open at hours of its own',
  noFoot: 'Closed to people on foot by its tags (foot)',
  noAccess: 'Private or closed by its tags (access)',
} as const;
export type NotWalked = keyof typeof NOT_WALKED;

interface Rule { readonly kind: LineKind; readonly not?: NotWalked }
const road: Rule = { kind: 'road' };
const path: Rule = { kind: 'path' };

/**
 * What OpenStreetMap calls a way, how the map draws it, and whether it is walked where no tag says otherwise. Words are values of `highway` and `railway` in raw OSM,
 * `subclass` and `class` in OpenMapTiles. A way with another word is left out and counted: platforms (ticket holders), crossings drawn as points, outlines of bridges,
 * ferries, what is planned or being built.
 */
export const WAYS: Readonly<Record<string, Rule>> = {
  motorway: { kind: 'road', not: 'motorway' }, motorway_link: { kind: 'road', not: 'motorway' },
  // Walked unless tagged otherwise, as Scots law has it: many have a pavement that is drawn only as the road.
  trunk: road, trunk_link: road, primary: road, primary_link: road, secondary: road, secondary_link: road, tertiary: road, tertiary_link: road,
  unclassified: road, residential: road, living_street: road, minor: road, minor_road: road, road: road, service: road, pedestrian: road,
  busway: { kind: 'road', not: 'busway' }, bus_guideway: { kind: 'road', not: 'busway' }, raceway: { kind: 'road', not: 'busway' },
  track: path, footway: path, path: path, steps: path, bridleway: path, cycleway: path, pier: path,
  corridor: { kind: 'path', not: 'indoor' },
  rail: { kind: 'rail', not: 'rail' }, light_rail: { kind: 'rail', not: 'rail' }, tram: { kind: 'rail', not: 'rail' }, narrow_gauge: { kind: 'rail', not: 'rail' }, transit: { kind: 'rail', not: 'rail' },
};

/** `foot` outranks `access`: a drive that is private to cars may be a right of way. Other values ('unknown') say nothing. */
const FOOT: Readonly<Record<string, 'yes' | 'no'>> = {
  yes: 'yes', designated: 'yes', official: 'yes', permissive: 'yes', destination: 'yes',
  no: 'no', private: 'no', customers: 'no', permit: 'no', use_sidepath: 'no', delivery: 'no',
};
const NO_ACCESS = new Set(['no', 'private', 'customers', 'permit', 'delivery', 'military', 'agricultural', 'forestry', 'employees', 'residents']);

type Tags = Readonly<Record<string, unknown>>;
const text = (tags: Tags, key: string): string => { const value = tags[key]; return typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? 'yes' : ''; };
const isYes = (value: string) => value !== '' && value !== 'no' && value !== '0';

/** null: not a way that is drawn. `not`: why it is not walked, or null where it is. */
export function wayKind(tags: Tags): { kind: LineKind; not: NotWalked | null; level: number } | null {
  const word = ['highway', 'railway', 'subclass', 'class', 'man_made'].map((key) => text(tags, key)).find((value) => Object.hasOwn(WAYS, value));
  // OpenMapTiles says class=path of a platform, class=rail of what is disused: the narrower word decides.
  const narrow = text(tags, 'highway') || text(tags, 'railway') || text(tags, 'subclass');
  if (word === undefined || (narrow !== '' && !Object.hasOwn(WAYS, narrow))) return null;
  const rule = WAYS[word] ?? path;
  return { kind: rule.kind, not: rule.not ?? notByTags(tags), level: levelOf(tags) };
}

function notByTags(tags: Tags): NotWalked | null {
  if (isYes(text(tags, 'motorroad'))) return 'motorway';
  if (isYes(text(tags, 'indoor'))) return 'indoor';
  const foot = FOOT[text(tags, 'foot')];
  if (foot === 'no') return 'noFoot';
  return foot === undefined && NO_ACCESS.has(text(tags, 'access')) ? 'noAccess' : null;
}

/** The tag `layer`; without it a bridge is above the ground, and a tunnel on it: most are passages through buildings, which meet the street outside. */
function levelOf(tags: Tags): number {
  const layer = Number(text(tags, 'layer') || NaN);
  if (Number.isInteger(layer) && Math.abs(layer) <= 20) return layer;
  return isYes(text(tags, 'bridge')) || text(tags, 'brunnel') === 'bridge' ? 1 : 0;
}
