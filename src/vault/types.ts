import type { LogEvent } from '@/terms';
import type { FoundHead } from './format/findHead';
import type { TeamCard } from './format/handOver/card';
import type { HandOver, Part } from './format/handOver/file';
import type { Manifest } from './format/handOver/manifest';
import type { Regime } from './format/handOver/team';

export type { HandOver, Manifest, Part, Regime, TeamCard };

/** The sealed tables. A row in clear is only { id, rev, epoch, iv, ct }. */
export type TableName = 'person' | 'address' | 'assessment' | 'office';

export interface Officer {
  readonly officerId: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
}

/** An officer of the open vault. */
export interface OfficerListed extends Officer {
  readonly isYou: boolean;
  /** Opens nothing any more; stays named beside what they did. */
  readonly hasLeft: boolean;
}

/** One of the officer's own ways in. */
export interface WayIn {
  readonly credentialId: string;
  readonly kind: 'passphrase' | 'recoveryCode' | 'passkey';
  /** What a guess at the passphrase costs. */
  readonly argon: { readonly memoryKiB: number; readonly iterations: number } | null;
}

/** How far a new epoch has come, in rows. */
export type EpochProgress = (done: number, of: number) => void;

/** A second officer's authority by their own key, as it stands in a record. `signature`: base64, over a text of the record's. */
export interface Authority extends Officer {
  readonly at: string;
  readonly signature: string;
}

/** A passphrase that did not fit, or was not even tried. */
export type SecretRefused =
  | { readonly is: 'wrong'; readonly freeTriesLeft: number; readonly waitUntil: string | null }
  | { readonly is: 'wait'; readonly waitUntil: string };

export type CountersignResult = { readonly is: 'signed'; readonly authority: Authority } | SecretRefused;
export type RemovalResult = { readonly is: 'removed' } | SecretRefused;

/** What a device shows before anything is unlocked: no names, no dates. */
export interface VaultOnDevice {
  readonly vaultId: string;
  readonly kind: 'work' | 'training';
  /** Eight letters to tell vaults apart by. */
  readonly code: string;
}

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

/** What happened, without content where content is not needed; officer, time and chain are the vault's. */
export interface LogNote {
  readonly event: LogEvent;
  /** Route or act, e.g. 'assessment opened', 'record printed'. */
  readonly act: string;
  /** Documents concerned. */
  readonly about: readonly { readonly table: TableName; readonly id: string; readonly rev: number | null }[];
  /** Disclosure: to whom and why. Combination: which pack, which point of search is not named. */
  readonly detail: Readonly<Record<string, string>>;
}

export interface LogEntry extends LogNote {
  /** Place in the chain. Numbers that are missing here are the chain's own signed checkpoints. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly officerId: string;
  readonly officerName: string;
}

/** The log, held against itself: what was checked, and who stands behind it. Nothing in it counts what an officer did. */
export interface LogAccount {
  readonly entries: readonly LogEntry[];
  /** Entries and signatures. */
  readonly linkCount: number;
  readonly headCode: string;
  /** Signed checkpoints, oldest first: each holds, and vouches for everything before it. `name` null: the vault no longer has one. */
  readonly signatures: readonly { readonly seq: number; readonly at: string; readonly officerId: string; readonly name: string | null; readonly hasLeft: boolean }[];
  /** Entries after the last signature, from the first of them on; null: none. */
  readonly unsigned: { readonly fromSeq: number; readonly since: string } | null;
}

export interface LogExportRequest {
  /** Who gets it, in words. */
  readonly recipient: string;
  /** Their age address (age1…). */
  readonly address: string;
  readonly purpose: string;
  /** Days in Scotland (yyyy-mm-dd), both included; null: the whole log. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

export interface LogExportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fromSeq: number;
  readonly toSeq: number;
}

export type UnlockResult =
  | { readonly is: 'open'; readonly vault: OpenVault }
  | SecretRefused
  /** Another tab of this device has the vault open. Ask the officer, then unlock again with takeOver. */
  | { readonly is: 'otherTab' }
  /** The device's two copies of the vault differ: nothing of it is shown or written until the officer has seen what was found, and said that it is to be repaired. */
  | { readonly is: 'repair'; readonly repair: VaultRepair };

/** What neither copy gives back. */
export interface LostItems {
  /** `foundRev` null: none at all; otherwise this earlier one is kept. */
  readonly documents: readonly { readonly table: TableName; readonly id: string; readonly summary: unknown; readonly expectedRev: number; readonly foundRev: number | null }[];
  readonly drafts: number;
  readonly logEntries: readonly { readonly from: number; readonly to: number }[];
  /** A part of the list of records was gone and made anew from the records themselves: a record that is gone with it is named nowhere. */
  readonly listRebuilt: boolean;
  /** No entry of the journal tells how things should be: there may be more. */
  readonly unsure: boolean;
}

export interface StoreCounts {
  readonly documents: number;
  readonly drafts: number;
  readonly logEntries: number;
}

export interface RepairFinding {
  readonly why: 'emptied' | 'unreadable' | 'older' | 'damaged';
  /** By the journal's last entry; null: it tells nothing. */
  readonly expected: StoreCounts | null;
  /** In the database; null: it cannot be read. */
  readonly found: StoreCounts | null;
  readonly lost: LostItems;
}

/** Kept, sealed, until the officer takes it off the screen; the log keeps the same for good. */
export interface RepairAccount {
  readonly at: string;
  readonly finding: RepairFinding;
  readonly restored: StoreCounts;
}

export interface VaultRepair {
  readonly finding: RepairFinding;
  /** What is in the database as it is, as a backup file; null: nothing is there, or nothing can be read. Nothing is changed. */
  readonly copy: (() => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>) | null;
  run(): Promise<OpenVault>;
  /** Lets the vault go as it was found. */
  leave(): void;
  /** Another window took the vault: it is let go of already, and nothing more can be done from here. */
  onTaken(callback: () => void): void;
}

/** Whether every save goes to two places. */
export type SecondCopy =
  | { readonly is: 'kept' }
  /** This browser cannot, another window of it holds the second copy, or there was no room to make it. */
  | { readonly is: 'missing'; readonly why: 'browser' | 'held' | 'full' }
  /** It was gone or damaged, and was made anew from the database at this opening. */
  | { readonly is: 'madeAnew'; readonly why: string };

/** Room that is set aside so that a draft can still be kept on a full device. */
export type ReserveState = 'there' | 'used' | 'none';

/** What is said of a hand-over by whoever sends it; sender, time and file id are the vault's. */
export interface ToHandOver extends Omit<Manifest, 'format' | 'fileId' | 'madeAt' | 'sender' | 'parts'> {
  /** What our own team is called, and under which law it holds what it sends. */
  readonly team: string;
  readonly regime: Regime;
  readonly parts: readonly Part[];
}

/** takeOver: once the secret is right, the other tab is asked to keep its draft and lock; one that does not answer loses the vault. */
export interface UnlockOptions {
  readonly takeOver?: boolean;
}

/** What a restore of this backup would find. `logEntries`: without the chain's own checkpoints. */
export type DrillResult =
  | { readonly is: 'opened'; readonly vaultId: string; readonly code: string; readonly records: number; readonly drafts: number; readonly logEntries: number; readonly headCode: string }
  | { readonly is: 'wrong' };

/** One vault on one officer's two devices: where this copy stands. */
export interface Visit {
  readonly visitId: string;
  /** lent: the vault is out on the other device. visiting: this is the copy that is out. returned: its work is in a return file. Only a visiting copy is read and written. */
  readonly side: 'lent' | 'visiting' | 'returned';
  /** ISO instant. */
  readonly takenAt: string;
  /** Day in Scotland. */
  readonly backBy: string;
  readonly note?: string | undefined;
}

export interface VisitFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** `expected`: files of another vault are refused. `visit`: how the open copy says that it stands, which a file of newer keys cannot read. `letGo`: called where the file is to take the place of an open copy of this page, once nothing speaks against it. */
export interface RestoreHow {
  readonly expected?: string;
  readonly visit?: Visit | null;
  readonly letGo?: () => Promise<void>;
}

export interface OpenVault {
  readonly vaultId: string;
  readonly kind: VaultOnDevice['kind'];
  readonly code: string;
  readonly officer: Officer;
  /** The index, decrypted once at unlock and kept up with every save. */
  list<S>(table: TableName): readonly IndexEntry<S>[];
  /** null: no such document. Throws DamagedRow where it does not open. */
  read<T>(table: TableName, id: string): Promise<Stored<T> | null>;
  /** All writes, their index pages, dropped drafts and the log entries in one strict transaction: all or nothing. Resolves with new revisions. */
  save(writes: readonly Write[], notes: readonly LogNote[], dropDrafts?: readonly string[]): Promise<readonly { id: string; rev: number }[]>;
  /**
   * Takes documents, their places in the lists and these drafts off the vault, with `writes` beside, all or nothing. Throws StaleRevision. A deleted row can lie readable
   * for its own key on the disk for long (vault.md): a new epoch and new backups are what makes it unreadable.
   */
  erase(documents: readonly Erased[], notes: readonly LogNote[], beside?: { readonly writes?: readonly Write[]; readonly dropDrafts?: readonly string[] }): Promise<void>;
  /** Sealed, unlogged working copy; overwritten in place. */
  saveDraft(draftId: string, value: unknown): Promise<void>;
  readDraft<T>(draftId: string): Promise<T | null>;
  dropDraft(draftId: string): Promise<void>;
  /** A log entry by itself (consultation, disclosure, combination). */
  note(note: LogNote): Promise<void>;
  readLog(): Promise<readonly LogEntry[]>;
  /** Follows the whole chain, opens every entry and checks every signature. Throws BrokenLog. */
  verifyLog(): Promise<LogAccount>;
  /** Where a head code from paper, a backup or an export stands in this log. */
  findLogHead(typed: string): Promise<FoundHead>;
  /** The six words by which an address is compared on the telephone. Throws TypeError where it is none, and says why. */
  addressInWords(address: string): Promise<string>;
  /** A signed and sealed copy of the log for one recipient; on the log as a disclosure before it is made. Throws BrokenLog, NothingToExport, TypeError. */
  exportLog(request: LogExportRequest): Promise<LogExportFile>;
  /** The log head's 8-character code, as printed on every report and backup. */
  logHeadCode(): Promise<string>;
  /** An encrypted backup of everything; opens with this vault's passphrase or recovery code. Notes the act 'backup made' as a consultation. */
  backup(): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
  lastBackupAt(): string | null;
  /** A backup of this vault was tried (VaultDoor.drill) and opened whole; `headCode`: its log's. Kept with the time, and noted as a consultation. */
  noteDrill(headCode: string): Promise<void>;
  lastDrillAt(): string | null;
  /** Documents of all tables. */
  recordCount(): number;
  secondCopy(): SecondCopy;
  reserve(): ReserveState;
  /** null: whole. Otherwise every save rejects with ReadOnlyVault, for this reason. */
  readOnly(): string | null;
  /** The last repair, until it is dismissed. */
  lastRepair(): Promise<RepairAccount | null>;
  dismissRepair(): Promise<void>;
  /** Throws WeakPassphrase. The old passphrase no longer opens this vault; it still opens old backups and old copies of the disk. */
  changePassphrase(next: string): Promise<void>;
  /** A new recovery code, to be shown once; the old one no longer opens this vault (it still opens backups made before). */
  newRecoveryCode(): Promise<string>;
  /** Where other teams' vaults seal files to; changes with a new epoch, and files to `older` addresses still open. `words`: its fingerprint, to be spoken. */
  address(): Promise<{ readonly address: string; readonly vaultId: string; readonly words: string; readonly older: readonly string[] }>;
  /** Our address as a signed file in clear. */
  teamCard(us: { readonly team: string; readonly agency: string; readonly regime: Regime }): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
  /** Throws RefusedHandOver. Whose it is, only its words tell. */
  readTeamCard(file: Uint8Array): Promise<TeamCard>;
  wordsOf(team: { readonly vaultId: string | null; readonly address: string }): Promise<string>;
  /** An age file to the recipients and to ourselves. Logs nothing: the disclosure goes on the log before the file is offered. Throws TypeError where an address is none. */
  sealHandOver(what: ToHandOver): Promise<{ readonly fileId: string; readonly fileName: string; readonly bytes: Uint8Array }>;
  /** Opened, signature and sums checked; nothing is kept. Throws RefusedHandOver. */
  openHandOver(file: Uint8Array): Promise<HandOver>;
  /** The open officer's ways in. */
  waysIn(): readonly WayIn[];
  /** Whether this device can make passkeys at all; whether its passkeys can give a key is known only when one is made. */
  passkeysPossible(): boolean;
  /** false: given up, or this device's passkeys cannot give a key; nothing was changed. */
  addPasskey(): Promise<boolean>;
  /** It no longer opens this vault; it still opens older copies of the disk. */
  removePasskey(credentialId: string): Promise<void>;
  /** Past ones too. */
  officers(): readonly OfficerListed[];
  /** By this officer, who vouches for them; the passphrase is typed by the new one. The code is theirs, shown once. Throws WeakPassphrase. */
  addOfficer(request: Omit<Officer, 'officerId'> & { readonly passphrase: string }): Promise<{ readonly recoveryCode: string }>;
  /**
   * Their ways in are dropped and everything is sealed anew under a new epoch. For oneself another officer signs with their passphrase, and the vault is locked
   * after. Throws LastOfficer. Whatever the error: nothing was changed.
   */
  removeOfficer(officerId: string, how?: { readonly passphraseOfAnother?: string; readonly progress?: EpochProgress }): Promise<RemovalResult>;
  /** null: none is on. */
  visit(): Visit | null;
  /** Closes this copy, then makes the file for the other device. `backBy`: a day. Throws AwayOnVisit, TypeError for a training vault. */
  takeOnVisit(request: { readonly backBy: string; readonly note?: string }): Promise<VisitFile>;
  /** On the other device: closes the visiting copy, then makes the return file. */
  bringBack(): Promise<VisitFile>;
  /** The file of the last step once more, for a closed copy. */
  visitFile(): Promise<VisitFile>;
  /** The other device is lost, or its file will never be read: this copy is the vault from now on. Logged with the reason. */
  endVisit(reason: string): Promise<void>;
  /** Counts from 1. */
  epoch(): number;
  /** Everything sealed anew under a new vault key, all or nothing. Dropped ways in open nothing that is stored from now on. */
  newEpoch(progress?: EpochProgress): Promise<void>;
  /** Another officer of this vault puts their key to the text, by their own passphrase typed here. A refused one is on the log. */
  countersign(text: string, passphraseOfAnother: string): Promise<CountersignResult>;
  /** Whether an officer of this vault, present or past, put their key to this very text. */
  checkAuthority(authority: Pick<Authority, 'officerId' | 'at' | 'signature'>, text: string): Promise<boolean>;
  /**
   * Another tab is taking over, or a newer Steading has made this vault its own: keep the draft now (awaited for a few seconds), the vault is locked right after.
   * Returns how to stop listening.
   */
  onTakenOver(callback: (why?: 'takenOver' | 'newer') => void | Promise<void>): () => void;
  /** Signs a log checkpoint, drops the keys, ends the key worker, lets the writing tab's lock go. */
  lock(): Promise<void>;
}

export interface VaultDoor {
  list(): Promise<readonly VaultOnDevice[]>;
  create(request: {
    readonly kind: VaultOnDevice['kind'];
    readonly officer: Omit<Officer, 'officerId'>;
    readonly passphrase: string;
  }): Promise<{ readonly vault: OpenVault; readonly recoveryCode: string }>;
  /** Throws NoSuchVault, NewerFormat, DamagedVault. */
  unlock(vaultId: string, passphrase: string, options?: UnlockOptions): Promise<UnlockResult>;
  /** Never throttled: 128 random bits cannot be guessed, and an officer who has forgotten the passphrase must not wait. */
  unlockWithRecoveryCode(vaultId: string, recoveryCode: string, options?: UnlockOptions): Promise<UnlockResult>;
  /** Whether a passkey may open this vault here. */
  hasPasskey(vaultId: string): Promise<boolean>;
  /** The device asks for face, finger or PIN. cancelled: given up, or the passkey is not on this device; nothing was tried. */
  unlockWithPasskey(vaultId: string, options?: UnlockOptions): Promise<UnlockResult | { readonly is: 'cancelled' }>;
  /**
   * Brings a backup in as a vault of this device. Throws VaultAlreadyHere rather than overwrite, DamagedBackup, NewerFormat. wrong: nothing was written.
   * A copy that is closed for a visit gives way to the file that its visit waits for (`visit`), where nothing of it gets lost; otherwise RefusedReturn.
   */
  restore(backup: Uint8Array, secret: { readonly passphrase: string } | { readonly recoveryCode: string }, how?: RestoreHow): Promise<
    { readonly is: 'restored'; readonly vaultId: string; readonly visit?: 'back' | 'again' } | { readonly is: 'wrong' }
  >;
  /** Opens all of a backup and writes nothing. Throws DamagedBackup, NewerFormat. */
  drill(backup: Uint8Array, secret: { readonly passphrase: string } | { readonly recoveryCode: string }): Promise<DrillResult>;
  /** Asks the browser to keep this site's data. false: it may clear it when the device is short of space; show that. */
  storagePersisted(): Promise<boolean>;
}
