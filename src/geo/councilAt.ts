import type { LngLat } from '@/terms';
import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import type { Council } from './pack/content';
import type { OpenPack } from './pack/openPack';

interface Boxed { readonly council: Council; readonly box: readonly [west: number, south: number, east: number, north: number] }

const boxed = new WeakMap<OpenPack, readonly Boxed[]>();

/** The point lies in the area that the pack was made for. */
export function isInArea(pack: OpenPack, { lng, lat }: LngLat): boolean {
  return booleanPointInPolygon([lng, lat], pack.header.area.boundary);
}

/** The council in whose boundary a point lies; null: none of the pack's. */
export function councilAt(pack: OpenPack, { lng, lat }: LngLat): Council | null {
  const councils = boxed.get(pack) ?? pack.councils().map((council) => ({ council, box: boxOf(council.boundary) }));
  boxed.set(pack, councils);
  const holds = ({ council, box: [west, south, east, north] }: Boxed) => lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], council.boundary);
  return councils.find(holds)?.council ?? null;
}

function boxOf({ coordinates }: MultiPolygon): Boxed['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = NaN, lat = NaN] of coordinates.flat(2)) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
