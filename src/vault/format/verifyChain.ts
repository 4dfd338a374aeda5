import { BrokenLog } from '../errors';
import { firstHead, type ChainHead, type LogRow } from './chain';
import { followChain, type Checkpoint, type FollowedChain, type Signer } from './followChain';
import { readLogBody, type LogBodyEntry } from './logBody';

export interface VerifiedChain extends Omit<FollowedChain, 'checkpoints'> {
  /** Without the checkpoints. */
  readonly entries: readonly (LogBodyEntry & { readonly seq: number })[];
  /** `at`: ISO instant by the clock of the device that signed. */
  readonly checkpoints: readonly (Checkpoint & { readonly at: string })[];
}

export interface ChainWitness {
  readonly vaultId: string;
  /** Bodies in the order of the links; null where one does not open. */
  readonly open: (links: readonly LogRow[]) => Promise<readonly (string | null)[]>;
  readonly officers: readonly Signer[];
  /** What the first link hangs on; left out: the start of the log. */
  readonly from?: ChainHead;
  /** The vault's epoch: each begins with an entry of its own, so a log that ends in an earlier one was cut. Left out: not held against it. */
  readonly epoch?: number;
}

/**
 * Follows the chain and opens every link: numbers, hashes, seals, signatures, and that no stretch is unsigned for too long.
 * A cut-off end cannot be seen here: compare headCode with the last printed one. Throws BrokenLog at the first fault.
 */
export async function verifyChain(links: readonly LogRow[], { vaultId, open, officers, from, epoch }: ChainWitness): Promise<VerifiedChain> {
  const texts = await open(links);
  const entries: (LogBodyEntry & { seq: number })[] = [];
  const signedAt: string[] = [];
  const start = from ?? (await firstHead(vaultId));
  const { checkpoints, ...followed } = await followChain(links, {
    vaultId, officers, from: start,
    checkpointAt({ seq }) {
      const text = texts[seq - start.seq - 1] ?? null;
      const body = text === null ? null : readLogBody(text);
      if (!body) throw new BrokenLog(seq, 'it does not open');
      if (body.is === 'entry') {
        entries.push({ ...body, seq });
        return null;
      }
      signedAt.push(body.at);
      return { officerId: body.officerId, signature: body.signature };
    },
  });
  if ((links.at(-1)?.epoch ?? 1) < (epoch ?? 1)) throw new BrokenLog(followed.head.seq, 'the end of the log is gone');
  return { ...followed, entries, checkpoints: checkpoints.map((one, nth) => ({ ...one, at: signedAt[nth] ?? '' })) };
}
