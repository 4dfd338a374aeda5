import { distanceMetres, MOVED_METRES, type StatusChange, type SurroundingsChange, type ToldSite } from '@/geo';
import type { Assessment } from './schema/assessment';
import type { AssessmentSummary } from './summaries';

/**
 * Records that are in force, by what lists know: complete, or decided as manageable; the latest of them for each person at each address. An address that was found not
 * manageable, or withdrawn, stands no longer, unless the person lives there. One that the person has left stands no longer, once that is recorded (`leftOn`).
 */
export function inForce<E extends { readonly id: string; readonly summary: AssessmentSummary }>(entries: readonly E[]): readonly E[] {
  const latest = new Map<string, E>();
  for (const entry of entries) {
    if (!stands(entry.summary)) continue;
    const key = `${entry.summary.personId} ${entry.summary.addressId}`;
    const other = latest.get(key);
    if (other === undefined || age(other) < age(entry)) latest.set(key, entry);
  }
  return [...latest.values()];
}

const age = ({ id, summary }: { readonly id: string; readonly summary: AssessmentSummary }) => `${summary.startedAt} ${id}`;

function stands({ state, outcome, kind, keeping, leftOn }: AssessmentSummary): boolean {
  if (leftOn !== undefined) return false;
  // Of a shrunk record nothing is left to compare.
  if (keeping.shrunk) return false;
  if (outcome === 'withdrawn') return false;
  if (outcome === 'notManageable') return state === 'complete' && kind === 'livedIn';
  return state === 'complete' || outcome === 'manageable' || outcome === 'manageableWithConditions';
}

/** What was not part of a proposal that the officer answered: as long as there is none, nothing is proposed. */
export function unanswered(changes: readonly SurroundingsChange[], { changesAnswered = [] }: Pick<Assessment, 'changesAnswered'>): readonly SurroundingsChange[] {
  const answered = changesAnswered.flatMap((one) => one.changes);
  return changes.filter((change) => !answered.some((other) => isSame(other, change)));
}

function isSame(one: SurroundingsChange, other: SurroundingsChange): boolean {
  if (one.category !== other.category || one.kind === 'status' || other.kind === 'status') return one.kind === 'status' && other.kind === 'status' && one.category === other.category && isSameStatus(one, other);
  return one.kind === other.kind && isSamePlace(one.then, other.then) && isSamePlace(one.now, other.now);
}

/** The same words about the same places; of fewer places it is nothing new. */
function isSameStatus(one: StatusChange, other: StatusChange): boolean {
  const known = new Set(one.untold.flatMap(({ siteIds }) => siteIds));
  return one.now.status === other.now.status && other.untold.every(({ siteIds }) => siteIds.some((id) => known.has(id)));
}

/** By id or, under another one, by name; and where it was. */
function isSamePlace(one: ToldSite | null, other: ToldSite | null): boolean {
  if (one === null || other === null) return one === other;
  const known = one.name === other.name || one.siteIds.some((id) => other.siteIds.includes(id));
  return known && distanceMetres(one.at, other.at) <= MOVED_METRES;
}
