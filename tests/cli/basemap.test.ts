import { openPack } from '@/geo';
import { buildBasemap } from '@/geo/basemap';
import { strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const SCHOOLS = collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: [-3.19, 55.95] }, properties: { SchUID: '1P', SchoolName: 'Shore Primary', SchoolType: 'Primary', PostCode: 'EH1 1AA', LACode: 'S12000036' } }]);
const ROADS = collection([
  { type: 'Feature', id: 'w1', geometry: { type: 'LineString', coordinates: [[-3.19, 55.95], [-3.18, 55.951]] }, properties: { highway: 'residential', name: 'Cowgate' } },
  { type: 'Feature', id: 'w2', geometry: { type: 'LineString', coordinates: [[-3.19, 55.95], [-3.18, 55.951]] }, properties: { power: 'line' } },
]);
const WATER = collection([{ type: 'Feature', id: 'w3', geometry: { type: 'Polygon', coordinates: [[[-3.19, 55.95], [-3.18, 55.95], [-3.18, 55.96], [-3.19, 55.95]]] }, properties: { natural: 'water' } }]);
const FILES = { 's.geojson': SCHOOLS, 'roads.geojson': ROADS, 'water.geojson': WATER };
const build = (words: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  callSteading(['pack', 'build', '--bbox', '-3.21,55.93,-3.15,55.97', '--schools', 's.geojson', '--schools-date', '2026-01-01', '--out', 'x.steadingpack', ...words], { ...FILES, ...files });
const OWN = ['--basemap-osm', 'roads.geojson', '--basemap-osm', 'water.geojson'];
const map = buildBasemap([{ name: 'roads.geojson', bytes: strToU8(ROADS) }], { west: -3.3, south: 55.9, east: -3.1, north: 56 }).bytes;
const pictures = Uint8Array.from(map, (byte, i) => (i === 99 ? 2 : byte));

describe('pack build with a background map', () => {
  it('makes one from OpenStreetMap GeoJSON, dated, credited and accounted for', async () => {
    const { exit, err, written } = await build([...OWN, '--basemap-date', '2025-06-09']);
    expect(exit).toBe(0);
    expect(err).toContain('Background map [basemap], as of 2025-06-09: read 3, kept 2\n  dropped 1: Of a kind that the background map does not draw');
    const { header, basemap } = await openPack(written.get('x.steadingpack') ?? new Uint8Array(), { sha256 });
    expect(header.layers.find(({ id }) => id === 'basemap')).toMatchObject({ asOf: '2025-06-09', attribution: '© OpenStreetMap contributors', licence: expect.stringContaining('ODbL') as string, categories: [], coverage: null });
    expect(new TextDecoder().decode(await basemap()?.slice(0, 7).arrayBuffer())).toBe('PMTiles');
  });

  it('gives the same pack twice, and says that its date was not given', async () => {
    const [first, second] = [await build(OWN), await build(OWN)];
    expect(sha256(first.written.get('x.steadingpack') ?? new Uint8Array())).toBe(sha256(second.written.get('x.steadingpack') ?? new Uint8Array(1)));
    expect(first.err).toMatch(/no date was given for the background map.*--basemap-date/u);
  });

  it('takes a PMTiles file as it is, with the credit that it carries', async () => {
    const { exit, written } = await build(['--basemap', 'map.pmtiles'], { 'map.pmtiles': map });
    const pack = await openPack(written.get('x.steadingpack') ?? new Uint8Array(), { sha256 });
    expect([exit, pack.header.layers.find(({ id }) => id === 'basemap')?.attribution]).toEqual([0, '© OpenStreetMap contributors']);
    expect(new Uint8Array(await (pack.basemap()?.arrayBuffer() ?? new ArrayBuffer(0)))).toEqual(new Uint8Array(map));
  });

  it.each([
    ['a PMTiles file cut in its tiles', ['--basemap', 'map.pmtiles'], { 'map.pmtiles': map.subarray(0, map.length - 1) }, 1, /map\.pmtiles: is cut short/u],
    ['a PMTiles file cut in its header', ['--basemap', 'map.pmtiles'], { 'map.pmtiles': map.subarray(0, 100) }, 1, /map\.pmtiles: is no PMTiles v3 file/u],
    ['pictures', ['--basemap', 'map.pmtiles'], { 'map.pmtiles': pictures }, 1, /map\.pmtiles: holds pictures/u],
    ['roads cut short', OWN, { 'roads.geojson': ROADS.slice(0, 90) }, 1, /roads\.geojson: is not JSON, or is cut short/u],
    ['two background maps', [...OWN, '--basemap', 'map.pmtiles'], { 'map.pmtiles': map }, 2, /a pack has one background map/u],
    ['another credit for OpenStreetMap', [...OWN, '--basemap-attribution', 'Me'], {}, 2, /credited to the OpenStreetMap contributors/u],
    ['a file that is not there', ['--basemap-osm', 'gone.geojson'], {}, 1, /gone\.geojson: cannot be read/u],
  ])('refuses %s, and writes nothing', async (_, words, files, code, message) => {
    const { exit, err, written } = await build(words, files as Record<string, string | Uint8Array>);
    expect(err).toMatch(message);
    expect([exit, written.size]).toEqual([code, 0]);
  });
});
