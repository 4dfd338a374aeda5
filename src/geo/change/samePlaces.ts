import Flatbush from 'flatbush';
import { boxOf, widen } from '../sources/box';
import { textWords } from '../search/textWords';
import type { Site } from '../pack/site';
import { MOVED_METRES, movedMetres } from './movedMetres';

/** A place under another id is looked for this far from where it was told: further off, a namesake (the next branch of a chain) is likelier than the place itself. */
const NEAR_METRES = 100;

type Told = Pick<Site, 'siteId' | 'name' | 'category' | 'geometry' | 'members'>;

/** `id`: the same id; `listing`: one is, or was, among the listings of the other; `name`: another id, same name and category, near; `place`: the same, of what has no name. */
export interface SamePlace<T, N> { readonly then: T; readonly now: N; readonly by: 'id' | 'listing' | 'name' | 'place' }

export interface SamePlaces<T, N> {
  /** A site may stand in several pairs: where listings were merged, or are told apart again. */
  readonly pairs: readonly SamePlace<T, N>[];
  readonly thenOnly: readonly T[];
  readonly nowOnly: readonly N[];
}

/** All ids under which a site is told, its own first. */
export const idsOf = ({ siteId, members = [] }: Pick<Site, 'siteId' | 'members'>): readonly string[] => [...new Set([siteId, ...members.map((one) => one.siteId)])];

/**
 * Which sites of two tellings are one place: by id, then by the ids of their listings, then by name and category near each other, and what has no name by category at
 * the same spot (MOVED_METRES), nearest first. The order in which sites are given changes nothing.
 */
export function samePlaces<T extends Told, N extends Told>(then: readonly T[], now: readonly N[]): SamePlaces<T, N> {
  const pairs: SamePlace<T, N>[] = [];
  const [pairedThen, pairedNow] = [new Set<T>(), new Set<N>()];
  function pair(one: T, other: N, by: SamePlace<T, N>['by']): void {
    pairs.push({ then: one, now: other, by });
    pairedThen.add(one);
    pairedNow.add(other);
  }
  const byId = new Map(now.map((site) => [site.siteId, site]));
  for (const site of then) {
    const same = byId.get(site.siteId);
    if (same) pair(site, same, 'id');
  }
  const nowByListing = byListing(now);
  for (const site of then) {
    if (pairedThen.has(site)) continue;
    const same = firstOf(idsOf(site), nowByListing);
    if (same) pair(site, same, 'listing');
  }
  const thenByListing = byListing(then);
  for (const site of now) {
    if (pairedNow.has(site)) continue;
    const same = firstOf(idsOf(site), thenByListing);
    if (same) pair(same, site, 'listing');
  }
  for (const { one, other, by } of likely(then.filter((site) => !pairedThen.has(site)), now.filter((site) => !pairedNow.has(site)))) {
    if (!pairedThen.has(one) && !pairedNow.has(other)) pair(one, other, by);
  }
  return { pairs, thenOnly: then.filter((site) => !pairedThen.has(site)), nowOnly: now.filter((site) => !pairedNow.has(site)) };
}

function byListing<S extends Told>(sites: readonly S[]): ReadonlyMap<string, S> {
  return new Map(sites.flatMap((site) => idsOf(site).map((id) => [id, site] as const)));
}

function firstOf<S>(ids: readonly string[], sites: ReadonlyMap<string, S>): S | undefined {
  const id = ids.find((one) => sites.has(one));
  return id === undefined ? undefined : sites.get(id);
}

interface Likely<T, N> { readonly one: T; readonly other: N; readonly by: 'name' | 'place'; readonly metres: number }

/** Nearest first; of the same distance in the order of their ids. */
function likely<T extends Told, N extends Told>(then: readonly T[], now: readonly N[]): readonly Likely<T, N>[] {
  if (then.length === 0 || now.length === 0) return [];
  const index = new Flatbush(now.length);
  for (const { geometry } of now) {
    const { west, south, east, north } = boxOf(geometry) ?? { west: 180, south: 90, east: 180, north: 90 };
    index.add(west, south, east, north);
  }
  index.finish();
  const names = now.map(nameOf);
  const found = then.flatMap((one) => {
    const box = boxOf(one.geometry);
    if (box === null) return [];
    const { west, south, east, north } = widen(box, NEAR_METRES);
    const name = nameOf(one);
    return index.search(west, south, east, north).flatMap((place): Likely<T, N>[] => {
      const other = now[place];
      if (other === undefined || other.category !== one.category) return [];
      const by = name === null || names[place] === null ? 'place' : 'name';
      if (by === 'name' && names[place] !== name) return [];
      const metres = movedMetres(one.geometry, other.geometry);
      return by === 'place' && metres > MOVED_METRES ? [] : [{ one, other, by, metres }];
    });
  });
  return found.toSorted((a, b) => a.metres - b.metres || compare(a.one.siteId, b.one.siteId) || compare(a.other.siteId, b.other.siteId));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** null: 'Unnamed play park' and the like name nothing. */
function nameOf({ name }: Told): string | null {
  const words = textWords(name);
  return words.length === 0 || words[0] === 'unnamed' ? null : words.join(' ');
}
