import { atDiscretion, countedOn, inYear, yearsIn } from '@/record';
import { describe, expect, it } from 'vitest';

const decided = (authorisedOn: string | null, startedAt = '2026-03-30T09:00:00.000Z') => ({ authorisedOn, startedAt });

describe('the year that a departure counts in', () => {
  it('is that of its authority, and without one that of the assessment’s beginning', () => {
    expect(countedOn(decided('2026-04-01'))).toBe('2026-04-01');
    expect(countedOn(decided(null))).toBe('2026-03-30');
  });

  it('turns on 1 April', () => {
    const both = [decided('2026-03-31'), decided('2026-04-01')];
    expect(inYear(both, '2025-26')).toEqual([both[0]]);
    expect(inYear(both, '2026-27')).toEqual([both[1]]);
  });

  it('is offered newest first, this year always among them', () => {
    expect(yearsIn([decided('2024-06-01'), decided('2026-03-31')], '2026-11-21')).toEqual(['2026-27', '2025-26', '2024-25']);
    expect(yearsIn([], '2026-11-21')).toEqual(['2026-27']);
  });

  it('has every departure in just one year', () => {
    const all = [decided('2024-06-01'), decided('2026-03-31'), decided(null), decided('2026-04-01')];
    expect(yearsIn(all, '2026-11-21').flatMap((year) => inYear(all, year))).toHaveLength(all.length);
  });
});

describe('leaving an ERA out at the agencies’ discretion', () => {
  it('is no departure and is counted apart; an ERA that is conducted is neither', () => {
    const list = [
      { choice: 'notConducted', departure: false }, { choice: 'notConducted', departure: true }, { choice: 'conducted', departure: false }, { choice: null, departure: false }, { choice: 'reviewNotDone', departure: false },
    ] as const;
    expect(atDiscretion(list)).toEqual([list[0], list[4]]);
  });
});
