/** The sealed tables. A row in clear is only { id, rev, epoch, iv, ct }. */
export type TableName = 'person' | 'address' | 'assessment' | 'office';

/** A saved document with its revision (1 for the first) and its summary for lists. */
export interface Stored<T = unknown> {
  readonly id: string;
  readonly rev: number;
  readonly value: T;
}

export interface IndexEntry<S = unknown> {
  readonly table: TableName;
  readonly id: string;
  readonly rev: number;
  readonly summary: S;
}

/** One document to write. `baseRev` 0 creates; otherwise it must be the stored revision, or the whole save fails (StaleRevision). */
export interface Write {
  readonly table: TableName;
  readonly id: string;
  readonly baseRev: number;
  readonly value: unknown;
  readonly summary: unknown;
}

/** One document to erase, with the revision that it was judged by. */
export type Erased = Pick<Write, 'table' | 'id' | 'baseRev'>;
