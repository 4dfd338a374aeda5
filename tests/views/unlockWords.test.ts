import { describe, expect, it } from 'vitest';
import { clockWords, unlockWords } from '../../src/views/parts/unlockWords';

describe('what is said after a try that did not open the vault', () => {
  it('counts the free tries that are left', () => {
    expect(unlockWords({ is: 'wrong', freeTriesLeft: 3, waitUntil: null }, 'passphrase')).toContain('3 more tries');
    expect(unlockWords({ is: 'wrong', freeTriesLeft: 1, waitUntil: null }, 'passphrase')).toContain('1 more try before');
  });

  it('never promises a try where none is free', () => {
    expect(unlockWords({ is: 'wrong', freeTriesLeft: 0, waitUntil: null }, 'passphrase')).toContain('must wait after the next');
  });

  it('says until when to wait, in the time of Scotland, summer and winter', () => {
    expect(unlockWords({ is: 'wrong', freeTriesLeft: 0, waitUntil: '2026-07-01T13:05:30.000Z' }, 'passphrase')).toContain('Wait until 14:05:30');
    expect(unlockWords({ is: 'wait', waitUntil: '2026-11-21T14:05:30.000Z' }, 'passphrase')).toContain('Wait until 14:05:30');
    expect(clockWords('2026-07-01T23:00:00.000Z')).toBe('00:00:00');
  });

  it('does not count tries of the recovery code, which is never throttled', () => {
    const words = unlockWords({ is: 'wrong', freeTriesLeft: 2, waitUntil: null }, 'recoveryCode');
    expect(words).not.toMatch(/\d|wait/i);
    expect(words).toContain('printed sheet');
  });
});
