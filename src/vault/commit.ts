import type { VaultDatabase } from './database';
import { BrokenLog, StaleRevision } from './errors';
import { canonicalText } from './format/canonicalText';
import type { ChainHead, LogRow } from './format/chain';
import type { Keyring } from './format/keyring';
import type { SealedRow } from './format/sealedRow';
import { putPosition, readContent } from './journal/databaseContent';
import { durably } from './journal/durably';
import type { Journal } from './journal/journal';
import type { Position } from './journal/journalStart';
import type { Keys } from './keys';
import { checkpointFor, linksFor, type Writer } from './logTail';
import { refuseNewer } from './stillOurs';
import type { Erased, LogNote, Officer, Visit, Write } from './types';
import { ABOUT_ID, aboutText, pageToSeal, readState, type About, type VaultState } from './vaultState';

export interface Change {
  readonly writes?: readonly Write[];
  readonly notes?: readonly LogNote[];
  readonly erased?: readonly Erased[];
  readonly dropDrafts?: readonly string[];
  readonly lastBackupAt?: string;
  readonly lastDrillAt?: string;
  /** null: what is due after a restore was done. */
  readonly restoredAt?: null;
  /** The list of the vault's officers, with one more. */
  readonly officers?: readonly Officer[];
  readonly keyring?: Keyring;
  /** null: it is over. */
  readonly visit?: Visit | null;
  /** Ends the log with an officer's signature. */
  readonly checkpoint?: boolean;
}

export interface Place extends Writer {
  readonly db: VaultDatabase;
  readonly keys: Keys;
  /** null: this device keeps no second copy. */
  readonly journal: Journal | null;
}

/** Everything of a change, sealed: ready for one transaction that waits for nothing else. */
interface SealedChange {
  readonly documents: readonly SealedRow[];
  /** Names, in the order of the change. */
  readonly erased: readonly string[];
  readonly pages: readonly SealedRow[];
  readonly about: SealedRow | null;
  readonly links: readonly LogRow[];
  readonly drafts: readonly string[];
  readonly next: VaultState;
}

/** Another tab wrote in between, but to none of the same documents: read again, seal again. */
class Moved extends Error {
  override readonly message = 'Another window keeps saving to this vault. Close it, then save again: nothing of this save was written.';
}

/** With one writing tab none is needed; this many other tabs' saves in a row is no accident. */
const ATTEMPTS = 20;

/** All of the change or nothing, and the state after it. Throws StaleRevision where a document was saved by somebody else. */
export async function commit(change: Change, state: VaultState, place: Place): Promise<VaultState> {
  let from = state;
  for (let attempt = 1; ; attempt += 1) {
    const sealed = await sealChange(change, from, place);
    try {
      const { documents, pages, about, links, drafts } = sealed;
      const { db } = place;
      // Refused here, a change never reaches the journal: an entry that a crash leaves there is taken in at the next opening.
      const check = () => db.transaction('r', [db.clear, db.row, db.log], () => checkStored(change, sealed, from, db));
      const put = { row: documents, page: pages, about: about ? [about] : [], log: links };
      await durably(place.journal, { put, dropped: drafts, erased: sealed.erased, keyring: change.keyring }, (position) => writeChange(change, sealed, from, db, position), check);
      return sealed.next;
    } catch (error) {
      if (!(error instanceof Moved) || attempt === ATTEMPTS) throw error;
      from = await readState(place.db, place.keys, place.vaultId);
      await place.journal?.follow(await readContent(place.db));
    }
  }
}

async function sealChange({ writes = [], notes = [], erased = [], dropDrafts = [], lastBackupAt, lastDrillAt, restoredAt, officers, visit, checkpoint }: Change, { about, index, tail }: VaultState, { keys, ...writer }: Place): Promise<SealedChange> {
  const changedPages = index.changedBy(writes, erased);
  const told = { ...(lastBackupAt !== undefined && { lastBackupAt }), ...(lastDrillAt !== undefined && { lastDrillAt }), ...(restoredAt === null && { restoredAt: undefined }), ...(officers !== undefined && { officers: [...officers] }), ...(visit !== undefined && { visit: visit ?? undefined }) };
  const nextAbout: About = Object.keys(told).length === 0 ? about : { ...about, ...told, rev: about.rev + 1 };
  // One answer of the worker is waited for, not six in a row.
  const [documents, pages, sealedAbout, logged, names, drafts] = await Promise.all([
    keys.seal(writes.map(({ table, id, baseRev, value, summary }) => ({ table, id, rev: baseRev + 1, text: canonicalText({ table, id, value, summary }) }))),
    keys.seal(changedPages.map(pageToSeal)),
    nextAbout === about ? [] : keys.seal([{ table: 'about', id: ABOUT_ID, rev: nextAbout.rev, text: aboutText(nextAbout) }]),
    checkpoint === true ? checkpointFor(tail, keys, writer) : linksFor(notes, tail, keys, writer),
    Promise.all(erased.map(({ table, id }) => keys.names(table, [id]))),
    keys.names('draft', dropDrafts),
  ]);
  const next = { about: nextAbout, index: changedPages.length > 0 ? index.with(changedPages) : index, tail: logged.tail };
  return { documents, erased: names.flat(), pages, about: sealedAbout[0] ?? null, links: logged.links, drafts, next };
}

/** Checks once more and writes, in one strict transaction; it awaits IndexedDB and nothing else. Requests go out together: each wait for an answer is a way to the browser's process and back. */
async function writeChange(change: Change, sealed: SealedChange, from: VaultState, db: VaultDatabase, position: Position | null): Promise<void> {
  const { documents, pages, about, links, drafts } = sealed;
  await db.transaction('rw', [db.clear, db.about, db.row, db.page, db.draft, db.log], async () => {
    await checkStored(change, sealed, from, db);
    await Promise.all([
      change.keyring && db.clear.put({ id: 'keyring', rev: change.keyring.rev, text: canonicalText(change.keyring) }),
      db.row.bulkPut([...documents]),
      db.row.bulkDelete([...sealed.erased]),
      db.page.bulkPut([...pages]),
      about && db.about.put(about),
      db.log.bulkAdd([...links]),
      db.draft.bulkDelete([...drafts]),
      position && putPosition(db, position),
    ]);
  });
}

/** Throws NewerFormat, StaleRevision, Moved, BrokenLog. */
async function checkStored({ writes = [], erased = [], keyring }: Change, { documents, erased: names }: SealedChange, from: VaultState, db: VaultDatabase): Promise<void> {
  const [stored, storedDocuments, last] = await Promise.all([db.clear.get('keyring'), db.row.bulkGet([...documents.map(({ id }) => id), ...names]), db.log.orderBy('seq').last()]);
  refuseNewer(stored);
  [...writes, ...erased].forEach(({ table, id, baseRev }, at) => {
    const storedRev = storedDocuments[at]?.rev ?? 0;
    if (storedRev !== baseRev) throw new StaleRevision(table, id, baseRev, storedRev);
  });
  // Every change adds a link, so the log's head tells whether pages and list of officers are still as they were read.
  checkHead(from.tail.head, last);
  if (!keyring) return;
  const storedRev = stored?.id === 'keyring' ? stored.rev : 0;
  if (storedRev !== keyring.rev - 1) throw new StaleRevision('passphrase', keyring.vaultId, keyring.rev - 1, storedRev);
}

/** Ours, or further on by another tab. A log that became shorter is never continued as if nothing were missing. */
function checkHead(ours: ChainHead, last: LogRow | undefined): void {
  const storedSeq = last?.seq ?? 0;
  if (storedSeq > ours.seq) throw new Moved();
  if (storedSeq < ours.seq) throw new BrokenLog(ours.seq, 'the end of the log is gone');
  if (last && last.hash !== ours.hash) throw new BrokenLog(ours.seq, 'the end of the log was changed');
}
