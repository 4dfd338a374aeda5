import { isAuthority } from './format/authority';
import { throttled } from './throttleStore';
import type { CountersignResult, LogNote, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

export const REFUSED: LogNote = { event: 'consultation', act: 'passphrase of a second officer refused', about: [], detail: {} };

/** The authority of another officer of this vault, by their own key. */
export function authorityOf(core: VaultCore): Pick<OpenVault, 'countersign' | 'checkAuthority'> {
  const { db, keys, keyring, state, clock, inTurn, write } = core;

  async function countersign(text: string, passphrase: string): Promise<CountersignResult> {
    const at = clock().toISOString();
    const signed = await throttled(db, clock, () => keys.signAsOther(keyring(), { passphrase }, at, text));
    // A colleague's passphrase that was guessed at is told by the log, under the name of whoever had the vault open.
    if (signed.is === 'wrong') await write({ notes: [REFUSED] });
    if (signed.is !== 'right') return signed;
    const officer = state().about.officers.find(({ officerId }) => officerId === signed.value.officerId);
    if (!officer) throw new TypeError('Whoever signs is on the list of officers.');
    // Before it is given out: a signature that is then put in no record was made all the same.
    await write({ notes: [{ event: 'alteration', act: 'a second officer signed', about: [], detail: { officer: officer.name } }] });
    return { is: 'signed', authority: { ...officer, at, signature: signed.value.signature } };
  }

  return {
    countersign: (text, passphrase) => inTurn(() => countersign(text, passphrase)),
    checkAuthority: (authority, text) => isAuthority(keyring(), authority, text),
  };
}
