import type { OpenPack } from '../pack/openPack';
import { POSTCODE_KEY, postcodeKey } from '../pack/postcodeText';
import type { PostcodePoint } from '../pack/site';
import type { PlaceFound } from './found';

/** Code-Point Open's positional quality for a point placed on its address by survey; anything else is imputed. */
const SURVEYED = 10;

/** How a postcode begins: area, district, inward part; letters alone may as well be a word. */
const BEGINNING = /^[A-Z]{1,2}(?:[0-9][A-Z0-9]?(?:[0-9][A-Z]{0,2})?)?$/u;
const AT_THE_END = /(?:^|[\s,])([A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2})$/u;

/** The whole postcode that a text is; null: it is none. */
export function wholePostcode(text: string): string | null {
  const key = postcodeKey(text);
  return POSTCODE_KEY.test(key) ? key : null;
}

/** An address as it stands on an envelope: its words, and the postcode at its end. null: no postcode there, or nothing before it. */
export function postcodeAtEnd(text: string): { readonly words: string; readonly key: string } | null {
  const plain = text.normalize('NFKC').trim();
  const [, written] = AT_THE_END.exec(plain.toUpperCase()) ?? [];
  if (written === undefined || written.length === plain.length) return null;
  return { words: plain.slice(0, -written.length), key: postcodeKey(written) };
}

/** Postcodes that begin so, in their order. Where the text is letters alone, at most half of the list: it may be the beginning of a name. */
export function postcodesBeginning(pack: OpenPack, text: string, limit: number): PlaceFound[] {
  const key = postcodeKey(text);
  if (!BEGINNING.test(key)) return [];
  const rows = pack.postcodesStartingWith(key, /\d/u.test(key) ? limit : Math.ceil(limit / 2));
  return rows.map((row) => postcodeFound(pack, row));
}

/** An ended postcode's point is its last one: nothing was measured about those, so its error is not known. */
export function postcodeFound(pack: OpenPack, { postcode, point, quality, councilCode, ended }: PostcodePoint): PlaceFound {
  const where = pack.councils().find(({ code }) => code === councilCode)?.name ?? '';
  const found = { kind: 'postcode', label: postcode, where, point, precision: quality === SURVEYED ? 'postcode' : 'unknown', postcode, councilCode } as const;
  return ended === undefined ? found : { ...found, label: `${postcode}, ended (${monthInWords(ended)})`, precision: 'unknown', ended };
}

const monthInWords = (month: string) => new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
