import { isJsonObject } from '@/terms';

/** What a schema of valibot is made of, as far as it leads to keys. */
interface Shape {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
  readonly pipe?: readonly unknown[];
}

/** An entry that the schema does not know. */
export interface Stranger {
  readonly keys: readonly (string | number)[];
  /** The known key that was most likely meant. */
  readonly nearest: string | null;
  /** What it could be instead. */
  readonly known: readonly string[];
}

/** Longer keys are no slip of the pen. */
const LONGEST_SLIP = 40;

/** Letters to change, add or take out (Levenshtein), capitals aside. */
function slips(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** null: none is near enough to be meant. */
export function nearestOf(key: string, known: readonly string[]): string | null {
  if (key.length > LONGEST_SLIP) return null;
  const ranked = known.map((one) => ({ one, off: slips(key.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.off - b.off);
  const [first] = ranked;
  return first && first.off <= Math.max(1, Math.floor(first.one.length / 3)) ? first.one : null;
}

/** The part of a schema that has entries or items: the last of a pipe, the inside of what may be null. */
function bodyOf(schema: unknown): Shape | null {
  if (!isJsonObject(schema)) return null;
  const { entries, item, wrapped, pipe }: Shape = schema;
  if (pipe) return pipe.map(bodyOf).findLast((body) => body !== null) ?? null;
  if (wrapped !== undefined) return bodyOf(wrapped);
  return entries === undefined && item === undefined ? null : schema;
}

/** All of them, in the order of the file; a strict object of valibot tells the first only. */
export function strangers(schema: unknown, value: unknown, keys: Stranger['keys'] = []): readonly Stranger[] {
  const body = bodyOf(schema);
  if (body?.item !== undefined && Array.isArray(value)) return value.flatMap((one: unknown, i) => strangers(body.item, one, [...keys, i]));
  const { entries } = body ?? {};
  if (entries === undefined || !isJsonObject(value)) return [];
  const known = Object.keys(entries);
  return Object.entries(value).flatMap(([key, inside]) =>
    Object.hasOwn(entries, key) ? strangers(entries[key], inside, [...keys, key]) : [{ keys: [...keys, key], nearest: nearestOf(key, known), known }]);
}
