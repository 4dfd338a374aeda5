import type { OpenPack } from '../pack/openPack';
import { KIND_POINT, type Shapes, SHAPE_KINDS } from '../pack/shapes';
import type { Plane } from '../plane';
import { type Nearest, nearest, nearestOfShape } from '../shapeDistance';

/** Edges in a run: a box is tested in about the time of one edge. */
const RUN_EDGES = 8;
const KIND_MULTI_POINT = SHAPE_KINDS.indexOf('MultiPoint');

/** The plane's scale at a run's latitude is this much of the one at its point, or more, for anything within 100 km. */
const SCALE_LEAST = 0.98;

/**
 * The edges of all lines and polygons in short runs, each with its box: of a long outline only the runs that can hold its nearest edge are measured.
 * A run is a shape of its own, so that it is measured by nearestOfShape, and the distances are the very same numbers.
 */
export interface EdgeRuns {
  /** Shape i has the runs firstRun[i] … firstRun[i + 1]. */
  readonly firstRun: Uint32Array;
  readonly runs: Shapes;
  /** West, south, east, north in units of 1e-7 degree. */
  readonly box: Int32Array;
}

const known = new WeakMap<OpenPack, EdgeRuns>();

/** Worked out once for a pack. */
export function edgeRunsOf(pack: OpenPack): EdgeRuns {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const { kind, firstRing, firstVertex, lngLat } = pack.packed.sites.shapes;
  const firstRun = new Uint32Array(kind.length + 1);
  const vertices: number[] = [];
  const starts: number[] = [0];
  const box: number[] = [];
  for (let i = 0; i < kind.length; i++) {
    const ringEnd = (kind[i] ?? KIND_POINT) === KIND_POINT ? 0 : (firstRing[i + 1] ?? 0);
    for (let r = firstRing[i] ?? 0; r < ringEnd; r++) {
      const end = firstVertex[r + 1] ?? 0;
      const first = firstVertex[r] ?? 0;
      for (let from = first; from === first || from < end - 1; from += RUN_EDGES) {
        let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
        for (let v = from; v < Math.min(from + RUN_EDGES + 1, end); v++) {
          const lng = lngLat[2 * v] ?? 0;
          const lat = lngLat[2 * v + 1] ?? 0;
          vertices.push(lng, lat);
          west = Math.min(west, lng); east = Math.max(east, lng);
          south = Math.min(south, lat); north = Math.max(north, lat);
        }
        starts.push(vertices.length / 2);
        box.push(west, south, east, north);
      }
    }
    firstRun[i + 1] = starts.length - 1;
  }
  const count = starts.length - 1;
  const made: EdgeRuns = {
    firstRun,
    runs: { kind: new Uint8Array(count).fill(KIND_MULTI_POINT), firstRing: Uint32Array.from({ length: count + 1 }, (_, r) => r), firstVertex: Uint32Array.from(starts), hole: new Uint8Array(count), lngLat: Int32Array.from(vertices) },
    box: Int32Array.from(box),
  };
  known.set(pack, made);
  return made;
}

const one = nearest();
let bounds = new Float64Array(64);

/** The nearest edge of shape i, which the plane's point does not lie in, if it is within the square root of `limit2` metres; Infinity if not. */
export function nearestEdge({ firstRun, runs, box }: EdgeRuns, i: number, plane: Plane, limit2: number, out: Nearest): void {
  const { lngUnits, latUnits } = plane;
  const kx = plane.kx0 * SCALE_LEAST;
  const ky = plane.ky0 * SCALE_LEAST;
  const first = firstRun[i] ?? 0;
  const count = (firstRun[i + 1] ?? 0) - first;
  if (bounds.length < count) bounds = new Float64Array(2 * count);
  let least = 0;
  for (let r = 0; r < count; r++) {
    const at = 4 * (first + r);
    const west = (box[at] ?? 0) - lngUnits;
    const east = lngUnits - (box[at + 2] ?? 0);
    const south = (box[at + 1] ?? 0) - latUnits;
    const north = latUnits - (box[at + 3] ?? 0);
    const dx = (west > 0 ? west : east > 0 ? east : 0) * kx;
    const dy = (south > 0 ? south : north > 0 ? north : 0) * ky;
    const bound = dx * dx + dy * dy;
    bounds[r] = bound;
    if (bound < (bounds[least] ?? 0)) least = r;
  }
  out.edgeMetres = Infinity;
  out.inside = false;
  // The run whose box is nearest goes first: after it, few others can be nearer.
  let best2 = limit2;
  for (let turn = -1; turn < count; turn++) {
    const r = turn < 0 ? least : turn;
    if ((bounds[r] ?? 0) > best2 || (turn >= 0 && r === least)) continue;
    nearestOfShape(runs, first + r, plane, one);
    if (one.edgeMetres >= out.edgeMetres) continue;
    out.edgeMetres = one.edgeMetres;
    out.east = one.east;
    out.north = one.north;
    best2 = Math.min(best2, one.edgeMetres * one.edgeMetres);
  }
}
