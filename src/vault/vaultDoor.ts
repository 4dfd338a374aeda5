import { createVault } from './createVault';
import { drill } from './drill';
import { doorEdges, type VaultDoorOptions } from './doorOptions';
import type { KdfSecret } from './format/kdf';
import { readRecoveryCode } from './format/recoveryCode';
import { restoreVault } from './restoreVault';
import type { VaultDoor } from './types';
import { unlock } from './unlock';
import { passkeysOf } from './passkeys';
import { listVaults } from './vaultShelf';

/** The way to the vaults of this device. In the app without options. */
export function createVaultDoor(options: VaultDoorOptions = {}): VaultDoor {
  const edges = doorEdges(options);

  async function fromCode(typed: string): Promise<KdfSecret | null> {
    const code = await readRecoveryCode(typed);
    return code && { code };
  }

  const fromTyped = (secret: Parameters<VaultDoor['drill']>[1]) => 'passphrase' in secret ? { passphrase: secret.passphrase } : fromCode(secret.recoveryCode);

  return {
    list: () => listVaults(edges.files),
    create: (request) => createVault(request, edges),
    unlock: (vaultId, passphrase, how = {}) => unlock(vaultId, { passphrase }, how, edges),
    unlockWithRecoveryCode: async (vaultId, recoveryCode, how = {}) => unlock(vaultId, await fromCode(recoveryCode), how, edges),
    hasPasskey: async (vaultId) => edges.authenticator.available() && (await passkeysOf(vaultId, edges)).length > 0,
    async unlockWithPasskey(vaultId, how = {}) {
      const passkey = await edges.authenticator.get(await passkeysOf(vaultId, edges));
      if (!passkey) return { is: 'cancelled' };
      try {
        return await unlock(vaultId, passkey, how, edges);
      } finally {
        passkey.prf.fill(0);
      }
    },
    restore: async (backup, secret) => restoreVault(backup, await fromTyped(secret), edges),
    drill: async (backup, secret) => drill(backup, await fromTyped(secret), edges),
    async storagePersisted() {
      const { storage } = edges;
      return storage !== null && ((await storage.persisted()) || (await storage.persist()));
    },
  };
}
