import { WeakPassphrase } from '../errors';
import type { RandomBytes } from './bytes';
import { WORDS } from './words';

/** NIST SP 800-63B-4 3.1.1.2: 15 characters where a password is the only factor. Four generated words are always longer. */
const PASSPHRASE_MINIMUM_CHARACTERS = 15;
const GENERATED_WORDS = 4;

/** NFC, so that an é typed on a Mac and on a tablet is one passphrase. Nothing is trimmed or folded. */
export function normalPassphrase(typed: string): string {
  return typed.normalize('NFC');
}

/** Throws WeakPassphrase. */
export function checkPassphrase(typed: string): void {
  if (Array.from(normalPassphrase(typed)).length < PASSPHRASE_MINIMUM_CHARACTERS) throw new WeakPassphrase(PASSPHRASE_MINIMUM_CHARACTERS);
}

/** Words with hyphens, 10.5 bits each (1,448 words). Four for a vault: 42 bits, behind 0.6 s of Argon2id a guess. */
export function generatePassphrase(random: RandomBytes, words = GENERATED_WORDS): string {
  return Array.from({ length: words }, () => WORDS[below(WORDS.length, random)]).join('-');
}

/** Evenly spread over 0 … limit−1: values of the last, incomplete round are thrown again. */
function below(limit: number, random: RandomBytes): number {
  const wholeRounds = Math.floor(0x1_0000_0000 / limit) * limit;
  for (;;) {
    const drawn = new DataView(random(4).buffer).getUint32(0);
    if (drawn < wholeRounds) return drawn % limit;
  }
}
