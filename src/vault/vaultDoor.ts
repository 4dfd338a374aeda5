import { doorEdges, type VaultDoorOptions } from './doorOptions';
import type { KdfSecret } from './format/kdf';
import { readRecoveryCode } from './format/recoveryCode';
import { passkeysOf } from './passkeys';
import type { UnlockOptions, VaultDoor } from './types';
import { listVaults } from './vaultShelf';

/** The way to the vaults of this device. In the app without options. What lies behind it is loaded when somebody opens it: the gate shows without. */
export function createVaultDoor(options: VaultDoorOptions = {}): VaultDoor {
  const edges = doorEdges(options);

  async function fromCode(typed: string): Promise<KdfSecret | null> {
    const code = await readRecoveryCode(typed);
    return code && { code };
  }

  const fromTyped = (secret: Parameters<VaultDoor['drill']>[1]) => 'passphrase' in secret ? { passphrase: secret.passphrase } : fromCode(secret.recoveryCode);
  const unlock = async (vaultId: string, secret: KdfSecret | null, how: UnlockOptions) => (await import('./unlock')).unlock(vaultId, secret, how, edges);

  return {
    list: () => listVaults(edges.files),
    create: async (request) => (await import('./createVault')).createVault(request, edges),
    unlock: (vaultId, passphrase, how = {}) => unlock(vaultId, { passphrase }, how),
    unlockWithRecoveryCode: async (vaultId, recoveryCode, how = {}) => unlock(vaultId, await fromCode(recoveryCode), how),
    hasPasskey: async (vaultId) => edges.authenticator.available() && (await passkeysOf(vaultId, edges)).length > 0,
    async unlockWithPasskey(vaultId, how = {}) {
      const passkey = await edges.authenticator.get(await passkeysOf(vaultId, edges));
      if (!passkey) return { is: 'cancelled' };
      try {
        return await unlock(vaultId, passkey, how);
      } finally {
        passkey.prf.fill(0);
      }
    },
    restore: async (backup, secret, how = {}) => (await import('./restoreVault')).restoreVault(backup, await fromTyped(secret), edges, how),
    drill: async (backup, secret) => (await import('./drill')).drill(backup, await fromTyped(secret), edges),
    async storagePersisted() {
      const { storage } = edges;
      return storage !== null && ((await storage.persisted()) || (await storage.persist()));
    },
  };
}
