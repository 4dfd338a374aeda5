import { isDay } from '@/terms';
import { BANK_HOLIDAYS } from './standard/bankHolidays';
import type { Counted, CountedDay, Holiday, NationalYear, WorkCalendar } from './clockTypes';

type CountedOut = Extract<Counted, { is: 'counted' }>;
type DayRead = Pick<CountedDay, 'why' | 'name'>;

const DAY_MS = 86_400_000;
/** Sunday and Saturday, as Date counts them. */
const WEEKEND: readonly number[] = [0, 6];
/** More days than this is a slip of the pen, not a limit. */
const MOST_DAYS = 366;

const midnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** The same date. Throws RangeError where it is none. */
export function checkedDate(iso: string): string {
  if (!isDay(iso)) throw new RangeError(`'${iso}' is not a date: give a day of the calendar as YYYY-MM-DD.`);
  return iso;
}

function checkedDays(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new RangeError(`${days} is not a number of days: give a whole number from 1 to ${MOST_DAYS}.`);
  return days;
}

const nextDay = (iso: string): string => checkedDate(new Date(midnight(iso).getTime() + DAY_MS).toISOString().slice(0, 10));

/** The same day `years` later (a whole number); 29 February becomes 28 February in a year without one. Throws RangeError for a bad date. */
export function addYears(iso: string, years: number): string {
  const year = String(yearOf(checkedDate(iso)) + years).padStart(4, '0');
  const sameDay = `${year}${iso.slice(4)}`;
  return isDay(sameDay) ? sameDay : checkedDate(`${year}-02-28`);
}

/** The same day `months` later (a whole number), or that month's last day where it has no such day. Throws RangeError for a bad date. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = checkedDate(iso).split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The years that Steading knows, the further years of the office, and its local holidays. A year that is given twice has the days of both. */
export function calendarOf(local: readonly Holiday[], extraYears: readonly NationalYear[]): WorkCalendar {
  return { national: [...BANK_HOLIDAYS, ...extraYears], local };
}

/** How a day reads; null: its year is not in the calendar. */
function readerOf({ national, local }: WorkCalendar): (iso: string) => DayRead | null {
  const years = new Set(national.map(({ year }) => year));
  const holidays = new Map<string, DayRead>();
  const hold = (why: CountedDay['why']) => ({ on, name }: Holiday) => { if (!holidays.has(on)) holidays.set(on, { why, name }); };
  national.flatMap(({ days }) => days).forEach(hold('nationalHoliday'));
  local.forEach(hold('localHoliday'));
  return (iso) => {
    if (!years.has(yearOf(iso))) return null;
    if (WEEKEND.includes(midnight(iso).getUTCDay())) return { why: 'weekend', name: null };
    return holidays.get(iso) ?? { why: 'working', name: null };
  };
}

/** null: the calendar does not hold that year. Throws RangeError for a bad date. */
export function isWorkingDay(iso: string, calendar: WorkCalendar): boolean | null {
  const read = readerOf(calendar)(checkedDate(iso));
  return read && read.why === 'working';
}

const notCovered = (year: number): Counted => ({
  is: 'unknown', year, say: `The calendar does not hold the Scottish bank holidays of ${year}, so working days in ${year} are not counted. Add the published holidays of ${year} in the office settings.`,
});

export type WorkingDays = (from: string, days: number) => Counted;

/**
 * Full working days (ERA-2017 4.0 [reading]): `from` does not count, the due day is the last of them, at its end. Saturdays, Sundays, Scottish
 * bank holidays and local holidays do not count. Throws RangeError for a bad date, or for days that are not a whole number from 1 to 366.
 * Each start is counted once: thousands of records share a few hundred, and what was counted of the calendar as it was given holds.
 */
export function workingDaysBy(calendar: WorkCalendar): WorkingDays {
  const read = readerOf(calendar);
  const known = new Map<string, Counted>();
  const count: WorkingDays = (from, last) => {
    const counted: CountedDay[] = [{ on: from, number: null, why: 'start', name: null }];
    let number = 0;
    for (let on = nextDay(from); ; on = nextDay(on)) {
      const day = read(on);
      if (day === null) return notCovered(yearOf(on));
      if (day.why === 'working') number += 1;
      counted.push({ on, number: day.why === 'working' ? number : null, ...day });
      if (number === last) return { is: 'counted', dueOn: on, days: counted };
    }
  };
  return (from, days) => {
    const start = `${from} ${days}`;
    const answer = known.get(start) ?? count(checkedDate(from), checkedDays(days));
    known.set(start, answer);
    return answer;
  };
}

/** One count alone. Throws RangeError as `workingDaysBy` does. */
export const countWorkingDays = (from: string, days: number, calendar: WorkCalendar): Counted => workingDaysBy(calendar)(from, days);

/** Calendar days beginning with the event (SOA-2003 s. 84(1)): the day of the event is day 1. Throws RangeError as `workingDaysBy` does. */
export function countCalendarDays(begin: string, days: number): CountedOut {
  const last = checkedDays(days);
  const counted: CountedDay[] = [{ on: checkedDate(begin), number: 1, why: 'start', name: null }];
  let dueOn = begin;
  for (let number = 2; number <= last; number += 1) {
    dueOn = nextDay(dueOn);
    counted.push({ on: dueOn, number, why: 'calendar', name: null });
  }
  return { is: 'counted', dueOn, days: counted };
}
