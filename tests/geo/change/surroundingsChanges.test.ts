import { nearby, type OpenPack, type Site, surroundingsChanges } from '@/geo';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, layer } from '../contentFixture';
import { AT, changes, later, LAYERS, ON, packWith, park, point, RADIUS_METRES, school, SITES, square, told } from './changes';

let then: OpenPack;
beforeAll(async () => { then = await packWith(); });

const without = (...ids: string[]) => SITES.filter(({ siteId }) => !ids.includes(siteId));
const instead = (site: Site) => [...without(site.siteId), site];

/** Each: what the newer pack holds, and exactly what is told of it. */
const CASES: readonly { readonly name: string; readonly sites: readonly Site[]; readonly tells: readonly string[] }[] = [
  { name: 'a rebuilt pack of the same content', sites: SITES, tells: [] },
  { name: 'a school that opened', sites: [...SITES, school('new', 50, 50)], tells: ['added School new'] },
  { name: 'a school that may lie within the distance, for the errors of both', sites: [...SITES, school('new', 515, 0)], tells: ['added School new'] },
  { name: 'nothing of a school that opened further off', sites: [...SITES, school('new', 600, 0)], tells: [] },
  { name: 'a school that closed', sites: without('school:2'), tells: ['gone School 2'] },
  { name: 'nothing of a school that closed further off', sites: without('school:far'), tells: [] },
  { name: 'a school that moved by 26 m', sites: instead(school('2', 26, 300)), tells: ['moved School 2 26'] },
  { name: 'nothing of one that moved by 24 m', sites: instead(school('2', 24, 300)), tells: [] },
  { name: 'a school that moved out of the distance: it is still told, so it is not gone', sites: instead(school('2', 0, 700)), tells: ['moved School 2 400'] },
  { name: 'a school that moved in: nearest beyond then, so it is known where it was', sites: instead(school('far', 400, 0)), tells: ['moved School far 500'] },
  { name: 'a park whose edge is redrawn 30 m further', sites: instead(park('a', -200, 0, { geometry: square(-200, 0, 70) })), tells: ['moved Park a 42'] },
  { name: 'nothing of a park that became the point of its middle', sites: instead(park('a', -200, 0, { geometry: point(-180, 20) })), tells: [] },
  { name: 'nothing of a new name', sites: instead(school('2', 0, 300, { name: 'Another name' })), tells: [] },
  { name: 'nothing of a place that has another id, by its name', sites: [...without('osm:a'), park('z', -195, 5, { name: 'PARK A.' })], tells: [] },
  { name: 'nothing of a nameless place that has another id, by its place', sites: [...without('osm:c'), park('z', 205, 205, { name: 'Unnamed park or greenspace' })], tells: [] },
  { name: 'a namesake 300 m off as another place', sites: [...without('osm:a'), park('z', -200, 300, { name: 'Park a' })], tells: ['gone Park a', 'added Park a'] },
  { name: 'a nursery in place of the school', sites: instead(school('2', 0, 300, { category: 'nursery' })), tells: ['nursery noneFound → found', 'recategorised School 2 0'] },
  { name: 'a status, where the last of a category is gone', sites: without('school:1', 'school:2'), tells: ['school found → noneFound', 'gone School 1', 'gone School 2'] },
];

describe('what a newer pack tells otherwise of an address', () => {
  it.each(CASES)('tells $name', async ({ sites, tells }) => {
    expect(told(changes(then, await later({ sites }))).toSorted()).toEqual([...tells].toSorted());
  });

  it('tells nothing of the pack that was read, though its data has aged since', () => {
    const answer = nearby(then, { point: AT, errorMetres: 10 }, RADIUS_METRES, ON);
    expect(surroundingsChanges({ answer, layers: then.header.layers }, then, '2029-01-01')).toEqual([]);
  });

  it('tells data that is past its date as a status', async () => {
    const stale = LAYERS.map((one) => ({ ...one, staleAfter: '2026-05-31' }));
    expect(told(changes(await packWith({ sites: without('school:1', 'school:2') }), await later({ layers: stale, sites: without('school:1', 'school:2') })))).toEqual(['school noneFound → uncertain', 'nursery noneFound → uncertain']);
  });

  it('says then and now of each place, with the source and its date', async () => {
    const [moved] = changes(then, await later({ layers: LAYERS.map((one) => ({ ...one, asOf: '2026-04-30' })), sites: instead(school('2', 100, 300)) }));
    expect(moved).toMatchObject({
      kind: 'moved', category: 'school', searchedThen: true,
      then: { siteIds: ['school:2'], compass: 'N', relation: 'inside', source: 'Layer schools', asOf: '2026-01-31' },
      now: { siteIds: ['school:2'], relation: 'inside', source: 'Layer schools', asOf: '2026-04-30' },
    });
  });
});

describe('missing data', () => {
  it('is a status, and nothing is gone, where the source is no longer in the pack', async () => {
    const now = await later({ layers: [layer('schools', ['school', 'nursery'])], sites: SITES.filter(({ layerId }) => layerId === 'schools') });
    expect(told(changes(then, now))).toEqual(['parkOrGreenspace found → notSearched (Park a: sourceGone) (Park b: sourceGone) (Unnamed park or greenspace: sourceGone)']);
  });

  it('is told though another source still answers for the category', async () => {
    const now = await later({ layers: [...LAYERS.filter(({ id }) => id !== 'parks'), layer('greens', ['parkOrGreenspace'])], sites: [...SITES.filter(({ layerId }) => layerId === 'schools'), park('k', 0, 100, { layerId: 'greens', siteId: 'green:1' })] });
    expect(told(changes(then, now))).toEqual(['parkOrGreenspace found → found (Park a: sourceGone) (Park b: sourceGone) (Unnamed park or greenspace: sourceGone)', 'added Park k']);
  });

  it('is a status where the pack does not reach the address any more', async () => {
    const elsewhere = { type: 'MultiPolygon', coordinates: box(-3.1, 55.8, -3, 56).coordinates } as const;
    const now = await later({ layers: LAYERS.map((one) => ({ ...one, coverage: { ...elsewhere, coordinates: [...elsewhere.coordinates] } })), sites: [] });
    expect(told(changes(then, now))).toEqual([
      'school found → notSearched (School 1: notCovered) (School 2: notCovered)', 'nursery noneFound → notSearched',
      'parkOrGreenspace found → notSearched (Park a: notCovered) (Park b: notCovered) (Unnamed park or greenspace: notCovered)',
    ]);
  });

  it('is not the absence in older data', async () => {
    const older = LAYERS.map((one) => ({ ...one, asOf: '2025-01-31' }));
    expect(told(changes(then, await later({ layers: older, sites: [...without('school:2'), school('old', 50, 50)] })))).toEqual(['school found → found (School 2: older) (School old: older)']);
  });

  it('negative control: the same absence where the source was searched is gone', async () => {
    expect(told(changes(then, await later({ sites: SITES.filter(({ layerId }) => layerId === 'schools') })))).toEqual(['parkOrGreenspace found → noneFound', 'gone Park a', 'gone Park b', 'gone Unnamed park or greenspace']);
  });
});

describe('one place, one site', () => {
  const listing = (siteId: string, layerId: string, placed: boolean) => ({ siteId, name: siteId, layerId, placed });
  const TWO = [layer('schools', ['school']), layer('osm', ['school'])];
  const apart = [school('1', 100, 0), school('w', 90, -10, { siteId: 'osm:w', layerId: 'osm', geometry: square(90, -10, 40) })];
  const merged = [school('1', 100, 0, { geometry: square(90, -10, 40), members: [listing('school:1', 'schools', false), listing('osm:w', 'osm', true)] })];

  it('tells nothing when two listings became one site, nor when they are told apart again', async () => {
    const [two, one] = [await packWith({ layers: TWO, sites: apart }), await later({ layers: TWO, sites: merged })];
    expect(told(changes(two, one))).toEqual([]);
    expect(told(changes(one, two))).toEqual([]);
  });

  it('is not gone while one of its sources is missing', async () => {
    const one = await packWith({ layers: TWO, sites: merged });
    expect(told(changes(one, await later({ layers: TWO.slice(0, 1), sites: [] })))).toEqual(['school found → noneFound (School 1: sourceGone)']);
    expect(told(changes(one, await later({ layers: TWO, sites: [] }))), 'control').toEqual(['school found → noneFound', 'gone School 1']);
  });
});

const metres = fc.integer({ min: -900, max: 900 });
const anySites = fc.array(fc.tuple(metres, metres, fc.boolean()), { maxLength: 12 }).map((all) => all.map(([east, north, isSchool], i) => (isSchool ? school(String(i), east, north) : park(String(i), east, north))));

describe('properties', () => {
  it('the same content in another order tells nothing', async () => {
    await fc.assert(fc.asyncProperty(anySites, fc.constantFrom(0, 10, 500, null), async (sites, errorMetres) => {
      expect(changes(await packWith({ sites }), await later({ sites: sites.toReversed() }), errorMetres)).toEqual([]);
    }), { numRuns: 60 });
  });

  it('one site more within the distance is one addition, and of sites nothing else', async () => {
    await fc.assert(fc.asyncProperty(anySites, fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), async (sites, east, north) => {
      const found = changes(await packWith({ sites }), await later({ sites: [...sites, school('new', east, north)] }));
      expect(found.filter(({ kind }) => kind !== 'status').map(({ kind }) => kind)).toEqual(['added']);
    }), { numRuns: 60 });
  });

  it('nothing is gone, moved or added where nothing is covered any more', async () => {
    await fc.assert(fc.asyncProperty(anySites, fc.boolean(), async (sites, emptied) => {
      const now = await later({ sites: emptied ? [] : sites.slice(1), layers: LAYERS.map((one) => ({ ...one, coverage: null })) });
      expect(changes(await packWith({ sites }), now).filter(({ kind }) => kind !== 'status')).toEqual([]);
    }), { numRuns: 60 });
  });

  it('control: where all is covered, each site that is left out and was listed is gone', async () => {
    await fc.assert(fc.asyncProperty(anySites, async (sites) => {
      const [older, now] = [await packWith({ sites }), await later({ sites: [] })];
      const listed = nearby(older, { point: AT, errorMetres: 10 }, RADIUS_METRES, ON).categories.flatMap((one) => one.sites);
      expect(changes(older, now).filter(({ kind }) => kind === 'gone')).toHaveLength(listed.length);
    }), { numRuns: 30 });
  });
});
