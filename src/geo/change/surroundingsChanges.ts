import { CATEGORY_IDS, type CategoryId, type LngLat, type UnknownReason } from '@/terms';
import type { CategoryAnswer, CategoryStatus, Compass, NearbyAnswer, NearbySite, Relation } from '../answer';
import { compassOf } from '../compass';
import { nearby } from '../nearby';
import type { Layer } from '../pack/header';
import type { OpenPack } from '../pack/openPack';
import { packShapes } from '../pack/shapes';
import type { Site } from '../pack/site';
import { type Plane, planeAt } from '../plane';
import { nearest, nearestOfShape, siteMetres } from '../shapeDistance';
import { boxOf, widen } from '../sources/box';
import { MOVED_METRES, movedMetres } from './movedMetres';
import { idsOf, samePlaces } from './samePlaces';
import { isOlder, layersOf, type Untold, whyUntold } from './whyUntold';

/** A place as one telling has it, seen from the address. */
export interface ToldSite {
  /** All ids under which it is told, its own first. */
  readonly siteIds: readonly string[];
  readonly name: string;
  readonly category: CategoryId;
  /** The middle of its box: to know it again, not to measure from. */
  readonly at: LngLat;
  readonly distanceMetres: number;
  readonly compass: Compass;
  readonly relation: Relation;
  /** Title and date of the layer that tells of it; the title is the id where it was not kept. */
  readonly source: string;
  readonly asOf: string | null;
}

/**
 * added: not ruled out now, and nothing was known of it then. gone: every source that told of it was searched there, and has it no more. moved: by more than
 * MOVED_METRES. entered / left: at the same place, but now inside and ruled out then, or the other way round, as a position is known better or worse.
 * recategorised: in another category.
 */
export type SiteChangeKind = 'added' | 'gone' | 'moved' | 'entered' | 'left' | 'recategorised';

export interface SiteChange {
  readonly kind: SiteChangeKind;
  readonly category: CategoryId;
  readonly then: ToldSite | null;
  readonly now: ToldSite | null;
  /** null where one of the two is not known. */
  readonly movedMetres: number | null;
  /** The category was searched in the whole circle then: what is added was not there in the data. */
  readonly searchedThen: boolean;
}

export interface StatusTold {
  readonly status: CategoryStatus;
  readonly coverage: CategoryAnswer['coverage'];
  readonly because: UnknownReason | null;
}

/** What can be said of a category is another. `untold`: listed then, or listed now, and nothing can be said of the difference. */
export interface StatusChange {
  readonly kind: 'status';
  readonly category: CategoryId;
  readonly then: StatusTold;
  readonly now: StatusTold;
  readonly untold: readonly { readonly siteIds: readonly string[]; readonly name: string; readonly why: Untold }[];
}

export type SurroundingsChange = SiteChange | StatusChange;

/** An answer as it was read, with the layers that gave it. */
export interface AnswerThen {
  readonly answer: NearbyAnswer;
  readonly layers: readonly Pick<Layer, 'id' | 'title' | 'asOf'>[];
}

/**
 * What a pack tells otherwise about an address than was read then: the same point, error and radius, judged on `asOn` (ISO date). Nothing of the older pack is needed.
 * In the order of the categories, statuses first, then nearest first. Nothing for the pack that was read.
 */
export function surroundingsChanges(then: AnswerThen, pack: OpenPack, asOn: string): readonly SurroundingsChange[] {
  const { at, radiusMetres, packId, categories } = then.answer;
  if (packId === pack.header.packId) return [];
  const now = nearby(pack, at, radiusMetres, asOn).categories;
  const plane = planeAt(at.point);
  const read = seenIn(categories);
  const seen = seenIn(now);
  const places = new Map([...seen.values()].map(({ site }) => [site.siteId, site]));
  for (const { site } of read.values()) if (!seen.has(site.siteId)) for (const found of lookedUp(pack, site)) places.set(found.siteId, found);
  const same = samePlaces([...read.values()].map(({ site }) => site), [...places.values()]);

  const toldThen = (site: Site) => told(read.get(site.siteId) ?? outside(site, plane), then.layers);
  const toldNow = (site: Site) => told(seen.get(site.siteId) ?? outside(site, plane), pack.header.layers);
  const relationThen = (site: Site) => read.get(site.siteId)?.relation ?? 'outside';
  const relationNow = (site: Site) => seen.get(site.siteId)?.relation ?? 'outside';
  const searchedThen = (category: CategoryId) => categories.find((one) => one.category === category)?.coverage === 'full';
  const sites: SiteChange[] = [];
  const untold: (StatusChange['untold'][number] & { readonly category: CategoryId })[] = [];
  const change = (kind: SiteChangeKind, one: Site | null, other: Site | null, metres: number | null) => {
    const category = (other ?? one)?.category;
    if (category === undefined) return;
    sites.push({ kind, category, then: one && toldThen(one), now: other && toldNow(other), movedMetres: metres, searchedThen: searchedThen(category) });
  };
  const cannotTell = (site: Site, why: Untold) => { untold.push({ category: site.category, siteIds: idsOf(site), name: site.name, why }); };

  for (const { then: one, now: other } of same.pairs) {
    const [was, is] = [relationThen(one), relationNow(other)];
    if (was === 'outside' && is === 'outside') continue;
    const metres = movedMetres(one.geometry, other.geometry);
    const kind = one.category !== other.category ? 'recategorised'
      : metres > MOVED_METRES ? 'moved'
        : was === 'outside' && is === 'inside' ? 'entered'
          : was === 'inside' && is === 'outside' ? 'left' : null;
    if (kind === null) continue;
    if (isOlder(pack, layersOf(other), then.layers)) cannotTell(other, 'older');
    else change(kind, one, other, metres);
  }
  for (const one of same.thenOnly) {
    if (relationThen(one) === 'outside') continue;
    const why = whyUntold(one, then.layers, pack);
    if (why === null) change('gone', one, null, null);
    else cannotTell(one, why);
  }
  for (const other of same.nowOnly) {
    if (relationNow(other) === 'outside') continue;
    if (isOlder(pack, layersOf(other), then.layers)) cannotTell(other, 'older');
    else change('added', null, other, null);
  }
  return CATEGORY_IDS.flatMap((category): SurroundingsChange[] => {
    const [was, is] = [categories, now].map((all) => all.find((one) => one.category === category));
    const hidden = untold.filter((one) => one.category === category).map(({ siteIds, name, why }) => ({ siteIds, name, why })).toSorted(bySite);
    const status: StatusChange[] = was && is && (was.status !== is.status || hidden.length > 0)
      ? [{ kind: 'status', category, then: statusOf(was), now: statusOf(is), untold: hidden }] : [];
    const own = sites.filter((one) => one.category === category).toSorted((a, b) => metresOf(a) - metresOf(b) || bySite(a.now ?? a.then, b.now ?? b.then));
    return [...status, ...own];
  });
}

const metresOf = ({ then, now }: SiteChange) => now?.distanceMetres ?? then?.distanceMetres ?? 0;
type Named = { readonly siteIds: readonly string[] } | null;
const bySite = (a: Named, b: Named) => (a?.siteIds[0] ?? '').localeCompare(b?.siteIds[0] ?? '', 'en');
const statusOf = ({ status, coverage, because }: CategoryAnswer): StatusTold => ({ status, coverage, because });

/** Listed sites and the nearest one beyond of each category, by id. */
function seenIn(categories: readonly CategoryAnswer[]): ReadonlyMap<string, NearbySite> {
  return new Map(categories.flatMap(({ sites, nearestBeyond }) => [...sites, ...(nearestBeyond ? [nearestBeyond.nearby] : [])]).map((one) => [one.site.siteId, one]));
}

/** The site of the pack under one of the ids of a site that was read; where there is none, all sites about its place. */
function lookedUp(pack: OpenPack, site: Site): readonly Site[] {
  const known = idsOf(site).flatMap((id) => pack.siteById(id) ?? []);
  const box = known.length > 0 ? null : boxOf(site.geometry);
  if (box === null) return known;
  const { west, south, east, north } = widen(box, MOST_METRES);
  return pack.sitesInBox(west, south, east, north).map((place) => pack.site(place));
}

/** As far as samePlaces looks, and some to spare. */
const MOST_METRES = 150;

function outside(site: Site, plane: Plane): NearbySite {
  const out = nearest();
  nearestOfShape(packShapes([site.geometry], () => site.siteId), 0, plane, out);
  const metres = siteMetres(out);
  return { site, distanceMetres: metres, compass: metres === 0 ? 'here' : compassOf(out.east, out.north), errorMetres: null, relation: 'outside' };
}

function told({ site, distanceMetres, compass, relation }: NearbySite, layers: AnswerThen['layers']): ToldSite {
  const { west, south, east, north } = boxOf(site.geometry) ?? { west: 0, south: 0, east: 0, north: 0 };
  const layer = layers.find(({ id }) => id === site.layerId);
  return {
    siteIds: idsOf(site), name: site.name, category: site.category, at: { lng: (west + east) / 2, lat: (south + north) / 2 },
    distanceMetres, compass, relation, source: layer?.title ?? site.layerId, asOf: layer?.asOf ?? null,
  };
}
