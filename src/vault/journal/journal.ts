import { DeviceFull, ReadOnlyVault } from '../errors';
import { joinSealed } from '../format/aesGcm';
import { writeBackupContent, type BackupContent } from '../format/backupContent';
import { concat, sha256, type Bytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import type { Keyring } from '../format/keyring';
import { FORMAT } from '../format/version';
import type { Keys } from '../keys';
import { NO_ROWS, writeEntry } from './entryBody';
import type { JournalFolder } from './files';
import { frameAad, packFrame, snapshotAad } from './frames';
import { writeHead, type Head } from './head';
import { isFull } from './isFull';
import { headName, snapshotName, tailName } from './names';
import { contentOf, EPOCH_BYTES, readJournal } from './readJournal';
import { isSame, marksAfter, marksOf, stateOf, type Marks, type StoresState } from './storesState';
import { isWhole } from './wholeCheck';

/** Below this a tail is never folded into a new snapshot; above it, as soon as it is as long as its snapshot, so that each byte is written about twice. */
const SHORT_TAIL_BYTES = 4 * 1024 * 1024;

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
export interface JournalStart {
  readonly folder: JournalFolder;
  readonly keys: Keys;
  readonly vaultId: string;
  readonly keyring: Keyring;
  readonly marks: Marks;
  /** null: none there yet; `begin` must follow. */
  readonly head: Head | null;
  readonly number: number;
  readonly prevHash: string;
  readonly end: number;
  readonly snapshotBytes: number;
  /** Something that was erased still lies in it. */
  readonly owesFold: boolean;
}

interface Pending {
  readonly erases: boolean;
  readonly end: number;
  readonly hash: string;
  readonly marks: Marks;
  readonly keyring: Keyring | undefined;
}

/** The second copy of an open vault: every change is here, flushed, before the database commits it. One call at a time. */
export class Journal {
  readonly #folder: JournalFolder;
  readonly #keys: Keys;
  readonly #vaultId: string;
  #keyring: Keyring;
  #marks: Marks;
  #head: Head | null;
  #count: number;
  #number: number;
  #prevHash: string;
  #end: number;
  #snapshotBytes: number;
  #owesFold: boolean;
  #pending: Pending | null = null;
  /** Why nothing may be written any more. */
  #broken: string | null = null;

  constructor({ folder, keys, vaultId, keyring, marks, head, number, prevHash, end, snapshotBytes, owesFold }: JournalStart) {
    this.#folder = folder;
    this.#keys = keys;
    this.#vaultId = vaultId;
    this.#keyring = keyring;
    this.#marks = marks;
    this.#head = head;
    this.#count = head?.count ?? 0;
    this.#number = number;
    this.#prevHash = prevHash;
    this.#end = end;
    this.#snapshotBytes = snapshotBytes;
    this.#owesFold = owesFold;
  }

  /** The place of the entry that is being written, or of the last one. The database keeps it beside its rows. */
  get position(): Position {
    return { n: this.#head?.n ?? 0, number: this.#number + (this.#pending ? 1 : 0) };
  }

  get isDue(): boolean {
    return this.#end > Math.max(SHORT_TAIL_BYTES, this.#snapshotBytes);
  }

  /** What was erased still lies in its files: until it is folded, whoever has the key of its epoch can read it. */
  get owesFold(): boolean {
    return this.#owesFold;
  }

  get broken(): string | null {
    return this.#broken;
  }

  breakOff(why: string): void {
    this.#broken ??= why;
  }

  /** The entry is on the disk when this resolves; nothing of it is where it rejects. Throws DeviceFull, ReadOnlyVault. */
  async append({ put, dropped = [], erased = [], keyring }: JournalChange): Promise<void> {
    const head = this.#writable();
    const rows = { ...NO_ROWS, ...put };
    const marks = await marksAfter(this.#marks, { put: rows, dropped, erased, keyring: keyring ?? null });
    const body = writeEntry({ put: rows, dropped, erased, keyring: keyring ? canonicalText(keyring) : null, before: null, state: await stateOf(marks) });
    const { bytes, hash } = await this.#frame(head.n, this.#number + 1, this.#prevHash, body);
    try {
      await this.#folder.write(tailName(head.n), this.#end, bytes);
    } catch (error) {
      await this.#cutTail();
      throw isFull(error) ? new DeviceFull(false) : error;
    }
    this.#pending = { erases: erased.length > 0, end: this.#end + bytes.length, hash, marks, keyring };
  }

  /** The database has committed what was appended. */
  async settle(): Promise<void> {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = null;
    this.#number += 1;
    this.#end = pending.end;
    this.#prevHash = pending.hash;
    this.#marks = pending.marks;
    this.#owesFold ||= pending.erases;
    if (pending.keyring) {
      this.#keyring = pending.keyring;
      // The entry holds the keyring too: a head that could not be written is made good at the next opening.
      if (this.#head) await this.#writeHeads({ n: this.#head.n, start: this.#head.start }).catch(() => undefined);
    }
  }

  /** The database refused: the entry must not come back at the next opening. Throws ReadOnlyVault where it cannot be taken back. */
  async takeBack(): Promise<void> {
    if (!this.#pending) return;
    this.#pending = null;
    await this.#cutTail();
  }

  /**
   * A new snapshot of `content`; the old journal holds until the new head is flushed, and its files until `drop`. `before`: how the database stands that is
   * to follow, where it does not hold this content yet.
   */
  async begin(content: BackupContent, keyring: Keyring, before: StoresState | null): Promise<{ readonly drop: () => Promise<void>; readonly undo: () => Promise<void> }> {
    const old = { head: this.#head, number: this.#number, prevHash: this.#prevHash, end: this.#end, snapshotBytes: this.#snapshotBytes, marks: this.#marks, keyring: this.#keyring, owesFold: this.#owesFold };
    const n = (old.head?.n ?? 0) + 1;
    const place = { vaultId: this.#vaultId, n };
    const marks = await marksOf(this.#vaultId, content, keyring);
    const { epoch, ...sealed } = await this.#keys.sealJournal(snapshotAad(place), writeBackupContent(content));
    const mark = new DataView(new ArrayBuffer(EPOCH_BYTES));
    mark.setUint32(0, epoch);
    const snapshot = concat(new Uint8Array(mark.buffer), joinSealed(sealed));
    const start = await sha256(snapshot);
    const first = await this.#frame(n, 1, start, writeEntry({ put: NO_ROWS, dropped: [], erased: [], keyring: null, before, state: await stateOf(marks) }));
    let headTouched = false;
    const undo = async (): Promise<void> => {
      this.#keyring = old.keyring;
      this.#marks = old.marks;
      this.#number = old.number;
      this.#prevHash = old.prevHash;
      this.#end = old.end;
      this.#snapshotBytes = old.snapshotBytes;
      this.#owesFold = old.owesFold;
      if (headTouched && old.head) await this.#writeHeads({ n: old.head.n, start: old.head.start });
      if (headTouched && !old.head) for (const name of [headName(0), headName(1)]) await this.#folder.truncate(name, 0);
      this.#head = old.head;
      await this.#empty(n);
    };
    try {
      await this.#folder.write(snapshotName(n), 0, snapshot);
      await this.#folder.write(tailName(n), 0, first.bytes);
      this.#keyring = keyring;
      headTouched = true;
      this.#head = await this.#writeHeads({ n, start });
    } catch (error) {
      await undo().catch(() => { this.breakOff('its second copy could not be put back as it was'); });
      throw isFull(error) ? new DeviceFull(false) : error;
    }
    this.#marks = marks;
    this.#number = 1;
    this.#prevHash = first.hash;
    this.#end = first.bytes.length;
    this.#snapshotBytes = snapshot.length;
    this.#owesFold ||= old.head !== null;
    return {
      drop: async () => {
        if (old.head) await this.#empty(old.head.n);
        this.#owesFold = false;
      },
      undo: async () => {
        await undo().catch((error: unknown) => {
          this.breakOff('its second copy could not be put back as it was');
          throw error;
        });
      },
    };
  }

  /** Folds the tail into a new snapshot, from the journal alone: what is damaged in the database never gets into it. */
  async compact(): Promise<void> {
    if (!this.#head || this.#broken !== null || this.#pending) return;
    const found = await readJournal(this.#folder, this.#vaultId);
    const read = found && (await contentOf(this.#folder, found, this.#keys));
    if (!read?.whole) return;
    if (!isSame(await stateOf(await marksOf(this.#vaultId, read.content, this.#keyring)), await stateOf(this.#marks))) return;
    const { drop } = await this.begin(read.content, this.#keyring, null);
    await drop();
  }

  /** Another window without a second copy wrote to the database: the journal begins anew with what is there, if all of it opens. Throws ReadOnlyVault, DeviceFull. */
  async follow(content: BackupContent): Promise<void> {
    if (!(await isWhole(content, this.#keys, this.#vaultId))) {
      this.breakOff('another window saved to it, and not everything in it opens');
      throw new ReadOnlyVault(this.#broken ?? '');
    }
    const { drop } = await this.begin(content, this.#keyring, null);
    await drop();
  }

  state(): Promise<StoresState> {
    return stateOf(this.#marks);
  }

  /** The keyring in the head, where a change of it was cut off before. */
  async rewriteHead(): Promise<void> {
    if (this.#head) this.#head = await this.#writeHeads({ n: this.#head.n, start: this.#head.start });
  }

  close(): void {
    this.breakOff('it is closed');
    this.#folder.close();
  }

  #writable(): Head {
    if (this.#broken !== null) throw new ReadOnlyVault(this.#broken);
    if (!this.#head) throw new ReadOnlyVault('it has no second copy to write to');
    return this.#head;
  }

  async #frame(n: number, number: number, prevHash: string, body: Bytes): Promise<{ readonly bytes: Bytes; readonly hash: string }> {
    const place = { vaultId: this.#vaultId, n };
    const { epoch, ...sealed } = await this.#keys.sealJournal(frameAad(place, number, prevHash), body);
    return packFrame(place, number, prevHash, epoch, sealed);
  }

  async #cutTail(): Promise<void> {
    try {
      await this.#folder.truncate(tailName(this.#writable().n), this.#end);
    } catch {
      this.breakOff('a save failed and could not be taken back: it may be there when you unlock again');
      throw new ReadOnlyVault(this.#broken ?? '');
    }
  }

  /** Both, one after the other: the first makes it hold, the second leaves no older one behind. One that failed is tried again in its own file, never in the other's. */
  async #writeHeads({ n, start }: Pick<Head, 'n' | 'start'>): Promise<Head> {
    const made = (count: number): Head => ({ format: FORMAT, vaultId: this.#vaultId, count, n, start, keyring: canonicalText(this.#keyring) });
    const first = made(this.#count + 1);
    await this.#folder.write(headName(first.count), 0, await writeHead(first));
    this.#count = first.count;
    const second = made(first.count + 1);
    try {
      await this.#folder.write(headName(second.count), 0, await writeHead(second));
      this.#count = second.count;
      return second;
    } catch {
      return first;
    }
  }

  async #empty(n: number): Promise<void> {
    await this.#folder.truncate(snapshotName(n), 0);
    await this.#folder.truncate(tailName(n), 0);
  }
}

/** The entry, then the commit; where the commit fails, the entry is taken back. Without a journal the commit alone. */
export async function durably(journal: Journal | null, change: JournalChange, transact: (position: Position | null) => Promise<void>): Promise<void> {
  const isEmpty = Object.values(change.put).every((rows) => rows.length === 0) && (change.dropped ?? []).length === 0 && !change.keyring;
  if (!journal || isEmpty) {
    await transact(journal?.position ?? null).catch((error: unknown) => { throw isFull(error) ? new DeviceFull(false) : error; });
    return;
  }
  await journal.append(change);
  try {
    await transact(journal.position);
  } catch (error) {
    await journal.takeBack();
    throw isFull(error) ? new DeviceFull(false) : error;
  }
  await journal.settle();
}
