import type { AddressPoint, NearbySite } from './answer';
import { compassOf } from './compass';
import { relationOf, sumOfErrors } from './doubt';
import { packShapes } from './pack/shapes';
import type { SiteMember } from './pack/site';
import { planeAt } from './plane';
import { nearest, nearestOfShape, siteMetres } from './shapeDistance';

/**
 * A listing of a site as a place of its own, at the position that its own source gives, seen as `nearby` would have seen it. The listing that places the site is the site's
 * shape and distance. null: the pack that was read does not hold the listing's own position.
 */
export function listingApart({ site: { members: _, ...site }, ...seen }: NearbySite, { siteId, name, layerId, placed, at: own }: SiteMember, { point, errorMetres }: AddressPoint, radiusMetres: number): NearbySite | null {
  const named = { ...site, siteId, name, layerId };
  if (placed) return { ...seen, site: named };
  if (own === undefined) return null;
  const geometry = { type: 'Point' as const, coordinates: [own.point.lng, own.point.lat] };
  const out = nearest();
  nearestOfShape(packShapes([geometry], () => siteId), 0, planeAt(point), out);
  const distanceMetres = siteMetres(out);
  return {
    site: { ...named, geometry, errorMetres: own.errorMetres, flags: [] },
    distanceMetres,
    compass: distanceMetres === 0 ? 'here' : compassOf(out.east, out.north),
    errorMetres: sumOfErrors(errorMetres, own.errorMetres),
    relation: relationOf({ distanceMetres, radiusMetres, addressErrorMetres: errorMetres, siteErrorMetres: own.errorMetres, extentMetres: own.extentMetres }),
  };
}
