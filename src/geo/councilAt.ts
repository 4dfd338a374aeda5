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
export function councilAt(pack: OpenPack, point: LngLat): Council | null {
  return boxedOf(pack).find((council) => holds(council, point))?.council ?? null;
}

/** Whether a point lies in the boundary of that council: quicker than asking which it lies in, as most are ruled out by their box. */
export function isInCouncil(pack: OpenPack, code: string, point: LngLat): boolean {
  return boxedOf(pack).some((boxed) => boxed.council.code === code && holds(boxed, point));
}

function boxedOf(pack: OpenPack): readonly Boxed[] {
  const councils = boxed.get(pack) ?? pack.councils().map((council) => ({ council, box: boxOf(council.boundary) }));
  boxed.set(pack, councils);
  return councils;
}

function holds({ council, box: [west, south, east, north] }: Boxed, { lng, lat }: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], council.boundary);
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
