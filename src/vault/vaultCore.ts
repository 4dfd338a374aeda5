import type { Authenticator } from './authenticator';
import { commit, type Change } from './commit';
import type { VaultDatabase } from './database';
import { AwayOnVisit, BrokenLog, DamagedRow, DeviceFull, NewerFormat, StaleRevision, VaultLocked } from './errors';
import type { BackupContent } from './format/backupContent';
import type { RandomBytes } from './format/bytes';
import type { Argon } from './format/kdf';
import type { Keyring } from './format/keyring';
import { fillDatabase, putBeside, putPosition, readContent } from './journal/databaseContent';
import { durably } from './journal/durably';
import type { Journal } from './journal/journal';
import type { Reserve } from './journal/reserve';
import { marksOfDatabase, stateOf } from './journal/storesState';
import type { KeyRoom, Keys, ToSeal } from './keys';
import { checkStillOurs } from './stillOurs';
import type { LogNote, Officer, SecondCopy } from './types';
import { readState, type VaultState } from './vaultState';
import { isClosed } from './visits/visit';
import { within } from './within';
import type { WritingTab } from './writingTab';

/** What unlocking hands over. */
export interface Opening {
  readonly db: VaultDatabase;
  readonly room: KeyRoom;
  readonly keyring: Keyring;
  readonly officer: Officer;
  readonly state: VaultState;
  readonly tab: WritingTab;
  readonly clock: () => Date;
  readonly argon: Argon | 'measured';
  readonly random: RandomBytes;
  readonly authenticator: Authenticator;
  /** null: this device keeps no second copy. */
  readonly journal: Journal | null;
  readonly reserve: Reserve | null;
  readonly secondCopy: SecondCopy;
}

/** An unlocked vault, as its parts see it: what it holds now, and the one way to change it. */
export interface VaultCore {
  readonly vaultId: string;
  readonly db: VaultDatabase;
  readonly keys: Keys;
  readonly officer: Officer;
  readonly clock: () => Date;
  readonly argon: Argon | 'measured';
  readonly random: RandomBytes;
  readonly authenticator: Authenticator;
  readonly keyring: () => Keyring;
  readonly state: () => VaultState;
  /** One after the other, so that an autosave never lands behind the save that drops its draft. Throws VaultLocked. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>;
  /** Throws AwayOnVisit where this copy gave the vault out of its hand. */
  readonly checkHere: () => void;
  /** Within a turn. All of the change or nothing. */
  readonly write: (change: Change) => Promise<void>;
  /** Within a turn. Drafts are not logged, and never stale. */
  readonly writeDrafts: (kept: readonly ToSeal[], dropped: readonly string[]) => Promise<void>;
  /** Within a turn. Everything of the vault gives way to this, in both stores; the keys must hold the keyring's epoch. The content carries its own log. */
  readonly replaceAll: (content: BackupContent, keyring: Keyring) => Promise<void>;
  /** Within a turn: reads; what does not open is remembered, so that the next opening compares everything. */
  readonly doubted: <T>(read: () => Promise<T>) => Promise<T>;
  readonly journal: Journal | null;
  readonly reserve: Reserve | null;
  readonly secondCopy: SecondCopy;
  /** Within a turn: another tab saved, its lists are wanted too. */
  readonly readAgain: () => Promise<void>;
  readonly lock: () => Promise<void>;
  /** The keys end at once, and nothing is written any more. */
  readonly drop: () => void;
}

const DOUBTS: ReadonlySet<string> = new Set(['DamagedRow', 'BrokenLog']);

/** Parts of a change that touch nothing but the log. */
const LOG_ALONE: ReadonlySet<string> = new Set<keyof Change>(['notes', 'checkpoint']);
const STILL_THERE: LogNote = { event: 'erasure', act: 'what was erased is still in the second copy on this device; tried again at the next save and the next unlocking', about: [], detail: {} };

/** The keys must end even where the disk does not answer. */
const LOCK_PATIENCE_MS = 10_000;

/** `newer`: a newer Steading has made this vault its own; nothing more may be written here. */
export function createVaultCore({ db, room, keyring: firstKeyring, officer, state: firstState, tab, clock, argon, random, authenticator, journal, reserve, secondCopy }: Opening, newer: () => void = () => undefined): VaultCore {
  const { vaultId } = firstKeyring;
  const { keys } = room;
  let keyring = firstKeyring;
  let state = firstState;
  let queue: Promise<unknown> = Promise.resolve();
  let locking: Promise<void> | null = null;

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (locking) return Promise.reject(new VaultLocked());
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function told<T>(act: Promise<T>): Promise<T> {
    try {
      return await act;
    } catch (error) {
      if (error instanceof NewerFormat) newer();
      throw error;
    }
  }

  function checkHere(): void {
    const { visit } = state.about;
    if (visit && isClosed(visit)) throw new AwayOnVisit(visit.side);
  }

  /** A log entry by itself too: without it nothing could be looked at on a full device. A save of documents fails whole instead. */
  async function write(change: Change): Promise<void> {
    // What is done with a closed copy still goes on its log.
    if (change.visit === undefined && Object.entries(change).some(([part, what]) => !LOG_ALONE.has(part) && (!Array.isArray(what) || what.length > 0))) checkHere();
    try {
      await writeOnce(change);
    } catch (error) {
      const alone = (change.writes ?? []).length === 0 && (change.erased ?? []).length === 0 && change.keyring === undefined;
      if (!alone || !(await gaveRoom(error))) throw error;
      await writeOnce(change);
    }
  }

  async function gaveRoom(error: unknown): Promise<boolean> {
    return error instanceof DeviceFull && (await reserve?.give()) === true;
  }

  async function writeOnce(change: Change): Promise<void> {
    state = await told(commit(change, state, { db, keys, journal, vaultId, officer, at: clock().toISOString() }));
    keyring = change.keyring ?? keyring;
    if (journal?.owesFold === true) await foldOwed((change.erased ?? []).length > 0);
    else foldWhenDue();
  }

  /** Within the turn that erases, so that no lock comes in between: what was erased must not go on lying in the journal. Tried again with every save and at every opening. */
  async function foldOwed(tell: boolean): Promise<void> {
    await journal?.compact().catch(() => undefined);
    if (tell && journal?.owesFold === true) await writeOnce({ notes: [STILL_THERE] }).catch(() => undefined);
  }

  /** Behind the answer to the save that made it due. Where it fails, the tail goes on growing. */
  function foldWhenDue(): void {
    if (journal?.isDue === true) inTurn(() => journal.isDue ? journal.compact() : Promise.resolve()).catch(() => undefined);
  }

  async function putDrafts(kept: readonly ToSeal[], dropped: readonly string[]): Promise<void> {
    const [draft, names] = await Promise.all([keys.seal(kept), keys.names('draft', dropped)]);
    await told(durably(journal, { put: { draft }, dropped: names }, async (position) => {
      await db.transaction('rw', [db.clear, db.draft], async () => {
        await checkStillOurs(db, keyring.epoch);
        await db.draft.bulkPut([...draft]);
        await db.draft.bulkDelete([...names]);
        await (position ? putPosition(db, position) : putBeside(db));
      });
    }));
    foldWhenDue();
  }

  /** A full device: the reserve is given up for the draft and for the entry that tells of it. */
  async function writeDrafts(kept: readonly ToSeal[], dropped: readonly string[]): Promise<void> {
    checkHere();
    try {
      await putDrafts(kept, dropped);
    } catch (error) {
      if (!(await gaveRoom(error))) throw error;
      await putDrafts(kept, dropped);
      await write({ notes: [{ event: 'alteration', act: 'the device is full; draft kept in the reserve', about: [], detail: {} }] });
    }
  }

  /** Within its transaction: nobody wrote since this vault's state was read, neither to the log nor to the keys. */
  async function checkAsRead(next: Keyring): Promise<void> {
    await checkStillOurs(db);
    const { seq, hash } = state.tail.head;
    const last = await db.log.orderBy('seq').last();
    if ((last?.seq ?? 0) !== seq || (last && last.hash !== hash)) throw new BrokenLog(seq, 'another window wrote meanwhile; nothing was changed');
    const stored = await db.clear.get('keyring');
    const storedRev = stored?.id === 'keyring' ? stored.rev : 0;
    if (storedRev !== next.rev - 1) throw new StaleRevision('keyring', vaultId, next.rev - 1, storedRev);
  }

  async function replaceAll(content: BackupContent, next: Keyring): Promise<void> {
    checkHere();
    const fill = (): Promise<void> => fillDatabase(db, next, content, journal?.position ?? null, () => checkAsRead(next));
    let drop = (): Promise<void> => Promise.resolve();
    if (!journal) await fill();
    else {
      const begun = await journal.begin(content, next, await stateOf(await marksOfDatabase(vaultId, db, keyring)));
      ({ drop } = begun);
      try {
        await fill();
      } catch (error) {
        await begun.undo();
        throw error;
      }
    }
    // Committed: from here on nothing may go on as before it. Old files that are not dropped are written over by the next snapshot.
    keyring = next;
    await drop().catch(() => undefined);
    try {
      state = await readState(db, keys, vaultId);
    } catch (error) {
      dropVault();
      throw error;
    }
  }

  async function readAgain(): Promise<void> {
    const { seq } = state.tail.head;
    state = await readState(db, keys, vaultId);
    if (!journal || journal.broken !== null || state.tail.head.seq === seq) return;
    await journal.follow(await readContent(db)).catch(() => { journal.breakOff('another window saved to it, and its second copy could not follow'); });
  }

  async function doubted<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (journal && error instanceof Error && DOUBTS.has(error.name)) {
        await db.clear.put({ id: 'suspect' }).catch(() => undefined);
        if (error instanceof DamagedRow) journal.breakOff('a stored piece of it does not open');
      }
      throw error;
    }
  }

  function close(): void {
    room.end();
    journal?.close();
    tab.release();
    db.close();
  }

  function dropVault(): void {
    locking ??= Promise.resolve();
    close();
  }

  /** Writes on their way end first; then the log is signed. The keys end whatever happens to either. */
  async function signAndClose(): Promise<void> {
    await within(LOCK_PATIENCE_MS, queue.then(() => write({ checkpoint: true }))).catch(() => undefined);
    close();
  }

  if (journal?.owesFold === true) void inTurn(() => foldOwed(false));

  return {
    vaultId, db, keys, officer, clock, argon, random, authenticator, inTurn, checkHere, write, writeDrafts, replaceAll, doubted, journal, reserve, secondCopy,
    keyring: () => keyring,
    state: () => state,
    readAgain,
    lock: () => locking ??= signAndClose(),
    drop: dropVault,
  };
}
