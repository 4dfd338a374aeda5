import { afterEach, expect, it } from 'vitest';
import { forgetDevice, newVault, NOTE, write } from '../testDoor';
import { doorOn, openedOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

it.each([[false, 'is in the second copy'], [true, 'never reaches it, though it is checked while it is sealed']])('a save (stale: %s) %s', async (stale) => {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'a1')], [NOTE]);
  const { operations } = files;
  const saving = vault.save([write('a', 'a2', stale ? 0 : 1)], [NOTE]);
  if (stale) await expect(saving).rejects.toMatchObject({ name: 'StaleRevision' });
  else await saving;
  expect(files.operations - operations).toBe(stale ? 0 : 1);
  await vault.save([write('b', 'b1')], [NOTE]);
  await vault.lock();
  const again = await openedOn(files, vault.vaultId);
  expect((await again.read('assessment', 'a'))?.value).toBe(stale ? 'a1' : 'a2');
  expect(again.secondCopy()).toEqual({ is: 'kept' });
});
