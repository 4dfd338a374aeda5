import Flatbush from 'flatbush';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import { contains } from '../sources/box';

/** The polygons of a geometry, each with its rings; none for points and lines. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** What keeps an outline from enclosing the ground that it seems to; null: nothing. */
export function outlineFault(geometry: Geometry): string | null {
  for (const [outer, ...holes] of polygonsOf(geometry)) {
    if (outer === undefined || areaOf(outer) === 0 || holes.some((hole) => areaOf(hole) === 0)) return 'A ring encloses nothing';
    const around: MultiPolygon = { type: 'MultiPolygon', coordinates: [[outer]] };
    if (holes.some((hole) => !hole.some(([lng = NaN, lat = NaN]) => contains(around, lng, lat) || outer.some(([x, y]) => x === lng && y === lat)))) return 'A hole lies outside its outline';
  }
  return null;
}

/** Twice the area, in square units of 1e-7 degree; 0: a line there and back. */
function areaOf(ring: readonly Position[]): number {
  const [x0 = NaN, y0 = NaN] = ring[0] ?? [];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = NaN, ay = NaN] = ring[i - 1] ?? [];
    const [bx = NaN, by = NaN] = ring[i] ?? [];
    twice += units(ax - x0) * units(by - y0) - units(bx - x0) * units(ay - y0);
  }
  return Math.abs(twice);
}

const units = (degrees: number) => Math.round(degrees * UNITS_PER_DEGREE);

/** Ends of all edges of the polygons, four numbers an edge, in units. */
function edgesOf(geometry: Geometry): Float64Array {
  const rings = polygonsOf(geometry).flat();
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  let at = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      for (const end of [ring[i - 1], ring[i]]) {
        edges[at++] = units(end?.[0] ?? NaN);
        edges[at++] = units(end?.[1] ?? NaN);
      }
    }
  }
  return edges;
}

/** Above so many edges, an index takes less time than each against each. */
const FEW_EDGES = 100;

/** Where two edges of the polygons cross each other (touching is no crossing); null: nowhere. */
export function crossingOf(geometry: Geometry): Position | null {
  const edges = edgesOf(geometry);
  const count = edges.length / 4;
  const near = count > FEW_EDGES ? indexed(edges) : null;
  for (let i = 0; i < count; i++) {
    let crossed = false;
    if (near) crossed = near(i, (j) => j > i && crosses(edges, 4 * i, 4 * j));
    else for (let j = i + 1; !crossed && j < count; j++) crossed = crosses(edges, 4 * i, 4 * j);
    if (crossed) return [(edges[4 * i] ?? NaN) / UNITS_PER_DEGREE, (edges[4 * i + 1] ?? NaN) / UNITS_PER_DEGREE];
  }
  return null;
}

function indexed(edges: Float64Array): (i: number, wanted: (j: number) => boolean) => boolean {
  const index = new Flatbush(edges.length / 4, 16, Int32Array);
  const box = (i: number): [number, number, number, number] => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = edges.subarray(4 * i, 4 * i + 4);
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  };
  for (let i = 0; i < edges.length / 4; i++) index.add(...box(i));
  index.finish();
  return (i, wanted) => index.search(...box(i), wanted).length > 0;
}

/** Edges at a and b: each has the ends of the other on either side of it. Whole units, so that no rounding decides. */
function crosses(edges: Float64Array, a: number, b: number): boolean {
  return side(edges, a, b) * side(edges, a, b + 2) < 0 && side(edges, b, a) * side(edges, b, a + 2) < 0;
}

function side(e: Float64Array, edge: number, point: number): number {
  const px = e[edge] ?? 0;
  const py = e[edge + 1] ?? 0;
  return Math.sign(((e[edge + 2] ?? 0) - px) * ((e[point + 1] ?? 0) - py) - ((e[edge + 3] ?? 0) - py) * ((e[point] ?? 0) - px));
}
