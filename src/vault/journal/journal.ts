import { DeviceFull, ReadOnlyVault } from '../errors';
import type { BackupContent } from '../format/backupContent';
import type { Bytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import type { Keyring } from '../format/keyring';
import { FORMAT } from '../format/version';
import type { Keys } from '../keys';
import { NO_ROWS, writeEntry } from './entryBody';
import type { JournalFolder } from './files';
import { frameAad, packFrame } from './frames';
import { writeHeads, type Head } from './head';
import { isFull } from './isFull';
import type { JournalChange, JournalStart, Position, Standing } from './journalStart';
import { headName, snapshotName, tailName } from './names';
import { contentOf, readJournal } from './readJournal';
import { packSnapshot } from './snapshotFile';
import { isSame, marksAfter, marksOf, stateOf, type StoresState } from './storesState';
import { isWhole } from './wholeCheck';

/** Below this a tail is never folded into a new snapshot; above it, as soon as it is as long as its snapshot, so that each byte is written about twice. */
const SHORT_TAIL_BYTES = 4 * 1024 * 1024;

/** The second copy of an open vault: every change is here, flushed, before the database commits it. One call at a time. */
export class Journal {
  readonly #folder: JournalFolder;
  readonly #keys: Keys;
  readonly #vaultId: string;
  #at: Standing;
  /** Of the head that was written last. */
  #count: number;
  /** Where it stands once the database has committed what was appended. */
  #pending: Standing | null = null;
  /** Why nothing may be written any more. */
  #broken: string | null = null;

  constructor({ folder, keys, vaultId, ...standing }: JournalStart) {
    this.#folder = folder;
    this.#keys = keys;
    this.#vaultId = vaultId;
    this.#at = standing;
    this.#count = standing.head?.count ?? 0;
  }

  /** The place of the entry that is being written, or of the last one. The database keeps it beside its rows. */
  get position(): Position {
    const { head, number } = this.#pending ?? this.#at;
    return { n: head?.n ?? 0, number };
  }

  get isDue(): boolean {
    return this.#at.end > Math.max(SHORT_TAIL_BYTES, this.#at.snapshotBytes);
  }

  get owesFold(): boolean {
    return this.#at.owesFold;
  }

  get broken(): string | null {
    return this.#broken;
  }

  breakOff(why: string): void {
    this.#broken ??= why;
  }

  /** The entry is on the disk when this resolves; nothing of it is where it rejects. `check`: while it is sealed; where it throws, nothing is written. Throws DeviceFull, ReadOnlyVault. */
  async append({ put, dropped = [], erased = [], keyring }: JournalChange, check: () => Promise<void>): Promise<void> {
    const head = this.#writable();
    const at = this.#at;
    const rows = { ...NO_ROWS, ...put };
    const owesFold = at.owesFold || erased.length > 0;
    const sealed = async () => {
      const marks = await marksAfter(at.marks, { put: rows, dropped, erased, keyring: keyring ?? null });
      const body = writeEntry({ put: rows, dropped, erased, keyring: keyring ? canonicalText(keyring) : null, before: null, owes: owesFold, state: await stateOf(marks) });
      return { marks, ...(await this.#frame(head.n, at.number + 1, at.prevHash, body)) };
    };
    const [{ bytes, hash, marks }] = await Promise.all([sealed(), check()]);
    try {
      await this.#folder.write(tailName(head.n), at.end, bytes);
    } catch (error) {
      await this.#cutTail();
      throw isFull(error) ? new DeviceFull(false) : error;
    }
    this.#pending = { ...at, number: at.number + 1, end: at.end + bytes.length, prevHash: hash, marks, owesFold, keyring: keyring ?? at.keyring };
  }

  /** The database has committed what was appended. */
  async settle(): Promise<void> {
    if (!this.#pending) return;
    const before = this.#at.keyring;
    this.#at = this.#pending;
    this.#pending = null;
    // The entry holds the keyring too: a head that could not be written is made good at the next opening.
    if (this.#at.keyring !== before && this.#at.head) await this.#writeHeads(this.#at.head).catch(() => undefined);
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
    const old = this.#at;
    const n = (old.head?.n ?? 0) + 1;
    const marks = await marksOf(this.#vaultId, content, keyring);
    const { bytes: snapshot, start } = await packSnapshot(this.#keys, { vaultId: this.#vaultId, n }, content);
    const owesFold = old.owesFold || old.head !== null;
    const first = await this.#frame(n, 1, start, writeEntry({ put: NO_ROWS, dropped: [], erased: [], keyring: null, before, owes: false, state: await stateOf(marks) }));
    let headTouched = false;
    const undo = async (): Promise<void> => {
      this.#at = old;
      if (headTouched && old.head) this.#at = { ...old, head: await this.#writeHeads(old.head) };
      if (headTouched && !old.head) for (const name of [headName(0), headName(1)]) await this.#folder.truncate(name, 0);
      await this.#empty(n);
    };
    try {
      await this.#folder.write(snapshotName(n), 0, snapshot);
      await this.#folder.write(tailName(n), 0, first.bytes);
      headTouched = true;
      const head = await this.#writeHeads({ n, start }, keyring);
      this.#at = { keyring, marks, head, number: 1, prevHash: first.hash, end: first.bytes.length, snapshotBytes: snapshot.length, owesFold };
    } catch (error) {
      await undo().catch(() => { this.breakOff('its second copy could not be put back as it was'); });
      throw isFull(error) ? new DeviceFull(false) : error;
    }
    return {
      drop: async () => {
        if (old.head) await this.#empty(old.head.n);
        this.#at = { ...this.#at, owesFold: false };
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
    const { head, keyring, marks } = this.#at;
    if (!head || this.#broken !== null || this.#pending) return;
    const found = await readJournal(this.#folder, this.#vaultId);
    const read = found && (await contentOf(this.#folder, found, this.#keys));
    if (!read?.whole) return;
    if (!isSame(await stateOf(await marksOf(this.#vaultId, read.content, keyring)), await stateOf(marks))) return;
    const { drop } = await this.begin(read.content, keyring, null);
    await drop();
  }

  /** Another window without a second copy wrote to the database: the journal begins anew with what is there, if all of it opens. Throws ReadOnlyVault, DeviceFull. */
  async follow(content: BackupContent): Promise<void> {
    if (!(await isWhole(content, this.#keys, this.#vaultId))) {
      this.breakOff('another window saved to it, and not everything in it opens');
      throw new ReadOnlyVault(this.#broken ?? '');
    }
    const { drop } = await this.begin(content, this.#at.keyring, null);
    await drop();
  }

  state(): Promise<StoresState> {
    return stateOf(this.#at.marks);
  }

  /** The keyring in the head, where a change of it was cut off before. */
  async rewriteHead(): Promise<void> {
    if (this.#at.head) this.#at = { ...this.#at, head: await this.#writeHeads(this.#at.head) };
  }

  close(): void {
    this.breakOff('it is closed');
    this.#folder.close();
  }

  #writable(): Head {
    if (this.#broken !== null) throw new ReadOnlyVault(this.#broken);
    if (!this.#at.head) throw new ReadOnlyVault('it has no second copy to write to');
    return this.#at.head;
  }

  async #frame(n: number, number: number, prevHash: string, body: Bytes): Promise<{ readonly bytes: Bytes; readonly hash: string }> {
    const place = { vaultId: this.#vaultId, n };
    const { epoch, ...sealed } = await this.#keys.sealJournal(frameAad(place, number, prevHash), body);
    return packFrame(place, number, prevHash, epoch, sealed);
  }

  async #cutTail(): Promise<void> {
    try {
      await this.#folder.truncate(tailName(this.#writable().n), this.#at.end);
    } catch {
      this.breakOff('a save failed and could not be taken back: it may be there when you unlock again');
      throw new ReadOnlyVault(this.#broken ?? '');
    }
  }

  async #writeHeads({ n, start }: Pick<Head, 'n' | 'start'>, keyring = this.#at.keyring): Promise<Head> {
    const head = await writeHeads(this.#folder, { format: FORMAT, vaultId: this.#vaultId, n, start, keyring: canonicalText(keyring) }, this.#count);
    this.#count = head.count;
    return head;
  }

  async #empty(n: number): Promise<void> {
    await this.#folder.truncate(snapshotName(n), 0);
    await this.#folder.truncate(tailName(n), 0);
  }
}
