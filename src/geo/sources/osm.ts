import { categoryOf, CATEGORY_IDS, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import type { Site } from '../pack/site';
import { monthsAfter, type Edition } from './edition';
import type { Gathered } from './gathered';
import { readFeatures, type SourceFeature } from './geojson';
import { MENDED_FLAG, mendGeometry } from './mendGeometry';
import { isPartOfOutline, osmKind } from './osmKinds';
import { isOverpass, readOverpass, type Overpass, type OverpassFeature } from './overpass';
import { strayShape } from './scotland';
import { joinAddress, siteTexts } from './shortText';
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

export interface OsmFile { readonly category: CategoryId; readonly file: SourceFile }

export interface OsmContext {
  readonly edition: Edition;
  /** Where OpenStreetMap was searched, as declared by whoever made the extract. */
  readonly coverage: MultiPolygon;
}

/**
 * OpenStreetMap extracts, one file a category. Two layers: the categories that were handed over, with the declared coverage; and places that turned
 * out to be of another category (a college among the schools), without coverage, since nobody searched for those. @throws SourceError
 */
export function readOsm(files: readonly OsmFile[], { edition: given, coverage }: OsmContext): Gathered[] {
  const asked = new Set(files.map(({ category }) => category));
  const accounts = { osm: newAccount(), 'osm-other': newAccount() };
  const seen = new Map<string, Set<CategoryId>>();
  const read = files.map(({ category, file }) => ({ category, file, ...readMap(file) }));
  const edition = oldest(given, read.map(({ asOf }) => asOf));
  for (const { category: wanted, file, features } of read) {
    features.forEach((feature, i) => {
      const id = osmId(feature) ?? `unidentified/${file.name}/${String(i + 1)}`;
      const name = text(feature, 'name');
      const kind = osmKind(wanted, feature.properties, name);
      const account = accounts[asked.has(kind.category) ? 'osm' : 'osm-other'];
      account.read += 1;
      if (isPartOfOutline(feature.properties)) { account.dropped.add(PART_REASON); return; }
      const mended = mendGeometry(feature.geometry);
      if ('lost' in mended) { account.dropped.add(mended.lost); return; }
      const stray = strayShape(mended.geometry);
      if (stray !== null) { account.dropped.add(stray); return; }
      const as = seen.get(id) ?? new Set();
      if (as.has(kind.category)) { account.dropped.add('Given twice'); return; }
      const siteId = as.size === 0 ? `osm:${id}` : `osm:${id}#${kind.category}`;
      seen.set(id, as.add(kind.category));
      const point = /Point$/u.test(mended.geometry.type) && WITH_GROUNDS.has(kind.category);
      const building = mended.geometry.type.endsWith('Polygon') && WITH_GROUNDS.has(kind.category) && !['', 'no'].includes(text(feature, 'building'));
      const { flags, ...texts } = siteTexts(name === '' ? unnamed(kind.category) : name, kind.word, addressOf(feature));
      account.sites.push({
        siteId, category: kind.category, layerId: asked.has(kind.category) ? 'osm' : 'osm-other', ...texts, geometry: mended.geometry,
        errorMetres: feature.incomplete ? 'unknown' : null,
        flags: [...kind.flags, ...(feature.incomplete ? [INCOMPLETE_FLAG] : []), ...(mended.mended ? [MENDED_FLAG] : []), ...(point ? [POINT_FLAG] : []), ...(building ? [BUILDING_FLAG] : []), ...flags],
      });
    });
  }
  const others = CATEGORY_IDS.filter((id) => accounts['osm-other'].sites.some((site) => site.category === id));
  const main = { layer: { ...base(edition), id: 'osm', title: 'OpenStreetMap places', categories: [...asked], coverage }, ...accounts.osm };
  if (accounts['osm-other'].read === 0) return [main];
  const title = 'OpenStreetMap places that turned up among others (not searched for)';
  return [main, { layer: { ...base(edition), id: 'osm-other', title, categories: others, coverage: null }, ...accounts['osm-other'] }];
}

/** GeoJSON does not say of what day it is, and what an exporter could not close it has left out already. */
function readMap(given: SourceFile): Overpass {
  const file = unpackGzip(given);
  if (isOverpass(file)) return readOverpass(file);
  return { features: readFeatures(file).map((feature): OverpassFeature => ({ ...feature, incomplete: false })), asOf: null };
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
