import { isNumber } from './textWords';

/** Short forms that people and lists write, and the words they stand for; 'st' is also 'saint'. */
const SHORT_FORMS = new Map<string, readonly string[]>(Object.entries({
  arc: ['arcade'], av: ['avenue'], ave: ['avenue'], avn: ['avenue'], bldg: ['building'], bldgs: ['buildings'], br: ['bridge', 'brae'], brdg: ['bridge'], cir: ['circus'], circ: ['circus'], cl: ['close'],
  cott: ['cottage'], cotts: ['cottages'], cr: ['crescent'], cres: ['crescent'], crt: ['court'], ct: ['court'], dr: ['drive'], drv: ['drive'], e: ['east'], est: ['estate'], gdn: ['garden'], gdns: ['gardens'],
  gr: ['grove', 'green'], grn: ['green'], gt: ['great'], hse: ['house'], hts: ['heights'], la: ['lane'], ln: ['lane'], lr: ['lower'], lwr: ['lower'], mt: ['mount'], n: ['north'], nth: ['north'],
  pk: ['park'], pl: ['place'], qy: ['quay'], rd: ['road'], rw: ['row'], s: ['south'], sq: ['square'], st: ['street', 'saint'], sth: ['south'], str: ['street'],
  ter: ['terrace'], terr: ['terrace'], upr: ['upper'], vls: ['villas'], vw: ['view'], w: ['west'], wk: ['walk'], wy: ['way'], yd: ['yard'],
}));

/** The full forms of a short one; any other word is its own. */
export const fullForms = (word: string): readonly string[] => SHORT_FORMS.get(word) ?? [word];
/** The full forms of a name's words. 'St' begins a name as a saint and ends it as a street; between, it may be either. House numbers go before. */
export function fullFormsIn(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isNumber(word));
  return words.flatMap((word, at) => {
    if (word !== 'st' || words.length - first < 2) return fullForms(word);
    return at === first ? ['saint'] : at === words.length - 1 ? ['street'] : fullForms(word);
  });
}

export const isShortForm = (word: string): boolean => SHORT_FORMS.has(word);
