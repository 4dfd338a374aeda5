import { type ClockSettings, type Deadline, deadlinesOf, type Protocol } from '@/rules';
import { CHECK_AGENCIES, daysLater } from '@/terms';
import { dayBegun } from './days';
import { isReopened } from './due';
import type { AssessmentSummary } from './summaries';

/** Days ahead that a list of today's work looks: Steading's own choice, so that the list is read; the table holds every record. */
export const AHEAD_DAYS = { due: 7, fixedDay: 28, review: 28 } as const;

/** What the day asks of somebody about one record. */
export const WORK = {
  overdue: 'Overdue',
  due: 'Due within a week',
  fixedDay: 'Releases, homes held and bids within four weeks',
  waiting: 'Waiting for an answer',
  review: 'Reviews within four weeks',
  uncounted: 'In progress, and no day is counted yet',
} as const;
export type WorkKind = keyof typeof WORK;

/** `on`: ISO date; of 'waiting' the day on which the agency was asked, of 'uncounted' that on which the record was begun. `what`: what is due, in the words of the clocks; or who is waited for. */
export interface WorkItem {
  readonly kind: WorkKind;
  readonly on: string;
  readonly what: string;
}

const FIXED_DAYS: ReadonlySet<string> = new Set(['release', 'voidHeld', 'bidCloses']);

function ofDeadlines(deadlines: readonly Deadline[], answered: readonly string[], begunOn: string, today: string): readonly WorkItem[] {
  const dated = deadlines.flatMap(({ id, for: what, ruledOn, dueOn: on }) => (ruledOn && on !== null && !answered.includes(id) ? [{ id, what, on }] : [])).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const fixed = dated.filter(({ id }) => FIXED_DAYS.has(id));
  const [first] = dated.filter(({ id }) => !FIXED_DAYS.has(id));
  // All answered is another thing than nothing to count from.
  const counted = deadlines.some(({ id, ruledOn, dueOn }) => ruledOn && dueOn !== null && !FIXED_DAYS.has(id));
  return [
    ...(counted ? [] : [{ kind: 'uncounted', on: begunOn, what: 'The event that starts the clock, or its date, is not recorded' } as const]),
    ...(first === undefined || first.on > daysLater(today, AHEAD_DAYS.due) ? [] : [{ kind: first.on < today ? 'overdue' : 'due', on: first.on, what: first.what } as const]),
    ...fixed.filter(({ on }) => on <= daysLater(today, AHEAD_DAYS.fixedDay)).map(({ on, what }) => ({ kind: on < today ? 'overdue' : 'fixedDay', on, what } as const)),
  ];
}

/**
 * What today asks about one record, by what lists know: the next day that it is held to (ERA-2017 4.0, or the local protocol), its fixed days, a decision that ran out, a review.
 * Empty: nothing. A shrunk record asks for its review alone. `today`: ISO date.
 */
export function workOf(summary: AssessmentSummary, settings: ClockSettings, protocol: Protocol | null, today: string): readonly WorkItem[] {
  const { state, due, reviewOn, reopenOn, waiting = [] } = summary;
  const ranOut = isReopened(summary, today) && reopenOn !== null ? [{ kind: 'overdue', on: reopenOn, what: 'Decision ran out: decide again' } as const] : [];
  if (state === 'complete') {
    return [...ranOut, ...(reviewOn !== null && reviewOn <= daysLater(today, AHEAD_DAYS.review) ? [{ kind: 'review', on: reviewOn, what: 'Review' } as const] : [])];
  }
  return [...ranOut, ...(due ? ofDeadlines(deadlinesOf(due.facts, due.clock, settings, protocol), due.answered, dayBegun(summary), today) : []), ...waiting.map(({ agency, askedOn }) => ({ kind: 'waiting', on: askedOn ?? dayBegun(summary), what: CHECK_AGENCIES[agency] } as const))];
}
