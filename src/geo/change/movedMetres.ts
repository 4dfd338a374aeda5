import type { Geometry } from 'geojson';
import { packShapes, type Shapes, UNITS_PER_DEGREE } from '../pack/shapes';
import { planeAt } from '../plane';
import { nearest, nearestOfShape, siteMetres } from '../shapeDistance';

/** A place whose telling lies further from the former one than this has moved: above what two good surveys of one place differ by (± 10 m each), below the width of a street block. */
export const MOVED_METRES = 25;

const LAST_POINT_KIND = 1;

/**
 * How far a place was moved or redrawn (metres): of all corners of each shape, the one that lies furthest from the other shape, 0 where it lies inside it.
 * Of a point and a drawn shape only the point is asked: a point that stands for grounds has not moved when the grounds are drawn around it.
 * @throws PackError 'invalid' for a shape that is empty or not on Earth.
 */
export function movedMetres(then: Geometry, now: Geometry): number {
  const shapes = packShapes([then, now], () => 'The shape');
  if (isSame(shapes)) return 0;
  const [isPointThen, isPointNow] = [0, 1].map((i) => (shapes.kind[i] ?? 0) <= LAST_POINT_KIND);
  if (isPointThen === true && isPointNow === false) return furthest(shapes, 0, 1);
  if (isPointThen === false && isPointNow === true) return furthest(shapes, 1, 0);
  return Math.max(furthest(shapes, 0, 1), furthest(shapes, 1, 0));
}

/** Corner by corner: as almost every place is in the next edition. */
function isSame(shapes: Shapes): boolean {
  const [[first, end], [start, stop]] = [cornersOf(shapes, 0), cornersOf(shapes, 1)];
  return end - first === stop - start && shapes.lngLat.subarray(2 * first, 2 * end).every((value, i) => value === shapes.lngLat[2 * start + i]);
}

function furthest(shapes: Shapes, from: number, to: number): number {
  const { lngLat } = shapes;
  const [first, end] = cornersOf(shapes, to);
  // Most corners of a redrawn outline are where they were: those are not measured.
  const kept = new Set<string>();
  const key = (v: number) => `${String(lngLat[2 * v])} ${String(lngLat[2 * v + 1])}`;
  for (let v = first; v < end; v += 1) kept.add(key(v));
  const out = nearest();
  let most = 0;
  const [start, stop] = cornersOf(shapes, from);
  for (let v = start; v < stop; v += 1) {
    if (kept.has(key(v))) continue;
    nearestOfShape(shapes, to, planeAt({ lng: (lngLat[2 * v] ?? 0) / UNITS_PER_DEGREE, lat: (lngLat[2 * v + 1] ?? 0) / UNITS_PER_DEGREE }), out);
    most = Math.max(most, siteMetres(out));
  }
  return most;
}

function cornersOf({ firstRing, firstVertex }: Shapes, i: number): [first: number, end: number] {
  return [firstVertex[firstRing[i] ?? 0] ?? 0, firstVertex[firstRing[i + 1] ?? 0] ?? 0];
}
