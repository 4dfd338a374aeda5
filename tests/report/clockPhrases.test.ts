import { countedPhrase, daysLeftPhrase, deadlinePhrase, extensionPhrase, kindOfDayPhrase, limitPhrase, startPhrase } from '@/report';
import { calendarOf, countCalendarDays, countWorkingDays, type CountedDay, type Deadline } from '@/rules';
import { describe, expect, it } from 'vitest';

const counted = (from: string, days: number, local: readonly { on: string; name: string }[] = []): readonly CountedDay[] => {
  const found = countWorkingDays(from, days, calendarOf(local, []));
  if (found.is === 'unknown') throw new Error(found.say);
  return found.days;
};

const DEADLINE: Deadline = {
  id: 'initialEra', for: 'Initial ERA, all agencies', kind: 'clearWorkingDays', limitDays: 7, countedFrom: { on: '2026-11-24', event: 'E-mail to the SOLO', agency: 'police' },
  firstDueOn: '2026-12-04', dueOn: '2026-12-04', extension: null, days: [], unknown: null, ruledOn: true, clauses: [],
};
const LATER = { deadlineId: 'initialEra', to: '2026-12-11', reason: 'Several houses in one yard.', decidedOn: '2026-12-01', by: 'E. Fyfe, inspector' };

describe('countedPhrase', () => {
  it('says of each day whether it counts, as which, and why not', () => {
    expect(counted('2026-11-26', 3, [{ on: '2026-12-02', name: 'Linnhead holiday' }]).map(countedPhrase)).toEqual([
      'Thursday 26 November 2026: does not count, the day of the event',
      'Friday 27 November 2026: counts as 1',
      'Saturday 28 November 2026: does not count, weekend',
      'Sunday 29 November 2026: does not count, weekend',
      expect.stringMatching(/^Monday 30 November 2026: does not count, St Andrew.s Day$/),
      'Tuesday 1 December 2026: counts as 2',
      'Wednesday 2 December 2026: does not count, Linnhead holiday (local holiday)',
      'Thursday 3 December 2026: counts as 3',
    ]);
  });

  it('counts the day of the event among calendar days', () => {
    expect(countCalendarDays('2026-11-28', 3).days.map(countedPhrase)).toEqual([
      'Saturday 28 November 2026: counts as 1, the day of the event', 'Sunday 29 November 2026: counts as 2', 'Monday 30 November 2026: counts as 3',
    ]);
  });
});

describe('deadlinePhrase', () => {
  it('says the day, how many days of which kind, and what they are counted from', () => {
    expect(deadlinePhrase(DEADLINE)).toBe('Initial ERA, all agencies: Friday 4 December 2026; 7 clear working days, counted from: E-mail to the SOLO, Police Scotland, 24 November 2026.');
  });

  it('keeps the first day beside a later one', () => {
    expect(deadlinePhrase({ ...DEADLINE, dueOn: LATER.to, extension: LATER })).toMatch(/^Initial ERA, all agencies: Friday 11 December 2026, first 4 December 2026; 7 clear/);
  });

  it('says what is to be done where the day is not known', () => {
    expect(deadlinePhrase({ ...DEADLINE, firstDueOn: null, dueOn: null, unknown: { reason: 'unanswered', say: 'Enter the date of the notification.' } }))
      .toBe('Initial ERA, all agencies: not known yet. Enter the date of the notification.');
  });

  it("says of the person's own duty that it is never ruled on, and of nothing else", () => {
    expect(deadlinePhrase({ ...DEADLINE, ruledOn: false })).toMatch(/ Shown, never ruled on\.$/);
    expect(deadlinePhrase({ ...DEADLINE, ruledOn: false, dueOn: null })).toMatch(/not known yet\. Shown, never ruled on\.$/);
    expect(deadlinePhrase(DEADLINE)).not.toMatch(/ruled on/);
  });

  it('counts nothing of a fixed day', () => {
    expect(deadlinePhrase({ ...DEADLINE, for: 'Bid closes', kind: 'fixedDay', limitDays: null, countedFrom: null })).toBe('Bid closes: Friday 4 December 2026.');
  });
});

describe('the other wordings of clocks', () => {
  it.each([
    [kindOfDayPhrase('calendarDays'), 'calendar days'],
    [limitPhrase({ kind: 'clearWorkingDays', limitDays: 21 }), '21 clear working days'],
    [limitPhrase({ kind: 'fixedDay', limitDays: null }), 'A fixed day'],
    [startPhrase({ on: null, event: ' ', agency: null }), 'Event not given, day not given'],
    [startPhrase(null), 'Not counted: the day was set'],
    [extensionPhrase(LATER), 'To 11 December 2026, decided by E. Fyfe, inspector, on 1 December 2026. Reason: Several houses in one yard.'],
    [extensionPhrase({ to: null, reason: ' ', decidedOn: null, by: '' }), 'To a day that is not given, decided by somebody who is not named, day not given. Reason: none given'],
    [daysLeftPhrase('2026-12-04', '2026-12-04'), 'Due today'],
    [daysLeftPhrase('2026-12-04', '2026-12-03'), '1 calendar day left'],
    [daysLeftPhrase('2027-01-02', '2026-12-31'), '2 calendar days left'],
    [daysLeftPhrase('2026-03-30', '2026-03-28'), '2 calendar days left'],
    [daysLeftPhrase('2026-12-04', '2026-12-05'), 'Past by 1 calendar day'],
  ])('%s', (found, expected) => expect(found).toBe(expected));
});
