import type { ClearRow, VaultDatabase } from './database';
import { CHECKPOINT_EVERY, type LogRow } from './format/chain';
import type { SealedRow } from './format/sealedRow';

/** What a database holds, without what is in its documents: all that opening a vault needs of it. */
export interface StoredRows {
  readonly about: readonly SealedRow[];
  readonly page: readonly SealedRow[];
  readonly draft: readonly SealedRow[];
  /** Of documents. */
  readonly names: readonly string[];
  /** The last links, by their numbers: as many as a checkpoint can be away. */
  readonly logEnd: readonly LogRow[];
  readonly logRows: number;
  readonly clear: readonly ClearRow[];
}

/** In one transaction. */
export function readStoredRows(db: VaultDatabase): Promise<StoredRows> {
  return db.transaction('r', [db.clear, db.about, db.page, db.draft, db.row, db.log], async () => {
    const logEnd = async (): Promise<LogRow[]> => {
      const last = await db.log.orderBy('seq').last();
      return last ? db.log.where('seq').above(last.seq - CHECKPOINT_EVERY).toArray() : [];
    };
    const [about, page, draft, names, end, logRows, clear] = await Promise.all([
      db.about.toArray(), db.page.toArray(), db.draft.toArray(), db.row.toCollection().primaryKeys(), logEnd(), db.log.count(), db.clear.toArray(),
    ]);
    return { about, page, draft, names, logEnd: end, logRows, clear };
  });
}
