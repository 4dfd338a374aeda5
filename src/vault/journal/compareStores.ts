import type { VaultDatabase } from '../database';
import { TwoHistories } from '../errors';
import type { BackupContent } from '../format/backupContent';
import { hex } from '../format/bytes';
import type { Keyring } from '../format/keyring';
import type { Keys } from '../keys';
import type { RepairFinding } from '../types';
import { readContent } from './databaseContent';
import type { EntryBody } from './entryBody';
import type { JournalFolder } from './files';
import type { FoundDatabase, FoundStores } from './findStores';
import { contentOf, openEntry, type JournalContent, type JournalOnDisk } from './readJournal';
import { isGenuine, salvage, type Salvaged } from './salvage';
import { isSame, marksOf, stateOf, type StoresState } from './storesState';
import { isWhole } from './wholeCheck';

export interface Stores {
  readonly vaultId: string;
  readonly keys: Keys;
  readonly db: VaultDatabase;
  readonly folder: JournalFolder;
  /** As it lies in the database; null: none there, or damaged. */
  readonly stored: Keyring | null;
}

/** `leastRev`: of the keyring, by what is sealed in the journal; an older one was put back. */
export type Comparison =
  /** Both stand alike. */
  | { readonly is: 'equal'; readonly found: FoundDatabase }
  /** The last save was cut off between the two: the database takes it in, or all of a new content. */
  | { readonly is: 'replay'; readonly entries: readonly EntryBody[] }
  /** A change of keys that was never acknowledged: the entry goes. */
  | { readonly is: 'takeBack'; readonly found: FoundDatabase }
  | { readonly is: 'refill'; readonly content: BackupContent; readonly keyring: string; readonly leastRev: number }
  /** The database is whole, the journal is not, or is not there: it is made anew. `why` null: there never was one. */
  | { readonly is: 'rewrite'; readonly content: BackupContent; readonly why: string | null; readonly leastRev: number }
  | { readonly is: 'repair'; readonly finding: RepairFinding; readonly salvaged: Salvaged; readonly keyring: string | null; readonly journalHolds: boolean; readonly leastRev: number };

/** What the two stores say of each other. Nothing is written. Throws TwoHistories, DamagedVault. */
export async function compareStores(stores: Stores, { onDisk: journal, database: found }: Pick<FoundStores, 'onDisk' | 'database'>): Promise<Comparison> {
  if (!journal) return withoutJournal(stores, found);
  const lastFrame = journal.scan.frames.at(-1);
  const last = lastFrame ? await openEntry(lastFrame, stores.keys) : null;
  const intact = journal.snapshotWhole && !journal.scan.broken && journal.scan.frames.every(({ whole }) => whole) && last !== null;
  const alike = found !== null && last !== null && isSame(found.state, last.state);
  if (intact && alike && !found.suspect) return { is: 'equal', found };
  const read = await contentOf(stores.folder, journal, stores.keys);
  const leastRev = leastRevOf(read);
  // Both hold the very same bytes: what does not open does so in both, and no repair can help.
  if (intact && alike && read.whole && holdsTheSame(await readContent(stores.db), read.content)) return { is: 'equal', found };
  if (found && !found.suspect && !alike && intact) {
    const behind = ifJustBehind(found, read, journal.head.keyring);
    if (behind) return behind;
  }
  if (found && (!intact || (await isAhead(stores, found, last?.state ?? null, journal)))) {
    const content = await readContent(stores.db).catch(() => null);
    // An old database beside a damaged journal is whole in itself: what the journal's last readable entry says still counts.
    const notBehind = alike || (last === null ? !(await holdsLater(stores, found, read, journal)) : await isAhead(stores, found, last.state, journal));
    if (content && notBehind && (await isWhole(content, stores.keys, stores.vaultId))) {
      return { is: 'rewrite', content, why: intact ? 'it was older than the database' : 'it was damaged', leastRev };
    }
  }
  if (found && !found.suspect && intact && read.whole && (await wentOnWithoutLast(stores, found, read, journal))) {
    const content = await readContent(stores.db).catch(() => null);
    if (content && (await isWhole(content, stores.keys, stores.vaultId))) return { is: 'rewrite', content, why: 'its last entry was never taken into the database, which went on without it', leastRev: leastRevOf({ states: read.states.slice(0, -1) }) };
  }
  await refuseFork(stores, found, read);
  return repairFrom(stores, found, read, last?.state ?? null, intact, journal.scan.broken || journal.scan.torn);
}

const leastRevOf = ({ states }: Pick<JournalContent, 'states'>): number => Math.max(0, ...states.map((state) => state?.keyringRev ?? 0));

async function withoutJournal(stores: Stores, found: FoundDatabase | null): Promise<Comparison> {
  const content = await readContent(stores.db);
  if (await isWhole(content, stores.keys, stores.vaultId)) return { is: 'rewrite', content, why: found?.position ? 'it was gone' : null, leastRev: 0 };
  return repairFrom(stores, found, null, null, false, false);
}

/** One save cut off between the stores, or a change of everything: finished without a word, since nobody was told that it was done. */
function ifJustBehind(found: FoundDatabase, { entries, states, content, keyring }: JournalContent, headKeyring: string): Comparison | null {
  const leastRev = leastRevOf({ states });
  const before = entries[0]?.before ?? null;
  if (entries.length === 1 && before && isSame(before, found.state)) return { is: 'refill', content, keyring, leastRev };
  const at = states.findLastIndex((state) => state !== null && isSame(state, found.state));
  const missing = entries.slice(at + 1);
  if (at < 0 || missing.length !== 1 || !missing[0]) return null;
  if (missing[0].keyring === null) return { is: 'replay', entries: [missing[0]] };
  // The head takes a new keyring after the commit: so this change had been told as done.
  return missing[0].keyring === headKeyring ? { is: 'refill', content, keyring, leastRev } : { is: 'takeBack', found };
}

/** The database went on after the journal's last entry: more of the same log, or later drafts of the same journal. */
async function isAhead({ db }: Stores, { state, position }: FoundDatabase, last: StoresState | null, { head, scan }: JournalOnDisk): Promise<boolean> {
  if (!last) return false;
  if (state.seq > last.seq) return last.seq === 0 || (await db.log.get(last.seq))?.hash === last.hash;
  const draftsOnly = isSame({ ...state, drafts: last.drafts, draftSum: last.draftSum }, last);
  return draftsOnly && position?.n === head.n && position.number + (position.beside === true ? 1 : 0) > scan.frames.length;
}

/** No entry tells how things should be; what the journal still gives can be later than the database all the same, or another history. */
async function holdsLater({ db, vaultId, keys }: Stores, { state, position }: FoundDatabase, { content }: JournalContent, { head }: JournalOnDisk): Promise<boolean> {
  if (position && head.n > position.n) return true;
  const end = content.log.at(-1);
  if (!end || (end.seq <= state.seq && (await db.log.get(end.seq))?.hash === end.hash)) return false;
  return isGenuine(end, { vaultId, keys });
}

/** The journal's last entry never reached the database, so nobody was told that it was saved; a window without the journal then saved something else after the entry before it. */
async function wentOnWithoutLast({ db }: Stores, { state, position }: FoundDatabase, { entries, states }: JournalContent, { head }: JournalOnDisk): Promise<boolean> {
  const [before, last] = [states.at(-2), entries.at(-1)];
  if (!position || !before || !last || last.keyring === head.keyring) return false;
  // The head takes a new keyring after the commit; a new snapshot's number reaches the database with the next entry.
  const missedOne = position.n === head.n ? position.number === entries.length - 1 : position.n === head.n - 1 && entries.length === 2 && state.seq > before.seq;
  if (!missedOne || state.seq < before.seq) return false;
  return before.seq === 0 || (await db.log.get(before.seq))?.hash === before.hash;
}

/** Each log is genuine, and they differ: nobody can tell which saves should count. */
async function refuseFork({ db, vaultId, keys }: Stores, found: FoundDatabase | null, { content }: JournalContent): Promise<void> {
  if (!found) return;
  const ours = new Map(content.log.map((link) => [link.seq, link]));
  const theirs = await db.log.orderBy('seq').last();
  if (!theirs) return;
  const same = ours.get(theirs.seq);
  const fromJournal = same ?? content.log.at(-1);
  if (same?.hash === theirs.hash || !fromJournal) return;
  const beside = same ? theirs : await db.log.get(fromJournal.seq);
  if (!beside || beside.hash === fromJournal.hash) return;
  if ((await isGenuine(beside, { vaultId, keys })) && (await isGenuine(fromJournal, { vaultId, keys }))) throw new TwoHistories();
}

function holdsTheSame(one: BackupContent, other: BackupContent): boolean {
  const bytes = (content: BackupContent): Map<string, string> => new Map([
    ...(['about', 'row', 'page', 'draft'] as const).flatMap((store) => content[store].map((row) => [`${store}|${row.id}`, hex(row.ct)] as const)),
    ...content.log.map((link) => [`log|${String(link.seq)}`, `${link.hash}${hex(link.ct)}`] as const),
  ]);
  const [ours, theirs] = [bytes(one), bytes(other)];
  return ours.size === theirs.size && [...ours].every(([name, ct]) => theirs.get(name) === ct);
}

const countsOf = ({ rows, drafts, logRows }: StoresState) => ({ documents: rows, drafts, logEntries: logRows });

async function repairFrom({ vaultId, keys, db, stored }: Stores, found: FoundDatabase | null, read: JournalContent | null, last: StoresState | null, intact: boolean, endUnread: boolean): Promise<Comparison> {
  const whole = read !== null && intact && read.whole && last !== null && isSame(await stateOf(await marksOf(vaultId, read.content, { rev: last.keyringRev, epoch: last.epoch })), last)
    && (await isWhole(read.content, keys, vaultId));
  const nothingLost = { documents: [], drafts: 0, logEntries: [], listRebuilt: false, unsure: false };
  const salvaged = whole
    ? { content: read.content, lost: nothingLost }
    : await salvage({ vaultId, keys, journal: read, last, database: found ? await readContent(db).catch(() => null) : null });
  // What stood behind a length that cannot be read, or in a last entry that is cut off, nobody can say.
  const lost = { ...salvaged.lost, unsure: salvaged.lost.unsure || endUnread };
  const emptied = found !== null && found.state.seq === 0 && found.state.rows === 0 && found.state.pages === 0;
  const older = found !== null && last !== null && stored !== null && found.state.seq < last.seq && found.state.logRows === found.state.seq;
  return {
    is: 'repair', salvaged, keyring: read?.keyring ?? null, journalHolds: whole, leastRev: read ? leastRevOf(read) : 0,
    finding: {
      why: !found ? 'unreadable' : emptied ? 'emptied' : older ? 'older' : 'damaged',
      expected: last && countsOf(last), found: found && countsOf(found.state), lost,
    },
  };
}
