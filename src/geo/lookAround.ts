import type { CategoryId } from '@/terms';
import { allowancesOf } from './allowances';
import type { AddressPoint, NearbySite } from './answer';
import { compassOf } from './compass';
import { UNKNOWN_ERROR_SEARCH_METRES, relationOf, sumOfErrors } from './doubt';
import type { OpenPack } from './pack/openPack';
import type { Plane } from './plane';
import { nearest, nearestOfShape } from './shapeDistance';
import { sitesWithin } from './sitesWithin';

/** How far the nearest site beyond the distance asked for is looked for: further tells nothing about living here. */
const FURTHEST_METRES = 20_000;

export interface Seen {
  /** Not ruled out, nearest first. */
  readonly sites: readonly NearbySite[];
  /** The nearest that is ruled out; null: none within FURTHEST_METRES. */
  readonly beyond: NearbySite | null;
}

/** All sites about an address that are not ruled out, and the first one beyond, by category. */
export function lookAround(pack: OpenPack, plane: Plane, { errorMetres }: AddressPoint, radiusMetres: number): (category: CategoryId) => Seen {
  const { sites } = pack.packed;
  const allowances = allowancesOf(pack);
  const reachMetres = radiusMetres + (errorMetres ?? UNKNOWN_ERROR_SEARCH_METRES) + allowances.mostMetres;
  const listed = sites.categories.map((): NearbySite[] => []);
  const beyond = sites.categories.map((): NearbySite | null => null);
  const out = nearest();

  function look(place: number, distanceMetres: number): NearbySite {
    nearestOfShape(sites.shapes, place, plane, out);
    const siteErrorMetres = allowances.errorMetres(place);
    return {
      site: pack.site(place),
      distanceMetres,
      compass: distanceMetres === 0 ? 'here' : compassOf(out.east, out.north),
      errorMetres: sumOfErrors(errorMetres, siteErrorMetres),
      relation: relation(place, distanceMetres),
    };
  }
  function relation(place: number, distanceMetres: number) {
    return relationOf({ distanceMetres, radiusMetres, addressErrorMetres: errorMetres, siteErrorMetres: allowances.errorMetres(place), extentMetres: allowances.extentMetres(place) });
  }

  const within = sitesWithin(sites, plane, reachMetres);
  const seen = sites.categories.map(() => 0);
  within.places.forEach((place, k) => {
    const distanceMetres = within.metres[k] ?? NaN;
    const category = sites.category[place] ?? 0;
    seen[category] = (seen[category] ?? 0) + 1;
    if (relation(place, distanceMetres) !== 'outside') listed[category]?.push(look(place, distanceMetres));
    else beyond[category] ??= look(place, distanceMetres);
  });

  // Beyond the reach every site is ruled out. Each category is looked for only until one is found, or all its sites have been seen.
  const sought = (place: number) => {
    const category = sites.category[place] ?? 0;
    return beyond[category] === null && (seen[category] ?? 0) < (allowances.countByCategory[category] ?? 0);
  };
  const more = () => sites.categories.some((_, c) => beyond[c] === null && (seen[c] ?? 0) < (allowances.countByCategory[c] ?? 0));
  for (let from = reachMetres, to = reachMetres; to < FURTHEST_METRES && more(); from = to) {
    to = Math.min(2 * to, FURTHEST_METRES);
    const further = sitesWithin(sites, plane, to, sought);
    further.places.forEach((place, k) => {
      const distanceMetres = further.metres[k] ?? NaN;
      if (distanceMetres > from) beyond[sites.category[place] ?? 0] ??= look(place, distanceMetres);
    });
  }

  return (category) => {
    const c = sites.categories.indexOf(category);
    return { sites: listed[c] ?? [], beyond: beyond[c] ?? null };
  };
}
