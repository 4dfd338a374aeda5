import { openPack, writePack } from '@/geo';
import { readStock } from '@/geo/stock/readStock';
import { codePointFiles, guessMapping, isZip, readArea, readBasemap, readCareInspectorate, readCodePointOpen, readColumns, readCouncils, readGreenspace, readMapped, readNspl, readOsm, readPlaces, readSchools, readSports, readUprns, type Gathered, type SourceFile } from '@/geo/sources';
import { openNamesFiles, readOpenNames } from '@/geo/sources/openNames';
import { zipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { openSqlite } from '../../src/cli/sqlite';
import { box as area, contentFixture, sha256 } from '../geo/contentFixture';
import { hasSharedData, sharedPath } from '../geo/sharedData';
import { greenspacePackage, greenspaceShapefile, square } from '../geo/sources/greenspaceFiles';
import { openNamesCsv } from '../geo/sources/openNamesFile';
import { pbfFile } from '../geo/sources/pbfFile';
import { collection, EDITION, feature, pointAt, textFile } from '../geo/sources/sourceFiles';

/** Something that reads a file of a kind, with a file of that kind that it reads. */
export interface Subject {
  readonly name: string;
  readonly format: 'csv' | 'json' | 'binary';
  readonly file: Uint8Array;
  /** @throws Error for a result that does not add up, as a fault; SourceError and PackError as the refusals that they are. */
  readonly read: (bytes: Uint8Array) => Promise<void>;
}

const coverage = area(-3.5, 55.8, -3, 56.1);
const BOX = { west: -3.5, south: 55.8, east: -3, north: 56.1 };
const TOWN = [[[-3.25, 55.9], [-3.1, 55.9], [-3.1, 56], [-3.25, 56], [-3.25, 55.9]]];
const council = { code: 'S12000036', name: 'City of Edinburgh', boundary: coverage };
const postcodes = [{ postcode: 'EH1 1AD', point: { lng: -3.19, lat: 55.95 }, quality: 10, councilCode: 'S12000036' }, { postcode: 'EH2 2BE', point: { lng: -3.2, lat: 55.951 }, quality: 50, councilCode: 'S12000036', ended: '1999-06' }];
const context = { edition: EDITION, coverage, councils: [council], postcodes };

const total = (dropped: { rows(): { count: number }[] }) => dropped.rows().reduce((sum, { count }) => sum + count, 0);
function addsUp(what: string, read: number, kept: number, dropped: { rows(): { count: number }[] }): void {
  if (read !== kept + total(dropped)) throw new Error(`${what}: ${String(read)} read, but ${String(kept)} kept and ${String(total(dropped))} dropped`);
}
/** Its account closes, and what it gives can be put into a pack: every place on Earth, every id once, every category its layer's. */
async function takeSites(gathered: readonly Gathered[]): Promise<void> {
  for (const { layer, sites, read, dropped } of gathered) addsUp(layer.id, read, sites.length, dropped);
  const layers = gathered.map(({ layer, sites, read, dropped }) => ({ ...layer, counts: { read, kept: sites.length, dropped: dropped.rows(), flagged: [] } }));
  try {
    await writePack(contentFixture({ layers, sites: gathered.flatMap(({ sites }) => sites) }), { sha256 });
  } catch (cause) {
    throw new Error('what was read makes no pack', { cause });
  }
}
const named = (name: string, bytes: Uint8Array): SourceFile => ({ name, bytes });
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000) yield await Promise.resolve(bytes.subarray(at, at + 1_000));
}

type Reader = Pick<Subject, 'format' | 'read'>;
const READERS = {
  schools: { format: 'json', read: async (bytes) => takeSites([readSchools(named('schools', bytes), context)]) },
  schoolsCsv: { format: 'csv', read: async (bytes) => takeSites([readSchools(named('schools', bytes), context)]) },
  care: { format: 'csv', read: async (bytes) => takeSites(readCareInspectorate(named('care', bytes), context)) },
  codePoint: {
    format: 'csv',
    async read(bytes) {
      const file = named('eh.csv', bytes);
      const { postcodes: kept, read, dropped } = readCodePointOpen('postcodes', isZip(bytes) ? codePointFiles(file) : [file]);
      addsUp('postcodes', read, kept.length, dropped);
      await Promise.resolve();
    },
  },
  nspl: { format: 'csv', read: async (bytes) => { const { postcodes: kept, read, dropped } = readNspl('nspl', [named('NSPL_UK_EH.csv', bytes)]); await Promise.resolve(); addsUp('nspl', read, kept.length, dropped); } },
  uprns: { format: 'csv', read: async (bytes) => { const { points, read, dropped } = await readUprns('uprns', inPieces(bytes), { box: { west: -9, south: 54, east: 1, north: 61 } }); addsUp('uprns', read, points.size, dropped); } },
  overpass: { format: 'json', read: async (bytes) => takeSites(readOsm([{ category: 'sportOrLeisure', file: named('overpass.json', bytes) }], { edition: EDITION, coverage })) },
  osm: { format: 'json', read: async (bytes) => takeSites(readOsm([{ category: 'school', file: named('osm.geojson', bytes) }], { edition: EDITION, coverage })) },
  pbf: { format: 'binary', read: async (bytes) => takeSites(readOsm([{ category: null, file: named('osm.osm.pbf', bytes) }], { edition: EDITION, coverage })) },
  sports: { format: 'csv', read: async (bytes) => takeSites(readSports([named('sports', bytes)], context)) },
  places: { format: 'json', read: async (bytes) => takeSites(readPlaces([{ category: 'library', file: named('libraries', bytes) }], { editions: {}, coverage, errorMetres: 20, credit: null })) },
  greenspace: { format: 'binary', read: async (bytes) => takeSites(await readGreenspace('greenspace', [named('g.gpkg', bytes)], { ...context, box: BOX, openSqlite })) },
  openNames: {
    format: 'csv',
    async read(bytes) {
      const file = named('NT27.csv', bytes);
      const { names, read, dropped } = readOpenNames('names', isZip(bytes) ? openNamesFiles(file, BOX) : [file], { box: BOX });
      await Promise.resolve();
      addsUp('names', read, names.length, dropped);
    },
  },
  mappedCsv: { format: 'csv', read: readByGuess },
  mappedJson: { format: 'json', read: readByGuess },
  councils: { format: 'json', read: async (bytes) => { const councils = readCouncils(named('councils', bytes)); await writePack(contentFixture({ councils }), { sha256 }); } },
  area: { format: 'json', read: async (bytes) => { const boundary = readArea(named('area', bytes)); await writePack(contentFixture({ area: { name: 'A', councilCode: null, boundary } }), { sha256 }); } },
  basemap: { format: 'binary', read: async (bytes) => { readBasemap(named('map', bytes)); await Promise.resolve(); } },
  pack: { format: 'binary', read: readPack },
  stock: { format: 'csv', read: readAddresses },
} satisfies Record<string, Reader>;

/** As the screen does: what the file looks like, then by that. */
async function readByGuess(bytes: Uint8Array): Promise<void> {
  const file = named('list', bytes);
  const { columns, position } = guessMapping(readColumns(file));
  if (columns.name === null || position === null) return;
  const mapping = { format: 'steading-mapping', formatVersion: 1, title: 'A list', category: 'playPark', columns: { ...columns, name: columns.name }, position, errorMetres: 20, publisher: 'A council', licence: 'OGL', attribution: '© A council' } as const;
  await takeSites([readMapped(file, mapping, 'list-1', context)]);
}

/** Verified, a pack that is not the one that was made is refused; not verified, it is refused or every part of it can be read. */
async function readPack(bytes: Uint8Array): Promise<void> {
  const loose = await openPack(bytes, { sha256, verify: false });
  for (let i = 0; i < loose.siteCount; i++) loose.siteById(loose.site(i).siteId);
  loose.sitesInBox(-180, -90, 180, 90);
  loose.postcodesStartingWith('E', 10);
  for (const all of [loose.addresses(), loose.councils(), loose.streets()]) if (all === undefined) throw new Error('a part is missing');
  const strict = await openPack(bytes, { sha256 });
  if (strict.header.packId !== packId) throw new Error('another pack was taken for whole');
}

async function readAddresses(bytes: Uint8Array): Promise<void> {
  const { placed, notPlaced } = readStock('in.csv', bytes, await open);
  const ids = [...placed, ...notPlaced].map(({ id }) => id);
  if (ids.length === 0 || new Set(ids).size !== ids.length) throw new Error('an address is there twice, or none is');
  for (const { point: { lng, lat } } of placed) if (!(lng >= -9 && lng <= 0 && lat >= 54.5 && lat <= 61)) throw new Error(`an address is placed at ${String(lng)}, ${String(lat)}`);
}

const made = async (): Promise<readonly (readonly [keyof typeof READERS, string | Uint8Array])[]> => {
  const shapes = [feature(pointAt(-3.19, 55.95), { name: 'Moss', amenity: 'school' }, 'n1'), feature({ type: 'Polygon', coordinates: TOWN }, { name: 'Glen', amenity: 'school', uprn: 7, library_name: 'Glen', SchUID: '1P', SeedCode: 1, SchoolName: 'Glen', code: 'S12000036' }, 'w2'),
    feature({ type: 'MultiPolygon', coordinates: [TOWN, [[[-3, 55.9], [-2.9, 55.9], [-2.9, 56], [-3, 55.9]]]] }, { name: 'Law', amenity: 'school', code: 'S12000017' }, 'a3'), feature({ type: 'MultiPoint', coordinates: [[-3.2, 55.95]] }, { name: 'Muir', SchUID: '2S', code: 'E06' }, 'pub_lib.4')];
  const node = (id: number, lat: number, lon: number, tags?: object) => ({ type: 'node', id, lat, lon, ...(tags && { tags }) });
  const sites = [{ id: 'A', kind: 'Play Space', polygons: square(325_900, 673_500) }, { id: 'B', kind: 'Public Park Or Garden', polygons: square(326_000, 673_500) }];
  const world = { nodes: [{ id: 1, lng: -3.2, lat: 55.95, tags: { leisure: 'playground' } }, { id: 2, lng: -3.19, lat: 55.95 }, { id: 3, lng: -3.19, lat: 55.96 }], ways: [{ id: 4, refs: [1, 2, 3, 1], tags: { amenity: 'school' } }], relations: [{ id: 5, members: [{ type: 'way' as const, ref: 4, role: 'outer' }], tags: { leisure: 'park' } }] };
  const codePoint = '"EH1 1AD",10,325900,673500,"S92000003","","S08000024","","S12000036","S13002931"\n"EH1 1AE",90,0,0,"S92000003","","S08000024","","S12000036","S13002931"\n';
  const pmtiles = new Uint8Array(300);
  pmtiles.set(new TextEncoder().encode('PMTiles'));
  pmtiles.set([3], 7);
  pmtiles.set([1], 97);
  pmtiles.set([1], 99);
  return [
    ['schools', collection(...shapes.map((each) => ({ ...each, properties: { ...each.properties, SchUID: '1P', SchoolName: 'Moss', SchoolType: 'Primary', LACode: 'S12000036' } })))],
    ['schoolsCsv', 'SchUID,SeedCode,SchoolType,SchoolName,PostCode,LACode,Latitude,Longitude,GridRefEas,GridRefNor\n1P,1,Primary,Moss,EH1 1AD,S12000036,55.95,-3.19,,\n2S,2,Secondary,"Glen, new",EH2 2BE,S12000036,55.9501,-3.1901,325900,673500\n'],
    ['care', 'CSNumber,CareService,Subtype,AdditionalSubtypes,ServiceName,Address_line_1,Service_town,Service_Postcode,ServiceStatus\nCS1,Day Care of Children,Nursery,,Moss,1 High St,Edinburgh,EH1 1AD,Active\nCS2,Child Minding,,,Someone,,,EH1 1AD,Active\nCS3,Care Home Service,Older People,,Glen,,,eh22be,Active\n'],
    ['codePoint', codePoint], ['codePoint', zipSync({ 'Data/CSV/eh.csv': new TextEncoder().encode(codePoint), 'Doc/metadata.txt': new TextEncoder().encode('COPYRIGHT DATE: 20251101\n') })],
    ['nspl', 'pcds,doterm,osgrdind,laua,lat,long\nEH1 1AD,,1,S12000036,55.95,-3.19\nEH1 1AE,199207,8,S12000036,55.951,-3.18\nEH1 1AF,,9,S12000036,99.999999,0.000000\n'],
    ['uprns', 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\r\n118183036,325900,673500,55.9489,-3.1884\r\n7,,,55.95,-3.19\r\n'],
    ['overpass', JSON.stringify({ osm3s: { timestamp_osm_base: '2026-01-13T23:45:27Z' }, elements: [node(1, 55.95, -3.2, { leisure: 'pitch' }), node(2, 55.95, -3.19), node(3, 55.96, -3.19), { type: 'way', id: 4, nodes: [1, 2, 3, 1] }, { type: 'relation', id: 5, members: [{ type: 'way', ref: 4, role: 'outer' }], tags: { leisure: 'pitch' } }] })],
    ['osm', collection(...shapes)], ['pbf', pbfFile(world)], ['pbf', pbfFile(world, { plain: true })],
    ['sports', 'FID,site_name,facility_sub_type,x,y,lng,lat\npub_spfsp.1,"Baths, old",Pool,325900,673500,,\npub_spfsp.2,Baths,Pool,,,-3.19,55.95\n'],
    ['places', collection(...shapes)], ['greenspace', await greenspacePackage(sites)], ['greenspace', zipSync(greenspaceShapefile(sites))],
    ['openNames', openNamesCsv({ id: 'a' }, { id: 'b', name: 'Leith, "The"', localType: 'Town', type: 'populatedPlace' })],
    ['mappedCsv', 'Ref,Name,Kind,Street,Longitude,Latitude\nP1,Links,Swings,High Street,-3.2,55.9\nP2,Muir,,,-3.21,55.91\nP3,Nowhere,,,,\n'], ['mappedJson', collection(...shapes)],
    ['councils', collection(...shapes)], ['area', collection(...shapes)], ['basemap', pmtiles], ['pack', pack],
    ['stock', 'id,lng,lat,easting,northing,uprn,postcode,tenant\n1,-3.2,55.95,,,,,Someone\n2,,,325900,673500,,,\n3,,,,,906000000001,,\n4,,,,,,EH1 1AD,\n5,-3.2001,55.9501,325900,673500,906000000001,EH1 1AD,x\n'],
  ];
};

const pack = await writePack(contentFixture(), { sha256 });
const open = openPack(pack, { sha256 });
const { packId } = (await open).header;

const head = (text: string, lines: number) => `${text.split('\n').slice(0, lines).join('\n')}\n`;
const firsts = (key: string, count: number) => (text: string) => { const all = JSON.parse(text) as Record<string, unknown[]>; return JSON.stringify({ ...all, [key]: (all[key] ?? []).toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length).slice(0, count) }); };
/** The beginning of real files, small enough to be read thousands of times. */
const REAL: readonly (readonly [keyof typeof READERS, path: string, cut: (text: string) => string, encoding?: BufferEncoding])[] = [
  ['schools', 'schools-scotland-2022/schools_scotland_2022.geojson.gz', firsts('features', 12)], ['schoolsCsv', 'schools-scotland-2022/schools_scotland_2022.csv.gz', (text) => head(text, 15)],
  ['care', 'care-inspectorate-2026-05/sample_200_rows_windows1252.csv', (text) => head(text, 12), 'latin1'], ['nspl', 'nspl-2021-format-sample/NSPL_NOV_2021_UK_KW.csv.gz', (text) => head(text, 25)],
  ['uprns', 'uprn-sample-from-schools/osopenuprn_format_scottish_schools.csv', (text) => head(text, 40)], ['overpass', 'osm-edinburgh-region-sports-2026-01/overpass_sport_tennis.json.gz', firsts('elements', 40)],
  ['osm', 'osm-edinburgh-centre-2025-06/poi_schools_universities_colleges.geojson.gz', firsts('features', 12)], ['sports', 'sports-facilities-sportscotland-2024/scotland-sports-facility.csv.gz', (text) => head(text, 25)],
  ['councils', 'council-boundaries/scotland_councils_2023_wgs84.geojson', firsts('features', 1)], ['mappedJson', 'osm-edinburgh-centre-2025-06/poi_libraries.geojson.gz', firsts('features', 8)], ['mappedCsv', 'care-inspectorate-2026-05/care_services_geocoded_by_postcode.csv.gz', (text) => head(text, 15)],
];

export const withRealFiles = hasSharedData;

/** In an order that does not hang on the real files: they come last. */
export async function allSubjects(): Promise<Subject[]> {
  const count = new Map<string, number>();
  const subject = (key: keyof typeof READERS, file: Uint8Array, from: string): Subject => {
    const n = (count.get(key) ?? 0) + 1;
    count.set(key, n);
    return { name: `${key} ${String(n)} (${from})`, file, ...READERS[key] };
  };
  const small = (await made()).map(([key, file]) => subject(key, typeof file === 'string' ? textFile('', file).bytes : file, 'made up'));
  const real = REAL.filter(([, path]) => existsSync(sharedPath(path))).map(([key, path, cut, encoding = 'utf8']) => {
    const bytes = readFileSync(sharedPath(path));
    return subject(key, Uint8Array.from(Buffer.from(cut(Buffer.from(path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(encoding)), encoding)), 'cut from a real file');
  });
  return [...small, ...real];
}
