import { Dexie } from 'dexie';
import type { OpenVault, VaultRepair } from '@/vault';
import { databaseName, VaultDatabase } from '@/vault/database';
import { fillDatabase, readContent } from '@/vault/journal/databaseContent';
import { PASSPHRASE, testDoor } from '../testDoor';
import type { MemoryFiles } from './memoryFiles';

export const doorOn = (files: MemoryFiles | null) => testDoor({ files });

export async function openedOn(files: MemoryFiles | null, vaultId: string): Promise<OpenVault> {
  const result = await doorOn(files).unlock(vaultId, PASSPHRASE);
  if (result.is !== 'open') throw new Error(`The vault did not open: ${result.is === 'repair' ? JSON.stringify(result.repair.finding) : result.is}`);
  return result.vault;
}

export async function repairOn(files: MemoryFiles, vaultId: string): Promise<VaultRepair> {
  const result = await doorOn(files).unlock(vaultId, PASSPHRASE);
  if (result.is !== 'repair') throw new Error(`No repair was asked for: ${result.is}`);
  return result.repair;
}

/** The database as it lies, to be put back later: as a restored profile would. */
export async function copyOfDatabase(vaultId: string): Promise<() => Promise<void>> {
  const from = new VaultDatabase(vaultId);
  const content = await readContent(from);
  const clear = await from.clear.toArray();
  from.close();
  return async () => {
    const to = new VaultDatabase(vaultId);
    const keyring = clear.find((row) => row.id === 'keyring');
    if (!keyring) throw new Error('There was a keyring.');
    await fillDatabase(to, JSON.parse(keyring.text) as Parameters<typeof fillDatabase>[1], content, null);
    await to.clear.clear();
    await to.clear.bulkAdd(clear);
    to.close();
  };
}

export const deleteDatabase = (vaultId: string): Promise<void> => Dexie.delete(databaseName(vaultId));
