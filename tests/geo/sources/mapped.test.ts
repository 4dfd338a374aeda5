import { ONE_SHIFT } from '@/geo';
import type { CategoryId } from '@/terms';
import { guessMapping, type Mapping, parseMapping, readColumns, readMapped } from '@/geo/sources';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { box } from '../contentFixture';

const file = (text: string | Uint8Array, name = 'parks.csv') => ({ name, bytes: typeof text === 'string' ? strToU8(text) : text });
const MAPPING: Mapping = {
  format: 'steading-mapping', formatVersion: 1, title: 'Play parks of Testshire', category: 'playPark',
  columns: { name: 'Park', detail: 'Kind', address: 'Street', id: 'Ref' }, position: { by: 'degrees', lng: 'Long', lat: 'Lat' },
  errorMetres: 20, publisher: 'Testshire Council', licence: 'Open Government Licence v3.0', attribution: '© Testshire Council',
};
const COVERAGE = box(-3.4, 55.8, -3, 56);
const CONTEXT = { edition: { asOf: '2026-01-31', staleAfter: '2027-01-31' }, coverage: COVERAGE, postcodes: [{ postcode: 'ZX1 1AA', point: { lng: -3.2, lat: 55.9 }, quality: 10, councilCode: 'S12000099' }, { postcode: 'ZX1 1AB', point: { lng: -3.21, lat: 55.91 }, quality: 50, councilCode: 'S12000099' }] };
const CSV = 'Ref,Park,Kind,Street,Long,Lat,Warden\nP1,Links,Swings,High Street,-3.2,55.9,Someone\nP2,Muir,,,-3.21,55.91,Somebody\nP3,Nowhere,,,,,\nP4,Links,Swings,High Street,-3.2,55.9,\n';
const read = (text: string | Uint8Array, mapping: Partial<Mapping> = {}, context: Partial<Parameters<typeof readMapped>[3]> = {}) => readMapped(file(text), { ...MAPPING, ...mapping }, 'list-1', { ...CONTEXT, ...context });

describe('a file as a mapping reads it', () => {
  it('gives its places with the columns that were named and no others, and an account that adds up', () => {
    const { sites, read: rows, dropped, layer } = read(CSV);
    expect(sites.map(({ siteId, name, detail, address, errorMetres, category }) => [siteId, name, detail, address, errorMetres, category])).toEqual([
      ['list-1/P1', 'Links', 'Swings', 'High Street', null, 'playPark'], ['list-1/P2', 'Muir', '', '', null, 'playPark'],
    ]);
    expect(dropped.rows()).toEqual([{ reason: 'No location', count: 1 }, { reason: 'Given twice', count: 1 }]);
    expect(rows).toBe(4);
    expect(JSON.stringify(sites)).not.toMatch(/Some/u);
    expect(layer).toMatchObject({ id: 'list-1', title: 'Play parks of Testshire', categories: ['playPark'], coverage: COVERAGE, asOf: '2026-01-31', position: { errorMetres: 20 }, attribution: '© Testshire Council' });
    expect(layer.leavesOut[1]).toMatchObject({ count: 1 });
  });

  it.each([[';', 'semicolons'], ['\t', 'tabs']])('takes columns that are parted by %j (%s) as well', (mark) => {
    expect(read(CSV.replaceAll(',', mark)).sites).toEqual(read(CSV).sites);
  });

  it('reads Windows-1252 where it is no UTF-8', () => {
    expect(read(Uint8Array.from([...strToU8('Ref,Park,Kind,Street,Long,Lat\nP1,'), 0x51, 0x75, 0x65, 0x65, 0x6e, 0x92, 0x73, ...strToU8(',,,-3.2,55.9\n')])).sites[0]?.name).toBe('Queen’s');
  });

  it('places by grid references, with the error of the shift added', () => {
    const { sites, layer } = read('Ref,Park,Kind,Street,E,N\nP1,Links,,,325000,673000\nP2,Sea,,,0,0\nP3,Words,,,east,north\nP4,Muir,,,325100,673100\nP5,Brae,,,325200,673200\n', { position: { by: 'grid', easting: 'E', northing: 'N' } });
    const { errorMetres } = ONE_SHIFT.toLngLat({ eastings: 325_000, northings: 673_000 });
    expect(sites.map(({ errorMetres: error }) => error)).toEqual([20 + errorMetres, 20 + errorMetres, 20 + errorMetres]);
    expect(layer.position.note).toContain(ONE_SHIFT.note);
  });

  it('is refused where most of its postcodes are unknown: the empty list would say that nothing is there', () => {
    expect(() => read('Ref,Park,Kind,Street,PC\nP1,Links,,,AB1 2CD\nP2,Muir,,,AB1 2CE\n', { position: { by: 'postcode', postcode: 'PC' } })).toThrow(/only 0 of its 2 rows can be placed/u);
  });

  it('places by postcode with the error of a postcode, whatever was declared, and unsurveyed ones without a bound', () => {
    const { sites, layer, dropped } = read('Ref,Park,Kind,Street,PC\nP1,Links,,,zx11aa\nP2,Muir,,,ZX1 1AB\nP3,Away,,,AB1 2CD\n', { position: { by: 'postcode', postcode: 'PC' } });
    expect(layer.position.errorMetres).toBe(500);
    expect(sites.map(({ errorMetres }) => errorMetres)).toEqual([null, 'unknown']);
    expect(dropped.rows()).toEqual([{ reason: 'No location (postcode is not in the list of postcodes)', count: 1 }]);
  });

  it('takes the shapes of a GeoJSON, mended where they are broken', () => {
    const ring = [[-3.2, 55.9], [-3.19, 55.9], [-3.19, 55.91]];
    const json = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { Ref: 7, Park: 'Links', Kind: null, Street: true }, geometry: { type: 'Polygon', coordinates: [ring] } }] });
    const [site] = readMapped(file(json, 'parks.geojson'), { ...MAPPING, position: { by: 'shape' } }, 'list-1', CONTEXT).sites;
    expect(site).toMatchObject({ siteId: 'list-1/7', name: 'Links', geometry: { type: 'Polygon' }, flags: ['Its outline was broken at the source and was mended'] });
  });

  it.each([
    ['a column that is not there', CSV, { columns: { ...MAPPING.columns, name: 'Name' } }, /no column Name, which the mapping names\. It has: Ref, Park/u],
    ['shapes of a CSV', CSV, { position: { by: 'shape' } as const }, /a CSV, which has no shapes/u],
    ['two columns of one name', 'Ref,Park,Kind,Street,Long,Lat,Park\nP1,a,,,-3,55,b\n', {}, /two columns called 'Park'/u],
    ['no rows', 'Ref,Park,Kind,Street,Long,Lat\n', {}, /nothing below it/u],
    ['swapped coordinates', 'Ref,Park,Kind,Street,Long,Lat\nP1,a,,,55.9,-3.2\n', {}, /only 0 of its 1 rows can be placed \(Latitude and longitude are swapped/u],
    ['London', 'Ref,Park,Kind,Street,Long,Lat\nP1,a,,,-0.1,51.5\n', {}, /only 0 of its 1 rows/u],
    ['a quotation mark that stays open', 'Ref,Park,Kind,Street,Long,Lat\nP1,"a,,,-3,55\n', {}, /quotation mark that is never closed/u],
  ])('is refused whole with what to do: %s', (_what, text, mapping, why) => expect(() => read(text, mapping)).toThrow(why));
});

describe('a mapping file', () => {
  it('comes back from JSON as it was', () => expect(parseMapping('m.json', JSON.parse(JSON.stringify(MAPPING)))).toEqual(MAPPING));

  it.each([
    ['a category that no map can hold', { ...MAPPING, category: 'childminder' as CategoryId }, /category/u],
    ['a field too many', { ...MAPPING, distance: 500 }, /distance/u],
    ['no licence', { ...MAPPING, licence: ' ' }, /licence/u],
    ['an error below nothing', { ...MAPPING, errorMetres: -1 }, /errorMetres/u],
    ['a later format', { ...MAPPING, formatVersion: 2 }, /newer Steading/u],
    ['no object', null, /is no mapping/u],
  ])('is refused by name: %s', (_what, value, why) => expect(() => parseMapping('m.json', value)).toThrow(why));
});

describe('the guess that the mapping step begins with', () => {
  const guess = (text: string) => guessMapping(readColumns(file(text)));

  it.each([
    ['degrees', 'site_name,Type,Address,Ref,Longitude,LATITUDE\nLinks,Swings,High Street,7,-3.2,55.9\n', { by: 'degrees', lng: 'Longitude', lat: 'LATITUDE' }],
    ['grid references, though the columns are called x and y', 'name,x,y\nLinks,325000,673000\n', { by: 'grid', easting: 'x', northing: 'y' }],
    ['postcodes, where nothing better is there', 'name,Post Code\nLinks,ZX1 1AA\n', { by: 'postcode', postcode: 'Post Code' }],
    ['nothing', 'name,colour\nLinks,red\n', null],
  ])('finds %s', (_what, text, position) => expect(guess(text).position).toEqual(position));

  it('finds names, kinds, addresses and ids whatever their case and marks', () => {
    expect(guess('SITE_NAME,Facility Type,Full-Address,Site Reference,lng,lat\na,b,c,d,-3,55\n').columns).toEqual({ name: 'SITE_NAME', detail: 'Facility Type', address: 'Full-Address', id: 'Site Reference' });
  });

  it('never takes words or empty columns for positions', () => {
    expect(guess('name,lng,lat,postcode\na,west,north,ZX1 1AA\n').position).toEqual({ by: 'postcode', postcode: 'postcode' });
  });
});
