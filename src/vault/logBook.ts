import { firstHead, headCode, type LogRow } from './format/chain';
import { findHead } from './format/findHead';
import { verifyChain, type VerifiedChain } from './format/verifyChain';
import { asRow } from './logTail';
import type { LogAccount, LogEntry, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

/** Every link as it lies, and what they hold. Within a turn. Throws BrokenLog. */
export async function readVerified({ db, keys, vaultId, keyring }: VaultCore): Promise<{ readonly links: readonly LogRow[]; readonly chain: VerifiedChain }> {
  const links = await db.log.orderBy('seq').toArray();
  return { links, chain: await verifyChain(links, { vaultId, officers: keyring().officers, epoch: keyring().epoch, open: (some) => keys.open(some.map(asRow)) }) };
}

/** The log of an open vault, read and held against itself. */
export function logBookOf(core: VaultCore): Pick<OpenVault, 'readLog' | 'verifyLog' | 'findLogHead' | 'logHeadCode'> {
  const { vaultId, keyring, state, inTurn, doubted } = core;
  const entriesOf = ({ entries }: VerifiedChain): readonly LogEntry[] => entries.map(({ is: _is, ...entry }) => entry);

  async function account(): Promise<LogAccount> {
    const { links, chain } = await readVerified(core);
    const entries = entriesOf(chain);
    const names = new Map(state().about.officers.map(({ officerId, name }) => [officerId, name]));
    const left = new Set(keyring().officers.filter(({ leftInEpoch }) => leftInEpoch !== null).map(({ officerId }) => officerId));
    const unsigned = entries.find(({ seq }) => seq > chain.signedUpTo);
    return {
      entries, linkCount: links.length, headCode: headCode(chain.head),
      signatures: chain.checkpoints.map(({ seq, at, officerId }) => ({ seq, at, officerId, name: names.get(officerId) ?? null, hasLeft: left.has(officerId) })),
      unsigned: unsigned ? { fromSeq: unsigned.seq, since: unsigned.at } : null,
    };
  }

  return {
    readLog: () => inTurn(() => doubted(async () => entriesOf((await readVerified(core)).chain))),
    verifyLog: () => inTurn(() => doubted(account)),
    findLogHead: (typed) => inTurn(async () => findHead([await firstHead(vaultId), ...(await readVerified(core)).links], typed)),
    logHeadCode: () => inTurn(() => Promise.resolve(headCode(state().tail.head))),
  };
}
