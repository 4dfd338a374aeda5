/** When an open vault locks by itself, told from two clocks: the wall clock, which anybody can set, and the steady one, which may stand still in a sleep. */

/** Why a vault was locked; `officer`: by the button or the key. */
export type LockCause = 'officer' | 'idle' | 'away' | 'clock' | 'takenOver' | 'newer' | 'broughtBack';

export interface LockLimits {
  readonly idleMs: number;
  /** How long the page may be hidden, or the device asleep. */
  readonly awayMs: number;
}

export interface Moment {
  readonly wallMs: number;
  readonly steadyMs: number;
  readonly hidden: boolean;
}

/** A camera or a file picker that Steading itself opened gets this long, where the office gives less. */
export const PICKER_MS = 10 * 60_000;
/** A visible page ticks every second: where no tick came for so long, the device slept. */
const ASLEEP_MS = 30_000;
/** Time servers correct clocks by less. A clock that goes back further may hide any length of sleep. */
const SET_BACK_MS = 60_000;

export type LockState = { readonly is: 'open'; readonly idleLeftMs: number } | { readonly is: 'lock'; readonly cause: LockCause };

/** Every stretch between two looks counts by the clock that says more, so that neither clock alone can stretch the time. */
export function lockTimer(limits: () => LockLimits, start: Moment) {
  let last = start;
  let idleMs = 0;
  let awayMs = 0;
  let picker = false;
  let over: LockCause | null = null;

  function look(now: Moment): LockState {
    const wall = now.wallMs - last.wallMs;
    const steady = Math.max(0, now.steadyMs - last.steadyMs);
    const passed = Math.max(wall, steady);
    const isAway = last.hidden || passed >= ASLEEP_MS;
    last = now;
    idleMs += passed;
    awayMs = isAway ? awayMs + passed : 0;
    const { idleMs: mostIdle, awayMs: mostAway } = allowed();
    over ??= wall - steady <= -SET_BACK_MS ? 'clock' : awayMs >= mostAway ? 'away' : idleMs >= mostIdle ? 'idle' : null;
    return over === null ? { is: 'open', idleLeftMs: mostIdle - idleMs } : { is: 'lock', cause: over };
  }

  function allowed(): LockLimits {
    const { idleMs: idle, awayMs: away } = limits();
    return picker ? { idleMs: Math.max(idle, PICKER_MS), awayMs: Math.max(away, PICKER_MS) } : { idleMs: idle, awayMs: away };
  }

  return {
    look,
    /** The first touch after a sleep may come before any tick: it must not pass for work that went on. */
    touch(now: Moment): LockState {
      const state = look(now);
      if (state.is === 'lock') return state;
      idleMs = 0;
      awayMs = 0;
      return { is: 'open', idleLeftMs: allowed().idleMs };
    },
    /** Steading opened a camera or a file picker; `false`: it gave its answer. */
    awaitPicker(waits: boolean): void { picker = waits; },
  };
}
