import { councilAt, findPlace, isInArea, openPack, type OpenPack, type PackAddress, writePack } from '@/geo';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, contentFixture, sha256 } from '../contentFixture';

const address = (uprn: string, text: string, flat = '', postcode = 'EH1 1AD'): PackAddress => ({ uprn, text, flat, postcode, point: { lng: -3.3, lat: 55.9 } });
let pack: OpenPack;
beforeAll(async () => {
  pack = await openPack(await writePack(contentFixture({
    streets: null,
    addresses: [
      address('906000000001', "12 St Andrew's Road, Testburgh", '2F1'), address('906000000002', '112 Saint Andrews Road, Testburgh', '', 'EH11 1AD'),
      address('00012345', '1 Ceàrn Street, Testburgh'), address('906000000004', '2 Avenue Road, Testburgh'), address('118183036', '', '', ''),
    ],
    councils: [{ code: 'S12000099', name: 'Testshire', boundary: box(-3.4, 55.8, -3.2, 56) }, { code: 'S12000098', name: 'Otherside', boundary: box(-3.2, 55.8, -3, 56) }],
  }), { sha256 }), { sha256 });
});

function labels(query: string, limit?: number): string[] {
  const result = findPlace(pack, query, limit === undefined ? {} : { limit });
  return result.is === 'found' ? result.places.map((place) => place.label) : [];
}

describe('findPlace', () => {
  it('finds a postcode in any spacing, with the precision of its point', () => {
    expect(findPlace(pack, 'ze10aa')).toEqual({ is: 'found', places: [{ kind: 'postcode', label: 'ZE1 0AA', point: { lng: -3.1, lat: 55.9 }, precision: 'postcode', postcode: 'ZE1 0AA', where: 'Testshire', councilCode: 'S12000099' }] });
    expect(findPlace(pack, 'E1 1AA')).toMatchObject({ places: [{ precision: 'unknown' }] });
  });

  it('tells an ended postcode as such, with its month, and knows no error of it', () => {
    expect(findPlace(pack, 'EH11 1AD')).toMatchObject({ places: [{ label: 'EH11 1AD, ended (June 1996)', postcode: 'EH11 1AD', ended: '1996-06', precision: 'unknown' }, { kind: 'address' }] });
  });

  it('finds a UPRN without an address by its number alone', () => {
    expect(findPlace(pack, '118183036')).toEqual({ is: 'found', places: [{ kind: 'address', label: 'UPRN 118183036', point: { lng: -3.3, lat: 55.9 }, precision: 'building', uprn: '118183036', flat: '', postcode: '', where: 'Testshire', councilCode: 'S12000099' }] });
    expect(labels('uprn')).toEqual([]);
  });

  it('gives the addresses of a whole postcode after it', () => {
    expect(labels('eh1 1ad')).toEqual(['EH1 1AD', "2F1, 12 St Andrew's Road, Testburgh, EH1 1AD", '1 Ceàrn Street, Testburgh, EH1 1AD', '2 Avenue Road, Testburgh, EH1 1AD']);
  });

  it('gives postcodes by their beginning', () => {
    expect(labels('eh1').slice(-2)).toEqual(['EH11 1AD, ended (June 1996)', 'EH1 1AD']);
    expect(labels('EH1', 1)).toHaveLength(1);
  });

  it('says of a well-formed postcode that the pack lacks it, which is not the same as finding nothing', () => {
    expect(findPlace(pack, 'G1 1AA')).toMatchObject({ is: 'notFound', why: 'postcodeNotInPack', say: expect.stringMatching(/^G1 1AA is not in this pack: it is new, ended, outside the area, or mistyped/u) });
    expect(findPlace(pack, 'Nowhere Lane')).toMatchObject({ is: 'notFound', why: 'nothingMatches' });
    expect(findPlace(pack, '')).toMatchObject({ is: 'notFound' });
  });

  it.each([
    ['12 st andrews rd', ["2F1, 12 St Andrew's Road, Testburgh, EH1 1AD"]],
    ['saint andrews', ["2F1, 12 St Andrew's Road, Testburgh, EH1 1AD", '112 Saint Andrews Road, Testburgh, EH11 1AD']],
    ['ST ANDREW’S ROAD 112', ['112 Saint Andrews Road, Testburgh, EH11 1AD']],
    ['cearn st', ['1 Ceàrn Street, Testburgh, EH1 1AD']],
    ['av road', ['2 Avenue Road, Testburgh, EH1 1AD']],
    ['2f1 andrew', ["2F1, 12 St Andrew's Road, Testburgh, EH1 1AD"]],
    ['906000000002', ['112 Saint Andrews Road, Testburgh, EH11 1AD']],
    ['000000012345', ['1 Ceàrn Street, Testburgh, EH1 1AD']],
  ])('finds the address of %j', (query, expected) => {
    expect(labels(query)).toEqual(expected);
  });

  it('gives an address with its parts, its council and the precision of a building', () => {
    expect(findPlace(pack, '906000000001')).toEqual({ is: 'found', places: [{
      kind: 'address', label: "2F1, 12 St Andrew's Road, Testburgh, EH1 1AD", point: { lng: -3.3, lat: 55.9 }, precision: 'building',
      text: "12 St Andrew's Road, Testburgh", uprn: '906000000001', flat: '2F1', postcode: 'EH1 1AD', where: 'Testshire', councilCode: 'S12000099',
    }] });
  });

  it.each([
    ['55.95, -3.19', 55.95, -3.19, { precision: 'stated', errorMetres: 641 }], ['-3.1883 55.95', 55.95, -3.1883, { precision: 'building' }],
    ['+55.9533;-3.1883', 55.9533, -3.1883, { precision: 'building' }], ['48.851, 2.35', 48.851, 2.35, { precision: 'stated', errorMetres: 67 }],
  ])('reads %j as coordinates, as exact as their digits', (query, lat, lng, exactness) => {
    expect(findPlace(pack, query)).toMatchObject({ places: [{ kind: 'coordinates', point: { lng, lat }, ...exactness }] });
  });
  it.each(['12 14', '95.5, 200.1', '55.95', '12, High Street'])('does not read %j as coordinates', (query) => {
    expect(findPlace(pack, query).is).toBe('notFound');
  });
});

describe('councilAt and isInArea', () => {
  it('know where a point lies', () => {
    expect([councilAt(pack, { lng: -3.3, lat: 55.9 })?.name, councilAt(pack, { lng: -3.1, lat: 55.9 })?.name, councilAt(pack, { lng: -5, lat: 55.9 })]).toEqual(['Testshire', 'Otherside', null]);
    expect([isInArea(pack, { lng: -3.1, lat: 55.9 }), isInArea(pack, { lng: -5, lat: 55.9 })]).toEqual([true, false]);
  });
});
