import type { Geometry, Position } from 'geojson';
import { boxOf, type Box } from './box';
import { looksSwapped } from './geojson';
import { NO_LOCATION, SWAPPED } from './mendGeometry';
import { SourceError } from './sourceError';
import type { Tally } from './tally';

/** Scotland, its sea and the north of England: a Scottish source's place beyond is a slip of its coordinates. */
export const SCOTTISH_REACH: Box = { west: -14, south: 54, east: 3, north: 62 };

export const SCOTTISH_POSTCODE_AREAS: readonly string[] = ['AB', 'DD', 'DG', 'EH', 'FK', 'G', 'HS', 'IV', 'KA', 'KW', 'KY', 'ML', 'PA', 'PH', 'TD', 'ZE'];

export const NULL_ISLAND = 'Coordinates are 0, 0';
export const ASTRAY = 'Coordinates lie outside Scotland and its surroundings';

/** Why a position cannot be a Scottish place's; null: it can. */
export function strayReason([lng = NaN, lat = NaN]: Position): string | null {
  const { west, south, east, north } = SCOTTISH_REACH;
  if (lng === 0 && lat === 0) return NULL_ISLAND;
  if (looksSwapped(lng, lat)) return SWAPPED;
  return lng >= west && lng <= east && lat >= south && lat <= north ? null : ASTRAY;
}

/** The same of every corner of a shape. */
export function strayShape(geometry: Geometry): string | null {
  const box = boxOf(geometry);
  return box && (strayReason([box.west, box.south]) ?? strayReason([box.east, box.north]));
}

export const POSTCODE_UNKNOWN = 'No location (postcode is not in the list of postcodes)';

/** Of what was dropped: what the source has, somewhere. */
export const unplaced = (dropped: Tally): number => dropped.rows().filter(({ reason }) => [NO_LOCATION, POSTCODE_UNKNOWN, SWAPPED, NULL_ISLAND, ASTRAY].includes(reason)).reduce((sum, { count }) => sum + count, 0);

/** @throws SourceError when half of the rows or more have no place: what is left would be taken for all there is. */
export function checkMostPlaced(file: string, read: number, dropped: Tally): void {
  const lost = unplaced(dropped);
  if (lost * 2 < read) return;
  const reasons = dropped.rows().map(({ reason, count }) => `${reason}: ${String(count)}`).join('; ');
  throw new SourceError(file, `only ${String(read - lost)} of its ${String(read)} rows can be placed (${reasons}). Nothing is taken from it, since the rest would look like all there is. Check that this is the right file, and its coordinates.`);
}
