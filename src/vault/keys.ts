import type { SealedRow } from './format/sealedRow';
import type { SealedTable } from './format/sealedTable';
import type { Sealed } from './format/aesGcm';
import type { Argon, KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import type { Bytes } from './format/bytes';

export interface ToSeal {
  readonly table: SealedTable;
  /** Our own id; for the log, its number. On disk it becomes a name that tells nothing. */
  readonly id: string;
  readonly rev: number;
  /** Canonical JSON. */
  readonly text: string;
}

export interface ToOpen {
  readonly table: SealedTable;
  readonly row: SealedRow;
}

export type KeysUnlock = { readonly is: 'open'; readonly officerId: string } | { readonly is: 'wrong' | 'damaged' };

/**
 * The holder of the keys. It lives in a worker and hands out no key: only rows, texts, names and signatures.
 * Everything but create and unlock rejects until one of them has opened a keyring.
 */
export interface Keys {
  /** A new vault, opened by the first of its secrets. */
  create(request: { readonly kind: Keyring['kind']; readonly secrets: readonly KdfSecret[]; readonly argon: Argon }): Promise<Keyring>;
  /** The keyring must come from readKeyring. */
  unlock(keyring: Keyring, secret: KdfSecret): Promise<KeysUnlock>;
  /** The names under which ids of a table are stored. */
  names(table: SealedTable, ids: readonly string[]): Promise<readonly string[]>;
  seal(items: readonly ToSeal[]): Promise<readonly SealedRow[]>;
  /** null in the place of what does not open. */
  open(items: readonly ToOpen[]): Promise<readonly (string | null)[]>;
  sign(text: string): Promise<string>;
  /** A signed keyring with a new credential for this officer in place of the old one of that kind; to be stored by the caller. */
  replaceSecret(keyring: Keyring, secret: KdfSecret, argon: Argon): Promise<Keyring>;
  sealBackup(head: string, content: Bytes): Promise<Sealed>;
  /** For an export of the log: the log keys of these epochs beside `rest`, as canonical JSON, sealed to an age address in here, so that no key reaches the page. */
  sealLogKeys(request: { readonly epochs: readonly number[]; readonly address: string; readonly rest: object }): Promise<Bytes>;
  /** The vault's address of each epoch whose key is held, the newest first (docs/adr/0022). */
  addresses(): Promise<readonly { readonly epoch: number; readonly address: string }[]>;
  /** An age file sealed to one of them. null: to none, or changed. */
  openAddressed(file: Bytes): Promise<Bytes | null>;
  openBackup(head: string, sealed: Sealed): Promise<Bytes | null>;
}

/** Where the keys live, and how to end them. Calls still on their way then reject with VaultLocked. */
export interface KeyRoom {
  readonly keys: Keys;
  end(): void;
}

export type MakeKeys = () => KeyRoom;
