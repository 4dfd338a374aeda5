import type { WalkNetwork } from './network';
import type { OnLine } from './snap';

/** Walks from one place: to which nodes, how far (ticks), and by which arc each was come to. Good until the next walk on the same network. */
export interface Reach {
  readonly from: OnLine;
  /** Infinity: further than the bound, or not to be reached. */
  ticks(node: number): number;
  /** The arc whose far end is the node; null: the walk's own line led to it. */
  cameBy(node: number): number | null;
  readonly settled: number;
}

/** Scratch arrays of a network, used again by every walk; `round` tells what is left from an earlier one. */
interface Scratch {
  round: number;
  readonly seen: Uint32Array;
  readonly best: Float64Array;
  readonly by: Int32Array;
  heapNode: Uint32Array;
  heapTicks: Float64Array;
}

const scratches = new WeakMap<WalkNetwork, Scratch>();
const NO_ARC = -1;

/** Every node within `boundTicks` of a place on a line, by Dijkstra's algorithm with a binary heap; ends where the nearest open node is further than the bound. */
export function reachFrom(network: WalkNetwork, from: OnLine, boundTicks: number): Reach {
  const { ends, lengths, firstArc, arcs, arcTo, arcTicks } = network;
  const own = scratchOf(network);
  const round = own.round === 0xffffffff ? restart(own) : (own.round += 1);
  const { seen, best, by } = own;
  let size = 0;
  let settled = 0;

  function offer(node: number, ticks: number, arc: number): void {
    if (ticks > boundTicks || (seen[node] === round && (best[node] ?? 0) <= ticks)) return;
    seen[node] = round;
    best[node] = ticks;
    by[node] = arc;
    if (size === own.heapNode.length) grow(own);
    const { heapNode, heapTicks } = own;
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = heapTicks[parent] ?? 0;
      if (above <= ticks) break;
      heapTicks[at] = above;
      heapNode[at] = heapNode[parent] ?? 0;
      at = parent;
    }
    heapTicks[at] = ticks;
    heapNode[at] = node;
  }

  offer(ends[2 * from.line] ?? 0, from.ticks, NO_ARC);
  offer(ends[2 * from.line + 1] ?? 0, (lengths[from.line] ?? 0) - from.ticks, NO_ARC);
  while (size > 0) {
    const { heapNode, heapTicks } = own;
    const node = heapNode[0] ?? 0;
    const ticks = heapTicks[0] ?? 0;
    size--;
    const lastTicks = heapTicks[size] ?? 0;
    const lastNode = heapNode[size] ?? 0;
    for (let at = 0; ;) {
      let child = 2 * at + 1;
      if (child >= size) { heapTicks[at] = lastTicks; heapNode[at] = lastNode; break; }
      if (child + 1 < size && (heapTicks[child + 1] ?? 0) < (heapTicks[child] ?? 0)) child++;
      const below = heapTicks[child] ?? 0;
      if (below >= lastTicks) { heapTicks[at] = lastTicks; heapNode[at] = lastNode; break; }
      heapTicks[at] = below;
      heapNode[at] = heapNode[child] ?? 0;
      at = child;
    }
    if (ticks > (best[node] ?? 0)) continue;
    settled++;
    const end = firstArc[node + 1] ?? 0;
    for (let a = firstArc[node] ?? 0; a < end; a++) offer(arcTo[a] ?? 0, ticks + (arcTicks[a] ?? 0), arcs[a] ?? 0);
  }
  return {
    from,
    settled,
    ticks: (node) => (seen[node] === round ? (best[node] ?? Infinity) : Infinity),
    cameBy: (node) => { const arc = by[node] ?? NO_ARC; return arc === NO_ARC ? null : arc; },
  };
}

function scratchOf(network: WalkNetwork): Scratch {
  let scratch = scratches.get(network);
  if (scratch === undefined) {
    const { nodeCount } = network;
    scratch = { round: 0, seen: new Uint32Array(nodeCount), best: new Float64Array(nodeCount), by: new Int32Array(nodeCount), heapNode: new Uint32Array(1024), heapTicks: new Float64Array(1024) };
    scratches.set(network, scratch);
  }
  return scratch;
}

function restart(scratch: Scratch): number {
  scratch.seen.fill(0);
  return (scratch.round = 1);
}

function grow(scratch: Scratch): void {
  const nodes = new Uint32Array(scratch.heapNode.length * 2);
  nodes.set(scratch.heapNode);
  const ticks = new Float64Array(nodes.length);
  ticks.set(scratch.heapTicks);
  scratch.heapNode = nodes;
  scratch.heapTicks = ticks;
}
