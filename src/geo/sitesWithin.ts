import type { PackedSites } from './pack/siteReader';
import { UNITS_PER_DEGREE } from './pack/shapes';
import { type Plane, reachDegrees } from './plane';
import { nearest, nearestOfShape, siteMetres } from './shapeDistance';

/** Sites by place in the pack, and their distances, nearest first; sites at the same distance in order of place. */
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
  const found: { place: number; metres: number }[] = [];
  for (const place of candidates) {
    nearestOfShape(sites.shapes, place, plane, out);
    const metres = siteMetres(out);
    if (metres <= radiusMetres) found.push({ place, metres });
  }
  found.sort((a, b) => a.metres - b.metres || a.place - b.place);
  return { places: found.map((each) => each.place), metres: found.map((each) => each.metres) };
}
