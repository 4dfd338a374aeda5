import { afterEach, expect, it } from 'vitest';
import { forgetDevice, newVault, NOTE, write } from '../testDoor';
import { deleteDatabase, doorOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

it.each([1, 2])('a head that failed half way is tried again in its own file, so that one whole head is always left: failure at writing %i', async (failing) => {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  const { vaultId } = vault;
  await vault.save([write('a', 'saved')], [NOTE]);
  const folder = files.folders.get(vaultId);
  let writings = 0;
  const failHalfWay = (at: (writing: number) => boolean) => (name: string, operation: 'write' | 'truncate'): boolean => {
    if (!name.startsWith('head') || operation !== 'write') return false;
    writings += 1;
    if (!at(writings)) return false;
    folder?.set(name, (folder.get(name) ?? new Uint8Array()).slice(0, 10));
    return true;
  };
  files.refuses = failHalfWay((writing) => writing === failing);
  await vault.changePassphrase('another long passphrase here');
  writings = 0;
  files.refuses = failHalfWay(() => true);
  await vault.newRecoveryCode();
  files.refuses = null;
  files.restart();
  await deleteDatabase(vaultId);
  expect((await doorOn(files).list()).map((one) => one.vaultId)).toEqual([vaultId]);
});
