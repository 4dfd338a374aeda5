import { packBackup } from './backup';
import type { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedRow, DamagedVault } from './errors';
import type { KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { readKeyring } from './format/readKeyring';
import { NO_FAILURES } from './format/throttle';
import { vaultCode } from './format/vaultId';
import type { JournalFolder } from './journal/files';
import { openStores, type StoresOpened, type StoresToRepair } from './journal/openStores';
import type { KeyRoom, KeysUnlock } from './keys';
import { createOpenVault, type OwnedVault } from './openVault';
import { beginTry, readThrottle, setThrottle } from './throttleStore';
import type { OpenVault, RepairFinding, UnlockOptions, UnlockResult, VaultRepair } from './types';
import { findVault, type FoundVault } from './vaultShelf';
import { readState } from './vaultState';
import { holdWritingTab, takeWritingTab, type TabEvents, type WritingTab } from './writingTab';

/** What to let go of where the vault does not open. */
interface Held {
  readonly db: VaultDatabase;
  readonly room: KeyRoom;
  tab: WritingTab | null;
  folder: JournalFolder | 'held' | null;
}

/** `secret` null: a recovery code with a slip in it; nothing is tried. */
export async function unlock(vaultId: string, secret: KdfSecret | null, { takeOver = false }: UnlockOptions, edges: DoorEdges): Promise<UnlockResult> {
  const found = await findVault(vaultId, edges.files, edges.argonLimits);
  const held: Held = { db: found.db, room: edges.makeKeys(), tab: null, folder: null };
  try {
    const result = await tryUnlock(found, secret, takeOver, held, edges);
    if (result.is !== 'open' && result.is !== 'repair') letGo(held);
    return result;
  } catch (error) {
    letGo(held);
    throw error;
  }
}

function letGo({ db, room, tab, folder }: Held): void {
  room.end();
  if (folder !== null && folder !== 'held') folder.close();
  tab?.release();
  db.close();
}

async function tryUnlock(found: FoundVault, secret: KdfSecret | null, takeOver: boolean, held: Held, edges: DoorEdges): Promise<UnlockResult> {
  const { keyring } = found;
  const { vaultId } = keyring;
  const events = tabEvents();
  if (!takeOver) {
    held.tab = await holdWritingTab(vaultId, edges.tabs, events);
    if (!held.tab) return { is: 'otherTab' };
  }
  const tried = await trySecret(keyring, secret, held, edges);
  if (tried.is !== 'right') return tried;
  // Only the right secret takes a vault from another tab.
  const tab = held.tab ??= await takeWritingTab(vaultId, edges.tabs, events);
  held.folder = (await edges.files?.open(vaultId)) ?? null;
  const stores = await openStores({
    ...found, vaultId, folder: held.folder, keys: held.room.keys, random: edges.random,
    readKeyring: (text) => readKeyring(text, { what: 'vault', argonLimits: edges.argonLimits }),
  });

  async function enter(opened: StoresOpened, finding: RepairFinding | null): Promise<OpenVault> {
    const vault = await assemble(opened, tried.is === 'right' ? tried.officerId : '', tab, held, edges);
    await vault.tell(opened.notes, finding);
    events.vault = vault;
    if (secret !== null && 'code' in secret) {
      await vault.note({ event: 'consultation', act: 'opened with the recovery code', about: [], detail: {} });
    }
    return vault;
  }
  if (stores.is === 'repair') return { is: 'repair', repair: repairOf(stores, keyring, held, edges, enter) };
  return { is: 'open', vault: await enter(stores, null) };
}

function repairOf({ finding, run }: StoresToRepair, keyring: Keyring, held: Held, { clock }: DoorEdges, enter: (opened: StoresOpened, finding: RepairFinding) => Promise<OpenVault>): VaultRepair {
  const fileName = `steading-${vaultCode(keyring.vaultId)}-${clock().toISOString().slice(0, 10)}-before-repair.steadingbackup`;
  return {
    finding,
    copy: finding.found === null || finding.why === 'emptied' ? null : async () => ({ fileName, bytes: await packBackup(held.db, held.room.keys, keyring) }),
    async run() {
      try {
        return await enter(await run(), finding);
      } catch (error) {
        letGo(held);
        throw error;
      }
    },
    leave: () => { letGo(held); },
  };
}

function tabEvents(): TabEvents & { vault: OwnedVault | null } {
  const events = {
    vault: null as OwnedVault | null,
    asked: () => { void events.vault?.giveWay(); },
    lost: () => { events.vault?.abandon(); },
  };
  return events;
}

async function trySecret(keyring: Keyring, secret: KdfSecret | null, { db, room }: Held, edges: DoorEdges): Promise<Exclude<UnlockResult, { is: 'open' | 'otherTab' | 'repair' }> | { is: 'right'; officerId: string }> {
  const now = () => edges.clock().getTime();
  // A database that does not open counts nothing; Argon2id and the passphrase are the guard.
  const throttled = secret !== null && 'passphrase' in secret ? await beginTry(db, now()).catch(() => null) : null;
  if (throttled && throttled.waitUntilMs !== null) return { is: 'wait', waitUntil: new Date(throttled.waitUntilMs).toISOString() };
  const unlocked: KeysUnlock = secret === null ? { is: 'wrong' } : await room.keys.unlock(keyring, secret, await lastOpened(db));
  if (unlocked.is === 'wrong') return { is: 'wrong', ...(await readThrottle(db, now()).catch(() => ({ freeTriesLeft: 1, waitUntil: null }))) };
  await setThrottle(db, NO_FAILURES).catch(() => undefined);
  if (unlocked.is !== 'open') throw new DamagedVault('a key in it does not fit');
  if (secret !== null && 'passphrase' in secret) await db.clear.put({ id: 'lastOpened', credentialId: unlocked.credentialId }).catch(() => undefined);
  return { is: 'right', officerId: unlocked.officerId };
}

/** Nobody's name is in clear, so a passphrase is tried against each officer's: first against the one that opened last. */
async function lastOpened(db: VaultDatabase): Promise<string | null> {
  const stored = await db.clear.get('lastOpened').catch(() => undefined);
  return stored?.id === 'lastOpened' ? stored.credentialId : null;
}

async function assemble(opened: StoresOpened, officerId: string, tab: WritingTab, { room }: Held, { clock, argon, random, authenticator }: DoorEdges): Promise<OwnedVault> {
  const { db, keyring, journal, reserve, secondCopy } = opened;
  const state = await readState(db, room.keys, keyring.vaultId);
  const officer = state.about.officers.find((one) => one.officerId === officerId);
  if (!officer) throw new DamagedRow("list of the vault's officers");
  return createOpenVault({ db, room, keyring, officer, state, tab, clock, argon, random, authenticator, journal, reserve, secondCopy });
}
