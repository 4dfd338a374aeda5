import type { Deadline, Deadlines } from '@/rules';
import { CHECK_AGENCIES, daysLater } from '@/terms';
import { dayBegun } from './days';
import { earlierFirst, isDated, isReopened, nextDeadline } from './due';
import type { AssessmentSummary, DueFacts } from './summaries';

/** Days ahead that a list of today's work looks: Steading's own choice, so that the list is read; the table holds every record. */
export const AHEAD_DAYS = { due: 7, fixedDay: 28, review: 28 } as const;

/** What the day asks of somebody about one record. */
export const WORK = {
  overdue: 'Overdue',
  due: 'Due within a week',
  fixedDay: 'Releases, homes held and bids within four weeks',
  waiting: 'Waiting for an answer',
  review: 'Reviews within four weeks',
  sign: 'Waiting to be signed',
  uncounted: 'In progress, and no day is counted yet',
} as const;
export type WorkKind = keyof typeof WORK;

/** `on`: ISO date; of 'waiting' the day on which the agency was asked, of 'uncounted' that on which the record was begun, of 'sign' that of its decision. `what`: what is due, in the words of the clocks; or who is waited for. */
export interface WorkItem {
  readonly kind: WorkKind;
  readonly on: string;
  readonly what: string;
}

const FIXED_DAYS: ReadonlySet<string> = new Set(['release', 'voidHeld', 'bidCloses']);

const NOT_COUNTED = 'The event that starts the clock, or its date, is not recorded';

/**
 * What today asks about a record, by what lists know: the next day that it is held to (ERA-2017 4.0, or the local protocol), its fixed days, a decision that ran out, a review.
 * Empty: nothing. A shrunk record asks for its review alone. `today`: ISO date.
 */
export function workBy(deadlinesOf: Deadlines, today: string): (summary: AssessmentSummary) => readonly WorkItem[] {
  const until = { due: daysLater(today, AHEAD_DAYS.due), fixedDay: daysLater(today, AHEAD_DAYS.fixedDay), review: daysLater(today, AHEAD_DAYS.review) };
  const isFixed = ({ id }: Deadline) => FIXED_DAYS.has(id);
  const ofDeadlines = ({ facts, clock, answered }: DueFacts, summary: AssessmentSummary): readonly WorkItem[] => {
    const dated = deadlinesOf(facts, clock).filter(isDated);
    const first = nextDeadline(dated.filter((one) => !isFixed(one)), answered);
    return [
      // All answered is another thing than nothing to count from.
      ...(dated.every(isFixed) ? [{ kind: 'uncounted', on: dayBegun(summary), what: NOT_COUNTED } as const] : []),
      ...(first === null || first.dueOn > until.due ? [] : [{ kind: first.dueOn < today ? 'overdue' : 'due', on: first.dueOn, what: first.for } as const]),
      ...dated.filter((one) => isFixed(one) && one.dueOn <= until.fixedDay).toSorted(earlierFirst).map(({ dueOn: on, for: what }) => ({ kind: on < today ? 'overdue' : 'fixedDay', on, what: summary.kind === 'none' ? `${what}; no address yet` : what } as const)),
    ];
  };
  return (summary) => {
    const { state, due, reviewOn, reopenOn, releaseOn, toSign, waiting = [] } = summary;
    const unsigned = toSign ? [{ kind: 'sign', on: summary.decided?.on ?? dayBegun(summary), what: 'Sign-off' } as const] : [];
    const ranOut = isReopened(summary, today) && reopenOn !== null ? [{ kind: 'overdue', on: reopenOn, what: 'Decision ran out: decide again' } as const] : [];
    // What a complete record was about is still to come: said while it lies ahead.
    const released = releaseOn !== undefined && releaseOn >= today && releaseOn <= until.fixedDay ? [{ kind: 'fixedDay', on: releaseOn, what: 'Release or home leave' } as const] : [];
    if (state === 'complete') return [...ranOut, ...unsigned, ...released, ...(reviewOn !== null && reviewOn <= until.review ? [{ kind: 'review', on: reviewOn, what: 'Review' } as const] : [])];
    return [...ranOut, ...unsigned, ...(due ? ofDeadlines(due, summary) : []), ...waiting.map(({ agency, askedOn }) => ({ kind: 'waiting', on: askedOn ?? dayBegun(summary), what: CHECK_AGENCIES[agency] } as const))];
  };
}
