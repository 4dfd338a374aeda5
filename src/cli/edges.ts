import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Everything that a command may touch outside itself. Tests bring their own. */
export interface Edges {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** A file of any length, piece by piece. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
  /** Names of the files in a folder; null: not a folder. */
  readonly list: (path: string) => Promise<readonly string[] | null>;
  /** All or nothing: a reader never sees half a file. */
  readonly writeWhole: (path: string, bytes: Uint8Array) => Promise<void>;
  /** The same, piece by piece: for what may be too large to hold at once. */
  readonly writeParts: (path: string, parts: Iterable<Uint8Array>) => Promise<void>;
  readonly sha256: (bytes: Uint8Array) => string;
}

export const NODE_EDGES: Edges = {
  out: (text) => { process.stdout.write(`${text}\n`); },
  err: (text) => { process.stderr.write(`${text}\n`); },
  now: () => new Date(),
  read: async (path) => new Uint8Array(await readFile(path)),
  stream: (path) => createReadStream(path, { highWaterMark: 1024 * 1024 }),
  list: async (path) => ((await stat(path)).isDirectory() ? (await readdir(path)).toSorted() : null),
  writeWhole,
  writeParts: writeWhole,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

async function writeWhole(path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void> {
  // Beside the target, since a rename is atomic only within one file system.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
