import { fromBase32 } from './base32';
import { hex } from './bytes';
import type { ChainHead } from './chain';

/** Where a head code from paper stands. `stands`: at this link, and so many links have followed. */
export type FoundHead = { readonly is: 'stands'; readonly seq: number; readonly followed: number } | { readonly is: 'nowhere' } | { readonly is: 'noCode' };

/** The name of a backup or an export carries the code too. */
const IN_FILE_NAME = /-log-(?:\d+-\d+-)?([0-9A-HJKMNP-TV-Z]{8})\./u;

/**
 * Looks for a printed head code (8 characters, read as handwriting is) among the heads that a log has had. A code that stands nowhere, and is no slip, was a head of a log
 * that has since been cut off or replaced.
 */
export function findHead(chain: readonly ChainHead[], typed: string): FoundHead {
  const bytes = fromBase32(IN_FILE_NAME.exec(typed)?.[1] ?? typed, 5);
  if (bytes === null) return { is: 'noCode' };
  const start = hex(bytes);
  const at = chain.findLastIndex(({ hash }) => hash.startsWith(start));
  const found = chain[at];
  return found ? { is: 'stands', seq: found.seq, followed: chain.length - 1 - at } : { is: 'nowhere' };
}
