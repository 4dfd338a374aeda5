import type { VaultDatabase } from '../database';
import type { BackupContent } from '../format/backupContent';
import { canonicalText } from '../format/canonicalText';
import type { Keyring } from '../format/keyring';
import type { EntryBody } from './entryBody';
import type { Position } from './journalStart';

/** Every row as it lies, in one transaction. */
export function readContent(db: VaultDatabase): Promise<BackupContent> {
  return db.transaction('r', [db.about, db.row, db.page, db.draft, db.log], async (): Promise<BackupContent> => ({
    about: await db.about.toArray(), row: await db.row.toArray(), page: await db.page.toArray(), draft: await db.draft.toArray(), log: await db.log.orderBy('seq').toArray(),
  }));
}

/** All of the content in the place of everything but the wrong tries: one strict transaction. `check`: in the same transaction, first; throws where it may not be. */
export async function fillDatabase(db: VaultDatabase, keyring: Keyring, content: BackupContent, position: Position | null, check?: () => Promise<void>): Promise<void> {
  await db.transaction('rw', [db.clear, db.about, db.row, db.page, db.draft, db.log], async () => {
    await check?.();
    await db.clear.put({ id: 'keyring', rev: keyring.rev, text: canonicalText(keyring) });
    await putPosition(db, position);
    await db.clear.delete('suspect');
    await Promise.all([db.about.clear(), db.row.clear(), db.page.clear(), db.draft.clear(), db.log.clear()]);
    await db.about.bulkAdd([...content.about]);
    await db.row.bulkAdd([...content.row]);
    await db.page.bulkAdd([...content.page]);
    await db.draft.bulkAdd([...content.draft]);
    await db.log.bulkAdd([...content.log]);
  });
}

/** The entries that the database had not yet taken in, in one strict transaction. */
export async function replay(db: VaultDatabase, entries: readonly EntryBody[], position: Position): Promise<void> {
  await db.transaction('rw', [db.clear, db.about, db.row, db.page, db.draft, db.log], async () => {
    for (const { put, dropped, erased } of entries) {
      await db.about.bulkPut([...put.about]);
      await db.row.bulkPut([...put.row]);
      await db.page.bulkPut([...put.page]);
      await db.draft.bulkPut([...put.draft]);
      await db.log.bulkAdd([...put.log]);
      await db.draft.bulkDelete([...dropped]);
      await db.row.bulkDelete([...erased]);
    }
    await putPosition(db, position);
  });
}

/** Within a transaction of the caller's, beside what it stands for. */
export async function putPosition(db: VaultDatabase, position: Position | null): Promise<void> {
  if (position) await db.clear.put({ id: 'journal', ...position });
  else await db.clear.delete('journal');
}

/** The same, where drafts are written without the journal: they have no revisions by which the later ones could be told. */
export async function putBeside(db: VaultDatabase): Promise<void> {
  const position = await db.clear.get('journal');
  if (position?.id === 'journal') await db.clear.put({ ...position, beside: true });
}
