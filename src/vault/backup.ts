import type { VaultDatabase } from './database';
import { DamagedBackup, DamagedVault } from './errors';
import { readBackupContent, writeBackupContent, type BackupContent } from './format/backupContent';
import { backupFile, backupHead, splitBackup, type BackupParts } from './format/backupFile';
import type { Bytes } from './format/bytes';
import { canonicalText } from './format/canonicalText';
import { headCode } from './format/chain';
import type { ArgonLimits } from './format/kdf';
import type { Keyring } from './format/keyring';
import { readKeyring } from './format/readKeyring';
import { vaultCode } from './format/vaultId';
import { readContent } from './journal/databaseContent';
import type { Keys } from './keys';
import type { OpenVault } from './types';
import type { VaultCore } from './vaultCore';

/** Backups of an open vault, and when the last one was made. */
export function backupsOf({ db, keys, vaultId, keyring, state, clock, inTurn, write }: VaultCore): Pick<OpenVault, 'backup' | 'lastBackupAt' | 'restoredAt' | 'settleRestore'> {
  async function makeBackup(): Promise<{ fileName: string; bytes: Uint8Array }> {
    const at = clock().toISOString();
    await write({ lastBackupAt: at, notes: [{ event: 'consultation', act: 'backup made', about: [], detail: {} }] });
    const fileName = `steading-${vaultCode(vaultId)}-${at.slice(0, 10)}-log-${headCode(state().tail.head)}.steadingbackup`;
    return { fileName, bytes: await packBackup(db, keys, keyring()) };
  }

  return {
    backup: () => inTurn(makeBackup), lastBackupAt: () => state().about.lastBackupAt,
    restoredAt: () => state().about.restoredAt ?? null, settleRestore: (note) => inTurn(() => write({ restoredAt: null, notes: [note] })),
  };
}

/** Sealed once more as a whole. */
export async function packBackup(db: VaultDatabase, keys: Keys, keyring: Keyring): Promise<Bytes> {
  const head = backupHead(keyring);
  return backupFile(head, await keys.sealBackup(head, writeBackupContent(await readContent(db))));
}

/** What can be told without a secret. Throws DamagedBackup, NewerFormat. */
export async function examineBackup(file: Uint8Array, argonLimits: ArgonLimits): Promise<BackupParts & { readonly keyring: Keyring }> {
  const parts = splitBackup(file);
  try {
    return { ...parts, keyring: await readKeyring(parts.keyringText, { what: 'backup', argonLimits }) };
  } catch (error) {
    throw error instanceof DamagedVault ? new DamagedBackup(error.why) : error;
  }
}

/** Throws DamagedBackup. */
export async function openBackup(keys: Keys, { head, sealed }: BackupParts): Promise<BackupContent> {
  const content = await keys.openBackup(head, sealed);
  if (!content) throw new DamagedBackup('its content was changed or is not whole');
  return readBackupContent(content);
}

/** All of it or nothing; rejects where the database holds a vault already. */
export async function writeBackup(db: VaultDatabase, keyring: Keyring, content: BackupContent): Promise<void> {
  await db.transaction('rw', [db.clear, db.about, db.row, db.page, db.draft, db.log], async () => {
    await db.clear.add({ id: 'keyring', rev: keyring.rev, text: canonicalText(keyring) });
    await db.about.bulkAdd([...content.about]);
    await db.row.bulkAdd([...content.row]);
    await db.page.bulkAdd([...content.page]);
    await db.draft.bulkAdd([...content.draft]);
    await db.log.bulkAdd([...content.log]);
  });
}
