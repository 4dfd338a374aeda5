import { afterEach, expect, it } from 'vitest';
import { ReadOnlyVault } from '@/vault';
import { forgetDevice, newVault, NOTE, OFFICER, write } from '../testDoor';
import { deleteDatabase, doorOn, openedOn, repairOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

async function filled() {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'saved')], [NOTE]);
  return { files, vault };
}

it('a new epoch and an officer who leaves need not wait until the account of a repair is dismissed', async () => {
  const { files, vault } = await filled();
  await vault.addOfficer({ ...OFFICER, name: 'Second', passphrase: 'quarry bramble window tinsel' });
  const second = vault.officers().find(({ name }) => name === 'Second');
  await vault.lock();
  await deleteDatabase(vault.vaultId);
  const repaired = await (await repairOn(files, vault.vaultId)).run();
  const account = await repaired.lastRepair();
  await repaired.newEpoch();
  await repaired.removeOfficer(second?.officerId ?? '');
  expect(repaired.epoch()).toBe(3);
  expect(account).toMatchObject({ finding: { why: 'emptied' } });
  expect(await repaired.lastRepair()).toEqual(account);
});

it('a new epoch that is stored holds, though the files of the one before could not be emptied', async () => {
  const { files, vault } = await filled();
  let heads = 0;
  files.refuses = (name, operation) => {
    if (name.startsWith('head')) heads += 1;
    return operation === 'truncate' && heads >= 2;
  };
  await vault.newEpoch();
  files.refuses = null;
  expect(vault.epoch()).toBe(2);
  await vault.saveDraft('d', 'typed after it');
  await vault.lock();
  const again = await openedOn(files, vault.vaultId);
  expect([again.epoch(), await again.readDraft('d'), (await again.read('assessment', 'a'))?.value]).toEqual([2, 'typed after it', 'saved']);
});

it('a draft under keys that another window has replaced is refused, and one under the same keys is not (control)', async () => {
  const { files, vault } = await filled();
  const other = await openedOn(files, vault.vaultId);
  await vault.saveDraft('d', 'kept');
  await other.newEpoch();
  await expect(vault.saveDraft('d', 'lost')).rejects.toThrow(ReadOnlyVault);
  expect(await other.readDraft('d')).toBe('kept');
});
