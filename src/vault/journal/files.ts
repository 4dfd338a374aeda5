import type { Bytes } from '../format/bytes';

/** The edge to the second store: one folder of files for each vault. In the app the origin's private files (OPFS), in a worker; in tests a memory that can be cut off. */
export interface JournalFiles {
  /** The vaults that have a folder here. */
  vaultIds(): Promise<readonly string[]>;
  /** Without holding the folder: for the list before anything is unlocked. null: no such file. */
  peek(vaultId: string, name: string): Promise<Bytes | null>;
  /** For one tab alone. 'held': another has it; null: this browser has no such files after all. */
  open(vaultId: string): Promise<JournalFolder | 'held' | null>;
}

/** What was written is on the disk when a promise resolves (flush of FileSystemSyncAccessHandle). Rejects with QuotaExceededError where the device is full. */
export interface JournalFolder {
  /** null: no such file, or an empty one. */
  read(name: string): Promise<Bytes | null>;
  /** In bytes; 0: no such file, or an empty one. */
  size(name: string): Promise<number>;
  /** SHA-256 of the whole file (64 hexadecimal digits) and its bytes, so that a large one need not be handed over. null: no such file, or an empty one. */
  measure(name: string): Promise<{ readonly hash: string; readonly bytes: number } | null>;
  /** `bytes` from offset `at` on; whatever was after them is cut off. */
  write(name: string, at: number, bytes: Bytes): Promise<void>;
  truncate(name: string, size: number): Promise<void>;
  close(): void;
}
