import type { SecretRefused } from '@/stores';
import { clockWords } from './unlockWords';

const NOT_ANOTHERS = 'That is not the passphrase of another officer of this vault. Yours does not count here.';

/** What to say of an officer's passphrase that was typed for one signature and did not fit. */
export function secretRefusedWords(answer: SecretRefused, wrong = NOT_ANOTHERS): string {
  if (answer.is === 'wait') return `Too many wrong passphrases. Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  if (answer.waitUntil !== null) return `${wrong} Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  return `${wrong} Tries left before a wait: ${String(answer.freeTriesLeft)}.`;
}
