import { VaultDatabase } from '../database';
import { DamagedVault, DeviceFull, HeldElsewhere } from '../errors';
import type { RandomBytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import type { Keyring } from '../format/keyring';
import type { Keys } from '../keys';
import type { LogNote, RepairFinding, SecondCopy } from '../types';
import { compareStores, type Comparison } from './compareStores';
import { fillDatabase, putPosition, replay } from './databaseContent';
import type { JournalFiles, JournalFolder } from './files';
import { Journal } from './journal';
import { snapshotName, tailName } from './names';
import { peeked } from './peeked';
import { openEntry, readJournal, type JournalOnDisk } from './readJournal';
import { openReserve, type Reserve } from './reserve';
import { marksOf, marksOfDatabase, type Marks } from './storesState';

export interface ToOpenStores {
  readonly vaultId: string;
  readonly db: VaultDatabase;
  readonly folder: JournalFolder | 'held' | null;
  readonly files: JournalFiles | null;
  readonly keys: Keys;
  /** The one that was unlocked. */
  readonly keyring: Keyring;
  /** The one in the database; null: none, or damaged. */
  readonly stored: Keyring | null;
  /** Checks a keyring's text. */
  readonly readKeyring: (text: string) => Promise<Keyring>;
  readonly random: RandomBytes;
}

/** Both stores, alike and ready to be written to. */
export interface StoresOpened {
  readonly is: 'open';
  readonly db: VaultDatabase;
  readonly journal: Journal | null;
  readonly reserve: Reserve | null;
  readonly keyring: Keyring;
  readonly secondCopy: SecondCopy;
  /** To be logged first of all. */
  readonly notes: readonly LogNote[];
}

export interface StoresToRepair {
  readonly is: 'repair';
  readonly finding: RepairFinding;
  /** Both stores rebuilt from what was found. */
  readonly run: () => Promise<StoresOpened>;
}

/** Compares the two stores of an unlocked vault and finishes what was cut off. Throws TwoHistories, DamagedVault, NewerFormat. */
export async function openStores(asked: ToOpenStores): Promise<StoresOpened | StoresToRepair> {
  const { folder, db, keyring } = asked;
  if (folder === 'held' && asked.files) await checkHeld({ ...asked, folder: peeked(asked.files, asked.vaultId) });
  if (folder === null || folder === 'held') {
    return { is: 'open', db, journal: null, reserve: null, keyring, notes: [], secondCopy: { is: 'missing', why: folder ?? 'browser' } };
  }
  const onDisk = await readJournal(folder, asked.vaultId);
  const comparison = await compareStores({ ...asked, folder }, onDisk);
  if (comparison.is === 'repair') {
    const newest = await newestKeyring(asked, comparison);
    return { is: 'repair', finding: comparison.finding, run: () => rebuild({ ...asked, folder, keyring: newest }, onDisk, comparison) };
  }
  return made({ ...asked, folder }, onDisk, comparison);
}

/** A window that is frozen goes on holding its files. The database may be used without them where both stand alike; otherwise nobody would know what is missing. Throws HeldElsewhere. */
async function checkHeld(asked: ToOpenStores & { readonly folder: JournalFolder }): Promise<void> {
  const onDisk = await readJournal(asked.folder, asked.vaultId);
  if (onDisk && (await compareStores(asked, onDisk)).is !== 'equal') throw new HeldElsewhere();
}

type Asked = ToOpenStores & { readonly folder: JournalFolder };

/** Throws DamagedVault: an old keyring must not come back, or a passphrase that was given up would open the vault again. */
function notOlder(keyring: Keyring, { leastRev }: { readonly leastRev: number }): Keyring {
  if (keyring.rev < leastRev) throw new DamagedVault('its keys are older than its second copy says: an earlier state of them was put back');
  return keyring;
}

async function newestKeyring(asked: ToOpenStores, comparison: Comparison & { is: 'repair' }): Promise<Keyring> {
  const fromJournal = comparison.keyring === null ? null : await asked.readKeyring(comparison.keyring).catch(() => null);
  return notOlder(fromJournal && fromJournal.rev > asked.keyring.rev ? fromJournal : asked.keyring, comparison);
}

async function made(asked: Asked, onDisk: JournalOnDisk | null, comparison: Exclude<Comparison, { is: 'repair' }>): Promise<StoresOpened> {
  const { db, vaultId, stored } = asked;
  if (comparison.is === 'rewrite') return rewritten(asked, onDisk, comparison);
  if (!onDisk) throw new TypeError('Without a journal there is nothing to go by.');
  let { keyring } = asked;
  let marks: Marks;
  if (comparison.is === 'equal' || comparison.is === 'takeBack') {
    marks = comparison.marks;
    await db.clear.delete('suspect');
    // The database alone was told of a change of keys: its own keyring holds.
    keyring = stored ?? keyring;
  } else if (comparison.is === 'replay') {
    await replay(db, comparison.entries, { n: onDisk.head.n, number: onDisk.scan.frames.length });
    marks = await marksOfDatabase(vaultId, db, stored ?? keyring);
  } else {
    keyring = notOlder(await asked.readKeyring(comparison.keyring), comparison);
    await fillDatabase(db, keyring, comparison.content, { n: onDisk.head.n, number: onDisk.scan.frames.length });
    marks = await marksOf(vaultId, comparison.content, keyring);
  }
  const journal = await continued(asked, onDisk, keyring, marks, comparison.is === 'takeBack' ? 1 : 0);
  return opened(asked, journal, keyring, { is: 'kept' }, []);
}

/** The journal as it is, without its last `less` entries, and without what was cut off in the writing. */
async function continued({ folder, keys, vaultId }: Asked, { head, scan, snapshotBytes }: JournalOnDisk, keyring: Keyring, marks: Marks, less: number): Promise<Journal> {
  const frames = less > 0 ? scan.frames.slice(0, -less) : scan.frames;
  const end = scan.frames[frames.length]?.at ?? scan.end;
  if (less > 0 || scan.torn) await folder.truncate(tailName(head.n), end);
  await emptyOther(folder, head.n);
  const owesFold = (await Promise.all(frames.map((frame) => openEntry(frame, keys)))).some((entry) => (entry?.erased.length ?? 0) > 0);
  const journal = new Journal({ folder, keys, vaultId, keyring, marks, head, number: frames.length, prevHash: frames.at(-1)?.hash ?? head.start, end, snapshotBytes, owesFold });
  if (head.keyring !== canonicalText(keyring)) await journal.rewriteHead();
  return journal;
}

function begun({ folder, keys, vaultId }: Asked, onDisk: JournalOnDisk | null, keyring: Keyring, marks: Marks): Journal {
  return new Journal({ folder, keys, vaultId, keyring, marks, head: onDisk?.head ?? null, number: 0, prevHash: '', end: 0, snapshotBytes: 0, owesFold: false });
}

/** The journal before this one, where it could not be emptied, or one after it that was cut off: what was erased may lie in either. */
async function emptyOther(folder: JournalFolder, n: number): Promise<void> {
  for (const name of [snapshotName(n + 1), tailName(n + 1)]) if (await folder.measure(name)) await folder.truncate(name, 0).catch(() => undefined);
}

async function rewritten(asked: Asked, onDisk: JournalOnDisk | null, { content, why, leastRev }: Comparison & { is: 'rewrite' }): Promise<StoresOpened> {
  const { db, vaultId } = asked;
  const keyring = notOlder(asked.stored ?? asked.keyring, { leastRev });
  const journal = begun(asked, onDisk, keyring, await marksOf(vaultId, content, keyring));
  try {
    const { drop } = await journal.begin(content, keyring, null);
    await drop();
  } catch (error) {
    if (!(error instanceof DeviceFull)) throw error;
    return { is: 'open', db, journal: null, reserve: null, keyring, notes: [], secondCopy: { is: 'missing', why: 'full' } };
  }
  await db.transaction('rw', db.clear, async () => {
    await putPosition(db, journal.position);
    await db.clear.delete('suspect');
  });
  const note: LogNote = { event: 'alteration', act: 'second copy on this device made anew', about: [], detail: { reason: why ?? '' } };
  return opened(asked, journal, keyring, why === null ? { is: 'kept' } : { is: 'madeAnew', why }, why === null ? [] : [note]);
}

async function rebuild(asked: Asked, onDisk: JournalOnDisk | null, { finding, salvaged, journalHolds }: Comparison & { is: 'repair' }): Promise<StoresOpened> {
  const { vaultId, keyring } = asked;
  const marks = await marksOf(vaultId, salvaged.content, keyring);
  let journal: Journal;
  let drop = (): Promise<void> => Promise.resolve();
  if (journalHolds && onDisk) journal = await continued(asked, onDisk, keyring, marks, 0);
  else {
    journal = begun(asked, onDisk, keyring, marks);
    ({ drop } = await journal.begin(salvaged.content, keyring, null));
  }
  const db = await emptyDatabase(asked, finding.why === 'unreadable');
  await fillDatabase(db, keyring, salvaged.content, journal.position);
  await drop();
  const { lost } = finding;
  const numbers = lost.logEntries.map(({ from, to }) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(', ');
  const note: LogNote = {
    event: 'alteration', act: 'vault repaired from its second copy',
    about: lost.documents.map(({ table, id, foundRev }) => ({ table, id, rev: foundRev })),
    detail: { found: finding.why, documentsNotRestored: String(lost.documents.length), draftsNotRestored: String(lost.drafts), logEntriesNotRestored: numbers === '' ? 'none' : numbers },
  };
  return opened({ ...asked, db }, journal, keyring, { is: 'kept' }, [note]);
}

/** A database that does not open is deleted: everything that could be had of it is in the journal. */
async function emptyDatabase({ db, vaultId }: Asked, unreadable: boolean): Promise<VaultDatabase> {
  if (!unreadable) return db;
  await db.delete();
  return new VaultDatabase(vaultId);
}

async function opened({ db, folder, random }: Asked, journal: Journal, keyring: Keyring, secondCopy: SecondCopy, notes: readonly LogNote[]): Promise<StoresOpened> {
  return { is: 'open', db, journal, reserve: await openReserve(folder, random), keyring, secondCopy, notes };
}
