import type { LngLat } from '@/terms';
import { type GridPoint, gridToLngLat } from './grid';

/** British National Grid to degrees, and how far off each may be. */
export interface GridShift {
  readonly toLngLat: (point: GridPoint) => LngLat & { readonly errorMetres: number };
  /** For a layer's position note. */
  readonly note: string;
}

/** What grid.ts may be off: one shift stands for the whole country. Measured at 162,095 Scottish postcodes. */
const ONE_SHIFT_METRES = 5;

export const ONE_SHIFT: GridShift = {
  toLngLat: (point) => ({ ...gridToLngLat(point), errorMetres: ONE_SHIFT_METRES }),
  note: `Grid references are turned into degrees by one shift for the whole country, which may be ${String(ONE_SHIFT_METRES)} m off: that is added.`,
};
