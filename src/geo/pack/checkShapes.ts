import { PackError } from './packError';
import { KIND_POLYGON, SHAPE_KINDS, UNITS_PER_DEGREE, type Shapes } from './shapes';

const SINGLE = SHAPE_KINDS.map((kind) => !kind.startsWith('Multi'));
const LEAST_VERTICES = [1, 1, 2, 2, 4, 4];
const IS_POINT = [true, true, false, false, false, false];

/**
 * Holds shapes read from a file to the rules of `Shapes`, so that no loop over them can leave its array.
 * @throws PackError 'invalid'
 */
export function checkShapes(shapes: Shapes, count: number, what: string): void {
  const { kind, firstRing, firstVertex, hole, lngLat } = shapes;
  const ensure = (holds: boolean) => {
    if (!holds) throw new PackError('invalid', `The ${what} of this pack do not fit together. Build or download the pack again.`);
  };
  const rings = hole.length;
  ensure(kind.length === count && firstRing.length === count + 1 && firstVertex.length === rings + 1 && lngLat.length % 2 === 0);
  ensure(firstRing[0] === 0 && firstRing[count] === rings && firstVertex[0] === 0 && firstVertex[rings] === lngLat.length / 2);
  for (let r = 0; r < rings; r++) ensure((firstVertex[r + 1] ?? 0) > (firstVertex[r] ?? 0));
  for (let i = 0; i < count; i++) {
    const k = kind[i] ?? 0;
    const from = firstRing[i] ?? 0;
    const to = firstRing[i + 1] ?? 0;
    ensure(k < SHAPE_KINDS.length && to > from && to <= rings && hole[from] === 0);
    for (let r = from; r < to; r++) {
      const first = firstVertex[r] ?? 0;
      const last = (firstVertex[r + 1] ?? 0) - 1;
      const isFirst = r === from;
      ensure(last - first + 1 >= (LEAST_VERTICES[k] ?? 1) && !(IS_POINT[k] === true && last > first));
      if (k >= KIND_POLYGON) {
        ensure(lngLat[2 * first] === lngLat[2 * last] && lngLat[2 * first + 1] === lngLat[2 * last + 1]);
        ensure((hole[r] ?? 2) <= 1 && (isFirst || SINGLE[k] === false || hole[r] === 1));
      } else {
        ensure(hole[r] === 0 && (isFirst || SINGLE[k] === false));
      }
    }
  }
  const east = 180 * UNITS_PER_DEGREE;
  const north = 90 * UNITS_PER_DEGREE;
  let onEarth = true;
  for (let c = 0; onEarth && c < lngLat.length; c += 2) {
    onEarth = Math.abs(lngLat[c] ?? 0) <= east && Math.abs(lngLat[c + 1] ?? 0) <= north;
  }
  ensure(onEarth);
}
