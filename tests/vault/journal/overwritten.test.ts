import { afterEach, describe, expect, it } from 'vitest';
import { VaultAlreadyHere } from '@/vault';
import { forgetDevice, newVault, NOTE, PASSPHRASE, write } from '../testDoor';
import { copyOfDatabase, deleteDatabase, doorOn, openedOn, repairOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

describe('a second copy whose database is gone', () => {
  it.each(['the same epoch', 'a newer epoch'])('is never overwritten by an older backup: %s', async (epoch) => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    const { vaultId } = vault;
    await vault.save([write('a', 'old')], [NOTE]);
    const { bytes } = await vault.backup();
    if (epoch === 'a newer epoch') await vault.newEpoch();
    await vault.save([write('a', 'acknowledged', 1)], [NOTE]);
    await vault.lock();
    await deleteDatabase(vaultId);
    await expect(doorOn(files).restore(bytes, { passphrase: PASSPHRASE })).rejects.toThrow(VaultAlreadyHere);
    const rebuilt = await (await repairOn(files, vaultId)).run();
    expect((await rebuilt.read('assessment', 'a'))?.value).toBe('acknowledged');
  });

  it('gives way to a backup where nothing can be rebuilt from it (control)', async () => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    await vault.save([write('a', 'old')], [NOTE]);
    const { bytes } = await vault.backup();
    await vault.lock();
    await deleteDatabase(vault.vaultId);
    const folder = files.folders.get(vault.vaultId);
    for (const name of folder?.keys() ?? []) if (/tail|snapshot/u.test(name)) folder?.set(name, new Uint8Array());
    expect(await doorOn(files).restore(bytes, { passphrase: PASSPHRASE })).toMatchObject({ is: 'restored' });
  });
});

describe('a second copy with one damaged byte in the first header of its tail', () => {
  async function damaged(older: boolean) {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    const { vaultId } = vault;
    await vault.save([write('a', 'old'), write('b', 'to be erased')], [NOTE]);
    const putBack = await copyOfDatabase(vaultId);
    await vault.save([write('a', 'acknowledged', 1)], [NOTE]);
    await vault.erase([{ table: 'assessment', id: 'b', baseRev: 1 }], [{ ...NOTE, event: 'erasure' }]);
    await vault.lock();
    if (older) await putBack();
    const folder = files.folders.get(vaultId);
    for (const [name, bytes] of folder ?? []) if (/tail/u.test(name) && bytes.length > 0) folder?.set(name, bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)));
    return { files, vaultId };
  }

  it('is not overwritten by an older database: the snapshot that is newer counts', async () => {
    const { files, vaultId } = await damaged(true);
    const repair = await repairOn(files, vaultId);
    expect((await (await repair.run()).read('assessment', 'a'))?.value).toBe('acknowledged');
  });

  it('is made anew from a database that is not behind it (control)', async () => {
    const { files, vaultId } = await damaged(false);
    const again = await openedOn(files, vaultId);
    expect(again.secondCopy()).toEqual({ is: 'madeAnew', why: 'it was damaged' });
    expect((await again.read('assessment', 'a'))?.value).toBe('acknowledged');
  });
});
