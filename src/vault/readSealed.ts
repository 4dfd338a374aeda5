import type { VaultDatabase } from './database';
import { DamagedRow } from './errors';
import type { SealedRow } from './format/sealedRow';
import type { IndexPages } from './indexPages';
import type { Keys } from './keys';
import type { Stored, TableName } from './types';

export interface Reading {
  readonly db: VaultDatabase;
  readonly keys: Keys;
}

/** A row beside what the index says of it. */
export interface Found {
  /** ahead: another tab saved since the index was read; behind: an older row was put back, or the row is gone. */
  readonly is: 'asListed' | 'ahead' | 'behind';
  readonly row: SealedRow | null;
}

export async function findDocument({ db, keys }: Reading, index: IndexPages, table: TableName, id: string): Promise<Found> {
  const [name = ''] = await keys.names(table, [id]);
  const row = (await db.row.get(name)) ?? null;
  const storedRev = row?.rev ?? 0;
  const listedRev = index.find(table, id)?.rev ?? 0;
  if (storedRev === listedRev) return { is: 'asListed', row };
  return { is: storedRev > listedRev ? 'ahead' : 'behind', row };
}

/** null: no such document. Throws DamagedRow. */
export async function openDocument({ keys }: Reading, table: TableName, id: string, { is, row }: Found): Promise<Stored | null> {
  if (is === 'asListed' && !row) return null;
  const [text] = row && is === 'asListed' ? await keys.open([{ table, row }]) : [];
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
