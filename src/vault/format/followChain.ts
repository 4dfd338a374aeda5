import { BrokenLog } from '../errors';
import { CHECKPOINT_EVERY, checkpointText, linkHash, type ChainHead, type LogRow } from './chain';
import { isSignedBy } from './signature';

/** Who may sign, as the keyring has them; all of them vouched for. */
export interface Signer {
  readonly officerId: string;
  readonly verifyKey: string;
  /** From this epoch on the officer's signature counts no more; null: a member. */
  readonly leftInEpoch: number | null;
}

/** A link that is an officer's signature on the head below it. */
export interface Checkpoint {
  readonly seq: number;
  readonly officerId: string;
  readonly signature: string;
}

export interface FollowedChain {
  readonly head: ChainHead;
  /** The last link that an officer signed; where none is, the link that the chain was followed from. */
  readonly signedUpTo: number;
  readonly checkpoints: readonly Checkpoint[];
}

export interface ChainGuide {
  readonly vaultId: string;
  readonly officers: readonly Signer[];
  /** What the first of the links hangs on. A stretch is held against it, not against the start of the log. */
  readonly from: ChainHead;
  /** The signature that a link is; null: an entry. Asked for in the order of the links, once a link's hash holds. */
  readonly checkpointAt: (row: LogRow) => Pick<Checkpoint, 'officerId' | 'signature'> | null;
}

/** Numbers, hashes, epochs, signatures, and that no stretch is unsigned for too long: all of it without any key. Throws BrokenLog at the first fault. */
export async function followChain(links: readonly LogRow[], { vaultId, officers, from, checkpointAt }: ChainGuide): Promise<FollowedChain> {
  const checkpoints: Checkpoint[] = [];
  let head = from;
  let signedUpTo = from.seq;
  let epoch = 1;
  for (const row of links) {
    const seq = head.seq + 1;
    if (row.seq !== seq) throw new BrokenLog(seq, `the entry numbered ${String(row.seq)} stands in its place`);
    if (row.prevHash !== head.hash) throw new BrokenLog(seq, 'it does not follow from the entry before it');
    if (row.hash !== (await linkHash(vaultId, row))) throw new BrokenLog(seq, 'it was changed');
    // Whoever left keeps the older keys: nothing sealed with those comes after the newer ones are in use.
    if (row.epoch < epoch) throw new BrokenLog(seq, 'it is sealed with older keys than the entry before it');
    epoch = row.epoch;
    const checkpoint = checkpointAt(row);
    if (checkpoint !== null) {
      await checkSignature(officers, checkpoint, row, checkpointText(vaultId, head));
      checkpoints.push({ seq, ...checkpoint });
      signedUpTo = seq;
    }
    if (seq - signedUpTo >= CHECKPOINT_EVERY) throw new BrokenLog(seq, 'a signature is missing');
    head = { seq, hash: row.hash };
  }
  return { head, signedUpTo, checkpoints };
}

/** A checkpoint vouches for everything below it, and is itself a link. */
async function checkSignature(officers: readonly Signer[], { officerId, signature }: Pick<Checkpoint, 'officerId' | 'signature'>, { seq, epoch }: LogRow, text: string): Promise<void> {
  const signer = officers.find((one) => one.officerId === officerId);
  if (signer === undefined || !(await isSignedBy(signer.verifyKey, text, signature))) throw new BrokenLog(seq, 'its signature does not hold');
  if (signer.leftInEpoch !== null && epoch >= signer.leftInEpoch) throw new BrokenLog(seq, 'it is signed by an officer who had left');
}
