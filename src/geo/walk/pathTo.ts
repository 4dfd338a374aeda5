import type { Position } from 'geojson';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import type { WalkNetwork } from './network';
import type { Reach } from './reach';
import { type OnLine, pointOn } from './snap';

/** The drawing of a walk, degrees. `by`: over the first (0) or the last (1) end of the last line, or null along the one line on which it begins and ends. */
export function pathTo(network: WalkNetwork, reach: Reach, end: OnLine, by: 0 | 1 | null): Position[] {
  const { ends } = network;
  const place = (on: OnLine): Position => { const { lng, lat } = pointOn(network, on); return [lng, lat]; };
  const { from } = reach;
  if (by === null) {
    const forward = from.ticks <= end.ticks;
    return tidy([place(from), ...between(network, forward ? from.vertex + 1 : from.vertex, forward ? end.vertex : end.vertex + 1, forward), place(end)]);
  }
  // Backwards from the end: each stretch is put before what is there.
  const stretches: Position[][] = [[...toEnd(network, end, by).reverse(), place(end)]];
  let node = ends[2 * end.line + by] ?? 0;
  for (let arc = reach.cameBy(node); arc !== null; arc = reach.cameBy(node)) {
    stretches.push(wholeLine(network, arc >>> 1, (arc & 1) === 0));
    node = ends[arc] ?? 0;
  }
  // The walk's own line leads to its nearer end, or, on a line that ends where it begins, to the one whose way is the shorter.
  const own = from.line;
  const byFirst = ends[2 * own] === node && (ends[2 * own + 1] !== node || reach.ticks(node) === from.ticks);
  stretches.push([place(from), ...toEnd(network, from, byFirst ? 0 : 1)]);
  return tidy(stretches.reverse().flat());
}

/** Vertices from a place on a line to one of its ends, in walking order. */
function toEnd(network: WalkNetwork, { line, vertex }: OnLine, end: 0 | 1): Position[] {
  const { firstVertex } = network;
  return end === 0 ? between(network, vertex, firstVertex[line] ?? 0, false) : between(network, vertex + 1, (firstVertex[line + 1] ?? 0) - 1, true);
}

function wholeLine({ firstVertex, ...network }: WalkNetwork, line: number, forward: boolean): Position[] {
  const [first, last] = [firstVertex[line] ?? 0, (firstVertex[line + 1] ?? 0) - 1];
  return between({ firstVertex, ...network }, forward ? first : last, forward ? last : first, forward);
}

function between({ lngLat }: WalkNetwork, from: number, to: number, forward: boolean): Position[] {
  const path: Position[] = [];
  for (let v = from; forward ? v <= to : v >= to; v += forward ? 1 : -1) path.push([(lngLat[2 * v] ?? NaN) / UNITS_PER_DEGREE, (lngLat[2 * v + 1] ?? NaN) / UNITS_PER_DEGREE]);
  return path;
}

/** No position twice in a row. */
function tidy(path: readonly Position[]): Position[] {
  return path.filter(([lng, lat], i) => i === 0 || lng !== path[i - 1]?.[0] || lat !== path[i - 1]?.[1]);
}
