import { packDiff, type PackContent, type PackDiff } from '@/geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, layer } from '../contentFixture';
import { later, packWith, park, school } from './changes';

const diff = async (then: Partial<PackContent>, now: Partial<PackContent>) => packDiff(await packWith(then), await later(now));
const LISTS = ['added', 'newlyTold', 'gone', 'noLongerTold', 'moved', 'recategorised', 'renamed', 'otherId', 'merged', 'apart', 'categories'] as const;
/** The lists that are not empty, with their ids. */
const told = (one: PackDiff) => Object.fromEntries(LISTS.filter((list) => one[list].length > 0).map((list) => [list, one[list].map((row) => ('siteId' in row ? row.siteId : 'category' in row ? row.category : row.then.siteId))]));

describe('pack diff', () => {
  it('tells each kind of difference once, with the rest the same', async () => {
    const sites = [
      school('1', 100, 0, { name: 'Renamed' }), school('far', 960, 0), school('new', 5, 5), park('z', -195, 5, { name: 'Park a' }), park('b', 0, -300, { category: 'school', layerId: 'schools', siteId: 'osm:b' }), park('c', 200, 200, { name: 'Unnamed park or greenspace' }),
    ];
    const found = await diff({}, { sites });
    expect(told(found)).toEqual({ added: ['school:new'], gone: ['school:2'], moved: ['school:far'], recategorised: ['osm:b'], renamed: ['school:1'], otherId: ['osm:a'] });
    expect(found.moved[0]?.metres).toBeCloseTo(60, 0);
    expect(found.unchanged).toBe(1);
  });

  it('tells coverage, dates and sources of a category, and calls nothing gone or new that was not searched', async () => {
    const found = await diff({}, { layers: [layer('schools', ['school', 'nursery'], { asOf: '2026-05-31', coverage: box(-3.2, 55.8, -3, 56) }), layer('shops', ['shop'])], sites: [school('1', 100, 0), { ...school('s', 0, 0), siteId: 'osm:s', category: 'shop', layerId: 'shops' }] });
    expect(told(found)).toEqual({ newlyTold: ['osm:s'], gone: ['school:far'], noLongerTold: ['osm:a', 'osm:b', 'osm:c', 'school:2'], categories: ['school', 'nursery', 'shop', 'parkOrGreenspace'] });
    expect(found.noLongerTold.map(({ why }) => why)).toEqual(['sourceGone', 'sourceGone', 'sourceGone', 'notCovered']);
    expect(found.categories.find(({ category }) => category === 'school')).toMatchObject({ changed: ['asOf', 'coverage'], then: { asOf: '2026-01-31', searched: true }, now: { asOf: '2026-05-31', searched: true } });
    expect(found.categories.find(({ category }) => category === 'parkOrGreenspace')).toMatchObject({ changed: expect.arrayContaining(['searched', 'layers']), now: { searched: false, asOf: null } });
  });

  it('tells nothing of the same content in another order, and the opposite the other way round', async () => {
    const metres = fc.integer({ min: -900, max: 900 });
    const anySites = fc.array(fc.tuple(metres, metres), { maxLength: 10 }).map((all) => all.map(([east, north], i) => school(String(i), east, north)));
    await fc.assert(fc.asyncProperty(anySites, anySites, async (some, others) => {
      expect(told(await diff({ sites: some }, { sites: some.toReversed() }))).toEqual({});
      const [there, back] = [await diff({ sites: some }, { sites: others }), await diff({ sites: others }, { sites: some })];
      expect(there.added).toEqual(back.gone);
      expect(there.gone).toEqual(back.added);
      expect(there.moved.map(({ metres: far }) => far)).toEqual(back.moved.map(({ metres: far }) => far));
    }), { numRuns: 40 });
  });
});
