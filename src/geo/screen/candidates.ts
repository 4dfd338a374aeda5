import { KIND_POINT, UNITS_PER_DEGREE } from '../pack/shapes';
import { shapeBox } from '../pack/packSites';
import type { PackedSites } from '../pack/siteReader';
import { type Plane, planeAt, reachDegrees } from '../plane';
import { nearest, nearestOfShape, siteMetres } from '../shapeDistance';
import { type EdgeRuns, nearestEdge } from './edgeRuns';
import type { Extent } from './extent';
import type { SiteGroup } from './siteGroups';

/** The limit on a squared distance is given this much room: the decision itself is taken on the distance (doubt.ts). */
const ROOM = 1 + 1e-9;

/** What may lie near the addresses of a cell: points side by side, other shapes with their boxes; units of 1e-7 degree, `limit2` in square metres. */
export interface Candidates {
  readonly points: { readonly count: number; readonly lngLat: Float64Array; readonly limit2: Float64Array; readonly place: Uint32Array };
  readonly shapes: { readonly place: Uint32Array; readonly box: Int32Array; readonly limitMetres: Float64Array };
  /** The furthest of all limits. */
  readonly mostMetres: number;
}

/** Every site that is within its own limit (metres) of any place in the rectangle, and some more. `reachOf`: the limit of a group's furthest-reaching site. */
export function candidatesOf(sites: PackedSites, groups: readonly SiteGroup[], extent: Extent, reachOf: (group: SiteGroup) => number, limitOf: (place: number) => number): Candidates {
  const { kind, firstRing, firstVertex, lngLat } = sites.shapes;
  const corners = [planeAt({ lng: extent.west, lat: extent.south }), planeAt({ lng: extent.west, lat: extent.north })];
  const points: number[] = [];
  const shapes: number[] = [];
  let mostMetres = 0;
  for (const group of groups) {
    const reach = reachOf(group);
    mostMetres = Math.max(mostMetres, reach);
    const [low, high] = corners.map((plane) => reachDegrees(plane, reach));
    const dLng = Math.max(low?.dLng ?? 0, high?.dLng ?? 0);
    const dLat = Math.max(low?.dLat ?? 0, high?.dLat ?? 0);
    const places = group.within((extent.west - dLng) * UNITS_PER_DEGREE, (extent.south - dLat) * UNITS_PER_DEGREE, (extent.east + dLng) * UNITS_PER_DEGREE, (extent.north + dLat) * UNITS_PER_DEGREE);
    for (const place of places) (kind[place] === KIND_POINT ? points : shapes).push(place);
  }
  const own = { lngLat: new Float64Array(2 * points.length), limit2: new Float64Array(points.length) };
  points.forEach((place, n) => {
    const v = 2 * (firstVertex[firstRing[place] ?? 0] ?? 0);
    own.lngLat[2 * n] = lngLat[v] ?? NaN;
    own.lngLat[2 * n + 1] = lngLat[v + 1] ?? NaN;
    own.limit2[n] = limitOf(place) ** 2 * ROOM;
  });
  const box = new Int32Array(4 * shapes.length);
  shapes.forEach((place, n) => { shapeBox(sites.shapes, place, box, 4 * n); });
  return {
    points: { count: points.length, ...own, place: Uint32Array.from(points) },
    shapes: { place: Uint32Array.from(shapes), box, limitMetres: Float64Array.from(shapes, limitOf) },
    mostMetres,
  };
}

/** Sites measured from one address; grows as needed, and is used again for the next. */
export interface Measured {
  count: number;
  place: Uint32Array;
  metres: Float64Array;
  east: Float64Array;
  north: Float64Array;
}

export const measured = (room = 256): Measured => ({ count: 0, place: new Uint32Array(room), metres: new Float64Array(room), east: new Float64Array(room), north: new Float64Array(room) });

const out = nearest();

/**
 * The candidates within their limits of the plane's point, in no order, into `into`. A point is measured here, in the same arithmetic as
 * nearestOfShape, so that the distances are the very same numbers.
 */
export function measureFrom(sites: PackedSites, edges: EdgeRuns, { points, shapes, mostMetres }: Candidates, plane: Plane, into: Measured): void {
  const { lngUnits, latUnits, kx0, kx1, kx2, ky0, ky1, ky2 } = plane;
  const most = points.count + shapes.place.length;
  if (into.place.length < most) Object.assign(into, measured(2 * most));
  const { place, metres, east, north } = into;
  let found = 0;
  const { count, lngLat, limit2, place: pointPlace } = points;
  for (let n = 0; n < count; n++) {
    const dLng = (lngLat[2 * n] ?? 0) - lngUnits;
    const dLat = (lngLat[2 * n + 1] ?? 0) - latUnits;
    const x = dLng * (kx0 + dLat * (kx1 + dLat * kx2));
    const y = dLat * (ky0 + dLat * (ky1 + dLat * ky2));
    const d2 = x * x + y * y;
    if (d2 <= (limit2[n] ?? 0)) {
      place[found] = pointPlace[n] ?? 0;
      metres[found] = Math.sqrt(d2);
      east[found] = x;
      north[found] = y;
      found++;
    }
  }
  const reach = reachDegrees(plane, mostMetres);
  const lngPerMetre = (reach.dLng * UNITS_PER_DEGREE) / mostMetres;
  const latPerMetre = (reach.dLat * UNITS_PER_DEGREE) / mostMetres;
  const { box, limitMetres } = shapes;
  for (let n = 0; n < shapes.place.length; n++) {
    const limit = limitMetres[n] ?? 0;
    const wide = limit * lngPerMetre;
    const high = limit * latPerMetre;
    if ((box[4 * n] ?? 0) > lngUnits + wide || (box[4 * n + 1] ?? 0) > latUnits + high || (box[4 * n + 2] ?? 0) < lngUnits - wide || (box[4 * n + 3] ?? 0) < latUnits - high) continue;
    const within = (box[4 * n] ?? 0) <= lngUnits && (box[4 * n + 1] ?? 0) <= latUnits && (box[4 * n + 2] ?? 0) >= lngUnits && (box[4 * n + 3] ?? 0) >= latUnits;
    if (within) nearestOfShape(sites.shapes, shapes.place[n] ?? 0, plane, out);
    else nearestEdge(edges, shapes.place[n] ?? 0, plane, limit * limit * ROOM, out);
    const distance = siteMetres(out);
    if (distance * distance > limit * limit * ROOM) continue;
    place[found] = shapes.place[n] ?? 0;
    metres[found] = distance;
    east[found] = out.east;
    north[found] = out.north;
    found++;
  }
  into.count = found;
}
