import type { UnitWay } from './joinWays';

/** A vertex where nothing meets. */
export const NO_NODE = 0xffffffff;

/** What lies at one spot on one level; a lone end has nothing else of its level there. */
interface Meeting { readonly level: number; readonly vertices: readonly number[]; readonly loneEnd: boolean }

/**
 * Which vertices of the ways (counted through, way by way) are nodes, and which node each is.
 *
 *   at the same spot, to 1e-7 degree         | joined
 *   vertices or ends of one level            | yes
 *   a way that ends there alone on its level | yes, to the level next to its own: a bridge ends where its street goes on, a subway in its steps
 *   ways that go on, each on its own level   | no: one passes over the other
 *
 * Lines that cross without a vertex in common never meet.
 */
export function nodesOf(ways: readonly UnitWay[]): Uint32Array {
  const total = ways.reduce((sum, { lngLat }) => sum + lngLat.length / 2, 0);
  const x = new Int32Array(total);
  const y = new Int32Array(total);
  const level = new Int16Array(total);
  const isEnd = new Uint8Array(total);
  let first = 0;
  for (const way of ways) {
    const count = way.lngLat.length / 2;
    for (let v = 0; v < count; v++) {
      x[first + v] = way.lngLat[2 * v] ?? 0;
      y[first + v] = way.lngLat[2 * v + 1] ?? 0;
    }
    level.fill(way.level, first, first + count);
    isEnd[first] = isEnd[first + count - 1] = 1;
    first += count;
  }
  const sorted = Uint32Array.from({ length: total }, (_, v) => v)
    .sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0) || (level[a] ?? 0) - (level[b] ?? 0) || a - b);

  const nodes = new Uint32Array(total).fill(NO_NODE);
  let count = 0;
  const alike = (a: number, b: number, by: Int32Array | Int16Array) => by[sorted[a] ?? 0] === by[sorted[b] ?? 0];
  for (let begin = 0, end = 0; begin < total; begin = end) {
    const meetings: Meeting[] = [];
    while (end < total && alike(begin, end, x) && alike(begin, end, y)) {
      const from = end;
      while (end < total && alike(from, end, x) && alike(from, end, y) && alike(from, end, level)) end++;
      const vertices = [...sorted.subarray(from, end)];
      meetings.push({ level: level[vertices[0] ?? 0] ?? 0, vertices, loneEnd: vertices.length === 1 && isEnd[vertices[0] ?? 0] === 1 });
    }
    for (const group of joinedLevels(meetings)) {
      const vertices = group.flatMap((meeting) => meeting.vertices);
      if (vertices.length < 2 && isEnd[vertices[0] ?? 0] !== 1) continue;
      for (const vertex of vertices) nodes[vertex] = count;
      count++;
    }
  }
  return nodes;
}

function joinedLevels(meetings: Meeting[]): Meeting[][] {
  if (meetings.length === 1) return [meetings];
  const groups = meetings.map((meeting) => [meeting]);
  meetings.forEach((meeting, i) => {
    if (!meeting.loneEnd) return;
    const distance = (k: number) => (k === i ? Infinity : Math.abs((meetings[k]?.level ?? Infinity) - meeting.level));
    const next = meetings.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), i === 0 ? 1 : 0);
    const [own, other] = [groups[i] ?? [], groups[next] ?? []];
    if (own === other) return;
    other.push(...own);
    groups.forEach((group, k) => { if (group === own) groups[k] = other; });
  });
  return [...new Set(groups)];
}
