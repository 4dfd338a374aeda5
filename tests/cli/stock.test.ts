import { findPlace, openPack } from '@/geo';
import { errorMetresOf } from '@/terms';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const FILES = {
  'parks.json': JSON.stringify({
    format: 'steading-mapping', formatVersion: 1, title: 'Parks', category: 'playPark', columns: { name: 'n', detail: null, address: null, id: null }, position: { by: 'degrees', lng: 'x', lat: 'y' },
    errorMetres: 20, publisher: 'A', licence: 'B', attribution: 'C',
  }),
  'parks.csv': 'n,x,y\nLinks,-3.15,55.96\n',
  'uprns.csv': 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n905000001,,,55.9601,-3.1501\n905000009,,,55.9701,-3.1601\n',
  'homes.csv': [
    'UPRN,Address,Flat,Postcode,Longitude,Latitude,Easting,Northing,Tenant',
    '905000001,4 Shore Row,1/2,ZX6 1AA,,,,,S. Adair', '905000002,6 Shore Row,,ZX6 1AA,-3.14910,55.96020,,,', ',8 Shore Row,,ZX6 1AA,,,327000,675512,', ',8 Shore Row,,ZX6 1AA,,,327000,675512,',
    '905000003,10 Shore Row,,ZX6 1AA,,,,,', ',12 Shore Row,,,55.96,-3.15,,,', ',14 Shore Row,,,-3.15,55.96,,,', ',,,ZX6 1AA,-3.15000,55.96000,,,', ',1 Far Street,,,-4.25000,55.86000,,,', '',
  ].join('\n'),
  'own.csv': 'Ref,Prop,Unit,E,N\n1,4 Shore Row,2F1,327001,675513\n',
};
const build = (...words: string[]) => callSteading(['pack', 'build', '--out', 'p', '--bbox', '-3.2,55.94,-3.1,56.0', '--list', 'parks.json=parks.csv', '--list-coverage', '-3.2,55.94,-3.1,56.0', ...words], FILES);
const STOCK = ['--stock', 'homes.csv', '--stock-credit', 'Shore Homes', '--uprns', 'uprns.csv'];

describe('pack build with a landlord’s addresses', () => {
  it('takes those with a position of their own, each with its error, and accounts for the rest; nothing of a tenant is in the pack', async () => {
    const { exit, err, written } = await build(...STOCK);
    expect(exit, err).toBe(0);
    const bytes = written.get('p') ?? new Uint8Array();
    const pack = await openPack(bytes, { sha256 });
    expect(pack.addresses().filter(({ text }) => text !== '').map(({ uprn, text, flat, errorMetres }) => [uprn, text, flat, errorMetres])).toEqual([
      ['905000001', '4 Shore Row', '1/2', undefined], ['905000002', '6 Shore Row', '', undefined], ['', '8 Shore Row', '', 15],
    ]);
    expect(pack.header.layers.find(({ id }) => id === 'stock')).toMatchObject({
      publisher: 'Shore Homes', categories: [],
      counts: { read: 9, kept: 3, dropped: [{ reason: 'Listed twice', count: 1 }, { reason: 'No position of its own: a postcode or an unknown UPRN is not enough', count: 1 }, { reason: 'Its coordinates cannot be meant', count: 1 }, { reason: 'Its position is given too roughly to tell it from its neighbours', count: 1 }, { reason: 'No address', count: 1 }, { reason: 'Outside the area and its margin', count: 1 }] },
    });
    expect(Buffer.from(bytes).includes('Adair')).toBe(false);
  });

  it('is found by search as exactly as it is known, and by UPRN in a screening', async () => {
    const pack = await openPack((await build(...STOCK)).written.get('p') ?? new Uint8Array(), { sha256 });
    const found = (query: string) => { const result = findPlace(pack, query, { limit: 5 }); return result.is === 'found' ? result.places.map((place) => [place.label, errorMetresOf(place)]) : []; };
    expect(found('8 shore row')[0]).toEqual(['8 Shore Row, ZX6 1AA', 15]);
    expect(found('905000001')).toEqual([['1/2, 4 Shore Row, ZX6 1AA', 10]]);
  });

  it('reads a list by the names that it has itself', async () => {
    const { exit, err, written } = await build('--stock', 'own.csv', '--stock-credit', 'Shore Homes', '--stock-columns', 'address=Prop,flat=Unit,easting=E,northing=N');
    expect(exit, err).toBe(0);
    expect((await openPack(written.get('p') ?? new Uint8Array(), { sha256 })).addresses()).toMatchObject([{ text: '4 Shore Row', flat: '2F1', errorMetres: 15 }]);
  });

  it.each([
    ['whose it is is not said', ['--stock', 'homes.csv'], 2, /--stock needs --stock-credit/u],
    ['a column that the list has not is named', ['--stock', 'own.csv', '--stock-credit', 'x', '--stock-columns', 'address=Nowhere'], 1, /own\.csv: has no column Nowhere/u],
    ['something else is named', ['--stock', 'own.csv', '--stock-credit', 'x', '--stock-columns', 'tenant=Name'], 2, /is not NAME=COLUMN\. Names: uprn, address/u],
    ['none can be placed', ['--stock', 'homes.csv', '--stock-credit', 'x', '--stock-columns', 'lng=Tenant,lat=Tenant,easting=Tenant,northing=Tenant'], 1, /none of its 9 addresses can be placed/u],
  ])('says what is wrong where %s', async (_what, words, code, why) => {
    const { exit, err, written } = await build(...words);
    expect(err).toMatch(why);
    expect([exit, written.size]).toEqual([code, 0]);
  });
});
