import { afterEach, describe, expect, it } from 'vitest';
import { VaultAlreadyHere } from '@/vault';
import { forgetDevice, newVault, NOTE, PASSPHRASE, write } from '../testDoor';
import { deleteDatabase, doorOn, repairOn } from './journalDoor';
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
