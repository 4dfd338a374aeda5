/**
 * Where area packs lie on the device: the origin's private files (OPFS), in clear. Packs hold public data and at most addresses, never case data; which area was
 * loaded can be read from a lost device, and nothing else (ADR 0007).
 */
export interface PackShelf {
  /** The pack in use, or null. */
  inUse(): Promise<File | null>;
  /** Copies a checked pack in, reads its length back, then makes it the one in use. Whatever fails, the pack in use stays. */
  put(packId: string, file: File, onProgress: (share: number) => void): Promise<File>;
  training(): Promise<File | null>;
  putTraining(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const IN_USE = 'in-use';
const TRAINING = 'training.steadingpack';
const CHUNK_BYTES = 4 * 1024 * 1024;

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle('packs', { create: true });
}

async function fileOrNull(name: string): Promise<File | null> {
  try {
    return await (await (await folder()).getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** createWritable writes to a swap file and replaces on close: a file is there whole or not at all. */
async function write(name: string, chunks: AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  const writable = await (await (await folder()).getFileHandle(name, { create: true })).createWritable();
  try {
    for await (const chunk of chunks) await writable.write(chunk);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error instanceof DOMException && error.name === 'QuotaExceededError'
      ? new Error('There is not enough room on this device for the pack. The pack in use stays as it is. Free some room, then try again.')
      : error;
  }
}

async function* slices(file: File, onProgress: (share: number) => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    yield new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    onProgress(Math.min(1, (at + CHUNK_BYTES) / file.size));
  }
}

export function createPackShelf(): PackShelf {
  return {
    async inUse() {
      const marker = await fileOrNull(IN_USE);
      return marker === null ? null : fileOrNull(await marker.text());
    },
    async put(packId, file, onProgress) {
      const name = `${packId}.steadingpack`;
      const before = await (await fileOrNull(IN_USE))?.text();
      await write(name, slices(file, onProgress));
      const stored = await fileOrNull(name);
      if (stored === null || stored.size !== file.size) throw new Error('The pack was not stored whole. The pack in use stays as it is. Try again.');
      await write(IN_USE, [new TextEncoder().encode(name)]);
      if (before !== undefined && before !== name) await (await folder()).removeEntry(before).catch(() => undefined);
      return stored;
    },
    training: () => fileOrNull(TRAINING),
    putTraining: (bytes) => write(TRAINING, [bytes]),
  };
}
