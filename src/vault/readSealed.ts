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

/** A row beside the revision that the index lists; 0: none. */
export interface Found {
  readonly row: SealedRow | null;
  readonly storedRev: number;
  readonly listedRev: number;
}

export async function findDocument({ db, keys }: Reading, index: IndexPages, table: TableName, id: string): Promise<Found> {
  const [name = ''] = await keys.names(table, [id]);
  const row = (await db.row.get(name)) ?? null;
  return { row, storedRev: row?.rev ?? 0, listedRev: index.find(table, id)?.rev ?? 0 };
}

/**
 * null: no such document. Throws DamagedRow: it does not open, or it is older than listed, so it was put back or removed.
 * Newer than listed is no damage: another tab saved it, and only the vault's own key could seal that revision.
 */
export async function openDocument({ keys }: Reading, table: TableName, id: string, { row, storedRev, listedRev }: Found): Promise<Stored | null> {
  if (!row && listedRev === 0) return null;
  const [text] = row && storedRev >= listedRev ? await keys.open([{ table, row }]) : [];
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
