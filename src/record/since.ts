import { changesBetween, type FieldChange } from './changes';
import { numberedSites } from './sites';
import type { Assessment } from './schema/assessment';

/** Parts that two records of one address can be compared by. What each year asks anew of its own day (clocks, visits, agencies, both decisions) is read in each record. */
const COMPARED = ['addressKind', 'placement', 'property', 'children', 'judgements', 'exceptions', 'addedSites', 'checks', 'formulation'] as const satisfies readonly (keyof Assessment)[];

export interface Since {
  /** By path below the assessment; what nobody has answered yet in the later one is not told otherwise. */
  readonly fields: readonly FieldChange[];
  /** Names of sites on one list alone; null: one of the two has not looked. */
  readonly sites: { readonly added: readonly string[]; readonly gone: readonly string[] } | null;
  /** Another standard or local protocol was applied. */
  readonly otherStandard: boolean;
}

const partsOf = (assessment: Assessment) => Object.fromEntries(COMPARED.map((part) => [part, assessment[part] ?? null]));
const isOpen = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function sitesOf(assessment: Assessment): ReadonlyMap<string, string> {
  return new Map(numberedSites(assessment).flatMap(({ key, name, nearby }) => (nearby === null ? [] : [[key, name.trim() || 'A place without a name']])));
}

/** What a review tells otherwise than the record that it begins from. Kept words of findings (`read`) and the days of dealings are theirs. */
export function sinceBefore(before: Assessment, now: Assessment): Since {
  const fields = changesBetween(partsOf(before), partsOf(now)).filter(({ path, to }) => !isOpen(to) && !path.endsWith('.read'));
  const [then, today] = [sitesOf(before), sitesOf(now)];
  const only = (of: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => [...of].filter(([key]) => !other.has(key)).map(([, name]) => name);
  return {
    fields,
    sites: before.surroundings === null || now.surroundings === null ? null : { added: only(today, then), gone: only(then, today) },
    otherStandard: before.asked !== null && now.asked !== null && before.asked.standardId !== now.asked.standardId,
  };
}
