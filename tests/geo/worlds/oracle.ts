import type { CategoryAnswer, CategoryStatus, Relation } from '@/geo';
import type { LngLat } from '@/terms';
import { area, difference, featureCollection, intersect, multiPolygon } from '@turf/turf';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import geodesic from 'geographiclib-geodesic';
import { trueEdgeMetres } from '../geodesic';
import type { SiteOf, World } from './world';

/**
 * What an answer must be, worked out by other means than src/geo: geodesics for distances, winding numbers for inside and outside, and a circle
 * that is sampled and clipped instead of one whose nearest edge is measured. It is slow, and knows nothing of indexes, planes and cells.
 */

/** How often a ring winds around a place: not 0 inside it. (src/geo counts crossings.) */
function winding({ lng, lat }: LngLat, ring: readonly Position[]): number {
  let turns = 0;
  for (let n = 1; n < ring.length; n++) {
    const [[x0 = NaN, y0 = NaN], [x1 = NaN, y1 = NaN]] = [ring[n - 1] ?? [], ring[n] ?? []];
    const left = (x1 - x0) * (lat - y0) - (lng - x0) * (y1 - y0);
    if (y0 <= lat && y1 > lat && left > 0) turns++;
    if (y0 > lat && y1 <= lat && left < 0) turns--;
  }
  return turns;
}

const inPolygon = (at: LngLat, [outer, ...holes]: readonly Position[][]) => winding(at, outer ?? []) !== 0 && !holes.some((hole) => winding(at, hole) !== 0);
export const isInside = (at: LngLat, geometry: Geometry): boolean =>
  geometry.type === 'Polygon' ? inPolygon(at, geometry.coordinates) : geometry.type === 'MultiPolygon' && geometry.coordinates.some((part) => inPolygon(at, part));

const metresTo = (at: LngLat, geometry: Geometry): number => (isInside(at, geometry) ? 0 : trueEdgeMetres(at, geometry));

function errorsOf({ layers, at }: World, { layer, errorMetres, geometry }: SiteOf) {
  const own = layers[layer % layers.length];
  const known = errorMetres === 'unknown' ? null : (errorMetres ?? own?.errorMetres ?? null);
  return { total: at.errorMetres === null || known === null ? null : at.errorMetres + known, least: (at.errorMetres ?? 0) + (known ?? 0), extent: geometry.type.endsWith('Point') ? (own?.extentMetres ?? 0) : 0 };
}

/** The rule of src/geo/doubt.ts in other words: what can be true of a site whose position and grounds are off by as much as they may be. */
function relationAt(world: World, site: SiteOf, metres: number): Relation {
  const { total, least, extent } = errorsOf(world, site);
  const furthest = total === null ? Infinity : metres + total;
  const nearest = total === null ? metres - least - extent - 5_000 : metres - total - extent;
  return furthest <= world.radiusMetres ? 'inside' : nearest <= world.radiusMetres ? 'uncertain' : 'outside';
}

export interface Truth {
  /** By site; two where the place is within a few centimetres of where one gives way to the other. */
  readonly relations: readonly { readonly metres: number; readonly may: readonly Relation[] }[];
  /** What may be said of the coverage; two where an edge lies within centimetres of the circle. */
  readonly coverage: readonly CategoryAnswer['coverage'][];
  readonly stale: boolean;
}

const CLOSE = 0.05;

export function truthOf(world: World): Truth {
  const { layers, sites, at, radiusMetres, asOn } = world;
  const reach = radiusMetres + (at.errorMetres ?? 5_000);
  const disc = discs(at.point, reach);
  const lies = layers.map(({ coverage }) => coverage && circleIn(coverage, disc));
  const may = (held: boolean, touched: boolean): CategoryAnswer['coverage'] => (layers.length > 0 && held ? 'full' : touched ? 'partial' : 'none');
  return {
    relations: sites.map((site) => {
      const metres = metresTo(at.point, site.geometry);
      return { metres, may: [...new Set([metres - CLOSE, metres, metres + CLOSE].map((each) => relationAt(world, site, Math.max(0, each))))] };
    }),
    coverage: [...new Set([
      may(lies.every((each) => each?.surelyHeld), lies.some((each) => each?.surelyTouched)), may(lies.every((each) => each?.maybeHeld), lies.some((each) => each?.maybeTouched)),
    ])],
    stale: layers.some(({ staleAfter }) => staleAfter === null || staleAfter < asOn),
  };
}

/** Only this may be said, of the statuses, where the truth is known. */
export function statusesOf({ relations, coverage, stale }: Truth, { at: { errorMetres } }: World): CategoryStatus[] {
  const is = (wanted: Relation) => relations.some(({ may }) => may.includes(wanted));
  const surely = (wanted: Relation) => relations.some(({ may }) => may.length === 1 && may[0] === wanted);
  const nothing = coverage.map((each): CategoryStatus => (each === 'none' ? 'notSearched' : each === 'partial' ? 'partlySearched' : errorMetres === null || stale ? 'uncertain' : 'noneFound'));
  if (surely('inside')) return ['found'];
  return [...(is('inside') ? ['found' as const] : []), ...(is('uncertain') ? ['uncertain' as const] : []), ...(surely('uncertain') ? [] : nothing)];
}

/** Points on the circle about a place, by geodesics. */
function circle({ lng, lat }: LngLat, metres: number, corners: number): Position[] {
  return Array.from({ length: corners }, (_, n) => {
    const { lon2 = NaN, lat2 = NaN } = geodesic.Geodesic.WGS84.Direct(lat, lng, -180 + (360 * n) / corners, metres);
    return [lon2, lat2];
  });
}

const CORNERS = 120;
/** A polygon about a circle is this much wider than it. */
const ROUND = 1 / Math.cos(Math.PI / CORNERS);

/** A circle as dense samples of its disc, and as a polygon around it and one within it: between them they leave out a ring of 0.03 % of the radius. */
function discs(at: LngLat, reach: number) {
  const around = circle(at, reach * ROUND + CLOSE, CORNERS);
  const within = circle(at, reach - CLOSE, CORNERS);
  const samples = [within, ...[0, 0.01, 0.25, 0.5, 0.75, 0.9].map((share) => circle(at, (reach - CLOSE) * share, share === 0 ? 1 : 40))].flat();
  const closed = (corners: Position[]) => multiPolygon([[[...corners, corners[0] ?? []]]]);
  return { around: closed(around), within: closed(within), samples };
}

/** How a circle lies to an area, twice over: its samples by winding numbers, and its polygons clipped with the area. */
function circleIn(coverage: MultiPolygon, { around, within, samples }: ReturnType<typeof discs>) {
  const where = multiPolygon(coverage.coordinates);
  const left = (of: typeof around) => { const rest = difference(featureCollection([of, where])); return rest === null ? 0 : area(rest); };
  const held = samples.every(([lng = NaN, lat = NaN]) => isInside({ lng, lat }, coverage));
  const maybeTouched = intersect(featureCollection([around, where])) !== null;
  return {
    surelyHeld: held && left(around) === 0,
    maybeHeld: held && left(within) < 1e-6 * area(within),
    surelyTouched: maybeTouched && (held || intersect(featureCollection([within, where])) !== null),
    maybeTouched,
  };
}
