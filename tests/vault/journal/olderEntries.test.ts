import { afterEach, expect, it, vi } from 'vitest';
import type * as EntryBody from '@/vault/journal/entryBody';
import { forgetDevice, newVault, NOTE, write } from '../testDoor';
import { doorOn, openedOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

const says = vi.hoisted(() => ({ owes: false }));

vi.mock('@/vault/journal/entryBody', async (load) => {
  const real = await load<typeof EntryBody>();
  return { ...real, writeEntry: (body: EntryBody.EntryBody) => real.writeEntry(says.owes ? body : { ...body, owes: undefined }) };
});

afterEach(forgetDevice);

it.each([[false, 'by the erasures in its entries, as they were written at first'], [true, 'by what its last entry says']])('a journal tells that it owes a fold (says so: %s) %s', async (owes) => {
  says.owes = owes;
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'words about a person')], [NOTE]);
  files.refuses = (name, operation) => operation === 'write' && name.startsWith('snapshot');
  await vault.erase([{ table: 'assessment', id: 'a', baseRev: 1 }], [{ ...NOTE, event: 'erasure' }]);
  await vault.lock();
  files.refuses = null;
  const before = files.file(vault.vaultId, 'snapshot-0').length;
  expect(before).toBe(0);
  await (await openedOn(files, vault.vaultId)).lock();
  expect(files.file(vault.vaultId, 'snapshot-0').length).toBeGreaterThan(0);
});

it('and folds nothing at unlocking where nothing was erased (control)', async () => {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'a')], [NOTE]);
  await vault.lock();
  await (await openedOn(files, vault.vaultId)).lock();
  expect(files.file(vault.vaultId, 'snapshot-0').length).toBe(0);
});
