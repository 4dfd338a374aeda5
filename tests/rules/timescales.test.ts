import { BANK_HOLIDAYS } from '@/rules/standard/bankHolidays';
import { LIMITS } from '@/rules/standard/limits';
import { addYears, calendarOf, checkedDate, countCalendarDays, countWorkingDays, isWorkingDay, workingDaysBy } from '@/rules/timescales';
import type { Counted, WorkCalendar } from '@/rules/clockTypes';
import { isDay } from '@/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyHoliday, anyStart, dayAfter, isFree, naiveDueOn, weekdayOf } from './clockArbitraries';

const NATIONAL = calendarOf([], []);
const NOT_2028: Counted = {
  is: 'unknown', year: 2028, say: 'The calendar does not hold the Scottish bank holidays of 2028, so working days in 2028 are not counted. Add the published holidays of 2028 in the office settings.',
};
const dueOn = (counted: Counted) => (counted.is === 'counted' ? counted.dueOn : null);
const due = (from: string, days: number, calendar = NATIONAL) => dueOn(countWorkingDays(from, days, calendar));

describe('the table of bank holidays', () => {
  it('holds the published days of three years', () => {
    expect(BANK_HOLIDAYS.map(({ year, days }) => [year, days.map(({ on }) => on.slice(5)).join(' ')])).toEqual([
      [2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
      [2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
      [2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
    ]);
  });

  it('names every day, says where it was published, and holds no day of another year and none on a weekend', () => {
    for (const { year, days, source } of BANK_HOLIDAYS) {
      expect(source).toBe('Scottish bank holidays as published by the Scottish Government on mygov.scot');
      expect(days.every(({ on, name }) => name !== '' && isDay(on) && on.startsWith(String(year)) && ![0, 6].includes(weekdayOf(on)))).toBe(true);
    }
    expect(BANK_HOLIDAYS.map(({ days }) => days.map(({ name }) => name).join(', '))).toEqual([
      "New Year's Day, 2 January, Good Friday, Early May bank holiday, Spring bank holiday, Summer bank holiday, St Andrew's Day (substitute), Christmas Day, Boxing Day",
      "New Year's Day, 2 January, Good Friday, Early May bank holiday, Spring bank holiday, Men's football World Cup, Summer bank holiday, St Andrew's Day, Christmas Day, Boxing Day (substitute)",
      "New Year's Day, 2 January (substitute), Good Friday, Early May bank holiday, Spring bank holiday, Summer bank holiday, St Andrew's Day, Christmas Day (substitute), Boxing Day (substitute)",
    ]);
  });

  it('survives a JSON round trip, and so do the limits', () => {
    expect(JSON.parse(JSON.stringify(BANK_HOLIDAYS))).toStrictEqual(BANK_HOLIDAYS);
    expect(JSON.parse(JSON.stringify(LIMITS))).toStrictEqual(LIMITS);
  });

  it('stands first in a calendar, before the further years of the office', () => {
    const [local, extra] = [{ on: '2026-07-20', name: 'Fair' }, { year: 2028, days: [], source: 'published' }];
    expect(calendarOf([local], [extra])).toEqual({ national: [...BANK_HOLIDAYS, extra], local: [local] });
  });
});

describe('the limits', () => {
  it('are those of the digest, each with its unit, its sources and its date of force', () => {
    expect(Object.values(LIMITS).map(({ id, value, unit, inForce, clauses }) => [id, value, unit, inForce.from, inForce.to, clauses.map(({ document, clause, status }) => `${document} ${clause} ${status}`)])).toEqual([
      ['initialEra', 7, 'clearWorkingDays', '2017-11-01', null, ['ERA-2017 4.0 confirmed', 'ERA-2017 4.0 reading', 'ERA-2017 4.0 reading']],
      ['solo', 2, 'clearWorkingDays', '2017-11-01', null, ['ERA-2017 4.0 confirmed', 'ERA-2017 4.0 reading', 'ERA-2017 4.0 reading']],
      ['otherAgencies', 5, 'clearWorkingDays', '2017-11-01', null, ['ERA-2017 4.0 confirmed', 'ERA-2017 4.0 reading', 'ERA-2017 4.0 reading', 'ERA-2017 4.0 reading']],
      ['annualReview', 21, 'clearWorkingDays', '2017-11-01', null, ['ERA-2017 4.0 confirmed', 'ERA-2017 4.0 reading']],
      ['ownNotification', 3, 'calendarDays', '2004-05-01', null, ['SOA-2003 s. 84(1) confirmed', 'SOA-2003 s. 84(1) reading']],
    ]);
    expect(Object.entries(LIMITS).every(([id, limit]) => id === limit.id)).toBe(true);
  });

  it('say in words what they say in numbers', () => {
    const said = (id: keyof typeof LIMITS) => LIMITS[id].clauses.map(({ says }) => says);
    const [undefinedStart, clear] = [
      "'After notification' is not defined: the record says which event, of which agency, started the clock.",
      "The day of notification does not count. The due day is the last full working day that is counted after it, at its end: the stricter reading of 'clear'.",
    ];
    expect(said('initialEra')).toEqual(["All agencies have 7 clear working days after notification for the initial ERA, 'recommended as a minimum'.", undefinedStart, clear]);
    expect(said('solo')).toEqual(['Of the 7 working days of the initial ERA, 2 full days are for the SOLO.', undefinedStart, clear]);
    expect(said('otherAgencies')).toEqual([
      'Of the 7 working days of the initial ERA, 5 full days are for the other agencies.', undefinedStart, clear,
      '2 + 5 = 7 is read as one after the other: the other agencies begin when the time of the SOLO ends. An office may set the two side by side.',
    ]);
    expect(said('annualReview')).toEqual([
      "All agencies have 21 clear working days from the date of renewal for the annual review, 'as a minimum'.",
      "The date of renewal does not count. The due day is the last full working day that is counted after it, at its end: the stricter reading of 'clear'.",
    ]);
    expect(said('ownNotification')).toEqual([
      'A person subject to SONR notifies a change of home address within 3 days beginning with the day of the change.',
      "The day of the change is the first of the 3; weekends and holidays count. The duty is the person's own: Steading shows the day and never rules on whether it was kept.",
    ]);
  });
});

describe('countWorkingDays', () => {
  it('counts day by day across Christmas 2026 and New Year 2027', () => {
    const off = (on: string, why: string, name: string | null = null) => ({ on, number: null, why, name });
    const day = (on: string, number: number) => ({ on, number, why: 'working', name: null });
    expect(countWorkingDays('2026-12-23', 7, NATIONAL)).toEqual({
      is: 'counted', dueOn: '2027-01-07', days: [
        off('2026-12-23', 'start'), day('2026-12-24', 1), off('2026-12-25', 'nationalHoliday', 'Christmas Day'), off('2026-12-26', 'weekend'), off('2026-12-27', 'weekend'),
        off('2026-12-28', 'nationalHoliday', 'Boxing Day (substitute)'), day('2026-12-29', 2), day('2026-12-30', 3), day('2026-12-31', 4),
        off('2027-01-01', 'nationalHoliday', "New Year's Day"), off('2027-01-02', 'weekend'), off('2027-01-03', 'weekend'),
        off('2027-01-04', 'nationalHoliday', '2 January (substitute)'), day('2027-01-05', 5), day('2027-01-06', 6), day('2027-01-07', 7),
      ],
    });
  });

  it.each([
    ['an ordinary week', '2026-03-02', 2, '2026-03-04'],
    ['a weekend', '2026-03-06', 7, '2026-03-17'],
    ['a notification on a Saturday', '2026-03-07', 7, '2026-03-17'],
    ['a notification on a Sunday', '2026-03-08', 7, '2026-03-17'],
    ['Good Friday 2026; Easter Monday counts', '2026-04-01', 7, '2026-04-13'],
    ['15 June 2026', '2026-06-11', 2, '2026-06-16'],
    ['a notification on a bank holiday', '2026-06-15', 1, '2026-06-16'],
    ['two bank holidays in a review of 21 days', '2026-04-27', 21, '2026-05-28'],
    ["St Andrew's Day on its substitute", '2025-11-28', 1, '2025-12-02'],
    ['the clocks going forward', '2026-03-27', 1, '2026-03-30'],
    ['the last covered day', '2027-12-20', 7, '2027-12-31'],
    ['a start before the first covered year, which is not itself counted', '2024-12-31', 2, '2025-01-06'],
  ])('counts over %s', (_what, from, days, expected) => expect(due(from, days)).toBe(expected));

  it('leaves out local holidays, by name', () => {
    const calendar = calendarOf([{ on: '2026-07-20', name: 'Glasgow Fair' }], []);
    expect(due('2026-07-16', 2)).toBe('2026-07-20');
    expect(countWorkingDays('2026-07-16', 2, calendar)).toEqual({
      is: 'counted', dueOn: '2026-07-21', days: [
        { on: '2026-07-16', number: null, why: 'start', name: null }, { on: '2026-07-17', number: 1, why: 'working', name: null },
        { on: '2026-07-18', number: null, why: 'weekend', name: null }, { on: '2026-07-19', number: null, why: 'weekend', name: null },
        { on: '2026-07-20', number: null, why: 'localHoliday', name: 'Glasgow Fair' }, { on: '2026-07-21', number: 2, why: 'working', name: null },
      ],
    });
  });

  it('calls a day that is both a weekend and a holiday a weekend, and one that is national and local national', () => {
    const calendar = calendarOf([{ on: '2026-06-14', name: 'Gala day' }, { on: '2026-06-15', name: 'Local' }], []);
    const counted = countWorkingDays('2026-06-12', 1, calendar);
    expect(counted.is === 'counted' && counted.days.slice(1, 4).map(({ why, name }) => [why, name])).toEqual([['weekend', null], ['weekend', null], ['nationalHoliday', "Men's football World Cup"]]);
  });

  it('takes a year that is given twice as the days of both', () => {
    const calendar = calendarOf([], [{ year: 2026, days: [{ on: '2026-03-03', name: 'One-off holiday' }], source: 'published' }]);
    expect(due('2026-03-02', 1, calendar)).toBe('2026-03-04');
    expect(due('2026-06-12', 1, calendar)).toBe('2026-06-16');
  });

  it('is unknown as soon as it would step into a year that the calendar does not hold', () => {
    expect(countWorkingDays('2027-12-21', 7, NATIONAL)).toEqual(NOT_2028);
    expect(countWorkingDays('2027-12-31', 1, NATIONAL)).toEqual(NOT_2028);
    expect(countWorkingDays('2024-12-30', 1, NATIONAL)).toEqual({
      is: 'unknown', year: 2024, say: 'The calendar does not hold the Scottish bank holidays of 2024, so working days in 2024 are not counted. Add the published holidays of 2024 in the office settings.',
    });
  });

  it('counts on once the office has added the year', () => {
    const calendar = calendarOf([], [{ year: 2028, days: [{ on: '2028-01-03', name: "New Year's Day (substitute)" }, { on: '2028-01-04', name: '2 January (substitute)' }], source: 'published' }]);
    expect(due('2027-12-31', 1, calendar)).toBe('2028-01-05');
  });

  it.each([0, -1, 1.5, 367, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s days', (days) => {
    const refusal = new RangeError(`${days} is not a number of days: give a whole number from 1 to 366.`);
    expect(() => countWorkingDays('2026-03-02', days, NATIONAL)).toThrow(refusal);
    expect(() => countCalendarDays('2026-03-02', days)).toThrow(refusal);
  });

  it('takes 366 days, the most there are', () => {
    expect(due('2025-01-02', 366)).toBe(naiveDueOn('2025-01-02', 366, []));
    expect(countCalendarDays('2026-01-01', 366).dueOn).toBe('2027-01-01');
  });

  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '02/03/2026', '', '2026-03-02T00:00:00Z', '2027-02-29', '+010000-01-01', '+010000-01', ' 2026-03-02'])("refuses '%s' as a date", (bad) => {
    const refusal = new RangeError(`'${bad}' is not a date: give a day of the calendar as YYYY-MM-DD.`);
    expect(isDay(bad)).toBe(false);
    expect(() => checkedDate(bad)).toThrow(refusal);
    expect(() => countWorkingDays(bad, 1, NATIONAL)).toThrow(refusal);
    expect(() => countCalendarDays(bad, 1)).toThrow(refusal);
    expect(() => isWorkingDay(bad, NATIONAL)).toThrow(refusal);
    expect(() => addYears(bad, 1)).toThrow(refusal);
  });

  it('never goes past the last date of four digits', () => {
    expect(() => countCalendarDays('9999-12-31', 2)).toThrow(RangeError);
    expect(countCalendarDays('9999-12-31', 1).dueOn).toBe('9999-12-31');
  });
});

type Counter = (from: string, days: number, calendar: WorkCalendar) => Counted;
const anyDays = fc.integer({ min: 1, max: 30 });
const RUNS = { numRuns: 1000 };

const countsRightly = (count: Counter) => fc.property(anyStart, anyDays, anyCalendar, (from, days, calendar) => {
  const counted = count(from, days, calendar);
  const expected = naiveDueOn(from, days, calendar.local);
  if (counted.is === 'unknown') return expected === null && counted.year === 2028;
  const working = counted.days.filter(({ number }) => number !== null);
  const every = counted.days.every(({ on, why }, index) => (index === 0 ? on === from && why === 'start' : on === dayAfter(counted.days[index - 1]?.on ?? '')));
  return counted.dueOn === expected && every && counted.days.at(-1)?.on === counted.dueOn
    && working.length === days && working.every(({ on, number }, index) => number === index + 1 && on > from && !isFree(on, calendar.local));
});
/** Any two starts, and as often two of the same fortnight, where a count that jumps shows. */
const twoStarts = fc.oneof(fc.tuple(anyStart, anyStart), fc.tuple(anyStart, fc.nat({ max: 14 })).map(([from, later]): [string, string] => [from, Array.from({ length: later }).reduce<string>(dayAfter, from)]));
const laterIsNeverEarlier = (count: Counter) => fc.property(twoStarts, anyDays, anyCalendar, ([one, other], days, calendar) => {
  const [first, second] = [one, other].toSorted().map((from) => dueOn(count(from, days, calendar)) ?? '9999');
  return first !== undefined && second !== undefined && first <= second;
});
const aHolidayNeverHastens = (count: Counter) => fc.property(anyStart, anyDays, anyCalendar, anyHoliday, (from, days, calendar, holiday) => {
  const after = dueOn(count(from, days, { ...calendar, local: [...calendar.local, holiday] })) ?? '9999';
  return after >= (dueOn(count(from, days, calendar)) ?? '9999');
});

describe('working days, whatever the start and the calendar', () => {
  it('are counted as a naive count does, one by one, and never on a weekend or a holiday', () => fc.assert(countsRightly(countWorkingDays), RUNS));
  it('are never due earlier from a later start', () => fc.assert(laterIsNeverEarlier(countWorkingDays), RUNS));
  it('are never due earlier with one more holiday', () => fc.assert(aHolidayNeverHastens(countWorkingDays), RUNS));
  it('add up: 2 and then 5 are 7', () => {
    fc.assert(fc.property(anyStart, anyCalendar, (from, calendar) => {
      const solo = countWorkingDays(from, 2, calendar);
      return solo.is === 'unknown' || due(solo.dueOn, 5, calendar) === due(from, 7, calendar);
    }), RUNS);
  });

  it('are the same from a counter that has counted others before, and from one that has counted nothing', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyStart, anyDays), { minLength: 2, maxLength: 8 }), anyCalendar, (asked, calendar) => {
      const count = workingDaysBy(calendar);
      for (const [from, days] of [...asked, ...asked]) expect(count(from, days)).toEqual(countWorkingDays(from, days, calendar));
    }), { numRuns: 100 });
  });
  it('refuse a bad start however often it is asked for', () => {
    const count = workingDaysBy(NATIONAL);
    for (const day of ['2026-02-30', '2026-02-30']) expect(() => count(day, 1)).toThrow(RangeError);
  });

  const careless: readonly [string, Counter][] = [
    ['counts the day of the start', (from, days, calendar) => (days === 1 ? { is: 'counted', dueOn: from, days: [] } : countWorkingDays(from, days - 1, calendar))],
    ['ignores local holidays', (from, days, { national }) => countWorkingDays(from, days, { national, local: [] })],
    ['ignores national holidays', (from, days, { national, local }) => countWorkingDays(from, days, { national: national.map((year) => ({ ...year, days: [] })), local })],
    ['counts weekends', (from, days) => countCalendarDays(dayAfter(from), days)],
    ['guesses at years that are not covered', (from, days, calendar) => countWorkingDays(from, days, { ...calendar, national: [...calendar.national, { year: 2028, days: [], source: '' }] })],
  ];
  it.each(careless)('control: the count that %s is caught', (_what, count) => expect(fc.check(countsRightly(count), RUNS).failed).toBe(true));

  it('control: a count that ends early for a holiday, or takes longer from some days, is caught', () => {
    const hastens: Counter = (from, days, calendar) => countWorkingDays(from, Math.max(1, days - calendar.local.length), calendar);
    const jumps: Counter = (from, days, calendar) => countWorkingDays(from, from.endsWith('1') ? days + 5 : days, calendar);
    expect(fc.check(aHolidayNeverHastens(hastens), RUNS).failed).toBe(true);
    expect(fc.check(laterIsNeverEarlier(jumps), RUNS).failed).toBe(true);
  });
});

describe('countCalendarDays', () => {
  it('takes the day of the event as the first: 3 days beginning with a Friday end on the Sunday', () => {
    expect(countCalendarDays('2026-03-06', 3)).toEqual({
      is: 'counted', dueOn: '2026-03-08', days: [
        { on: '2026-03-06', number: 1, why: 'start', name: null }, { on: '2026-03-07', number: 2, why: 'calendar', name: null }, { on: '2026-03-08', number: 3, why: 'calendar', name: null },
      ],
    });
  });

  it.each([
    ['the end of February', '2026-02-27', 3, '2026-03-01'],
    ['a leap day', '2028-02-28', 3, '2028-03-01'],
    ['the end of a year that no calendar covers', '2030-12-30', 3, '2031-01-01'],
    ['holidays, which count', '2026-12-24', 3, '2026-12-26'],
    ['the clocks going back', '2026-10-24', 3, '2026-10-26'],
    ['one day: the event itself', '2026-03-06', 1, '2026-03-06'],
  ])('runs over %s', (_what, begin, days, expected) => expect(countCalendarDays(begin, days).dueOn).toBe(expected));
});

describe('isWorkingDay', () => {
  it.each([
    ['2026-03-06', true], ['2026-03-07', false], ['2026-03-08', false], ['2026-03-09', true], ['2026-06-15', false], ['2026-07-20', false], ['2028-03-06', null], ['2028-03-05', null],
  ])('says of %s: %s', (iso, expected) => expect(isWorkingDay(iso, calendarOf([{ on: '2026-07-20', name: 'Fair' }], []))).toBe(expected));
});

describe('addYears', () => {
  it.each([
    ['2026-03-02', 1, '2027-03-02'], ['2026-03-02', -1, '2025-03-02'], ['2026-03-02', 0, '2026-03-02'], ['2028-02-29', 1, '2029-02-28'], ['2028-02-29', 4, '2032-02-29'],
    ['2027-02-28', 1, '2028-02-28'], ['2028-02-29', -1, '2027-02-28'], ['0999-05-01', 0, '0999-05-01'],
  ])('%s and %s years: %s', (iso, years, expected) => expect(addYears(iso, years)).toBe(expected));

  it('refuses what leads out of the calendar', () => {
    expect(() => addYears('9999-03-02', 1)).toThrow(RangeError);
    expect(() => addYears('2026-03-02', 0.5)).toThrow(RangeError);
  });
});
