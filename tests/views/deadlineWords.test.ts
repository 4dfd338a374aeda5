import type { Deadline } from '@/rules';
import { describe, expect, it } from 'vitest';
import { clauseLabels, countedDayWords, extensionFault, leftWords, weekdayWords } from '../../src/views/parts/deadlineWords';

const deadline = (id: string, change: Partial<Deadline> = {}): Deadline => ({
  id, for: id, kind: 'clearWorkingDays', limitDays: 7, countedFrom: null, firstDueOn: '2026-12-03', dueOn: '2026-12-03', extension: null, days: [], unknown: null, ruledOn: true, clauses: [], ...change,
});

describe('what is left of a deadline', () => {
  it('is said in days where the standard rules on it', () => {
    expect(leftWords(deadline('solo'), '2026-12-03')).toMatch(/today/i);
    expect(leftWords(deadline('solo'), '2026-12-04')).toMatch(/past/i);
  });

  it.each(['2026-12-02', '2026-12-03', '2027-06-01'])('is never said of the person’s own duty (seen on %s)', (today) => {
    const words = leftWords(deadline('ownNotification', { ruledOn: false }), today);
    expect(words).toContain('never ruled on');
    expect(words).not.toMatch(/past|late|over|today|\d/i);
  });

  it('is not known where the day is not', () => {
    expect(leftWords(deadline('solo', { firstDueOn: null, dueOn: null }), '2026-12-03')).toBe('Not known');
  });
});

describe('a counted day', () => {
  it.each([
    [{ on: '2026-11-27', number: null, why: 'start', name: null }, 'Does not count: the day of the event'],
    [{ on: '2026-11-27', number: 1, why: 'start', name: null }, '1: the day of the event'],
    [{ on: '2026-11-28', number: null, why: 'weekend', name: null }, 'Does not count: weekend'],
    [{ on: '2026-11-30', number: null, why: 'nationalHoliday', name: 'St Andrew’s Day' }, 'Does not count: St Andrew’s Day (Scottish bank holiday)'],
    [{ on: '2026-12-01', number: null, why: 'localHoliday', name: 'Fair' }, 'Does not count: Fair (local holiday)'],
    [{ on: '2026-12-02', number: 3, why: 'working', name: null }, '3'],
  ] as const)('%o', (day, words) => {
    expect(countedDayWords(day)).toBe(words);
  });

  it('names the weekday of the date itself, wherever the device is', () => {
    expect(weekdayWords('2026-11-30')).toBe('Monday');
  });
});

describe('the clauses behind a deadline', () => {
  it('are named once each, with every label that they carry', () => {
    const clause = { document: 'ERA-2017', clause: '4.0', says: 'x' } as const;
    expect(clauseLabels([{ ...clause, status: 'confirmed' }, { ...clause, status: 'reading' }, { ...clause, status: 'reading' }, { ...clause, document: 'SOA-2003', clause: 's. 84(1)', status: 'confirmed' }]))
      .toEqual(['ERA-2017 4.0 (confirmed, reading)', 'SOA-2003 s. 84(1) (confirmed)']);
  });
});

describe('an extension', () => {
  it.each(['2026-12-03', '2026-12-01'])('to %s is told: it moves nothing', (to) => {
    expect(extensionFault({ deadlineId: 'solo', to }, [deadline('solo')])).toContain('3 December 2026');
  });

  it('to a later day, or to none yet, is no fault', () => {
    expect(extensionFault({ deadlineId: 'solo', to: '2026-12-04' }, [deadline('solo')])).toBeNull();
    expect(extensionFault({ deadlineId: 'solo', to: null }, [deadline('solo')])).toBeNull();
  });
});
