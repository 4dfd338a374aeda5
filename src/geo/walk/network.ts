import type { OpenPack } from '../pack/openPack';
import type { PackedLines } from '../pack/lineReader';
import { boxOfVertices } from '../pack/shapes';

/** Lines that follow one another in the pack share a box: one look at a box passes over this many. Measured: 16 to 64 are alike. */
export const BLOCK_LINES = 32;

/** What a walk is looked for on: the pack's lines, and what is worked out from them once, at the first walk (15 ms for 100,000 nodes). */
export interface WalkNetwork extends PackedLines {
  /** Arcs of node n: arcs[firstArc[n]] … arcs[firstArc[n + 1]]; arc 2i leaves by the first end of line i, arc 2i + 1 by the last, and arc ^ 1 is its other end. */
  readonly firstArc: Uint32Array;
  readonly arcs: Uint32Array;
  /** Where each arc leads, and how far it is (ticks): beside `arcs`, so that a walk reads them in a row. */
  readonly arcTo: Uint32Array;
  readonly arcTicks: Float64Array;
  /** West, south, east, north of each block of lines, units. */
  readonly blockBox: Int32Array;
  /** By node: a number that all nodes that can be walked to from one another share, and by that number the length of their lines. */
  readonly piece: Uint32Array;
  readonly pieceTicks: Float64Array;
}

const networks = new WeakMap<OpenPack, WalkNetwork | null>();

/** null: the pack has no streets that are walked. */
export function walkNetwork(pack: OpenPack): WalkNetwork | null {
  let network = networks.get(pack);
  if (network === undefined) {
    const { lines } = pack.packed;
    network = lines === null || lines.walked === 0 ? null : networkOf(lines);
    networks.set(pack, network);
  }
  return network;
}

export function networkOf(lines: PackedLines): WalkNetwork {
  const { walked, ends, lengths, nodeCount } = lines;
  const firstArc = new Uint32Array(nodeCount + 1);
  for (const node of ends) firstArc[node + 1] = (firstArc[node + 1] ?? 0) + 1;
  for (let n = 0; n < nodeCount; n++) firstArc[n + 1] = (firstArc[n + 1] ?? 0) + (firstArc[n] ?? 0);
  const next = firstArc.slice(0, nodeCount);
  const arcs = new Uint32Array(ends.length);
  const arcTo = new Uint32Array(ends.length);
  const arcTicks = new Float64Array(ends.length);
  for (let arc = 0; arc < 2 * walked; arc++) {
    const node = ends[arc] ?? 0;
    const at = next[node] ?? 0;
    next[node] = at + 1;
    arcs[at] = arc;
    arcTo[at] = ends[arc ^ 1] ?? 0;
    arcTicks[at] = lengths[arc >>> 1] ?? 0;
  }
  return { ...lines, firstArc, arcs, arcTo, arcTicks, blockBox: blockBoxes(lines), ...piecesOf(lines) };
}

function blockBoxes({ walked, firstVertex, lngLat }: PackedLines): Int32Array {
  const boxes = new Int32Array(4 * Math.ceil(walked / BLOCK_LINES));
  for (let b = 0; 4 * b < boxes.length; b++) {
    boxOfVertices(lngLat, firstVertex[b * BLOCK_LINES] ?? 0, firstVertex[Math.min(walked, (b + 1) * BLOCK_LINES)] ?? 0, boxes, 4 * b);
  }
  return boxes;
}

function piecesOf({ walked, ends, lengths, nodeCount }: PackedLines): { piece: Uint32Array; pieceTicks: Float64Array } {
  const piece = Uint32Array.from({ length: nodeCount }, (_, n) => n);
  const root = (n: number): number => {
    let at = n;
    while (piece[at] !== at) at = piece[at] = piece[piece[at] ?? at] ?? at;
    return at;
  };
  for (let i = 0; i < walked; i++) piece[root(ends[2 * i] ?? 0)] = root(ends[2 * i + 1] ?? 0);
  for (let n = 0; n < nodeCount; n++) piece[n] = root(n);
  const pieceTicks = new Float64Array(nodeCount);
  for (let i = 0; i < walked; i++) {
    const own = piece[ends[2 * i] ?? 0] ?? 0;
    pieceTicks[own] = (pieceTicks[own] ?? 0) + (lengths[i] ?? 0);
  }
  return { piece, pieceTicks };
}

/** The walked lines of blocks whose box touches the given one (units). */
export function* linesNear({ walked, blockBox }: WalkNetwork, west: number, south: number, east: number, north: number): Generator<number> {
  for (let b = 0; 4 * b < blockBox.length; b++) {
    if ((blockBox[4 * b] ?? 0) > east || (blockBox[4 * b + 1] ?? 0) > north || (blockBox[4 * b + 2] ?? 0) < west || (blockBox[4 * b + 3] ?? 0) < south) continue;
    for (let i = b * BLOCK_LINES; i < Math.min(walked, (b + 1) * BLOCK_LINES); i++) yield i;
  }
}
