import { expose, transfer } from 'comlink';
import { hex, type Bytes } from '../format/bytes';

/** FileSystemSyncAccessHandle is to be had in dedicated workers only. All handles stay open until the worker ends, so that no second tab can write. */
const handles = new Map<string, FileSystemSyncAccessHandle>();
/** Chromium (seen in 156) never answers createSyncAccessHandle where the file's own handle is collected as garbage before the answer: so it is held until then (docs/reliability.md). */
const opening = new Set<FileSystemFileHandle>();
let folder: FileSystemDirectoryHandle | null = null;

async function handleOf(name: string): Promise<FileSystemSyncAccessHandle> {
  const known = handles.get(name);
  if (known) return known;
  if (!folder) throw new Error('The folder is not open.');
  const file = await folder.getFileHandle(name, { create: true });
  opening.add(file);
  try {
    const handle = await file.createSyncAccessHandle();
    handles.set(name, handle);
    return handle;
  } finally {
    opening.delete(file);
  }
}

function readAll(handle: FileSystemSyncAccessHandle): Bytes {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  return bytes;
}

const room = {
  async open(vaultId: string, lockName: string): Promise<'open' | 'held' | 'none'> {
    try {
      const all = await (await navigator.storage.getDirectory()).getDirectoryHandle('vaults', { create: true });
      folder = await all.getDirectoryHandle(vaultId, { create: true });
      await handleOf(lockName);
      return 'open';
    } catch (error) {
      return error instanceof DOMException && error.name === 'NoModificationAllowedError' ? 'held' : 'none';
    }
  },
  async read(name: string): Promise<Bytes | null> {
    const bytes = readAll(await handleOf(name));
    return bytes.length === 0 ? null : transfer(bytes, [bytes.buffer]);
  },
  async size(name: string): Promise<number> {
    return (await handleOf(name)).getSize();
  },
  async measure(name: string): Promise<{ readonly hash: string; readonly bytes: number } | null> {
    const bytes = readAll(await handleOf(name));
    return bytes.length === 0 ? null : { hash: hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))), bytes: bytes.length };
  },
  async write(name: string, at: number, bytes: Bytes): Promise<void> {
    const handle = await handleOf(name);
    // In place, and cut off last: a head that is written over is never empty in between, and needs no new room.
    const written = handle.write(bytes, { at });
    if (written !== bytes.length) throw new DOMException('There is no room left.', 'QuotaExceededError');
    if (handle.getSize() > at + bytes.length) handle.truncate(at + bytes.length);
    handle.flush();
  },
  async truncate(name: string, size: number): Promise<void> {
    const handle = await handleOf(name);
    handle.truncate(size);
    handle.flush();
  },
};

export type JournalRoom = typeof room;

expose(room);
