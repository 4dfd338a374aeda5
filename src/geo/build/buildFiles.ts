import type { OpenSqlite } from '../sources/geoPackage';
import { SourceError } from '../sources/sourceError';
import type { SourceFile } from '../sources/sourceFile';

/** Where the files of a build come from: a disk, or what was chosen on a page. */
export interface BuildFiles {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** A file of any length, piece by piece. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
  /** Names of the files in a folder; null: not a folder. */
  readonly list: (path: string) => Promise<readonly string[] | null>;
  readonly openSqlite: OpenSqlite;
  /** How far a long step is, in words. */
  readonly told: (line: string) => void;
}

/** @throws SourceError for a file that cannot be read at all. */
export async function readFile(path: string, files: BuildFiles): Promise<SourceFile> {
  try {
    return { name: path, bytes: await files.read(path) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

export const readAll = (paths: readonly string[], files: BuildFiles): Promise<SourceFile[]> => Promise.all(paths.map((path) => readFile(path, files)));

/** The pieces of a file; what keeps it from being read is told of the file. */
export async function* piecesOf(path: string, files: BuildFiles): AsyncGenerator<Uint8Array> {
  const pieces = files.stream(path)[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch((cause: unknown) => { throw unreadable(path, cause); });
    if (next.done === true) return;
    yield next.value;
  }
}

function unreadable(path: string, cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  return new SourceError(path, `cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)}). Check the path.`, { cause });
}
