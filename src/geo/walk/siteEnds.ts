import type { LngLat } from '@/terms';
import type { Geometry } from 'geojson';
import { KIND_POLYGON, packShapes, UNITS_PER_DEGREE } from '../pack/shapes';
import { type Plane, planeAt, reachDegrees } from '../plane';
import { nearest, nearestOfShape } from '../shapeDistance';
import { linesNear, type WalkNetwork } from './network';
import { type OnLine, placeOn, SNAP_METRES } from './snap';

/** A place where a walk to the site may end, and the metres from there to the site's edge that no street leads along. */
export interface SiteEnd extends OnLine { readonly offMetres: number }

/**
 * Which of two streets is nearer to an edge cannot be told below OpenStreetMap's own error: both are ways to the site. Not to a bare point: of the bridge above and the street
 * below, the one that it stands on is meant.
 */
const AS_NEAR_METRES = 10;
/** Of SHAPE_KINDS, the first that is no point. */
const KIND_LINE = 2;

/** The site's edges in the plane: x0, y0, x1, y1, … metres; and which plane and which shape. */
interface Edges { readonly plane: Plane; readonly xy: Float64Array; readonly slack: number; readonly inside: (point: LngLat) => boolean }

/**
 * Where the network comes nearest to a site: on every line, the nearest place to the site's edge (and each crossing of it), as far as it is no more than AS_NEAR_METRES further
 * from the edge than the nearest of all (of a bare point: the nearest alone). Empty: nothing within SNAP_METRES.
 */
export function siteEnds(network: WalkNetwork, site: Geometry): { ends: readonly SiteEnd[]; inside: (point: LngLat) => boolean } {
  const edges = edgesOf(site);
  const { firstVertex, lngLat } = network;
  const { plane: { lngUnits, latUnits }, plane, xy, slack } = edges;
  const box = boxOfEdges(edges);
  let limit = SNAP_METRES;
  let found: { line: number; vertex: number; share: number; off: number }[] = [];
  const west = lngUnits + box.west / plane.kx0, east = lngUnits + box.east / plane.kx0;
  const { dLng, dLat } = reachDegrees(plane, SNAP_METRES + 1);
  const [dx, dy] = [dLng * UNITS_PER_DEGREE, dLat * UNITS_PER_DEGREE];
  for (const line of linesNear(network, west - dx, latUnits + box.south / plane.ky0 - dy, east + dx, latUnits + box.north / plane.ky0 + dy)) {
    const last = (firstVertex[line + 1] ?? 0) - 1;
    let nearestOnLine: (typeof found)[number] | null = null;
    for (let v = firstVertex[line] ?? 0; v < last; v++) {
      const [x0, y0] = inPlane(plane, lngLat, v);
      const [x1, y1] = inPlane(plane, lngLat, v + 1);
      if (Math.max(x0, x1) < box.west - limit || Math.min(x0, x1) > box.east + limit || Math.max(y0, y1) < box.south - limit || Math.min(y0, y1) > box.north + limit) continue;
      for (let e = 0; e < xy.length; e += 4) {
        const { share, off } = closest(x0, y0, x1, y1, xy[e] ?? 0, xy[e + 1] ?? 0, xy[e + 2] ?? 0, xy[e + 3] ?? 0);
        if (off > limit) continue;
        const place = { line, vertex: v, share, off };
        if (off === 0) found.push(place);
        if (nearestOnLine === null || off < nearestOnLine.off) nearestOnLine = place;
        limit = Math.min(limit, off + slack);
      }
    }
    if (nearestOnLine !== null && nearestOnLine.off > 0) found.push(nearestOnLine);
  }
  found = found.filter(({ off }) => off <= limit);
  return { ends: found.map(({ line, vertex, share, off }) => ({ ...placeOn(network, line, vertex, share), offMetres: off })), inside: edges.inside };
}

function edgesOf(site: Geometry): Edges {
  const shapes = packShapes([site], () => 'The site');
  const { firstVertex, lngLat, kind } = shapes;
  const plane = planeAt({ lng: (lngLat[0] ?? NaN) / UNITS_PER_DEGREE, lat: (lngLat[1] ?? NaN) / UNITS_PER_DEGREE });
  const xy: number[] = [];
  for (let r = 0; r + 1 < firstVertex.length; r++) {
    const [first, end] = [firstVertex[r] ?? 0, firstVertex[r + 1] ?? 0];
    if (end - first === 1) xy.push(...inPlane(plane, lngLat, first), ...inPlane(plane, lngLat, first));
    for (let v = first; v < end - 1; v++) xy.push(...inPlane(plane, lngLat, v), ...inPlane(plane, lngLat, v + 1));
  }
  const inside = (point: LngLat) => {
    if ((kind[0] ?? 0) < KIND_POLYGON) return false;
    const out = nearest();
    nearestOfShape(shapes, 0, planeAt(point), out);
    return out.inside;
  };
  return { plane, xy: Float64Array.from(xy), slack: (kind[0] ?? 0) < KIND_LINE ? 0 : AS_NEAR_METRES, inside };
}

function inPlane({ lngUnits, latUnits, kx0, kx1, kx2, ky0, ky1, ky2 }: Plane, lngLat: Int32Array, v: number): [number, number] {
  const dLat = (lngLat[2 * v + 1] ?? 0) - latUnits;
  return [((lngLat[2 * v] ?? 0) - lngUnits) * (kx0 + dLat * (kx1 + dLat * kx2)), dLat * (ky0 + dLat * (ky1 + dLat * ky2))];
}

function boxOfEdges({ xy }: Edges) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let c = 0; c < xy.length; c += 2) {
    const [x, y] = [xy[c] ?? 0, xy[c + 1] ?? 0];
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** The place on segment a–b nearest to segment c–d, and how near; 0 where they cross. */
function closest(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): { share: number; off: number } {
  const [abx, aby, cdx, cdy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = abx * cdy - aby * cdx;
  if (cross !== 0) {
    const share = ((cx - ax) * cdy - (cy - ay) * cdx) / cross;
    const other = ((cx - ax) * aby - (cy - ay) * abx) / cross;
    if (share >= 0 && share <= 1 && other >= 0 && other <= 1) return { share, off: 0 };
  }
  let best = { share: 0, off: toSegment(ax, ay, cx, cy, cdx, cdy) };
  const atEnd = toSegment(bx, by, cx, cy, cdx, cdy);
  if (atEnd < best.off) best = { share: 1, off: atEnd };
  for (const [px, py] of [[cx, cy], [dx, dy]] as const) {
    const length2 = abx * abx + aby * aby;
    const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - ax) * abx + (py - ay) * aby) / length2)) : 0;
    const off = Math.hypot(ax + share * abx - px, ay + share * aby - py);
    if (off < best.off) best = { share, off };
  }
  return best;
}

function toSegment(px: number, py: number, cx: number, cy: number, cdx: number, cdy: number): number {
  const length2 = cdx * cdx + cdy * cdy;
  const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - cx) * cdx + (py - cy) * cdy) / length2)) : 0;
  return Math.hypot(cx + share * cdx - px, cy + share * cdy - py);
}
