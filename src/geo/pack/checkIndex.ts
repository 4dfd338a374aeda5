import Flatbush from 'flatbush';
import { PackError } from './packError';
import { INDEX_NODE_SIZE, shapeBox } from './packSites';
import type { Shapes } from './shapes';

/** The mark of the library's own layout, as it writes it. */
const MARK = new Uint8Array(new Flatbush(1, INDEX_NODE_SIZE, Int32Array).data, 0, 4);

/**
 * The index of a pack, checked to be the one its shapes would give: every site is in it once, in its own box, and every node's box holds its
 * children's. An index that lies would hide sites, and 'none found' would be said of a place that has them.
 * @throws PackError 'invalid'
 */
export function openIndex(bytes: Uint8Array<ArrayBuffer>, shapes: Shapes): Flatbush | null {
  const count = shapes.kind.length;
  if (count === 0 && bytes.byteLength === 0) return null;
  const ensure = (holds: boolean) => {
    if (!holds) throw new PackError('invalid', 'The index of this pack does not match its sites. Build or download the pack again.');
  };
  const levels = [count];
  while ((levels.at(-1) ?? 1) > 1 || levels.length === 1) levels.push(Math.ceil((levels.at(-1) ?? 1) / INDEX_NODE_SIZE));
  const nodes = levels.reduce((sum, n) => sum + n, 0);
  const placeBytes = nodes < 16384 ? 2 : 4;
  ensure(count > 0 && bytes.byteLength === 8 + nodes * (16 + placeBytes));
  const marked = new DataView(bytes.buffer, bytes.byteOffset, 8);
  ensure(MARK.every((byte, i) => byte === bytes[i]) && marked.getUint32(4, true) === count);

  const index = Flatbush.from(bytes.buffer, bytes.byteOffset);
  const { _boxes: boxes, _indices: places } = index;
  const seen = new Uint8Array(count);
  const box = new Int32Array(4);
  for (let n = 0; n < count; n++) {
    const i = places[n] ?? count;
    ensure(i < count && seen[i] === 0);
    seen[i] = 1;
    shapeBox(shapes, i, box);
    ensure(boxes[4 * n] === box[0] && boxes[4 * n + 1] === box[1] && boxes[4 * n + 2] === box[2] && boxes[4 * n + 3] === box[3]);
  }
  let child = 0;
  let node = count;
  let levelEnd = 0;
  for (const size of levels.slice(0, -1)) {
    levelEnd += size;
    for (; child < levelEnd; node++) {
      ensure(places[node] === child * 4);
      const childEnd = Math.min(child + INDEX_NODE_SIZE, levelEnd);
      for (; child < childEnd; child++) {
        ensure(holds(boxes, node * 4, child * 4));
      }
    }
  }
  return index;
}

function holds(boxes: ArrayLike<number>, outer: number, inner: number): boolean {
  const at = (i: number) => boxes[i] ?? NaN;
  return at(outer) <= at(inner) && at(outer + 1) <= at(inner + 1) && at(outer + 2) >= at(inner + 2) && at(outer + 3) >= at(inner + 3);
}
