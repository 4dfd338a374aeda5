import Flatbush from 'flatbush';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import { planeAt, reachDegrees } from '../plane';
import type { UnitWay } from './joinWays';

interface Touch { readonly way: number; readonly segment: number; readonly share: number; readonly metres: number }

/**
 * Joins loose ends to the way of their own level that they all but touch: the end is drawn on to the vertex of that way within `tearMetres`, or to a new vertex on its
 * line. Nothing that was drawn is moved. Alters the ways.
 */
export function mendTears(ways: UnitWay[], tearMetres: number): void {
  if (ways.length === 0 || tearMetres <= 0) return;
  const index = new Flatbush(ways.length, 16, Int32Array);
  for (const { lngLat } of ways) index.add(...boxOf(lngLat));
  index.finish();
  const taken = spotsTaken(ways);
  const cuts = new Map<number, { segment: number; share: number; spot: [number, number] }[]>();
  const before = ways.map(({ lngLat }) => lngLat.slice());

  ways.forEach((way, i) => {
    for (const atStart of [true, false]) {
      const own = before[i] ?? [];
      const [x = 0, y = 0] = atStart ? own : own.slice(-2);
      if ((taken.get(spotOf(x, y, way.level)) ?? 0) > 1) continue;
      const touch = nearestTouch(ways, before, index, { i, x, y, level: way.level, tearMetres });
      if (touch === null) continue;
      const line = before[touch.way] ?? [];
      const [ax, ay, bx, by] = line.slice(2 * touch.segment, 2 * touch.segment + 4) as [number, number, number, number];
      const spot: [number, number] = [Math.round(ax + touch.share * (bx - ax)), Math.round(ay + touch.share * (by - ay))];
      if (touch.share > 0 && touch.share < 1) cuts.set(touch.way, [...(cuts.get(touch.way) ?? []), { ...touch, spot }]);
      if (spot[0] !== x || spot[1] !== y) way.lngLat = atStart ? [...spot, ...way.lngLat] : [...way.lngLat, ...spot];
      // Both now meet there: an end that was the other half of the tear is loose no more.
      for (const [sx, sy] of [[x, y], spot] as const) taken.set(spotOf(sx, sy, way.level), 2);
    }
  });
  for (const [i, own] of cuts) insert(ways[i], before[i] ?? [], own);
}

const spotOf = (x: number, y: number, level: number) => `${String(x)},${String(y)},${String(level)}`;

function spotsTaken(ways: readonly UnitWay[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { lngLat, level } of ways) {
    for (let c = 0; c < lngLat.length; c += 2) {
      const spot = spotOf(lngLat[c] ?? 0, lngLat[c + 1] ?? 0, level);
      taken.set(spot, (taken.get(spot) ?? 0) + 1);
    }
  }
  return taken;
}

function boxOf(lngLat: readonly number[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let c = 0; c < lngLat.length; c += 2) {
    const [x, y] = [lngLat[c] ?? 0, lngLat[c + 1] ?? 0];
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** The nearest place on another way of the level within reach; a vertex of it where one is within reach too. */
function nearestTouch(ways: readonly UnitWay[], lines: readonly (readonly number[])[], index: Flatbush, { i, x, y, level, tearMetres }: { i: number; x: number; y: number; level: number; tearMetres: number }): Touch | null {
  const plane = planeAt({ lng: x / UNITS_PER_DEGREE, lat: y / UNITS_PER_DEGREE });
  const { dLng, dLat } = reachDegrees(plane, tearMetres);
  const [reachX, reachY] = [dLng * UNITS_PER_DEGREE + 1, dLat * UNITS_PER_DEGREE + 1];
  let best: Touch | null = null;
  let vertex: Touch | null = null;
  for (const w of index.search(x - reachX, y - reachY, x + reachX, y + reachY).sort((a, b) => a - b)) {
    if (w === i || ways[w]?.level !== level) continue;
    const line = lines[w] ?? [];
    for (let segment = 0; 2 * segment + 3 < line.length; segment++) {
      const [ax, ay, bx, by] = [0, 1, 2, 3].map((k) => ((line[2 * segment + k] ?? 0) - (k % 2 === 0 ? x : y)) * (k % 2 === 0 ? plane.kx0 : plane.ky0)) as [number, number, number, number];
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const share = Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length2));
      const metres = Math.hypot(ax + share * (bx - ax), ay + share * (by - ay));
      if (metres <= tearMetres && metres < (best?.metres ?? Infinity)) best = { way: w, segment, share, metres };
      for (const [end, away] of [[0, Math.hypot(ax, ay)], [1, Math.hypot(bx, by)]] as const) {
        if (away <= tearMetres && away < (vertex?.metres ?? Infinity)) vertex = { way: w, segment, share: end, metres: away };
      }
    }
  }
  return vertex ?? best;
}

/** New vertices into a way that may have been drawn on at its ends meanwhile. */
function insert(way: UnitWay | undefined, drawn: readonly number[], cuts: { segment: number; share: number; spot: [number, number] }[]): void {
  if (way === undefined) return;
  const head = way.lngLat.length > drawn.length && (way.lngLat[0] !== drawn[0] || way.lngLat[1] !== drawn[1]) ? 1 : 0;
  const sorted = cuts.sort((a, b) => b.segment - a.segment || b.share - a.share);
  for (const { segment, spot } of sorted) {
    const at = 2 * (segment + head + 1);
    const [px, py, nx, ny] = [way.lngLat[at - 2], way.lngLat[at - 1], way.lngLat[at], way.lngLat[at + 1]];
    if ((px === spot[0] && py === spot[1]) || (nx === spot[0] && ny === spot[1])) continue;
    way.lngLat.splice(at, 0, ...spot);
  }
}
