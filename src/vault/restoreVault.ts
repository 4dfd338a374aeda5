import { examineBackup, openBackup, writeBackup } from './backup';
import { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedBackup, VaultAlreadyHere } from './errors';
import type { KdfSecret } from './format/kdf';
import { beginJournal, givesAll } from './journal/restored';
import { storedKeyringText } from './vaultShelf';

/** Nothing is written before all of the file has been opened. `secret` null: a recovery code with a slip in it. */
export async function restoreVault(file: Uint8Array, secret: KdfSecret | null, edges: DoorEdges): Promise<{ readonly is: 'restored'; readonly vaultId: string } | { readonly is: 'wrong' }> {
  const backup = await examineBackup(file, edges.argonLimits);
  const { vaultId } = backup.keyring;
  if ((await storedKeyringText(vaultId)) !== null) throw new VaultAlreadyHere(vaultId);
  if (secret === null) return { is: 'wrong' };
  const room = edges.makeKeys();
  try {
    const unlocked = await room.keys.unlock(backup.keyring, secret);
    if (unlocked.is === 'wrong') return { is: 'wrong' };
    if (unlocked.is === 'damaged') throw new DamagedBackup('a key in it does not fit');
    const content = await openBackup(room.keys, backup);
    const db = new VaultDatabase(vaultId);
    const folder = (await edges.files?.open(vaultId)) ?? null;
    try {
      if (folder !== 'held' && folder && (await givesAll({ vaultId, db, folder, keys: room.keys, stored: null }))) throw new VaultAlreadyHere(vaultId);
      await writeBackup(db, backup.keyring, content);
      if (folder !== 'held' && folder) await beginJournal({ vaultId, db, folder, keys: room.keys, keyring: backup.keyring, content });
    } finally {
      if (folder !== 'held') folder?.close();
      db.close();
    }
    return { is: 'restored', vaultId };
  } finally {
    room.end();
  }
}
