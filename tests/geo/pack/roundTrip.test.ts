import { type BlobLike, openPack, type PackContent, type Site, writePack } from '@/geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWays } from '@/geo/walk';
import { contentFixture, layer, sha256, site } from '../contentFixture';
import { at, way } from '../walk/fixtures';

const byId = (a: Site, b: Site) => (a.siteId < b.siteId ? -1 : 1);
const open = async (content: PackContent) => openPack(await writePack(content, { sha256 }), { sha256 });

/** The same pack, as if another version had written it. */
function asVersion(pack: Uint8Array, version: number): Uint8Array {
  const bytes = pack.slice();
  const view = new DataView(bytes.buffer);
  const header = bytes.subarray(48, 48 + view.getUint32(12, true));
  header.set(new TextEncoder().encode(new TextDecoder().decode(header).replace(/"version":\d/u, `"version":${String(version)}`)));
  view.setUint32(8, version, true);
  bytes.set(Buffer.from(sha256(header), 'hex'), 16);
  return bytes;
}

describe('a pack that is written and opened', () => {
  it('gives back everything that went in', async () => {
    const content = contentFixture();
    const pack = await open(content);
    const { sections, packId } = pack.header;
    const { title, training, builtAt, area, layers } = content;
    expect(pack.header).toEqual({ format: 'steading-pack', version: 2, title, training, builtAt, area, layers, sections, packId });
    expect(packId).toMatch(/^[0-9a-f]{64}$/u);
    expect(Array.from({ length: pack.siteCount }, (_, i) => pack.site(i)).sort(byId)).toEqual([...content.sites].sort(byId));
    expect(content.sites.map(({ siteId }) => pack.siteById(siteId))).toEqual(content.sites);
    expect(pack.siteById('school:0')).toBeNull();
    expect(() => pack.site(content.sites.length)).toThrow(RangeError);
    expect(pack.addresses()).toEqual(content.addresses);
    expect(pack.councils()).toEqual(content.councils);
    expect(pack.streets()).toEqual(content.streets);
    expect(new Uint8Array(await (pack.basemap()?.arrayBuffer() ?? new ArrayBuffer(0)))).toEqual(content.basemap);
  });

  it('is the same bytes every time, and another pack when only a coverage or a date differs', async () => {
    const content = contentFixture();
    expect(await writePack(contentFixture(), { sha256 })).toEqual(await writePack(content, { sha256 }));
    const ids = await Promise.all([
      content,
      { ...content, layers: content.layers.map((layer) => ({ ...layer, coverage: null })) },
      { ...content, layers: content.layers.map((layer) => ({ ...layer, staleAfter: '2027-12-31' })) },
    ].map(async (each) => (await open(each)).header.packId));
    expect(new Set(ids).size).toBe(3);
  });

  it('opens empty, and without streets or basemap', async () => {
    const pack = await open(contentFixture({ sites: [], postcodes: [], addresses: [], streets: null, basemap: null }));
    expect([pack.siteCount, pack.sitesInBox(-180, -90, 180, 90), pack.postcode('EH1 1AD'), pack.streets(), pack.basemap()]).toEqual([0, [], null, null, null]);
  });

  it('gives back streets and labels that went in as columns, after what it draws besides', async () => {
    const lines = joinWays([way([at(0, 0), at(50, 0)], { kind: 'road', name: 'Shore' }), way([at(0, 5), at(90, 5)], { kind: 'rail', walked: false })]);
    const pack = await open(contentFixture({ lines, places: [{ name: 'Testburgh', point: { lng: -3.2, lat: 55.9 } }] }));
    const features = pack.streets()?.features ?? [];
    expect(features.map(({ properties }) => properties)).toEqual([{ kind: 'road', name: "St Andrew's Road" }, { kind: 'road', name: 'Shore' }, { kind: 'rail' }, { kind: 'place', name: 'Testburgh' }]);
    expect(features.at(-1)?.geometry).toEqual({ type: 'Point', coordinates: [-3.2, 55.9] });
    expect(features[2]?.geometry).toEqual({ type: 'LineString', coordinates: [at(0, 5), at(90, 5)].map((place) => place.map((degrees) => Math.round(degrees * 1e7) / 1e7)) });
    expect((await open(contentFixture({ streets: null, lines }))).streets()?.features).toHaveLength(2);
  });

  it('gives back the listings of a merged site, finds it by each, and counts it once', async () => {
    const layers = [layer('schools', ['school']), layer('osm', ['school'])];
    const members = [{ siteId: 'school:9', name: 'Moss', layerId: 'schools', placed: false }, { siteId: 'osm:way/9', name: 'Moss PS', layerId: 'osm', placed: true }];
    const point = { type: 'Point' as const, coordinates: [-3.2, 55.9] };
    const sites = [site('school:1', point), site('school:9', point, { name: 'Moss', members }), site('osm:node/1', point, { layerId: 'osm' })];
    const pack = await open(contentFixture({ layers, sites }));
    expect(sites.map(({ siteId }) => pack.siteById(siteId))).toEqual(sites);
    expect([pack.siteById('osm:way/9'), pack.siteById('osm:way/8'), pack.mergedCount, pack.siteCount]).toEqual([sites[1], null, 1, 3]);
    expect((await open(contentFixture())).mergedCount).toBe(0);
  });

  it('gives back where a listing itself was told to lie, and nothing where that was not told', async () => {
    const layers = [layer('schools', ['school']), layer('osm', ['school'])];
    const point = { type: 'Point' as const, coordinates: [-3.2, 55.9] };
    const at = { point: { lng: -3.2001234, lat: 55.9004321 }, errorMetres: 500, extentMetres: 408 };
    const listings = (id: string, more: object) => [{ siteId: `school:${id}`, name: id, layerId: 'schools', placed: false, ...more }, { siteId: `osm:${id}`, name: id, layerId: 'osm', placed: true }];
    const sites = [site('school:8', point, { members: listings('8', { at }) }), site('school:9', point, { members: listings('9', {}) })];
    const pack = await open(contentFixture({ layers, sites }));
    expect(sites.map(({ siteId }) => pack.siteById(siteId))).toEqual(sites);
    const without = await open(contentFixture({ layers, sites: sites.slice(1) }));
    expect([pack, without].map(({ header }) => header.sections.some(({ name }) => name === 'sites.listedAt'))).toEqual([true, false]);
  });

  it('opens when it was made before sites had members', async () => {
    const bytes = await writePack(contentFixture(), { sha256 });
    const headerLength = new DataView(bytes.buffer).getUint32(12, true);
    const header = new TextDecoder().decode(bytes.subarray(48, 48 + headerLength)).replace('"version":2', '"version":1');
    bytes.set(new TextEncoder().encode(header), 48);
    new DataView(bytes.buffer).setUint32(8, 1, true);
    bytes.set(Buffer.from(sha256(bytes.subarray(48, 48 + headerLength)), 'hex'), 16);
    const pack = await openPack(bytes, { sha256 });
    expect([pack.header.version, pack.mergedCount, pack.siteById('school:2')]).toEqual([1, 0, contentFixture().sites[1]]);
  });

  it('opens from bytes that begin anywhere in their buffer', async () => {
    const bytes = await writePack(contentFixture(), { sha256 });
    for (const shift of [1, 4, 8]) {
      const shifted = new Uint8Array(bytes.length + shift);
      shifted.set(bytes, shift);
      expect((await openPack(shifted.subarray(shift), { sha256 })).siteById('school:2')).toEqual(contentFixture().sites[1]);
    }
  });

  it('never reads the basemap of a Blob whole', async () => {
    const basemap = new Uint8Array(9 * 1024 * 1024).fill(7);
    const bytes = await writePack(contentFixture({ basemap }), { sha256 });
    const read: number[] = [];
    const watched = (blob: Blob): BlobLike => ({
      size: blob.size,
      slice: (start, end) => watched(blob.slice(start, end)),
      arrayBuffer: () => { read.push(blob.size); return blob.arrayBuffer(); },
    });
    await openPack(watched(new Blob([bytes])), { sha256 });
    expect(Math.max(...read)).toBe(4 * 1024 * 1024);
    read.length = 0;
    const pack = await openPack(watched(new Blob([bytes])), { sha256, verify: false });
    expect(Math.max(...read)).toBeLessThan(10_000);
    expect(await pack.basemap()?.slice(0, 3).arrayBuffer()).toEqual(Uint8Array.of(7, 7, 7).buffer);
  });

  it('holds all but the basemap against their hashes where it is asked to, reading none of it', async () => {
    const bytes = await writePack(contentFixture({ basemap: new Uint8Array(1000).fill(7) }), { sha256 });
    const damagedAt = (place: number) => bytes.map((byte, i) => (i === place ? byte ^ 1 : byte));
    const inMap = damagedAt(bytes.length - 1);
    await expect(openPack(inMap, { sha256, verify: true })).rejects.toThrow(/damaged \(in 'basemap'\)/u);
    expect((await openPack(inMap, { sha256, verify: 'butBasemap' })).siteCount).toBe(contentFixture().sites.length);
    const inAddresses = damagedAt(bytes.length - 1100);
    for (const verify of [true, 'butBasemap'] as const) await expect(openPack(inAddresses, { sha256, verify })).rejects.toThrow(/damaged/u);
  });

  it('finds postcodes in any spacing and case, and by their beginning', async () => {
    const pack = await open(contentFixture());
    expect(pack.postcode(' eh 11ad')).toEqual(contentFixture().postcodes[2]);
    expect([pack.postcode('EH1 1AE'), pack.postcode('EH1'), pack.postcode(''), pack.postcode('nonsense')]).toEqual([null, null, null, null]);
    expect(pack.postcodesStartingWith('eh1', 9).map((row) => row.postcode)).toEqual(['EH11 1AD', 'EH1 1AD']);
    expect(pack.postcodesStartingWith('e', 2).map((row) => row.postcode)).toEqual(['E1 1AA', 'EH11 1AD']);
    expect(pack.postcodesStartingWith('', 9)).toEqual([]);
  });

  it('keeps the month in which a postcode ended, and says nothing of the others', async () => {
    const pack = await open(contentFixture());
    expect(pack.postcode('EH11 1AD')).toEqual(contentFixture().postcodes[3]);
    expect(pack.postcodesStartingWith('e', 9).map(({ postcode, ended }) => [postcode, ended])).toEqual([['E1 1AA', undefined], ['EH11 1AD', '1996-06'], ['EH1 1AD', undefined]]);
    const none = contentFixture({ postcodes: contentFixture().postcodes.slice(0, 3) });
    expect((await open(none)).header.sections.map(({ name }) => name)).not.toContain('postcodes.ended');
    for (const ended of ['1996-13', '1996', '', '9999-01']) {
      const [postcode] = contentFixture().postcodes;
      await expect(writePack(contentFixture({ postcodes: postcode ? [{ ...postcode, ended }] : [] }), { sha256 })).rejects.toThrow(/no month written yyyy-mm/u);
    }
  });

  it('opens a pack of version 1, which knows no ended postcodes, and answers as before', async () => {
    const content = contentFixture({ postcodes: contentFixture().postcodes.slice(0, 3) });
    const bytes = asVersion(await writePack(content, { sha256 }), 1);
    const pack = await openPack(bytes, { sha256 });
    expect(pack.header.version).toBe(1);
    expect(pack.postcode('EH1 1AD')).toEqual(content.postcodes[2]);
    expect(pack.siteCount).toBe(content.sites.length);
    await expect(openPack(asVersion(bytes, 0), { sha256 })).rejects.toMatchObject({ code: 'damaged' });
    await expect(openPack(asVersion(bytes, 3), { sha256 })).rejects.toMatchObject({ code: 'newer' });
  });

  it('gives the sites of a box', async () => {
    const pack = await open(contentFixture());
    const idsIn = (...edges: [number, number, number, number]) => pack.sitesInBox(...edges).map((i) => pack.site(i).siteId).sort();
    expect(idsIn(-3.2, 55.9, -3.2, 55.9)).toEqual(['school:1']);
    expect(idsIn(-3.22, 55.85, -3.21, 55.915)).toEqual(['park:3', 'school:2']);
    expect(idsIn(-4, 50, -3.5, 60)).toEqual([]);
  });

  const coordinate = fc.tuple(fc.integer({ min: -1.8e9, max: 1.8e9 }), fc.integer({ min: -0.9e9, max: 0.9e9 })).map(([x, y]) => [x / 1e7, y / 1e7]);
  const line = fc.array(coordinate, { minLength: 2, maxLength: 6 });
  const ring = fc.array(coordinate, { minLength: 3, maxLength: 6 }).map((positions) => [...positions, positions[0] ?? []]);
  const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
  const geometry = fc.oneof(
    coordinate.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    fc.array(polygon, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
  );
  const anySite = fc.record({ geometry, name: fc.string({ unit: 'grapheme' }), flags: fc.array(fc.string()), errorMetres: fc.oneof(fc.constant(null), fc.constant('unknown' as const), fc.double({ min: 0, max: 1e5, noNaN: true })) });
  it('gives back any sites', () => fc.assert(fc.asyncProperty(fc.array(anySite, { maxLength: 40 }), async (rows) => {
    const sites: Site[] = rows.map(({ geometry: shape, ...more }, i) => site(`s:${String(i)}`, shape, more));
    const pack = await open(contentFixture({ sites }));
    const withoutMinusZero = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(sites.map(({ siteId }) => withoutMinusZero(pack.siteById(siteId)))).toEqual(withoutMinusZero(sites));
  }), { numRuns: 60, seed: 20261121 }));
});
