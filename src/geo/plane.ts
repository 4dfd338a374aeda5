import type { LngLat } from '@/terms';
import { UNITS_PER_DEGREE } from './pack/shapes';

/** WGS84: semi-major axis in metres, and first eccentricity squared. */
const A = 6378137;
const E2 = 0.00669437999014132;
const DEGREE = Math.PI / 180;
const UNIT = DEGREE / UNITS_PER_DEGREE;

/**
 * A local plane about a point. A place `dLng`, `dLat` units (1e-7 degree, as packs store them) away lies at
 *
 *   x = dLng · (kx0 + kx1·dLat + kx2·dLat²)   metres east
 *   y = dLat · (ky0 + ky1·dLat + ky2·dLat²)   metres north
 *
 * which is dLng · N(φm) cos φm and dLat · M(φm), WGS84's radii of curvature at the latitude midway, as series in dLat: no sine per vertex.
 * Measured in tests/bench/exactness.ts against geodesics on the ellipsoid: 0.1 mm at 1 km, under 0.1 m at 20 km.
 * Not for use within a degree of the poles, nor across the 180th meridian.
 */
export interface Plane {
  /** Degrees. */
  readonly lng: number;
  readonly lat: number;
  /** The same in units, not rounded. */
  readonly lngUnits: number;
  readonly latUnits: number;
  readonly kx0: number;
  readonly kx1: number;
  readonly kx2: number;
  readonly ky0: number;
  readonly ky1: number;
  readonly ky2: number;
}

export function planeAt({ lng, lat }: LngLat): Plane {
  const sin = Math.sin(lat * DEGREE);
  const cos = Math.cos(lat * DEGREE);
  const w2 = 1 - E2 * sin * sin;
  const w = Math.sqrt(w2);
  const n = A / w;
  const m = (A * (1 - E2)) / (w2 * w);
  // With p = N cos φ: dp/dφ = −M sin φ. The argument of the series is dLat / 2, in radians.
  const half = UNIT / 2;
  const dm = (3 * m * E2 * sin * cos) / w2;
  const d2m = (3 * m * E2 * (cos * cos - sin * sin)) / w2;
  return {
    lng,
    lat,
    lngUnits: lng * UNITS_PER_DEGREE,
    latUnits: lat * UNITS_PER_DEGREE,
    kx0: UNIT * n * cos,
    kx1: UNIT * -m * sin * half,
    kx2: (UNIT * -(m * cos + dm * sin) * half * half) / 2,
    ky0: UNIT * m,
    ky1: UNIT * dm * half,
    ky2: (UNIT * d2m * half * half) / 2,
  };
}

/** Half-widths in degrees of a box about the plane's point that holds everything within `metres` (with some to spare). */
export function reachDegrees(plane: Plane, metres: number): { dLng: number; dLat: number } {
  const spare = metres * 1.001;
  // The polar radius of curvature is the longest, the equatorial the shortest: half a per cent either way is spared too.
  const dLat = (spare * 1.005) / (plane.ky0 * UNITS_PER_DEGREE);
  // Toward the pole a metre spans more degrees: measured at the far edge of the box.
  const far = Math.min(Math.abs(plane.lat) + dLat, 89.9) * DEGREE;
  const dLng = spare / (DEGREE * A * Math.cos(far));
  return { dLng, dLat };
}
