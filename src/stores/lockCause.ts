import type { LockCause } from './lockTimer';

const KEY = 'steading-locked';
const CAUSES: readonly LockCause[] = ['officer', 'idle', 'away', 'clock', 'takenOver', 'newer', 'broughtBack'];

/** One word over the reload that a lock ends in, in this tab only; it tells nothing of a case. */
export function rememberCause(cause: LockCause): void {
  try {
    sessionStorage.setItem(KEY, cause);
  } catch {
    // Without it the gate says less, and that is all.
  }
}

/** Why this tab was locked a moment ago; null: it was not. Said once. */
export function takeCause(): LockCause | null {
  try {
    const said = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return CAUSES.find((cause) => cause === said) ?? null;
  } catch {
    return null;
  }
}
