import type { PackLines } from '@/geo';
import { joinWays } from '@/geo/walk';
import { curve, toPosition } from './plane';
import { ROADS } from './roads';

/** The drawing is by hand: an end this near to another street was meant to meet it. */
const MEANT_TO_MEET_METRES = 12;

/**
 * The burgh's streets and paths as they are walked. Bridge Street and Riverside Walk cross without a vertex in common: the walk by the river passes under the bridge,
 * and from the one to the other one goes round.
 */
export function streetLines(): PackLines {
  return joinWays(
    ROADS.map(({ kind, name, through }) => ({ kind, name, walked: kind !== 'rail', level: 0, positions: curve(through).map(toPosition) })),
    { tearMetres: MEANT_TO_MEET_METRES },
  );
}
