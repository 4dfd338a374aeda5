import { KIND_POLYGON, type Shapes } from './pack/shapes';
import type { Plane } from './plane';

/** The nearest point of a shape's edge as seen from the plane's point: how far, and metres east and north; and whether the point lies inside. */
export interface Nearest {
  edgeMetres: number;
  east: number;
  north: number;
  inside: boolean;
}

export const nearest = (): Nearest => ({ edgeMetres: NaN, east: NaN, north: NaN, inside: false });

/** Distance to the shape: 0 inside it. */
export function siteMetres({ inside, edgeMetres }: Nearest): number {
  return inside ? 0 : edgeMetres;
}

/** A segment longer than this is measured again on the spot: straight in degrees is not quite straight in the plane (15 mm on 1 km). */
const LONG_SEGMENT_METRES = 100;

/**
 * The nearest edge of shape i to the plane's point, exactly, and whether the point lies inside (in a hole: not inside, and the nearest edge is
 * the hole's). Edges are straight in longitude and latitude, as GeoJSON has them. Writes into `out` (nothing is allocated in here).
 */
export function nearestOfShape(shapes: Shapes, i: number, plane: Plane, out: Nearest): void {
  const { kind, firstRing, firstVertex, hole, lngLat } = shapes;
  const { lngUnits, latUnits, kx0, kx1, kx2, ky0, ky1, ky2 } = plane;
  const hasInside = (kind[i] ?? 0) >= KIND_POLYGON;
  const ringEnd = firstRing[i + 1] ?? 0;
  let best = Infinity;
  let east = 0;
  let north = 0;
  let insideAny = false;
  let inside = false;
  for (let r = firstRing[i] ?? 0; r < ringEnd; r++) {
    const first = firstVertex[r] ?? 0;
    const end = firstVertex[r + 1] ?? 0;
    let lng0 = (lngLat[2 * first] ?? 0) - lngUnits;
    let lat0 = (lngLat[2 * first + 1] ?? 0) - latUnits;
    let x0 = lng0 * (kx0 + lat0 * (kx1 + lat0 * kx2));
    let y0 = lat0 * (ky0 + lat0 * (ky1 + lat0 * ky2));
    const d0 = x0 * x0 + y0 * y0;
    if (d0 < best) {
      best = d0; east = x0; north = y0;
    }
    let crossed = false;
    for (let v = first + 1; v < end; v++) {
      const lng1 = (lngLat[2 * v] ?? 0) - lngUnits;
      const lat1 = (lngLat[2 * v + 1] ?? 0) - latUnits;
      const x1 = lng1 * (kx0 + lat1 * (kx1 + lat1 * kx2));
      const y1 = lat1 * (ky0 + lat1 * (ky1 + lat1 * ky2));
      const dx = x1 - x0;
      const dy = y1 - y0;
      const length2 = dx * dx + dy * dy;
      let t = length2 > 0 ? -(x0 * dx + y0 * dy) / length2 : 0;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      let x = x0 + t * dx;
      let y = y0 + t * dy;
      if (length2 > LONG_SEGMENT_METRES * LONG_SEGMENT_METRES && t > 0 && t < 1) {
        for (let step = 0; step < 3; step++) {
          const lng = lng0 + t * (lng1 - lng0);
          const lat = lat0 + t * (lat1 - lat0);
          x = lng * (kx0 + lat * (kx1 + lat * kx2));
          y = lat * (ky0 + lat * (ky1 + lat * ky2));
          if (step < 2) t = Math.min(1, Math.max(0, t - (x * dx + y * dy) / length2));
        }
      }
      const d = x * x + y * y;
      if (d < best) {
        best = d; east = x; north = y;
      }
      // Even-odd rule along the parallel to the east, in degrees, where the edges are straight.
      if (hasInside && lat0 > 0 !== lat1 > 0 && lng0 + (-lat0 / (lat1 - lat0)) * (lng1 - lng0) > 0) crossed = !crossed;
      lng0 = lng1; lat0 = lat1; x0 = x1; y0 = y1;
    }
    if (hasInside) {
      if (hole[r] === 1) inside &&= !crossed;
      else {
        insideAny ||= inside;
        inside = crossed;
      }
    }
  }
  out.edgeMetres = Math.sqrt(best);
  out.east = east;
  out.north = north;
  out.inside = insideAny || inside;
}
