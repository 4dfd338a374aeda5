/** What is kept of wrong passphrases, in clear beside the keyring. */
export interface Throttle {
  readonly failures: number;
  /** Milliseconds since 1970 by this device's clock. */
  readonly lastFailedAt: number;
}

export const NO_FAILURES: Throttle = { failures: 0, lastFailedAt: 0 };

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONG_WAIT_FROM = 10;
const LONG_WAIT_MS = 15 * 60_000;

/** After n wrong tries: nothing up to 4, then 30 s × 2^(n−5), from the tenth on 15 minutes each, for ever. Never a wipe: that would be a weapon. */
export function waitMsAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return failures >= LONG_WAIT_FROM ? LONG_WAIT_MS : FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES);
}

export function freeTriesLeft({ failures }: Throttle): number {
  return Math.max(0, FREE_TRIES - failures);
}

/** Until when no try is made (milliseconds since 1970); null: a try is free now. */
export function waitUntilMs({ failures, lastFailedAt }: Throttle, nowMs: number): number | null {
  const until = lastFailedAt + waitMsAfter(failures);
  return until > nowMs ? until : null;
}

/**
 * A clock that was set back must not stretch a wait: the wait starts again from now, so it never lasts longer than it should.
 * A clock set forward ends it early. That cannot be prevented offline, and whoever sets clocks can also copy the disk: Argon2id is the guard, this only slows a finger.
 */
export function atClock(throttle: Throttle, nowMs: number): Throttle {
  return nowMs < throttle.lastFailedAt ? { ...throttle, lastFailedAt: nowMs } : throttle;
}

export function afterFailure(throttle: Throttle, nowMs: number): Throttle {
  return { failures: throttle.failures + 1, lastFailedAt: nowMs };
}
