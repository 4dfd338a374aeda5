import type { BackupContent } from '../format/backupContent';
import type { ArgonLimits } from '../format/kdf';
import type { Keyring } from '../format/keyring';
import { readKeyring } from '../format/readKeyring';
import type { VaultDatabase } from '../database';
import { DamagedVault } from '../errors';
import type { Keys } from '../keys';
import { compareStores, type Stores } from './compareStores';
import { putPosition } from './databaseContent';
import type { JournalFolder } from './files';
import { findDatabase } from './findStores';
import { Journal } from './journal';
import { readJournal } from './readJournal';
import { marksOf } from './storesState';

/**
 * A journal without its database still is this vault: unlocking rebuilds it, and a backup must not go over it. `backup`: the keyring whose keys are open; they say
 * nothing of what newer ones seal. false: nothing can be rebuilt from it. Throws NewerFormat.
 */
export async function givesAll(stores: Stores, backup: Keyring, argonLimits: ArgonLimits): Promise<boolean> {
  const onDisk = await readJournal(stores.folder, stores.vaultId);
  if (!onDisk) return false;
  const copied = await readKeyring(onDisk.head.keyring, { what: 'vault', argonLimits }).catch(unlessDamaged);
  if (copied && (copied.rev > backup.rev || copied.epoch > backup.epoch)) return true;
  return (await compareStores(stores, { onDisk, database: await findDatabase(stores) }).catch(unlessDamaged)) !== null;
}

function unlessDamaged(error: unknown): null {
  if (error instanceof DamagedVault) return null;
  throw error;
}

interface Restored {
  readonly vaultId: string;
  readonly db: VaultDatabase;
  readonly folder: JournalFolder;
  readonly keys: Keys;
  readonly keyring: Keyring;
  readonly content: BackupContent;
}

/** Beside whatever journal is there, which holds until `begin` has come through. */
export async function newJournal({ content, ...rest }: Omit<Restored, 'db'>): Promise<Journal> {
  const onDisk = await readJournal(rest.folder, rest.vaultId);
  return new Journal({ ...rest, marks: await marksOf(rest.vaultId, content, rest.keyring), head: onDisk?.head ?? null, number: 0, prevHash: '', end: 0, snapshotBytes: 0, owesFold: false });
}

/** The second copy of a vault that was just restored. Where there is no room for it, the next unlocking tries again. */
export async function beginJournal({ content, db, ...rest }: Restored): Promise<void> {
  const journal = await newJournal({ ...rest, content });
  try {
    const { drop } = await journal.begin(content, rest.keyring, null);
    await drop();
    await db.transaction('rw', db.clear, () => putPosition(db, journal.position));
  } catch {
    // The database is whole, and a first unlocking makes the journal anew from it.
  }
}
