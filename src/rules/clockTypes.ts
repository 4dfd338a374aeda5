import type { AgencyId, CheckAgencyId, UnknownReason } from '@/terms';
import type { Clause } from './types';

/** One non-working day. */
export interface Holiday {
  /** ISO date. */
  readonly on: string;
  readonly name: string;
}

/** The Scottish bank holidays of one year, with where they were published. */
export interface NationalYear {
  readonly year: number;
  readonly days: readonly Holiday[];
  readonly source: string;
}

/** Years that `national` does not hold are not guessed at: counting into them is unknown. */
export interface WorkCalendar {
  readonly national: readonly NationalYear[];
  readonly local: readonly Holiday[];
}

export interface CountedDay {
  /** ISO date. */
  readonly on: string;
  /** 1, 2, 3…; null: the day does not count. */
  readonly number: number | null;
  /** start: the day of the event itself; working, calendar: a day that counts. */
  readonly why: 'start' | 'working' | 'calendar' | 'weekend' | 'nationalHoliday' | 'localHoliday';
  /** Of a holiday. */
  readonly name: string | null;
}

export type Counted =
  | { readonly is: 'counted'; readonly dueOn: string; readonly days: readonly CountedDay[] }
  | { readonly is: 'unknown'; readonly year: number; readonly say: string };

/** Which event, of which agency, started a clock (ERA-2017 4.0 leaves 'notification' undefined). */
export interface ClockStart {
  /** ISO date; null: not given yet. */
  readonly on: string | null;
  readonly event: string;
  readonly agency: AgencyId | null;
}

export interface Extension {
  readonly deadlineId: string;
  /** ISO date: the later day. The first one is kept. */
  readonly to: string;
  readonly reason: string;
  /** ISO date. */
  readonly decidedOn: string;
  readonly by: string;
}

export interface ClockFacts {
  readonly notification: ClockStart;
  /** Renewal of registration (ERA-2017 4.0: the annual review counts from it). ISO date. */
  readonly renewedOn: string | null;
  /** The person's own change of home address (SOA-2003 s.84(1)). ISO date. */
  readonly movedOn: string | null;
  readonly releaseOn: string | null;
  readonly voidHeldUntil: string | null;
  readonly bidClosesOn: string | null;
  /** Agencies whose clock was started by an event of their own; the others count from the notification. */
  readonly agencies: Readonly<Partial<Record<CheckAgencyId, ClockStart>>>;
  readonly extensions: readonly Extension[];
}

export interface ClockSettings {
  readonly calendar: WorkCalendar;
  /** false: 2 + 5 one after the other [reading]; true: the SOLO's 2 and the others' 5 both begin with the notification. */
  readonly agenciesSideBySide: boolean;
}

export interface Deadline {
  /** initialEra, solo, otherAgencies, agency.<id>, annualReview, ownNotification, release, voidHeld, bidCloses */
  readonly id: string;
  readonly for: string;
  readonly kind: 'clearWorkingDays' | 'calendarDays' | 'fixedDay';
  /** null: a fixed day. A shorter limit of the local protocol stands here instead of the national one. */
  readonly limitDays: number | null;
  /** What is counted from; null: a fixed day. */
  readonly countedFrom: ClockStart | null;
  /** As counted, before any extension. ISO date; null: not known, see `unknown`. */
  readonly firstDueOn: string | null;
  /** With the last extension. */
  readonly dueOn: string | null;
  readonly extension: Extension | null;
  readonly days: readonly CountedDay[];
  readonly unknown: { readonly reason: UnknownReason; readonly say: string } | null;
  /** false: the person's own duty, shown and never ruled on. */
  readonly ruledOn: boolean;
  readonly clauses: readonly Clause[];
}
