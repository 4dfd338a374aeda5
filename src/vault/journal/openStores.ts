import { VaultDatabase } from '../database';
import { DamagedVault, DeviceFull, HeldElsewhere } from '../errors';
import type { RandomBytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import type { Keyring } from '../format/keyring';
import type { Keys } from '../keys';
import type { StoredRows } from '../storedRows';
import type { LogNote, RepairFinding, SecondCopy } from '../types';
import { compareStores, type Comparison } from './compareStores';
import { fillDatabase, putPosition, replay } from './databaseContent';
import type { JournalFiles, JournalFolder } from './files';
import type { FoundStores } from './findStores';
import type { Frame } from './frames';
import { Journal } from './journal';
import { tailName } from './names';
import { peeked } from './peeked';
import { openEntries, openEntry, type JournalOnDisk } from './readJournal';
import { openReserve, type Reserve } from './reserve';
import { marksOf, marksOfDatabase, type Marks } from './storesState';

export interface ToOpenStores {
  readonly vaultId: string;
  readonly db: VaultDatabase;
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
  /** As they were found; null: to be read again. */
  readonly rows: StoredRows | null;
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

/** Compares the two stores of an unlocked vault and finishes what was cut off. Throws HeldElsewhere, TwoHistories, DamagedVault, NewerFormat. */
export async function openStores(asked: ToOpenStores, found: FoundStores): Promise<StoresOpened | StoresToRepair> {
  const { db, keyring, files, vaultId } = asked;
  const { folder, onDisk } = found;
  // A window that is frozen goes on holding its files. The database may be used without them where both stand alike; otherwise nobody would know what is missing.
  if (folder === 'held' && files && onDisk && (await compareStores({ ...asked, folder: peeked(files, vaultId) }, found)).is !== 'equal') throw new HeldElsewhere();
  if (folder === null || folder === 'held') {
    return { is: 'open', db, rows: found.database?.rows ?? null, journal: null, reserve: null, keyring, notes: [], secondCopy: { is: 'missing', why: folder ?? 'browser' } };
  }
  const comparison = await compareStores({ ...asked, folder }, found);
  if (comparison.is === 'repair') {
    const newest = await newestKeyring(asked, comparison);
    return { is: 'repair', finding: comparison.finding, run: () => rebuild({ ...asked, folder, keyring: newest }, onDisk, comparison) };
  }
  return made({ ...asked, folder }, onDisk, comparison);
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
  let rows: StoredRows | null = null;
  if (comparison.is === 'equal' || comparison.is === 'takeBack') {
    ({ marks, rows } = comparison.found);
    if (comparison.found.suspect) await db.clear.delete('suspect');
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
  return { ...(await opened(asked, journal, keyring, { is: 'kept' }, [])), rows };
}

/** The journal as it is, without its last `less` entries, and without what was cut off in the writing. */
async function continued({ folder, keys, vaultId }: Asked, { head, scan, snapshotBytes, leftOver }: JournalOnDisk, keyring: Keyring, marks: Marks, less: number): Promise<Journal> {
  const frames = less > 0 ? scan.frames.slice(0, -less) : scan.frames;
  const end = scan.frames[frames.length]?.at ?? scan.end;
  if (less > 0 || scan.torn) await folder.truncate(tailName(head.n), end);
  // What was erased may lie in these.
  for (const name of leftOver) await folder.truncate(name, 0).catch(() => undefined);
  const owesFold = await owes(frames, keys);
  const journal = new Journal({ folder, keys, vaultId, keyring, marks, head, number: frames.length, prevHash: frames.at(-1)?.hash ?? head.start, end, snapshotBytes, owesFold });
  if (head.keyring !== canonicalText(keyring)) await journal.rewriteHead();
  return journal;
}

function begun({ folder, keys, vaultId }: Asked, onDisk: JournalOnDisk | null, keyring: Keyring, marks: Marks): Journal {
  return new Journal({ folder, keys, vaultId, keyring, marks, head: onDisk?.head ?? null, number: 0, prevHash: '', end: 0, snapshotBytes: 0, owesFold: false });
}

/** The last entry says so, or, written before entries did, any of them. */
async function owes(frames: readonly Frame[], keys: Keys): Promise<boolean> {
  const last = frames.at(-1);
  const said = last && (await openEntry(last, keys))?.owes;
  return said ?? (await openEntries(frames, keys)).some((entry) => (entry?.erased.length ?? 0) > 0);
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
    return { is: 'open', db, rows: null, journal: null, reserve: null, keyring, notes: [], secondCopy: { is: 'missing', why: 'full' } };
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
  return { is: 'open', db, rows: null, journal, reserve: await openReserve(folder, random), keyring, secondCopy, notes };
}
