import { boxPolygon, readNspl, readOsm, readPlaces, readSports, readUprns, SourceError, type SourceFile } from '@/geo/sources';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collection, EDITION, feature, textFile } from './sourceFiles';

const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const box = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const node = (id: number, lat: number, lon: number) => ({ type: 'node', id, lat, lon });
const sources: readonly (readonly [name: string, text: string, read: (file: SourceFile) => unknown])[] = [
  ['NSPL', 'pcds,doterm,osgrdind,laua,lat,long\nEH1 1AD,,1,S12000036,55.95,-3.19\nEH1 1AE,199207,8,S12000036,55.951,-3.18\n', (file) => readNspl('n', [file])],
  ['Overpass', JSON.stringify({ osm3s: { timestamp_osm_base: '2026-01-13T23:45:27Z' }, elements: [node(1, 55.95, -3.2), node(2, 55.95, -3.19), node(3, 55.96, -3.19), { type: 'way', id: 4, nodes: [1, 2, 3, 1] }, { type: 'relation', id: 5, members: [{ type: 'way', ref: 4, role: 'outer' }], tags: { leisure: 'playground' } }] }),
    (file) => readOsm([{ category: 'playPark', file }], { edition: EDITION, coverage })],
  ['sports', 'FID,site_name,facility_sub_type,x,y,lng,lat\npub_spfsp.1,"Baths, old",Pool,325900,673500,,\npub_spfsp.2,Baths,Pool,,,-3.19,55.95\n', (file) => readSports([file], { edition: EDITION, coverage, councils: [] })],
  ['a list', collection(feature({ type: 'MultiPoint', coordinates: [[-3.19, 55.95]] }, { library_name: 'Shore', uprn: 7, sh_date_uploaded: '2026' }, 'pub_lib.1'), feature({ type: 'Polygon', coordinates: [[[-3.2, 55.95], [-3.19, 55.95], [-3.19, 55.96], [-3.2, 55.95]]] }, {})),
    (file) => readPlaces([{ category: 'library', file }], { editions: {}, coverage, errorMetres: null, credit: null })],
  ['UPRNs', 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\r\n118183036,325900,673500,55.9489,-3.1884\r\n7,,,55.95,-3.19\r\n', async (file) => readUprns('u', pieces(file.bytes), { box })],
];
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 11) yield await Promise.resolve(bytes.subarray(at, at + 11));
}

const change = fc.record({ at: fc.nat(), cut: fc.nat(6), put: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom('"', ',', '\n', '0', '-', '}', ']', 'null', '1e999', '[', '{}').map((text) => new TextEncoder().encode(text))) });

describe('sources with some bytes changed', () => {
  it.each(sources)('%s: read, or refused with the name of the file, and nothing else', async (_, text, read) => {
    await read(textFile('good', text));
    const [bytes, refused] = [new TextEncoder().encode(text), new Set<string>()];
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
});
