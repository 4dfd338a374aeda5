import type { LngLat, PrecisionId } from '@/terms';
import { booleanPointInPolygon } from '@turf/turf';
import { addressWords, textWords } from './addressWords';
import { coordinatesIn } from './coordinatesIn';
import type { Council } from './pack/content';
import type { OpenPack } from './pack/openPack';
import { POSTCODE_KEY, postcodeKey, postcodeLabel } from './pack/postcodeText';
import type { PackAddress, PostcodePoint } from './pack/site';

export interface PlaceFound {
  readonly kind: 'postcode' | 'address' | 'coordinates';
  readonly label: string;
  readonly point: LngLat;
  readonly precision: PrecisionId;
  /** Of an address: its line without flat and postcode. */
  readonly text?: string;
  readonly uprn?: string;
  readonly flat?: string;
  readonly postcode?: string;
  readonly councilCode?: string;
  /** 'yyyy-mm', of a postcode that is no longer in use. */
  readonly ended?: string;
}

/** `say`: what to tell the person, with what to do. A whole postcode that the pack lacks is told as such: 'no results' would be read as a slip of the finger. */
export type PlaceSearch =
  | { readonly is: 'found'; readonly places: readonly PlaceFound[] }
  | { readonly is: 'notFound'; readonly why: 'postcodeNotInPack' | 'nothingMatches'; readonly say: string };

/** A list longer than this is not read; type more instead. */
const LIMIT = 20;

/** Code-Point Open's positional quality for a point placed on its address by survey; anything else is imputed. */
const SURVEYED = 10;

/**
 * Finds a place by postcode (whole or its beginning), UPRN, words of an address that the pack carries, or 'lat, lng' in decimal degrees.
 * Best first, at most `limit`. Nothing leaves the device.
 */
export function findPlace(pack: OpenPack, query: string, { limit = LIMIT }: { limit?: number } = {}): PlaceSearch {
  const point = coordinatesIn(query);
  if (point !== null) return { is: 'found', places: [coordinatesFound(pack, point)] };
  const key = postcodeKey(query);
  const whole = POSTCODE_KEY.test(key);
  const rows = /^[A-Z]+\d/u.test(key) ? pack.postcodesStartingWith(key, limit).filter((row) => !whole || postcodeKey(row.postcode) === key) : [];
  const addresses = whole ? pack.addresses().filter((address) => postcodeKey(address.postcode) === key) : addressesMatching(pack, query);
  const found = { postcodes: rows.map(postcodeFound), addresses: addresses.slice(0, limit).map((address) => addressFound(pack, address)) };
  const places = whole ? [...found.postcodes, ...found.addresses] : [...found.addresses, ...found.postcodes];
  if (places.length > 0) return { is: 'found', places: places.slice(0, limit) };
  if (whole) {
    const say = `${postcodeLabel(key)} is not in this pack: it is new, ended, outside the area, or mistyped. Check it, or place the pin on the map.`;
    return { is: 'notFound', why: 'postcodeNotInPack', say };
  }
  return { is: 'notFound', why: 'nothingMatches', say: 'Nothing in this pack matches. Try the postcode, or place the pin on the map.' };
}

/** The point lies in the area that the pack was made for. */
export function isInArea(pack: OpenPack, { lng, lat }: LngLat): boolean {
  return booleanPointInPolygon([lng, lat], pack.header.area.boundary);
}

/** The council in whose boundary a point lies; null: none of the pack's. */
export function councilAt(pack: OpenPack, { lng, lat }: LngLat): Council | null {
  return pack.councils().find(({ boundary }) => booleanPointInPolygon([lng, lat], boundary)) ?? null;
}

function addressesMatching(pack: OpenPack, query: string): PackAddress[] {
  const trimmed = query.trim();
  if (/^\d{6,13}$/u.test(trimmed)) {
    const uprn = BigInt(trimmed);
    const exact = pack.addresses().filter((address) => /^\d+$/u.test(address.uprn) && BigInt(address.uprn) === uprn);
    if (exact.length > 0) return exact;
  }
  const words = textWords(query);
  if (words.length === 0) return [];
  return pack.addresses().filter((address) => {
    // A UPRN alone has no words to be found by.
    if (address.text === '' && address.postcode === '') return false;
    const own = addressWords(address);
    return words.every((word) => own.some((each) => (/^\d/u.test(word) ? each === word : each.startsWith(word))));
  });
}

/** An ended postcode's point is its last one: nothing was measured about those, so its error is not known. */
function postcodeFound({ postcode, point, quality, councilCode, ended }: PostcodePoint): PlaceFound {
  const found = { kind: 'postcode' as const, label: postcode, point, precision: quality === SURVEYED ? 'postcode' as const : 'unknown' as const, postcode, councilCode };
  return ended === undefined ? found : { ...found, label: `${postcode}, ended (${monthInWords(ended)})`, precision: 'unknown', ended };
}

const monthInWords = (month: string) => new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function addressFound(pack: OpenPack, { uprn, text, flat, postcode, point }: PackAddress): PlaceFound {
  const councilCode = councilAt(pack, point)?.code;
  const label = [flat, text, postcode].filter((part) => part !== '').join(', ') || `UPRN ${uprn}`;
  return { kind: 'address', label, point, precision: 'building', ...(text !== '' && { text }), uprn, flat, postcode, ...(councilCode !== undefined && { councilCode }) };
}

function coordinatesFound(pack: OpenPack, point: LngLat): PlaceFound {
  const councilCode = councilAt(pack, point)?.code;
  return { kind: 'coordinates', label: `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)}`, point, precision: 'building', ...(councilCode !== undefined && { councilCode }) };
}
