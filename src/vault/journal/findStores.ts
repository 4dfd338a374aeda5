import type { JournalRow, VaultDatabase } from '../database';
import type { Keyring } from '../format/keyring';
import { readStoredRows, type StoredRows } from '../storedRows';
import type { JournalFiles, JournalFolder } from './files';
import { peeked } from './peeked';
import { readJournal, type JournalOnDisk } from './readJournal';
import { marksOfRows, stateOf, type Marks, type StoresState } from './storesState';

/** The database as it was found. */
export interface FoundDatabase {
  readonly rows: StoredRows;
  readonly marks: Marks;
  readonly state: StoresState;
  readonly position: JournalRow | null;
  /** Something in it did not open. */
  readonly suspect: boolean;
}

/** Both stores as they lie. */
export interface FoundStores {
  /** Another window's are looked at, and nothing else. */
  readonly folder: JournalFolder | 'held' | null;
  /** null: none, or none whose head can be read. */
  readonly onDisk: JournalOnDisk | null;
  /** null: it cannot be read at all. */
  readonly database: FoundDatabase | null;
}

export interface ToFind {
  readonly vaultId: string;
  readonly db: VaultDatabase;
  /** In the database; null: none, or damaged. */
  readonly stored: Keyring | null;
  readonly folder: JournalFolder | 'held' | null;
  readonly files: JournalFiles | null;
}

/** All that can be had of both stores without a key: every byte of the journal held to its hashes, the database to its sums. Nothing is written. Throws NewerFormat. */
export async function findStores({ folder, files, ...of }: ToFind): Promise<FoundStores> {
  const readable = folder === 'held' ? files && peeked(files, of.vaultId) : folder;
  const [onDisk, database] = await Promise.all([readable && readJournal(readable, of.vaultId), findDatabase(of)]);
  return { folder, onDisk, database };
}

export async function findDatabase({ vaultId, db, stored }: Pick<ToFind, 'vaultId' | 'db' | 'stored'>): Promise<FoundDatabase | null> {
  try {
    const rows = await readStoredRows(db);
    const marks = await marksOfRows(vaultId, rows, stored ?? { rev: 0, epoch: 0 });
    const position = rows.clear.find((row) => row.id === 'journal') ?? null;
    return { rows, marks, state: await stateOf(marks), position, suspect: rows.clear.some(({ id }) => id === 'suspect') };
  } catch {
    return null;
  }
}
