import { findPlace, nearby, openPack, type OpenPack } from '@/geo';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callSteading, type Called } from './callSteading';
import { EDINBURGH_BOX, EDINBURGH_COUNCIL } from './edinburghPack';
import { needsSharedData, sharedData } from './sharedData';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const packOf = ({ written }: Called): Promise<OpenPack> => openPack([...written.values()][0] ?? new Uint8Array(), { sha256 });
const BBOX = ['--bbox', '-3.21,55.93,-3.15,55.97', '--out', 'x.steadingpack'];
const build = (words: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) => callSteading(['pack', 'build', ...BBOX, ...words], files);

const OVERPASS = JSON.stringify({ osm3s: { timestamp_osm_base: '2026-01-13T23:45:27Z' }, elements: [{ type: 'node', id: 1, lat: 55.95, lon: -3.19, tags: { leisure: 'playground', name: 'Shore' } }] });
const NSPL = 'pcds,doterm,osgrdind,laua,lat,long\nEH1 1AD,,1,S12000036,55.95,-3.19\nEH1 1AE,199207,1,S12000036,55.951,-3.18\nEC1A 1BB,,1,E09000001,51.52,-0.1\n';
const SPORTS = 'FID,site_name,facility_sub_type,x,y\npub_spfsp.1,Baths,Swimming Pool - Main,325900,673500\n';
const LIBRARIES = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } }, features: [{ type: 'Feature', id: 'pub_lib.1', geometry: { type: 'MultiPoint', coordinates: [[-3.19, 55.95]] }, properties: { library_name: 'Shore Library', sh_date_uploaded: '2026-01-01' } }] });
const UPRNS = 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\r\n118183036,,,55.9501,-3.1901\r\n7,,,51.5,-0.1\r\n';

describe('pack build from further sources', () => {
  it('takes Overpass JSON with its own day, which no option need repeat', async () => {
    const called = await build(['--osm', 'playPark=o.json', '--osm-coverage', '-3.21,55.93,-3.15,55.97'], { 'o.json': OVERPASS });
    expect(called.err).toContain('OpenStreetMap places [osm], as of 2026-01-13, taken as current until 2027-01-13: read 1, kept 1');
    expect((await packOf(called)).siteById('osm:node/1')?.name).toBe('Shore');
  });

  it('takes NSPL for the postcodes, and tells ended ones as such', async () => {
    const called = await build(['--osm', 'playPark=o.json', '--osm-coverage', '-3.21,55.93,-3.15,55.97', '--postcodes', 'nspl.csv', '--postcodes-date', '2021-11-30'], { 'o.json': OVERPASS, 'nspl.csv': NSPL });
    expect(called.err).toContain('Postcodes (ONS NSPL) [postcodes], as of 2021-11-30: read 3, kept 2\n  dropped 1: Coordinates lie outside Scotland and its surroundings\n  kept but flagged 1: Ended: shown with its last month, its error not known');
    const pack = await packOf(called);
    expect(pack.postcode('EH1 1AE')).toMatchObject({ ended: '1992-07' });
    expect(findPlace(pack, 'EH1 1AE')).toMatchObject({ places: [{ label: 'EH1 1AE, ended (July 1992)', precision: 'unknown' }] });
    expect(findPlace(pack, 'EH1 1AD')).toMatchObject({ places: [{ label: 'EH1 1AD', precision: 'postcode' }] });
  });

  it('takes one list of sports facilities, but does not call the other ten searched', async () => {
    const called = await build(['--sports', 's.csv', '--sports-date', '2026-01-01'], { 's.csv': SPORTS });
    expect(called.err).toContain('Sports facilities [sports], as of 2026-01-01, taken as current until 2027-07-01: read 1, kept 1');
    expect(called.err).toMatch(/no source covers .*Sport and leisure facilities \(sportOrLeisure\)/u);
    const pack = await packOf(called);
    const answer = nearby(pack, { point: { lng: -3.19, lat: 55.95 }, errorMetres: 10 }, 500, '2026-06-15');
    expect(answer.categories.find(({ category }) => category === 'sportOrLeisure')).toMatchObject({ coverage: 'none' });
  });

  it('takes a list of the Spatial Hub, dated and covered as declared', async () => {
    const called = await build(['--layer', 'library=l.json', '--layer-date', 'library=2026-03-01', '--layer-coverage', 'scotland', '--layer-error', '50'], { 'l.json': LIBRARIES });
    expect(called.err).toContain('Libraries (list) [layer-library], as of 2026-03-01, taken as current until 2027-03-01: read 1, kept 1');
    const pack = await packOf(called);
    expect(pack.header.layers[0]).toMatchObject({ attribution: expect.stringMatching(/Spatial Hub/u), position: { errorMetres: 50 } });
    const ask = (lng: number) => nearby(pack, { point: { lng, lat: 55.96 }, errorMetres: 10 }, 300, '2026-06-15').categories.find(({ category }) => category === 'library');
    expect(ask(-3.16)).toMatchObject({ coverage: 'full', status: 'noneFound' });
    const undated = await packOf(await build(['--layer', 'library=l.json', '--layer-coverage', 'scotland'], { 'l.json': LIBRARIES }));
    const answer = nearby(undated, { point: { lng: -3.16, lat: 55.96 }, errorMetres: 10 }, 300, '2026-06-15').categories.find(({ category }) => category === 'library');
    expect(answer?.status).not.toBe('noneFound');
  });

  it('makes the UPRNs of the area findable by their number', async () => {
    const called = await build(['--sports', 's.csv', '--uprns', 'u.csv', '--uprns-date', '2026-05-01'], { 's.csv': SPORTS, 'u.csv': UPRNS });
    expect(called.err).toContain('UPRNs (OS Open UPRN) [uprns], as of 2026-05-01: read 2, kept 1\n  dropped 1: Outside the area and its margin');
    expect(findPlace(await packOf(called), '118183036')).toMatchObject({ places: [{ label: 'UPRN 118183036', point: { lng: -3.1901, lat: 55.9501 } }] });
  });

  it('names each source without a date, and its option', async () => {
    const { err } = await build(['--sports', 's.csv', '--uprns', 'u.csv', '--layer', 'library=l.json', '--layer-coverage', 'scotland'], { 's.csv': SPORTS, 'u.csv': UPRNS, 'l.json': LIBRARIES });
    for (const option of ['sports', 'uprns', 'layer']) expect(err).toContain(`--${option}-date yyyy-mm-dd`);
  });

  const osm = ['--osm', 'playPark=f', '--osm-coverage', '-3.21,55.93,-3.15,55.97'];
  const layer = ['--layer', 'library=f', '--layer-coverage', 'scotland'];
  const refused: readonly (readonly [name: string, words: readonly string[], file: string | Uint8Array, message: RegExp])[] = [
    ['Overpass that broke off', osm, OVERPASS.replace('{', '{"remark":"runtime error: Query timed out",'), /broke off/u],
    ['NSPL of London alone', [...osm.with(1, 'playPark=o'), '--postcodes', 'f'], NSPL.replace(/^EH1.*\n/gmu, ''), /^Nothing was built\. f: none of its 1 rows is a postcode that can be placed/mu],
    ['NSPL with a renamed column', [...osm.with(1, 'playPark=o'), '--postcodes', 'f'], NSPL.replace('osgrdind', 'indicator'), /no column osgrdind/u],
    ['sports in UTF-16', ['--sports', 'f'], Uint8Array.of(0xff, 0xfe, 0x46, 0), /UTF-16/u],
    ['sports of London alone', ['--sports', 'f'], SPORTS.replace('325900,673500', '529818,178691'), /only 0 of its 1 rows can be placed/u],
    ['a list in a wrong system', layer, LIBRARIES.replace('EPSG::4326', 'EPSG::27700'), /British National Grid \(EPSG:27700\), but they are degrees/u],
    ['a list with the axes swapped', layer, LIBRARIES.replace('[-3.19,55.95]', '[55.95,-3.19]'), /latitude and longitude swapped/u],
    ['UPRNs of London alone', ['--sports', 's.csv', '--uprns', 'f'], UPRNS.replace(/^118.*\r\n/gmu, ''), /none of its 1 UPRNs lies in the area/u],
    ['UPRNs that are cut short', ['--sports', 's.csv', '--uprns', 'f'], `${UPRNS}118`, /row 4 has 1 columns instead of 5/u],
  ];
  it.each(refused)('refuses %s, and writes nothing', async (_, words, file, message) => {
    const { exit, err, written } = await build(words, { f: file, o: OVERPASS, 's.csv': SPORTS });
    expect(err).toMatch(message);
    expect(err).toMatch(/^Nothing was built\. f: /mu);
    expect([exit, written.size]).toEqual([1, 0]);
  });

  it('names a file of UPRNs that is not there', async () => {
    expect((await build(['--sports', 's.csv', '--uprns', 'gone.csv'], { 's.csv': SPORTS })).err).toMatch(/gone\.csv: cannot be read \(ENOENT\)/u);
  });

  const wrong: readonly (readonly [name: string, words: readonly string[], message: RegExp])[] = [
    ['a list without its coverage', ['--layer', 'library=l.json'], /--layer needs --layer-coverage.*look the same/u],
    ['a list of what no map can hold', ['--layer', 'childrensHome=l.json', '--layer-coverage', 'scotland'], /--layer childrensHome=l\.json is not CATEGORY=FILE/u],
    ['a date for a list that is not there', ['--layer', 'library=l.json', '--layer-coverage', 'scotland', '--layer-date', 'school=2026-01-01'], /names a category that no --layer has/u],
    ['two dates for one list', ['--layer', 'library=l.json', '--layer-coverage', 'scotland', '--layer-date', '2026-01-01', '--layer-date', '2026-01-02'], /given twice for all layers/u],
    ['an error that is none', ['--layer', 'library=l.json', '--layer-coverage', 'scotland', '--layer-error', 'some'], /--layer-error some is not metres/u],
    ['a coverage elsewhere', ['--layer', 'library=l.json', '--layer-coverage', '-5,57,-4,58'], /--layer-coverage lies outside the area/u],
    ['options of a list without one', ['--sports', 's.csv', '--layer-error', '5'], /--layer-error belongs to --layer/u],
  ];
  it.each(wrong)('refuses %s as a wrong call', async (_, words, message) => {
    const { exit, err, written } = await build(words, { 'l.json': LIBRARIES, 's.csv': SPORTS });
    expect(err).toMatch(message);
    expect([exit, written.size]).toEqual([2, 0]);
  });

  const real = {
    sports: sharedData('sports-facilities-sportscotland-2024/scotland-sports-facility.csv.gz'), uprns: sharedData('uprn-sample-from-schools/osopenuprn_format_scottish_schools.csv'),
    councils: sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson'), tennis: sharedData('osm-edinburgh-region-sports-2026-01/overpass_sport_tennis.json.gz'), nspl: sharedData('nspl-2021-format-sample'),
  };
  it.skipIf(!Object.values(real).every(Boolean))(`builds from the real files of all of these ${needsSharedData}`, async () => {
    const path = (name: keyof typeof real) => real[name] ?? '';
    const called = await callSteading(['pack', 'build', '--out', 'x', '--area', EDINBURGH_COUNCIL, '--councils', path('councils'), '--sports', path('sports'), '--sports-date', '2024-07-25', '--uprns', path('uprns'),
      '--osm', `sportOrLeisure=${path('tennis')}`, '--osm-coverage', EDINBURGH_BOX, '--postcodes', path('nspl')], {}, true);
    expect(called.err).toMatch(/Sports facilities \[sports\].*: read 12722, kept \d+\n {2}dropped 1: Coordinates lie outside Scotland/u);
    expect(called.err).toMatch(/Postcodes \(ONS NSPL\) \[postcodes\], date not given: read 34122, kept 0/u);
    expect(called.err).toMatch(/UPRNs \(OS Open UPRN\) \[uprns\], date not given: read 2410, kept \d+/u);
    const pack = await packOf(called);
    const counts = pack.header.layers.map(({ id, counts: { kept } }) => [id, kept]);
    expect(counts).toEqual([['osm', 282], ['sports', 1694], ['sports-golf', 89], ['postcodes', 0], ['councils', 8], ['uprns', 209]]);
    expect(findPlace(pack, pack.addresses()[0]?.uprn ?? '')).toMatchObject({ is: 'found', places: [{ kind: 'address' }] });
  });
});
