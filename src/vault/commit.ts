import type { VaultDatabase } from './database';
import { BrokenLog, StaleRevision } from './errors';
import { canonicalText } from './format/canonicalText';
import type { ChainHead, LogRow } from './format/chain';
import type { Keyring } from './format/keyring';
import type { SealedRow } from './format/sealedRow';
import type { Keys } from './keys';
import { checkpointFor, linksFor, type Writer } from './logTail';
import { checkStillOurs } from './stillOurs';
import type { Erased, LogNote, Officer, Write } from './types';
import { ABOUT_ID, aboutText, pageToSeal, readState, type About, type VaultState } from './vaultState';

export interface Change {
  readonly writes?: readonly Write[];
  readonly notes?: readonly LogNote[];
  readonly erased?: readonly Erased[];
  readonly dropDrafts?: readonly string[];
  readonly lastBackupAt?: string;
  readonly lastDrillAt?: string;
  /** The list of the vault's officers, with one more. */
  readonly officers?: readonly Officer[];
  readonly keyring?: Keyring;
  /** Ends the log with an officer's signature. */
  readonly checkpoint?: boolean;
}

export interface Place extends Writer {
  readonly db: VaultDatabase;
  readonly keys: Keys;
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
      await writeChange(change, sealed, from, place.db);
      return sealed.next;
    } catch (error) {
      if (!(error instanceof Moved) || attempt === ATTEMPTS) throw error;
      from = await readState(place.db, place.keys, place.vaultId);
    }
  }
}

async function sealChange({ writes = [], notes = [], erased = [], dropDrafts = [], lastBackupAt, lastDrillAt, officers, checkpoint }: Change, { about, index, tail }: VaultState, { keys, ...writer }: Place): Promise<SealedChange> {
  const changedPages = index.changedBy(writes, erased);
  const told = { ...(lastBackupAt !== undefined && { lastBackupAt }), ...(lastDrillAt !== undefined && { lastDrillAt }), ...(officers !== undefined && { officers: [...officers] }) };
  const nextAbout: About = Object.keys(told).length === 0 ? about : { ...about, ...told, rev: about.rev + 1 };
  const documents = await keys.seal(writes.map(({ table, id, baseRev, value, summary }) => ({ table, id, rev: baseRev + 1, text: canonicalText({ table, id, value, summary }) })));
  const pages = await keys.seal(changedPages.map(pageToSeal));
  const sealedAbout = nextAbout === about ? [] : await keys.seal([{ table: 'about', id: ABOUT_ID, rev: nextAbout.rev, text: aboutText(nextAbout) }]);
  const logged = checkpoint === true ? await checkpointFor(tail, keys, writer) : await linksFor(notes, tail, keys, writer);
  const next = { about: nextAbout, index: changedPages.length > 0 ? index.with(changedPages) : index, tail: logged.tail };
  const names = (await Promise.all(erased.map(({ table, id }) => keys.names(table, [id])))).flat();
  return { documents, erased: names, pages, about: sealedAbout[0] ?? null, links: logged.links, drafts: await keys.names('draft', dropDrafts), next };
}

/** Checks and writes in one strict transaction; it awaits IndexedDB and nothing else. */
async function writeChange({ writes = [], erased = [], keyring }: Change, sealed: SealedChange, from: VaultState, db: VaultDatabase): Promise<void> {
  const { documents, pages, about, links, drafts } = sealed;
  await db.transaction('rw', [db.clear, db.about, db.row, db.page, db.draft, db.log], async () => {
    await checkStillOurs(db);
    const storedDocuments = await db.row.bulkGet([...documents.map(({ id }) => id), ...sealed.erased]);
    [...writes, ...erased].forEach(({ table, id, baseRev }, at) => {
      const storedRev = storedDocuments[at]?.rev ?? 0;
      if (storedRev !== baseRev) throw new StaleRevision(table, id, baseRev, storedRev);
    });
    // Every change adds a link, so the log's head tells whether pages and list of officers are still as they were read.
    checkHead(from.tail.head, await db.log.orderBy('seq').last());
    if (keyring) {
      const storedKeyring = await db.clear.get('keyring');
      const storedRev = storedKeyring?.id === 'keyring' ? storedKeyring.rev : 0;
      if (storedRev !== keyring.rev - 1) throw new StaleRevision('passphrase', keyring.vaultId, keyring.rev - 1, storedRev);
      await db.clear.put({ id: 'keyring', rev: keyring.rev, text: canonicalText(keyring) });
    }
    await db.row.bulkPut([...documents]);
    await db.row.bulkDelete([...sealed.erased]);
    await db.page.bulkPut([...pages]);
    if (about) await db.about.put(about);
    await db.log.bulkAdd([...links]);
    await db.draft.bulkDelete([...drafts]);
  });
}

/** Ours, or further on by another tab. A log that became shorter is never continued as if nothing were missing. */
function checkHead(ours: ChainHead, last: LogRow | undefined): void {
  const storedSeq = last?.seq ?? 0;
  if (storedSeq > ours.seq) throw new Moved();
  if (storedSeq < ours.seq) throw new BrokenLog(ours.seq, 'the end of the log is gone');
  if (last && last.hash !== ours.hash) throw new BrokenLog(ours.seq, 'the end of the log was changed');
}
