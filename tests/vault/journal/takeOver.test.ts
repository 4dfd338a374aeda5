import { afterEach, describe, expect, it } from 'vitest';
import { HeldElsewhere, TakenElsewhere } from '@/vault';
import { forgetDevice, newVault, NOTE, opened, PASSPHRASE, testDoor, write } from '../testDoor';
import { testChannels, testLocks } from '../testTabs';
import { copyOfDatabase } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

/** Every window here answers, however busy the machine; one that does not would be waited for. */
const PATIENCE_MS = 20_000;

/** One device with two windows, on which the database was put back to before the last save. */
async function olderDatabase() {
  const edges = { files: new MemoryFiles(), locks: testLocks(), channel: testChannels(), takeOverPatienceMs: PATIENCE_MS };
  const { vault } = await newVault(testDoor(edges));
  await vault.save([write('a', 'a1')], [NOTE]);
  const putBack = await copyOfDatabase(vault.vaultId);
  await vault.save([write('a', 'a2', 1)], [NOTE]);
  await vault.lock();
  await putBack();
  return { edges, vaultId: vault.vaultId };
}

describe('a vault that waits to be repaired', () => {
  it('is taken by another window as it was found: that one repairs it, and the first can do nothing more', async () => {
    const { edges, vaultId } = await olderDatabase();
    const first = await testDoor(edges).unlock(vaultId, PASSPHRASE);
    if (first.is !== 'repair') return expect.fail(`no repair: ${first.is}`);
    let told = 0;
    first.repair.onTaken(() => { told += 1; });
    expect(await testDoor(edges).unlock(vaultId, PASSPHRASE)).toEqual({ is: 'otherTab' });
    const second = await testDoor(edges).unlock(vaultId, PASSPHRASE, { takeOver: true });
    if (second.is !== 'repair') return expect.fail(`opened without comparing: ${second.is}`);
    expect(told).toBe(1);
    await expect(first.repair.run()).rejects.toBeInstanceOf(TakenElsewhere);
    const vault = await second.repair.run();
    expect((await vault.read('assessment', 'a'))?.value).toBe('a2');
    await vault.save([write('b', 'saved after')], [NOTE]);
    await vault.lock();
    const again = opened(await testDoor(edges).unlock(vaultId, PASSPHRASE));
    expect((await again.read('assessment', 'b'))?.value).toBe('saved after');
  });

  it('is not opened past its comparison where a window that answers nobody holds the second copy', async () => {
    const { edges, vaultId } = await olderDatabase();
    const held = await edges.files.open(vaultId);
    await expect(testDoor(edges).unlock(vaultId, PASSPHRASE)).rejects.toBeInstanceOf(HeldElsewhere);
    if (held !== null && held !== 'held') held.close();
    expect(await testDoor(edges).unlock(vaultId, PASSPHRASE)).toMatchObject({ is: 'repair' });
  });
});

describe('a vault whose keys were changed in the other window', () => {
  it('opens with what holds there now, once it is taken', async () => {
    const edges = { files: new MemoryFiles(), locks: testLocks(), channel: testChannels(), takeOverPatienceMs: PATIENCE_MS };
    const { vault } = await newVault(testDoor(edges));
    await vault.save([write('a', 'a1')], [NOTE]);
    // Between the try of the passphrase and the place: the other window keeps its last words, and makes new keys as it goes.
    vault.onTakenOver(async () => { await vault.newEpoch(); });
    const taken = opened(await testDoor(edges).unlock(vault.vaultId, PASSPHRASE, { takeOver: true }));
    expect(taken.epoch()).toBe(2);
    expect((await taken.read('assessment', 'a'))?.value).toBe('a1');
  });

  it('refuses a passphrase that was given up there meanwhile', async () => {
    const edges = { files: new MemoryFiles(), locks: testLocks(), channel: testChannels(), takeOverPatienceMs: PATIENCE_MS };
    const { vault } = await newVault(testDoor(edges));
    vault.onTakenOver(async () => { await vault.changePassphrase('another passphrase of four words'); });
    expect(await testDoor(edges).unlock(vault.vaultId, PASSPHRASE, { takeOver: true })).toMatchObject({ is: 'wrong' });
    expect(await testDoor(edges).unlock(vault.vaultId, 'another passphrase of four words')).toMatchObject({ is: 'open' });
  });
});
