import type { ScreenQuestion } from './chunk';

/** 750 m of latitude, and about as much of longitude in Scotland: 500, 750 and 1,000 m were equally fast when measured. */
const CELL_DEGREES = { lng: 0.0135, lat: 0.00675 };

/** Addresses of one cell with the same error: they share what may lie near them. */
export interface Cell {
  /** Metres; null: not known. */
  readonly errorMetres: number | null;
  /** Places in the question. */
  readonly addresses: Uint32Array;
}

/** All addresses of the question, each in one cell, cell beside cell. */
export function* cellsOf({ lngLat, errorMetres }: ScreenQuestion): Generator<Cell> {
  const byError = new Map<number, number[]>();
  errorMetres.forEach((error, i) => {
    const same = byError.get(error);
    if (same === undefined) byError.set(error, [i]);
    else same.push(i);
  });
  const count = errorMetres.length;
  for (const [error, places] of byError) {
    // Cell and place in one whole number (at most 27,000 × 27,000 cells, so under 2^53 up to twelve million addresses): sorted without a call for each comparison.
    const columns = Math.ceil(360 / CELL_DEGREES.lng) + 1;
    const keys = Float64Array.from(places, (i) => {
      const column = Math.floor(((lngLat[2 * i] ?? 0) + 180) / CELL_DEGREES.lng);
      const row = Math.floor(((lngLat[2 * i + 1] ?? 0) + 90) / CELL_DEGREES.lat);
      return (row * columns + column) * count + i;
    }).sort();
    const sorted = new Uint32Array(keys.length);
    let first = 0;
    let before = NaN;
    for (let n = 0; n <= keys.length; n++) {
      const key = keys[n] ?? NaN;
      const cell = Math.floor(key / count);
      if (cell !== before && n > first) {
        yield { errorMetres: Number.isNaN(error) ? null : error, addresses: sorted.subarray(first, n) };
        first = n;
      }
      if (n < keys.length) sorted[n] = key - cell * count;
      before = cell;
    }
  }
}
