import type { Sealed } from './aesGcm';
import { concat, sha256, utf8 } from './bytes';
import { eightCharacters } from './vaultId';
import { FORMAT } from './version';

/** One link of the log as it lies on disk. The body is sealed under K_log at (log, seq, rev 1); the rest is in clear. */
export interface LogRow extends Sealed {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly epoch: number;
  readonly prevHash: string;
  /** linkHash over all of the above. */
  readonly hash: string;
}

/** Where the next link hangs on. seq 0: before the first. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** A log is never longer than this without an officer's signature on it. */
export const CHECKPOINT_EVERY = 50;

/** The hash before the first link: names the vault, so that no chain starts another vault's log. */
export async function firstHead(vaultId: string): Promise<ChainHead> {
  return { seq: 0, hash: await sha256(utf8(['steading log', FORMAT, vaultId].join('|'))) };
}

/** Over the ciphertext, so that the chain can be followed without any key. The iv is always 12 bytes. */
export async function linkHash(vaultId: string, { seq, epoch, prevHash, iv, ct }: Omit<LogRow, 'hash'>): Promise<string> {
  return sha256(concat(utf8(['steading log', FORMAT, vaultId, seq, epoch, prevHash, ''].join('|')), iv, ct));
}

export async function link(vaultId: string, head: ChainHead, { epoch, iv, ct }: Sealed & { readonly epoch: number }): Promise<LogRow> {
  const row = { seq: head.seq + 1, epoch, prevHash: head.hash, iv, ct };
  return { ...row, hash: await linkHash(vaultId, row) };
}

/** A checkpoint's officer signs the head below it, and with it all that came before. */
export function checkpointText(vaultId: string, { seq, hash }: ChainHead): string {
  return ['steading checkpoint', FORMAT, vaultId, seq, hash].join('|');
}

/**
 * As printed on reports and backups: 40 bits of the head's hash. A chain alone cannot show that its end was cut off; a code on paper can.
 * 40 bits find a cut and an accident; against a forger who holds the keys they are no proof.
 */
export function headCode({ hash }: ChainHead): string {
  return eightCharacters(hash);
}
