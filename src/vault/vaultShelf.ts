import { Dexie } from 'dexie';
import * as v from 'valibot';
import { databaseName, readDatabaseName, VaultDatabase } from './database';
import { DamagedVault, NewerFormat, NoSuchVault } from './errors';
import type { ArgonLimits } from './format/kdf';
import type { Keyring } from './format/keyring';
import { readKeyring } from './format/readKeyring';
import { FORMAT } from './format/version';
import { vaultCode } from './format/vaultId';
import type { JournalFiles } from './journal/files';
import { newestHead } from './journal/head';
import type { VaultOnDevice } from './types';

const kindOnly = v.object({ kind: v.picklist(['work', 'training']) });

/** The vaults of this device, by their databases' names and their journals' folders. Throws NewerFormat: an old app must not say that there is none. */
export async function listVaults(files: JournalFiles | null): Promise<readonly VaultOnDevice[]> {
  const found = (await Dexie.getDatabaseNames()).map(readDatabaseName).filter((name) => name !== null);
  if (found.some(({ format }) => format > FORMAT)) throw new NewerFormat('vault');
  const vaults: VaultOnDevice[] = [];
  for (const vaultId of new Set([...found.map((one) => one.vaultId), ...((await files?.vaultIds()) ?? [])])) {
    const text = (await storedText(vaultId)) ?? (await headText(vaultId, files));
    if (text !== null) vaults.push({ vaultId, kind: kindOf(text), code: vaultCode(vaultId) });
  }
  return vaults.sort((a, b) => a.code.localeCompare(b.code));
}

/** null: no such vault, or one whose making was cut off before it held anything. */
export async function storedKeyringText(vaultId: string): Promise<string | null> {
  if (!(await Dexie.exists(databaseName(vaultId)))) return null;
  const db = new VaultDatabase(vaultId);
  try {
    const stored = await db.clear.get('keyring');
    return stored?.id === 'keyring' ? stored.text : null;
  } finally {
    db.close();
  }
}

/** The same where a database that does not open is no reason to stop: the journal may hold all of it. */
async function storedText(vaultId: string): Promise<string | null> {
  return storedKeyringText(vaultId).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'VersionError') throw error;
    return null;
  });
}

async function headText(vaultId: string, files: JournalFiles | null): Promise<string | null> {
  return files && ((await newestHead(vaultId, (name) => files.peek(vaultId, name)))?.keyring ?? null);
}

export interface FoundVault {
  readonly db: VaultDatabase;
  /** The newest whole one of both stores. */
  readonly keyring: Keyring;
  /** The database's own; null: none, or damaged. */
  readonly stored: Keyring | null;
}

/** Throws NoSuchVault, NewerFormat, DamagedVault. */
export async function findVault(vaultId: string, files: JournalFiles | null, argonLimits: ArgonLimits): Promise<FoundVault> {
  const stored = await read(await storedText(vaultId), argonLimits);
  const copied = await read(await headText(vaultId, files), argonLimits);
  const [keyring] = [stored, copied].flatMap((one) => (one === null || one instanceof DamagedVault ? [] : [one])).sort((a, b) => b.rev - a.rev);
  if (!keyring) throw [stored, copied].find((one) => one instanceof DamagedVault) ?? new NoSuchVault(vaultId);
  return { db: new VaultDatabase(vaultId), keyring, stored: stored instanceof DamagedVault ? null : stored };
}

async function read(text: string | null, argonLimits: ArgonLimits): Promise<Keyring | DamagedVault | null> {
  if (text === null) return null;
  try {
    return await readKeyring(text, { what: 'vault', argonLimits });
  } catch (error) {
    if (error instanceof DamagedVault) return error;
    throw error;
  }
}

/** A keyring that cannot be read is shown as work, and refused with its reason when it is unlocked. */
function kindOf(keyringText: string): VaultOnDevice['kind'] {
  try {
    return v.parse(kindOnly, JSON.parse(keyringText)).kind;
  } catch {
    return 'work';
  }
}
