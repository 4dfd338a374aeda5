import type { KdfSecret } from './format/kdf';
import { checkPassphrase } from './format/passphrase';
import { printRecoveryCode, RECOVERY_CODE_BYTES } from './format/recoveryCode';
import type { OpenVault } from './types';
import type { VaultCore } from './vaultCore';

/** The officer's own ways in, changed. */
export function secretsOf({ keys, keyring, argon, random, inTurn, write }: VaultCore): Pick<OpenVault, 'changePassphrase' | 'newRecoveryCode'> {
  async function replaceSecret(secret: KdfSecret, act: string): Promise<void> {
    const changed = await keys.replaceSecret(keyring(), secret, argon);
    await write({ keyring: changed, notes: [{ event: 'alteration', act, about: [], detail: {} }] });
  }

  return {
    async changePassphrase(next) {
      checkPassphrase(next);
      await inTurn(() => replaceSecret({ passphrase: next }, 'passphrase changed'));
    },
    async newRecoveryCode() {
      const secret = random(RECOVERY_CODE_BYTES);
      await inTurn(() => replaceSecret({ code: secret }, 'recovery code changed'));
      return printRecoveryCode(secret);
    },
  };
}
