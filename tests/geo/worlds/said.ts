import { type CategoryAnswer, type CategoryStatus, COVERAGES, nearby, type Relation, screen, type ScreenChunk, STATUSES } from '@/geo';
import { CATEGORY_IDS } from '@/terms';
import { question } from '../screen/asNearby';
import { CATEGORY, packOf, type World } from './world';

/** What is said of the one category: the sites that are not ruled out, by place in the world. */
export interface Said {
  readonly status: CategoryStatus;
  readonly coverage: CategoryAnswer['coverage'];
  readonly sites: ReadonlyMap<number, { readonly metres: number; readonly relation: Relation }>;
}
export type Ask = (world: World) => Promise<Said>;

const placeOf = (siteId: string) => Number(siteId.slice(1));

export const byNearby: Ask = async (world) => {
  const { categories } = nearby(await packOf(world), world.at, world.radiusMetres, world.asOn);
  const answer = categories.find(({ category }) => category === CATEGORY);
  if (answer === undefined) throw new Error('every category is answered for');
  const { status, coverage, sites } = answer;
  return { status, coverage, sites: new Map(sites.map(({ site, distanceMetres, relation }) => [placeOf(site.siteId), { metres: distanceMetres, relation }])) };
};

export const byScreen: Ask = async (world) => {
  const pack = await packOf(world);
  const chunks: ScreenChunk[] = [];
  await screen(pack, question([world.at], world.radiusMetres, world.asOn), { onChunk: (chunk) => { chunks.push(chunk); }, pause: () => Promise.resolve() });
  const [chunk] = chunks;
  const c = CATEGORY_IDS.indexOf(CATEGORY);
  const status = STATUSES[chunk?.status[c] ?? -1];
  const coverage = COVERAGES[chunk?.coverage[c] ?? -1];
  if (chunk === undefined || status === undefined || coverage === undefined) throw new Error('the address is not answered');
  return { status, coverage, sites: new Map(Array.from(chunk.site, (place, k) => [placeOf(pack.site(place).siteId), { metres: chunk.metres[k] ?? NaN, relation: chunk.inside[k] === 1 ? 'inside' : 'uncertain' }])) };
};
