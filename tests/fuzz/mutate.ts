import { gzipSync, zipSync } from 'fflate';
import { isJsonObject } from '@/terms';

/** A number from 0 up to, and not with, 1. */
export type Random = () => number;
const upTo = (random: Random, count: number) => Math.floor(random() * count);
const oneOf = <T>(random: Random, all: readonly [T, ...T[]]): T => all[upTo(random, all.length)] ?? all[0];
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => { const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0)); let at = 0; for (const part of parts) { out.set(part, at); at += part.length; } return out; };

/** What goes wrong with a file on its way, whatever it holds. */
const BYTES: Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>> = {
  'cut short': (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  'bits flipped': (bytes, random) => { const out = bytes.slice(); for (let n = 1 + upTo(random, 8); n > 0; n--) { const at = upTo(random, out.length); out[at] = (out[at] ?? 0) ^ (1 << upTo(random, 8)); } return out; },
  'bytes put in': (bytes, random) => { const at = upTo(random, bytes.length); return joined(bytes.subarray(0, at), Uint8Array.from({ length: 1 + upTo(random, 8) }, () => upTo(random, 256)), bytes.subarray(at)); },
  'a piece lost': (bytes, random) => { const at = upTo(random, bytes.length); return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + upTo(random, 200))); },
  'a piece twice': (bytes, random) => { const at = upTo(random, bytes.length); const end = at + 1 + upTo(random, 200); return joined(bytes.subarray(0, end), bytes.subarray(at)); },
  'a piece of zeros': (bytes, random) => { const out = bytes.slice(); const at = upTo(random, bytes.length); return out.fill(0, at, at + 1 + upTo(random, 64)); },
  'a huge number in four bytes': (bytes, random) => { const out = bytes.slice(); const at = upTo(random, Math.max(1, out.length - 4)); return out.fill(oneOf(random, [0xff, 0x7f, 0x80]), at, at + 4); },
  'the second half first': (bytes) => joined(bytes.subarray(bytes.length >> 1), bytes.subarray(0, bytes.length >> 1)),
  'as UTF-16': (bytes, random) => {
    const [big, mark] = [random() < 0.5, random() < 0.7];
    const out = new Uint8Array(2 * bytes.length);
    bytes.forEach((byte, i) => { out[2 * i + (big ? 1 : 0)] = byte; });
    return mark ? joined(big ? Uint8Array.of(0xfe, 0xff) : Uint8Array.of(0xff, 0xfe), out) : out;
  },
  'Windows-1252 in between': (bytes, random) => { const at = upTo(random, bytes.length); return joined(bytes.subarray(0, at), Uint8Array.of(0x51, 0xe9, 0x92, 0x80), bytes.subarray(at)); },
  'a mark of byte order': (bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
  'gzipped': (bytes) => gzipSync(bytes, { level: 1 }),
  'gzipped and cut short': (bytes, random) => { const packed = gzipSync(bytes, { level: 1 }); return packed.subarray(0, 4 + upTo(random, packed.length - 4)); },
  'gzipped twice': (bytes) => gzipSync(gzipSync(bytes, { level: 1 }), { level: 1 }),
  'zipped': (bytes, random) => zipSync({ [oneOf(random, ['file.csv', 'Data/CSV/eh.csv', '../../etc/passwd', 'a.gpkg', ''])]: bytes }, { level: 1 }),
  'empty': () => new Uint8Array(0),
};

/** Longitude and latitude swapped, nowhere, in London, in metres of the grid, off the Earth. */
const PLACES = [['55.95', '-3.19'], ['0', '0'], ['-0.1276', '51.5072'], ['325900', '673500'], ['1e999', '-1e308'], ['NaN', 'NaN'], ['-3.19', '99.999999'], ['', '']] as const;
const NUMBERS = ['0', '-0', '1e999', '-1e308', '9007199254740993', '99999999999999999999', 'NaN', 'Infinity', '0x10', '1,5', '1e-400', '--1', ''] as const;
const TEXTS = ['', '"', '=1+1', '<img src=x onerror=alert(1)>', '\u0000', '‮', '𝕏'.repeat(50), 'x'.repeat(5_000), '__proto__', 'null', '..', '\ud800'] as const;

function csv(text: string, random: Random): { what: string; text: string } {
  const mark = text.includes('\r\n') ? '\r\n' : '\n';
  const rows = text.split(mark).map((row) => row.split(','));
  const wide = rows[0]?.length ?? 1;
  const [c, d, r] = [upTo(random, wide), upTo(random, wide), upTo(random, rows.length)];
  const put = (row: string[], at: number, cell: string) => row.map((was, i) => (i === at ? cell : was));
  const numeric = (rows[1] ?? []).flatMap((cell, i) => (/^-?\d+\.\d+$/u.test(cell) ? [i] : []));
  const [what, out] = oneOf<() => [string, string[][]]>(random, [
    () => ['a column lost', rows.map((row) => row.filter((_, i) => i !== c))],
    () => ['a column twice', rows.map((row) => [...row, row[c] ?? ''])],
    () => ['a column renamed', rows.map((row, i) => (i === 0 ? put(row, c, oneOf(random, [`${row[c] ?? ''}_2`, (row[c] ?? '').toUpperCase(), (row[c] ?? '').slice(0, 10), '', '__proto__', 'constructor'])) : row))],
    () => ['two columns swapped', rows.map((row) => put(put(row, c, row[d] ?? ''), d, row[c] ?? ''))],
    () => ['positions of every row', rows.map((row, i) => { const [x, y] = PLACES[c % PLACES.length] ?? PLACES[0]; return i === 0 ? row : put(put(row, numeric[0] ?? c, x), numeric[1] ?? d, y); })],
    () => ['a position of one row', rows.map((row, i) => { const [x, y] = oneOf(random, [...PLACES] as [(typeof PLACES)[number], ...(typeof PLACES)[number][]]); return i === r ? put(put(row, numeric[0] ?? c, x), numeric[1] ?? d, y) : row; })],
    () => ['a number of one row', rows.map((row, i) => (i === r ? put(row, c, oneOf(random, [...NUMBERS] as [string, ...string[]])) : row))],
    () => ['a text of one row', rows.map((row, i) => (i === r ? put(row, c, oneOf(random, [...TEXTS] as [string, ...string[]])) : row))],
    () => ['a column empty', rows.map((row, i) => (i === 0 ? row : put(row, c, '')))],
    () => ['rows twice', [...rows, ...rows.slice(1)]],
    () => ['a row twice', [...rows.slice(0, r), rows[r] ?? [], ...rows.slice(r)]],
    () => ['a row short', rows.map((row, i) => (i === r ? row.slice(0, c) : row))],
    () => ['a row long', rows.map((row, i) => (i === r ? [...row, 'more', 'more'] : row))],
    () => ['no header row', rows.slice(1)],
    () => ['the header row alone', rows.slice(0, 1)],
    () => ['empty rows', rows.flatMap((row) => [row, ['']])],
    () => ['another order of rows', rows.toReversed()],
    () => ['a quote without an end', rows.map((row, i) => (i === r ? put(row, c, `"${row[c] ?? ''}`) : row))],
  ])();
  const lines = out.map((row) => row.join(oneOf(random, [',', ',', ',', ',', ';', '\t'])));
  return { what, text: lines.join(random() < 0.9 ? mark : oneOf(random, ['\r', '\n', '\r\n', '\n\n'])) };
}

type Json = unknown;
const isPosition = (value: Json): value is number[] => Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number');
const isRing = (value: Json): value is number[][] => Array.isArray(value) && value.length >= 4 && value.every(isPosition);
/** Every part of the value, with a way to put another in its place. */
function parts(value: Json, found: { value: Json; put: (other: Json) => void; drop: () => void; rename: (name: string) => void }[], depth = 0): typeof found {
  if (depth > 12) return found;
  const own = value as Record<string, Json>;
  for (const key of Array.isArray(value) ? value.keys() : isJsonObject(value) ? Object.keys(value) : []) {
    found.push({
      value: own[key], put: (other) => { own[key] = other; }, drop: () => { if (Array.isArray(value)) value.splice(Number(key), 1); else Reflect.deleteProperty(own, key); },
      rename: (name) => { own[name] = own[key]; Reflect.deleteProperty(own, key); },
    });
    parts(own[key], found, depth + 1);
  }
  return found;
}

function json(text: string, random: Random): { what: string; text: string } {
  const root = JSON.parse(text) as Json;
  const all = parts(root, []);
  const any = () => all[upTo(random, all.length)];
  const some = (is: (value: Json) => boolean) => { const of = all.filter(({ value }) => is(value)); return of[upTo(random, of.length)]; };
  const positions = all.filter(({ value }) => isPosition(value));
  const move = (to: (at: number[]) => Json, which: typeof positions) => { for (const { value, put } of which) put(to(value as number[])); };
  const elsewhere = (at: number[]) => oneOf<Json>(random, [[at[1], at[0]], [0, 0], [-0.1276, 51.5072], [325_900, 673_500], [1e308, -1e308], [null, null], ['-3.2', '55.9'], [], at[0], [at[0], at[1], 7, 8]]);
  const what = oneOf<() => string>(random, [
    () => { any()?.drop(); return 'a part lost'; },
    () => { some((value) => typeof value === 'string' || typeof value === 'number')?.rename(oneOf(random, ['other', '__proto__', 'id', 'type', 'coordinates'])); return 'a key renamed'; },
    () => { any()?.put(oneOf<Json>(random, [null, [], {}, '', 0, -1, 1e308, true, [[]], { type: 'Feature' }, 'x'.repeat(5_000)])); return 'another kind of value'; },
    () => { const one = some((value) => typeof value === 'string'); one?.put(oneOf(random, [...TEXTS] as [string, ...string[]])); return 'another text'; },
    () => { const one = some((value) => typeof value === 'number'); one?.put(oneOf<Json>(random, [0, -0, 1e308, -1e308, 9_007_199_254_740_993, 1e-320, '12', null])); return 'another number'; },
    () => { const one = some((value) => typeof value === 'number'); one?.put('~huge~'); return 'a number past all bounds'; },
    () => { move((at) => [at[1], at[0]], positions); return 'positions swapped'; },
    () => { move(() => [0, 0], positions); return 'all positions 0, 0'; },
    () => { move(() => [-0.1276, 51.5072], positions); return 'all in London'; },
    () => { move((at) => [(at[0] ?? 0) * 1e5, (at[1] ?? 0) * 1e4], positions); return 'all in metres'; },
    () => { const one = positions[upTo(random, positions.length)]; if (one) move(elsewhere, [one]); return 'one position elsewhere'; },
    () => { const ring = some(isRing)?.value as number[][] | undefined; ring?.pop(); return 'a ring left open'; },
    () => { const ring = some(isRing)?.value as number[][] | undefined; if (ring) [ring[1], ring[2]] = [ring[2] ?? [], ring[1] ?? []]; return 'a ring that touches itself'; },
    () => { const ring = some(isRing)?.value as number[][] | undefined; ring?.fill(ring[0] ?? []); return 'a ring of one place'; },
    () => { const list = some((value) => Array.isArray(value) && value.length > 0)?.value as Json[] | undefined; list?.push(...list.slice(0, 3)); return 'entries twice'; },
    () => { if (isJsonObject(root)) Object.assign(root, { crs: oneOf<Json>(random, [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } }, { type: 'name', properties: { name: 'EPSG:3857' } }, 7, 'EPSG:4326', null]) }); return 'another coordinate system'; },
    () => { let deep: Json = []; for (let n = 0; n < 3_000; n++) deep = [deep]; some((value) => Array.isArray(value))?.put(deep); return 'nested deep'; },
    () => { if (isJsonObject(root)) for (const key of ['features', 'elements']) if (key in root) Object.assign(root, { [key]: oneOf<Json>(random, [[], {}, null, [null], [[]]]) }); return 'no entries'; },
  ])();
  return { what, text: JSON.stringify(root).replaceAll('"~huge~"', '1e999') };
}

/** One to three things wrong with a file, by its format where it has one that can be read. */
export function mutate(bytes: Uint8Array, format: 'csv' | 'json' | 'binary', random: Random): { readonly bytes: Uint8Array; readonly what: readonly string[] } {
  let now = bytes;
  const what: string[] = [];
  const byFormat = () => {
    if (format === 'binary' || random() < 0.35) return null;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(now);
      return format === 'csv' ? csv(text, random) : json(text, random);
    } catch {
      return null;
    }
  };
  for (let n = oneOf(random, [1, 1, 1, 2, 3]); n > 0; n--) {
    const formed = byFormat();
    if (formed !== null) { now = utf8(formed.text); what.push(formed.what); continue; }
    const names = Object.keys(BYTES);
    const name = names[upTo(random, names.length)] ?? 'empty';
    now = BYTES[name]?.(now.length === 0 ? Uint8Array.of(0) : now, random) ?? now;
    what.push(name);
  }
  return { bytes: now, what };
}
