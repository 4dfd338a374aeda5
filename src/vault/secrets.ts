import { argonOf } from './argonOf';
import type { KdfSecret } from './format/kdf';
import { checkPassphrase } from './format/passphrase';
import { printRecoveryCode, RECOVERY_CODE_BYTES } from './format/recoveryCode';
import { vaultCode } from './format/vaultId';
import type { OpenVault, WayIn } from './types';
import type { VaultCore } from './vaultCore';

/** The officer's own ways in, told and changed. Nobody else's. */
export function secretsOf(core: VaultCore): Pick<OpenVault, 'waysIn' | 'changePassphrase' | 'newRecoveryCode' | 'passkeysPossible' | 'addPasskey' | 'removePasskey'> {
  const { vaultId, keys, keyring, authenticator, random, inTurn, write } = core;

  async function replaceSecret(secret: KdfSecret, act: string): Promise<void> {
    const changed = await keys.replaceSecret(keyring(), secret, await argonOf(keys, core.argon));
    await write({ keyring: changed, notes: [{ event: 'alteration', act, about: [], detail: {} }] });
  }

  function waysIn(): readonly WayIn[] {
    const mine = keyring().credentials.filter(({ officerId }) => officerId === core.officer.officerId);
    return mine.map(({ credentialId, kind, kdf }) => ({ credentialId, kind, argon: kdf.name === 'argon2id' ? { memoryKiB: kdf.memoryKiB, iterations: kdf.iterations } : null }));
  }

  return {
    waysIn,
    async changePassphrase(next) {
      checkPassphrase(next);
      await inTurn(() => replaceSecret({ passphrase: next }, 'passphrase changed'));
    },
    async newRecoveryCode() {
      const secret = random(RECOVERY_CODE_BYTES);
      await inTurn(() => replaceSecret({ code: secret }, 'recovery code changed'));
      return printRecoveryCode(secret);
    },
    passkeysPossible: () => authenticator.available(),
    async addPasskey() {
      // The device keeps this name in clear and shows it to anybody: it tells the vault, as the gate does, and nobody.
      const passkey = await authenticator.create(`Vault ${vaultCode(vaultId)}`);
      if (!passkey) return false;
      try {
        await inTurn(() => replaceSecret(passkey, 'passkey added'));
      } finally {
        passkey.prf.fill(0);
      }
      return true;
    },
    removePasskey: (credentialId) => inTurn(async () => {
      if (!waysIn().some((way) => way.credentialId === credentialId && way.kind === 'passkey')) throw new TypeError('This is no passkey of yours.');
      await write({ keyring: await keys.dropCredential(keyring(), credentialId), notes: [{ event: 'alteration', act: 'passkey removed', about: [], detail: {} }] });
    }),
  };
}
