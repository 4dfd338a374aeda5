import type { Position } from 'geojson';
import type { LineKind } from '../pack/content';

/** A street or path as a source draws it, WGS84 degrees. `level`: 0 on the ground, 1 on a bridge, −1 below; ways of different levels cross without meeting. */
export interface Way {
  readonly kind: LineKind;
  /** '' for none. */
  readonly name: string;
  readonly walked: boolean;
  readonly level: number;
  readonly positions: readonly Position[];
}
