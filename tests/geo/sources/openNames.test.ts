import { gridToLngLat } from '@/geo';
import { isOpenNamesCsv, openNamesFiles, readOpenNames } from '@/geo/sources/openNames';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openNamesCsv, type NameRow } from './openNamesFile';
import { textFile } from './sourceFiles';

const box = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const read = (...rows: readonly NameRow[]) => readOpenNames('names', [textFile('NT26.csv', openNamesCsv(...rows))], { box });
const encoded = (text: string) => new TextEncoder().encode(text);

describe('OS Open Names', () => {
  it('gives streets and places with where they lie', () => {
    const { names } = read({ id: 'osgb1', name: 'Shore, The', other: 'An Tràigh' }, { id: 'osgb2', name: 'Leith', type: 'populatedPlace', localType: 'Suburban Area', place: '' });
    expect(names).toEqual([
      { kind: 'street', id: 'osgb1', name: 'Shore, The', otherName: 'An Tràigh', detail: 'Named Road', point: gridToLngLat({ eastings: 325_900, northings: 673_500 }), gridErrorMetres: 5, populatedPlace: 'Leith', district: '', council: 'City of Edinburgh' },
      expect.objectContaining({ kind: 'place', id: 'osgb2', name: 'Leith', otherName: '', detail: 'Suburban Area', populatedPlace: '' }),
    ]);
  });

  it('tells streets and places by the publisher\'s types, and counts all else', () => {
    const types = ['Named Road', 'Section Of Named Road', 'Numbered Road', 'City', 'Town', 'Village', 'Hamlet', 'Other Settlement', 'Suburban Area', 'Postcode', 'Railway Station', 'Woodland Or Forest'];
    const { names, read: count, dropped } = read(...types.map((localType, i): NameRow => ({ id: String(i), localType, type: ['Postcode'].includes(localType) ? 'other' : 'someType' })));
    expect(names.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(['street Named Road', 'street Section Of Named Road', 'place City', 'place Town', 'place Village', 'place Hamlet', 'place Other Settlement', 'place Suburban Area']);
    expect([count, dropped.rows()]).toEqual([12, [{ reason: 'Neither a street nor a populated place (someType)', count: 3 }, { reason: 'Neither a street nor a populated place (other)', count: 1 }]]);
  });

  it('drops what has no place, no name, or is given twice, each with its reason', () => {
    const { names, read: count, dropped } = read({ id: 'a' }, { id: 'a' }, { id: '' }, { id: 'b', name: ' ' }, { id: 'c', x: '' }, { id: 'd', x: '0', y: '0' }, { id: 'e', x: '-5' }, { id: 'f', x: '380000', y: '400000' }, { id: 'g', name: '', other: 'Lìte' });
    expect(names.map(({ id, name, otherName }) => [id, name, otherName])).toEqual([['a', 'Shore Road', ''], ['g', 'Lìte', '']]);
    expect([count, dropped.rows()]).toEqual([9, [
      { reason: 'Listed twice', count: 1 }, { reason: 'No identifier', count: 1 }, { reason: 'No name', count: 1 }, { reason: 'No location', count: 1 }, { reason: 'Coordinates are 0, 0', count: 1 },
      { reason: 'Coordinates lie outside the National Grid', count: 1 }, { reason: 'Outside the area and its margin', count: 1 },
    ]]);
  });

  it('unpacks the tiles alone that reach into the area', () => {
    expect(['Data/NT26.csv', 'Data/NT46.csv', 'NT06.csv', 'Data/NT28.csv', 'Data/TQ28.csv', 'Data/HP40.csv', 'Doc/OS_Open_Names_Header.csv', 'Data/NT2.csv'].map((path) => isOpenNamesCsv(path, box))).toEqual([true, true, true, true, false, false, false, false]);
    const zip = zipSync({ 'Data/NT26.csv': encoded(openNamesCsv({ id: 'a' })), 'Data/NT46.csv': encoded(openNamesCsv({ id: 'b' })), 'Data/TQ28.csv': encoded('rubbish'), 'Doc/OS_Open_Names_Header.csv': encoded('ID,NAMES_URI') });
    const files = [...openNamesFiles(textFile('opname.zip', zip), box)];
    expect(files.map(({ name }) => name)).toEqual(['opname.zip › Data/NT26.csv', 'opname.zip › Data/NT46.csv']);
    expect(readOpenNames('opname.zip', files, { box }).names.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('takes headings in front for what they are', () => {
    const csv = `\ufeff${openNamesCsv({ id: 'ID', name: 'NAME1' })}${openNamesCsv({ id: 'a' })}`;
    expect(readOpenNames('n', [textFile('NT26.csv', csv)], { box })).toMatchObject({ read: 1, names: [{ id: 'a' }] });
  });

  const refused: readonly (readonly [name: string, csv: string, message: RegExp])[] = [
    ['another layout', 'UPRN,LATITUDE\n1,2\n', /row 1 has 2 columns; OS Open Names has 34 and no header row\. Check that/u],
    ['a file that is cut short', `${openNamesCsv({ id: 'a' })}osgb2,http`, /row 2 has 2 columns.*cut short or another file/u],
    ['degrees', openNamesCsv({ id: 'a', x: '-3.19', y: '55.95' }), /but they are degrees/u],
    ['northing before easting', openNamesCsv({ id: 'a', x: '673500', y: '325900' }), /has northing before easting/u],
    ['England alone', openNamesCsv({ id: 'a', x: '380000', y: '400000' }), /names no street or place in the area or near it \(Outside the area and its margin: 1\)/u],
    ['postcodes alone', openNamesCsv({ id: 'a', localType: 'Postcode', type: 'other' }), /names no street or place in the area/u],
    ['UTF-16', '\u0000\u0000a', /is not text/u],
  ];
  it.each(refused)('refuses %s', (_, csv, message) => {
    expect(() => readOpenNames('n', [textFile('NT26.csv', csv)], { box })).toThrow(message);
  });
  it('refuses a download without a tile of the area', () => {
    expect(() => readOpenNames('opname.zip', openNamesFiles(textFile('opname.zip', zipSync({ 'Data/TQ28.csv': encoded('x') })), box), { box })).toThrow(/opname\.zip: holds no CSV of OS Open Names that reaches into the area/u);
  });
});
