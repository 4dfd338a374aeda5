import type { LngLat } from '@/terms';
import { type Ellipsoid, fromTransverseMercator, toTransverseMercator } from './transverseMercator';

/** British National Grid (EPSG:27700), metres. */
export interface GridPoint {
  readonly eastings: number;
  readonly northings: number;
}

/** Parameters: OS, 'A guide to coordinate systems in Great Britain', annex A. */
const AIRY_1830: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const WGS84: Ellipsoid = { a: 6378137, b: 6356752.314245 };
const NATIONAL_GRID = { ellipsoid: AIRY_1830, f0: 0.9996012717, lat0: 49, lng0: -2, e0: 400_000, n0: -100_000 };
/** WGS84 → OSGB36, the guide's table 4: metres, parts per million, seconds of arc. */
const HELMERT = { tx: -446.448, ty: 125.157, tz: -542.06, ppm: 20.4894, rx: -0.1502, ry: -0.247, rz: -0.8421 };

const RADIANS = Math.PI / 180;

/**
 * Grid to WGS84 degrees, within about 5 m: one Helmert shift stands for the whole country (OS gives the shift that way; the exact one, OSTN15, is a
 * grid of its own). Sources placed this way add 5 m to their error (gridShift.ts).
 */
export function gridToLngLat(point: GridPoint): LngLat {
  return shift(fromTransverseMercator(point, NATIONAL_GRID), AIRY_1830, WGS84, -1);
}

/** WGS84 degrees to the grid, within about 5 m. */
export function lngLatToGrid(point: LngLat): GridPoint {
  return toTransverseMercator(shift(point, WGS84, AIRY_1830, 1), NATIONAL_GRID);
}

/** The projection alone, without the shift of datum: for OSGB36 degrees. */
export function osgb36ToGrid(point: LngLat): GridPoint {
  return toTransverseMercator(point, NATIONAL_GRID);
}

export function gridToOsgb36(point: GridPoint): LngLat {
  return fromTransverseMercator(point, NATIONAL_GRID);
}

/** Degrees on one ellipsoid to degrees on the other, at height 0, by way of Earth-centred axes; `sign` −1 undoes it. */
function shift({ lng, lat }: LngLat, from: Ellipsoid, to: Ellipsoid, sign: 1 | -1): LngLat {
  const { tx, ty, tz, ppm, rx, ry, rz } = HELMERT;
  const second = (sign * RADIANS) / 3600;
  const scale = 1 + (sign * ppm) / 1e6;
  const phi = lat * RADIANS;
  const lambda = lng * RADIANS;
  const e2 = 1 - (from.b * from.b) / (from.a * from.a);
  const n = from.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const x = n * Math.cos(phi) * Math.cos(lambda);
  const y = n * Math.cos(phi) * Math.sin(lambda);
  const z = n * (1 - e2) * Math.sin(phi);
  const shifted = {
    x: sign * tx + scale * x - rz * second * y + ry * second * z,
    y: sign * ty + rz * second * x + scale * y - rx * second * z,
    z: sign * tz - ry * second * x + rx * second * y + scale * z,
  };
  return toDegrees(shifted, to);
}

/** Bowring's iteration; four rounds bring it under a tenth of a millimetre on land. */
function toDegrees({ x, y, z }: { x: number; y: number; z: number }, { a, b }: Ellipsoid): LngLat {
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let phi = Math.atan2(z, p * (1 - e2));
  for (let round = 0; round < 4; round++) {
    const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * n * Math.sin(phi), p);
  }
  return { lng: Math.atan2(y, x) / RADIANS, lat: phi / RADIANS };
}
