import type { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedRow, DamagedVault } from './errors';
import type { KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { readKeyring } from './format/readKeyring';
import { NO_FAILURES } from './format/throttle';
import type { KeyRoom, KeysUnlock } from './keys';
import { createOpenVault, type OwnedVault } from './openVault';
import { beginTry, readThrottle, setThrottle } from './throttleStore';
import type { UnlockOptions, UnlockResult } from './types';
import { openDatabase } from './vaultShelf';
import { readState } from './vaultState';
import { holdWritingTab, takeWritingTab, type TabEvents, type WritingTab } from './writingTab';

/** What to let go of where the vault does not open. */
interface Held {
  readonly db: VaultDatabase;
  readonly room: KeyRoom;
  tab: WritingTab | null;
}

/** `secret` null: a recovery code with a slip in it; nothing is tried. */
export async function unlock(vaultId: string, secret: KdfSecret | null, { takeOver = false }: UnlockOptions, edges: DoorEdges): Promise<UnlockResult> {
  const { db, keyringText } = await openDatabase(vaultId);
  const held: Held = { db, room: edges.makeKeys(), tab: null };
  try {
    const keyring = await readKeyring(keyringText, { what: 'vault', argonLimits: edges.argonLimits });
    const result = await tryUnlock(keyring, secret, takeOver, held, edges);
    if (result.is !== 'open') letGo(held);
    return result;
  } catch (error) {
    letGo(held);
    throw error;
  }
}

function letGo({ db, room, tab }: Held): void {
  room.end();
  tab?.release();
  db.close();
}

async function tryUnlock(keyring: Keyring, secret: KdfSecret | null, takeOver: boolean, held: Held, edges: DoorEdges): Promise<UnlockResult> {
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
  const vault = await assemble(keyring, tried.officerId, tab, held, edges);
  events.vault = vault;
  if (secret !== null && 'code' in secret) {
    await vault.note({ event: 'consultation', act: 'opened with the recovery code', about: [], detail: {} });
  }
  return { is: 'open', vault };
}

function tabEvents(): TabEvents & { vault: OwnedVault | null } {
  const events = {
    vault: null as OwnedVault | null,
    asked: () => { void events.vault?.giveWay(); },
    lost: () => { events.vault?.abandon(); },
  };
  return events;
}

async function trySecret(keyring: Keyring, secret: KdfSecret | null, { db, room }: Held, edges: DoorEdges): Promise<Exclude<UnlockResult, { is: 'open' | 'otherTab' }> | { is: 'right'; officerId: string }> {
  const now = () => edges.clock().getTime();
  const throttled = secret !== null && 'passphrase' in secret ? await beginTry(db, now()) : null;
  if (throttled && throttled.waitUntilMs !== null) return { is: 'wait', waitUntil: new Date(throttled.waitUntilMs).toISOString() };
  const unlocked: KeysUnlock = secret === null ? { is: 'wrong' } : await room.keys.unlock(keyring, secret, await lastOpened(db));
  if (unlocked.is === 'wrong') return { is: 'wrong', ...(await readThrottle(db, now())) };
  await setThrottle(db, NO_FAILURES);
  if (unlocked.is !== 'open') throw new DamagedVault('a key in it does not fit');
  if (secret !== null && 'passphrase' in secret) await db.clear.put({ id: 'lastOpened', credentialId: unlocked.credentialId });
  return { is: 'right', officerId: unlocked.officerId };
}

/** Nobody's name is in clear, so a passphrase is tried against each officer's: first against the one that opened last. */
async function lastOpened(db: VaultDatabase): Promise<string | null> {
  const stored = await db.clear.get('lastOpened');
  return stored?.id === 'lastOpened' ? stored.credentialId : null;
}

async function assemble(keyring: Keyring, officerId: string, tab: WritingTab, { db, room }: Held, { clock, argon, random, authenticator }: DoorEdges): Promise<OwnedVault> {
  const state = await readState(db, room.keys, keyring.vaultId);
  const officer = state.about.officers.find((one) => one.officerId === officerId);
  if (!officer) throw new DamagedRow("list of the vault's officers");
  return createOpenVault({ db, room, keyring, officer, state, tab, clock, argon, random, authenticator });
}
