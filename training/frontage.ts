import { block, curve, type Metres } from './plane';
import type { Frontage, Road } from './roads';

/** A building on a street: its outline, and one door (a point inside it) a dwelling or stair, with its house number. */
export interface House {
  readonly street: string;
  readonly side: 'left' | 'right';
  readonly share: number;
  readonly outline: readonly Metres[];
  readonly doors: readonly Metres[];
}

interface Build { readonly width: number; readonly depth: number; readonly setback: number; readonly gap: number; readonly doors: number }

/** Metres; the sizes of ordinary Scottish streets, so that distances in exercises are lifelike. */
const BUILD: Record<Exclude<Frontage, 'none'>, Build> = {
  tenement: { width: 17, depth: 12, setback: 7, gap: 0.6, doors: 1 },
  terrace: { width: 36, depth: 9, setback: 9, gap: 7, doors: 5 },
  semi: { width: 15, depth: 9, setback: 13, gap: 9, doors: 2 },
  villa: { width: 13, depth: 11, setback: 19, gap: 15, doors: 1 },
};

/** Whether a building may stand there. */
export type Free = (outline: readonly Metres[], street: string) => boolean;

/** Sets houses along both sides of a road, leaving out every one for which `free` is false. */
export function housesAlong(road: Road, free: Free): House[] {
  if (road.frontage === 'none') return [];
  const build = BUILD[road.frontage];
  const line = curve(road.through, 4);
  const total = lengthOf(line);
  const houses: House[] = [];
  for (const side of ['left', 'right'] as const) {
    let along = build.width / 2 + 9;
    while (along < total - build.width / 2 - 6) {
      const house = houseAt(road.name, side, along, line, total, build);
      const kept = free(house.outline, road.name);
      if (kept) houses.push(house);
      // Where something stands in the way, feel forward in small steps for the next free plot.
      along += kept ? build.width + build.gap * (1 + (houses.length % 3 === 0 ? 0.9 : 0)) : 4;
    }
  }
  return houses;
}

function houseAt(street: string, side: House['side'], along: number, line: readonly Metres[], total: number, build: Build): House {
  const { at, turn } = pointAlong(line, along);
  const out = (side === 'left' ? 1 : -1) * (build.setback + build.depth / 2);
  const centre: Metres = [at[0] - Math.sin(turn) * out, at[1] + Math.cos(turn) * out];
  const doors = Array.from({ length: build.doors }, (_, i): Metres => {
    const shift = ((i + 0.5) / build.doors - 0.5) * build.width;
    return [centre[0] + Math.cos(turn) * shift, centre[1] + Math.sin(turn) * shift];
  });
  return { street, side, share: along / total, outline: block(centre, build.width, build.depth, (turn * 180) / Math.PI), doors };
}

function pointAlong(line: readonly Metres[], metres: number): { at: Metres; turn: number } {
  let left = metres;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b) break;
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (left <= step) return { at: [a[0] + ((b[0] - a[0]) * left) / step, a[1] + ((b[1] - a[1]) * left) / step], turn: Math.atan2(b[1] - a[1], b[0] - a[0]) };
    left -= step;
  }
  throw new RangeError(`A place ${metres} m along a line of ${lengthOf(line)} m was asked for.`);
}

function lengthOf(line: readonly Metres[]): number {
  return line.reduce((sum, p, i) => { const a = line[i - 1]; return a ? sum + Math.hypot(p[0] - a[0], p[1] - a[1]) : 0; }, 0);
}
