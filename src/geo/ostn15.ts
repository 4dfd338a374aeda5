import type { LngLat } from '@/terms';
import type { GridPoint } from './grid';
import { type GridShift, ONE_SHIFT } from './gridShift';
import { fromTransverseMercator, toTransverseMercator } from './transverseMercator';

/** ETRS89 on the grid of the map: GRS80 with the National Grid's projection (OS, 'Transformations and OSGM15 user guide', annexes A and B). */
const ETRS89_GRID = { ellipsoid: { a: 6378137, b: 6356752.31414 }, f0: 0.9996012717, lat0: 49, lng0: -2, e0: 400_000, n0: -100_000 };

/** Nodes every kilometre from 0, 0, row by row from the south. */
export const OSTN15_COLUMNS = 701;
export const OSTN15_ROWS = 1251;
const STEP_METRES = 1000;
/** OSTN15 defines the National Grid to within this; the steps below add a tenth of a millimetre. */
const ERROR_METRES = 0.1;
const STILL_METRES = 1e-4;
/** Four rounds are enough where shifts change by centimetres a kilometre. */
const MOST_ROUNDS = 20;

/** Shifts at the nodes in millimetres, ETRS89 to OSGB36: what is added to an easting and a northing. `covered`: 1 where the model holds. */
export interface Ostn15 {
  readonly east: Int32Array;
  readonly north: Int32Array;
  readonly covered: Uint8Array;
}

/** Shift at a position of the ETRS89 grid, between the four nodes around it (bilinear); null where one of them is not covered. */
export function shiftAt({ east, north, covered }: Ostn15, { eastings, northings }: GridPoint): GridPoint | null {
  const [column, row] = [Math.floor(eastings / STEP_METRES), Math.floor(northings / STEP_METRES)];
  if (!(column >= 0 && row >= 0 && column < OSTN15_COLUMNS - 1 && row < OSTN15_ROWS - 1)) return null;
  const [t, u] = [eastings / STEP_METRES - column, northings / STEP_METRES - row];
  const at = row * OSTN15_COLUMNS + column;
  const corners = [[at, (1 - t) * (1 - u)], [at + 1, t * (1 - u)], [at + OSTN15_COLUMNS, (1 - t) * u], [at + OSTN15_COLUMNS + 1, t * u]] as const;
  let [e, n] = [0, 0];
  for (const [place, weight] of corners) {
    if (covered[place] !== 1) return null;
    e += weight * (east[place] ?? NaN);
    n += weight * (north[place] ?? NaN);
  }
  return { eastings: e / 1000, northings: n / 1000 };
}

/** The shift is known at the place that is looked for: it is found again and again until it stands still. null: not covered. */
export function ostn15ToLngLat(model: Ostn15, point: GridPoint): LngLat | null {
  let there = point;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const shift = shiftAt(model, there);
    if (shift === null) return null;
    const next = { eastings: point.eastings - shift.eastings, northings: point.northings - shift.northings };
    const moved = Math.hypot(next.eastings - there.eastings, next.northings - there.northings);
    there = next;
    if (moved < STILL_METRES) return fromTransverseMercator(there, ETRS89_GRID);
  }
  return null;
}

/** null: not covered. */
export function lngLatToOstn15(model: Ostn15, point: LngLat): GridPoint | null {
  const there = toTransverseMercator(point, ETRS89_GRID);
  const shift = shiftAt(model, there);
  return shift && { eastings: there.eastings + shift.eastings, northings: there.northings + shift.northings };
}

/** By OSTN15 where it is covered, by the one shift elsewhere (out at sea), each with its own error. */
export const byOstn15 = (model: Ostn15): GridShift => ({
  toLngLat: (point) => {
    const there = ostn15ToLngLat(model, point);
    return there ? { ...there, errorMetres: ERROR_METRES } : ONE_SHIFT.toLngLat(point);
  },
  note: `Grid references are turned into degrees by OSTN15, to less than ${String(ERROR_METRES)} m (to 5 m out at sea, where it does not reach).`,
});
