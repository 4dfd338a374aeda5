import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JournalRoom } from '@/vault/journal/journalWorker';

afterEach(() => { vi.unstubAllGlobals(); vi.doUnmock('comlink'); vi.resetModules(); });

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

/** As Chromium's: a file answers createSyncAccessHandle only where its own handle was not collected in between. */
function folderThatForgets() {
  const asked: { readonly file: WeakRef<object>; readonly give: () => void }[] = [];
  const folder = {
    getDirectoryHandle: () => Promise.resolve(folder),
    getFileHandle: () => Promise.resolve({
      createSyncAccessHandle(): Promise<{ getSize: () => number }> {
        const file = new WeakRef(this);
        return new Promise((resolve) => { asked.push({ file, give: () => { resolve({ getSize: () => 7 }); } }); });
      },
    }),
  };
  /** Memory is cleared while files are being opened. How many still answer. */
  async function clear(): Promise<number> {
    await turn();
    collect();
    await turn();
    const there = asked.splice(0).filter(({ file }) => file.deref() !== undefined);
    for (const { give } of there) give();
    return there.length;
  }
  return { folder, clear };
}

/** The worker's module, in this thread. */
async function roomOver(folder: object): Promise<JournalRoom> {
  const expose = vi.fn<(room: JournalRoom) => void>();
  vi.doMock('comlink', () => ({ expose, transfer: <T>(value: T) => value }));
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(folder) } });
  await import('@/vault/journal/journalWorker');
  const [room] = expose.mock.lastCall ?? [];
  if (!room) throw new Error('The worker offers nothing.');
  return room;
}

describe('a file of the journal that is being opened', () => {
  it('is held until it is open, so that an unlocking never waits for an answer that does not come', async () => {
    const { folder, clear } = folderThatForgets();
    const room = await roomOver(folder);
    const opened = room.open('a'.repeat(32), 'held');
    expect(await clear()).toBe(1);
    expect(await opened).toBe('open');
    const sizes = Promise.all([room.size('snapshot-0'), room.size('tail-0')]);
    expect(await clear()).toBe(2);
    expect(await sizes).toEqual([7, 7]);
  });

  it('would be forgotten where nobody holds it (control)', async () => {
    const { folder, clear } = folderThatForgets();
    void (async () => { await (await folder.getFileHandle()).createSyncAccessHandle(); })();
    expect(await clear()).toBe(0);
  });
});
