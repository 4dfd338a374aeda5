import { afterEach, describe, expect, it, vi } from 'vitest';
import { IDBObjectStore } from 'fake-indexeddb';
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

  it('holds for a draft too: the later one is kept, not the one in the second copy', async () => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    await vault.saveDraft('d', 'older');
    const other = await openedOn(files, vault.vaultId);
    await other.saveDraft('d', 'later');
    files.restart();
    expect(await (await openedOn(files, vault.vaultId)).readDraft('d')).toBe('later');
  });
});

describe('a window that stopped between the second copy and the database', () => {
  /** `folded`: the entry that stopped is the first after a new snapshot. */
  async function stopped(folded: boolean) {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    await vault.save([write('a', 'a1'), write('z', 'z')], [NOTE]);
    if (folded) await vault.erase([{ table: 'assessment', id: 'z', baseRev: 1 }], [{ ...NOTE, event: 'erasure' }]);
    const other = await openedOn(files, vault.vaultId);
    files.refuses = (_, operation) => operation === 'truncate';
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new Error('stopped'); });
    await expect(vault.save([write('a', 'never told as saved', 1)], [NOTE])).rejects.toThrow();
    vi.restoreAllMocks();
    files.refuses = null;
    return { files, vaultId: vault.vaultId, other };
  }

  it.each([false, true])('does not shut the vault where another window went on: what was told as saved holds, and the log says so (after a new snapshot: %s)', async (folded) => {
    const { files, vaultId, other } = await stopped(folded);
    await other.save([write('b', 'told as saved')], [NOTE]);
    await other.lock();
    files.restart();
    const again = await openedOn(files, vaultId);
    expect([(await again.read('assessment', 'a'))?.value, (await again.read('assessment', 'b'))?.value]).toEqual(['a1', 'told as saved']);
    expect((await again.readLog()).at(-1)?.detail.reason).toMatch(/^its last entry was never taken into the database/u);
  });

  it('keeps a draft that another window kept meanwhile', async () => {
    const { files, vaultId, other } = await stopped(false);
    await other.saveDraft('d', 'typed');
    files.restart();
    expect(await (await openedOn(files, vaultId)).readDraft('d')).toBe('typed');
  });
});
