import { CATEGORY_IDS, type CategoryId, categoryOf } from '@/terms';
import type { AddressPoint, CategoryAnswer, NearbyAnswer } from './answer';
import { checkQuestion } from './checkQuestion';
import { coverageAt } from './coverage';
import { UNKNOWN_ERROR_SEARCH_METRES, verdictOn } from './doubt';
import { lookAround } from './lookAround';
import type { OpenPack } from './pack/openPack';
import { planeAt } from './plane';

/**
 * What the pack knows within `radiusMetres` of an address, category by category, and what may be said of each (doubt.ts has the table).
 * `asOn`: ISO date on which freshness is judged. A point outside the pack's area is no error: its coverage says what was searched.
 * @throws RangeError for a point, error, radius or date that cannot be meant.
 */
export function nearby(pack: OpenPack, at: AddressPoint, radiusMetres: number, asOn: string): NearbyAnswer {
  checkQuestion(at, radiusMetres, asOn);
  const plane = planeAt(at.point);
  const coverage = coverageAt(pack.packed.areas, plane);
  const seen = lookAround(pack, plane, at, radiusMetres);
  const addressReach = at.errorMetres ?? UNKNOWN_ERROR_SEARCH_METRES;

  function answer(category: CategoryId): CategoryAnswer {
    const layers = pack.header.layers.map((layer, i) => ({ layer, place: pack.packed.coverages[i] ?? null })).filter(({ layer }) => layer.categories.includes(category));
    const places = layers.map(({ place }) => place);
    const mapped = categoryOf(category).found === 'mapped';
    const extent = mapped ? coverage.of(places, radiusMetres + addressReach) : 'none';
    const { sites, beyond } = seen(category);
    const found = sites.filter((each) => each.relation === 'inside').length;
    const uncertain = sites.length - found;
    const stale = layers.some(({ layer: { staleAfter } }) => staleAfter === null || asOn > staleAfter);
    return {
      category,
      ...verdictOn({ found, uncertain, coverage: extent, stale, addressErrorMetres: at.errorMetres, mapped }),
      coverage: extent,
      found,
      uncertain,
      stale,
      sites,
      nearestBeyond: beyond && {
        nearby: beyond,
        searchedThatFar: mapped && places.every((place) => coverage.holds(place, beyond.distanceMetres + addressReach)),
      },
      layerIds: layers.map(({ layer }) => layer.id),
    };
  }

  return {
    method: { kernel: 'wgs84-local-plane', version: 1 },
    packId: pack.header.packId,
    packTitle: pack.header.title,
    training: pack.header.training,
    at,
    radiusMetres,
    asOn,
    inArea: coverage.inside(pack.packed.boundary),
    categories: CATEGORY_IDS.map(answer),
  };
}
