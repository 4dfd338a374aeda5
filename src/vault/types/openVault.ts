import type { FoundHead } from '../format/findHead';
import type { TeamCard } from '../format/handOver/card';
import type { HandOver } from '../format/handOver/file';
import type { Regime } from '../format/handOver/team';
import type { Erased, IndexEntry, Stored, TableName, Write } from './documents';
import type { ToHandOver } from './handOver';
import type { LogAccount, LogEntry, LogExportFile, LogExportRequest, LogNote } from './log';
import type { Authority, CountersignResult, EpochProgress, Officer, OfficerListed, RemovalResult, TeamThen, WayIn } from './officers';
import type { RepairAccount, ReserveState, SecondCopy } from './repair';
import type { VaultOnDevice } from './vaultDoor';
import type { Visit, VisitFile } from './visit';

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
  /** It came from a backup, and what was due meanwhile was not done yet; null: nothing of the kind. */
  restoredAt(): string | null;
  settleRestore(note: LogNote): Promise<void>;
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
  /** What an age file to any of our addresses holds, of whatever kind; null: it is sealed to others, or was changed. Nothing is believed of it. Throws RefusedHandOver. */
  openSealed(file: Uint8Array): Promise<Uint8Array | null>;
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
  /** The open officer puts their key to a record of this vault, by their own passphrase typed anew. A refused one is on the log. */
  signOwn(text: string, ownPassphrase: string): Promise<CountersignResult>;
  /** The open officer puts their key to the text of another team, by their own passphrase typed anew. A refused one is on the log. */
  signAnswer(text: string, ownPassphrase: string): Promise<CountersignResult>;
  /** Whether an officer of this vault, present or past, put their key to this very text; with `elsewhere`: an officer of that other team, by what was kept of it. */
  checkAuthority(authority: Pick<Authority, 'officerId' | 'at' | 'signature'> & { readonly elsewhere?: TeamThen | undefined }, text: string): Promise<boolean>;
  /**
   * Another tab is taking over, or a newer Steading has made this vault its own: keep the draft now (awaited for a few seconds), the vault is locked right after.
   * Returns how to stop listening.
   */
  onTakenOver(callback: (why?: 'takenOver' | 'newer') => void | Promise<void>): () => void;
  /** Signs a log checkpoint, drops the keys, ends the key worker, lets the writing tab's lock go. */
  lock(): Promise<void>;
}
