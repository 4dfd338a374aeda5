import type { NearbySite } from '@/geo';
import type { CategoryId } from '@/terms';
import type { Geometry } from 'geojson';
import type { AddedSite, Assessment, Judgement, Surroundings } from './schema/assessment';

/** A site as map, table and print number it. Exactly one of `nearby` and `added` is not null. */
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
}

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

type Unnumbered = Omit<NumberedSite, 'number'>;

function foundSites(surroundings: Surroundings): readonly Unnumbered[] {
  const layers = new Map(surroundings.layers.map(({ id, title, asOf }) => [id, { title, asOf }]));
  return surroundings.answer.categories.flatMap(({ sites }) => sites.map((nearby): Unnumbered => {
    const { siteId, name, category, geometry, layerId, members = [] } = nearby.site;
    const alsoListed = members.filter((one) => one.siteId !== siteId).map((one): Listing => ({ name: one.name, layerId: one.layerId, layer: layers.get(one.layerId) ?? null, placed: one.placed }));
    return { key: siteId, name, category, geometry, nearby, layer: layers.get(layerId) ?? null, added: null, alsoListed };
  }));
}

function addedSite(added: AddedSite): Unnumbered {
  const { addedId, name, category, point } = added;
  return { key: addedId, name, category, geometry: point === null ? null : { type: 'Point', coordinates: [point.lng, point.lat] }, nearby: null, layer: null, added, alsoListed: [] };
}

/** Found and uncertain sites in the answer's order, then added ones in theirs: adding a site renumbers nothing. */
export function numberedSites(surroundings: Surroundings | null, addedSites: readonly AddedSite[]): readonly NumberedSite[] {
  const all = [...(surroundings === null ? [] : foundSites(surroundings)), ...addedSites.map(addedSite)];
  return all.map((site, index) => ({ number: index + 1, ...site }));
}

/** One group for each category that has found, uncertain or added sites, in the order of their numbers. */
export function sitesToJudge(surroundings: Surroundings | null, addedSites: readonly AddedSite[]): readonly SitesToJudge[] {
  const groups = new Map<CategoryId, NumberedSite[]>();
  for (const site of numberedSites(surroundings, addedSites)) {
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
