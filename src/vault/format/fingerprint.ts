import { digest, utf8 } from './bytes';
import { WORDS } from './words';

const COUNT = 6;

/**
 * A text in six plain words, for two people to compare on the telephone: SHA-256 over its UTF-8, the first 16 bytes as one big-endian number, its last six digits
 * to the base of the list (1,448 words: 62.9 bits). Enough against a forged address that sounds like another, for as long as the list is not changed.
 */
export async function fingerprintWords(text: string): Promise<string> {
  const hash = await digest(utf8(text));
  let rest = hash.subarray(0, 16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const words: string[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    words.push(WORDS[Number(rest % BigInt(WORDS.length))] ?? '');
    rest /= BigInt(WORDS.length);
  }
  return words.join(' ');
}
