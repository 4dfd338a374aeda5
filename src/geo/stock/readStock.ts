import type { GridShift } from '../gridShift';
import type { OpenPack } from '../pack/openPack';
import { isZip } from '../sources/sourceFile';
import { SourceError } from '../sources/sourceError';
import { readTable } from '../sources/table';
import { placeAddress, type Placed, uprnsOf } from './placeAddress';

export type StockAddress = { readonly id: string } & Placed;

export interface Stock {
  readonly placed: readonly StockAddress[];
  /** In the order of the file. */
  readonly notPlaced: readonly { readonly id: string; readonly reason: string }[];
}

/** A million rows with room to spare; above it, it is another file. */
const MOST_BYTES = 100 * 1024 * 1024;

const COLUMNS = {
  id: { names: ['id'], required: true },
  lng: { names: ['lng', 'lon', 'long', 'longitude'] },
  lat: { names: ['lat', 'latitude'] },
  easting: { names: ['easting', 'eastings', 'x_coordinate'] },
  northing: { names: ['northing', 'northings', 'y_coordinate'] },
  uprn: { names: ['uprn'] },
  postcode: { names: ['postcode', 'post code'] },
} as const;

/**
 * A landlord's addresses, placed as well as their columns allow. Columns that are not asked for are never read out of the file.
 * @throws SourceError for a file that is of no use as a whole: not UTF-8, no id column, ids missing or given twice, no column that places anything.
 */
export function readStock(name: string, bytes: Uint8Array, pack: OpenPack, shift?: GridShift): Stock {
  checkText(name, bytes);
  const rows = readTable({ name, bytes }, COLUMNS);
  if (rows.length === 0) throw new SourceError(name, 'has a header row and no addresses. Give one address a row.');
  checkIds(name, rows.map(({ id }) => id));
  if (!rows.some(({ lng, lat, easting, northing, uprn, postcode }) => `${lng}${lat}${easting}${northing}${uprn}${postcode}` !== '')) {
    throw new SourceError(name, 'places none of its addresses: it needs lng and lat, easting and northing, uprn, or postcode, in columns of that name.');
  }
  const uprns = uprnsOf(pack);
  const placed: StockAddress[] = [];
  const notPlaced: { id: string; reason: string }[] = [];
  for (const { id, ...cells } of rows) {
    const where = placeAddress(cells, pack, uprns, shift);
    if ('reason' in where) notPlaced.push({ id, reason: where.reason });
    else placed.push({ id, ...where });
  }
  return { placed, notPlaced };
}

function checkText(name: string, bytes: Uint8Array): void {
  if (bytes.byteLength > MOST_BYTES) throw new SourceError(name, 'is larger than 100 MB. Leave out the columns that are not asked for, or cut it into parts.');
  if (isZip(bytes) || (bytes[0] === 0x1f && bytes[1] === 0x8b)) throw new SourceError(name, 'is packed, or a spreadsheet. Give it as plain CSV.');
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SourceError(name, `is not in UTF-8${utf16 ? ' but in UTF-16' : ''}. Save it as 'CSV UTF-8': ids could otherwise come out changed.`, { cause });
  }
}

function checkIds(name: string, ids: readonly string[]): void {
  const first = new Map<string, number>();
  const twice: string[] = [];
  ids.forEach((id, i) => {
    if (id === '') throw new SourceError(name, `has no id in row ${String(i + 2)}. Give every address an id: answers are told apart by it.`);
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else if (twice.length < 5) twice.push(`'${id.slice(0, 40)}' in rows ${String(before + 2)} and ${String(i + 2)}`);
  });
  if (twice.length > 0) throw new SourceError(name, `has ids that are given twice: ${twice.join('; ')}. Answers are told apart by id: give each address its own.`);
}
