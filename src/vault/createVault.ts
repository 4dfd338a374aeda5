import { argonOf } from './argonOf';
import { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedVault } from './errors';
import { canonicalText } from './format/canonicalText';
import { checkPassphrase } from './format/passphrase';
import { printRecoveryCode, RECOVERY_CODE_BYTES } from './format/recoveryCode';
import { findStores } from './journal/findStores';
import { HEADS } from './journal/names';
import { openStores } from './journal/openStores';
import { createOpenVault, type OwnedVault } from './openVault';
import type { Officer, OpenVault, VaultDoor } from './types';
import { ABOUT_ID, aboutText, readState } from './vaultState';
import { holdWritingTab } from './writingTab';

/** Throws WeakPassphrase. Both stores or nothing: where one of them fails, there is no vault. */
export async function createVault({ kind, officer: described, passphrase }: Parameters<VaultDoor['create']>[0], edges: DoorEdges): Promise<{ readonly vault: OpenVault; readonly recoveryCode: string }> {
  checkPassphrase(passphrase);
  const room = edges.makeKeys();
  const code = edges.random(RECOVERY_CODE_BYTES);
  const undo: (() => unknown)[] = [() => { room.end(); }];
  try {
    const keyring = await room.keys.create({ kind, secrets: [{ code }, { passphrase }], argon: await argonOf(room.keys, edges.argon) });
    const { vaultId, signedBy } = keyring;
    const officer: Officer = { officerId: signedBy, name: described.name, role: described.role, agency: described.agency };
    const about = await room.keys.seal([{ table: 'about', id: ABOUT_ID, rev: 1, text: aboutText({ rev: 1, officers: [officer], lastBackupAt: null }) }]);
    let vault: OwnedVault | null = null;
    const tab = await holdWritingTab(vaultId, edges.tabs, { asked: () => { void vault?.giveWay(); }, lost: () => { vault?.abandon(); } });
    if (!tab) throw new Error('Another window holds the new vault. Nothing was made: close it, then make the vault again.');
    undo.push(() => { tab.release(); });
    const db = new VaultDatabase(vaultId);
    undo.push(() => db.delete());
    await db.transaction('rw', db.clear, db.about, async () => {
      await db.clear.add({ id: 'keyring', rev: keyring.rev, text: canonicalText(keyring) });
      await db.about.bulkAdd([...about]);
    });
    const folder = (await edges.files?.open(vaultId)) ?? null;
    if (folder !== null && folder !== 'held') undo.push(() => { folder.close(); }, () => Promise.allSettled(HEADS.map((name) => folder.truncate(name, 0))));
    const found = await findStores({ vaultId, db, stored: keyring, folder, files: edges.files });
    const stores = await openStores({ files: edges.files, vaultId, db, keys: room.keys, keyring, stored: keyring, random: edges.random, readKeyring: () => Promise.resolve(keyring) }, found);
    if (stores.is === 'repair') throw new DamagedVault('it was not written whole');
    const { journal, reserve, secondCopy } = stores;
    const state = await readState(db, room.keys, vaultId);
    const recoveryCode = await printRecoveryCode(code);
    vault = createOpenVault({ db, room, keyring, officer, state, tab, journal, reserve, secondCopy, clock: edges.clock, argon: edges.argon, random: edges.random, authenticator: edges.authenticator });
    return { vault, recoveryCode };
  } catch (error) {
    // Nobody has seen its recovery code: such a vault must not stay.
    for (const act of undo.reverse()) await Promise.resolve().then(act).catch(() => undefined);
    throw error;
  }
}
