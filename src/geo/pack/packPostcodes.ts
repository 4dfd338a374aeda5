import { PackError } from './packError';
import { endedMonth, POSTCODE_KEY, POSTCODE_KEY_BYTES, postcodeKey } from './postcodeText';
import { toUnits } from './shapes';
import type { PostcodePoint } from './site';
import type { StringPool } from './strings';

/** Postcodes as columns, sorted by key. @throws PackError 'invalid' for text that is no postcode, and for one given twice. */
export function packPostcodes(postcodes: readonly PostcodePoint[], pool: StringPool) {
  const rows = postcodes
    .map((row) => ({ ...row, key: postcodeKey(row.postcode) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const key = new Uint8Array(rows.length * POSTCODE_KEY_BYTES);
  const lngLat = new Int32Array(rows.length * 2);
  rows.forEach((row, i) => {
    if (!POSTCODE_KEY.test(row.key)) throw new PackError('invalid', `'${row.postcode}' is not a postcode. Leave the row out and count it.`);
    if (rows[i - 1]?.key === row.key) throw new PackError('invalid', `The postcode ${row.postcode} is given twice. Keep one point for it.`);
    if (!Number.isInteger(row.quality) || row.quality < 0 || row.quality > 255) throw new PackError('invalid', `Postcode ${row.postcode} has a quality of ${String(row.quality)}; it must be a whole number from 0 to 255.`);
    if (row.ended !== undefined && endedMonth(row.ended) === 0) throw new PackError('invalid', `Postcode ${row.postcode} ended in '${row.ended}', which is no month written yyyy-mm.`);
    const whose = `Postcode ${row.postcode}`;
    key.set(new TextEncoder().encode(row.key), i * POSTCODE_KEY_BYTES);
    lngLat.set([toUnits(row.point.lng, 180, whose), toUnits(row.point.lat, 90, whose)], i * 2);
  });
  const ended = Uint16Array.from(rows, (row) => (row.ended === undefined ? 0 : endedMonth(row.ended)));
  return {
    ...(ended.some((month) => month !== 0) && { 'postcodes.ended': ended }),
    'postcodes.key': key,
    'postcodes.lngLat': lngLat,
    'postcodes.quality': Uint8Array.from(rows, (row) => row.quality),
    'postcodes.council': Uint32Array.from(rows, (row) => pool.place(row.councilCode)),
  };
}
