import { type Plane, planeAt } from '../plane';
import { UNITS_PER_DEGREE } from '../pack/shapes';

/** Lengths are whole tenths of a millimetre: sums of them are exact in any order, so that two ways of adding up a walk never differ. */
export const TICKS_PER_METRE = 10_000;

/** The plane about vertex v. */
export function planeAtVertex(lngLat: Int32Array, v: number): Plane {
  return planeAt({ lng: (lngLat[2 * v] ?? NaN) / UNITS_PER_DEGREE, lat: (lngLat[2 * v + 1] ?? NaN) / UNITS_PER_DEGREE });
}

/** Metres from vertex v to vertex v + 1, on the ellipsoid (plane.ts: 0.1 mm at 1 km). */
export function segmentMetres(lngLat: Int32Array, v: number): number {
  const { kx0, kx1, kx2, ky0, ky1, ky2 } = planeAtVertex(lngLat, v);
  const dLng = (lngLat[2 * v + 2] ?? NaN) - (lngLat[2 * v] ?? NaN);
  const dLat = (lngLat[2 * v + 3] ?? NaN) - (lngLat[2 * v + 1] ?? NaN);
  return Math.hypot(dLng * (kx0 + dLat * (kx1 + dLat * kx2)), dLat * (ky0 + dLat * (ky1 + dLat * ky2)));
}

/** Ticks from vertex `from` to vertex `to` along a line. */
export function lineTicks(lngLat: Int32Array, from: number, to: number): number {
  let metres = 0;
  for (let v = from; v < to; v++) metres += segmentMetres(lngLat, v);
  return Math.round(metres * TICKS_PER_METRE);
}
