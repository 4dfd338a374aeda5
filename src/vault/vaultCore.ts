import type { Authenticator } from './authenticator';
import { commit, type Change } from './commit';
import type { VaultDatabase } from './database';
import { NewerFormat, VaultLocked } from './errors';
import type { RandomBytes } from './format/bytes';
import type { Argon } from './format/kdf';
import type { Keyring } from './format/keyring';
import type { KeyRoom, Keys } from './keys';
import type { Officer } from './types';
import { checkStillOurs } from './stillOurs';
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
  readonly argon: Argon | 'measured';
  readonly random: RandomBytes;
  readonly authenticator: Authenticator;
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
  /** Within a turn. All of the change or nothing. */
  readonly write: (change: Change) => Promise<void>;
  /** Within a turn, before a draft is written: throws NewerFormat, as `write` does. */
  readonly stillOurs: () => Promise<void>;
  /** Within a turn: what was stored by other means than `write`. */
  readonly adopt: (keyring: Keyring, state: VaultState) => void;
  /** Within a turn: another tab saved, its lists are wanted too. */
  readonly readAgain: () => Promise<void>;
  readonly lock: () => Promise<void>;
  /** The keys end at once, and nothing is written any more. */
  readonly drop: () => void;
}

/** The keys must end even where the disk does not answer. */
const LOCK_PATIENCE_MS = 10_000;

/** `newer`: a newer Steading has made this vault its own; nothing more may be written here. */
export function createVaultCore({ db, room, keyring: firstKeyring, officer, state: firstState, tab, clock, argon, random, authenticator }: Opening, newer: () => void = () => undefined): VaultCore {
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

  async function write(change: Change): Promise<void> {
    state = await told(commit(change, state, { db, keys, vaultId, officer, at: clock().toISOString() }));
    keyring = change.keyring ?? keyring;
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

  return {
    vaultId, db, keys, officer, clock, argon, random, authenticator, inTurn, write,
    keyring: () => keyring,
    state: () => state,
    stillOurs: () => told(checkStillOurs(db)),
    adopt(next, stored) { keyring = next; state = stored; },
    async readAgain() { state = await readState(db, keys, vaultId); },
    lock: () => locking ??= signAndClose(),
    drop() {
      locking ??= Promise.resolve();
      close();
    },
  };
}
