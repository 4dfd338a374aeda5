import { boxPolygon, readGreenspace, readNspl, readOsm, readOstn15, readPlaces, readSports, readUprns, SourceError, type SourceFile } from '@/geo/sources';
import { openNamesFiles, readOpenNames } from '@/geo/sources/openNames';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/cli/sqlite';
import { greenspacePackage, greenspaceShapefile, square, type GreenspaceRow } from './greenspaceFiles';
import { openNamesCsv } from './openNamesFile';
import { pbfFile } from './pbfFile';
import { collection, EDITION, feature, textFile } from './sourceFiles';

const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const box = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const node = (id: number, lat: number, lon: number) => ({ type: 'node', id, lat, lon });
const sites: readonly GreenspaceRow[] = [{ id: 'A', kind: 'Play Space', polygons: square(325_900, 673_500) }, { id: 'B', kind: 'Public Park Or Garden', polygons: [...square(326_000, 673_500), ...square(326_100, 673_500)] }];
const shapes = greenspaceShapefile(sites, { stem: 'NT_GreenspaceSite' });
const part = (ending: string) => shapes[`NT_GreenspaceSite.${ending}`] ?? new Uint8Array();
const greenspace = (...files: SourceFile[]) => readGreenspace('g', files, { edition: EDITION, coverage, box, openSqlite });
const pbf = (plain: boolean) => pbfFile({
  nodes: [{ id: 1, lng: -3.2, lat: 55.95, tags: { leisure: 'playground' } }, { id: 2, lng: -3.19, lat: 55.95 }, { id: 3, lng: -3.19, lat: 55.96 }],
  ways: [{ id: 4, refs: [1, 2, 3, 1], tags: { amenity: 'school' } }], relations: [{ id: 5, members: [{ type: 'way', ref: 4, role: 'outer' }], tags: { leisure: 'park' } }],
}, { plain });
const ofAll = (file: SourceFile) => readOsm([{ category: null, file }], { edition: EDITION, coverage });
const sources: readonly (readonly [name: string, content: string | Uint8Array, read: (file: SourceFile) => unknown])[] = [
  ['NSPL', 'pcds,doterm,osgrdind,laua,lat,long\nEH1 1AD,,1,S12000036,55.95,-3.19\nEH1 1AE,199207,8,S12000036,55.951,-3.18\n', (file) => readNspl('n', [file])],
  ['Overpass', JSON.stringify({ osm3s: { timestamp_osm_base: '2026-01-13T23:45:27Z' }, elements: [node(1, 55.95, -3.2), node(2, 55.95, -3.19), node(3, 55.96, -3.19), { type: 'way', id: 4, nodes: [1, 2, 3, 1] }, { type: 'relation', id: 5, members: [{ type: 'way', ref: 4, role: 'outer' }], tags: { leisure: 'playground' } }] }),
    (file) => readOsm([{ category: 'playPark', file }], { edition: EDITION, coverage })],
  ['sports', 'FID,site_name,facility_sub_type,x,y,lng,lat\npub_spfsp.1,"Baths, old",Pool,325900,673500,,\npub_spfsp.2,Baths,Pool,,,-3.19,55.95\n', (file) => readSports([file], { edition: EDITION, coverage, councils: [] })],
  ['a list', collection(feature({ type: 'MultiPoint', coordinates: [[-3.19, 55.95]] }, { library_name: 'Shore', uprn: 7, sh_date_uploaded: '2026' }, 'pub_lib.1'), feature({ type: 'Polygon', coordinates: [[[-3.2, 55.95], [-3.19, 55.95], [-3.19, 55.96], [-3.2, 55.95]]] }, {})),
    (file) => readPlaces([{ category: 'library', file }], { editions: {}, coverage, errorMetres: null, credit: null })],
  ['UPRNs', 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\r\n118183036,325900,673500,55.9489,-3.1884\r\n7,,,55.95,-3.19\r\n', async (file) => readUprns('u', pieces(file.bytes), { box })],
  ['.osm.pbf, packed', pbf(false), ofAll],
  ['.osm.pbf, not packed', pbf(true), ofAll],
  ['OS Open Greenspace as GeoPackage', await greenspacePackage(sites), (file) => greenspace(file)],
  ['OS Open Greenspace, its shapefile', part('shp'), (file) => greenspace({ ...file, name: 'NT_GreenspaceSite.shp' }, textFile('NT_GreenspaceSite.dbf', part('dbf')))],
  ['OS Open Greenspace, its table', part('dbf'), (file) => greenspace(textFile('NT_GreenspaceSite.shp', part('shp')), { ...file, name: 'NT_GreenspaceSite.dbf' })],
  ['OS Open Greenspace, zipped', zipSync(shapes), (file) => greenspace(file)],
  ['OS Open Names', openNamesCsv({ id: 'a' }, { id: 'b', name: 'Leith, "The"', localType: 'Town', type: 'populatedPlace' }), (file) => readOpenNames('n', [file], { box })],
  ['OS Open Names, zipped', zipSync({ 'Data/NT26.csv': new TextEncoder().encode(openNamesCsv({ id: 'a' })) }), (file) => readOpenNames('n', openNamesFiles(file, box), { box })],
];
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 11) yield await Promise.resolve(bytes.subarray(at, at + 11));
}

const change = fc.record({ at: fc.nat(), cut: fc.nat(6), put: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom('"', ',', '\n', '0', '-', '}', ']', 'null', '1e999', '[', '{}').map((text) => new TextEncoder().encode(text))) });

describe('sources with some bytes changed', () => {
  it.each(sources)('%s: read, or refused with the name of the file, and nothing else', async (_, content, read) => {
    await read(textFile('good', content));
    const [bytes, refused] = [typeof content === 'string' ? new TextEncoder().encode(content) : content, new Set<string>()];
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = changes.reduce((now, { at, cut, put }) => Uint8Array.from([...now.subarray(0, at % (now.length + 1)), ...put, ...now.subarray((at % (now.length + 1)) + cut)]), bytes);
      try {
        await read(textFile('changed', changed));
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
        refused.add((error as Error).message);
      }
    }), { numRuns: 400 });
    expect(refused.size).toBeGreaterThan(0);
  });

  it('never takes the beginning of OSTN15 for all of it, whatever its bytes', () => {
    const rows = Array.from({ length: 5 }, (_, i) => `${String(i + 1)},${String(1000 * i)},0,91.${String(100 + i)},-81.${String(100 + i)},50.1,1`);
    const bytes = new TextEncoder().encode(['Point_ID,ETRS89_Easting,ETRS89_Northing,ETRS89_OSGB36_EShift,ETRS89_OSGB36_NShift,ETRS89_ODN_HeightShift,Height_Datum_Flag', ...rows].join('\n'));
    fc.assert(fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
      const changed = changes.reduce((now, { at, cut, put }) => Uint8Array.from([...now.subarray(0, at % (now.length + 1)), ...put, ...now.subarray((at % (now.length + 1)) + cut)]), bytes);
      expect(() => readOstn15(textFile('changed', changed))).toThrow(SourceError);
    }), { numRuns: 400 });
  });
});
