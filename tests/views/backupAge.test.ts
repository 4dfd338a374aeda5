import { describe, expect, it } from 'vitest';
import { backupAge } from '../../src/views/parts/backupAge';

describe('the age of the last backup', () => {
  it.each([
    ['2026-11-21', 'Last backup: today.', false],
    ['2026-11-20', 'Last backup: yesterday.', false],
    ['2026-11-14', 'Last backup: 7 days ago.', false],
    ['2026-11-13', 'Last backup: 8 days ago.', true],
    // Over the end of summer time: 25 October 2026.
    ['2026-10-24', 'Last backup: 28 days ago.', true],
  ])('made on %s: %s', (lastOn, words, overdue) => {
    expect(backupAge(lastOn, '2026-11-21')).toEqual({ words, overdue });
  });

  it('warns where there is no backup', () => {
    expect(backupAge(null, '2026-11-21').overdue).toBe(true);
  });

  it('warns, and gives no age, where the clock was set back', () => {
    const age = backupAge('2026-12-01', '2026-11-21');
    expect(age.overdue).toBe(true);
    expect(age.words).not.toMatch(/\d/);
  });
});
