import type { SecretRefused } from '@/stores';
import { clockWords } from './unlockWords';

/** What to say of another officer's passphrase that was typed here and did not fit. */
export function secretRefusedWords(answer: SecretRefused): string {
  if (answer.is === 'wait') return `Too many wrong passphrases. Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  const wrong = 'That is not the passphrase of another officer of this vault. Yours does not count here.';
  if (answer.waitUntil !== null) return `${wrong} Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  return `${wrong} Tries left before a wait: ${String(answer.freeTriesLeft)}.`;
}
