import { isAuthority, isAuthorityElsewhere } from './format/authority';
import { throttled } from './throttleStore';
import type { CountersignResult, LogNote, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

export const REFUSED: LogNote = { event: 'consultation', act: 'passphrase of a second officer refused', about: [], detail: {} };

/** What the log says of each: a signature that is then put in no record was made all the same. */
const ACTS = {
  other: { signed: 'a second officer signed', refused: REFUSED },
  answer: { signed: 'an answer to another team signed', refused: { ...REFUSED, act: 'passphrase for an answer to another team refused' } },
  own: { signed: 'a record signed', refused: { ...REFUSED, act: 'passphrase for signing a record refused' } },
} as const;

/** Authority by an officer's own key: of another officer of this vault for a decision here, or of the open one for another team's. */
export function authorityOf(core: VaultCore): Pick<OpenVault, 'countersign' | 'signOwn' | 'signAnswer' | 'checkAuthority'> {
  const { db, keys, keyring, state, clock, inTurn, write } = core;

  async function countersign(text: string, passphrase: string, as: keyof typeof ACTS): Promise<CountersignResult> {
    const at = clock().toISOString();
    const signed = await throttled(db, clock, () => keys.signAuthority(keyring(), as === 'other' ? 'other' : 'own', { passphrase }, at, text));
    // A colleague's passphrase that was guessed at is told by the log, under the name of whoever had the vault open.
    if (signed.is === 'wrong') await write({ notes: [ACTS[as].refused] });
    if (signed.is !== 'right') return signed;
    const officer = state().about.officers.find(({ officerId }) => officerId === signed.value.officerId);
    if (!officer) throw new TypeError('Whoever signs is on the list of officers.');
    // Before it is given out.
    await write({ notes: [{ event: 'alteration', act: ACTS[as].signed, about: [], detail: { officer: officer.name } }] });
    return { is: 'signed', authority: { ...officer, at, signature: signed.value.signature } };
  }

  return {
    countersign: (text, passphrase) => inTurn(() => countersign(text, passphrase, 'other')),
    signOwn: (text, passphrase) => inTurn(() => countersign(text, passphrase, 'own')),
    signAnswer: (text, passphrase) => inTurn(() => countersign(text, passphrase, 'answer')),
    checkAuthority: (authority, text) => (authority.elsewhere ? isAuthorityElsewhere(authority.elsewhere, authority, text) : isAuthority(keyring(), authority, text)),
  };
}
