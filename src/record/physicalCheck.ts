import type { Protocol } from '@/rules';
import { CATEGORY_IDS, categoryOf, type LookAnswer } from '@/terms';
import type { Assessment } from './schema/assessment';
import type { Look, PhysicalCheck, PropertyVisit, SiteSeen } from './schema/physicalCheck';

/** A kind of place that the walk-round looks for. `by`: who names it. */
export interface ToLookFor {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly by: 'national' | 'ours' | 'office';
  /** Whom an agency's kind of place is asked of besides; null: nobody. */
  readonly ask: string | null;
}

/** Every kind of place that eyes can tell, those of the local protocol too. What only an agency can tell is not looked for. */
export function toLookFor(protocol: Protocol | null): readonly ToLookFor[] {
  const known = CATEGORY_IDS.filter((id) => categoryOf(id).found !== 'askOnly').map((id): ToLookFor => ({ id, label: categoryOf(id).label, plural: categoryOf(id).plural, by: categoryOf(id).basis, ask: null }));
  return [...known, ...(protocol?.categories ?? []).map(({ id, label, plural, ask }): ToLookFor => ({ id, label, plural, by: 'office', ask }))];
}

export const ONLY_ASKED = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'askOnly');

/** Seen once, it was there; not seen once, somebody looked. */
const RANK: readonly LookAnswer[] = ['seen', 'notSeen', 'couldNotCheck'];

export interface LookOnVisit {
  readonly visit: PropertyVisit;
  /** From 1, in the order in which they were recorded. */
  readonly visitNumber: number;
  readonly look: Look;
}

/** Read before it is asked for: screens follow what is read, and no question after own keys. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  const value = table[key];
  return Object.hasOwn(table, key) ? value : undefined;
}

const visitsOf = (part: PhysicalCheck | undefined) => (part?.visits ?? []).map((visit, at) => ({ visit, visitNumber: at + 1 }));

export const visitsDone = (part: PhysicalCheck | undefined): readonly PropertyVisit[] => (part?.visits ?? []).filter(({ outcome }) => outcome === 'done');
export const attemptsIn = (part: PhysicalCheck | undefined): readonly PropertyVisit[] => (part?.visits ?? []).filter(({ outcome }) => outcome === 'attempted');
/** The visit that the walk-round writes into; null: none is under way. */
export const visitUnderWay = (part: PhysicalCheck | undefined): PropertyVisit | null => (part?.visits ?? []).findLast(({ outcome }) => outcome === null) ?? null;

/** What each visit said of a kind of place, in their order. */
export function looksAt(part: PhysicalCheck | undefined, id: string): readonly LookOnVisit[] {
  return visitsOf(part).flatMap(({ visit, visitNumber }) => {
    const look = own(visit.looked, id);
    return look === undefined || look.answer === null ? [] : [{ visit, visitNumber, look }];
  });
}

/** What the visits that were done say of it together: the first of RANK that any of them said, by the latest that said so; null: nobody has looked. */
export function lookedFor(part: PhysicalCheck | undefined, id: string): LookOnVisit | null {
  const looks = looksAt(part, id).filter(({ visit }) => visit.outcome === 'done');
  return RANK.flatMap((answer) => looks.findLast(({ look }) => look.answer === answer) ?? [])[0] ?? null;
}

export interface SiteSeenOnVisit {
  readonly visit: PropertyVisit;
  readonly visitNumber: number;
  readonly seen: SiteSeen;
}

/** What the latest visit said of a place that the map lists. The map's own finding is never replaced by it. */
export function siteSeen(part: PhysicalCheck | undefined, key: string): SiteSeenOnVisit | null {
  return visitsOf(part).flatMap(({ visit, visitNumber }): readonly SiteSeenOnVisit[] => {
    const seen = own(visit.sites, key);
    return seen === undefined || seen.found === null ? [] : [{ visit, visitNumber, seen }];
  }).at(-1) ?? null;
}

type Check = Assessment['checks'][string];
const CHECK_OF = { seen: 'there', notSeen: 'notSeen', couldNotCheck: 'couldNotCheck' } as const satisfies Record<LookAnswer, NonNullable<Check['answer']>>;

/** Whether the walk-round is where this is answered: asked there, it is asked nowhere else. What an office asks of an agency too may be answered by either. */
export const answeredOnVisit = ({ physicalCheck }: Pick<Assessment, 'physicalCheck'>, id: string): boolean => physicalCheck !== undefined && CATEGORY_IDS.some((one) => one === id && categoryOf(one).found === 'seenOnly');

/** What is known of something that no map answers: from the walk-round, where it was looked for there; else as it was entered by hand. */
export function checkOf(assessment: Pick<Assessment, 'checks' | 'physicalCheck'>, id: string): Check | undefined {
  const { checks, physicalCheck } = assessment;
  const entered = own(checks, id);
  const looked = lookedFor(physicalCheck, id);
  const isSettled = !answeredOnVisit(assessment, id) && (entered?.answer ?? null) !== null && entered?.answer !== 'couldNotCheck';
  if (looked === null || looked.look.answer === null || (isSettled && looked.look.answer === 'couldNotCheck')) return entered;
  return { answer: CHECK_OF[looked.look.answer], note: looked.look.note };
}
