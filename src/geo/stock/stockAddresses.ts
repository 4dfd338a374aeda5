import { type LngLat, PRECISIONS } from '@/terms';
import type { GridShift } from '../gridShift';
import type { PackAddress } from '../pack/site';
import type { Box } from '../sources/box';
import { OUTSIDE_REASON } from '../sources/gathered';
import { joinAddress, shortText } from '../sources/shortText';
import { SourceError } from '../sources/sourceError';
import type { SourceFile } from '../sources/sourceFile';
import { readTable } from '../sources/table';
import { Tally } from '../sources/tally';
import { placeAddress, type UprnPoints } from './placeAddress';

/** What landlords' lists mostly call these. Tenants, rents and all else are never read out of the file. */
const NAMES = {
  uprn: ['uprn'],
  address: ['address', 'full_address', 'address_1', 'address_line_1', 'property_address', 'street'],
  address2: ['address_2', 'address_line_2'],
  flat: ['flat', 'flat_number', 'flat_position', 'sub_building', 'unit'],
  postcode: ['postcode', 'post_code'],
  lng: ['lng', 'lon', 'long', 'longitude'],
  lat: ['lat', 'latitude'],
  easting: ['easting', 'eastings', 'x_coordinate'],
  northing: ['northing', 'northings', 'y_coordinate'],
} as const;
export type StockColumn = keyof typeof NAMES;
export const STOCK_COLUMNS = Object.keys(NAMES) as readonly StockColumn[];

/** As many as of UPRNs, for the same reason (sources/uprns.ts). */
const MOST_ADDRESSES = 50_000;
/** A square of 100 m, or two decimals: no address is told from its neighbours. */
const MOST_ERROR_METRES = 50;

export interface StockAddressRows {
  readonly addresses: readonly PackAddress[];
  readonly read: number;
  readonly dropped: Tally;
}

/**
 * A landlord's addresses for the search of a pack: those in the box that have a position of their own. `uprns`: points by UPRN (uprnKey); `columns`: what the
 * list itself calls a column. read = addresses + dropped. @throws SourceError
 */
export function readStockAddresses(file: SourceFile, { box, uprns, columns, shift }: { readonly box: Box; readonly uprns: UprnPoints; readonly columns: Readonly<Partial<Record<StockColumn, string>>>; readonly shift: GridShift }): StockAddressRows {
  const asked = Object.fromEntries(STOCK_COLUMNS.map((id) => [id, { names: columns[id] === undefined ? NAMES[id] : [columns[id]], required: columns[id] !== undefined || id === 'address' }])) as unknown as Record<StockColumn, { names: readonly string[]; required: boolean }>;
  const rows = readTable(file, asked);
  const dropped = new Tally();
  const seen = new Set<string>();
  const addresses = rows.flatMap((row): PackAddress[] => {
    const { uprn, flat, postcode } = row;
    const text = shortText(joinAddress([row.address, row.address2])).text;
    const placed = placeAddress({ ...row, postcode: '' }, { postcode: () => null }, uprns, shift);
    const key = [uprn, flat, text, postcode].join('|').toLowerCase();
    const lost = text === '' ? 'No address' : whyNot(placed, row) ?? (seen.has(key) ? 'Listed twice' : 'point' in placed && !within(placed.point, box) ? OUTSIDE_REASON : null);
    if (lost !== null || !('point' in placed)) { dropped.add(lost ?? ''); return []; }
    seen.add(key);
    const errorMetres = placed.precisionMetres ?? 0;
    return [{ uprn, text, flat: shortText(flat).text, postcode: shortText(postcode).text, point: placed.point, ...(errorMetres > PRECISIONS.building.errorMetres && { errorMetres }) }];
  });
  if (addresses.length === 0) throw new SourceError(file.name, `none of its ${String(rows.length)} addresses can be placed in the area or near it (${dropped.rows().map(({ reason, count }) => `${reason}: ${String(count)}`).join('; ')}). It needs lng and lat, easting and northing, or uprn and the file of OS Open UPRN.`);
  if (addresses.length > MOST_ADDRESSES) throw new SourceError(file.name, `has more than ${MOST_ADDRESSES.toLocaleString('en-GB')} addresses in the area, which would make the pack slow to open. Give a smaller area, or cut the list.`);
  return { addresses, read: rows.length, dropped };
}

function whyNot(placed: ReturnType<typeof placeAddress>, { lng, lat, easting, northing }: Readonly<Record<StockColumn, string>>): string | null {
  if ('point' in placed) return (placed.precisionMetres ?? Infinity) > MOST_ERROR_METRES ? 'Its position is given too roughly to tell it from its neighbours' : null;
  return `${lng}${lat}${easting}${northing}` === '' ? 'No position of its own: a postcode or an unknown UPRN is not enough' : 'Its coordinates cannot be meant';
}

const within = ({ lng, lat }: LngLat, { west, south, east, north }: Box) => lng >= west && lng <= east && lat >= south && lat <= north;
