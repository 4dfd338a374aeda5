import { nearby, openPack, type OpenPack, type Relation, type Site, writePack } from '@/geo';
import { onePlaceOneSite } from '@/geo/sources';
import type { CategoryId } from '@/terms';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { contentFixture, layer, sha256, site } from './contentFixture';

const LAYERS = [
  layer('schools', ['school'], { position: { errorMetres: 10, extentMetres: 408, note: '' } }),
  layer('care', ['nursery'], { position: { errorMetres: 500, extentMetres: 0, note: '' } }),
  layer('osm', ['school', 'nursery'], { position: { errorMetres: 10, extentMetres: 0, note: '' } }),
];
const at = (east: number, north: number): Position => [-3.2 + east / 62_400, 55.95 + north / 111_350];

/** A place as one official source and OpenStreetMap may list it: the point anywhere about an outline or another point. */
const place = fc.record({
  category: fc.constantFrom<CategoryId>('school', 'nursery'),
  east: fc.double({ min: -60, max: 60, noNaN: true }), north: fc.double({ min: -60, max: 60, noNaN: true }), further: fc.constantFrom(1, 1, 4, 10),
  half: fc.double({ min: 5, max: 120, noNaN: true }), turn: fc.double({ min: 0, max: 1.5, noNaN: true }), drawn: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
});
const address = fc.record({
  east: fc.double({ min: -1_200, max: 1_200, noNaN: true }), north: fc.double({ min: -1_200, max: 1_200, noNaN: true }),
  errorMetres: fc.constantFrom(0, 10, 50, 500, null), radiusMetres: fc.integer({ min: 50, max: 1_500 }),
});

function sitesOf({ category, east, north, further, half, turn, drawn }: typeof place extends fc.Arbitrary<infer T> ? T : never): Site[] {
  const corners = [0, 1, 2, 3, 0].map((n) => at(half * Math.cos(turn + (n * Math.PI) / 2), half * Math.sin(turn + (n * Math.PI) / 2)));
  const geometry: Geometry = drawn === 'Point' ? { type: 'Point', coordinates: at(0, 0) }
    : drawn === 'Polygon' ? { type: 'Polygon', coordinates: [corners] } : { type: 'MultiPolygon', coordinates: [[corners], [corners.map(([lng = 0, lat = 0]) => [lng + 0.003, lat])]] };
  const official = category === 'school' ? 'schools' : 'care';
  return [
    site(`${official}:1`, { type: 'Point', coordinates: at(east * further, north * further) }, { name: 'Moss', category, layerId: official }),
    site('osm:way/1', geometry, { name: 'Moss', category, layerId: 'osm' }),
  ];
}
const packOf = async (sites: readonly Site[]): Promise<OpenPack> => openPack(await writePack(contentFixture({ layers: LAYERS, sites }), { sha256 }), { sha256 });

type Asked = typeof address extends fc.Arbitrary<infer T> ? T : never;
function relations(pack: OpenPack, { east, north, errorMetres, radiusMetres }: Asked): Map<string, Relation> {
  const [lng = NaN, lat = NaN] = at(east, north);
  const { categories } = nearby(pack, { point: { lng, lat }, errorMetres }, radiusMetres, '2026-06-01');
  return new Map(categories.flatMap(({ sites }) => sites.map(({ site: { siteId }, relation }) => [siteId, relation])));
}
const foundIn = (pack: OpenPack, asked: Asked, category: CategoryId) => {
  const [lng = NaN, lat = NaN] = at(asked.east, asked.north);
  return nearby(pack, { point: { lng, lat }, errorMetres: asked.errorMetres }, asked.radiusMetres, '2026-06-01').categories.find((one) => one.category === category);
};
/** A merge without a look at the positions: what the rule is held against. */
const blindly = ([official, drawn]: readonly Site[]): Site[] => (official && drawn ? [{ ...official, geometry: drawn.geometry, errorMetres: 10 }] : []);

describe('a merged site is never found less surely than one of its listings', () => {
  it('leaves inside what was inside by any listing, and takes uncertain to outside only by the placing listing\'s own word', async () => {
    let merges = 0, insides = 0, settled = 0;
    await fc.assert(fc.asyncProperty(place, fc.array(address, { minLength: 20, maxLength: 20 }), async (given, addresses) => {
      const listed = sitesOf(given);
      const { sites, merged } = onePlaceOneSite(LAYERS, listed);
      const [one] = merged;
      if (one === undefined) { expect(sites).toEqual(listed); return; }
      merges += 1;
      const [before, after] = [await packOf(listed), await packOf(sites)];
      for (const asked of addresses) {
        const [was, is] = [relations(before, asked), relations(after, asked)];
        const now = is.get(one.siteId) ?? 'outside';
        const byMembers = one.members.map(({ siteId }) => was.get(siteId) ?? 'outside');
        if (byMembers.includes('inside')) { insides += 1; expect(now).toBe('inside'); }
        const placing = byMembers[one.members.findIndex(({ placed }) => placed)];
        expect(now).toBe(placing);
        if (now === 'outside' && byMembers.includes('uncertain')) settled += 1;
        const [counted, asListed] = [foundIn(after, asked, one.category), foundIn(before, asked, one.category)];
        expect(counted?.coverage).toBe(asListed?.coverage);
        expect(counted?.layerIds).toEqual(asListed?.layerIds);
        expect((counted?.found ?? 0) + (counted?.uncertain ?? 0)).toBe(now === 'outside' ? 0 : 1);
      }
    }), { numRuns: 150, seed: 20261121 });
    expect(merges).toBeGreaterThan(50);
    expect(insides).toBeGreaterThan(200);
    expect(settled).toBeGreaterThan(20);
  }, 60_000);

  it('would lose sites if positions were not asked (the control)', async () => {
    let lost = 0;
    await fc.assert(fc.asyncProperty(place, fc.array(address, { minLength: 20, maxLength: 20 }), async (given, addresses) => {
      const listed = sitesOf(given);
      const [before, after] = [await packOf(listed), await packOf(blindly(listed))];
      for (const asked of addresses) if ([...relations(before, asked).values()].includes('inside') && [...relations(after, asked).values()][0] !== 'inside') lost += 1;
    }), { numRuns: 100, seed: 20261121 });
    expect(lost).toBeGreaterThan(0);
  }, 60_000);
});
