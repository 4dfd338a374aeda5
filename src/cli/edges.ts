import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

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
  /** For its owner alone (mode 0600), and never in place of a file that is there: then it fails with EEXIST. */
  readonly writeSecret: (path: string, bytes: Uint8Array) => Promise<void>;
  /** What is typed at the terminal, not shown; null: there is no terminal. */
  readonly askSecret: (ask: string) => Promise<string | null>;
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
  writeSecret,
  askSecret,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

async function writeWhole(path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void> {
  const beside = besideOf(path);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Beside the target, since a rename is atomic only within one file system. */
const besideOf = (path: string) => join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);

async function writeSecret(path: string, bytes: Uint8Array): Promise<void> {
  const beside = besideOf(path);
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    // Unlike a rename, a link takes no name that is there.
    await link(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

async function askSecret(ask: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(ask);
  const silent = new Writable({ write: (_chunk, _encoding, done) => { done(); } });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
