// @vitest-environment happy-dom
import { useIdleLock, useOffice, useSession } from '@/stores';
import { emptyOffice } from '@/record';
import { effectScope, type Ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { stores } from './stores';

const MINUTE = 60_000;

beforeEach(() => { vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); });
afterEach(() => {
  vi.useRealTimers();
  document.documentElement.className = '';
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
});

/** The times and the clocks are lockTimer's, and tested there: here, what the page does about them. */
function watched(lockAfterMinutes = 10, lockHiddenMinutes = 2) {
  const made = stores({ door: fakeDoor().door });
  const session = useSession(made.pinia);
  useOffice(made.pinia).office = { ...emptyOffice, lockAfterMinutes, lockHiddenMinutes };
  session.vault = fakeVault();
  const lock = vi.spyOn(session, 'lock').mockImplementation(() => { session.locking = true; return Promise.resolve(); });
  const flush = vi.fn(() => Promise.resolve());
  session.beforeLock(flush);
  const scope = effectScope();
  let secondsLeft: Ref<number | null> | undefined;
  made.app.runWithContext(() => { scope.run(() => { ({ secondsLeft } = useIdleLock()); }); });
  /** Time passes with the device awake: the clocks and the ticks. */
  const pass = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 1_000) {
      made.forward(Math.min(1_000, left));
      vi.advanceTimersByTime(Math.min(1_000, left));
    }
  };
  const touch = (event = 'pointerdown') => { document.dispatchEvent(new Event(event)); };
  const turn = (state: 'hidden' | 'visible') => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { session, lock, flush, scope, pass, touch, turn, sleep: made.setClock, secondsLeft: () => secondsLeft?.value };
}

const covered = () => document.documentElement.classList.contains('st_covered');

describe('the idle lock', () => {
  it('locks after the office’s idle time, and not before', () => {
    const { lock, pass, scope } = watched(10);
    pass(9 * MINUTE + 59_000);
    expect(lock).not.toHaveBeenCalled();
    pass(1_000);
    expect(lock).toHaveBeenCalledWith('idle');
    scope.stop();
  });

  it.each(['pointerdown', 'keydown', 'scroll', 'touchstart', 'input', 'click'])('counts from the last %s', (event) => {
    const { lock, pass, touch, scope } = watched(10);
    pass(9 * MINUTE);
    touch(event);
    pass(9 * MINUTE);
    expect(lock).not.toHaveBeenCalled();
    pass(MINUTE);
    expect(lock).toHaveBeenCalled();
    scope.stop();
  });

  it('warns half a minute before, and any touch stays', () => {
    const { lock, pass, touch, scope, secondsLeft } = watched(1);
    pass(29_000);
    expect(secondsLeft()).toBeNull();
    pass(1_000);
    expect(secondsLeft()).toBe(30);
    pass(20_000);
    expect(secondsLeft()).toBe(10);
    touch('keydown');
    expect(secondsLeft()).toBeNull();
    pass(59_000);
    expect(lock).not.toHaveBeenCalled();
    scope.stop();
  });

  it.each(['tick', 'touch', 'resume', 'focus'])('locks after a sleep at the first %s, and the page is covered at once', (first) => {
    const { lock, sleep, touch, scope } = watched(10);
    sleep(8 * 60 * MINUTE);
    if (first === 'tick') vi.advanceTimersByTime(1_000);
    else if (first === 'touch') touch();
    else if (first === 'resume') document.dispatchEvent(new Event('resume'));
    else window.dispatchEvent(new Event('focus'));
    expect(lock).toHaveBeenCalledWith('away');
    expect(covered()).toBe(true);
    scope.stop();
  });

  it('covers the page and puts drafts on disk when it is hidden; uncovers it in time, and locks under the cover past the grace', () => {
    const { lock, flush, turn, pass, scope } = watched(10);
    turn('hidden');
    expect([covered(), flush.mock.calls.length]).toEqual([true, 1]);
    pass(MINUTE);
    turn('visible');
    expect([covered(), lock.mock.calls.length]).toEqual([false, 0]);
    turn('hidden');
    pass(2 * MINUTE);
    expect(lock).toHaveBeenCalledWith('away');
    turn('visible');
    expect(covered(), 'nothing is shown between the return and the reload').toBe(true);
    scope.stop();
  });

  it('gives a camera or a picker of its own longer, until it answers or the officer is back at work', () => {
    const { session, lock, turn, pass, touch, scope } = watched(10);
    session.awaitsPicker();
    turn('hidden');
    pass(5 * MINUTE);
    turn('visible');
    expect(lock).not.toHaveBeenCalled();
    touch();
    turn('hidden');
    pass(2 * MINUTE);
    expect(lock, 'the next time it is as any other').toHaveBeenCalledWith('away');
    scope.stop();
  });

  it('takes a picker’s longer time back once it has answered; what scrolls by itself is no answer', () => {
    const { session, lock, turn, pass, touch, scope } = watched(10);
    const answered = session.awaitsPicker();
    touch('scroll');
    expect(session.picking).toBe(true);
    answered();
    turn('hidden');
    pass(2 * MINUTE);
    expect(lock).toHaveBeenCalledWith('away');
    scope.stop();
  });

  it.each([['freeze', () => document.dispatchEvent(new Event('freeze'))], ['pagehide', () => window.dispatchEvent(new Event('pagehide'))]])('puts drafts on disk at %s', (_, happens) => {
    const { flush, scope } = watched();
    happens();
    expect(flush).toHaveBeenCalledOnce();
    scope.stop();
  });

  it('locks a page that the browser had put by and brings back', () => {
    const { lock, scope } = watched();
    const back = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    back(false);
    expect(lock).not.toHaveBeenCalled();
    back(true);
    expect(lock).toHaveBeenCalledWith('away');
    scope.stop();
  });

  it('ends with the screens that it guards', () => {
    const { lock, pass, touch, turn, scope } = watched(10);
    scope.stop();
    pass(60 * MINUTE);
    touch();
    turn('hidden');
    expect([lock.mock.calls.length, covered()]).toEqual([0, false]);
  });
});
