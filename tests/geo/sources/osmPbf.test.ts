import { boxPolygon, readCouncils, readOsm } from '@/geo/sources';
import { INCOMPLETE_FLAG, PRIVATE_REASON } from '@/geo/sources/osm';
import { OSM_CATEGORIES } from '@/geo/sources/osmKinds';
import { strFromU8 } from 'fflate';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { pbfFile, type PbfOptions, type PbfWorld } from './pbfFile';
import { collection, diskFile, feature, pointAt, textFile } from './sourceFiles';

const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const UNDATED = { asOf: null, staleAfter: null };
const corners = [[-3.2, 55.95], [-3.19, 55.95], [-3.19, 55.96], [-3.2, 55.96], [-3.197, 55.953], [-3.193, 55.953], [-3.193, 55.9571234]] as const;
const nodes = corners.map(([lng, lat], i) => ({ id: i + 1, lng, lat }));
const at = (...ids: number[]) => ids.map((id) => [...(corners[id - 1] ?? [])]);
const file = (world: PbfWorld, options?: PbfOptions) => textFile('a.osm.pbf', pbfFile(world, options));
/** For one category, or for all. */
const read = (world: PbfWorld, category: 'playPark' | null = 'playPark', options?: PbfOptions) => readOsm([{ category, file: file(world, options) }], { edition: UNDATED, coverage });
const park = { leisure: 'playground', name: 'Caffè Shore' };
const member = (ref: number, role: string) => ({ type: 'way' as const, ref, role });
const streets = Array.from({ length: 20 }, (_, i) => ({ id: 1000 + i, refs: [1, 2], tags: { highway: 'residential' } }));

describe('.osm.pbf', () => {
  const shapes: PbfWorld = {
    nodes: [...nodes, { id: 123_456_789_012, lng: -3.2, lat: 55.95, tags: park }],
    ways: [{ id: 1, refs: [1, 2, 3, 4, 1], tags: park }, { id: 2, refs: [1, 2], tags: park }, { id: 11, refs: [1, 2, 3] }, { id: 12, refs: [1, 4, 3] }, { id: 13, refs: [5, 6, 7, 5] }],
    relations: [{ id: 9, members: [member(11, 'outer'), member(12, 'outer'), member(13, 'inner')], tags: { ...park, type: 'multipolygon' } }],
  };
  it.each([['dense and packed', {}], ['plain', { plain: true }], ['with a granularity and an offset of its own', { granularity: 10, latOffset: -90_000_000_000 }]] as const)('gives nodes, ways and relations with holes (%s)', (_, options) => {
    const [layer] = read(shapes, 'playPark', options);
    expect(layer?.sites.map(({ siteId, geometry }) => [siteId, geometry.type])).toEqual([['osm:node/123456789012', 'Point'], ['osm:way/1', 'Polygon'], ['osm:way/2', 'LineString'], ['osm:relation/9', 'Polygon']]);
    expect(layer?.sites[0]).toMatchObject({ name: 'Caffè Shore', geometry: pointAt(-3.2, 55.95) });
    expect(layer?.sites[3]).toMatchObject({ errorMetres: null, geometry: { coordinates: [at(1, 2, 3, 4, 1), at(5, 6, 7, 5)] } });
  });

  it('keeps what is not whole, and knows no edge of it', () => {
    const [site] = read({ nodes, ways: [{ id: 1, refs: [1, 2, 99, 3], tags: park }] })[0]?.sites ?? [];
    expect(site).toMatchObject({ errorMetres: 'unknown', geometry: { type: 'LineString', coordinates: at(1, 2, 3) } });
    expect(site?.flags).toContain(INCOMPLETE_FLAG);
  });

  it("takes its day from the header's replication timestamp", () => {
    expect(read({ nodes: shapes.nodes ?? [] }, 'playPark', { seconds: Date.UTC(2026, 0, 13, 23, 45) / 1000 })[0]?.layer).toMatchObject({ asOf: '2026-01-13', staleAfter: '2027-01-13' });
    for (const seconds of [-1, 0, 2 ** 50]) expect(read({ nodes: shapes.nodes ?? [] }, 'playPark', { seconds })[0]?.layer.asOf).toBeNull();
  });

  const place = (id: number, tags: Record<string, string>) => ({ id, lng: -3.2, lat: 55.95, tags });
  const town: PbfWorld = {
    nodes: [
      ...nodes, place(21, park), place(22, { amenity: 'school;kindergarten' }), place(23, { shop: 'wine', name: 'Cellar' }), place(24, { shop: 'vacant' }), place(25, { amenity: 'bench' }), place(26, { amenity: 'pub', leisure: 'pitch' }),
      place(27, { amenity: 'social_facility' }), place(28, { amenity: 'social_facility', social_facility: 'food_bank' }), place(29, { leisure: 'garden', 'garden:type': 'residential' }), place(30, { building: 'school' }), place(31, { sport: 'dance' }),
    ],
    ways: [{ id: 1, refs: [1, 2, 3, 1], tags: { leisure: 'park' } }, ...streets],
  };
  it('without a category, gives every kind of place that the table knows, each object once a kind, and nothing else', () => {
    const [layer, none] = read(town, null);
    expect(none).toBeUndefined();
    expect(layer?.sites.map(({ siteId, category, detail }) => `${siteId} ${category} ${detail}`)).toEqual([
      'osm:node/21 playPark playground', 'osm:node/22 school school', 'osm:node/22#nursery nursery kindergarten', 'osm:node/23 shop wine', 'osm:node/23#licensedPremises licensedPremises wine',
      'osm:node/26 licensedPremises pub', 'osm:node/26#sportOrLeisure sportOrLeisure pitch', 'osm:node/27 careHome social facility', 'osm:way/1 parkOrGreenspace park',
    ]);
    expect(layer?.sites.find(({ category }) => category === 'careHome')?.flags).toEqual(["The map calls it 'social facility': it may be something else"]);
    expect(layer?.dropped.rows()).toEqual([{ reason: PRIVATE_REASON, count: 1 }]);
    expect(layer?.layer).toMatchObject({ coverage, categories: OSM_CATEGORIES });
  });

  it('without a category and without roads, counts nothing as searched: it was cut to some kinds of places', () => {
    const layers = read({ ...town, ways: streets.slice(1) }, null);
    expect(layers.map(({ layer }) => [layer.id, layer.coverage])).toEqual([['osm-other', null]]);
    // The kind that is handed over besides is searched all the same.
    const both = readOsm([{ category: null, file: file({ nodes: town.nodes ?? [] }) }, { category: 'library', file: textFile('l', collection(feature(pointAt(-3.2, 55.95), { amenity: 'library' }, 'node/40'))) }], { edition: UNDATED, coverage });
    expect(both.map(({ layer }) => [layer.id, layer.coverage === null, layer.categories.includes('library')])).toEqual([['osm', false, true], ['osm-other', true, false]]);
  });

  it('reads GeoJSON for every category by the same table', () => {
    const line = { type: 'LineString', coordinates: at(1, 2) };
    const all = collection(...(town.nodes ?? []).map(({ id, lng, lat, ...more }) => feature(pointAt(lng, lat), 'tags' in more ? more.tags : {}, `node/${String(id)}`)), ...streets.map(({ id, tags }) => feature(line, tags, `way/${String(id)}`)));
    const sites = (layers: ReturnType<typeof read>) => layers.flatMap((one) => one.sites.map(({ siteId, category }) => [siteId, category]));
    const [json, pbf] = [readOsm([{ category: null, file: textFile('a.geojson', all) }], { edition: UNDATED, coverage }), read({ ...town, ways: streets }, null)];
    expect(sites(json)).toEqual(sites(pbf));
    expect(json[0]?.layer.coverage).toEqual(coverage);
  });

  const good = pbfFile(shapes);
  const refused: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
    ['all of the map as one kind of place', pbfFile(town), /holds all of the map, roads too, and is no file of play parks alone.*without a category/u],
    ['a file that is cut short', good.subarray(0, good.length - 9), /damaged or cut short/u],
    ['a file that ends in a header', good.subarray(0, good.length - 1).slice(0, 90), /damaged or cut short/u],
    ['a bit that has turned', good.with(good.length - 12, (good.at(-12) ?? 0) ^ 1), /damaged or cut short/u],
    ['a blob that tells of less than it holds', pbfFile(shapes, { blob: { field: 3, size: 20 } }), /damaged or cut short/u],
    ['a blob that tells of more than the format allows', pbfFile(shapes, { blob: { field: 3, size: 2 ** 31 } }), /damaged or cut short/u],
    ['another packing', pbfFile(shapes, { blob: { field: 7 } }), /lz4, zstd or the like.*osmium cat/u],
    ['a history', pbfFile(shapes, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] }), /needs 'HistoricalInformation'.*a history.*Give a plain extract/u],
    ['a file without tags', pbfFile({ nodes }), /has no tagged elements/u],
  ];
  it.each(refused)('refuses %s', (_, bytes, message) => {
    expect(() => readOsm([{ category: 'playPark', file: textFile('a.osm.pbf', bytes) }], { edition: UNDATED, coverage })).toThrow(message);
  });

  it('refuses a file with nothing that is looked for, and stops at a bomb', () => {
    expect(() => read({ nodes, ways: streets }, null)).toThrow(/has no place of a kind that is looked for/u);
    const zeros = pbfFile({ nodes: [place(1, { ...park, note: 'x'.repeat(5_000_000) })] }, { blob: { field: 3, size: 1000 } });
    expect(() => readOsm([{ category: 'playPark', file: textFile('b', zeros) }], { edition: UNDATED, coverage })).toThrow(/damaged or cut short/u);
  });

  it('says where it can be read, where it cannot', () => {
    expect(() => readCouncils(file(shapes))).toThrow(/is \.osm\.pbf, which only the command line reads/u);
  });

  const folder = 'osm-edinburgh-region-sports-2026-01/';
  const pbf = sharedData(`${folder}edinburgh_region_sports.osm.pbf`);
  it.skipIf(!pbf)(`reads the real sports objects around Edinburgh as the saved Overpass answers have them, corner for corner ${needsSharedData}`, () => {
    const overpass = ['sport_soccer', 'sport_tennis', 'golf'].map((name) => ({ category: 'sportOrLeisure' as const, file: diskFile(sharedData(`${folder}overpass_${name}.json.gz`)) }));
    const sitesOf = (files: Parameters<typeof readOsm>[0]) => readOsm(files, { edition: UNDATED, coverage }).flatMap(({ sites }) => sites).toSorted((a, b) => (a.siteId < b.siteId ? -1 : 1));
    const [ours, theirs] = [sitesOf([{ category: 'sportOrLeisure', file: diskFile(pbf) }]), sitesOf(overpass)];
    expect(ours).toHaveLength(1946);
    expect(ours).toEqual(theirs);
    const xml = strFromU8(gunzipSync(diskFile(sharedData(`${folder}edinburgh_region_sports.osm.gz`)).bytes));
    const tagged = [...xml.matchAll(/<(node|way|relation) id="(\d+)"[^>]*[^/]>((?:(?!<\/\1>)[^])*)<\/\1>/gu)].filter(([, , , inner]) => inner?.includes('<tag ')).map(([, kind, id]) => `osm:${String(kind)}/${String(id)}`);
    const all = readOsm([{ category: 'sportOrLeisure', file: diskFile(pbf) }], { edition: UNDATED, coverage });
    expect(all.reduce((sum, one) => sum + one.read, 0)).toBe(tagged.length);
    const ids = new Set(tagged);
    expect(ours.every(({ siteId }) => ids.has(siteId))).toBe(true);
  });

  it.skipIf(!pbf)(`without a category, keeps the real objects that the table knows, and calls nothing searched ${needsSharedData}`, () => {
    const layers = readOsm([{ category: null, file: diskFile(pbf) }], { edition: UNDATED, coverage });
    expect(layers.map(({ layer: { id, coverage: where }, read: count }) => [id, where, count])).toEqual([['osm-other', null, 1905]]);
  });
});
