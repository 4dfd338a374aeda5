import { BrokenLog } from '../errors';
import { CHECKPOINT_EVERY, checkpointText, firstHead, linkHash, type ChainHead, type LogRow } from './chain';
import { readLogBody, type LogBody, type LogBodyEntry } from './logBody';
import { isSignedBy } from './signature';

export interface VerifiedChain {
  readonly head: ChainHead;
  /** Without the checkpoints. */
  readonly entries: readonly (LogBodyEntry & { readonly seq: number })[];
  /** The last link that an officer signed; 0: none yet. */
  readonly signedUpTo: number;
}

export interface ChainWitness {
  readonly vaultId: string;
  /** Bodies in the order of the links; null where one does not open. */
  readonly open: (links: readonly LogRow[]) => Promise<readonly (string | null)[]>;
  readonly officers: readonly { readonly officerId: string; readonly verifyKey: string }[];
}

/**
 * Follows the whole chain from its start: numbers, hashes, seals, signatures, and that no stretch is unsigned for too long.
 * A cut-off end cannot be seen here: compare headCode with the last printed one. Throws BrokenLog at the first fault.
 */
export async function verifyChain(links: readonly LogRow[], witness: ChainWitness): Promise<VerifiedChain> {
  const { vaultId } = witness;
  const texts = await witness.open(links);
  const entries: (LogBodyEntry & { seq: number })[] = [];
  let head = await firstHead(vaultId);
  let signedUpTo = 0;
  for (const [at, row] of links.entries()) {
    const seq = at + 1;
    if (row.seq !== seq) throw new BrokenLog(seq, `the entry numbered ${String(row.seq)} stands in its place`);
    if (row.prevHash !== head.hash) throw new BrokenLog(seq, 'it does not follow from the entry before it');
    if (row.hash !== (await linkHash(vaultId, row))) throw new BrokenLog(seq, 'it was changed');
    const body = bodyAt(seq, texts[at] ?? null);
    if (body.is === 'entry') entries.push({ ...body, seq });
    else signedUpTo = await checkedSignature(seq, head, body, witness);
    if (seq - signedUpTo >= CHECKPOINT_EVERY) throw new BrokenLog(seq, 'a signature is missing');
    head = { seq, hash: row.hash };
  }
  return { head, entries, signedUpTo };
}

function bodyAt(seq: number, text: string | null): LogBody {
  const body = text === null ? null : readLogBody(text);
  if (!body) throw new BrokenLog(seq, 'it does not open');
  return body;
}

/** A checkpoint vouches for everything below it, and is itself a link. */
async function checkedSignature(seq: number, below: ChainHead, body: LogBody & { is: 'checkpoint' }, { vaultId, officers }: ChainWitness): Promise<number> {
  const verifyKey = officers.find(({ officerId }) => officerId === body.officerId)?.verifyKey;
  if (verifyKey === undefined || !(await isSignedBy(verifyKey, checkpointText(vaultId, below), body.signature))) throw new BrokenLog(seq, 'its signature does not hold');
  return seq;
}
