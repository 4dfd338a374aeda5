import { describe, expect, it } from 'vitest';
import { newAgeAddress, openAgeFile, sealForRecipients } from '@/vault/format/age';
import { fromUtf8, utf8 } from '@/vault/format/bytes';
import { readKeyring } from '@/vault/format/readKeyring';
import { keysInThisThread } from '@/vault/keyHolder';
import { newVault, NOTE, onDisk, PASSPHRASE, reopened, write } from './testDoor';

const LIMITS = { floorKiB: 8, ceilingKiB: 1024, mostIterations: 16 };

/** The keys as they are opened from what lies on the disk now. */
async function keysNow(vaultId: string) {
  const text = await onDisk(vaultId, async (db) => { const stored = await db.clear.get('keyring'); return stored?.id === 'keyring' ? stored.text : ''; });
  const { keys } = keysInThisThread();
  expect(await keys.unlock(await readKeyring(text, { what: 'vault', argonLimits: LIMITS }), { passphrase: PASSPHRASE })).toMatchObject({ is: 'open' });
  return keys;
}

describe('what is kept of an epoch that is over', () => {
  it('opens no record of it, wherever a deleted piece still lies; before, the same keys open it (control)', async () => {
    const { vault } = await newVault();
    await vault.save([write('a', { text: 'deleted later' })], [NOTE]);
    const [piece] = await onDisk(vault.vaultId, (db) => db.row.toArray());
    if (!piece) throw new Error('There is a row.');
    const item = [{ table: 'assessment', row: piece }] as const;
    expect((await (await keysNow(vault.vaultId)).open(item))[0]).toContain('deleted later');
    await vault.newEpoch();
    await vault.newEpoch();
    await vault.lock();
    const keys = await keysNow(vault.vaultId);
    expect(await keys.open(item)).toEqual([null]);
    expect(await keys.open((await onDisk(vault.vaultId, (db) => db.row.toArray())).map((row) => ({ table: 'assessment', row })))).toEqual([expect.stringContaining('deleted later')]);
  });

  it('opens its log, also for whoever comes later', async () => {
    const { vault } = await newVault();
    await vault.note(NOTE);
    await vault.newEpoch();
    await vault.note(NOTE);
    await vault.newEpoch();
    await vault.addOfficer({ name: 'B. Later', role: 'Sergeant', agency: 'police', passphrase: 'gravel lantern thistle harbour' });
    await vault.changePassphrase('another passphrase of four words');
    await vault.lock();
    for (const passphrase of ['another passphrase of four words', 'gravel lantern thistle harbour']) {
      const again = await reopened(vault.vaultId, undefined, passphrase);
      expect((await again.readLog()).filter(({ act }) => act === 'new epoch')).toHaveLength(2);
      await again.lock();
    }
  });

  it('opens files that are still on their way to its address', async () => {
    const { vault } = await newVault();
    const { address } = await vault.address();
    const file = await sealForRecipients([address], utf8('on its way'));
    await vault.newEpoch();
    expect((await vault.address()).older).toEqual([address]);
    await vault.lock();
    const opened = await (await keysNow(vault.vaultId)).openAddressed(file);
    expect(fromUtf8(opened ?? utf8(''))).toBe('on its way');
  });

  it('gives an export of the log the keys of every epoch in it, and a stranger none', async () => {
    const { vault } = await newVault();
    await vault.newEpoch();
    await vault.lock();
    const keys = await keysNow(vault.vaultId);
    const [officer, stranger] = [await newAgeAddress(), await newAgeAddress()];
    const sealed = await keys.sealLogKeys({ epochs: [1, 2], address: officer.recipient, rest: {} });
    const told = JSON.parse(fromUtf8((await openAgeFile([officer.identity], sealed)) ?? utf8('null'))) as { logKeys: { epoch: number; key: string }[] };
    expect(told.logKeys.map(({ epoch, key }) => [epoch, atob(key).length])).toEqual([[1, 32], [2, 32]]);
    expect(new Set(told.logKeys.map(({ key }) => key)).size).toBe(2);
    expect(await openAgeFile([stranger.identity], sealed)).toBeNull();
  });
});
