import { CATEGORY_IDS, categoryOf, isCategoryId, type CategoryId } from '@/terms';
import type { ListsPlan } from '@/geo/build';
import { monthsAfter, OTHER_STALE_MONTHS, type Edition } from '@/geo/sources';
import { UsageError } from './command';
import { toBox, toDate } from './optionValues';

export interface ListsGiven {
  readonly layer?: readonly string[] | undefined;
  readonly 'layer-date'?: readonly string[] | undefined;
  readonly coverage: string | null;
  readonly staleAfter: string | null;
  readonly error: string | null;
  readonly credit: string | null;
}

/** CATEGORY=FILE. @throws UsageError naming the categories that a map can hold. */
export function categoryFile(option: string, pair: string): { category: CategoryId; path: string } {
  const [, category = '', path = ''] = /^([^=]*)=(.+)$/u.exec(pair) ?? [];
  if (isCategoryId(category) && categoryOf(category).found === 'mapped' && path !== '') return { category, path };
  const mapped = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped');
  throw new UsageError(`${option} ${pair} is not CATEGORY=FILE. Categories that a map can hold: ${mapped.join(', ')}.`);
}

/** null: no list is given. @throws UsageError */
export function listsOf(given: ListsGiven, today: string): ListsPlan | null {
  const files = (given.layer ?? []).map((pair) => categoryFile('--layer', pair));
  if (files.length === 0) {
    const stray = [['layer-date', given['layer-date']?.[0]], ['layer-coverage', given.coverage], ['layer-stale-after', given.staleAfter], ['layer-error', given.error], ['layer-credit', given.credit]].find(([, value]) => (value ?? null) !== null);
    if (stray) throw new UsageError(`--${String(stray[0])} belongs to --layer CATEGORY=FILE, which is not given.`);
    return null;
  }
  const { coverage } = given;
  if (coverage === null) {
    throw new UsageError("--layer needs --layer-coverage scotland, W,S,E,N or a GeoJSON file: where the list is complete. Many councils send no list to the Spatial Hub; a council without one and a council without such places look the same, and 'none found' must not be said of the first.");
  }
  const metres = given.error === null ? null : Number(given.error);
  if (metres !== null && (given.error?.trim() === '' || !Number.isFinite(metres) || metres < 0)) throw new UsageError(`--layer-error ${String(given.error)} is not metres, 0 or more.`);
  const box = /^[-+0-9.,\s]+$/u.test(coverage) ? toBox('--layer-coverage', coverage) : coverage;
  return { files, editions: editionsOf(given, files.map(({ category }) => category), today), coverage: box, errorMetres: metres, credit: given.credit };
}

/** `--layer-date D` for all, `--layer-date CATEGORY=D` for one. */
function editionsOf(given: ListsGiven, categories: readonly CategoryId[], today: string): ListsPlan['editions'] {
  const days = new Map<string, string>();
  for (const text of given['layer-date'] ?? []) {
    const [, category = '', day = ''] = /^(?:([^=]*)=)?(.*)$/u.exec(text) ?? [];
    if (category !== '' && !categories.some((id) => id === category)) throw new UsageError(`--layer-date ${text} names a category that no --layer has.`);
    if (days.has(category)) throw new UsageError(`--layer-date is given twice for ${category === '' ? 'all layers' : category}.`);
    days.set(category, toDate('--layer-date', day, today));
  }
  const last = given.staleAfter === null ? null : toDate('--layer-stale-after', given.staleAfter, null);
  return Object.fromEntries(categories.map((category): [CategoryId, Edition] => {
    const asOf = days.get(category) ?? days.get('') ?? null;
    return [category, { asOf, staleAfter: last ?? (asOf === null ? null : monthsAfter(asOf, OTHER_STALE_MONTHS)) }];
  }));
}
