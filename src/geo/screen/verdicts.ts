import { CATEGORY_IDS, categoryOf } from '@/terms';
import { verdictOn } from '../doubt';
import type { OpenPack } from '../pack/openPack';
import { COVERAGES, STATUSES } from './chunk';

/** What was seen of a category, as far as the verdict hangs on it. */
export const SEEN = { nothing: 0, uncertain: 1, inside: 2 } as const;
const SEEN_COUNT = 3;

/** The verdict table (doubt.ts), worked out for every category, coverage and sight that an address of this error can meet: place in STATUSES. */
export function verdicts(pack: OpenPack, addressErrorMetres: number | null, asOn: string): (category: number, coverage: number, seen: number) => number {
  const table = CATEGORY_IDS.flatMap((category) => {
    const layers = pack.header.layers.filter(({ categories }) => categories.includes(category));
    const stale = layers.some(({ staleAfter }) => staleAfter === null || asOn > staleAfter);
    const mapped = categoryOf(category).found === 'mapped';
    return COVERAGES.flatMap((coverage) => Object.values(SEEN).map((seen) => {
      const grounds = { found: seen === SEEN.inside ? 1 : 0, uncertain: seen === SEEN.uncertain ? 1 : 0, coverage, stale, addressErrorMetres, mapped };
      return STATUSES.indexOf(verdictOn(grounds).status);
    }));
  });
  return (category, coverage, seen) => table[(category * COVERAGES.length + coverage) * SEEN_COUNT + seen] ?? 0;
}
