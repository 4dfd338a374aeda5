import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KeyRoom } from '@/vault/keys';
import { keysInThisThread } from '@/vault/keyHolder';
import { forgetDevice, newVault, NOTE, onDisk, opened, PASSPHRASE, testDoor, write } from '../testDoor';
import { doorOn, openedOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(() => { vi.restoreAllMocks(); forgetDevice(); });

/** A key that is there only when it is let go: by then both stores have been read. */
function slowKeys() {
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => { letGo = resolve; });
  const makeKeys = (): KeyRoom => {
    const room = keysInThisThread();
    return { ...room, keys: { ...room.keys, unlock: async (...of: Parameters<typeof room.keys.unlock>) => { await until; return room.keys.unlock(...of); } } };
  };
  return { makeKeys, letGo: () => { letGo(); } };
}

/** Until the whole of both stores was read. */
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 300); });

async function device() {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'a1'), write('b', 'b1')], [NOTE]);
  await vault.lock();
  return { files, vaultId: vault.vaultId };
}

describe('the two stores, read while the key is made', () => {
  it('are compared all the same: a record that is missing is found', async () => {
    const { files, vaultId } = await device();
    await onDisk(vaultId, async (db) => { await db.row.delete((await db.row.toCollection().primaryKeys())[0] ?? ''); });
    const { makeKeys, letGo } = slowKeys();
    const unlocking = testDoor({ files, makeKeys }).unlock(vaultId, PASSPHRASE);
    await settled();
    letGo();
    expect(await unlocking).toMatchObject({ is: 'repair', repair: { finding: { why: 'damaged' } } });
  });

  it('open as they are where nothing is missing (control)', async () => {
    const { files, vaultId } = await device();
    const { makeKeys, letGo } = slowKeys();
    letGo();
    expect(opened(await testDoor({ files, makeKeys }).unlock(vaultId, PASSPHRASE)).list('assessment')).toHaveLength(2);
  });

  it('are let go of where the secret is wrong, before and after they were read', async () => {
    const { files, vaultId } = await device();
    for (const wait of [false, true]) {
      const { makeKeys, letGo } = slowKeys();
      const open = vi.spyOn(files, 'open');
      const unlocking = testDoor({ files, makeKeys }).unlock(vaultId, 'not the passphrase of it');
      if (wait) await settled();
      letGo();
      expect(await unlocking).toMatchObject({ is: 'wrong' });
      await settled();
      expect(open).toHaveBeenCalledOnce();
      open.mockRestore();
      const folder = await files.open(vaultId);
      expect(folder).not.toBe('held');
      if (folder !== 'held') folder.close();
    }
    expect((await openedOn(files, vaultId)).secondCopy()).toEqual({ is: 'kept' });
  });

  it('are not held where they come only after the secret was found to be wrong', async () => {
    const { files, vaultId } = await device();
    const open = files.open;
    files.open = async (id) => { await settled(); return open(id); };
    expect(await doorOn(files).unlock(vaultId, 'not the passphrase of it')).toMatchObject({ is: 'wrong' });
    await settled();
    await settled();
    files.open = open;
    const folder = await files.open(vaultId);
    expect(folder).not.toBe('held');
    if (folder !== 'held') folder.close();
  });

  it('lose nothing of what a window without the second copy saves meanwhile, and write nothing over it', async () => {
    const { files, vaultId } = await device();
    const other = opened(await testDoor({ files: null }).unlock(vaultId, PASSPHRASE));
    const { makeKeys, letGo } = slowKeys();
    const unlocking = testDoor({ files, makeKeys }).unlock(vaultId, PASSPHRASE);
    await settled();
    await other.save([write('a', 'a2', 1), write('c', 'c1')], [NOTE]);
    letGo();
    const vault = opened(await unlocking);
    // Read before that save: so it is the check at the save that holds, and the lists are read again.
    expect(vault.list('assessment').map(({ id }) => id)).toEqual(['a', 'b']);
    await expect(vault.save([write('a', 'over it', 1)], [NOTE])).rejects.toMatchObject({ name: 'StaleRevision' });
    await vault.save([write('b', 'b2', 1)], [NOTE]);
    expect(vault.list('assessment').map(({ id, rev }) => [id, rev])).toEqual([['a', 2], ['b', 2], ['c', 1]]);
    await vault.lock();
    const again = await openedOn(files, vaultId);
    expect(await Promise.all(['a', 'b', 'c'].map(async (id) => (await again.read('assessment', id))?.value))).toEqual(['a2', 'b2', 'c1']);
    expect(again.secondCopy()).toEqual({ is: 'kept' });
  });
});
