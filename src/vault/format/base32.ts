import type { Bytes } from './bytes';

/** Crockford's alphabet: no I, L, O or U, so that a code survives handwriting. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 5 bits a character, most significant first; the last character is filled up with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}

/** Reads O as 0, I and L as 1, and skips spaces and hyphens. null: another character, a wrong length, or fill bits that are not zero. */
export function fromBase32(text: string, byteCount: number): Bytes | null {
  const plain = text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1');
  if (plain.length !== Math.ceil((byteCount * 8) / 5)) return null;
  const bytes = new Uint8Array(byteCount);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (const character of plain) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
