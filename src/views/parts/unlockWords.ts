import type { UnlockAnswer } from './shapes';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** '14:05:30', as read in Scotland; with seconds, because the first wait is 30 of them. */
export function clockWords(instant: string): string {
  return CLOCK.format(new Date(instant));
}

/** What to say, and do next, after a try that did not open the vault. */
export function unlockWords(answer: Exclude<UnlockAnswer, { is: 'open' } | { is: 'otherTab' } | { is: 'repair' }>, secret: 'passphrase' | 'recoveryCode'): string {
  if (answer.is === 'wait') return `Too many wrong passphrases. Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  if (secret === 'recoveryCode') return 'That is not the recovery code of this vault. Compare each group with the printed sheet, and check that the vault code on the sheet is the same.';
  const wrong = 'That passphrase does not open this vault.';
  if (answer.waitUntil !== null) return `${wrong} Wait until ${clockWords(answer.waitUntil)}, then try again.`;
  if (answer.freeTriesLeft === 1) return `${wrong} You have 1 more try before you must wait.`;
  return answer.freeTriesLeft > 1 ? `${wrong} You have ${String(answer.freeTriesLeft)} more tries before you must wait.` : `${wrong} You must wait after the next wrong try.`;
}
