import { categoryOf, CATEGORY_IDS, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import type { Site } from '../pack/site';
import { monthsAfter, type Edition } from './edition';
import type { Gathered } from './gathered';
import { readFeatures, type SourceFeature } from './geojson';
import { MENDED_FLAG, mendGeometry } from './mendGeometry';
import { isPartOfOutline, isPrivateGarden, isRoad, LEAST_ROADS, OSM_CATEGORIES, osmCategories, osmKind } from './osmKinds';
import { readOsmPbf } from './osmPbf';
import { isOsmPbf } from './osmPbfBlobs';
import type { OsmFeature } from './osmShapes';
import { isOverpass, readOverpass, type OsmExtract } from './overpass';
import { strayShape } from './scotland';
import { joinAddress, siteTexts } from './shortText';
import { SourceError } from './sourceError';
import { unpackGzip, type SourceFile } from './sourceFile';
import { Tally } from './tally';

/** Volunteers map all the time; after a year, new play parks and shops are missing that a fresh extract has. */
export const OSM_STALE_MONTHS = 12;

/** Places with grounds: as a bare point, their edge is not known. */
const WITH_GROUNDS = new Set<CategoryId>(['school', 'playPark', 'parkOrGreenspace', 'sportOrLeisure', 'collegeOrUniversity']);
export const POINT_FLAG = 'Drawn as a point: its grounds are not on the map';

export const INCOMPLETE_FLAG = 'Its outline is not whole in the extract: its edge is not known';
/** Told by the tag `building`; extracts made from map tiles do not carry it. */
export const BUILDING_FLAG = 'Drawn as a building: its grounds are not on the map';

export const PART_REASON = 'Part of an outline (gate, door, crossing), not a place';

/** Told in the account: nobody comes to a garden or pool of a house. */
export const PRIVATE_REASON = 'A private garden or pool';

/** `category` null: read for every category that the table knows (osmKinds.ts). */
export interface OsmFile { readonly category: CategoryId | null; readonly file: SourceFile }

export interface OsmContext {
  readonly edition: Edition;
  /** Where OpenStreetMap was searched, as declared by whoever made the extract. */
  readonly coverage: MultiPolygon;
}

/**
 * OpenStreetMap extracts, a file for one category or for all. Two layers: the categories that were handed over, with the declared coverage; and places that
 * turned out to be of another category (a college among the schools), without coverage, since nobody searched for those. A file for all categories counts
 * as searched only where it has the roads too: otherwise it was cut to some kinds of places, and nobody said which. @throws SourceError
 */
export function readOsm(files: readonly OsmFile[], { edition: given, coverage }: OsmContext): Gathered[] {
  const read = files.map(({ category, file }) => ({ category, file, ...readMap(file, category) }));
  const asked = new Set(read.flatMap(({ category, roads }) => category ?? (roads >= LEAST_ROADS ? OSM_CATEGORIES : [])));
  const accounts = { osm: newAccount(), 'osm-other': newAccount() };
  const seen = new Map<string, Set<CategoryId>>();
  const edition = oldest(given, read.map(({ asOf }) => asOf));
  const take = (wanted: CategoryId, sure: boolean, feature: OsmFeature, id: string, dropAs: string | null): void => {
    const name = text(feature, 'name');
    const kind = osmKind(wanted, feature.properties, name, sure);
    const layerId = asked.has(kind.category) ? 'osm' : 'osm-other';
    const account = accounts[layerId];
    account.read += 1;
    const mended = mendGeometry(feature.geometry);
    const as = seen.get(id) ?? new Set();
    const lost = dropAs ?? ('lost' in mended ? mended.lost : strayShape(mended.geometry) ?? (as.has(kind.category) ? 'Given twice' : null));
    if ('lost' in mended || lost !== null) { account.dropped.add(lost ?? ''); return; }
    const siteId = as.size === 0 ? `osm:${id}` : `osm:${id}#${kind.category}`;
    seen.set(id, as.add(kind.category));
    const point = /Point$/u.test(mended.geometry.type) && WITH_GROUNDS.has(kind.category);
    const building = mended.geometry.type.endsWith('Polygon') && WITH_GROUNDS.has(kind.category) && !['', 'no'].includes(text(feature, 'building'));
    const { flags, ...texts } = siteTexts(name === '' ? unnamed(kind.category) : name, kind.word, addressOf(feature));
    account.sites.push({
      siteId, category: kind.category, layerId, ...texts, geometry: mended.geometry,
      errorMetres: feature.incomplete ? 'unknown' : null,
      flags: [...kind.flags, ...(feature.incomplete ? [INCOMPLETE_FLAG] : []), ...(mended.mended ? [MENDED_FLAG] : []), ...(point ? [POINT_FLAG] : []), ...(building ? [BUILDING_FLAG] : []), ...flags],
    });
  };
  for (const { category, file, features } of read) {
    features.forEach((feature, i) => {
      const id = osmId(feature) ?? `unidentified/${file.name}/${String(i + 1)}`;
      if (category !== null) take(category, false, feature, id, isPartOfOutline(feature.properties) ? PART_REASON : null);
      else for (const one of osmCategories(feature.properties)) take(one, true, feature, id, isPrivateGarden(feature.properties) ? PRIVATE_REASON : null);
    });
  }
  const others = CATEGORY_IDS.filter((id) => accounts['osm-other'].sites.some((site) => site.category === id));
  const layers: Gathered[] = asked.size === 0 ? [] : [{ layer: { ...base(edition), id: 'osm', title: 'OpenStreetMap places', categories: [...asked], coverage }, ...accounts.osm }];
  const title = 'OpenStreetMap places that turned up among others (not searched for)';
  if (accounts['osm-other'].read > 0) layers.push({ layer: { ...base(edition), id: 'osm-other', title, categories: others, coverage: null }, ...accounts['osm-other'] });
  return layers;
}

/** The whole map was handed over as one kind of place: every house would be taken for one. */
function tooMuch(name: string, category: CategoryId): SourceError {
  const problem = `holds all of the map, roads too, and is no file of ${categoryOf(category).plural.toLowerCase()} alone.`;
  const told = 'each place is then told by its tags.';
  return new SourceError(name, `${problem} Give it without a category (--osm ${name}): ${told}`, { onPage: `${problem} Take it for every kind of place: ${told}` });
}

function readMap(given: SourceFile, category: CategoryId | null): OsmExtract {
  const read = isOsmPbf(given) ? readOsmPbf(given, category === null ? (tags) => osmCategories(tags).length > 0 : (tags) => Object.keys(tags).length > 0) : readText(unpackGzip(given));
  if (category !== null && read.roads >= LEAST_ROADS) throw tooMuch(given.name, category);
  const places = category === null ? read.features.filter(({ properties }) => osmCategories(properties).length > 0) : read.features;
  if (places.length === 0) throw new SourceError(given.name, category === null ? 'has no place of a kind that is looked for. Check that this is the right file.' : 'has no tagged elements. An empty layer would say that nothing is there; leave the file out instead.');
  return { ...read, features: places };
}

/** GeoJSON does not say of what day it is, and what an exporter could not close it has left out already. */
function readText(file: SourceFile): OsmExtract {
  if (isOverpass(file)) return readOverpass(file);
  const features = readFeatures(file).map((feature): OsmFeature => ({ ...feature, incomplete: false }));
  return { features, asOf: null, roads: features.filter(({ properties, geometry }) => geometry !== null && !geometry.type.endsWith('Point') && isRoad(properties)).length };
}

/** The oldest day among the given one and the files' own: a layer is as old as its oldest part. A file without a day makes it unknown unless one was given. */
function oldest(given: Edition, own: readonly (string | null)[]): Edition {
  const days = [given.asOf, ...own].filter((day) => day !== null);
  const asOf = given.asOf === null && own.includes(null) ? null : days.toSorted()[0] ?? null;
  if (asOf === null || asOf === given.asOf) return given;
  const byDefault = given.staleAfter === null || (given.asOf !== null && given.staleAfter === monthsAfter(given.asOf, OSM_STALE_MONTHS));
  return { asOf, staleAfter: byDefault ? monthsAfter(asOf, OSM_STALE_MONTHS) : given.staleAfter };
}

const newAccount = () => ({ sites: [] as Site[], read: 0, dropped: new Tally() });

export const OSM_CREDIT = {
  publisher: 'OpenStreetMap contributors',
  licence: 'Open Data Commons Open Database License (ODbL) 1.0',
  attribution: '© OpenStreetMap contributors',
} as const;

const base = ({ asOf, staleAfter }: Edition) => ({
  ...OSM_CREDIT,
  asOf,
  staleAfter,
  position: {
    // Outlines are traced from aerial images and GPS; all 18 official school points in central Edinburgh lie inside the outline of their school.
    errorMetres: 10,
    extentMetres: 0,
    note: 'Outlines are drawn by volunteers from aerial images, to a few metres; taken as 10 m.',
  },
  leavesOut: [{ what: 'Places that no volunteer has drawn', count: null, ask: 'Look on the physical check.' }],
});

/** 'Unnamed play park': what has no name must still be found in a list. */
const unnamed = (category: CategoryId) => `Unnamed ${categoryOf(category).label.toLowerCase()}`;

const text = ({ properties }: SourceFeature, key: string) => { const value = properties[key]; return typeof value === 'string' ? value : ''; };

/** 'way/69895581', from the feature's own id or the properties that exporters use; null: none. */
function osmId(feature: SourceFeature): string | null {
  const ids = [feature.id, text(feature, 'osm_id'), text(feature, '@id'), text(feature, 'id')];
  return ids.map(fullId).find((id) => id !== null) ?? null;
}

/** Also of osmium's short form: n, w, r and a (area: twice the id of a way, or twice that of a relation and one). */
function fullId(id: string): string | null {
  if (/^(node|way|relation)\/\d+$/u.test(id)) return id;
  const [, kind, digits] = /^([nwra])(\d{1,15})$/u.exec(id) ?? [];
  if (kind === undefined) return null;
  const number = Number(digits);
  if (kind === 'a') return number % 2 === 0 ? `way/${String(number / 2)}` : `relation/${String((number - 1) / 2)}`;
  return `${{ n: 'node', w: 'way', r: 'relation' }[kind] ?? kind}/${String(number)}`;
}

function addressOf(feature: SourceFeature): string {
  const street = [text(feature, 'addr:housenumber'), text(feature, 'addr:street')].filter((part) => part !== '').join(' ');
  return joinAddress([street, text(feature, 'addr:city'), text(feature, 'addr:postcode')]);
}
