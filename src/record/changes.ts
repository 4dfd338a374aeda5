import type { Change } from './schema/assessment';

/** One changed field. `from` or `to` null: there was nothing, or nothing is left. Values are JSON. */
export interface FieldChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
/** A Map, as an object would put keys that look like numbers first. */
type Entries = ReadonlyMap<string, unknown>;

const entriesOf = (fields: Fields): Entries => new Map(Object.entries(fields));
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key may hold dots (site ids): as in JSON Pointer, but with the dot in the slash's place. */
const step = (key: string) => key.replaceAll('~', '~0').replaceAll('.', '~1');

/** Items by their addedId; null where one has none or two share one. */
function byAddedId(items: readonly unknown[]): Map<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const item of items) {
    if (!isFields(item) || typeof item['addedId'] !== 'string' || found.has(item['addedId'])) return null;
    found.set(item['addedId'], item);
  }
  return found;
}

/** Keyed comparison tells the truth only while the common items keep their order and new ones come last; otherwise null. */
function keyed(before: readonly unknown[], after: readonly unknown[]): { before: Entries; after: Entries } | null {
  const [from, to] = [byAddedId(before), byAddedId(after)];
  if (from === null || to === null) return null;
  const expected = [...[...from.keys()].filter((id) => to.has(id)), ...[...to.keys()].filter((id) => !from.has(id))];
  return [...to.keys()].join('\n') === expected.join('\n') ? { before: from, after: to } : null;
}

function compare(path: string, from: unknown, to: unknown, found: FieldChange[]): void {
  if (Object.is(from, to)) return;
  if (isFields(from) && isFields(to)) return compareEntries(path === '' ? '' : `${path}.`, entriesOf(from), entriesOf(to), found);
  if (Array.isArray(from) && Array.isArray(to)) {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    const items = keyed(from, to);
    if (items) return compareEntries(`${path}.`, items.before, items.after, found);
  }
  if ((from ?? null) !== (to ?? null)) found.push({ path, from: from ?? null, to: to ?? null });
}

function compareEntries(prefix: string, from: Entries, to: Entries, found: FieldChange[]): void {
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    if (prefix === '' && key === 'history') continue;
    compare(`${prefix}${step(key)}`, from.get(key), to.get(key), found);
  }
}

/**
 * Every field that differs, with a path that stays the same when other fields come or go, e.g. 'conduct.rationale', 'addedSites.<addedId>.name'.
 * Other lists are compared whole. The history itself is left out. A '.' within a key is written '~1', a '~' '~0'.
 */
export function changesBetween(before: object, after: object): readonly FieldChange[] {
  const found: FieldChange[] = [];
  compare('', before, after, found);
  return found;
}

/** The document with one more entry in its history; unchanged where nothing changed. `at`: ISO instant; `by`: the officer's name. */
export function withChange<T extends { history: Change[] }>(
  document: T,
  { at, by, what }: { readonly at: string; readonly by: string; readonly what: string },
  changes: readonly FieldChange[],
): T {
  if (changes.length === 0) return document;
  return { ...document, history: [...document.history, { at, by, what, fields: changes.map((change) => ({ ...change })) }] };
}
