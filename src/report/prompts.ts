import { type Assessment, type NearbySite, numberedSites } from '@/record';
import type { Protocol } from '@/rules';
import { type CategoryId, isCategoryId, UNKNOWN_REASONS, type UnknownReason } from '@/terms';
import { metresPhrase } from './phrases';

/** How many of one category lie within a distance of the local protocol. Its own distance: no limit, and nothing is decided by it. */
export interface PromptAnswer {
  readonly category: CategoryId;
  readonly metres: number;
  readonly reason: string;
  /** Within it however far off the positions are. */
  readonly inside: number;
  /** Within it or not: the positions are not known well enough to tell. */
  readonly mayLie: number;
  /** Further away as measured, but held as one point on the map: their edge may be nearer. */
  readonly points: number;
  /** Added by an officer, with no distance measured. */
  readonly added: number;
  /** null: nobody has looked around the address yet. */
  readonly looked: { readonly metres: number; readonly coverage: 'full' | 'partial' | 'none'; readonly stale: boolean; readonly because: UnknownReason | null } | null;
}

/** inside: distance + errors ≤ metres; may lie within: distance − errors ≤ metres, or an error is not known, nor, of a listing told apart, where it lies. */
function lies(nearby: NearbySite | null, metres: number): 'inside' | 'mayLie' | 'points' | 'outside' {
  if (nearby === null) return 'mayLie';
  const { distanceMetres, errorMetres, site } = nearby;
  if (errorMetres !== null && distanceMetres + errorMetres <= metres) return 'inside';
  if (errorMetres === null || distanceMetres - errorMetres <= metres) return 'mayLie';
  return site.geometry.type === 'Point' || site.geometry.type === 'MultiPoint' ? 'points' : 'outside';
}

/** Counted among the sites that were listed when somebody looked around: never looked up again here. */
export function promptsOf(protocol: Pick<Protocol, 'prompts'> | null, { surroundings, addedSites, splits = {} }: Pick<Assessment, 'surroundings' | 'addedSites' | 'splits'>): readonly PromptAnswer[] {
  return (protocol?.prompts ?? []).flatMap(({ category, metres, reason }) => {
    if (!isCategoryId(category)) return [];
    const answer = surroundings?.answer.categories.find((one) => one.category === category);
    const counted = numberedSites({ surroundings, addedSites: [], splits }).filter((site) => site.category === category).map(({ nearby }) => lies(nearby, metres));
    const count = (where: ReturnType<typeof lies>) => counted.filter((one) => one === where).length;
    const looked = surroundings === null ? null : {
      metres: surroundings.answer.radiusMetres, coverage: answer?.coverage ?? 'none', stale: answer?.stale ?? false, because: answer?.because ?? null,
    };
    return [{ category, metres, reason, inside: count('inside'), mayLie: count('mayLie'), points: count('points'), added: addedSites.filter((site) => site.category === category).length, looked }];
  });
}

const many = (count: number, one: string, several: string): string => (count === 1 ? `1 ${one}` : `${count} ${several}`);

function foundPhrase({ inside, mayLie, metres, looked }: PromptAnswer, within: string): string {
  if (inside + mayLie > 0) return `${inside} within ${within}${mayLie > 0 ? `; ${mayLie} more may lie within it, as the positions are not known well enough to tell` : ''}.`;
  if (looked?.coverage === 'none') return `Not searched within ${within}. ${UNKNOWN_REASONS[looked.because ?? 'noDataHere']}`;
  if (looked?.because === 'addressTooVague') return `Nothing can be said about ${within}. ${UNKNOWN_REASONS.addressTooVague}`;
  const lookedAt = metresPhrase(Math.min(metres, looked?.metres ?? metres));
  return `None found within ${lookedAt} in what was searched. What that was, and what its source leaves out, stands with the category.`;
}

function doubts({ metres, points, added, looked }: PromptAnswer): readonly string[] {
  if (looked === null) return [];
  return [
    metres > looked.metres ? `${metresPhrase(metres)} is further than the distance looked at (${metresPhrase(looked.metres)}): what lies beyond that is not counted here.` : '',
    looked.coverage === 'partial' ? 'Not all of it was searched, so there may be more.' : '',
    looked.coverage !== 'none' && looked.stale ? 'The data is past its date, or came without one, so there may be others.' : '',
    points > 0 ? `${many(points, 'place further away is one point', 'places further away are one point each')} on the map: the edge may be nearer.` : '',
    added > 0 ? `${many(added, 'place was', 'places were')} added by hand, with no distance measured: read where ${added === 1 ? 'it is' : 'they are'}.` : '',
  ].filter((words) => words !== '');
}

/** Within the local protocol's own distance, in words: what was counted, and what the count leaves open. */
export function promptPhrase(answer: PromptAnswer): string {
  const within = metresPhrase(answer.metres);
  if (answer.looked === null) return `Nobody has looked around the address yet (${within}).`;
  return [foundPhrase(answer, within), ...doubts(answer)].join(' ');
}
