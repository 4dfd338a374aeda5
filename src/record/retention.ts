import { addMonths } from '@/rules';
import { daysLater, dayInScotland } from '@/terms';
import type { Assessment } from './schema/assessment';
import type { Keeping } from './schema/keeping';
import { holdsNeighbours } from './neighbours';
import type { Office, RetentionRule } from './schema/office';
import { eraIsConducted } from './tasks/conduct';

/** What a list needs to count a record's keeping by the office's rules of the day. */
export interface KeepingFacts {
  /** As it was chosen: the rule's name and period in words. */
  readonly rule: string;
  /** ISO date; null: nothing was decided yet. */
  readonly decidedOn: string | null;
  readonly eventOn: string | null;
  readonly keptLonger: Pick<Keeping['keptLonger'][number], 'until' | 'why' | 'by'> | null;
  readonly shrunk: boolean;
  /** Answers about nearby households are held; absent: none. */
  readonly neighbours?: true;
}

/** Why no day can be counted: then somebody looks. Never 'not due'. */
export const UNCOUNTED = {
  noRule: 'No retention rule is recorded',
  notInTable: 'The rule is not in the office’s table (any more)',
  inWords: 'The rule’s period stands in words only',
  noDecision: 'No day of decision is recorded',
} as const;

export type Retention =
  | { readonly is: 'inProgress' }
  | { readonly is: 'uncounted'; readonly why: keyof typeof UNCOUNTED }
  /** The period has not begun: its event has not been recorded. */
  | { readonly is: 'waits'; readonly event: string }
  | { readonly is: 'kept'; readonly until: string }
  | { readonly is: 'keptLonger'; readonly until: string; readonly why: string; readonly by: string }
  | { readonly is: 'due'; readonly since: string };

/** A rule as it is chosen for a record. */
export const ruleLine = ({ name, keepFor }: Pick<RetentionRule, 'name' | 'keepFor'>): string => [name, keepFor].map((part) => part.trim()).filter((part) => part !== '').join(': ');

/** ERA conducted: the decision's day. Not conducted: the day of the authority, or else of the last thing put on record. */
function decidedOn({ outcome, conduct, history, startedAt }: Assessment, isConducted: boolean | null): string | null {
  if (isConducted === null) return null;
  return isConducted ? outcome.decidedOn : conduct.authorisedOn ?? dayInScotland(history.at(-1)?.at ?? startedAt);
}

export function keepingFacts(assessment: Assessment): KeepingFacts {
  const { review, keeping } = assessment;
  const last = keeping?.keptLonger.at(-1);
  return {
    rule: review.retentionRule, decidedOn: decidedOn(assessment, eraIsConducted(assessment)), eventOn: keeping?.eventOn ?? null,
    keptLonger: last === undefined ? null : { until: last.until, why: last.why, by: last.by }, shrunk: (keeping?.shrunk ?? null) !== null,
    ...(holdsNeighbours(assessment) && { neighbours: true as const }),
  };
}

/**
 * By the office's table of today, as a changed schedule holds for old records too. `today`: ISO date.
 * | not complete                                     | in progress: nothing of it is disposed of  |
 * | no rule, rule not in the table, in words, no day | uncounted, with why                        |
 * | counted from an event that has not come          | waits                                      |
 * | the last day lies ahead, or was put off          | kept, kept longer                          |
 * | the last day is past                             | due                                        |
 */
export function retentionOf({ rule, decidedOn: decided, eventOn, keptLonger }: KeepingFacts, state: 'inProgress' | 'complete', rules: readonly RetentionRule[], today: string): Retention {
  if (state === 'inProgress') return { is: 'inProgress' };
  if (keptLonger !== null && keptLonger.until > today) return { is: 'keptLonger', ...keptLonger };
  if (rule.trim() === '') return { is: 'uncounted', why: 'noRule' };
  const found = rules.find((one) => ruleLine(one) === rule.trim());
  if (found === undefined) return { is: 'uncounted', why: 'notInTable' };
  if (found.counted === undefined) return { is: 'uncounted', why: 'inWords' };
  const { count, unit, from, event } = found.counted;
  const day = from === 'event' ? eventOn : decided;
  if (day === null) return from === 'event' ? { is: 'waits', event } : { is: 'uncounted', why: 'noDecision' };
  const until = addMonths(day, unit === 'years' ? 12 * count : count);
  const since = keptLonger !== null && keptLonger.until > until ? keptLonger.until : until;
  return since > today ? { is: 'kept', until: since } : { is: 'due', since };
}

/** Steading's own until the office sets one: four weeks, in which the decision is told and questioned. */
const DELETE_AFTER_DAYS = 28;

/** How many days after the decision answers about nearby households are to be deleted; `reason` '': the office has not set it. */
export const neighboursRule = ({ neighbours }: Pick<Office, 'neighbours'>): NonNullable<Office['neighbours']> => neighbours ?? { deleteAfterDays: DELETE_AFTER_DAYS, reason: '' };

/** The day from which a record's answers about nearby households are past their clock; null: it has not come. `today`: ISO date. */
export function neighboursPast(assessment: Assessment, rule: NonNullable<Office['neighbours']>, today: string): string | null {
  const kept = neighboursKept(keepingFacts(assessment), rule, today);
  return kept?.is === 'due' ? kept.day : null;
}

/** Whether photos may be taken on the physical check, and how many days after the decision they are to be deleted. */
export const photosRule = ({ photos }: Pick<Office, 'photos'>): NonNullable<Office['photos']> => photos ?? { allowed: false, deleteAfterDays: DELETE_AFTER_DAYS, reason: '' };

/** 'waits': nothing was decided yet. From `day` on it is due. */
export type DeletionDay = { readonly is: 'waits' } | { readonly is: 'kept' | 'due'; readonly day: string };

/** When what is held for the decision alone is to go. `today`: ISO date. */
export function deletionDay({ decidedOn: decided }: Pick<KeepingFacts, 'decidedOn'>, { deleteAfterDays }: { readonly deleteAfterDays: number }, today: string): DeletionDay {
  if (decided === null) return { is: 'waits' };
  const day = daysLater(decided, deleteAfterDays);
  return { is: day <= today ? 'due' : 'kept', day };
}

/** null: none are held. */
export const neighboursKept = (keeping: KeepingFacts, rule: NonNullable<Office['neighbours']>, today: string): DeletionDay | null => (keeping.neighbours === undefined ? null : deletionDay(keeping, rule, today));
