import type { BackupContent } from '../format/backupContent';
import type { Keyring } from '../format/keyring';
import type { Keys } from '../keys';
import type { JournalFolder } from './files';
import type { Head } from './head';
import type { Marks } from './storesState';

/** What one save changes, sealed. */
export interface JournalChange {
  readonly put: Partial<BackupContent>;
  readonly dropped?: readonly string[];
  readonly erased?: readonly string[];
  readonly keyring?: Keyring | undefined;
}

export interface Position {
  readonly n: number;
  readonly number: number;
}

/** Where a journal stands: what opening it found, or the beginning of one. */
export interface Standing {
  readonly keyring: Keyring;
  readonly marks: Marks;
  /** null: none there yet; `begin` must follow. */
  readonly head: Head | null;
  /** Of the last entry. */
  readonly number: number;
  readonly prevHash: string;
  /** Where the next entry goes. */
  readonly end: number;
  readonly snapshotBytes: number;
  /** Something that was erased still lies in it: until it is folded, whoever has the key of its epoch can read it. */
  readonly owesFold: boolean;
}

export interface JournalStart extends Standing {
  readonly folder: JournalFolder;
  readonly keys: Keys;
  readonly vaultId: string;
}
