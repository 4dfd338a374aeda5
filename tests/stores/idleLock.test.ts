// @vitest-environment happy-dom
import { useIdleLock, useSession } from '@/stores';
import { effectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { stores } from './stores';

const MINUTE = 60_000;

beforeEach(() => { vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); });
afterEach(() => { vi.useRealTimers(); });

function watched(lockAfterMinutes = 10) {
  const made = stores({ door: fakeDoor().door });
  const session = useSession(made.pinia);
  session.vault = fakeVault();
  const lock = vi.spyOn(session, 'lock').mockResolvedValue();
  const flush = vi.fn(() => Promise.resolve());
  const scope = effectScope();
  made.app.runWithContext(() => { scope.run(() => { useIdleLock({ minutes: () => lockAfterMinutes, flush }); }); });
  /** Time passes with the device awake: the clock and its ticks. */
  const pass = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 5_000) {
      made.forward(Math.min(5_000, left));
      vi.advanceTimersByTime(Math.min(5_000, left));
    }
  };
  const touch = () => { document.dispatchEvent(new Event('pointerdown')); };
  const turn = (state: 'hidden' | 'visible') => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { lock, flush, scope, pass, touch, turn, sleep: made.forward };
}

describe('the idle lock', () => {
  it('locks after the office’s idle time, and not before', () => {
    const { lock, pass, scope } = watched(10);
    pass(9 * MINUTE + 55_000);
    expect(lock).not.toHaveBeenCalled();
    pass(5_000);
    expect(lock).toHaveBeenCalled();
    scope.stop();
  });

  it.each(['pointerdown', 'keydown', 'scroll', 'touchstart'])('counts from the last %s', (event) => {
    const { lock, pass, scope } = watched(10);
    pass(9 * MINUTE);
    document.dispatchEvent(new Event(event));
    pass(9 * MINUTE);
    expect(lock).not.toHaveBeenCalled();
    pass(MINUTE);
    expect(lock).toHaveBeenCalled();
    scope.stop();
  });

  it('locks at the first tick after a sleep', () => {
    const { lock, sleep, scope } = watched(10);
    sleep(8 * 60 * MINUTE);
    vi.advanceTimersByTime(5_000);
    expect(lock).toHaveBeenCalledOnce();
    scope.stop();
  });

  it('locks at the first touch after a sleep, which may come before any tick', () => {
    const { lock, sleep, touch, scope } = watched(10);
    sleep(8 * 60 * MINUTE);
    touch();
    expect(lock).toHaveBeenCalledOnce();
    scope.stop();
  });

  it('puts the draft on disk when the page is hidden, and locks when it comes back too late', () => {
    const { lock, flush, turn, sleep, scope } = watched(10);
    turn('hidden');
    expect(flush).toHaveBeenCalledOnce();
    sleep(MINUTE);
    turn('visible');
    expect(lock).not.toHaveBeenCalled();
    sleep(10 * MINUTE);
    turn('visible');
    expect(lock).toHaveBeenCalledOnce();
    expect(flush).toHaveBeenCalledOnce();
    scope.stop();
  });

  it('ends with the screens that it guards', () => {
    const { lock, pass, touch, scope } = watched(10);
    scope.stop();
    pass(60 * MINUTE);
    touch();
    expect(lock).not.toHaveBeenCalled();
  });
});
