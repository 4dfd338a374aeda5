import type { LngLat } from '@/terms';

/** Semi-axes in metres. */
export interface Ellipsoid {
  readonly a: number;
  readonly b: number;
}

export interface Projection {
  readonly ellipsoid: Ellipsoid;
  /** Scale on the central meridian. */
  readonly f0: number;
  /** True origin, degrees. */
  readonly lat0: number;
  readonly lng0: number;
  /** Its eastings and northings, metres. */
  readonly e0: number;
  readonly n0: number;
}

const RADIANS = Math.PI / 180;
/** The inverse is iterated until the arc of meridian is met to this (the OS guide stops at 0.01 mm). */
const ARC_METRES = 1e-5;

/** The series of the OS guide, annex C; the letters are the guide's. */
export function toTransverseMercator({ lng, lat }: LngLat, projection: Projection): { eastings: number; northings: number } {
  const { lng0, e0, n0 } = projection;
  const phi = lat * RADIANS;
  const p = (lng - lng0) * RADIANS;
  const { nu, rho, eta2 } = radii(phi, projection);
  const sin = Math.sin(phi);
  const cos = Math.cos(phi);
  const t2 = Math.tan(phi) ** 2;
  const t4 = t2 * t2;
  const I = arc(phi, projection) + n0;
  const II = (nu / 2) * sin * cos;
  const III = (nu / 24) * sin * cos ** 3 * (5 - t2 + 9 * eta2);
  const IIIA = (nu / 720) * sin * cos ** 5 * (61 - 58 * t2 + t4);
  const IV = nu * cos;
  const V = (nu / 6) * cos ** 3 * (nu / rho - t2);
  const VI = (nu / 120) * cos ** 5 * (5 - 18 * t2 + t4 + 14 * eta2 - 58 * t2 * eta2);
  return {
    eastings: e0 + IV * p + V * p ** 3 + VI * p ** 5,
    northings: I + II * p ** 2 + III * p ** 4 + IIIA * p ** 6,
  };
}

/** From the true origin no place is further north or south than this; beyond it, the steps towards its latitude would never end. */
const FURTHEST_METRES = 2e7;

/** NaN, NaN for metres that are nowhere on Earth. */
export function fromTransverseMercator({ eastings, northings }: { eastings: number; northings: number }, projection: Projection): LngLat {
  const { ellipsoid, f0, lat0, lng0, e0, n0 } = projection;
  if (!(Math.abs(northings - n0) <= FURTHEST_METRES && Math.abs(eastings - e0) <= FURTHEST_METRES)) return { lng: NaN, lat: NaN };
  let phi = lat0 * RADIANS;
  for (let left = northings - n0; Math.abs(left) >= ARC_METRES; left = northings - n0 - arc(phi, projection)) {
    phi += left / (ellipsoid.a * f0);
  }
  const { nu, rho, eta2 } = radii(phi, projection);
  const t = Math.tan(phi);
  const t2 = t * t;
  const t4 = t2 * t2;
  const sec = 1 / Math.cos(phi);
  const VII = t / (2 * rho * nu);
  const VIII = (t / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const IX = (t / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4);
  const X = sec / nu;
  const XI = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const XII = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4);
  const XIIA = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2);
  const d = eastings - e0;
  return {
    lng: lng0 + (X * d - XI * d ** 3 + XII * d ** 5 - XIIA * d ** 7) / RADIANS,
    lat: (phi - VII * d ** 2 + VIII * d ** 4 - IX * d ** 6) / RADIANS,
  };
}

/** Radii of curvature, scaled, and η². */
function radii(phi: number, { ellipsoid: { a, b }, f0 }: Projection) {
  const e2 = 1 - (b * b) / (a * a);
  const w2 = 1 - e2 * Math.sin(phi) ** 2;
  const nu = (a * f0) / Math.sqrt(w2);
  const rho = (a * f0 * (1 - e2)) / w2 ** 1.5;
  return { nu, rho, eta2: nu / rho - 1 };
}

/** Scaled arc of the meridian from the true origin, metres. */
function arc(phi: number, { ellipsoid: { a, b }, f0, lat0 }: Projection): number {
  const n = (a - b) / (a + b);
  const n2 = n * n;
  const n3 = n2 * n;
  const phi0 = lat0 * RADIANS;
  const less = phi - phi0;
  const more = phi + phi0;
  return b * f0 * (
    (1 + n + 1.25 * n2 + 1.25 * n3) * less
    - (3 * n + 3 * n2 + 2.625 * n3) * Math.sin(less) * Math.cos(more)
    + (1.875 * n2 + 1.875 * n3) * Math.sin(2 * less) * Math.cos(2 * more)
    - (35 / 24) * n3 * Math.sin(3 * less) * Math.cos(3 * more)
  );
}
