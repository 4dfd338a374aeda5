import Flatbush from 'flatbush';
import { PackError } from './packError';
import { INDEX_NODE_SIZE, shapeBox } from './packSites';
import type { Shapes } from './shapes';

/** The mark of the library's own layout, as it writes it. */
const MARK = new Uint8Array(new Flatbush(1, INDEX_NODE_SIZE, Int32Array).data, 0, 4);

/**
 * The index of a pack. It is always checked that no search can leave its arrays; `thorough` also that it is the one its shapes would give: every
 * site is in it once, in its own box, and every node's box holds its children's. An index that lies would hide sites, and 'none found' would be
 * said of a place that has them. (A pack is checked thoroughly when it is taken in.)
 * @throws PackError 'invalid'
 */
export function openIndex(bytes: Uint8Array<ArrayBuffer>, shapes: Shapes, thorough: boolean): Flatbush | null {
  const count = shapes.kind.length;
  if (count === 0 && bytes.byteLength === 0) return null;
  const levels = levelSizes(count);
  const nodes = levels.reduce((sum, n) => sum + n, 0);
  const placeBytes = nodes < 16384 ? 2 : 4;
  if (count === 0 || bytes.byteLength !== 8 + nodes * (16 + placeBytes)) throw wrongIndex();
  const marked = new DataView(bytes.buffer, bytes.byteOffset, 8);
  if (!MARK.every((byte, i) => byte === bytes[i]) || marked.getUint32(4, true) !== count) throw wrongIndex();

  const index = Flatbush.from(bytes.buffer, bytes.byteOffset);
  const boxes = index._boxes as Int32Array;
  const places = index._indices;
  for (let n = 0; n < count; n++) if ((places[n] ?? count) >= count) throw wrongIndex();
  let child = 0;
  let node = count;
  let levelEnd = 0;
  for (const size of levels.slice(0, -1)) {
    levelEnd += size;
    for (; child < levelEnd; node++) {
      if (places[node] !== child * 4) throw wrongIndex();
      const childEnd = Math.min(child + INDEX_NODE_SIZE, levelEnd);
      if (thorough && !boxHolds(boxes, node, child, childEnd)) throw wrongIndex();
      child = childEnd;
    }
  }
  if (thorough) checkLeaves(boxes, places, shapes);
  return index;
}

/** Items, then nodes level by level up to the root. */
function levelSizes(count: number): number[] {
  const levels = [count];
  for (let n = count; n > 1 || levels.length === 1;) {
    n = Math.ceil(n / INDEX_NODE_SIZE);
    levels.push(n);
  }
  return levels;
}

function boxHolds(boxes: Int32Array, node: number, child: number, childEnd: number): boolean {
  const west = boxes[4 * node] ?? 0;
  const south = boxes[4 * node + 1] ?? 0;
  const east = boxes[4 * node + 2] ?? 0;
  const north = boxes[4 * node + 3] ?? 0;
  for (let at = 4 * child; at < 4 * childEnd; at += 4) {
    if ((boxes[at] ?? 0) < west || (boxes[at + 1] ?? 0) < south || (boxes[at + 2] ?? 0) > east || (boxes[at + 3] ?? 0) > north) return false;
  }
  return true;
}

function checkLeaves(boxes: Int32Array, places: Uint16Array | Uint32Array, shapes: Shapes): void {
  const count = shapes.kind.length;
  const leafOf = new Int32Array(count).fill(-1);
  for (let n = 0; n < count; n++) leafOf[places[n] ?? 0] = n;
  const box = new Int32Array(4);
  for (let i = 0; i < count; i++) {
    const n = 4 * (leafOf[i] ?? -1);
    shapeBox(shapes, i, box);
    if (n < 0 || boxes[n] !== box[0] || boxes[n + 1] !== box[1] || boxes[n + 2] !== box[2] || boxes[n + 3] !== box[3]) throw wrongIndex();
  }
}

function wrongIndex(): PackError {
  return new PackError('invalid', 'The index of this pack does not match its sites. Build or download the pack again.');
}
