import { afterEach, describe, expect, it } from 'vitest';
import { forgetDevice, newVault, testDoor } from '../testDoor';
import { testChannels, testLocks } from '../testTabs';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

describe('a vault whose second copy cannot be begun', () => {
  it.each(['snapshot', 'head'])('is not there at all, and nothing of it is held: %s', async (file) => {
    const files = new MemoryFiles();
    const locks = testLocks();
    files.refuses = (name, operation) => operation === 'write' && name.startsWith(file);
    const door = testDoor({ files, locks, channel: testChannels() });
    await expect(newVault(door)).rejects.toThrow(/does not answer/u);
    files.refuses = null;
    expect(await door.list()).toEqual([]);
    expect((await locks.query()).held).toEqual([]);
    for (const vaultId of files.folders.keys()) expect(await files.open(vaultId)).not.toBe('held');
  });

  it('is there where it can (control)', async () => {
    const door = testDoor({ files: new MemoryFiles() });
    await newVault(door);
    expect(await door.list()).toHaveLength(1);
  });
});
