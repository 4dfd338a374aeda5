import type { Site } from '@/geo';
import type { LngLat } from '@/terms';
import { distance, pointToLineDistance, pointToPolygonDistance } from '@turf/turf';

/** Turf's own way from a point to a site of the synthetic set: metres, 0 inside. */
export function turfMetres({ lng, lat }: LngLat, { geometry }: Site): number {
  const units = { units: 'meters' } as const;
  if (geometry.type === 'Point') return distance([lng, lat], geometry, units);
  if (geometry.type === 'LineString') return pointToLineDistance([lng, lat], geometry, units);
  if (geometry.type === 'Polygon') return Math.max(0, pointToPolygonDistance([lng, lat], geometry, units));
  throw new Error(`no ${geometry.type} in the synthetic set`);
}
