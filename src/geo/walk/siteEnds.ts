import type { LngLat } from '@/terms';
import type { Geometry } from 'geojson';
import { KIND_POLYGON, packShapes, UNITS_PER_DEGREE } from '../pack/shapes';
import { type Plane, planeAt, reachDegrees } from '../plane';
import { nearest, nearestOfShape } from '../shapeDistance';
import { linesNear, type WalkNetwork } from './network';
import { isScrap, type OnLine, PASSED_OVER_METRES, placeOn, SNAP_METRES } from './snap';

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
 * Where the network comes nearest to a site: of every line its vertices, its crossings of the site's edge and its places next to the edge's corners, as far as they are no more than
 * AS_NEAR_METRES further from the edge than the nearest of all (of a bare point: the nearest alone). Scraps count where no larger piece is about as near. Empty: nothing within SNAP_METRES.
 */
export function siteEnds(network: WalkNetwork, site: Geometry): { ends: readonly SiteEnd[]; inside: (point: LngLat) => boolean } {
  const edges = edgesOf(site);
  const { firstVertex, lngLat } = network;
  const { plane: { lngUnits, latUnits }, plane, xy, slack } = edges;
  const box = boxOfEdges(edges);
  const found = { large: new NearestFew(slack), scrap: new NearestFew(slack) };
  const west = lngUnits + box.west / plane.kx0, east = lngUnits + box.east / plane.kx0;
  const { dLng, dLat } = reachDegrees(plane, SNAP_METRES + 1);
  const [dx, dy] = [dLng * UNITS_PER_DEGREE, dLat * UNITS_PER_DEGREE];
  for (const line of linesNear(network, west - dx, latUnits + box.south / plane.ky0 - dy, east + dx, latUnits + box.north / plane.ky0 + dy)) {
    const last = (firstVertex[line + 1] ?? 0) - 1;
    const own = isScrap(network, line) ? found.scrap : found.large;
    for (let v = firstVertex[line] ?? 0; v < last; v++) {
      const [x0, y0] = inPlane(plane, lngLat, v);
      const [x1, y1] = inPlane(plane, lngLat, v + 1);
      if (Math.max(x0, x1) < box.west - own.limit || Math.min(x0, x1) > box.east + own.limit || Math.max(y0, y1) < box.south - own.limit || Math.min(y0, y1) > box.north + own.limit) continue;
      let [offStart, offEnd] = [Infinity, Infinity];
      for (let e = 0; e < xy.length; e += 4) {
        const [cx, cy, dx, dy] = [xy[e] ?? 0, xy[e + 1] ?? 0, xy[e + 2] ?? 0, xy[e + 3] ?? 0];
        const crossing = crossingShare(x0, y0, x1, y1, cx, cy, dx, dy);
        if (crossing !== null) own.add(line, v, crossing, 0);
        offStart = Math.min(offStart, toSegment(x0, y0, cx, cy, dx, dy).off);
        offEnd = Math.min(offEnd, toSegment(x1, y1, cx, cy, dx, dy).off);
        const { share, off } = toSegment(cx, cy, x0, y0, x1, y1);
        if (share > 0 && share < 1) own.add(line, v, share, off);
      }
      own.add(line, v, 0, offStart);
      own.add(line, v, 1, offEnd);
    }
  }
  const chosen = found.large.least <= found.scrap.least + PASSED_OVER_METRES ? found.large : found.scrap;
  return { ends: chosen.places().map(({ line, vertex, share, off }) => ({ ...placeOn(network, line, vertex, share), offMetres: off })), inside: edges.inside };
}

interface Place { readonly line: number; readonly vertex: number; readonly share: number; readonly off: number }

/** Places no more than `slack` further off than the nearest of them. */
class NearestFew {
  least = Infinity;
  limit = SNAP_METRES;
  readonly #all: Place[] = [];
  constructor(private readonly slack: number) {}

  add(line: number, vertex: number, share: number, off: number): void {
    if (off > this.limit) return;
    this.#all.push({ line, vertex, share, off });
    this.least = Math.min(this.least, off);
    this.limit = Math.min(this.limit, off + this.slack);
  }

  places(): Place[] {
    return this.#all.filter(({ off }) => off <= this.limit);
  }
}

function edgesOf(site: Geometry): Edges {
  const shapes = packShapes([site], () => 'The site');
  const { firstVertex, lngLat, kind } = shapes;
  const plane = planeAt({ lng: (lngLat[0] ?? NaN) / UNITS_PER_DEGREE, lat: (lngLat[1] ?? NaN) / UNITS_PER_DEGREE });
  const xy: number[] = [];
  for (let r = 0; r + 1 < firstVertex.length; r++) {
    const [first, end] = [firstVertex[r] ?? 0, firstVertex[r + 1] ?? 0];
    // The last vertex of a line, and a point, are edges without length.
    if ((kind[0] ?? 0) < KIND_POLYGON) xy.push(...inPlane(plane, lngLat, end - 1), ...inPlane(plane, lngLat, end - 1));
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

/** How far along segment a–b it crosses segment c–d; null: it does not. */
function crossingShare(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): number | null {
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (cross === 0) return null;
  const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
  const other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
  return share >= 0 && share <= 1 && other >= 0 && other <= 1 ? share : null;
}

/** How far along segment c–d the place nearest to p lies, and how far off p is. */
function toSegment(px: number, py: number, cx: number, cy: number, dx: number, dy: number): { share: number; off: number } {
  const length2 = (dx - cx) ** 2 + (dy - cy) ** 2;
  const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - cx) * (dx - cx) + (py - cy) * (dy - cy)) / length2)) : 0;
  return { share, off: Math.hypot(cx + share * (dx - cx) - px, cy + share * (dy - cy) - py) };
}
