import { type OpenPack, prepareSearch } from '@/geo';
import { PRECISIONS } from '@/terms';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { distanceMetres } from '@/geo';
import { box } from '../contentFixture';
import { address, feature, found, labels, packOf, place, road } from './names';

const NAMES = [
  'Balmoral Crescent', 'Corstorphine High Street', 'Great Junction Street', "Queen's Drive", 'Saughtonhall Avenue', 'St Leonard’s Bank', 'Salisbury Place', 'West Coates Terrace', 'Ann Street',
  'Dalmeny', 'Inverleith Row', 'Kirkgate', 'Newhaven Road', 'Àird a’ Mhòrain', 'Pilrig Gardens', 'Fleshmarket Close', 'Lochend Quadrant', 'Restalrig', 'Meadowbank Place', 'Tollcross',
];
let many: OpenPack;
let namesakes: OpenPack;
beforeAll(async () => {
  many = await packOf(NAMES.map((name, i) => road(name, [-3.3 + 0.01 * i, 55.9], [-3.299 + 0.01 * i, 55.9])));
  namesakes = await packOf([
    place('Leith', -3.17, 55.975), place('Portobello', -3.11, 55.952), place('Otherton', -3.05, 55.9),
    road('High Street', [-3.11, 55.953], [-3.109, 55.953]), road('High Street', [-3.171, 55.976], [-3.17, 55.976]), road('High Street', [-3.1685, 55.976], [-3.1675, 55.976]),
    road('Leith Walk', [-3.18, 55.96], [-3.17, 55.97]), road('North Bridge', [-3.19, 55.95], [-3.19, 55.952]), road('Saint Clair Street', [-3.2, 55.91], [-3.2, 55.911]),
    feature('path', 'Fishmarket Square', { type: 'Polygon', coordinates: [[[-3.2, 55.9], [-3.199, 55.9], [-3.199, 55.901], [-3.2, 55.9]]] }),
    feature('green', 'Leith Links', { type: 'Polygon', coordinates: [[[-3.16, 55.97], [-3.15, 55.97], [-3.15, 55.975], [-3.16, 55.97]]] }),
  ], {
    addresses: [address('1', '9 High Street'), address('2', '10 High Street', '2F1')],
    councils: [{ code: 'S12000036', name: 'City of Edinburgh', boundary: box(-3.4, 55.94, -3, 56) }, { code: 'S12000019', name: 'Midlothian', boundary: box(-3.4, 55.8, -3, 55.94) }],
  });
});

describe('names', () => {
  it('are told apart by the place that they lie near and their council, and pieces over a junction are one street', () => {
    expect(found(namesakes, 'high street').map(({ kind, label, where }) => [kind, label, where])).toEqual([
      ['street', 'High Street', 'near Leith, City of Edinburgh'], ['street', 'High Street', 'near Portobello, City of Edinburgh'],
      ['address', '9 High Street, EH1 1AD', 'Midlothian'], ['address', '2F1, 10 High Street, EH1 1AD', 'Midlothian'],
    ]);
  });

  it.each([
    ['high street leith', 'near Leith, City of Edinburgh'], ['Portobello High St', 'near Portobello, City of Edinburgh'], ['high st, portobelo', 'near Portobello, City of Edinburgh'],
  ])('are found with the place beside them: %j', (query, where) => {
    expect(found(namesakes, query)[0]).toMatchObject({ label: 'High Street', where });
  });

  it('are found with their council, and not with another', () => {
    expect(labels(namesakes, 'fishmarket square midlothian')).toEqual(['Fishmarket Square']);
    expect(labels(namesakes, 'fishmarket square edinburgh')).toEqual([]);
    expect(labels(namesakes, '10 high street midlothian')).toEqual(['2F1, 10 High Street, EH1 1AD']);
    expect(labels(namesakes, 'high street midlothian edinburgh')).toEqual([]);
    expect(labels(namesakes, 'high street edinburgh')).toEqual(['High Street', 'High Street']);
  });

  it('leave a house number aside where only the street is there, and never change one for another', () => {
    expect(labels(namesakes, '12 leith walk')).toEqual(['Leith Walk']);
    expect(labels(namesakes, '10 high street')).toEqual(['2F1, 10 High Street, EH1 1AD', 'High Street', 'High Street']);
  });

  it.each([['n bridge', 'North Bridge'], ['nth brdg', 'North Bridge'], ['St Clair St', 'Saint Clair Street'], ['leith wk', 'Leith Walk'], ['fishmarket sq', 'Fishmarket Square'], ['the Leith Walk', 'Leith Walk']])('are found by short forms: %j', (query, label) => {
    expect(labels(namesakes, query)).toContain(label);
  });

  it('of saints are not taken for streets, where they stand first, nor streets for saints', async () => {
    const pack = await packOf(['St Stephen Place', 'St Stephen Street', 'Stephen St', 'High St North'].map((name, i) => road(name, [-3.3 + 0.02 * i, 55.9], [-3.299 + 0.02 * i, 55.9])));
    expect(labels(pack, 'stephen street')).toEqual(['Stephen St', 'St Stephen Street']);
    expect(labels(pack, 'st stephen street')[0]).toBe('St Stephen Street');
    expect(labels(pack, 'saint stephen')).toEqual(['St Stephen Place', 'St Stephen Street']);
    expect(labels(pack, 'high street north')).toEqual(['High St North']);
  });

  it('come by how well they match: the name itself, what begins so, then what is a slip away', async () => {
    expect(labels(namesakes, 'leith')).toEqual(['Leith', 'Leith Walk']);
    expect(labels(namesakes, 'otherto')).toEqual(['Otherton']);
    expect(labels(namesakes, 'links')).toEqual([]);
    const mills = ['Millbank', 'Mill Road', 'Hill Road', 'Old Mill Road'];
    const pack = await packOf(mills.map((name, i) => road(name, [-3.3 + 0.02 * i, 55.9], [-3.299 + 0.02 * i, 55.9])));
    expect(labels(pack, 'mill')).toEqual(['Mill Road', 'Millbank', 'Old Mill Road', 'Hill Road']);
  });

  it('of an envelope are found by their street where the pack has it, with the postcode after', () => {
    expect(labels(namesakes, '4 Leith Walk, Edinburgh, EH11 1AD')).toEqual(['Leith Walk', 'EH11 1AD, ended (June 1996)']);
    expect(labels(namesakes, 'Unknown Close, EH11 1AD')).toEqual(['EH11 1AD, ended (June 1996)']);
    expect(labels(namesakes, 'EH11 1AD')).toEqual(['EH11 1AD, ended (June 1996)']);
  });

  it('are indexed in steps with pauses between, to the same end', async () => {
    const pack = await packOf(NAMES.map((name, i) => road(name, [-3.3 + 0.01 * i, 55.9], [-3.299 + 0.01 * i, 55.9])));
    let pauses = 0;
    await prepareSearch(pack, { pause: () => { pauses += 1; return Promise.resolve(); } });
    expect(pauses).toBeGreaterThan(3);
    for (const name of NAMES) expect(labels(pack, name)).toEqual(labels(many, name));
  });

  it('without streets and addresses are none, which is no failure', async () => {
    const pack = await packOf([], { streets: null });
    expect(labels(pack, 'high street')).toEqual([]);
  });
});

describe('how exact a name is', () => {
  it('of a street: its middle, and the furthest of it with what houses stand off its line', async () => {
    const bent = await packOf([road('Bent Street', [-3.2, 55.9], [-3.19, 55.9]), road('Bent Street', [-3.19, 55.9], [-3.19, 55.91])]);
    const [street] = found(bent, 'bent street');
    expect(street?.precision).toBe('stated');
    for (const [lng, lat] of [[-3.2, 55.9], [-3.19, 55.9], [-3.19, 55.91]] as const) {
      expect(distanceMetres(street?.point ?? { lng: 0, lat: 0 }, { lng, lat }) + PRECISIONS.street.errorMetres).toBeLessThanOrEqual(street?.errorMetres ?? 0);
    }
    expect(street?.errorMetres).toBeLessThan(1_200);
    const onLine = distanceMetres(street?.point ?? { lng: 0, lat: 0 }, { type: 'MultiLineString', coordinates: [[[-3.2, 55.9], [-3.19, 55.9]], [[-3.19, 55.9], [-3.19, 55.91]]] });
    expect(onLine).toBeLessThan(0.1);
  });

  it('of a place: not known, as a name says not how far the place reaches', () => {
    expect(found(namesakes, 'portobello')[0]).toMatchObject({ kind: 'place', precision: 'unknown' });
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
type Slip = 'wrong' | 'missing' | 'extra' | 'swapped';
function slipped(name: string, kind: Slip, at: number, letter: string): string {
  const [before, here, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  switch (kind) {
    case 'wrong': return `${before}${letter}${next}${after}`;
    case 'missing': return `${before}${next}${after}`;
    case 'extra': return `${before}${letter}${here}${next}${after}`;
    case 'swapped': return `${before}${next}${here}${after}`;
  }
}
/** Places of letters in words of four letters or more. */
const inLongWords = (name: string) => [...name.matchAll(/\p{L}{4,}/gu)].flatMap(({ index, 0: word }) => Array.from(word.slice(0, -1), (_, i) => index + i));

describe('search by words', () => {
  test.prop([fc.constantFrom(...NAMES), fc.constantFrom<Slip>('wrong', 'missing', 'extra', 'swapped'), fc.nat(), fc.constantFrom(...letters)], { numRuns: 2_000 })('finds a name of six letters and more with one slip in a word of four and more', (name, kind, n, letter) => {
    const places = inLongWords(name);
    expect(labels(many, slipped(name, kind, places[n % places.length] ?? 0, letter))).toContain(name);
  });

  test.prop([fc.constantFrom(...NAMES), fc.nat({ max: 30 })])('finds a name by its beginning as it is typed', (name, n) => {
    const typed = name.slice(0, 3 + n);
    expect(labels(many, typed)).toContain(name);
  });

  const query = fc.oneof(fc.constantFrom(...NAMES, 'newhaven rd', 'pilrig', 'EH11', 'kirkgat', 'Strasse', 'ch'), fc.string({ maxLength: 20 }));
  test.prop([query, fc.constantFrom((text: string) => text.toUpperCase(), (text: string) => text.toUpperCase().toLowerCase(), (text: string) => `  ${text.replace(/ /gu, '   ')} `, (text: string) => text.normalize('NFD'), (text: string) => text.normalize('NFC'))])('gives the same in any case, spacing and form of accents', (text, change) => {
    expect(labels(many, change(text))).toEqual(labels(many, text));
  });

  test.prop([fc.constantFrom(...NAMES)])('needs no accents and no apostrophes', (name) => {
    expect(labels(many, name.normalize('NFD').replace(/[\p{M}'’]/gu, ''))).toEqual(labels(many, name));
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 0, max: 40 })])('never throws, and gives no more than was asked for', (text, limit) => {
    expect(found(namesakes, text, limit).length).toBeLessThanOrEqual(Math.max(limit, 1));
  });
  it.each(['__proto__', 'constructor', 'toString', 'st st st st st st st st st st st st st st', '%00', '\u0000', 'ß', '🙂 street', '12', '&', 'the of and', `${'a'.repeat(300)}`, '٣ street', 'ﬁsh'])('does not stumble over %j', (text) => {
    expect(() => found(namesakes, text)).not.toThrow();
  });
});
