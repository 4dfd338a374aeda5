import type { Geometry, MultiPolygon, Position } from 'geojson';

/** Degrees, WGS84. */
export interface Box { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** Metres around the area from which a pack takes sites in: further than any circle looked at from an address inside. */
export const MARGIN_METRES = 5000;

/** Metres in a degree of latitude at the equator, the least there is: a margin comes out a little too wide, never too narrow. */
const METRES_PER_DEGREE = 110_574;

export function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point': return [geometry.coordinates];
    case 'MultiPoint': case 'LineString': return geometry.coordinates;
    case 'MultiLineString': case 'Polygon': return geometry.coordinates.flat();
    case 'MultiPolygon': return geometry.coordinates.flat(2);
    case 'GeometryCollection': return geometry.geometries.flatMap(positionsOf);
  }
}

/** null for a geometry without positions. */
export function boxOf(geometry: Geometry): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = NaN, lat = NaN] of positionsOf(geometry)) {
    west = Math.min(west, lng); east = Math.max(east, lng);
    south = Math.min(south, lat); north = Math.max(north, lat);
  }
  return west <= east && south <= north ? { west, south, east, north } : null;
}

export function widen({ west, south, east, north }: Box, metres: number): Box {
  const lat = metres / METRES_PER_DEGREE;
  const lng = lat / Math.cos((Math.max(Math.abs(south - lat), Math.abs(north + lat)) * Math.PI) / 180);
  return { west: west - lng, south: south - lat, east: east + lng, north: north + lat };
}

/** By its own box: may keep a shape that passes the corner, never loses one that reaches in. */
export function touches(geometry: Geometry, box: Box): boolean {
  const own = boxOf(geometry);
  return own !== null && own.west <= box.east && own.east >= box.west && own.south <= box.north && own.north >= box.south;
}

export function boxPolygon({ west, south, east, north }: Box): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] };
}

/** Even-odd rule over all rings, so that holes are outside. */
export function contains(area: MultiPolygon, lng: number, lat: number): boolean {
  let within = false;
  for (const ring of area.coordinates.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax = NaN, ay = NaN] = ring[i - 1] ?? [];
      const [bx = NaN, by = NaN] = ring[i] ?? [];
      if ((ay > lat) !== (by > lat) && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) within = !within;
    }
  }
  return within;
}
