import { openPack, PackError, type PackErrorCode, writePack } from '@/geo';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinWays, walkTo } from '@/geo/walk';
import { contentFixture, layer, sha256, site } from '../contentFixture';
import { at, placeAt, siteAt, way } from '../walk/fixtures';
import { resealed } from './resealed';

let good: Uint8Array<ArrayBuffer>;
/** With streets as columns too: a road of three vertices, a path from its middle, a rail beside. */
const content = contentFixture({
  places: [{ name: 'Testburgh', point: { lng: -3.2, lat: 55.9 } }],
  lines: joinWays([way([at(0, 0), at(50, 0), at(90, 9)], { kind: 'road', name: 'Shore' }), way([at(50, 0), at(50, 80)]), way([at(0, 5), at(90, 5)], { kind: 'rail', walked: false })]),
});
beforeAll(async () => { good = await writePack(content, { sha256 }); });

/** Opens, and reads everything; the code of the PackError, 'opens', or whatever else was thrown. */
async function outcome(bytes: Uint8Array, verify = true): Promise<PackErrorCode | 'opens'> {
  try {
    const pack = await openPack(bytes, { sha256, verify });
    for (let i = 0; i < pack.siteCount; i++) pack.siteById(pack.site(i).siteId);
    pack.sitesInBox(-180, -90, 180, 90);
    pack.postcodesStartingWith('E', 10);
    pack.postcode('EH1 1AD');
    pack.addresses();
    pack.councils();
    pack.streets();
    walkTo(pack, placeAt(10, 1), siteAt(50, 60), { boundMetres: 500 });
    await pack.basemap()?.arrayBuffer();
    return 'opens';
  } catch (error) {
    if (error instanceof PackError) return error.code;
    throw error;
  }
}

describe('a pack that is not whole', () => {
  it('opens when it is (the control of what follows)', async () => {
    expect(await outcome(good)).toBe('opens');
  });

  it('is told to be cut short at every byte', async () => {
    for (let length = 0; length < good.length; length++) {
      expect(await outcome(good.subarray(0, length))).toBe('truncated');
    }
  });

  it('is refused with any one bit changed', async () => {
    const bytes = good.slice();
    for (let at = 0; at < bytes.length; at++) {
      const bit = 1 << ((at * 7) % 8);
      bytes[at] = (bytes[at] ?? 0) ^ bit;
      expect(await outcome(bytes), `bit ${String(bit)} of byte ${String(at)}`).toMatch(/^(?:notAPack|newer|truncated|damaged)$/u);
      bytes[at] = (bytes[at] ?? 0) ^ bit;
    }
  }, 60_000);

  it('is refused with bytes after its end', async () => {
    expect(await outcome(Uint8Array.from([...good, 0]))).toBe('damaged');
  });

  it('never breaks in another way, even unverified', () => fc.assert(fc.asyncProperty(
    fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }),
    async (at, change, alsoAt, alsoChange) => {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ change;
      bytes[alsoAt] = (bytes[alsoAt] ?? 0) ^ alsoChange;
      await outcome(bytes, false);
    }), { numRuns: 2_000, seed: 20261121 }));

  it('is not mistaken for something else', async () => {
    expect(await outcome(new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'))).toBe('notAPack');
    const later = good.slice();
    new DataView(later.buffer).setUint32(8, 3, true);
    expect(await outcome(later)).toBe('newer');
  });
});

describe('a pack that was made to mislead, its hashes put right again', () => {
  it('opens when nothing was changed (the control of what follows)', async () => {
    const sealed = await resealed(good, 'strings.utf8', () => undefined);
    expect([await outcome(sealed), Buffer.from(sealed).equals(good)]).toEqual(['opens', true]);
  });

  it.each([
    ['sites.kind', 0, 9], ['sites.firstRing', 3, 200], ['sites.firstVertex', 4, 255], ['sites.hole', 0, 1], ['sites.lngLat', 3, 0x7f],
    ['sites.category', 0, 200], ['sites.category', 0, 9], ['sites.layer', 0, 9], ['sites.text', 2, 9], ['sites.byId', 2, 9], ['sites.error', 7, 0xbf],
    ['sites.index', 0, 0], ['sites.index', 4, 9], ['areas.firstRing', 0, 1], ['areas.kind', 0, 0], ['areas.lngLat', 1, 9],
    ['postcodes.key', 0, 0x5a], ['postcodes.council', 3, 9], ['strings.end', 3, 9], ['addresses', 0, 0x20], ['councils', 0, 0x20], ['streets', 0, 0x20],
    ['lines.kind', 0, 3], ['lines.name', 2, 9], ['lines.firstVertex', 0, 1], ['lines.firstVertex', 4, 1], ['lines.firstVertex', 7, 9], ['lines.lngLat', 3, 0x7f],
    ['walk.ends', 0, 200], ['walk.ends', 3, 9], ['places.name', 2, 9], ['places.lngLat', 7, 0x7f],
  ])('%s, byte %i made %i, is refused as invalid, verified or not', async (name, at, value) => {
    const bytes = await resealed(good, name, (section) => { section[at] = value; });
    expect([await outcome(bytes), await outcome(bytes, false)]).toEqual(['invalid', 'invalid']);
  });

  const place = (siteId: string) => site(siteId, { type: 'Point', coordinates: [-3.2, 55.9] });
  const told = (...of: [siteId: string, layerId: string, placed: boolean][]) => of.map(([siteId, layerId, placed]) => ({ siteId, layerId, placed, name: siteId }));
  const whole = told(['school:9', 'schools', false], ['osm:9', 'osm', true]);
  const both = [layer('schools', ['school']), layer('osm', ['school']), layer('parks', ['parkOrGreenspace'])];
  const withMembers = (members = whole) => contentFixture({ layers: both, sites: [place('school:1'), { ...place('school:9'), members }, place('school:5')] });

  it.each([
    ['another site', 0, 0], ['a site that is not there', 0, 9], ['another id first', 1, 0], ['an id that is not there', 6, 250], ['a name that is not there', 2, 250],
    ['another layer first', 3, 1], ['a layer that does not answer', 8, 2], ['one layer twice', 8, 0], ['two that place it', 4, 1], ['none that places it', 9, 0], ['a row of another site', 5, 2],
  ])('members of %s are refused as invalid, verified or not', async (_what, column, value) => {
    const pack = await writePack(withMembers(), { sha256 });
    expect(await outcome(pack)).toBe('opens');
    const before = await openPack(pack, { sha256 });
    const own = [0, 1, 2].find((i) => before.site(i).siteId === 'school:9') ?? 0;
    const bytes = await resealed(pack, 'sites.members', (section) => { section[4 * column] = column % 5 === 0 && value < 9 ? (own + 1) % 3 : value; });
    expect([await outcome(bytes), await outcome(bytes, false)]).toEqual(['invalid', 'invalid']);
  });

  it.each([
    ['that is not on Earth', 0, 400], ['north of the pole', 1, 91], ['with an error below nothing', 2, -1], ['with an error without end', 2, Infinity], ['with an extent that is no number', 3, NaN], ['beside the place of the site', 4, 1],
  ])('a listing’s own position %s is refused as invalid, verified or not', async (_what, column, value) => {
    const [first, ...rest] = whole;
    const pack = await writePack(withMembers([{ ...first, at: { point: { lng: -3.2, lat: 55.9 }, errorMetres: 10, extentMetres: 0 } }, ...rest] as typeof whole), { sha256 });
    expect(await outcome(pack)).toBe('opens');
    const bytes = await resealed(pack, 'sites.listedAt', (section) => { new DataView(section.buffer, section.byteOffset).setFloat64(8 * column, value, true); });
    expect([await outcome(bytes), await outcome(bytes, false)]).toEqual(['invalid', 'invalid']);
  });

  it.each([
    ['one member', told(['school:9', 'schools', true])], ['another site first', told(['osm:9', 'osm', true], ['school:9', 'schools', false])], ['none that places it', told(['school:9', 'schools', false], ['osm:9', 'osm', false])],
    ['two of one layer', told(['school:9', 'schools', true], ['school:8', 'schools', false])], ['one of a layer of other categories', told(['school:9', 'schools', true], ['park:8', 'parks', false])],
    ['one that is a site too', told(['school:9', 'schools', true], ['school:5', 'osm', false])],
  ])('a site with %s is not written', async (_what, members) => {
    await expect(writePack(withMembers(members), { sha256 })).rejects.toMatchObject({ name: 'PackError', code: 'invalid' });
  });

  it.each([
    ['points a leaf at the site of another', (index: Uint8Array) => index.copyWithin(index.length - 4, index.length - 6, index.length - 4)],
    ['draws the box of a site elsewhere', (index: Uint8Array) => { index[20] = (index[20] ?? 0) ^ 1; }],
    ['draws the box over all too small', (index: Uint8Array) => index.fill(0, 8 + 6 * 16, 8 + 7 * 16)],
  ])('an index that would hide sites (it %s) is refused when the pack is taken in', async (_how, change) => {
    expect(await outcome(await resealed(good, 'sites.index', change))).toBe('invalid');
  });
});

describe('content that cannot be trusted', () => {
  const point = { type: 'Point' as const, coordinates: [-3.2, 55.9] };
  it.each([
    ['a site of a layer that is not there', { sites: [site('a', point, { layerId: 'gone' })] }, /Add the layer/u],
    ['a site whose layer does not answer for its category', { sites: [site('a', point, { category: 'library' })] }, /does not list/u],
    ['two sites with one id', { sites: [site('a', point), site('a', point)] }, /share the id 'a'/u],
    ['two layers with one id', { layers: [layer('schools', ['school']), layer('schools', ['school'])] }, /Two layers/u],
    ['a position off the Earth', { sites: [site('a', { type: 'Point', coordinates: [55.9, -103.2] })] }, /not on Earth/u],
    ['a position that is no number', { sites: [site('a', { type: 'Point', coordinates: [NaN, 55] })] }, /not on Earth/u],
    ['a line of one position', { sites: [site('a', { type: 'LineString', coordinates: [[-3, 55]] })] }, /needs 2/u],
    ['a shape without positions', { sites: [site('a', { type: 'MultiPolygon', coordinates: [] })] }, /no positions/u],
    ['a negative error', { sites: [site('a', point, { errorMetres: -1 })] }, /metres, 0 or more/u],
    ['a date that is none', { layers: [layer('schools', ['school', 'nursery'], { staleAfter: 'next year' })], sites: [] }, /yyyy-mm-dd/u],
    ['an empty date', { layers: [layer('schools', ['school', 'nursery'], { asOf: '' })], sites: [] }, /or null where not known/u],
    ['a postcode that is none', { postcodes: [{ postcode: 'EH1', point: { lng: -3, lat: 55 }, quality: 10, councilCode: '' }] }, /not a postcode/u],
    ['a postcode given twice', { postcodes: ['EH1 1AD', 'eh11ad'].map((postcode) => ({ postcode, point: { lng: -3, lat: 55 }, quality: 10, councilCode: '' })) }, /given twice/u],
    ['a quality that would wrap round', { postcodes: [{ postcode: 'EH1 1AD', point: { lng: -3, lat: 55 }, quality: 266, councilCode: '' }] }, /from 0 to 255/u],
  ])('%s is not written', async (_what, more, message) => {
    await expect(writePack(contentFixture(more), { sha256 })).rejects.toThrow(message);
    await expect(writePack(contentFixture(more), { sha256 })).rejects.toMatchObject({ name: 'PackError', code: 'invalid' });
  });
});
