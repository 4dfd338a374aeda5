import type { Compass } from './answer';

const ROSE = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

/** The eighth of the compass in which a place `east` and `north` metres away lies; north is grid-free, true north. */
export function compassOf(east: number, north: number): Compass {
  const eighth = Math.round((Math.atan2(east, north) / (2 * Math.PI)) * 8);
  return ROSE[(eighth + 8) % 8] ?? 'here';
}
