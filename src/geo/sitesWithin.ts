import type { PackedSites } from './pack/siteReader';
import { UNITS_PER_DEGREE } from './pack/shapes';
import { type Plane, reachDegrees } from './plane';
import { nearest, nearestOfShape, siteMetres } from './shapeDistance';

/** Sites by place in the pack, and their distances, nearest first (to the micrometre, up to 20 km). */
export interface SitesWithin {
  readonly places: readonly number[];
  readonly metres: readonly number[];
}

/** Every site whose edge is at most `radiusMetres` from the plane's point, with exact distances. `wanted` leaves sites out before they are measured. */
export function sitesWithin(sites: PackedSites, plane: Plane, radiusMetres: number, wanted?: (place: number) => boolean): SitesWithin {
  const { dLng, dLat } = reachDegrees(plane, radiusMetres);
  const west = (plane.lng - dLng) * UNITS_PER_DEGREE;
  const east = (plane.lng + dLng) * UNITS_PER_DEGREE;
  const south = (plane.lat - dLat) * UNITS_PER_DEGREE;
  const north = (plane.lat + dLat) * UNITS_PER_DEGREE;
  const candidates = sites.index?.search(west, south, east, north, wanted) ?? [];
  const out = nearest();
  const places: number[] = [];
  const metres: number[] = [];
  for (const place of candidates) {
    nearestOfShape(sites.shapes, place, plane, out);
    const distance = siteMetres(out);
    if (distance > radiusMetres) continue;
    places.push(place);
    metres.push(distance);
  }
  return inOrder(places, metres, radiusMetres);
}

/**
 * Nearest first, for distances of at most `most`. Distance and position in the list are put into one whole number under 2^53, so that numbers are
 * sorted without a function call for each comparison (measured: a third of the time).
 */
function inOrder(places: readonly number[], metres: readonly number[], most: number): SitesWithin {
  const count = places.length;
  const positions = 2 ** Math.ceil(Math.log2(count + 1));
  const steps = 2 ** (53 - Math.log2(positions) - Math.ceil(Math.log2(most + 1)));
  const keys = new Float64Array(count);
  for (let k = 0; k < count; k++) keys[k] = Math.floor((metres[k] ?? 0) * steps) * positions + k;
  keys.sort();
  const sorted = { places: [...places], metres: [...metres] };
  for (let n = 0; n < count; n++) {
    const key = keys[n] ?? 0;
    const k = key - Math.floor(key / positions) * positions;
    sorted.places[n] = places[k] ?? NaN;
    sorted.metres[n] = metres[k] ?? NaN;
  }
  return sorted;
}
