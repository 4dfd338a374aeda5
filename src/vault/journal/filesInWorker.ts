import { wrap } from 'comlink';
import type { JournalFiles, JournalFolder } from './files';
import type { JournalRoom } from './journalWorker';
import { LOCK_NAME } from './names';

/** A tab that has just let go may need a moment until its worker is gone. */
const TRIES = 20;
const PAUSE_MS = 100;

/** null: a browser without private files. */
export function filesInWorker(): JournalFiles | null {
  const { storage } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  if (storage === undefined || typeof storage.getDirectory !== 'function' || typeof Worker === 'undefined') return null;
  return {
    async vaultIds() {
      const all = await vaultsFolder();
      if (!all) return [];
      const names: string[] = [];
      for await (const name of all.keys()) if (/^[0-9a-f]{32}$/u.test(name)) names.push(name);
      return names;
    },
    async peek(vaultId, name) {
      try {
        const folder = await (await vaultsFolder())?.getDirectoryHandle(vaultId);
        const file = await (await folder?.getFileHandle(name))?.getFile();
        return file ? new Uint8Array(await file.arrayBuffer()) : null;
      } catch {
        return null;
      }
    },
    open: openFolder,
  };
}

async function vaultsFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle('vaults');
  } catch {
    return null;
  }
}

async function openFolder(vaultId: string): Promise<JournalFolder | 'held' | null> {
  const worker = new Worker(new URL('./journalWorker.ts', import.meta.url), { type: 'module', name: 'journal' });
  const room = wrap<JournalRoom>(worker);
  const gone = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => { reject(new Error('The part of Steading that writes the second copy could not start. Reload the page; never clear this site’s data: the vault is in it.')); });
  });
  gone.catch(() => undefined);
  const answered = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, gone]);
  let is = await answered(room.open(vaultId, LOCK_NAME));
  for (let tried = 1; is === 'held' && tried < TRIES; tried += 1) {
    await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS); });
    is = await answered(room.open(vaultId, LOCK_NAME));
  }
  if (is !== 'open') {
    worker.terminate();
    return is === 'held' ? 'held' : null;
  }
  return {
    read: (name) => answered(room.read(name)),
    size: (name) => answered(room.size(name)),
    measure: (name) => answered(room.measure(name)),
    write: (name, at, bytes) => answered(room.write(name, at, bytes)),
    truncate: (name, size) => answered(room.truncate(name, size)),
    close: () => { worker.terminate(); },
  };
}
