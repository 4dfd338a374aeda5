import { type AddressPoint, nearby, openPack, type OpenPack, screen, type Site, writePack } from '@/geo';
import type { Geometry } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, contentFixture, layer, sha256, site } from '../contentFixture';
import { oneByOne, question, screened } from './asNearby';

const AS_ON = '2026-06-01';
const WIDE = box(-3.9, 55.4, -2.5, 56.4);

/** A place within about 8 km of -3.2, 55.9, on a grid of 11 m, so that places coincide now and then. */
const place = fc.tuple(fc.integer({ min: -800, max: 800 }), fc.integer({ min: -700, max: 700 })).map(([x, y]): [number, number] => [-3.2 + x / 10_000, 55.9 + y / 10_000]);
const ring = ([x, y]: [number, number], size: number) => [[x - 2 * size, y - size], [x + 2 * size, y - size], [x + size, y + size], [x - 2 * size, y - size]];
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  place.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc.array(place, { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  fc.array(place, { minLength: 2, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc.tuple(place, fc.integer({ min: 1, max: 300 })).map(([at, size]): Geometry => ({ type: 'Polygon', coordinates: [ring(at, size / 10_000), ring(at, size / 30_000)] })),
  fc.array(fc.tuple(place, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 2 }).map((parts): Geometry => ({ type: 'MultiPolygon', coordinates: parts.map(([at, size]) => [ring(at, size / 10_000)]) })),
);
const coverage = fc.oneof(
  fc.constantFrom(WIDE, null),
  fc.tuple(place, fc.integer({ min: 50, max: 900 })).map(([[x, y], half]) => box(x - half / 10_000, y - half / 10_000, x + half / 10_000, y + half / 10_000)),
  fc.tuple(place, fc.integer({ min: 1, max: 100 })).map(([at, size]) => ({ type: 'MultiPolygon' as const, coordinates: [[...(WIDE.coordinates[0] ?? []), ring(at, size / 10_000)]] })),
);
const CATEGORIES = ['school', 'nursery', 'childminder'] as const;
const world = fc.record({
  layers: fc.array(fc.record({ coverage, error: fc.constantFrom<number | null>(0, 10, 500, null), extent: fc.constantFrom(0, 408), staleAfter: fc.constantFrom('2026-12-31', '2026-05-01', null) }), { minLength: 1, maxLength: 3 }),
  sites: fc.array(fc.record({ geometry, layer: fc.nat(2), category: fc.nat(2), error: fc.constantFrom<Site['errorMetres']>(null, null, 'unknown', 120, 1_000) }), { maxLength: 25 }),
  addresses: fc.array(fc.record({ at: place, error: fc.constantFrom<number | null>(0, 10, 10, 500, null) }), { minLength: 1, maxLength: 20 }),
  radius: fc.constantFrom(1, 100, 500, 2_000, 7_000),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

async function build({ layers, sites }: Pick<World, 'layers' | 'sites'>): Promise<OpenPack> {
  return openPack(await writePack(contentFixture({
    layers: layers.map(({ coverage, error, extent, staleAfter }, i) => layer(`l${String(i)}`, CATEGORIES, { coverage, staleAfter, position: { errorMetres: error, extentMetres: extent, note: '' } })),
    sites: sites.map((each, i) => site(`s${String(i)}`, each.geometry, { layerId: `l${String(each.layer % layers.length)}`, category: CATEGORIES[each.category] ?? 'school', errorMetres: each.error })),
  }), { sha256 }), { sha256 });
}
const addressesOf = ({ addresses }: World): AddressPoint[] => addresses.map(({ at: [lng, lat], error }) => ({ point: { lng, lat }, errorMetres: error }));

describe('screen', () => {
  it('says of every address what nearby says: the same sites at the very same distances, certainties, statuses and coverages', async () => {
    const kinds = new Set<string>();
    let rows = 0;
    await fc.assert(fc.asyncProperty(world, async (w) => {
      const pack = await build(w);
      const addresses = addressesOf(w);
      const said = await screened(pack, addresses, w.radius, AS_ON);
      addresses.forEach((at, i) => {
        const one = oneByOne(pack, at, w.radius, AS_ON);
        expect(said[i]).toEqual(one);
        rows += one.sites.length;
        for (const each of one.categories) kinds.add(each.split(' ').slice(1).join(' '));
      });
    }), { numRuns: 400, seed: 20261121 });
    // The worlds were worth asking about: every status, full, partial and none, and many sites.
    for (const kind of ['noneFound full', 'found full', 'found partial', 'uncertain full', 'partlySearched partial', 'notSearched none']) expect([...kinds]).toContain(kind);
    expect(rows).toBeGreaterThan(5_000);
  }, 120_000);

  it('would be caught by that if it judged by other errors (negative control)', async () => {
    const w: World = { layers: [{ coverage: WIDE, error: 10, extent: 0, staleAfter: null }], sites: [{ geometry: { type: 'Point', coordinates: [-3.2, 55.9044] }, layer: 0, category: 0, error: null }], addresses: [], radius: 500 };
    const pack = await build(w);
    const at = (errorMetres: number) => ({ point: { lng: -3.2, lat: 55.9 }, errorMetres });
    expect(await screened(pack, [at(0)], 500, AS_ON)).toEqual([oneByOne(pack, at(0), 500, AS_ON)]);
    expect(await screened(pack, [at(10)], 500, AS_ON)).not.toEqual([oneByOne(pack, at(0), 500, AS_ON)]);
  });

  it('gives whole degrees from north, and none where the address lies in the site', async () => {
    const point = (east: number, north: number): Geometry => ({ type: 'Point', coordinates: [-3.2 + east / 62_560, 55.9 + north / 111_330] });
    const sites = [point(0, 100), point(200, 0), point(0, -300), point(-400, 0), point(433, 250)].map((geometry, i) => site(`s${String(i)}`, geometry));
    const park = site('in', { type: 'Polygon', coordinates: [ring([-3.2, 55.9], 0.001)] });
    const pack = await openPack(await writePack(contentFixture({ layers: [layer('schools', ['school'])], sites: [...sites, park] }), { sha256 }), { sha256 });
    const seen: [string, number][] = [];
    await screen(pack, question([{ point: { lng: -3.2, lat: 55.9 }, errorMetres: 0 }], 600, AS_ON), {
      onChunk: ({ site: places, bearing }) => { places.forEach((each, k) => { seen.push([pack.site(each).siteId, bearing[k] ?? NaN]); }); },
    });
    expect(seen).toEqual([['in', -1], ['s0', 0], ['s1', 90], ['s2', 180], ['s3', 270], ['s4', 60]]);
  });

  const many = (count: number): AddressPoint[] => Array.from({ length: count }, (_, i) => ({ point: { lng: -3.3 + (i % 200) / 1_000, lat: 55.85 + Math.floor(i / 200) / 1_000 }, errorMetres: 10 }));

  it('comes in chunks, tells how far it is, and stops between chunks when told to', async () => {
    const pack = await openPack(await writePack(contentFixture(), { sha256 }), { sha256 });
    const told: number[] = [];
    await screen(pack, question(many(1_200), 500, AS_ON), { onChunk: () => undefined, onProgress: (done, all) => { expect(all).toBe(1_200); told.push(done); } });
    expect(told).toEqual([250, 500, 750, 1_000, 1_200]);
    const stop = new AbortController();
    let chunks = 0;
    const stopped = screen(pack, question(many(1_200), 500, AS_ON), { signal: stop.signal, onChunk: () => { chunks += 1; stop.abort(new Error('no longer wanted')); } });
    await expect(stopped).rejects.toThrow('no longer wanted');
    expect(chunks).toBe(1);
  });

  it('lets others have a turn between chunks', async () => {
    const pack = await openPack(await writePack(contentFixture(), { sha256 }), { sha256 });
    const order: string[] = [];
    const timer = setInterval(() => { order.push('other'); }, 0);
    await screen(pack, question(many(2_000), 500, AS_ON), { onChunk: () => { order.push('chunk'); } });
    clearInterval(timer);
    expect(order.slice(order.indexOf('chunk'), order.lastIndexOf('chunk'))).toContain('other');
  });

  it('refuses a place or radius that cannot be meant before anything is answered, and answers none for none', async () => {
    const pack = await openPack(await writePack(contentFixture(), { sha256 }), { sha256 });
    const onChunk = () => { throw new Error('nothing was to be answered'); };
    const [good] = many(1);
    const bad = { point: { lng: NaN, lat: 55.9 }, errorMetres: 10 };
    await expect(screen(pack, question([...(good ? [good] : []), bad], 500, AS_ON), { onChunk })).rejects.toThrow(/no position/u);
    await expect(screen(pack, question(good ? [good] : [], 0, AS_ON), { onChunk })).rejects.toThrow(RangeError);
    await screen(pack, question([], 500, AS_ON), { onChunk });
    expect(() => nearby(pack, bad, 500, AS_ON)).toThrow(/no position/u);
  });
});
