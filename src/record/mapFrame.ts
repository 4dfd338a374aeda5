import type { Geometry, Position } from 'geojson';
import type { Address } from './schema/address';
import type { Assessment } from './schema/assessment';
import type { MapFrame } from './schema/mapFrame';
import { type NumberedSite, numberedSites } from './sites';

const isPosition = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number';
const positionsIn = (coordinates: unknown): readonly Position[] => (isPosition(coordinates) ? [coordinates] : Array.isArray(coordinates) ? coordinates.flatMap(positionsIn) : []);
const positionsOf = (geometry: Geometry): readonly Position[] => (geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(positionsOf) : positionsIn(geometry.coordinates));

/** Where a site's number stands: in the middle of its box. */
function middleOf(geometry: Geometry): Position | null {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return null;
  const middle = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis] ?? 0);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  };
  return [middle(0), middle(1)];
}

/** Every place that the site's number stands at; none: it has no place on the map. */
function numbersOf({ geometry, onVisit }: NumberedSite): readonly Position[] {
  const middle = geometry === null ? null : middleOf(geometry);
  const met = onVisit?.seen.found === 'elsewhere' ? onVisit.seen.point : null;
  return [...(middle === null ? [] : [middle]), ...(met === null ? [] : [[met.lng, met.lat]])];
}

const isIn = ([west, south, east, north]: MapFrame, [lng = 0, lat = 0]: Position): boolean => lng >= west && lng <= east && lat >= south && lat <= north;

/** What the map as framed leaves out. `of`: the sites that have a place on the map; `address`: the position that was looked from is left out too. null: the map is not framed and shows all. */
export function leftOutByFrame({ assessment, address }: { readonly assessment: Assessment; readonly address: Address }): { readonly sites: number; readonly of: number; readonly address: boolean } | null {
  const { mapFrame = null, surroundings } = assessment;
  if (mapFrame === null) return null;
  const onMap = numberedSites(assessment).map(numbersOf).filter((places) => places.length > 0);
  const from = surroundings?.answer.at.point ?? address.position?.point;
  return { sites: onMap.filter((places) => !places.some((place) => isIn(mapFrame, place))).length, of: onMap.length, address: from !== undefined && !isIn(mapFrame, [from.lng, from.lat]) };
}
