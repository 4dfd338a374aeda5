import type { SealedRow } from './format/sealedRow';
import type { SignedAuthority } from './format/authority';
import type { SealedStore, SealedTable } from './format/sealedTable';
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

export type KeysUnlock = { readonly is: 'open'; readonly officerId: string; readonly credentialId: string } | { readonly is: 'wrong' | 'damaged' };

/**
 * The holder of the keys. It lives in a worker and hands out no key: only rows, texts, names and signatures.
 * Everything but create and unlock rejects until one of them has opened a keyring.
 */
export interface Keys {
  /** A new vault, opened by the first of its secrets. */
  create(request: { readonly kind: Keyring['kind']; readonly secrets: readonly KdfSecret[]; readonly argon: Argon }): Promise<Keyring>;
  /** The keyring must come from readKeyring. */
  unlock(keyring: Keyring, secret: KdfSecret, firstCredential?: string | null): Promise<KeysUnlock>;
  /** The names under which ids of a table are stored. */
  names(table: SealedTable, ids: readonly string[]): Promise<readonly string[]>;
  seal(items: readonly ToSeal[]): Promise<readonly SealedRow[]>;
  /** null in the place of what does not open. */
  open(items: readonly ToOpen[]): Promise<readonly (string | null)[]>;
  sign(text: string): Promise<string>;
  /** A signed keyring with a new credential for this officer in place of the old one of that kind; to be stored by the caller. */
  replaceSecret(keyring: Keyring, secret: KdfSecret, argon: Argon): Promise<Keyring>;
  /** What a new passphrase should cost on this device. */
  calibrate(): Promise<Argon>;
  /** A signed keyring with an officer more, vouched for by this one; to be stored by the caller. */
  addOfficer(keyring: Keyring, secrets: readonly KdfSecret[], argon: Argon): Promise<{ readonly keyring: Keyring; readonly officerId: string }>;
  /** A signed keyring without this way in of this officer; to be stored by the caller. */
  dropCredential(keyring: Keyring, credentialId: string): Promise<Keyring>;
  /**
   * A signed keyring of a new epoch, in which everything is sealed from now on; rows of older epochs still open. To be stored with every row, or taken back by settleEpoch.
   * `signer`: the secret of another officer, needed where this one leaves. wrong: it is of none. Throws LastOfficer.
   */
  beginEpoch(keyring: Keyring, leaving: string | null, signer: KdfSecret | null): Promise<Keyring | 'wrong'>;
  /** The new epoch is stored, or it is not and the one before goes on. */
  settleEpoch(stored: boolean): Promise<void>;
  /** Rows of a store in this epoch, under their new names; null in the place of what cannot be carried over. `draftIds`: for drafts that do not tell theirs. */
  reseal(store: SealedStore, rows: readonly SealedRow[], draftIds: readonly string[]): Promise<readonly (SealedRow | null)[]>;
  /** An authority, by a secret that is typed for it: another officer's, whose keys are opened for once and forgotten, or the open officer's own. wrong: the secret is of none of these. */
  signAuthority(keyring: Keyring, whose: 'own' | 'other', secret: KdfSecret, at: string, text: string): Promise<SignedAuthority | 'wrong'>;
  sealBackup(head: string, content: Bytes): Promise<Sealed>;
  /** For an export of the log: the log keys of these epochs beside `rest`, as canonical JSON, sealed to an age address in here, so that no key reaches the page. */
  sealLogKeys(request: { readonly epochs: readonly number[]; readonly address: string; readonly rest: object }): Promise<Bytes>;
  /** The vault's address of each epoch whose key is held, the newest first (docs/adr/0022). */
  addresses(): Promise<readonly { readonly epoch: number; readonly address: string }[]>;
  /** An age file sealed to one of them. null: to none, or changed. */
  openAddressed(file: Bytes): Promise<Bytes | null>;
  openBackup(head: string, sealed: Sealed): Promise<Bytes | null>;
  /** Under K_journal of the present epoch. */
  sealJournal(aad: string, content: Bytes): Promise<Sealed & { readonly epoch: number }>;
  openJournal(epoch: number, aad: string, sealed: Sealed): Promise<Bytes | null>;
}

/** Where the keys live, and how to end them. Calls still on their way then reject with VaultLocked. */
export interface KeyRoom {
  readonly keys: Keys;
  end(): void;
}

export type MakeKeys = () => KeyRoom;
