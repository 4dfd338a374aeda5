import type { VaultDatabase } from './database';
import type { SecretRefused } from './types';
import { afterFailure, atClock, freeTriesLeft, NO_FAILURES, waitUntilMs, type Throttle } from './format/throttle';

/**
 * Counts a try before it is made, so that closing the tab in the middle of one wins nothing, and two tabs share one count.
 * waitUntilMs: not now.
 */
export function beginTry(db: VaultDatabase, nowMs: number): Promise<{ readonly before: Throttle; readonly waitUntilMs: number | null }> {
  return db.transaction('rw', db.clear, async () => {
    const stored = await db.clear.get('throttle');
    const before = atClock(stored?.id === 'throttle' ? stored : NO_FAILURES, nowMs);
    const wait = waitUntilMs(before, nowMs);
    const { failures, lastFailedAt } = wait === null ? afterFailure(before, nowMs) : before;
    await db.clear.put({ id: 'throttle', failures, lastFailedAt });
    return { before, waitUntilMs: wait };
  });
}

/** A passphrase tried under this vault's count: the same count for unlocking and for signing, whoever tries. */
export async function throttled<T>(db: VaultDatabase, clock: () => Date, act: () => Promise<T | 'wrong'>): Promise<{ readonly is: 'right'; readonly value: T } | SecretRefused> {
  const { waitUntilMs: until } = await beginTry(db, clock().getTime());
  if (until !== null) return { is: 'wait', waitUntil: new Date(until).toISOString() };
  const value = await act();
  if (value === 'wrong') return { is: 'wrong', ...(await readThrottle(db, clock().getTime())) };
  await setThrottle(db, NO_FAILURES);
  return { is: 'right', value };
}

/** The try was right (no failures any more), or was none (as before). */
export async function setThrottle(db: VaultDatabase, { failures, lastFailedAt }: Throttle): Promise<void> {
  await db.clear.put({ id: 'throttle', failures, lastFailedAt });
}

/** What the officer is told after a wrong try. */
export async function readThrottle(db: VaultDatabase, nowMs: number): Promise<{ readonly freeTriesLeft: number; readonly waitUntil: string | null }> {
  const stored = await db.clear.get('throttle');
  const throttle = stored?.id === 'throttle' ? stored : NO_FAILURES;
  const until = waitUntilMs(throttle, nowMs);
  return { freeTriesLeft: freeTriesLeft(throttle), waitUntil: until === null ? null : new Date(until).toISOString() };
}
