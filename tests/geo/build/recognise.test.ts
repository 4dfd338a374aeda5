import { createBuildRoom } from '@/geo/build';
import { gzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { openSqlite } from '../../../src/cli/sqlite';
import { sha256 } from '../contentFixture';
import { CARE, collection, COUNCILS, feature, greenspace, OSM, PARKS, pointAt, POSTCODES, SCHOOLS, STREETS, UPRNS, utf8 } from './madeUpFiles';

const room = createBuildRoom({ sha256, openSqlite });
/** Under a name that says nothing. */
const seen = (content: string | Uint8Array) => room.recognise('download', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]));
const SPORTS = 'id,facility_type,facility_sub_type,name,la_name,lng,lat,facility_status\npub_spfat.1,Athletics Tracks,Oval,Links,Testshire,-3.2,55.9,Operational\n';
const LIST = collection(feature(pointAt(-3.2, 55.9), { library_name: 'Links', sh_date_uploaded: '2026-01-01', sh_src: 'Testshire', uprn: 1 }));
const POINTS = (properties: Record<string, unknown>) => collection(feature(pointAt(-3.2, 55.9), properties));
const MANY = (count: number, make: (i: number) => unknown) => collection(...Array.from({ length: count }, (_, i) => make(i)));
const road = (i: number) => feature({ type: 'LineString', coordinates: [[-3.2, 55.9], [-3.19, 55.9]] }, { highway: 'service' }, `way/${String(i)}`);

describe('what a chosen file is taken for', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['council areas', COUNCILS, 'councils'], ['schools', SCHOOLS, 'schools'], ['schools as CSV', 'SchUID,SeedCode,SchoolType,SchoolName\n1P,1,Primary,Links\n', 'schools'],
    ['the register of care services', CARE, 'care'], ['Code-Point Open as its zip', POSTCODES, 'postcodes'], ['one area of it', '"ZX1 1AA",10,325030,667900,"S92000003"\n', 'postcodes'],
    ['the NSPL', 'pcd,pcds,dointr,doterm,osgrdind,lat,long\n"ZX1","ZX1 1AA","199001","","1",55.9,-3.2\n', 'postcodes'], ['OS Open UPRN', UPRNS, 'uprns'], ['the sports facilities', SPORTS, 'sports'],
    ['a list of the Spatial Hub', LIST, 'list'], ['places of OpenStreetMap', OSM, 'osm'], ['a saved Overpass answer', '{"version":0.6,"osm3s":{"timestamp_osm_base":"2026-01-13T23:45:27Z"},"elements":[]}', 'osm'],
    ['streets of OpenStreetMap', STREETS, 'streets'], ['buildings of OpenStreetMap', MANY(5, (i) => feature({ type: 'Polygon', coordinates: [] }, { building: 'yes' }, `way/${String(i)}`)), 'basemapOsm'],
    ['names of places', POINTS({ name: 'Links', type: 'Village' }), 'places'], ['names of OpenStreetMap', collection(feature(pointAt(-3.2, 55.9), { name: 'Links', place: 'suburb' }, 'node/1')), 'places'],
    ['OS Open Names as its zip', zipSync({ 'Data/NT26.csv': utf8('x') }), 'places'], ['PMTiles', 'PMTiles\u0003', 'basemap'], ['the shifts of OSTN15', 'Point_ID,ETRS89_Easting,ETRS89_Northing,ETRS89_OSGB36_EShift,ETRS89_OSGB36_NShift\n1,0,0,1,1\n', 'ostn15'],
    ['another CSV', PARKS, 'mapped'], ['another CSV with semicolons', PARKS.replaceAll(',', ';'), 'mapped'], ['another GeoJSON', POINTS({ Park: 'Links' }), 'mapped'],
    ['the register as GeoJSON, which its reader does not read', POINTS({ CSNumber: 'CS1', CareService: 'x', ServiceStatus: 'Active', Service_Postcode: 'ZX1 1AA' }), 'mapped'],
  ])('%s', async (_what, content, is) => {
    expect((await seen(content)).is).toBe(is);
    if (typeof content === 'string' && is !== 'basemap') expect((await seen(gzipSync(utf8(content)))).is, 'packed').toBe(is);
  });

  it('a GeoPackage of OS Open Greenspace, and its zip', async () => {
    const bytes = await greenspace();
    expect(await seen(bytes)).toEqual({ is: 'greenspace' });
    expect(await seen(zipSync({ 'Data/opgrsp_gb.gpkg': bytes }))).toEqual({ is: 'greenspace' });
  });

  it('OpenStreetMap with its roads is all of the map; cut to one kind it is not', async () => {
    const library = (i: number) => feature(pointAt(-3.2, 55.9), { amenity: 'library' }, `node/${String(i)}`);
    expect(await seen(MANY(100, (i) => (i % 2 === 0 ? road(i) : library(i))))).toEqual({ is: 'osm', everyKind: true });
    expect(await seen(MANY(100, library))).toEqual({ is: 'osm' });
  });

  it('words behind a long outline are found, and none is counted that is not there', async () => {
    const outline = Array.from({ length: 120_000 }, (_, i) => [-3.2 + i * 1e-7, 55.9]);
    const long = collection(feature({ type: 'Polygon', coordinates: [outline] }, { LAD23CD: 'S12000099', LAD23NM: 'Testshire' }));
    expect(long.length).toBeGreaterThan(2_000_000);
    expect(await seen(long)).toEqual({ is: 'councils' });
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/u], ['blanks', ' \n ', /blanks/u], ['.osm.pbf', '\0\0\0\r\n\tOSMHeader', /only the command line/u], ['OpenStreetMap as XML', '<?xml version="1.0"?>\n<osm version="0.6">', /as XML/u],
    ['a web page', '<!doctype html><p>Not found', /web page/u], ['a spreadsheet', zipSync({ 'xl/workbook.xml': utf8('x') }), /spreadsheet/iu], ['another zip', zipSync({ 'a.txt': utf8('x') }), /zip/u],
    ['another database', 'SQLite format 3\0 parcels', /not OS Open Greenspace/u], ['a shapefile’s part', Uint8Array.of(0, 0, 0x27, 0x0a, 0, 0), /shapefile/u], ['a picture', '\u0089PNG\0\0', /not text/u],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x49, 0), /UTF-16/u], ['plain text', 'Dear colleague\n', /without columns/u], ['JSON without places', '{"a":1}', /without places/u],
    ['a mapping', '{"format":"steading-mapping","formatVersion":1}', /saved mapping/u], ['gzip that is cut short', gzipSync(utf8(PARKS.repeat(50))).subarray(0, 60), /cut short/u],
  ])('%s is refused, with what to do', async (_what, content, say) => {
    const found = await seen(content);
    expect(found).toMatchObject({ is: 'none', say: expect.stringMatching(say) as string });
  });

  const REAL: readonly (readonly [string, string])[] = [
    ['schools-scotland-2022/schools_scotland_2022.csv.gz', 'schools'], ['schools-scotland-2022/raw_arcgis_page1.geojson.gz', 'schools'], ['schools-scotland-2022/school_level_summary_statistics_2025.xlsx', 'none'],
    ['care-inspectorate-2026-05/care_datastore_2026-05-31_redacted.csv.gz', 'care'], ['care-inspectorate-2026-05/sample_200_rows_windows1252.csv', 'care'], ['care-inspectorate-2026-05/care_homes.geojson.gz', 'mapped'],
    ['sports-facilities-sportscotland-2024/scotland-sports-facility.csv.gz', 'sports'], ['sports-facilities-sportscotland-2024/scotland_sports_facilities.geojson.gz', 'sports'],
    ['postcodes-codepoint-open-2025-11/codepo_gb_scotland_2025-11.zip', 'postcodes'], ['nspl-2021-format-sample/NSPL_NOV_2021_UK_KW.csv.gz', 'postcodes'], ['uprn-sample-from-schools/osopenuprn_format_scottish_schools.csv', 'uprns'],
    ['council-boundaries/scotland_councils_2023_wgs84.geojson', 'councils'], ['place-names-scotland-2020/scotland_labels.geojson.gz', 'places'], ['osm-edinburgh-centre-2025-06/base_places.geojson.gz', 'places'],
    ['osm-edinburgh-centre-2025-06/base_roads_paths_rail.geojson.gz', 'streets'], ['osm-edinburgh-centre-2025-06/base_buildings.geojson.gz', 'basemapOsm'], ['osm-edinburgh-centre-2025-06/poi_libraries.geojson.gz', 'osm'],
    ['osm-edinburgh-region-sports-2026-01/overpass_golf.json.gz', 'osm'], ['osm-edinburgh-region-sports-2026-01/edinburgh_region_sports.osm.pbf', 'none'], ['osm-edinburgh-centre-2025-06/edinburgh-centre-z10-15.pmtiles', 'basemap'],
    ['rail-stations/scotland_rail_stations.csv', 'mapped'],
  ];
  it.skipIf(sharedData(REAL[0]?.[0] ?? '') === null)(`every real file is what it is ${needsSharedData}`, async () => {
    for (const [path, is] of REAL) expect([path, (await seen(new Uint8Array(readFileSync(sharedData(path) ?? '')))).is]).toEqual([path, is]);
  });
});
