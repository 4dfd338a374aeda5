import { argonOf } from './argonOf';
import { REFUSED } from './authority';
import { makeEpoch } from './epochs';
import { LastOfficer } from './errors';
import { checkPassphrase } from './format/passphrase';
import { printRecoveryCode, RECOVERY_CODE_BYTES } from './format/recoveryCode';
import { throttled } from './throttleStore';
import type { Officer, OfficerListed, OpenVault, RemovalResult } from './types';
import type { VaultCore } from './vaultCore';

/** Who may open the vault: each with their own ways in and their own signing key. */
export function officersOf(core: VaultCore): Pick<OpenVault, 'officers' | 'addOfficer' | 'removeOfficer'> {
  const { db, keys, keyring, state, clock, random, inTurn, write } = core;
  const own = core.officer.officerId;

  function officers(): readonly OfficerListed[] {
    const { officers: members } = keyring();
    return state().about.officers.map((officer) => ({
      ...officer, isYou: officer.officerId === own, hasLeft: members.find(({ officerId }) => officerId === officer.officerId)?.leftInEpoch !== null,
    }));
  }

  async function add({ name, role, agency, passphrase }: Parameters<OpenVault['addOfficer']>[0]): Promise<{ readonly recoveryCode: string }> {
    const code = random(RECOVERY_CODE_BYTES);
    const added = await keys.addOfficer(keyring(), [{ code }, { passphrase }], await argonOf(keys, core.argon));
    const officer: Officer = { officerId: added.officerId, name, role, agency };
    await write({
      keyring: added.keyring, officers: [...state().about.officers, officer],
      notes: [{ event: 'alteration', act: 'officer added', about: [], detail: { officer: name } }],
    });
    return { recoveryCode: await printRecoveryCode(code) };
  }

  async function remove(officerId: string, { passphraseOfAnother, progress }: NonNullable<Parameters<OpenVault['removeOfficer']>[1]>): Promise<RemovalResult> {
    const officer = officers().find((one) => one.officerId === officerId && !one.hasLeft);
    if (!officer) throw new TypeError('This officer is not one of the vault.');
    if (officers().filter(({ hasLeft }) => !hasLeft).length === 1) throw new LastOfficer();
    const request = { leaving: officerId, note: { event: 'alteration', act: 'officer removed', about: [], detail: { officer: officer.name } }, progress } as const;
    if (officerId !== own) {
      await makeEpoch(core, request);
      return { is: 'removed' };
    }
    const left = await throttled(db, clock, () => makeEpoch(core, { ...request, signer: { passphrase: passphraseOfAnother ?? '' } }));
    if (left.is === 'wrong') await write({ notes: [REFUSED] });
    if (left.is !== 'right') return left;
    // Nothing more may be written by somebody who has left, not even a signature under the log.
    core.drop();
    return { is: 'removed' };
  }

  return {
    officers,
    async addOfficer(request) {
      checkPassphrase(request.passphrase);
      return inTurn(() => add(request));
    },
    removeOfficer: (officerId, how = {}) => inTurn(() => remove(officerId, how)),
  };
}
