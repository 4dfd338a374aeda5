import { booleanPointInPolygon } from '@turf/turf';
import type { LngLat } from '@/terms';
import type { Geometry, Position } from 'geojson';
import geodesic from 'geographiclib-geodesic';

const WGS84 = geodesic.Geodesic.WGS84;

/** Metres on the ellipsoid, to nanometres. */
export function geodesicMetres(from: LngLat, to: LngLat): number {
  return WGS84.Inverse(from.lat, from.lng, to.lat, to.lng, geodesic.Geodesic.DISTANCE).s12 ?? NaN;
}

const known = new WeakMap<Geometry, [Position, Position][]>();

/** All edges of a shape: pairs of positions, or a position twice for a point. */
function edgesOf(geometry: Geometry): [Position, Position][] {
  const line = (positions: Position[]) => positions.slice(1).map((to, i): [Position, Position] => [positions[i] ?? to, to]);
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates, geometry.coordinates]];
    case 'MultiPoint': return geometry.coordinates.map((p) => [p, p]);
    case 'LineString': return line(geometry.coordinates);
    case 'MultiLineString': case 'Polygon': return geometry.coordinates.flatMap(line);
    case 'MultiPolygon': return geometry.coordinates.flat().flatMap(line);
    case 'GeometryCollection': return geometry.geometries.flatMap(edgesOf);
  }
}

/**
 * The measuring stick: the distance from a point to a shape by geodesics alone, each edge (straight in degrees) searched for its nearest place.
 * Shares no code with the kernel. A flat estimate, good to 0.5%, picks the edges worth searching.
 */
export function trueMetres(from: LngLat, geometry: Geometry): number {
  if ((geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && booleanPointInPolygon([from.lng, from.lat], geometry)) return 0;
  return trueEdgeMetres(from, geometry);
}

/** Distance to the nearest edge, inside or not. */
export function trueEdgeMetres(from: LngLat, geometry: Geometry): number {
  const edges = known.get(geometry) ?? edgesOf(geometry);
  known.set(geometry, edges);
  const estimates = edges.map(([a, b]) => flatMetres(from, a, b));
  const limit = Math.min(...estimates) * 1.005 + 1;
  let least = Infinity;
  edges.forEach(([a, b], i) => { if ((estimates[i] ?? 0) <= limit) least = Math.min(least, edgeMetres(from, a, b)); });
  return least;
}

/** The square of the distance along an edge is all but a parabola: its lowest place is found by fitting one, twice, the second time close by. */
function edgeMetres(from: LngLat, [ax = NaN, ay = NaN]: Position, [bx = NaN, by = NaN]: Position): number {
  const at = (t: number) => geodesicMetres(from, { lng: ax + t * (bx - ax), lat: ay + t * (by - ay) });
  if (ax === bx && ay === by) return at(0);
  let lowest = 0.5;
  for (const step of [0.5, 0.01]) {
    const [before, here, after] = [at(lowest - step) ** 2, at(lowest) ** 2, at(lowest + step) ** 2] as const;
    const bend = before - 2 * here + after;
    lowest = Math.min(1, Math.max(0, lowest + (bend > 0 ? (step * (before - after)) / (2 * bend) : 0)));
  }
  return Math.min(at(lowest), at(0), at(1));
}

function flatMetres({ lng, lat }: LngLat, [ax = NaN, ay = NaN]: Position, [bx = NaN, by = NaN]: Position): number {
  const east = 111_320 * Math.cos((lat * Math.PI) / 180);
  const north = 111_200;
  const x0 = (ax - lng) * east, y0 = (ay - lat) * north, dx = (bx - ax) * east, dy = (by - ay) * north;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / length2));
  return Math.hypot(x0 + t * dx, y0 + t * dy);
}

/** A seeded generator (mulberry32), so that every run asks the same questions. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
