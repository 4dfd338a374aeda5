import { UNKNOWN_ERROR_SEARCH_METRES } from './doubt';
import { ERROR_UNKNOWN } from './pack/layout';
import type { OpenPack } from './pack/openPack';
import { SHAPE_KINDS } from './pack/shapes';

const LAST_POINT_KIND = SHAPE_KINDS.indexOf('MultiPoint');

/** What a site's position allows for, from its own word or its layer's. */
export interface Allowances {
  /** null: no bound is known. */
  errorMetres(place: number): number | null;
  /** 0 for lines and polygons: their edge is drawn. */
  extentMetres(place: number): number;
  /** Furthest that any site's error and extent together reach. */
  readonly mostMetres: number;
  /** Sites by place in the pack's list of categories. */
  readonly countByCategory: readonly number[];
}

const known = new WeakMap<OpenPack, Allowances>();

/** Worked out once for a pack. */
export function allowancesOf(pack: OpenPack): Allowances {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const { sites } = pack.packed;
  const positions = pack.header.layers.map((layer) => layer.position);
  function errorMetres(place: number): number | null {
    const own = sites.error[place] ?? NaN;
    if (own === ERROR_UNKNOWN) return null;
    return Number.isNaN(own) ? (positions[sites.layer[place] ?? NaN]?.errorMetres ?? null) : own;
  }
  function extentMetres(place: number): number {
    return (sites.shapes.kind[place] ?? 0) <= LAST_POINT_KIND ? (positions[sites.layer[place] ?? NaN]?.extentMetres ?? 0) : 0;
  }
  let mostMetres = 0;
  const countByCategory = sites.categories.map(() => 0);
  for (let place = 0; place < sites.count; place++) {
    mostMetres = Math.max(mostMetres, (errorMetres(place) ?? UNKNOWN_ERROR_SEARCH_METRES) + extentMetres(place));
    const category = sites.category[place] ?? 0;
    countByCategory[category] = (countByCategory[category] ?? 0) + 1;
  }
  const allowances = { errorMetres, extentMetres, mostMetres, countByCategory };
  known.set(pack, allowances);
  return allowances;
}
