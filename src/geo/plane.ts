import type { LngLat } from '@/terms';

/** WGS84: semi-major axis in metres, and first eccentricity squared. */
const A = 6378137;
const E2 = 0.00669437999014132;
const DEGREE = Math.PI / 180;

/**
 * A local plane about a point. A place `dLng`, `dLat` degrees away lies at
 *
 *   x = dLng · (kx0 + kx1·dLat + kx2·dLat²)   metres east
 *   y = dLat · (ky0 + ky1·dLat + ky2·dLat²)   metres north
 *
 * which is dLng · N(φm) cos φm and dLat · M(φm), WGS84's radii of curvature at the latitude midway, as series in dLat: no sine per vertex.
 * Measured in tests/bench/exactness.ts against geodesics on the ellipsoid: under 1 mm at 1 km, under 0.1 m at 20 km.
 * Not for use within a degree of the poles, nor across the 180th meridian.
 */
export interface Plane {
  readonly lng: number;
  readonly lat: number;
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
  const half = DEGREE / 2;
  const dm = (3 * m * E2 * sin * cos) / w2;
  const d2m = (3 * m * E2 * (cos * cos - sin * sin)) / w2;
  return {
    lng,
    lat,
    kx0: DEGREE * n * cos,
    kx1: DEGREE * -m * sin * half,
    kx2: (DEGREE * -(m * cos + dm * sin) * half * half) / 2,
    ky0: DEGREE * m,
    ky1: DEGREE * dm * half,
    ky2: (DEGREE * d2m * half * half) / 2,
  };
}

/** Half-widths in degrees of a box about the plane's point that holds everything within `metres` (0.1% to spare). */
export function reachDegrees(plane: Plane, metres: number): { dLng: number; dLat: number } {
  const spare = metres * 1.001;
  const dLat = spare / (plane.ky0 - Math.abs(plane.ky1));
  // Toward the pole a metre spans more degrees: measured at the far edge of the box.
  const far = Math.min(Math.abs(plane.lat) + dLat, 89.9) * DEGREE;
  const dLng = spare / (DEGREE * A * Math.cos(far));
  return { dLng, dLat };
}
