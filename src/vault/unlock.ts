import { packBackup } from './backup';
import type { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedRow, DamagedVault, TakenElsewhere } from './errors';
import type { KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { readKeyring } from './format/readKeyring';
import { NO_FAILURES } from './format/throttle';
import { vaultCode } from './format/vaultId';
import type { JournalFolder } from './journal/files';
import { findStores, type FoundStores } from './journal/findStores';
import { openStores, type StoresOpened, type StoresToRepair } from './journal/openStores';
import type { KeyRoom, KeysUnlock } from './keys';
import { createOpenVault, type OwnedVault } from './openVault';
import { readStoredRows } from './storedRows';
import { beginTry, readThrottle, setThrottle } from './throttleStore';
import type { OpenVault, RepairFinding, UnlockOptions, UnlockResult, VaultRepair } from './types';
import { findVault, type FoundVault } from './vaultShelf';
import { openState } from './vaultState';
import { holdWritingTab, takeWritingTab, type TabEvents, type WritingTab } from './writingTab';

/** What to let go of where the vault does not open. */
interface Held {
  readonly db: VaultDatabase;
  readonly room: KeyRoom;
  tab: WritingTab | null;
  folder: JournalFolder | 'held' | null;
  /** Nothing may be opened for it any more. */
  over: boolean;
  /** Another tab took it meanwhile: whatever fails then fails for that. */
  gone: boolean;
}

/** `secret` null: a recovery code with a slip in it; nothing is tried. */
export async function unlock(vaultId: string, secret: KdfSecret | null, { takeOver = false }: UnlockOptions, edges: DoorEdges): Promise<UnlockResult> {
  const found = await findVault(vaultId, edges.files, edges.argonLimits);
  const held: Held = { db: found.db, room: edges.makeKeys(), tab: null, folder: null, over: false, gone: false };
  try {
    const result = await tryUnlock(found, secret, takeOver, held, edges);
    if (result.is !== 'open' && result.is !== 'repair') letGo(held);
    return result;
  } catch (error) {
    letGo(held);
    throw held.gone ? new TakenElsewhere() : error;
  }
}

function letGo(held: Held): void {
  const { db, room, tab, folder } = held;
  held.over = true;
  room.end();
  if (folder !== null && folder !== 'held') folder.close();
  tab?.release();
  db.close();
}

/** The other tab may have changed its keys until it let go: they are read again. */
async function foundNow({ db, keyring: { vaultId } }: FoundVault, edges: DoorEdges): Promise<FoundVault> {
  const now = await findVault(vaultId, edges.files, edges.argonLimits);
  now.db.close();
  return { ...now, db };
}

async function tryUnlock(asFound: FoundVault, secret: KdfSecret | null, takeOver: boolean, held: Held, edges: DoorEdges): Promise<UnlockResult> {
  let found = asFound;
  const { vaultId } = found.keyring;
  const events = tabEvents(held);
  let stored: Promise<FoundStores> | null = null;
  // The key is long in the making: both stores are read meanwhile, and compared once it is there. Without it they tell nothing.
  const readAhead = (): void => {
    stored ??= storesOf(found, held, edges);
    stored.catch(() => undefined);
  };
  if (!takeOver) {
    held.tab = await holdWritingTab(vaultId, edges.tabs, events);
    if (!held.tab) return { is: 'otherTab' };
    found = await foundNow(found, edges);
  }
  let tried = await trySecret(found.keyring, secret, held, edges, takeOver ? () => undefined : readAhead);
  if (tried.is !== 'right') return tried;
  if (!held.tab) {
    // Only the right secret takes a vault from another tab.
    held.tab = await takeWritingTab(vaultId, edges.tabs, events);
    const { rev } = found.keyring;
    found = await foundNow(found, edges);
    if (found.keyring.rev !== rev) tried = await trySecret(found.keyring, secret, held, edges, readAhead);
    if (tried.is !== 'right') return tried;
  }
  const { officerId } = tried;
  const { tab } = held;
  const inStores = await (stored ?? storesOf(found, held, edges));
  events.check();
  const stores = await openStores({
    ...found, vaultId, files: edges.files, keys: held.room.keys, random: edges.random,
    readKeyring: (text) => readKeyring(text, { what: 'vault', argonLimits: edges.argonLimits }),
  }, inStores);

  async function enter(opened: StoresOpened, finding: RepairFinding | null): Promise<OpenVault> {
    events.check();
    const vault = await assemble(opened, officerId, tab, held, edges);
    await vault.tell(opened.notes, finding);
    events.check();
    events.vault = vault;
    if (secret !== null && 'code' in secret) {
      await vault.note({ event: 'consultation', act: 'opened with the recovery code', about: [], detail: {} });
    }
    return vault;
  }
  if (stores.is === 'repair') return { is: 'repair', repair: repairOf(stores, found.keyring, held, edges, events, enter) };
  return { is: 'open', vault: await enter(stores, null) };
}

async function storesOf({ db, stored, keyring: { vaultId } }: FoundVault, held: Held, edges: DoorEdges): Promise<FoundStores> {
  const folder = await openFolder(vaultId, edges);
  if (held.over && folder !== null && folder !== 'held') folder.close();
  else held.folder = folder;
  return findStores({ vaultId, db, stored, folder, files: edges.files });
}

/** A tab that just let go needs a moment to close its files. */
const FOLDER_TRIES = 10;

async function openFolder(vaultId: string, { files, tabs }: DoorEdges): Promise<Held['folder']> {
  let folder = (await files?.open(vaultId)) ?? null;
  for (let tries = 1; folder === 'held' && tries < FOLDER_TRIES; tries += 1) {
    await new Promise((resolve) => { setTimeout(resolve, tabs.patienceMs / (8 * FOLDER_TRIES)); });
    folder = (await files?.open(vaultId)) ?? null;
  }
  return folder;
}

function repairOf({ finding, run }: StoresToRepair, keyring: Keyring, held: Held, { clock }: DoorEdges, events: OpeningTab, enter: (opened: StoresOpened, finding: RepairFinding) => Promise<OpenVault>): VaultRepair {
  events.idle = true;
  const fileName = `steading-${vaultCode(keyring.vaultId)}-${clock().toISOString().slice(0, 10)}-before-repair.steadingbackup`;
  return {
    finding,
    copy: finding.found === null || finding.why === 'emptied' ? null : async () => ({ fileName, bytes: await packBackup(held.db, held.room.keys, keyring) }),
    async run() {
      events.idle = false;
      try {
        events.check();
        return await enter(await run(), finding);
      } catch (error) {
        letGo(held);
        throw held.gone ? new TakenElsewhere() : error;
      }
    },
    leave: () => { letGo(held); },
    onTaken(callback) { events.taken = callback; },
  };
}

/** What other tabs bring about, from the moment in which the place is held. */
interface OpeningTab extends TabEvents {
  vault: OwnedVault | null;
  /** Nothing is on its way: the officer is asked about a repair. */
  idle: boolean;
  /** Told where the vault is not open yet: being unlocked, or waiting to be repaired. */
  taken: () => void;
  /** Throws TakenElsewhere where another tab asked for the vault meanwhile: it is let go of. */
  readonly check: () => void;
}

function tabEvents(held: Held): OpeningTab {
  function lose(): void {
    held.gone = true;
    letGo(held);
    events.taken();
  }
  const events: OpeningTab = {
    vault: null,
    idle: false,
    taken: () => undefined,
    // In the middle of an unlocking or a repair it is not given away, so that nothing is cut off between the two stores: whoever asks waits, and takes it in the end.
    asked() {
      if (events.vault) void events.vault.giveWay();
      else if (events.idle) lose();
    },
    lost() {
      if (events.vault) events.vault.abandon();
      else if (events.idle) lose();
      else held.gone = true;
    },
    check() { if (held.gone) throw new TakenElsewhere(); },
  };
  return events;
}

/** `meanwhile`: while the secret is tried. */
async function trySecret(keyring: Keyring, secret: KdfSecret | null, { db, room }: Held, edges: DoorEdges, meanwhile: () => void): Promise<Exclude<UnlockResult, { is: 'open' | 'otherTab' | 'repair' }> | { is: 'right'; officerId: string }> {
  const now = () => edges.clock().getTime();
  // A database that does not open counts nothing; Argon2id and the passphrase are the guard.
  const throttled = secret !== null && 'passphrase' in secret ? await beginTry(db, now()).catch(() => null) : null;
  if (throttled && throttled.waitUntilMs !== null) return { is: 'wait', waitUntil: new Date(throttled.waitUntilMs).toISOString() };
  const first = await lastOpened(db);
  if (secret !== null) meanwhile();
  const unlocked: KeysUnlock = secret === null ? { is: 'wrong' } : await room.keys.unlock(keyring, secret, first);
  if (unlocked.is === 'wrong') return { is: 'wrong', ...(await readThrottle(db, now()).catch(() => ({ freeTriesLeft: 1, waitUntil: null }))) };
  const opened = unlocked.is === 'open' && secret !== null && 'passphrase' in secret ? unlocked.credentialId : null;
  await db.transaction('rw', db.clear, () => Promise.all([setThrottle(db, NO_FAILURES), opened !== null && db.clear.put({ id: 'lastOpened', credentialId: opened })])).catch(() => undefined);
  if (unlocked.is !== 'open') throw new DamagedVault('a key in it does not fit');
  return { is: 'right', officerId: unlocked.officerId };
}

/** Nobody's name is in clear, so a passphrase is tried against each officer's: first against the one that opened last. */
async function lastOpened(db: VaultDatabase): Promise<string | null> {
  const stored = await db.clear.get('lastOpened').catch(() => undefined);
  return stored?.id === 'lastOpened' ? stored.credentialId : null;
}

async function assemble(opened: StoresOpened, officerId: string, tab: WritingTab, { room }: Held, { clock, argon, random, authenticator }: DoorEdges): Promise<OwnedVault> {
  const { db, keyring, journal, reserve, secondCopy } = opened;
  const state = await openState(opened.rows ?? (await readStoredRows(db)), room.keys, keyring.vaultId);
  const officer = state.about.officers.find((one) => one.officerId === officerId);
  if (!officer) throw new DamagedRow("list of the vault's officers");
  return createOpenVault({ db, room, keyring, officer, state, tab, clock, argon, random, authenticator, journal, reserve, secondCopy });
}
