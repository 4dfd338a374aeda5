import { openPack } from '@/geo';
import { zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const BBOX = ['--bbox', '-3.21,55.93,-3.15,55.97'];
const DATES = ['--schools-date', '2026-01-01', '--out', 'x.steadingpack'];
const schools = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const school = (id: string, coordinates: number[], name = 'Shore Primary') =>
  ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { SchUID: id, SchoolName: name, SchoolType: 'Primary', PostCode: 'EH1 1AA', LACode: 'S12000036' } });
const GOOD = schools([school('1P', [-3.19, 55.95])]);
const buildSchools = (file: string | Uint8Array) => callSteading(['pack', 'build', ...BBOX, '--schools', 's.geojson', ...DATES], { 's.geojson': file });

describe('pack build with bad input', () => {
  it('builds from the same call when the file is good (negative control)', async () => {
    const { exit, err, written } = await buildSchools(GOOD);
    expect(err).toContain('read 1, kept 1');
    expect(exit).toBe(0);
    const pack = await openPack(written.get('x.steadingpack') ?? new Uint8Array(), { sha256 });
    expect(pack.site(0).name).toBe('Shore Primary');
  });

  const swapped = schools([school('1P', [55.95, -3.19]), school('2P', [55.94, -3.2])]);
  const metres = schools([school('1P', [325000, 673000])]);
  const csv = 'SchUID,Name\n1P,Shore\n';
  const matrix: readonly (readonly [name: string, file: string | Uint8Array, message: RegExp])[] = [
    ['an empty file', '', /s\.geojson: is empty/u],
    ['a file of blanks', ' \n ', /nothing but blanks/u],
    ['binary', Uint8Array.of(1, 2, 0, 255, 0), /s\.geojson: is not text/u],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': new Uint8Array(3) }), /a zip or a spreadsheet/u],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), /UTF-16/u],
    ['JSON that is cut short', GOOD.slice(0, 40), /not JSON, or is cut short/u],
    ['JSON that is no FeatureCollection', '{"type":"Topology"}', /no GeoJSON FeatureCollection/u],
    ['no features', schools([]), /has no features/u],
    ['swapped coordinates', swapped, /latitude and longitude swapped/u],
    ['metres', metres, /metres \(British National Grid\?\)/u],
    ['another coordinate system', GOOD.replace('{', '{"crs":{"type":"name","properties":{"name":"EPSG:27700"}},'), /EPSG:27700.*WGS84/u],
    ['missing columns', csv, /no column SchoolName, SchoolType\. It has: SchUID, Name/u],
    ['an endless quotation mark', 'SchUID,SchoolName,SchoolType\n1P,"Shore,Primary\n', /quotation mark that is never closed/u],
    ['damaged gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 99, 99, 99), /damaged or cut short/u],
  ];
  it.each(matrix)('refuses %s, says why, and writes nothing', async (_, file, message) => {
    const { exit, err, written } = await buildSchools(file);
    expect(err).toMatch(message);
    expect(err).toMatch(/^Nothing was built\. s\.geojson: /mu);
    expect(exit).toBe(1);
    expect(written.size).toBe(0);
  });

  it('names a file that is not there', async () => {
    const { exit, err } = await callSteading(['pack', 'build', ...BBOX, '--schools', 'gone.csv', ...DATES]);
    expect(err).toMatch(/gone\.csv: cannot be read \(ENOENT\)/u);
    expect(exit).toBe(1);
  });

  it('builds nothing from sources that have no site in the area', async () => {
    const { exit, err, written } = await buildSchools(schools([school('1P', [-4.25, 55.86])]));
    expect(err).toMatch(/Nothing was built: none of the sources has a site in the area/u);
    expect([exit, written.size]).toEqual([1, 0]);
  });

  it('keeps HTML in a name as text, cuts a name of a megabyte and flags it, and drops only the row without a location', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const { exit, err, written } = await buildSchools(schools([
      school('1P', [-3.19, 55.95], html), school('2P', [-3.18, 55.95], 'A'.repeat(1_000_000)), { ...school('3P', []), geometry: null }, school('4P', [55.95, -3.19]),
    ]));
    expect(exit).toBe(0);
    const bytes = written.get('x.steadingpack') ?? new Uint8Array();
    expect(bytes.byteLength).toBeLessThan(20_000);
    const pack = await openPack(bytes, { sha256 });
    const names = [...Array(pack.siteCount).keys()].map((i) => pack.site(i)).toSorted((a, b) => a.siteId.localeCompare(b.siteId));
    expect(names[0]?.name).toBe(html);
    expect(names[1]?.name).toHaveLength(200);
    expect(names[1]?.flags).toEqual(['Text was longer than 200 characters and was cut']);
    expect(err).toMatch(/read 4, kept 2\n {2}dropped 2: No location/u);
    expect(err).toMatch(/flagged 1: Text was longer/u);
  });
});

describe('pack build called in a wrong way', () => {
  const osm = ['--osm', 'school=o.geojson', '--osm-date', '2026-01-01', '--out', 'x'];
  const matrix: readonly (readonly [name: string, words: readonly string[], message: RegExp])[] = [
    ['without --out', [...BBOX, '--schools', 's', '--schools-date', '2026-01-01'], /--out FILE is missing/u],
    ['without an area', ['--schools', 's', ...DATES], /either --area COUNCIL_CODE or --bbox/u],
    ['with two areas', [...BBOX, '--area', 'S12000036', '--schools', 's', ...DATES], /either --area COUNCIL_CODE or --bbox/u],
    ['with --area but no --councils', ['--area', 'S12000036', '--schools', 's', ...DATES], /--area needs --councils/u],
    ['with an English council', ['--area', 'E06000001', '--schools', 's', ...DATES], /no Scottish council code/u],
    ['without a source', [...BBOX, '--out', 'x'], /No source of sites/u],
    ['with a date that is none', [...BBOX, '--schools', 's', '--schools-date', '2026-02-30', '--out', 'x'], /is not a day/u],
    ['with a last day that is none', [...BBOX, '--schools', 's', '--schools-stale-after', 'soon', '--out', 'x'], /--schools-stale-after soon is not a day/u],
    ['with a date to come', [...BBOX, '--schools', 's', '--schools-date', '2027-01-01', '--out', 'x'], /lies in the future/u],
    ['with the register but no postcodes', [...BBOX, '--care', 'c', '--care-date', '2026-01-01', '--out', 'x'], /--care needs --postcodes/u],
    ['with OpenStreetMap but no coverage', [...BBOX, ...osm], /--osm needs --osm-coverage.*look the same/u],
    ['with a category that no map can hold', [...BBOX, '--osm', 'childminder=o', '--osm-date', '2026-01-01', '--out', 'x'], /Categories that a map can hold: school/u],
    ['with latitude first', ['--bbox', '55.93,-3.21,55.97,-3.15', '--schools', 's', ...DATES], /latitude first/u],
    ['with three numbers', ['--bbox', '-3.2,55.9,-3.1', '--schools', 's', ...DATES], /four numbers/u],
    ['with an option that does not exist', [...BBOX, '--radius', '500', '--out', 'x'], /radius/u],
  ];
  it.each(matrix)('%s: says what is missing, exit code 2', async (_, words, message) => {
    const { exit, err, written } = await callSteading(['pack', 'build', ...words], { s: GOOD, 'o.geojson': GOOD });
    expect(err).toMatch(message);
    expect(err).toContain('steading pack build --out FILE');
    expect([exit, written.size]).toEqual([2, 0]);
  });

  it('accepts the same OpenStreetMap call once its coverage is declared (negative control)', async () => {
    const { exit } = await callSteading(['pack', 'build', ...BBOX, ...osm, '--osm-coverage', '-3.21,55.93,-3.15,55.97'], { 'o.geojson': GOOD });
    expect(exit).toBe(0);
  });

  it('refuses a pack that is none, and a command that is none', async () => {
    const notAPack = await callSteading(['pack', 'info', 'p'], { p: 'x'.repeat(100) });
    expect([notAPack.exit, notAPack.err.startsWith('Nothing was built')]).toEqual([1, false]);
    expect((await callSteading(['pack', 'unbuild'])).exit).toBe(2);
  });
});
