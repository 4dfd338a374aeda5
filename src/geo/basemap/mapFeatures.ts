import type { Feature, Geometry } from 'geojson';
import { type Box, boxOf, positionsOf } from '../sources/box';
import { readFeatures } from '../sources/geojson';
import { OUTSIDE_REASON } from '../sources/gathered';
import { NO_LOCATION } from '../sources/mendGeometry';
import { shortText } from '../sources/shortText';
import { type SourceFile, unpackGzip } from '../sources/sourceFile';
import { Tally } from '../sources/tally';
import { type MapKind, mapKind, type MapLayer, type Shape } from './schema';

/** What a tile says of a feature; names of attributes as in the Protomaps basemap, version 4. */
export type MapProperties = Readonly<Record<string, string | number | boolean>>;

export interface MapFeature {
  readonly layer: MapLayer;
  readonly fromZoom: number;
  readonly box: Box;
  readonly feature: Feature<Geometry, MapProperties>;
}

/** read = kept + dropped; a building with a house number is one, drawn as two. */
export interface MapFeatures {
  readonly features: readonly MapFeature[];
  readonly read: number;
  readonly kept: number;
  readonly dropped: Tally;
}

export const NOT_DRAWN = 'Of a kind that the background map does not draw';
const GIVEN_TWICE = 'Given in another file already';

const SHAPE_OF: Readonly<Record<Geometry['type'], Shape | null>> = {
  Polygon: 'area', MultiPolygon: 'area', LineString: 'line', MultiLineString: 'line', Point: 'point', MultiPoint: 'point', GeometryCollection: null,
};
/** United Kingdom: 4 is Scotland, 6 a council area; what is below is no line that an officer asks about. */
const BOUNDARY_KINDS: Readonly<Record<string, string>> = { 2: 'country', 4: 'region', 6: 'county' };
/** Where Web Mercator ends. */
const MAX_LATITUDE = 85;

/** OpenStreetMap GeoJSON, each feature as the schema draws it, cut to the box by its own box. @throws SourceError for a file that is no such GeoJSON. */
export function mapFeatures(files: readonly SourceFile[], box: Box): MapFeatures {
  const features: MapFeature[] = [];
  const dropped = new Tally();
  const seenIn = new Map<string, number>();
  let [read, kept] = [0, 0];
  files.forEach((file, i) => {
    for (const { id, properties, geometry } of readFeatures(unpackGzip(file))) {
      read += 1;
      const shape = geometry && SHAPE_OF[geometry.type];
      const own = geometry && isSound(geometry) ? boxOf(geometry) : null;
      if (!geometry || !own) { dropped.add(NO_LOCATION); continue; }
      const drawn = shape && drawnAs(shape, properties);
      if (!drawn) { dropped.add(NOT_DRAWN); continue; }
      if (!overlap(own, box)) { dropped.add(OUTSIDE_REASON); continue; }
      const key = `${id} ${shape} ${drawn.layer}`;
      if (id !== '' && (seenIn.get(key) ?? i) !== i) { dropped.add(GIVEN_TWICE); continue; }
      seenIn.set(key, i);
      kept += 1;
      const isLine = drawn.layer === 'boundaries';
      features.push({ layer: drawn.layer, fromZoom: drawn.fromZoom, box: own, feature: { type: 'Feature', geometry: isLine ? outline(geometry) : geometry, properties: drawn.properties } });
      if (shape === 'area') features.push(...numberOn(properties, own));
    }
  });
  return { features, read, kept, dropped };
}

function drawnAs(shape: Shape, tags: Readonly<Record<string, unknown>>): (Pick<MapKind, 'layer' | 'fromZoom'> & { readonly properties: MapProperties }) | null {
  const drawn = mapKind(shape, tags);
  if (!drawn) return null;
  const { layer, kind, fromZoom, detail } = drawn;
  const text = (tag: string) => (typeof tags[tag] === 'string' ? shortText(tags[tag]).text : '');
  if (layer === 'boundaries') {
    const level = BOUNDARY_KINDS[String(tags['admin_level'])];
    return level === undefined ? null : { layer, fromZoom, properties: { kind: level, kind_detail: Number(tags['admin_level']) } };
  }
  if (kind === 'address') return { layer, fromZoom, properties: { kind, addr_housenumber: shortText(detail).text } };
  const named = ['roads', 'places', 'water'].includes(layer) && text('name') !== '' ? { name: text('name') } : {};
  // A place without a name says nothing.
  if (layer === 'places' && !('name' in named)) return null;
  if (layer === 'buildings' || layer === 'landuse') return { layer, fromZoom, properties: { kind } };
  const passes = layer === 'roads' ? { ...(is(tags, 'bridge') && { is_bridge: true }), ...(is(tags, 'tunnel') && { is_tunnel: true }) } : {};
  return { layer, fromZoom, properties: { kind, kind_detail: detail, ...named, ...passes } };
}

/** OpenStreetMap's own tag, or OpenMapTiles' 'brunnel'. */
function is(tags: Readonly<Record<string, unknown>>, what: 'bridge' | 'tunnel'): boolean {
  return tags['brunnel'] === what || (typeof tags[what] === 'string' && tags[what] !== 'no' && tags[what] !== '');
}

/** The house number of a building, at its middle. */
function numberOn(tags: Readonly<Record<string, unknown>>, { west, south, east, north }: Box): MapFeature[] {
  const drawn = drawnAs('point', { 'addr:housenumber': tags['addr:housenumber'] });
  if (!drawn) return [];
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  return [{ layer: drawn.layer, fromZoom: drawn.fromZoom, box: { west: lng, south: lat, east: lng, north: lat }, feature: { type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties: drawn.properties } }];
}

function outline(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'MultiLineString', coordinates: geometry.coordinates };
  return geometry.type === 'MultiPolygon' ? { type: 'MultiLineString', coordinates: geometry.coordinates.flat() } : geometry;
}

const isSound = (geometry: Geometry) => positionsOf(geometry).every(([lng, lat]) => Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= MAX_LATITUDE);

export const overlap = (a: Box, b: Box): boolean => a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
