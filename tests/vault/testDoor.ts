import { createVaultDoor, type LogNote, type OpenVault, type UnlockResult, type VaultDoor, type VaultDoorOptions, type Write } from '@/vault';
import { VaultDatabase } from '@/vault/database';
import { keysInThisThread } from '@/vault/keyHolder';
import { forgetDevice } from '../device';

export { forgetDevice };

export const PASSPHRASE = 'correct horse battery staple';
export const OFFICER = { name: 'Morag Testperson', role: 'Justice social worker', agency: 'Kinlowrie Council' };

/** Cheap on purpose: the real cost is measured in a browser, the limits have tests of their own. */
export const CHEAP = { memoryKiB: 64, iterations: 1, parallelism: 1 };

/** A clock that the test sets. */
export function testClock(start = '2026-11-20T09:00:00.000Z') {
  let nowMs = Date.parse(start);
  const clock = () => new Date(nowMs);
  return { clock, forward: (milliseconds: number) => { nowMs += milliseconds; }, set: (iso: string) => { nowMs = Date.parse(iso); } };
}

export function testDoor(options: VaultDoorOptions = {}): VaultDoor {
  return createVaultDoor({ makeKeys: keysInThisThread, argon: CHEAP, weakArgonForTests: true, locks: null, storage: null, files: null, clock: testClock().clock, ...options });
}

export async function newVault(door = testDoor()) {
  return door.create({ kind: 'work', officer: OFFICER, passphrase: PASSPHRASE });
}

export function opened(result: UnlockResult): OpenVault {
  if (result.is !== 'open') throw new Error(`The vault did not open: ${result.is}`);
  return result.vault;
}

export async function reopened(vaultId: string, door = testDoor(), passphrase = PASSPHRASE): Promise<OpenVault> {
  return opened(await door.unlock(vaultId, passphrase));
}

export const NOTE: LogNote = { event: 'collection', act: 'assessment started', about: [], detail: {} };

export function write(id: string, value: unknown, baseRev = 0, more: Partial<Write> = {}): Write {
  return { table: 'assessment', id, baseRev, value, summary: { of: id }, ...more };
}

/** The raw database beside the door: what an attacker or a fault can reach. */
export async function onDisk<T>(vaultId: string, act: (db: VaultDatabase) => Promise<T>): Promise<T> {
  const db = new VaultDatabase(vaultId);
  try {
    return await act(db);
  } finally {
    db.close();
  }
}
