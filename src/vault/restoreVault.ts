import { examineBackup, openBackup, writeBackup } from './backup';
import { VaultDatabase } from './database';
import type { DoorEdges } from './doorOptions';
import { DamagedBackup, RefusedReturn, VaultAlreadyHere } from './errors';
import type { BackupContent } from './format/backupContent';
import type { KdfSecret } from './format/kdf';
import { vaultCode } from './format/vaultId';
import { beginJournal, givesAll } from './journal/restored';
import type { Keys } from './keys';
import type { RestoreHow, VaultDoor } from './types';
import { storedKeyringText } from './vaultShelf';
import { ABOUT_ID, aboutText, readAbout } from './vaultState';
import { replaceCopy } from './visits/replaceCopy';

/** Nothing is written before all of the file has been opened. `secret` null: a recovery code with a slip in it. */
export async function restoreVault(file: Uint8Array, secret: KdfSecret | null, edges: DoorEdges, { expected, visit: told, letGo }: RestoreHow = {}): ReturnType<VaultDoor['restore']> {
  const backup = await examineBackup(file, edges.argonLimits);
  const { vaultId } = backup.keyring;
  if (expected !== undefined && vaultId !== expected) throw new RefusedReturn(`it is of another vault (${vaultCode(vaultId)})`, 'Choose the file of this vault: its name begins with the vault’s code.');
  const isHere = (await storedKeyringText(vaultId)) !== null;
  if (secret === null) return { is: 'wrong' };
  const room = edges.makeKeys();
  try {
    const unlocked = await room.keys.unlock(backup.keyring, secret);
    if (unlocked.is === 'wrong') return { is: 'wrong' };
    if (unlocked.is !== 'open') throw new DamagedBackup('a key in it does not fit');
    const content = await openBackup(room.keys, backup);
    if (isHere) {
      const visit = await replaceCopy({ keyring: backup.keyring, content, keys: room.keys, officerId: unlocked.officerId, told: told ?? null, letGo: letGo ?? null }, edges);
      return { is: 'restored', vaultId, visit };
    }
    const db = new VaultDatabase(vaultId);
    const folder = (await edges.files?.open(vaultId)) ?? null;
    try {
      if (folder !== 'held' && folder && (await givesAll({ vaultId, db, folder, keys: room.keys, stored: null }, backup.keyring, edges.argonLimits))) throw new VaultAlreadyHere(vaultId);
      const restored = await marked(content, room.keys, edges.clock());
      await writeBackup(db, backup.keyring, restored);
      if (folder !== 'held' && folder) await beginJournal({ vaultId, db, folder, keys: room.keys, keyring: backup.keyring, content: restored });
    } finally {
      if (folder !== 'held') folder?.close();
      db.close();
    }
    return { is: 'restored', vaultId };
  } finally {
    room.end();
  }
}

/** So that its next opening knows: what was due for deletion since goes before anything is shown. The file of a visit is the vault itself, and one that does not tell of itself is left as it is. */
async function marked(content: BackupContent, keys: Keys, at: Date): Promise<BackupContent> {
  const about = await readAbout(content.about, keys).catch(() => null);
  if (about === null || about.visit) return content;
  return { ...content, about: await keys.seal([{ table: 'about', id: ABOUT_ID, rev: about.rev + 1, text: aboutText({ ...about, restoredAt: at.toISOString() }) }]) };
}
