/** Digits and consonants that are not taken for one another (no 0/O, 1/I/L) and spell no words (no vowels, no Y). */
const REFERENCE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
const LENGTH = 6;
/** Highest multiple of the alphabet's 27 letters within a byte: bytes from here on are drawn again, so that no letter is likelier. */
const FAIR_BELOW = 243;
/** 27^6 is 387 million: more tries than this means that the source of random bytes is broken. */
const MOST_TRIES = 200;

/**
 * A printed reference, e.g. 'ST-7F3K-2M'; it carries no date and no sequence.
 * @param random gives that many random bytes  @param isTaken references already in this vault  @param prefix of assessments; others number other things
 */
export function newReference(random: (length: number) => Uint8Array, { isTaken = () => false, prefix = 'ST' }: { readonly isTaken?: (reference: string) => boolean; readonly prefix?: string } = {}): string {
  let letters = '';
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    for (const byte of random(LENGTH)) {
      if (byte < FAIR_BELOW && letters.length < LENGTH) letters += REFERENCE_ALPHABET.charAt(byte % REFERENCE_ALPHABET.length);
    }
    if (letters.length < LENGTH) continue;
    const reference = `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
    if (!isTaken(reference)) return reference;
    letters = '';
  }
  throw new Error('No reference could be drawn: this device gives no usable random bytes. Restart the browser and try again.');
}
