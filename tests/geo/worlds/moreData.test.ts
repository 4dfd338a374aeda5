import type { CategoryStatus, Relation } from '@/geo';
import { featureCollection, multiPolygon, union } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { box } from '../contentFixture';
import { type Ask, byNearby, byScreen, type Said } from './said';
import { coverage, geometry, layerOf, siteOf, type World, world } from './world';

/**
 * An order of claims. 'found' and 'noneFound' say something of the world; 'uncertain', 'partlySearched' and 'notSearched' say why nothing is said.
 * Of a site, 'inside' and 'outside' say something, 'uncertain' does not. More data may turn silence into a claim, or take a claim back that was
 * only as good as what was searched; it never turns one claim into its opposite by leaving something out, and never a claim into silence where the
 * data merely became better. Each kind of data has its table: what each status may become.
 */
type MayBecome = Readonly<Record<CategoryStatus, readonly CategoryStatus[]>>;
const SAME: MayBecome = { found: ['found'], noneFound: ['noneFound'], uncertain: ['uncertain'], partlySearched: ['partlySearched'], notSearched: ['notSearched'] };

interface Kind {
  readonly name: string;
  /** The same world with more of it; null: there is nothing to add to. */
  readonly more: fc.Arbitrary<(asked: World) => World | null>;
  readonly mayBecome: MayBecome;
  /** What a site that was judged before may be judged now. */
  readonly relation: (before: Relation) => readonly Relation[];
  readonly coverage: 'same' | 'grows' | 'either';
  /** Steps that the samples must hold, so that the table is worth something. */
  readonly steps: readonly string[];
  /** Breaks the rule, as a change to any world before it is asked about. */
  readonly broken: readonly [name: string, change: (asked: World) => World];
}

const EVERYWHERE = box(-9, 50, 0, 60);
const eachLayer = (asked: World, change: (layer: World['layers'][number]) => Partial<World['layers'][number]>): World => ({ ...asked, layers: asked.layers.map((layer) => ({ ...layer, ...change(layer) })) });
const settled = (before: Relation): readonly Relation[] => (before === 'uncertain' ? ['inside', 'uncertain', 'outside'] : [before]);
const unchanged = (before: Relation): readonly Relation[] => [before];
/** A known error is better than none, and a smaller one than a larger. (Above 5 km a known one is wider than what stands in for an unknown one: UNKNOWN_ERROR_SEARCH_METRES.) */
const better = <E>(error: E, share: number): E | number => (typeof error === 'number' ? error * share : share * 200);

const KINDS: readonly Kind[] = [
  {
    name: 'a site is added',
    more: siteOf.map((one) => (asked) => (asked.layers.length === 0 ? null : { ...asked, sites: [...asked.sites, one] })),
    mayBecome: { found: ['found'], noneFound: ['noneFound', 'uncertain', 'found'], uncertain: ['uncertain', 'found'], partlySearched: ['partlySearched', 'uncertain', 'found'], notSearched: ['notSearched', 'uncertain', 'found'] },
    relation: unchanged, coverage: 'same',
    steps: ['noneFound → found', 'noneFound → uncertain'],
    broken: ['only the newest site is kept', (asked) => ({ ...asked, sites: asked.sites.map((one, i) => (i === asked.sites.length - 1 ? one : { ...one, geometry: { type: 'Point', coordinates: [10, 50] } })) })],
  },
  {
    name: 'a site is drawn larger',
    more: geometry.map((shape) => (asked) => {
      const [first, ...rest] = asked.sites;
      if (first === undefined || !('coordinates' in shape) || first.geometry.type !== 'MultiPoint' || shape.type !== 'MultiPoint') return null;
      return { ...asked, sites: [{ ...first, geometry: { type: 'MultiPoint', coordinates: [...first.geometry.coordinates, ...shape.coordinates] } }, ...rest] };
    }),
    mayBecome: { found: ['found'], noneFound: ['noneFound', 'uncertain', 'found'], uncertain: ['uncertain', 'found'], partlySearched: ['partlySearched', 'uncertain', 'found'], notSearched: ['notSearched', 'uncertain', 'found'] },
    relation: (before) => (before === 'inside' ? ['inside'] : before === 'uncertain' ? ['uncertain', 'inside'] : ['outside', 'uncertain', 'inside']), coverage: 'same',
    steps: ['uncertain → uncertain'],
    broken: ['only the newest part of a site is kept', (asked) => ({ ...asked, sites: asked.sites.map((one) => (one.geometry.type === 'MultiPoint' ? { ...one, geometry: { ...one.geometry, coordinates: one.geometry.coordinates.slice(-1) } } : one)) })],
  },
  {
    name: 'a layer is added beside others',
    more: layerOf.map((one) => (asked) => (asked.layers.length === 0 ? null : { ...asked, sites: asked.sites.map((each) => ({ ...each, layer: each.layer % asked.layers.length })), layers: [...asked.layers, one] })),
    mayBecome: { found: ['found'], noneFound: ['noneFound', 'uncertain', 'partlySearched'], uncertain: ['uncertain', 'partlySearched'], partlySearched: ['partlySearched'], notSearched: ['notSearched', 'partlySearched'] },
    relation: unchanged, coverage: 'either',
    steps: ['noneFound → partlySearched', 'noneFound → noneFound', 'found → found'],
    broken: ['the newest layer answers for all', (asked) => eachLayer(asked, () => ({ ...asked.layers.at(-1) }))],
  },
  {
    name: 'the first layer is added, which is empty',
    more: layerOf.map((one) => (asked) => ({ ...asked, sites: [], layers: [one] })),
    mayBecome: { ...SAME, notSearched: ['notSearched', 'partlySearched', 'uncertain', 'noneFound'] },
    relation: unchanged, coverage: 'grows',
    steps: ['notSearched → noneFound', 'notSearched → partlySearched'],
    broken: ['where nothing is loaded, nothing is there', (asked) => (asked.layers.length === 0 ? { ...asked, layers: [{ coverage: EVERYWHERE, errorMetres: 0, extentMetres: 0, staleAfter: null }] } : eachLayer(asked, () => ({ coverage: null })))],
  },
  {
    name: 'a coverage is enlarged',
    more: fc.tuple(coverage, fc.nat(2)).map(([where, at]) => (asked) => {
      const own = asked.layers[at]?.coverage;
      if (own === undefined || where === null) return null;
      return { ...asked, layers: asked.layers.map((layer, i) => (i === at ? { ...layer, coverage: own === null ? where : together(own, where) } : layer)) };
    }),
    mayBecome: { found: ['found'], noneFound: ['noneFound'], uncertain: ['uncertain'], partlySearched: ['partlySearched', 'uncertain', 'noneFound'], notSearched: ['notSearched', 'partlySearched', 'uncertain', 'noneFound'] },
    relation: unchanged, coverage: 'grows',
    steps: ['partlySearched → noneFound', 'noneFound → noneFound', 'notSearched → partlySearched'],
    broken: ['a coverage wider than a council is taken for a slip', (asked) => eachLayer(asked, ({ coverage: where }) => ({ coverage: where !== null && where.coordinates.flat(2).some(([lng = NaN]) => lng < -3.85) ? null : where }))],
  },
  {
    name: 'the address is known better',
    more: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (asked) => ({ ...asked, at: { ...asked.at, errorMetres: better(asked.at.errorMetres, share) } })),
    mayBecome: { found: ['found'], noneFound: ['noneFound'], uncertain: ['notSearched', 'partlySearched', 'uncertain', 'noneFound', 'found'], partlySearched: ['notSearched', 'partlySearched', 'uncertain', 'noneFound'], notSearched: ['notSearched'] },
    relation: settled, coverage: 'either',
    steps: ['uncertain → noneFound', 'uncertain → found', 'partlySearched → partlySearched'],
    broken: ['an address within 5 m is taken for a slip', (asked) => ((asked.at.errorMetres ?? 10) < 5 ? { ...asked, at: { ...asked.at, errorMetres: null } } : asked)],
  },
  {
    name: 'the sites are known better',
    more: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (asked) => ({
      ...eachLayer(asked, ({ errorMetres, extentMetres }) => ({ errorMetres: better(errorMetres, share), extentMetres: extentMetres * share })),
      sites: asked.sites.map((one) => ({ ...one, errorMetres: one.errorMetres === null ? null : better(one.errorMetres, share) })),
    })),
    mayBecome: { found: ['found'], noneFound: ['noneFound'], uncertain: ['notSearched', 'partlySearched', 'uncertain', 'noneFound', 'found'], partlySearched: ['partlySearched'], notSearched: ['notSearched'] },
    relation: settled, coverage: 'same',
    steps: ['uncertain → found', 'uncertain → noneFound'],
    broken: ['a site within 5 m is taken for a slip', (asked) => eachLayer(asked, ({ errorMetres }) => ({ errorMetres: errorMetres !== null && errorMetres < 5 ? null : errorMetres }))],
  },
  {
    name: 'the data is newer',
    more: fc.constantFrom('2026-12-31', '2027-12-31').map((staleAfter) => (asked) => eachLayer(asked, (layer) => ({ staleAfter: (layer.staleAfter ?? '') > staleAfter ? layer.staleAfter : staleAfter }))),
    mayBecome: { ...SAME, uncertain: ['uncertain', 'noneFound'] },
    relation: unchanged, coverage: 'same',
    steps: ['uncertain → noneFound'],
    broken: ['a date in a later year is taken for a slip', (asked) => eachLayer(asked, ({ staleAfter }) => ({ staleAfter: staleAfter !== null && staleAfter > '2026-12-31' ? null : staleAfter }))],
  },
  {
    name: 'a larger circle is looked at',
    more: fc.double({ min: 1, max: 4, noNaN: true }).map((times) => (asked) => ({ ...asked, radiusMetres: asked.radiusMetres * times })),
    mayBecome: { found: ['found'], noneFound: ['noneFound', 'partlySearched', 'uncertain', 'found'], uncertain: ['uncertain', 'partlySearched', 'found'], partlySearched: ['partlySearched', 'uncertain', 'found'], notSearched: ['notSearched', 'partlySearched', 'uncertain', 'found'] },
    relation: (before) => (before === 'inside' ? ['inside'] : before === 'uncertain' ? ['uncertain', 'inside'] : ['outside', 'uncertain', 'inside']), coverage: 'either',
    steps: ['noneFound → partlySearched', 'noneFound → uncertain'],
    broken: ['no further than 600 m is ever looked at', (asked) => (asked.radiusMetres > 600 ? { ...asked, radiusMetres: 1 } : asked)],
  },
];

function together(one: MultiPolygon, other: MultiPolygon): MultiPolygon {
  const both = union(featureCollection([multiPolygon(one.coordinates), multiPolygon(other.coordinates)]))?.geometry;
  if (both === undefined) throw new Error('two areas have a union');
  return both.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [both.coordinates] } : both;
}

const RANK = { none: 0, partial: 1, full: 2 } as const;

/** null: the step from one answer to the other is as honest as it was. */
function faultOf({ mayBecome, relation, coverage: grows }: Kind, before: Said, after: Said, sites: number): string | null {
  if (!mayBecome[before.status].includes(after.status)) return `${before.status} became ${after.status}`;
  const step = RANK[after.coverage] - RANK[before.coverage];
  if ((grows === 'same' && step !== 0) || (grows === 'grows' && step < 0)) return `coverage went from ${before.coverage} to ${after.coverage}`;
  for (let i = 0; i < sites; i++) {
    const [was, is] = [before.sites.get(i)?.relation ?? 'outside', after.sites.get(i)?.relation ?? 'outside'];
    if (!relation(was).includes(is)) return `site ${String(i)} went from ${was} to ${is}`;
  }
  return null;
}

async function faults(kind: Kind, ask: Ask, numRuns: number) {
  const steps = new Set<string>();
  const wrong: string[] = [];
  for (const [first, more] of fc.sample(fc.tuple(world, kind.more), { numRuns, seed: 20261121 })) {
    const second = more(first);
    if (second === null) continue;
    const from = kind.name.startsWith('the first layer') ? { ...first, layers: [], sites: [] } : first;
    const [before, after] = [await ask(from), await ask(second)];
    steps.add(`${before.status} → ${after.status}`);
    const fault = faultOf(kind, before, after, from.sites.length);
    if (fault !== null) wrong.push(`${fault}\n${JSON.stringify([from, second])}`);
  }
  return { steps, wrong };
}

describe('more data never makes an answer less honest', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('when %s', async (_, kind) => {
    const { wrong, steps } = await faults(kind, byNearby, 500);
    expect(wrong.slice(0, 3)).toEqual([]);
    for (const step of kind.steps) expect([...steps]).toContain(step);
    expect((await faults(kind, byScreen, 100)).wrong.slice(0, 3)).toEqual([]);
  }, 60_000);

  it.each(KINDS.map((kind) => [kind.broken[0], kind.name, kind] as const))('is not deceived when %s and %s (negative control)', async (_, __, kind) => {
    const [, change] = kind.broken;
    expect((await faults(kind, (asked) => byNearby(change(asked)), 300)).wrong.length).toBeGreaterThan(0);
  }, 60_000);
});
