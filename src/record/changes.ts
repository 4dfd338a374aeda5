import { isJsonObject, type JsonObject } from '@/terms';
import type { Change } from './schema/assessment';

/** One changed field. `from` or `to` null: there was nothing, or nothing is left. Values are JSON. */
export interface FieldChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** A Map, as an object would put keys that look like numbers first. */
type Entries = ReadonlyMap<string, unknown>;

const entriesOf = (fields: JsonObject): Entries => new Map(Object.entries(fields));

/** A key may hold dots (site ids): as in JSON Pointer, but with the dot in the slash's place. */
export const step = (key: string) => key.replaceAll('~', '~0').replaceAll('.', '~1');

/** What items of lists are known by: added places, statements, answered proposals, the office's checks, property requests, visits, reviews, disagreements. */
const ID_NAMES = ['addedId', 'statementId', 'answerId', 'checkId', 'requestId', 'visitId', 'reviewId', 'dissentId'] as const;

/** Items by their own id; null where one has none or two share one. */
function byId(items: readonly unknown[]): Map<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const id = isJsonObject(item) ? ID_NAMES.map((name) => item[name] ?? null).find((one) => one !== null) : null;
    if (typeof id !== 'string' || found.has(id)) return null;
    found.set(id, item);
  }
  return found;
}

/** Keyed comparison tells the truth only while the common items keep their order and new ones come last; otherwise null. */
function keyed(before: readonly unknown[], after: readonly unknown[]): { before: Entries; after: Entries } | null {
  const [from, to] = [byId(before), byId(after)];
  if (from === null || to === null) return null;
  const expected = [...[...from.keys()].filter((id) => to.has(id)), ...[...to.keys()].filter((id) => !from.has(id))];
  return [...to.keys()].join('\n') === expected.join('\n') ? { before: from, after: to } : null;
}

function compare(path: string, from: unknown, to: unknown, found: FieldChange[]): void {
  if (Object.is(from, to)) return;
  if (isJsonObject(from) && isJsonObject(to)) return compareEntries(path === '' ? '' : `${path}.`, entriesOf(from), entriesOf(to), found);
  if (Array.isArray(from) && Array.isArray(to)) {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    const items = keyed(from, to);
    if (items) return compareEntries(`${path}.`, items.before, items.after, found);
  }
  if ((from ?? null) !== (to ?? null)) found.push({ path, from: from ?? null, to: to ?? null });
}

/** What was asked is computed anew with every save: only another standard is a change, and the first one is none. */
function compareStandards(before: unknown, after: unknown, found: FieldChange[]): void {
  const [from, to] = [before, after].map((asked) => (isJsonObject(asked) ? (asked['standardId'] ?? null) : null));
  if (from !== null && to !== null && from !== to) found.push({ path: 'asked.standardId', from, to });
}

/** Of readings that were signed: who stands under one that stands. The readings themselves are no answers. */
function signersIn(signed: unknown): readonly string[] {
  const entries = (list: unknown): readonly JsonObject[] => (Array.isArray(list) ? list.filter(isJsonObject) : []);
  return entries(signed).filter(({ cancelled }) => cancelled === null).flatMap(({ signatures, notSigned }) => [
    ...entries(signatures).map(({ as, name }) => `${String(as)}: ${String(name)}`), ...entries(notSigned).map(({ as, name }) => `${String(as)}, not signed: ${String(name)}`),
  ]);
}

function compareEntries(prefix: string, from: Entries, to: Entries, found: FieldChange[]): void {
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    if (prefix === '' && key === 'history') continue;
    if (prefix === '' && key === 'signed') { compare(key, signersIn(from.get(key)), signersIn(to.get(key)), found); continue; }
    if (prefix === '' && key === 'asked') { compareStandards(from.get(key), to.get(key), found); continue; }
    compare(`${prefix}${step(key)}`, from.get(key), to.get(key), found);
  }
}

/**
 * Every field that differs, with a path that stays the same when other fields come or go, e.g. 'conduct.rationale', 'addedSites.<addedId>.name',
 * 'statements.<statementId>.text'. Other lists are compared whole. The history is left out, of signed readings all but who signed, and of what was asked all but the id of another standard. A '.' within a key is written '~1', a '~' '~0'.
 */
export function changesBetween(before: object, after: object): readonly FieldChange[] {
  const found: FieldChange[] = [];
  compare('', before, after, found);
  return found;
}

/** The document with one more entry in its history; unchanged where nothing changed. `at`: ISO instant; `by`: the officer's name. */
export function withChange<T extends { history: Change[] }>(
  document: T,
  { at, by, what, amends }: { readonly at: string; readonly by: string; readonly what: string; readonly amends?: string },
  changes: readonly FieldChange[],
): T {
  if (changes.length === 0) return document;
  return { ...document, history: [...document.history, { at, by, what, ...(amends !== undefined && { amends }), fields: changes.map((change) => ({ ...change })) }] };
}
