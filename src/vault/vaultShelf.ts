import { Dexie } from 'dexie';
import * as v from 'valibot';
import { databaseName, readDatabaseName, VaultDatabase } from './database';
import { NewerFormat, NoSuchVault } from './errors';
import { FORMAT } from './format/version';
import { vaultCode } from './format/vaultId';
import type { VaultOnDevice } from './types';

const kindOnly = v.object({ kind: v.picklist(['work', 'training']) });

/** The vaults of this device, by their databases' names. Throws NewerFormat: an old app must not say that there is none. */
export async function listVaults(): Promise<readonly VaultOnDevice[]> {
  const found = (await Dexie.getDatabaseNames()).map(readDatabaseName).filter((name) => name !== null);
  if (found.some(({ format }) => format > FORMAT)) throw new NewerFormat('vault');
  const vaults: VaultOnDevice[] = [];
  for (const { vaultId } of found) {
    const text = await storedKeyringText(vaultId);
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

/** Never makes one: an empty database must not look like an empty vault. Throws NoSuchVault. */
export async function openDatabase(vaultId: string): Promise<{ readonly db: VaultDatabase; readonly keyringText: string }> {
  const keyringText = await storedKeyringText(vaultId);
  if (keyringText === null) throw new NoSuchVault(vaultId);
  return { db: new VaultDatabase(vaultId), keyringText };
}

/** A keyring that cannot be read is shown as work, and refused with its reason when it is unlocked. */
function kindOf(keyringText: string): VaultOnDevice['kind'] {
  try {
    return v.parse(kindOnly, JSON.parse(keyringText)).kind;
  } catch {
    return 'work';
  }
}
