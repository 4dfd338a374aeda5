import { lockTimer, type LockState } from '@/stores/lockTimer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const LIMITS = { idleMs: 10 * MINUTE, awayMs: 2 * MINUTE };

/** A page that ticks every second while it is awake. Each step: how far both clocks go, and what happens at its end. */
interface Step { readonly ms: number; readonly asleep?: boolean; readonly wallBy?: number; readonly then?: 'hide' | 'show' | 'touch' | 'pick' | 'picked' }

function run(steps: readonly Step[], { steadySleeps = true, limits = LIMITS }: { steadySleeps?: boolean; limits?: typeof LIMITS } = {}) {
  let [wallMs, steadyMs, hidden] = [Date.parse('2026-11-21T14:05:00Z'), 5_000, false];
  const timer = lockTimer(() => limits, { wallMs, steadyMs, hidden });
  const states: LockState[] = [];
  const look = () => { states.push(timer.look({ wallMs, steadyMs, hidden })); };
  let elapsed = 0;
  let lockedAt: number | null = null;
  for (const { ms, asleep = false, wallBy = 0, then } of steps) {
    wallMs += wallBy;
    for (let left = ms; left > 0; left -= asleep ? ms : 1_000) {
      const by = asleep ? ms : Math.min(1_000, left);
      wallMs += by;
      if (!asleep || !steadySleeps) steadyMs += by;
      elapsed += by;
      look();
      if (states.at(-1)?.is === 'lock') lockedAt ??= elapsed;
    }
    if (then === 'hide' || then === 'show') { hidden = then === 'hide'; look(); }
    if (then === 'touch') states.push(timer.touch({ wallMs, steadyMs, hidden }));
    if (then === 'pick' || then === 'picked') timer.awaitPicker(then === 'pick');
    if (states.at(-1)?.is === 'lock') lockedAt ??= elapsed;
  }
  const locked = states.find((state) => state.is === 'lock');
  return { cause: locked?.cause ?? null, lockedAt };
}

const HOUR = 60 * MINUTE;

describe('an open vault', () => {
  it.each<{ what: string; steps: readonly Step[]; cause: string | null; at?: number }>([
    { what: 'in use stays open', steps: Array.from({ length: 30 }, () => ({ ms: 9 * MINUTE, then: 'touch' as const })), cause: null },
    { what: 'left alone locks after the office’s minutes, to the second', steps: [{ ms: HOUR }], cause: 'idle', at: 10 * MINUTE },
    { what: 'touched counts anew', steps: [{ ms: 9 * MINUTE, then: 'touch' }, { ms: HOUR }], cause: 'idle', at: 19 * MINUTE },
    { what: 'hidden for a moment stays open', steps: [{ ms: 1_000, then: 'hide' }, { ms: MINUTE, then: 'show' }, { ms: MINUTE, then: 'touch' }], cause: null },
    { what: 'hidden again and again, each time for a moment, stays open', steps: Array.from({ length: 8 }, () => [{ ms: 1_000, then: 'hide' as const }, { ms: MINUTE, then: 'show' as const }, { ms: 1_000 }]).flat(), cause: null },
    { what: 'hidden past the grace locks', steps: [{ ms: 1_000, then: 'hide' }, { ms: HOUR }], cause: 'away', at: 2 * MINUTE + 1_000 },
    { what: 'hidden and frozen past the grace locks at the first look', steps: [{ ms: 1_000, then: 'hide' }, { ms: 3 * MINUTE, asleep: true }], cause: 'away' },
    { what: 'hidden by the app’s own camera has ten minutes', steps: [{ ms: 1_000, then: 'pick' }, { ms: 1_000, then: 'hide' }, { ms: 9 * MINUTE, then: 'show' }, { ms: 1_000, then: 'picked' }, { ms: 1_000, then: 'touch' }], cause: null },
    { what: 'whose camera never comes back locks after ten minutes', steps: [{ ms: 1_000, then: 'pick' }, { ms: 1_000, then: 'hide' }, { ms: HOUR }], cause: 'idle', at: 10 * MINUTE },
    { what: 'whose picker was cancelled has no longer grace', steps: [{ ms: 1_000, then: 'pick' }, { ms: 1_000, then: 'picked' }, { ms: 1_000, then: 'hide' }, { ms: HOUR }], cause: 'away', at: 2 * MINUTE + 3_000 },
    { what: 'asleep for a minute stays open', steps: [{ ms: MINUTE, asleep: true }, { ms: 1_000, then: 'touch' }], cause: null },
    { what: 'asleep past the grace locks at waking', steps: [{ ms: 8 * HOUR, asleep: true }], cause: 'away', at: 8 * HOUR },
    { what: 'whose clock is set back by an hour locks at once, as a sleep may be hidden in it', steps: [{ ms: 1_000, wallBy: -HOUR }, { ms: 1_000 }], cause: 'clock', at: 1_000 },
    { what: 'whose clock is set back in its sleep locks at waking', steps: [{ ms: 8 * HOUR, asleep: true, wallBy: -9 * HOUR }], cause: 'clock' },
    { what: 'whose clock is corrected back by seconds stays open', steps: [{ ms: 1_000, wallBy: -20_000 }, { ms: 1_000, then: 'touch' }], cause: null },
    { what: 'whose clock is corrected back by seconds, again and again, locks no later', steps: Array.from({ length: 40 }, () => ({ ms: 30_000, wallBy: -20_000 })), cause: 'idle', at: 10 * MINUTE },
    { what: 'whose clock is set forward by less than the grace stays open', steps: [{ ms: 1_000, wallBy: MINUTE }, { ms: 1_000, then: 'touch' }], cause: null },
    { what: 'whose clock is set forward by a day locks, as after a sleep', steps: [{ ms: 1_000, wallBy: 24 * HOUR }], cause: 'away', at: 1_000 },
  ])('$what', ({ steps, cause, at }) => {
    const ended = run(steps);
    expect(ended.cause).toBe(cause);
    if (at !== undefined) expect(ended.lockedAt).toBe(at);
  });

  it('locks the same where the steady clock goes on in a sleep', () => {
    expect(run([{ ms: 8 * HOUR, asleep: true }], { steadySleeps: false }).cause).toBe('away');
    expect(run([{ ms: 8 * HOUR, asleep: true, wallBy: -8 * HOUR }], { steadySleeps: false }).cause).toBe('clock');
  });

  it('locks at the first touch after a sleep, which may come before any tick', () => {
    const timer = lockTimer(() => LIMITS, { wallMs: 0, steadyMs: 0, hidden: false });
    expect(timer.touch({ wallMs: 8 * HOUR, steadyMs: 10, hidden: false })).toEqual({ is: 'lock', cause: 'away' });
    expect(timer.touch({ wallMs: 8 * HOUR, steadyMs: 20, hidden: false }), 'and no later touch opens it').toEqual({ is: 'lock', cause: 'away' });
  });

  it('is not locked a second time by the clock that was set forward: the next timer begins with it', () => {
    const timer = lockTimer(() => LIMITS, { wallMs: 24 * HOUR, steadyMs: 1_000, hidden: false });
    expect(timer.look({ wallMs: 24 * HOUR + 1_000, steadyMs: 2_000, hidden: false })).toMatchObject({ is: 'open' });
  });

  it('is never open longer than the office’s minutes after the last touch, whatever anybody does to the clocks', () => {
    const step = fc.record({ steady: fc.integer({ min: 0, max: 5 * MINUTE }), wall: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), hidden: fc.boolean() });
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [wallMs, steadyMs] = [0, 0];
      const timer = lockTimer(() => LIMITS, { wallMs, steadyMs, hidden: false });
      for (const { steady, wall, hidden } of steps) {
        steadyMs += steady;
        wallMs += wall;
        const state = timer.look({ wallMs, steadyMs, hidden });
        if (steadyMs >= LIMITS.idleMs) expect(state.is).toBe('lock');
        if (state.is === 'lock') return;
      }
    }));
  });

  it('negative control: the wall clock alone would be stretched by setting it back', () => {
    const wallOnly = lockTimer(() => LIMITS, { wallMs: 0, steadyMs: 0, hidden: false });
    let wallMs = 0;
    let state: LockState = { is: 'open', idleLeftMs: 0 };
    for (let second = 0; second < 3_600; second += 1) {
      wallMs += second % 20 === 0 ? -19_000 : 1_000;
      state = wallOnly.look({ wallMs, steadyMs: 0, hidden: false });
    }
    expect(state.is).toBe('lock');
    expect(wallMs, 'by the wall clock alone, an hour took no time').toBeLessThan(LIMITS.idleMs);
  });
});
