import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetDevice, newVault, NOTE, PASSPHRASE, write } from '../testDoor';
import { deleteDatabase, doorOn, openedOn } from './journalDoor';
import { Journal } from '@/vault/journal/journal';
import { MemoryFiles } from './memoryFiles';

afterEach(() => { vi.restoreAllMocks(); forgetDevice(); });

/** The first window has the second copy, the other one saves without it; the first reads what it saved, saves on, and the database is lost. */
async function bothSaved() {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('x', 'x1'), write('y', 'y1')], [NOTE]);
  const other = await openedOn(files, vault.vaultId);
  await other.save([write('x', 'x2', 1)], [NOTE]);
  expect((await vault.read('assessment', 'x'))?.value).toBe('x2');
  await vault.save([write('y', 'y2', 1)], [NOTE]);
  await vault.lock();
  await deleteDatabase(vault.vaultId);
  const result = await doorOn(files).unlock(vault.vaultId, PASSPHRASE);
  if (result.is !== 'repair') throw new Error(result.is);
  return result.repair;
}

describe('what another window saved without the second copy', () => {
  it('is in it as soon as the window that has it reads it', async () => {
    const repair = await bothSaved();
    expect(repair.finding.lost.documents).toEqual([]);
    const again = await repair.run();
    expect([(await again.read('assessment', 'x'))?.value, (await again.read('assessment', 'y'))?.value]).toEqual(['x2', 'y2']);
  });

  it('is named as lost where it never came there: a second copy that does not hold together is not taken for whole', async () => {
    vi.spyOn(Journal.prototype, 'follow').mockResolvedValue();
    const repair = await bothSaved();
    expect(repair.finding.lost.documents).toMatchObject([{ id: 'x', expectedRev: 2, foundRev: 1 }]);
    expect(repair.finding.lost.logEntries).toEqual([{ from: 2, to: 2 }]);
    const again = await repair.run();
    expect((await again.read('assessment', 'x'))?.value).toBe('x1');
  });
});
