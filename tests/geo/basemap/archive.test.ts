import { directoryBytes } from '@/geo/basemap/directory';
import { tileId } from '@/geo/basemap/tileId';
import { type ArchiveTile, gzip, ROOT_LIMIT_BYTES, writeArchive } from '@/geo/basemap/writeArchive';
import fc from 'fast-check';
import { type PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { reader } from './tileLayers';

const BOUNDS = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const FACTS = { bounds: BOUNDS, minZoom: 0, maxZoom: 15, metadata: { attribution: 'Somebody', vector_layers: [] } };

const place = fc.integer({ min: 0, max: 26 }).chain((z) => fc.record({ z: fc.constant(z), x: fc.nat(2 ** z - 1), y: fc.nat(2 ** z - 1) }));
const contentsOf = (text: string) => gzip(new TextEncoder().encode(text));
const at = (id: number, text: string): ArchiveTile => { const [z, x, y] = tileIdToZxy(id); return { z, x, y, bytes: contentsOf(text) }; };

async function read(archive: PMTiles, id: number): Promise<string | null> {
  const tile = await archive.getZxy(...tileIdToZxy(id));
  return tile ? new TextDecoder().decode(tile.data) : null;
}

describe('the numbers of tiles', () => {
  it('are those of the pmtiles library, at every zoom that it knows', () => {
    fc.assert(fc.property(place, ({ z, x, y }) => { expect(tileId({ z, x, y })).toBe(zxyToTileId(z, x, y)); }), { numRuns: 5000 });
  });

  it('go through every tile of a zoom once', () => {
    const ids = [...Array(64).keys()].map((i) => tileId({ z: 3, x: i % 8, y: Math.floor(i / 8) }));
    expect(ids.toSorted((a, b) => a - b)).toEqual([...Array(64).keys()].map((i) => 21 + i));
  });
});

describe('a PMTiles archive of our own', () => {
  it('gives back every tile and no other, whatever the tiles, in whatever order, with runs of equal ones', async () => {
    const ids = fc.uniqueArray(fc.oneof(fc.nat(60), fc.nat(400_000_000)), { minLength: 1, maxLength: 120 });
    await fc.assert(fc.asyncProperty(ids, fc.array(fc.constantFrom('sea', 'land', 'street', ''), { minLength: 120, maxLength: 120 }), fc.nat(400_000_000), async (some, texts, other) => {
      const tiles = some.map((id, i) => at(id, texts[i] ?? ''));
      const archive = reader(writeArchive(tiles, FACTS));
      for (const [i, id] of some.entries()) expect(await read(archive, id)).toBe(texts[i]);
      if (!some.includes(other)) expect(await read(archive, other)).toBeNull();
    }), { numRuns: 60 });
  });

  it('stores equal tiles once, and a run of them as one entry', async () => {
    const tiles = [...Array(1000).keys()].map((i) => at(5000 + i, i < 900 ? 'sea' : `land ${String(i)}`));
    const header = await reader(writeArchive([...tiles, at(9000, 'sea')], FACTS)).getHeader();
    expect([header.numAddressedTiles, header.numTileEntries, header.numTileContents]).toEqual([1001, 102, 101]);
  });

  it('reads back through leaf directories where the entries do not fit into the root', async () => {
    const tiles = [...Array(20_000).keys()].map((i) => at(100_000 + i * 3, `tile ${String(i * 2_654_435_761 % 2 ** 32)}${'x'.repeat(i % 37)}`));
    const bytes = writeArchive(tiles, FACTS);
    const archive = reader(bytes);
    const header = await archive.getHeader();
    expect(header.numTileEntries).toBe(20_000);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryLength).toBeLessThanOrEqual(ROOT_LIMIT_BYTES);
    for (let i = 0; i < tiles.length; i += 371) {
      expect(await read(archive, 100_000 + i * 3)).toContain(`tile ${String(i * 2_654_435_761 % 2 ** 32)}`);
      expect(await read(archive, 100_001 + i * 3)).toBeNull();
    }
  });

  it('says what it holds', async () => {
    const archive = reader(writeArchive([at(9, 'a')], FACTS));
    const header = await archive.getHeader();
    expect(header).toMatchObject({ specVersion: 3, clustered: true, internalCompression: 2, tileCompression: 2, tileType: 1, minZoom: 0, maxZoom: 15, minLon: -3.3, minLat: 55.9, maxLon: -3.1, maxLat: 56, centerZoom: 0 });
    expect(await archive.getMetadata()).toEqual(FACTS.metadata);
  });

  it('is the same bytes for the same tiles in another order, and refuses a tile that is given twice', () => {
    const tiles = [at(3, 'a'), at(70_000, 'b'), at(4, 'a')];
    expect(writeArchive(tiles.toReversed(), FACTS)).toEqual(writeArchive(tiles, FACTS));
    expect(() => writeArchive([at(3, 'a'), at(3, 'b')], FACTS)).toThrow(RangeError);
    expect(() => writeArchive([at(3, 'a'), at(3, 'a')], FACTS)).toThrow(RangeError);
  });

  it('writes numbers beyond 32 bits (a directory entry by hand)', () => {
    // 1 entry; id 2^35 = 80 80 80 80 80 01; run 1; length 300 = ac 02; offset 0 + 1.
    expect([...directoryBytes([{ tileId: 2 ** 35, runLength: 1, offset: 0, length: 300 }])]).toEqual([1, 0x80, 0x80, 0x80, 0x80, 0x80, 1, 1, 0xac, 2, 1]);
  });
});
