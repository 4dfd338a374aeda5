import type { PackAddress } from './pack/site';

/** Short forms that people type, and the words they stand for; 'st' is also 'saint'. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  av: ['avenue'], ave: ['avenue'], cl: ['close'], cres: ['crescent'], ct: ['court'], dr: ['drive'], gdn: ['garden'], gdns: ['gardens'],
  gr: ['grove'], gt: ['great'], ln: ['lane'], pk: ['park'], pl: ['place'], rd: ['road'], sq: ['square'], st: ['street', 'saint'], ter: ['terrace'], terr: ['terrace'],
};

/** Words without capitals, accents and marks: "12 St Andrew's Rd" → 12 st andrews rd. */
export function textWords(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** All words under which an address is found, both in full and in the short forms. */
export function addressWords({ text, flat, postcode }: PackAddress): string[] {
  const words = textWords(`${flat} ${text} ${postcode}`);
  const short = Object.entries(SHORT_FORMS);
  return words.flatMap((word) => [
    word,
    ...(SHORT_FORMS[word] ?? []),
    ...short.filter(([, full]) => full.includes(word)).map(([form]) => form),
  ]);
}
