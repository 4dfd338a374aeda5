import { listingApart, type NearbySite } from '@/geo';
import type { CategoryId } from '@/terms';
import type { Geometry } from 'geojson';
import { siteSeen, type SiteSeenOnVisit } from './physicalCheck';
import type { AddedSite, Assessment, Judgement, Splits, Surroundings } from './schema/assessment';

/** A site as map, table and print number it. One of `nearby` and `added` is not null, but of a listing told apart whose position is not held. */
export interface NumberedSite {
  readonly number: number;
  /** Names the site in `exceptions`: the pack's siteId, or the addedId. */
  readonly key: string;
  readonly name: string;
  readonly category: CategoryId;
  /** null: an added site whose place was not put on the map. */
  readonly geometry: Geometry | null;
  readonly nearby: NearbySite | null;
  /** The layer that a found site comes from. */
  readonly layer: Pick<Surroundings['layers'][number], 'title' | 'asOf'> | null;
  readonly added: AddedSite | null;
  /** The other sources' listings of the same place; none for most sites. It is judged once. */
  readonly alsoListed: readonly Listing[];
  /** A listing that an officer found to be a place of its own; null: it is not. */
  readonly toldApart: ToldApart | null;
  /** What a visit said of it, beside what the map says; null: nothing. */
  readonly onVisit: SiteSeenOnVisit | null;
}

/** `from`: what the other listings of the former site call it. */
interface ToldApart { readonly reason: string; readonly from: readonly string[] }

/** `layer` null: its title was not kept, `layerId` names it. `placed`: position and shape of the site are this listing's. */
interface Listing {
  readonly name: string;
  readonly layerId: string;
  readonly layer: NumberedSite['layer'];
  readonly placed: boolean;
}

/** Sites of one category, found and added together, to be judged once. */
export interface SitesToJudge {
  readonly category: CategoryId;
  readonly sites: readonly NumberedSite[];
}

type Unnumbered = Omit<NumberedSite, 'number' | 'onVisit'>;

function foundSites({ answer, layers }: Surroundings, splits: Splits): { readonly sites: readonly Unnumbered[]; readonly apart: readonly Unnumbered[] } {
  const kept = new Map(layers.map(({ id, title, asOf }) => [id, { title, asOf }]));
  const layerOf = (layerId: string) => kept.get(layerId) ?? null;
  const apart: Unnumbered[] = [];
  const sites = answer.categories.flatMap((one) => one.sites).map((nearby): Unnumbered => {
    const { siteId, name, category, geometry, layerId, members = [] } = nearby.site;
    const split = splits[siteId];
    if (split === undefined || members.length < 2) {
      const alsoListed = members.filter((other) => other.siteId !== siteId).map((other): Listing => ({ name: other.name, layerId: other.layerId, layer: layerOf(other.layerId), placed: other.placed }));
      return { key: siteId, name, category, geometry, nearby, layer: layerOf(layerId), added: null, alsoListed, toldApart: null };
    }
    const [first, ...rest] = members.toSorted((a, b) => Number(b.placed) - Number(a.placed)).map((member): Unnumbered => {
      const seen = listingApart(nearby, member, answer.at, answer.radiusMetres);
      const from = members.filter((other) => other !== member).map((other) => other.name);
      return { key: member.siteId, name: member.name, category, geometry: seen?.site.geometry ?? null, nearby: seen, layer: layerOf(member.layerId), added: null, alsoListed: [], toldApart: { reason: split.reason, from } };
    });
    apart.push(...rest);
    return first ?? { key: siteId, name, category, geometry, nearby, layer: layerOf(layerId), added: null, alsoListed: [], toldApart: null };
  });
  return { sites, apart };
}

function addedSite(added: AddedSite): Unnumbered {
  const { addedId, name, category, point } = added;
  return { key: addedId, name, category, geometry: point === null ? null : { type: 'Point', coordinates: [point.lng, point.lat] }, nearby: null, layer: null, added, alsoListed: [], toldApart: null };
}

type Listed = Pick<Assessment, 'surroundings' | 'addedSites' | 'splits' | 'physicalCheck'>;

/**
 * Found and uncertain sites in the answer's order, then added ones in theirs, then listings told apart from the one that places their former site: adding a site renumbers
 * nothing but those, and telling listings apart renumbers nothing.
 */
export function numberedSites({ surroundings, addedSites, splits = {}, physicalCheck }: Listed): readonly NumberedSite[] {
  const found = surroundings === null ? { sites: [], apart: [] } : foundSites(surroundings, splits);
  const all = [...found.sites, ...addedSites.map(addedSite), ...found.apart];
  return all.map((site, index) => ({ number: index + 1, ...site, onVisit: site.added === null ? siteSeen(physicalCheck, site.key) : null }));
}

/** `source`: the title of its layer. */
export interface MergedSite {
  readonly siteId: string;
  readonly category: CategoryId;
  readonly listings: readonly { readonly siteId: string; readonly name: string; readonly source: string }[];
}

/** Sites that several sources list, to be told apart by an officer, or told apart already. */
export function mergedSites({ surroundings }: Pick<Assessment, 'surroundings'>): readonly MergedSite[] {
  const titles = new Map(surroundings?.layers.map(({ id, title }) => [id, title]));
  return (surroundings?.answer.categories ?? []).flatMap(({ sites }) => sites).flatMap(({ site: { siteId, category, members = [] } }) => (members.length < 2
    ? []
    : [{ siteId, category, listings: members.map((member) => ({ siteId: member.siteId, name: member.name, source: titles.get(member.layerId) ?? member.layerId })) }]));
}

/** One group for each category that has found, uncertain or added sites, in the order of their numbers. */
export function sitesToJudge(assessment: Listed): readonly SitesToJudge[] {
  const groups = new Map<CategoryId, NumberedSite[]>();
  for (const site of numberedSites(assessment)) {
    const group = groups.get(site.category);
    if (group) group.push(site);
    else groups.set(site.category, [site]);
  }
  return [...groups].map(([category, sites]) => ({ category, sites }));
}

/** The judgement that holds for one site: its own where it was judged apart, otherwise its category's; null: not judged. */
export function judgementOf(
  site: Pick<NumberedSite, 'key' | 'category'>,
  { judgements, exceptions }: Pick<Assessment, 'judgements' | 'exceptions'>,
): (Judgement & { readonly apart: boolean }) | null {
  const own = exceptions[site.key];
  if (own && own.relevance !== null) return { ...own, apart: true };
  const shared = judgements[site.category];
  return shared && shared.relevance !== null ? { ...shared, apart: false } : null;
}
