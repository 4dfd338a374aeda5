/** Most names: nothing to fold but capitals. */
const PLAIN = /^[\u0020-\u007e]*$/u;

/**
 * Words without capitals, accents and marks: "12 St Andrew's Rd" → 12 st andrews rd. Capitals come before small letters so that ß and SS are one,
 * and accents go after, since some letters bring theirs along.
 */
export function textWords(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/['`]/gu, '').replace(/&/gu, ' and ').match(/[a-z0-9]+/gu) ?? [];
  const plain = text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’ʼ`]/gu, '').replace(/&/gu, ' and ');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** House numbers, flats and parts of postcodes are right or wrong: no error is forgiven in them. */
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

/** Left out as often as said: never asked for. */
const SMALL_WORDS = new Set(['the', 'of', 'and', 'in', 'at']);
export const isSmall = (word: string): boolean => SMALL_WORDS.has(word);
