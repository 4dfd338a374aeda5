import type { LngLat } from '@/terms';
import type { Geometry } from 'geojson';
import { packShapes } from './pack/shapes';
import { planeAt } from './plane';
import { nearest, nearestOfShape, siteMetres } from './shapeDistance';

/**
 * Metres from a point to another point, or to the nearest edge of a shape (0 inside it; in a hole, to the hole's edge), on the WGS84 ellipsoid.
 * Under 5 mm off up to 1 km, under 0.1 m up to 20 km. Shapes are rounded to 1e-7 degree, as in a pack.
 * @throws PackError 'invalid' for a shape that is empty or not on Earth.
 */
export function distanceMetres(from: LngLat, to: LngLat | Geometry): number {
  const geometry: Geometry = 'lng' in to ? { type: 'Point', coordinates: [to.lng, to.lat] } : to;
  const out = nearest();
  nearestOfShape(packShapes([geometry], () => 'The shape'), 0, planeAt(from), out);
  return siteMetres(out);
}
