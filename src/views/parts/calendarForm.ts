import type { Office } from '@/stores';
import type { Fault } from './fault';

export interface HolidayTyped {
  on: string | null;
  name: string;
}
export interface YearTyped {
  year: string;
  source: string;
  /** ISO date of the day on which it was first saved; null: not saved yet. */
  addedOn: string | null;
  days: HolidayTyped[];
}

/** The office's calendar as typed. */
export interface CalendarForm {
  localHolidays: HolidayTyped[];
  nationalYears: YearTyped[];
  agencies: 'oneAfterTheOther' | 'sideBySide';
}

export const blankHoliday = (): HolidayTyped => ({ on: null, name: '' });
export const blankYear = (): YearTyped => ({ year: '', source: '', addedOn: null, days: [blankHoliday()] });

export function calendarFormOf({ localHolidays, nationalYears, agenciesSideBySide }: Office['calendar']): CalendarForm {
  return {
    localHolidays: localHolidays.map((day) => ({ ...day })),
    nationalYears: nationalYears.map(({ year, source, addedOn, days }) => ({ year: String(year), source, addedOn, days: days.map((day) => ({ ...day })) })),
    agencies: agenciesSideBySide ? 'sideBySide' : 'oneAfterTheOther',
  };
}

/** Only of a form without faults; each holiday list is put in order of its days. */
export function readCalendar({ localHolidays, nationalYears, agencies }: CalendarForm, today: string): Office['calendar'] {
  const days = (typed: readonly HolidayTyped[]) => typed.flatMap(({ on, name }) => on === null ? [] : [{ on, name: name.trim() }]).sort((a, b) => a.on.localeCompare(b.on));
  return {
    localHolidays: days(localHolidays),
    nationalYears: nationalYears.map((one) => ({ year: Number(one.year.trim()), source: one.source.trim(), addedOn: one.addedOn ?? today, days: days(one.days) })).sort((a, b) => a.year - b.year),
    agenciesSideBySide: agencies === 'sideBySide',
  };
}

/** `what`: how the list is called in a sentence. */
function dayFaults(days: readonly HolidayTyped[], field: string, what: string): Fault[] {
  return days.flatMap(({ on, name }, at) => {
    const faults: Fault[] = [];
    const one = `${what} ${String(at + 1)}`;
    if (on === null) faults.push({ field: `${field}.${String(at)}.on`, say: `Enter the date of ${one}, or remove it.` });
    else if (days.findIndex((day) => day.on === on) < at) faults.push({ field: `${field}.${String(at)}.on`, say: `Remove ${one}: its day is in the list already.` });
    if (name.trim() === '') faults.push({ field: `${field}.${String(at)}.name`, say: `Name ${one}.` });
    return faults;
  });
}

function yearFaults({ year, source, days }: YearTyped, at: number, years: readonly string[], held: readonly number[]): Fault[] {
  const field = `calendar.nationalYears.${String(at)}`;
  const typed = year.trim();
  const what = /^\d{4}$/u.test(typed) ? typed : `further year ${String(at + 1)}`;
  const faults: Fault[] = [];
  if (!/^20\d\d$/u.test(typed)) faults.push({ field: `${field}.year`, say: `Enter ${what} with four digits, from 2000 to 2099.` });
  else if (held.includes(Number(typed))) faults.push({ field: `${field}.year`, say: `Remove ${what}: Steading holds the published bank holidays of that year itself.` });
  else if (years.indexOf(typed) < at) faults.push({ field: `${field}.year`, say: `Remove ${what}: the year is in the list already.` });
  if (source.trim() === '') faults.push({ field: `${field}.source`, say: `Say where the bank holidays of ${what} were published.` });
  if (days.length === 0) faults.push({ field: `${field}.days-add`, say: `Add the bank holidays of ${what}: a year without them would count every weekday.` });
  faults.push(...dayFaults(days, `${field}.days`, `bank holiday of ${what}, number`));
  days.forEach(({ on }, day) => {
    if (on !== null && /^\d{4}$/u.test(typed) && !on.startsWith(typed)) faults.push({ field: `${field}.days.${String(day)}.on`, say: `Enter a day in ${typed}, or move it to its own year.` });
  });
  return faults;
}

/** What is wrong with the calendar. `held`: years whose bank holidays Steading holds itself. */
export function calendarFaults({ localHolidays, nationalYears }: CalendarForm, held: readonly number[]): readonly Fault[] {
  const years = nationalYears.map(({ year }) => year.trim());
  return [
    ...dayFaults(localHolidays, 'calendar.localHolidays', 'local holiday'),
    ...nationalYears.flatMap((one, at) => yearFaults(one, at, years, held)),
  ];
}
