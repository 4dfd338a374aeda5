import { PackError } from './packError';
import { KIND_POINT, KIND_POLYGON, SHAPE_KINDS, UNITS_PER_DEGREE, type Shapes } from './shapes';

const SINGLE = Uint8Array.from(SHAPE_KINDS, (kind) => (kind.startsWith('Multi') ? 0 : 1));
const LEAST_VERTICES = Uint8Array.of(1, 1, 2, 2, 4, 4);
const MOST_VERTICES = Uint32Array.of(1, 1, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff);

/**
 * Holds shapes read from a file to the rules of `Shapes`, so that no loop over them can leave its array. Plain loops over plain numbers: it is most of
 * what opening a large pack costs.
 * @throws PackError 'invalid'
 */
export function checkShapes(shapes: Shapes, count: number, what: string): void {
  if (!fitTogether(shapes, count) || !areOnEarth(shapes.lngLat)) {
    throw new PackError('invalid', `The ${what} of this pack do not fit together. Build or download the pack again.`);
  }
}

function fitTogether({ kind, firstRing, firstVertex, hole, lngLat }: Shapes, count: number): boolean {
  const rings = hole.length;
  if (kind.length !== count || firstRing.length !== count + 1 || firstVertex.length !== rings + 1 || lngLat.length % 2 !== 0) return false;
  if (firstRing[0] !== 0 || firstRing[count] !== rings || firstVertex[0] !== 0 || firstVertex[rings] !== lngLat.length / 2) return false;
  for (let i = 0; i < count; i++) {
    const k = kind[i] ?? NaN;
    const from = firstRing[i] ?? 0;
    const to = firstRing[i + 1] ?? 0;
    if (!(k < SHAPE_KINDS.length) || to <= from || to > rings || hole[from] !== 0) return false;
    if (k === KIND_POINT) {
      if (to !== from + 1 || firstVertex[to] !== (firstVertex[from] ?? 0) + 1) return false;
    } else if (!ringsFit(k, from, to, firstVertex, hole, lngLat)) return false;
  }
  return true;
}

function ringsFit(k: number, from: number, to: number, firstVertex: Uint32Array, hole: Uint8Array, lngLat: Int32Array): boolean {
  const least = LEAST_VERTICES[k] ?? 1;
  const most = MOST_VERTICES[k] ?? 1;
  const single = SINGLE[k] === 1;
  for (let r = from; r < to; r++) {
    const first = firstVertex[r] ?? 0;
    const end = firstVertex[r + 1] ?? 0;
    if (end - first < least || end - first > most) return false;
    if (k >= KIND_POLYGON) {
      if (lngLat[2 * first] !== lngLat[2 * end - 2] || lngLat[2 * first + 1] !== lngLat[2 * end - 1]) return false;
      if ((hole[r] ?? 2) > 1 || (single && r > from && hole[r] !== 1)) return false;
    } else if (hole[r] !== 0 || (single && r > from)) return false;
  }
  return true;
}

function areOnEarth(lngLat: Int32Array): boolean {
  const east = 180 * UNITS_PER_DEGREE;
  const north = 90 * UNITS_PER_DEGREE;
  for (let c = 0; c < lngLat.length; c += 2) {
    const lng = lngLat[c] ?? 0;
    const lat = lngLat[c + 1] ?? 0;
    if (lng > east || lng < -east || lat > north || lat < -north) return false;
  }
  return true;
}
