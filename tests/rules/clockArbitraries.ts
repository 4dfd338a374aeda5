import { noFacts } from '@/rules/facts';
import { BANK_HOLIDAYS } from '@/rules/standard/bankHolidays';
import { calendarOf } from '@/rules/timescales';
import type { ClockFacts, ClockStart, Holiday, WorkCalendar } from '@/rules/clockTypes';
import type { Protocol } from '@/rules/protocolTypes';
import type { ConductFacts, LimitId } from '@/rules/types';
import { ADDRESS_KINDS, CHECK_AGENCIES, isDay, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import fc from 'fast-check';

const pad = (n: number) => String(n).padStart(2, '0');

/** Any day from 2025 to 2027, by year, month and day: no counting of ours is in it. */
export const anyDay: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => `${year}-${pad(month)}-${pad(day)}`).filter(isDay);

export const anyHoliday: fc.Arbitrary<Holiday> = anyDay.map((on) => ({ on, name: 'Local holiday' }));

export const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.array(anyHoliday, { maxLength: 40 }).map((local) => calendarOf(local, []));

/** Days of the year on which counting goes wrong most easily, and any others. */
export const anyStart: fc.Arbitrary<string> = fc.oneof(
  anyDay,
  fc.constantFrom('2025-12-19', '2025-12-24', '2025-12-31', '2026-04-02', '2026-06-12', '2026-12-18', '2026-12-24', '2026-12-31', '2027-01-01', '2027-12-24', '2027-12-31'),
);

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const keysOf = <T extends object>(terms: T) => fc.constantFrom(...(Object.keys(terms) as (keyof T & string)[]));
const anyClockStart: fc.Arbitrary<ClockStart> = fc.record({ on: orNull(anyStart), event: fc.string(), agency: fc.constant(null) });
const DEADLINE_IDS = ['initialEra', 'solo', 'otherAgencies', 'annualReview', 'ownNotification', 'release', 'voidHeld', 'bidCloses', 'agency.police'];

/** The facts that clocks look at; the others open. */
export const anyClockedFacts: fc.Arbitrary<ConductFacts> = fc
  .record({ under18: orNull(keysOf(YES_NO_UNKNOWN)), registered: orNull(keysOf(YES_NO_UNKNOWN)), trigger: orNull(keysOf(TRIGGERS)), addressKind: orNull(keysOf(ADDRESS_KINDS)) })
  .map((facts) => ({ ...noFacts('2026-03-02'), ...facts }));

export const anyClockFacts: fc.Arbitrary<ClockFacts> = fc.record({
  notification: anyClockStart, renewedOn: orNull(anyStart), movedOn: orNull(anyStart), releaseOn: orNull(anyDay), voidHeldUntil: orNull(anyDay), bidClosesOn: orNull(anyDay),
  agencies: fc.dictionary(keysOf(CHECK_AGENCIES), anyClockStart, { maxKeys: 3 }),
  extensions: fc.array(fc.record({ deadlineId: fc.constantFrom(...DEADLINE_IDS), to: anyDay, reason: fc.constantFrom('', ' ', 'Complex case'), decidedOn: anyDay, by: fc.string() }), { maxLength: 4 }),
});

export const EMPTY_PROTOCOL: Protocol = {
  format: 'steading-protocol', formatVersion: 1, name: 'Linnhead protocol', version: '3', owner: 'Linnhead SOG', inForceFrom: '2026-01-01',
  groups: [], triggers: [], checks: [], categories: [], prompts: [], limits: [], holidays: [],
};

/** Limits of every length and holidays: also limits that are longer than the national one, which may not count. */
export const anyClockProtocol: fc.Arbitrary<Protocol> = fc.record({
  limits: fc.array(fc.record({ limit: fc.constantFrom<LimitId>('initialEra', 'solo', 'otherAgencies', 'annualReview', 'ownNotification'), days: fc.integer({ min: 1, max: 40 }), reason: fc.string() })),
  holidays: fc.array(anyHoliday, { maxLength: 10 }),
}).map((parts) => ({ ...EMPTY_PROTOCOL, ...parts }));

/* ── A naive oracle of its own: day of the week by Sakamoto's table, the next day by the lengths of the months ── */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SAKAMOTO = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
const partsOf = (iso: string): [number, number, number] => [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function dayAfter(iso: string): string {
  const [year, month, day] = partsOf(iso);
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  if (day < length) return `${year}-${pad(month)}-${pad(day + 1)}`;
  return month < 12 ? `${year}-${pad(month + 1)}-01` : `${year + 1}-01-01`;
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(iso: string): number {
  const [year, month, day] = partsOf(iso);
  const shifted = month < 3 ? year - 1 : year;
  return (shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + (SAKAMOTO[month - 1] ?? 0) + day) % 7;
}

export function isFree(iso: string, local: readonly Holiday[]): boolean {
  const holidays = new Set([...BANK_HOLIDAYS.flatMap(({ days }) => days), ...local].map(({ on }) => on));
  return weekdayOf(iso) === 0 || weekdayOf(iso) === 6 || holidays.has(iso);
}

/** The due day; null: past the last covered day. */
export function naiveDueOn(from: string, days: number, local: readonly Holiday[]): string | null {
  let [on, left] = [from, days];
  while (left > 0) {
    on = dayAfter(on);
    if (on > '2027-12-31') return null;
    if (!isFree(on, local)) left -= 1;
  }
  return on;
}
