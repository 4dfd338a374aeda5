import { afterEach, expect, it } from 'vitest';
import { forgetDevice, newVault, NOTE, OFFICER, write } from '../testDoor';
import { deleteDatabase, doorOn, repairOn } from './journalDoor';
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
