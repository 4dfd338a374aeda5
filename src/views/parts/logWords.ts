import { momentInWords } from '@/terms';
import type { FoundHead, LogAccount } from './logShapes';

/** What the check went through. */
export function checkedInWords({ entries, signatures }: LogAccount): string {
  const parts = [entries.length === 1 ? '1 entry' : `${String(entries.length)} entries`, signatures.length === 1 ? '1 signature' : `${String(signatures.length)} signatures`];
  return `${parts.join(' and ')}: each follows from the one before it, and each opens.${signatures.length === 0 ? '' : ' Every signature is of somebody who was an officer of this vault when it was made.'}`;
}

/** Each signer once, in the order of their first signature; never how often. */
export function signersInWords({ signatures }: LogAccount): string {
  const names = new Map(signatures.map(({ officerId, name, hasLeft }) => [officerId, `${name ?? `officer ${officerId.slice(0, 8)}`}${hasLeft ? ' (has since left)' : ''}`]));
  return [...names.values()].join('; ');
}

export function unsignedInWords({ unsigned, signatures }: LogAccount): string {
  if (unsigned !== null) return `From number ${String(unsigned.fromSeq)} on, since ${momentInWords(unsigned.since)}. It is signed when the vault is locked, and after 50 numbers at the latest.`;
  return signatures.length === 0 ? 'Nothing is on the log yet.' : 'Nothing: the last number is a signature.';
}

/** Where a code from paper stands, and what that means. */
export function foundInWords(found: FoundHead): string {
  if (found.is === 'noCode') return 'This is no code of a log: it has 8 letters and digits, without U. I and L are read as 1, O as 0.';
  if (found.is === 'nowhere') return 'This code stands nowhere in this log. Read it again from the paper, and check that the paper is of this vault. If both are right, the log was cut off or replaced after that print: keep this device as it is and tell your data protection officer.';
  const where = found.seq === 0 ? 'It is the code of this log before its first entry' : `It stands at number ${String(found.seq)}`;
  if (found.followed === 0) return `${where}: the head of the log as it is now. Nothing has been cut off since that print.`;
  return `${where}, and ${found.followed === 1 ? '1 number has' : `${String(found.followed)} numbers have`} followed. Everything up to there is as it was at that print.`;
}
