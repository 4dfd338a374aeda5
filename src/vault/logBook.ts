import { headCode } from './format/chain';
import { verifyChain } from './format/verifyChain';
import { asRow } from './logTail';
import type { LogEntry, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

/** The log of an open vault, read. */
export function logBookOf({ db, keys, vaultId, keyring, state, inTurn }: VaultCore): Pick<OpenVault, 'readLog' | 'logHeadCode'> {
  async function readWholeLog(): Promise<readonly LogEntry[]> {
    const links = await db.log.orderBy('seq').toArray();
    const chain = await verifyChain(links, { vaultId, officers: keyring().officers, open: (some) => keys.open(some.map(asRow)) });
    return chain.entries.map(({ is: _, ...entry }) => entry);
  }

  return {
    readLog: () => inTurn(readWholeLog),
    logHeadCode: () => inTurn(() => Promise.resolve(headCode(state().tail.head))),
  };
}
