import type { LockCause } from '@/stores';

/** Why the gate is shut again, and what became of the work. An officer who locked knows. */
const WORDS: Readonly<Record<LockCause, string | null>> = {
  officer: null,
  idle: 'Steading locked because nobody used it for the time that your office sets.',
  away: 'Steading locked because it was hidden, or the device slept, for longer than your office sets.',
  clock: 'Steading locked because the clock of this device was set back. It could not tell how long nobody was here.',
  takenOver: 'Another tab has taken this vault over.',
  broughtBack: 'The visit is brought back: everything that was done on the other device is here. Unlock the vault with the passphrase that opens it there.',
  newer: 'A newer Steading is on this device, so this tab locked and loaded it.',
};

export function lockWords(cause: LockCause | null): string | null {
  return cause === null ? null : WORDS[cause];
}
