import { packBackup } from './backup';
import { checkedChange } from './checkedChange';
import { commit, type Change } from './commit';
import type { VaultDatabase } from './database';
import { VaultLocked } from './errors';
import { canonicalText } from './format/canonicalText';
import { headCode } from './format/chain';
import type { RandomBytes } from './format/bytes';
import type { Argon, KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { checkPassphrase } from './format/passphrase';
import { printRecoveryCode, RECOVERY_CODE_BYTES } from './format/recoveryCode';
import { vaultCode } from './format/vaultId';
import { verifyChain } from './format/verifyChain';
import type { KeyRoom } from './keys';
import { asRow } from './logTail';
import { findDocument, openDocument, openDraft } from './readSealed';
import type { IndexEntry, LogEntry, Officer, OpenVault, Stored, TableName } from './types';
import { readState, type VaultState } from './vaultState';
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
  readonly argon: Argon;
  readonly random: RandomBytes;
}

/** Plus what other tabs bring about. */
export interface OwnedVault extends OpenVault {
  /** Another tab asks for the vault: callbacks first, then lock. */
  giveWay(): Promise<void>;
  /** Another tab has taken it: no more writing, the keys end at once. */
  abandon(): void;
}

/** A callback that hangs must not keep the other tab waiting until it takes the vault by force. */
const DRAFT_PATIENCE_MS = 4_000;
/** The keys must end even where the disk does not answer. */
const LOCK_PATIENCE_MS = 10_000;

export function createOpenVault({ db, room, keyring: firstKeyring, officer, state: firstState, tab, clock, argon, random }: Opening): OwnedVault {
  const { vaultId, kind } = firstKeyring;
  const { keys } = room;
  const code = vaultCode(vaultId);
  const reading = { db, keys };
  const takenOver = new Set<() => void | Promise<void>>();
  let keyring = firstKeyring;
  let state = firstState;
  let queue: Promise<unknown> = Promise.resolve();
  let locking: Promise<void> | null = null;

  /** One after the other, so that an autosave never lands behind the save that drops its draft. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (locking) return Promise.reject(new VaultLocked());
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function write(change: Change): Promise<void> {
    state = await commit(change, state, { db, keys, vaultId, officer, at: clock().toISOString() });
  }

  async function readDocument(table: TableName, id: string): Promise<Stored | null> {
    const found = await findDocument(reading, state.index, table, id);
    // Another tab saved: its lists are wanted too.
    if (found.storedRev > found.listedRev) state = await readState(db, keys, vaultId);
    return openDocument(reading, table, id, found);
  }

  async function readWholeLog(): Promise<readonly LogEntry[]> {
    const links = await db.log.orderBy('seq').toArray();
    const chain = await verifyChain(links, { vaultId, officers: keyring.officers, open: (some) => keys.open(some.map(asRow)) });
    return chain.entries.map(({ is: _, ...entry }) => entry);
  }

  async function makeBackup(): Promise<{ fileName: string; bytes: Uint8Array }> {
    const at = clock().toISOString();
    await write({ lastBackupAt: at, notes: [{ event: 'consultation', act: 'backup made', about: [], detail: {} }] });
    const fileName = `steading-${code}-${at.slice(0, 10)}-log-${headCode(state.tail.head)}.steadingbackup`;
    return { fileName, bytes: await packBackup(db, keys, keyring) };
  }

  async function replaceSecret(secret: KdfSecret, act: string): Promise<void> {
    const changed = await keys.replaceSecret(keyring, secret, argon);
    await write({ keyring: changed, notes: [{ event: 'alteration', act, about: [], detail: {} }] });
    keyring = changed;
  }

  function close(): void {
    room.end();
    tab.release();
    db.close();
  }

  /** Writes on their way end first; then the log is signed. The keys end whatever happens to either. */
  async function signAndClose(): Promise<void> {
    await within(LOCK_PATIENCE_MS, queue.then(() => write({ checkpoint: true }))).catch(() => undefined);
    close();
  }

  function lock(): Promise<void> {
    locking ??= signAndClose();
    return locking;
  }

  return {
    vaultId, kind, code, officer, lock,
    list: <S>(table: TableName) => state.index.list(table) as readonly IndexEntry<S>[],
    read: <T>(table: TableName, id: string) => inTurn(() => readDocument(table, id)) as Promise<Stored<T> | null>,
    async save(writes, notes, dropDrafts = []) {
      const change = { ...checkedChange(writes, notes), dropDrafts: [...dropDrafts] };
      await inTurn(() => write(change));
      return change.writes.map(({ id, baseRev }) => ({ id, rev: baseRev + 1 }));
    },
    async saveDraft(draftId, value) {
      const text = canonicalText({ value });
      await inTurn(async () => { await db.draft.bulkPut([...(await keys.seal([{ table: 'draft', id: draftId, rev: 1, text }]))]); });
    },
    readDraft: <T>(draftId: string) => inTurn(() => openDraft(reading, draftId)) as Promise<T | null>,
    dropDraft: (draftId) => inTurn(async () => { await db.draft.bulkDelete([...(await keys.names('draft', [draftId]))]); }),
    async note(note) {
      const change = checkedChange([], [note]);
      await inTurn(() => write(change));
    },
    readLog: () => inTurn(readWholeLog),
    logHeadCode: () => inTurn(() => Promise.resolve(headCode(state.tail.head))),
    backup: () => inTurn(makeBackup),
    lastBackupAt: () => state.about.lastBackupAt,
    async changePassphrase(next) {
      checkPassphrase(next);
      await inTurn(() => replaceSecret({ passphrase: next }, 'passphrase changed'));
    },
    async newRecoveryCode() {
      const secret = random(RECOVERY_CODE_BYTES);
      await inTurn(() => replaceSecret({ code: secret }, 'recovery code changed'));
      return printRecoveryCode(secret);
    },
    onTakenOver(callback) {
      takenOver.add(callback);
      return () => { takenOver.delete(callback); };
    },
    async giveWay() {
      const kept = Promise.allSettled([...takenOver].map(async (callback) => { await callback(); }));
      await within(DRAFT_PATIENCE_MS, kept).catch(() => undefined);
      await lock();
    },
    abandon() {
      locking ??= Promise.resolve();
      close();
      for (const callback of takenOver) void callback();
    },
  };
}
