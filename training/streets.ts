import type { StreetKind, StreetMap } from '@/geo';
import type { Geometry } from 'geojson';
import type { House } from './frontage';
import { CIVIC_BUILDINGS, LAND, PLACE_LABELS } from './land';
import { curve, toPosition, toRing, type Metres } from './plane';
import { ROADS } from './roads';
import { BUILDING_SITES } from './siteBuildings';

const feature = (kind: StreetKind, geometry: Geometry, name?: string): StreetMap['features'][number] =>
  ({ type: 'Feature', geometry, properties: name === undefined ? { kind } : { kind, name } });

const polygon = (outline: readonly Metres[], holes: readonly (readonly Metres[])[] = []): Geometry =>
  ({ type: 'Polygon', coordinates: [outline, ...holes].map(toRing) });

/** The drawing of the burgh, from the ground up: land, buildings, names. Its ways are in streetLines.ts. */
export function streetMap(houses: readonly House[]): StreetMap {
  const order = { green: 0, water: 1 } as const;
  const land = LAND.toSorted((a, b) => order[a.kind] - order[b.kind]).map((area) => feature(area.kind, polygon(area.outline, area.holes), area.name));
  const civic = CIVIC_BUILDINGS.map((b) => feature('building', polygon(b.outline), b.name));
  const sites = BUILDING_SITES.map((b) => feature('building', polygon(b.outline)));
  const homes = houses.map((house) => feature('building', polygon(house.outline)));
  const names = PLACE_LABELS.map((label) => feature('place', { type: 'Point', coordinates: toPosition(label.at) }, label.name));
  return { type: 'FeatureCollection', features: [...land, ...homes, ...civic, ...sites, ...names] };
}

/** The ways as the background map draws them, whole; as they are walked: streetLines.ts. */
export const streetWays = (): StreetMap['features'] => ROADS.map((road) => feature(road.kind, { type: 'LineString', coordinates: curve(road.through).map(toPosition) }, road.name));
