import type { VaultDatabase } from './database';
import { DamagedRow } from './errors';
import type { IndexPages } from './indexPages';
import type { Keys } from './keys';
import type { Stored, TableName } from './types';

export interface Reading {
  readonly db: VaultDatabase;
  readonly keys: Keys;
}

/** `agrees` false: the list and the row name different revisions. Either another tab saved, or an older row was put back. */
export async function findDocument({ db, keys }: Reading, index: IndexPages, table: TableName, id: string) {
  const [name = ''] = await keys.names(table, [id]);
  const row = await db.row.get(name) ?? null;
  const entry = index.find(table, id);
  return { row, agrees: row?.rev === entry?.rev };
}

/** Throws DamagedRow. */
export async function openDocument({ keys }: Reading, table: TableName, id: string, { row, agrees }: Awaited<ReturnType<typeof findDocument>>): Promise<Stored | null> {
  if (!row && agrees) return null;
  const [text] = row && agrees ? await keys.open([{ table, row }]) : [];
  if (!row || text === null || text === undefined) throw new DamagedRow(`${table} record`);
  return { id, rev: row.rev, value: (JSON.parse(text) as { value: unknown }).value };
}

/** null: no such draft. Throws DamagedRow. */
export async function openDraft({ db, keys }: Reading, draftId: string): Promise<unknown> {
  const [name = ''] = await keys.names('draft', [draftId]);
  const row = await db.draft.get(name);
  if (!row) return null;
  const [text] = await keys.open([{ table: 'draft', row }]);
  if (text === null || text === undefined) throw new DamagedRow('draft');
  return (JSON.parse(text) as { value: unknown }).value;
}
