import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenPack } from '@/geo';
import { found, packOf, road } from './names';

const AREAS = ['EH', 'G', 'KY', 'AB', 'ZE'];
const POSTCODES = AREAS.flatMap((area) => ['1', '2', '12', '14'].flatMap((district) => ['1AA', '1AB', '2JE', '9XX'].map((inward) => `${area}${district} ${inward}`)));
const keys = POSTCODES.map((postcode) => postcode.replace(' ', '')).sort();
let pack: OpenPack;
beforeAll(async () => {
  pack = await packOf([road('Gorgie Road', [-3.3, 55.9], [-3.29, 55.9])], { postcodes: POSTCODES.map((postcode, i) => ({ postcode, point: { lng: -3.3 + i * 0.001, lat: 55.9 }, quality: 10, councilCode: 'S12000099' })) });
});
const postcodesFor = (query: string, limit: number) => found(pack, query, limit).filter(({ kind }) => kind === 'postcode').map(({ label }) => label.replace(' ', ''));

describe('postcodes', () => {
  const beginning = fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 1, max: 7 })).map(([key, length]) => key.slice(0, length));
  test.prop([beginning, fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.boolean()])('are found by every beginning, in order, in any case and spacing', (typed, limit, small, spaced) => {
    const query = spaced ? [...typed].join(' ') : typed;
    const all = keys.filter((key) => key.startsWith(typed));
    const most = /\d/u.test(typed) ? limit : Math.ceil(limit / 2);
    expect(postcodesFor(small ? query.toLowerCase() : query, limit)).toEqual((keys.includes(typed) ? [typed] : all).slice(0, most));
  });

  it('by letters alone leave room for names that begin so', () => {
    expect(found(pack, 'g', 10).map(({ kind }) => kind)).toEqual([...Array.from({ length: 5 }, () => 'postcode'), 'street']);
    expect(found(pack, 'gorgie r', 10).map(({ kind }) => kind)).toEqual(['street']);
  });
});
