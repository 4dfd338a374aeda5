import { CATEGORY_IDS, categoryOf } from '@/terms';
import { coverageAt } from '../coverage';
import type { OpenPack } from '../pack/openPack';
import { type Plane, planeAt } from '../plane';
import { nearest, nearestOfShape } from '../shapeDistance';
import { COVERAGES } from './chunk';
import type { Extent } from './extent';

/** Writes the coverage (place in COVERAGES) of each category, in the order of CATEGORY_IDS, for one address of the cell. */
export type CellCoverage = (plane: Plane, into: Uint8Array) => void;

const FULL = COVERAGES.indexOf('full');
const PARTIAL = COVERAGES.indexOf('partial');
const NONE = COVERAGES.indexOf('none');

/** The measure is exact to far less than this up to 20 km, and a coverage's edge may be further. */
const FAR_ROOM = 0.98;

/** By category, the areas of the layers that answer for it; none where no map can answer. */
export function coveragesOf(pack: OpenPack): readonly (readonly (number | null)[])[] {
  return CATEGORY_IDS.map((category) => (categoryOf(category).found === 'mapped'
    ? pack.header.layers.flatMap((layer, i) => (layer.categories.includes(category) ? [pack.packed.coverages[i] ?? null] : []))
    : []));
}

/**
 * Where no edge of an area comes near the circle of any address of the cell, all of them lie to it as the cell's middle does, and it is measured
 * once; else for each address.
 */
export function cellCoverage(pack: OpenPack, byCategory: readonly (readonly (number | null)[])[], extent: Extent, reachMetres: number): CellCoverage {
  const { areas } = pack.packed;
  const middle = planeAt({ lng: (extent.west + extent.east) / 2, lat: (extent.south + extent.north) / 2 });
  const out = nearest();
  const decided = new Map<number, boolean>();
  for (const place of new Set(byCategory.flat())) {
    if (place === null) continue;
    nearestOfShape(areas, place, middle, out);
    if (out.edgeMetres * FAR_ROOM > reachMetres + halfDiagonalMetres(extent, middle)) decided.set(place, out.inside);
  }
  const same = new Uint8Array(CATEGORY_IDS.length);
  const open: number[] = [];
  byCategory.forEach((places, c) => {
    if (places.some((place) => place !== null && !decided.has(place))) open.push(c);
    const inside = places.map((place) => place !== null && decided.get(place) === true);
    same[c] = !inside.includes(true) ? NONE : inside.includes(false) ? PARTIAL : FULL;
  });
  return (plane, into) => {
    into.set(same);
    if (open.length === 0) return;
    const coverage = coverageAt(areas, plane);
    for (const c of open) into[c] = COVERAGES.indexOf(coverage.of(byCategory[c] ?? [], reachMetres));
  };
}

/** Rather too long: how far an address of the cell can lie from its middle. */
function halfDiagonalMetres({ west, south, east, north }: Extent, { kx0, ky0 }: Plane): number {
  return 1 + 1.02 * Math.hypot(((east - west) / 2) * 1e7 * kx0, ((north - south) / 2) * 1e7 * ky0);
}
