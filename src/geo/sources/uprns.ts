import type { LngLat } from '@/terms';
import { lngLatToGrid } from '../grid';
import type { PackAddress } from '../pack/site';
import { uprnKey } from '../uprnKey';
import type { Box } from './box';
import { gunzipper } from './gunzip';
import { NO_LOCATION, SWAPPED } from './mendGeometry';
import { NULL_ISLAND, strayReason } from './scotland';
import { SourceError } from './sourceError';
import { findColumns } from './table';
import { Tally } from './tally';

/** Each is a row of about 100 bytes of JSON: this many take 5 MB, and a third of a second of a desktop computer before the first search. */
const MOST_UPRNS = 50_000;

const COLUMNS = {
  uprn: { names: ['UPRN'], required: true },
  x: { names: ['X_COORDINATE'] },
  y: { names: ['Y_COORDINATE'] },
  lat: { names: ['LATITUDE'], required: true },
  lng: { names: ['LONGITUDE'], required: true },
} as const;

/** Metres between a row's two positions: grid.ts is off by 5, and rounding by less. */
const AGREE_METRES = 25;
const DISAGREE = 'Its grid reference and its degrees are different places';
const OUTSIDE = 'Outside the area and its margin';

export interface Uprns {
  /** By UPRN without leading zeros. */
  readonly points: ReadonlyMap<string, LngLat>;
  readonly read: number;
  readonly dropped: Tally;
}

/**
 * OS Open UPRN (CSV, gzip or not), read piece by piece: the file of Great Britain has 40 million rows and fits no text. Keeps what lies in the box.
 * `most`: when more are kept, nothing is, and it says what to do.
 * @throws SourceError
 */
export async function readUprns(name: string, pieces: AsyncIterable<Uint8Array>, { box, most = MOST_UPRNS, signal }: { box: Box; most?: number; signal?: AbortSignal }): Promise<Uprns> {
  const points = new Map<string, LngLat>();
  const dropped = new Tally();
  let [read, swapped] = [0, 0];
  let places: Record<keyof typeof COLUMNS, number> | null = null;
  let wide = 0;
  const take = (line: string): void => {
    const cells = cellsOf(line);
    if (places === null) {
      places = findColumns(name, cells, COLUMNS);
      wide = cells.length;
      return;
    }
    read += 1;
    if (cells.length !== wide) throw new SourceError(name, `row ${String(read + 1)} has ${String(cells.length)} columns instead of ${String(wide)}: it is cut short or damaged. Download it again.`);
    const row = rowOf(cells, places);
    const lost = typeof row === 'string' ? row : !within(row.point, box) ? OUTSIDE : points.has(row.uprn) ? 'Listed twice' : agrees(cells, places, row.point) ? null : DISAGREE;
    if (typeof row === 'string' || lost !== null) {
      swapped += Number(lost === SWAPPED);
      dropped.add(lost ?? '');
      return;
    }
    points.set(row.uprn, row.point);
    if (points.size > most) throw tooMany(name, most);
  };
  for await (const some of lines(name, pieces)) {
    signal?.throwIfAborted();
    for (const line of some) take(line);
  }
  if (read === 0) throw new SourceError(name, 'has no rows. Download it again.');
  if (swapped * 2 > read) throw new SourceError(name, 'has latitude and longitude swapped. Download it again.');
  if (points.size === 0) throw new SourceError(name, `none of its ${String(read)} UPRNs lies in the area or near it (${dropped.rows().map(({ reason, count }) => `${reason}: ${String(count)}`).join('; ')}). Check the file and the area.`);
  return { points, read, dropped };
}

function tooMany(name: string, most: number): SourceError {
  const problem = (smaller: string) => `has more than ${most.toLocaleString('en-GB')} UPRNs in the area and its margin, which would make the pack slow to open. Give ${smaller}, or a file with the rows of your own stock alone (keep the header row).`;
  return new SourceError(name, problem('a smaller area with --bbox'), { onPage: problem('a smaller area') });
}

function rowOf(cells: readonly string[], { uprn: at, lat, lng }: Record<keyof typeof COLUMNS, number>): { uprn: string; point: LngLat } | string {
  const digits = /^0*([1-9]\d{0,11})$/u.exec(cells[at] ?? '')?.[1];
  if (digits === undefined) return 'Not a UPRN';
  const [south, east] = [cells[lat] ?? '', cells[lng] ?? ''];
  const point = { lng: Number(east), lat: Number(south) };
  if (south === '' || east === '' || !Number.isFinite(point.lng) || !Number.isFinite(point.lat)) return NO_LOCATION;
  const stray = strayReason([point.lng, point.lat]);
  // The file is of Great Britain: what lies beyond Scotland is no slip.
  return stray === null ? { uprn: digits, point } : stray === SWAPPED || stray === NULL_ISLAND ? stray : OUTSIDE;
}

const within = ({ lng, lat }: LngLat, { west, south, east, north }: Box) => lng >= west && lng <= east && lat >= south && lat <= north;

function agrees(cells: readonly string[], { x, y }: Record<keyof typeof COLUMNS, number>, point: LngLat): boolean {
  const [eastings, northings] = [cells[x] ?? '', cells[y] ?? ''];
  if (eastings === '' || northings === '') return true;
  const own = lngLatToGrid(point);
  return Math.hypot(own.eastings - Number(eastings), own.northings - Number(northings)) <= AGREE_METRES;
}

const cellsOf = (line: string): string[] => (line.includes('"') ? line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1')) : line.trimEnd().split(','));

/** Lines of text, those of a piece at once, with or without gzip, without the empty ones. The layout is ASCII; other bytes are taken one by one. */
async function* lines(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('latin1');
  let rest = '';
  let first = true;
  for await (const piece of unpacked(name, pieces)) {
    if (first) checkText(name, piece);
    first = false;
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > 100_000) throw new SourceError(name, 'has a row of more than 100,000 letters. Give the CSV of OS Open UPRN.');
    yield parts.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield [rest];
  if (first) throw new SourceError(name, 'is empty. Download it again.');
}

function checkText(name: string, piece: Uint8Array): void {
  if (piece[0] === 0x50 && piece[1] === 0x4b) throw new SourceError(name, 'is a zip. Unpack it and give the CSV inside.');
  if ((piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0xfe && piece[1] === 0xff)) throw new SourceError(name, 'is in UTF-16. Save it as UTF-8.');
  if (piece.subarray(0, 65_536).includes(0)) throw new SourceError(name, 'is not text. Give the CSV of OS Open UPRN.');
}

/** One piece is held back: two bytes tell gzip from text, and the last piece must be known as such. */
async function* unpacked(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const push = gunzipper(name, (part) => out.push(part));
  const through = (piece: Uint8Array, last: boolean): Uint8Array[] => {
    if (packed !== true) return [piece];
    out = [];
    push(piece, last);
    return out.filter((part) => part.byteLength > 0);
  };
  let held = new Uint8Array(0);
  let packed: boolean | null = null;
  for await (const next of pieces) {
    if (held.byteLength < 2) { held = joined(held, next); continue; }
    packed ??= isGzip(held);
    yield* through(held, false);
    held = next.slice();
  }
  packed ??= isGzip(held);
  if (held.byteLength > 0) yield* through(held, true);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.byteLength + b.byteLength);
  both.set(a);
  both.set(b, a.byteLength);
  return both;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Addresses with a UPRN of the file at its point; and the UPRNs that no address has, findable by their number alone. */
export function placeByUprn(addresses: readonly PackAddress[], { points }: Uprns): PackAddress[] {
  const known = new Set(addresses.map(({ uprn }) => uprnKey(uprn)));
  const placed = addresses.map((address): PackAddress => {
    const { uprn, text, flat, postcode } = address;
    const point = points.get(uprnKey(uprn));
    return point === undefined ? address : { uprn, text, flat, postcode, point };
  });
  const bare = [...points].filter(([uprn]) => !known.has(uprn)).map(([uprn, point]) => ({ uprn, text: '', flat: '', postcode: '', point }));
  return [...placed, ...bare];
}
