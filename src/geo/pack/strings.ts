import { PackError } from './packError';

/** Collects strings, each once; gives each its place. */
export class StringPool {
  readonly #places = new Map<string, number>();

  place(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  /** All strings as UTF-8, and where each ends. */
  packed(): { utf8: Uint8Array; end: Uint32Array } {
    const encoded = [...this.#places.keys()].map((text) => new TextEncoder().encode(text));
    const end = new Uint32Array(encoded.length);
    let total = 0;
    encoded.forEach((bytes, i) => { end[i] = total += bytes.byteLength; });
    const utf8 = new Uint8Array(total);
    encoded.forEach((bytes, i) => { utf8.set(bytes, (end[i] ?? 0) - bytes.byteLength); });
    return { utf8, end };
  }
}

/** Reads a string by its place. @throws PackError 'invalid' for a table that does not fit its text, and, when read, for bytes that are not UTF-8. */
export function stringReader(utf8: Uint8Array, end: Uint32Array): (place: number) => string {
  let fits = (end.at(-1) ?? 0) === utf8.byteLength;
  for (let i = 1; fits && i < end.length; i++) fits = (end[i] ?? 0) >= (end[i - 1] ?? 0);
  if (!fits) {
    throw new PackError('invalid', 'The texts of this pack do not fit together. Build or download the pack again.');
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (place) => {
    const from = place === 0 ? 0 : (end[place - 1] ?? 0);
    const to = end[place] ?? 0;
    if (from === to) return '';
    try {
      return decoder.decode(utf8.subarray(from, to));
    } catch (cause) {
      throw new PackError('invalid', 'The pack holds text that cannot be read. Build or download the pack again.', { cause });
    }
  };
}
