import { CATEGORY_IDS, type CategoryId } from '@/terms';
import { area } from '@turf/turf';
import type { Layer } from '../pack/header';
import type { OpenPack } from '../pack/openPack';
import type { Site } from '../pack/site';
import { MOVED_METRES, movedMetres } from './movedMetres';
import { samePlaces } from './samePlaces';
import { type Untold, whyUntold } from './whyUntold';

type Told = Pick<Site, 'siteId' | 'name' | 'category' | 'layerId'>;

/** One place in both packs, told otherwise. */
export interface SiteDiff { readonly then: Told; readonly now: Told }

/** What a pack says of a category, over all layers that answer for it. */
export interface CategoryTold {
  /** Somewhere, by at least one layer. */
  readonly searched: boolean;
  readonly layerIds: readonly string[];
  /** Square kilometres of each layer's coverage, in the order of `layerIds`. */
  readonly coverageKm2: readonly number[];
  /** The oldest date of content, and the first after which 'none found' is not said; null: one of them is not known, or there is no layer. */
  readonly asOf: string | null;
  readonly staleAfter: string | null;
  readonly sites: number;
}

export interface CategoryDiff {
  readonly category: CategoryId;
  readonly changed: readonly ('searched' | 'layers' | 'coverage' | 'asOf' | 'staleAfter')[];
  readonly then: CategoryTold;
  readonly now: CategoryTold;
}

export interface PackDiff {
  readonly then: PackNamed;
  readonly now: PackNamed;
  readonly movedOverMetres: number;
  readonly added: readonly Told[];
  /** In places that the older pack did not search by this source: they may have been there. */
  readonly newlyTold: readonly (Told & { readonly why: Untold })[];
  readonly gone: readonly Told[];
  /** Not in the newer pack, and it does not tell whether they are there: never counted as gone. */
  readonly noLongerTold: readonly (Told & { readonly why: Untold })[];
  readonly moved: readonly (SiteDiff & { readonly metres: number })[];
  readonly recategorised: readonly SiteDiff[];
  readonly renamed: readonly SiteDiff[];
  /** The same place under another id. */
  readonly otherId: readonly SiteDiff[];
  /** Listings that became one site, or are sites of their own again. */
  readonly merged: readonly SiteDiff[];
  readonly apart: readonly SiteDiff[];
  readonly unchanged: number;
  readonly categories: readonly CategoryDiff[];
}

interface PackNamed { readonly packId: string; readonly title: string; readonly builtAt: string; readonly training: boolean; readonly sites: number }

/** What differs between two packs, as content: the order of sites, hashes and the time of building make no difference. Lists are in the order of the ids. */
export function packDiff(then: OpenPack, now: OpenPack): PackDiff {
  const [was, is] = [sitesOf(then), sitesOf(now)];
  const same = samePlaces(was, is);
  const pairs = same.pairs.toSorted((a, b) => compare(a.then.siteId, b.then.siteId) || compare(a.now.siteId, b.now.siteId));
  const measured = pairs.map((pair) => ({ ...pair, metres: movedMetres(pair.then.geometry, pair.now.geometry) }));
  const moved = measured.filter(({ metres }) => metres > MOVED_METRES);
  const recategorised = pairs.filter((pair) => pair.then.category !== pair.now.category);
  const oneOfEach = pairs.filter(({ by }) => by !== 'listing');
  const renamed = oneOfEach.filter((pair) => pair.then.name !== pair.now.name);
  const otherId = oneOfEach.filter(({ by }) => by !== 'id');
  const listings = pairs.filter(({ by }) => by === 'listing');
  const merged = listings.filter(({ now: site }) => (site.members ?? []).length > 0);
  const apart = listings.filter((pair) => !merged.includes(pair));
  const told = new Set([...moved, ...recategorised, ...renamed, ...otherId, ...listings].map((pair) => pair.then.siteId));
  const thenOnly = same.thenOnly.map((site) => ({ site, why: whyUntold(site, then.header.layers, now) }));
  const nowOnly = same.nowOnly.map((site) => ({ site, why: whyNew(site, then) }));
  return {
    then: named(then), now: named(now), movedOverMetres: MOVED_METRES,
    added: nowOnly.flatMap(({ site, why }) => (why === null ? [brief(site)] : [])).toSorted(byId),
    newlyTold: nowOnly.flatMap(({ site, why }) => (why === null ? [] : [{ ...brief(site), why }])).toSorted(byId),
    gone: thenOnly.flatMap(({ site, why }) => (why === null ? [brief(site)] : [])).toSorted(byId),
    noLongerTold: thenOnly.flatMap(({ site, why }) => (why === null ? [] : [{ ...brief(site), why }])).toSorted(byId),
    moved: moved.map((pair) => ({ ...both(pair), metres: pair.metres })),
    recategorised: recategorised.map(both), renamed: renamed.map(both), otherId: otherId.map(both), merged: merged.map(both), apart: apart.map(both),
    unchanged: new Set(pairs.map((pair) => pair.then.siteId).filter((id) => !told.has(id))).size,
    categories: CATEGORY_IDS.flatMap((category) => categoryDiff(category, [then, was], [now, is])),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const byId = (a: Told, b: Told) => compare(a.siteId, b.siteId);
const brief = ({ siteId, name, category, layerId }: Site): Told => ({ siteId, name, category, layerId });
const both = (pair: { readonly then: Site; readonly now: Site }): SiteDiff => ({ then: brief(pair.then), now: brief(pair.now) });
const sitesOf = (pack: OpenPack): readonly Site[] => Array.from({ length: pack.siteCount }, (_, i) => pack.site(i));

/** The layer that tells of it now did not search the place then. Its age then is no matter: a place that an older edition lacked is new to the data. */
function whyNew({ members: _, ...site }: Site, then: OpenPack): Untold | null {
  return whyUntold(site, [], then);
}

function named({ header: { packId, title, builtAt, training }, siteCount }: OpenPack): PackNamed {
  return { packId, title, builtAt, training, sites: siteCount };
}

function categoryDiff(category: CategoryId, [then, was]: readonly [OpenPack, readonly Site[]], [now, is]: readonly [OpenPack, readonly Site[]]): readonly CategoryDiff[] {
  const [before, after] = [layersFor(category, then), layersFor(category, now)];
  const told = { then: toldOf(category, before, was), now: toldOf(category, after, is) };
  const changed = (['searched', 'asOf', 'staleAfter'] as const).filter((key) => told.then[key] !== told.now[key]);
  const sameLayers = told.then.layerIds.join(' ') === told.now.layerIds.join(' ');
  const sameCoverage = JSON.stringify(before.map(({ coverage }) => coverage)) === JSON.stringify(after.map(({ coverage }) => coverage));
  const all = [...changed, ...(sameLayers ? [] : ['layers'] as const), ...(sameCoverage ? [] : ['coverage'] as const)];
  return all.length === 0 ? [] : [{ category, changed: all, ...told }];
}

const layersFor = (category: CategoryId, { header: { layers } }: OpenPack): readonly Layer[] => layers.filter(({ categories }) => categories.includes(category)).toSorted((a, b) => compare(a.id, b.id));

function toldOf(category: CategoryId, layers: readonly Layer[], sites: readonly Site[]): CategoryTold {
  const first = (dates: readonly (string | null)[]) => (dates.includes(null) ? null : dates.toSorted((a, b) => compare(a ?? '', b ?? ''))[0] ?? null);
  return {
    searched: layers.some(({ coverage }) => coverage !== null),
    layerIds: layers.map(({ id }) => id),
    coverageKm2: layers.map(({ coverage }) => (coverage === null ? 0 : Math.round(area(coverage) / 1e5) / 10)),
    asOf: first(layers.map(({ asOf }) => asOf)),
    staleAfter: first(layers.map(({ staleAfter }) => staleAfter)),
    sites: sites.filter((site) => site.category === category).length,
  };
}
