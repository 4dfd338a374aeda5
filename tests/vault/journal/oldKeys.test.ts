import { afterEach, describe, expect, it } from 'vitest';
import { newestHead, packHead } from '@/vault/journal/head';
import { headName } from '@/vault/journal/names';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, write } from '../testDoor';
import { doorOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

const NEXT = 'another long passphrase here';

/** The keyring from before a changed passphrase is put back in the database, and where asked in the journal's heads too, which anybody can write. */
async function oldKeysPutBack(inHeads: boolean) {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  const { vaultId } = vault;
  await vault.save([write('a', 'a'), write('z', 'z')], [NOTE]);
  const old = await onDisk(vaultId, (db) => db.clear.get('keyring'));
  if (old?.id !== 'keyring') throw new Error('There is a keyring.');
  await vault.changePassphrase(NEXT);
  // A new snapshot, so that no entry holds the newer keyring.
  await vault.erase([{ table: 'assessment', id: 'z', baseRev: 1 }], [{ ...NOTE, event: 'erasure' }]);
  await vault.lock();
  await onDisk(vaultId, (db) => db.clear.put(old));
  const head = await newestHead(vaultId, (name) => files.peek(vaultId, name));
  if (!head) throw new Error('There is a head.');
  for (const count of inHeads ? [head.count + 1, head.count + 2] : []) files.folders.get(vaultId)?.set(headName(count), await packHead({ ...head, count, keyring: old.text }));
  return { door: doorOn(files), vaultId };
}

describe('keys from before a changed passphrase, put back', () => {
  it('in both stores are refused by name: the given-up passphrase opens nothing', async () => {
    const { door, vaultId } = await oldKeysPutBack(true);
    await expect(door.unlock(vaultId, PASSPHRASE)).rejects.toThrow(/keys are older than its second copy says/u);
  });

  it('in the database alone open nothing either, and the passphrase in force does (control)', async () => {
    const { door, vaultId } = await oldKeysPutBack(false);
    expect(await door.unlock(vaultId, PASSPHRASE)).toMatchObject({ is: 'wrong' });
    const result = await door.unlock(vaultId, NEXT);
    if (result.is !== 'repair') throw new Error(result.is);
    const repaired = await result.repair.run();
    expect((await repaired.read('assessment', 'a'))?.value).toBe('a');
    await repaired.lock();
    expect(await door.unlock(vaultId, PASSPHRASE)).toMatchObject({ is: 'wrong' });
  });
});
