import type { PackArrays } from './layout';
import { PackError } from './packError';
import { endedText, POSTCODE_KEY, POSTCODE_KEY_BYTES, postcodeKey, postcodeLabel } from './postcodeText';
import { UNITS_PER_DEGREE } from './shapes';
import type { PostcodePoint } from './site';

export interface PostcodeReader {
  /** Any spacing or case; null: not in this pack. */
  find(text: string): PostcodePoint | null;
  /** In order of postcode; none for an empty text. */
  startingWith(text: string, limit: number): PostcodePoint[];
}

/** @throws PackError 'invalid' when the columns do not fit together or are not sorted. */
export function postcodeReader(arrays: PackArrays, stringOf: (place: number) => string): PostcodeReader {
  const keys = arrays['postcodes.key'];
  const lngLat = arrays['postcodes.lngLat'];
  const quality = arrays['postcodes.quality'];
  const council = arrays['postcodes.council'];
  const ended = arrays['postcodes.ended'];
  const count = quality.length;
  const strings = arrays['strings.end'].length;
  let fits = keys.length === count * POSTCODE_KEY_BYTES && lngLat.length === count * 2 && council.length === count && (ended === undefined || ended.length === count);
  for (let i = 0; fits && i < count; i++) fits = (council[i] ?? strings) < strings && (i === 0 || compareRows(i - 1, i) < 0);
  if (!fits) throw new PackError('invalid', 'The postcodes of this pack do not fit together. Build or download the pack again.');

  function compareRows(a: number, b: number): number {
    for (let k = 0; k < POSTCODE_KEY_BYTES; k++) {
      const difference = (keys[a * POSTCODE_KEY_BYTES + k] ?? 0) - (keys[b * POSTCODE_KEY_BYTES + k] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
  const keyOf = (i: number) => String.fromCharCode(...keys.subarray(i * POSTCODE_KEY_BYTES, (i + 1) * POSTCODE_KEY_BYTES)).replace(/\0+$/u, '');

  function firstFrom(key: string): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keyOf(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const row = (i: number): PostcodePoint => ({
    postcode: postcodeLabel(keyOf(i)),
    point: { lng: (lngLat[2 * i] ?? NaN) / UNITS_PER_DEGREE, lat: (lngLat[2 * i + 1] ?? NaN) / UNITS_PER_DEGREE },
    quality: quality[i] ?? NaN,
    councilCode: stringOf(council[i] ?? 0),
    ...(ended?.[i] && { ended: endedText(ended[i]) }),
  });

  return {
    find(text) {
      const key = postcodeKey(text);
      if (!POSTCODE_KEY.test(key)) return null;
      const i = firstFrom(key);
      return i < count && keyOf(i) === key ? row(i) : null;
    },
    startingWith(text, limit) {
      const prefix = postcodeKey(text);
      const rows: PostcodePoint[] = [];
      if (prefix === '') return rows;
      for (let i = firstFrom(prefix); i < count && rows.length < limit && keyOf(i).startsWith(prefix); i++) rows.push(row(i));
      return rows;
    },
  };
}
