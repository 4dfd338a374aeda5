import * as v from 'valibot';
import type { VaultDatabase } from './database';
import { DamagedRow, DamagedVault } from './errors';
import { canonicalText } from './format/canonicalText';
import { IndexPages, readPage, type IndexPage } from './indexPages';
import type { Keys, ToSeal } from './keys';
import { openLogTail, type LogTail } from './logTail';
import type { SealedRow } from './format/sealedRow';
import { readStoredRows, type StoredRows } from './storedRows';
import { visitSchema } from './visits/visit';

const officer = v.object({ officerId: v.string(), name: v.string(), role: v.string(), agency: v.string() });
const aboutBody = v.object({ officers: v.array(officer), lastBackupAt: v.nullable(v.string()), lastDrillAt: v.optional(v.string()), restoredAt: v.optional(v.string()), visit: v.optional(visitSchema) });

/** What the vault knows about itself, sealed in one row. */
export interface About extends v.InferOutput<typeof aboutBody> {
  readonly rev: number;
}

export const ABOUT_ID = 'vault';

export interface VaultState {
  readonly about: About;
  readonly index: IndexPages;
  readonly tail: LogTail;
}

/** canonicalText leaves out what is undefined: before the first drill, the row is as it was before there were any. */
export function aboutText({ officers, lastBackupAt, lastDrillAt, restoredAt, visit }: About): string {
  return canonicalText({ officers, lastBackupAt, lastDrillAt, restoredAt, visit });
}

export function pageToSeal({ number, rev, entries }: IndexPage): ToSeal {
  return { table: 'page', id: String(number), rev, text: canonicalText({ page: number, entries }) };
}

/** Everything that is held open in memory. Throws DamagedRow, DamagedVault. */
export async function openState({ about, page, names, logEnd }: StoredRows, keys: Keys, vaultId: string): Promise<VaultState> {
  const [opened, index, tail] = await Promise.all([readAbout(about, keys), openIndex(page, names.length, keys), openLogTail(logEnd, keys, vaultId)]);
  return { about: opened, index, tail };
}

export async function readState(db: VaultDatabase, keys: Keys, vaultId: string): Promise<VaultState> {
  return openState(await readStoredRows(db), keys, vaultId);
}

/** Named in the newest epoch that the keys know. Throws DamagedRow. */
export async function readAbout(rows: readonly SealedRow[], keys: Keys): Promise<About> {
  const [name] = await keys.names('about', [ABOUT_ID]);
  return openAbout(rows.find(({ id }) => id === name), keys);
}

/** Throws DamagedRow. */
export async function openAbout(row: SealedRow | undefined, keys: Keys): Promise<About> {
  const [text] = row ? await keys.open([{ table: 'about', row }]) : [null];
  if (!row || text === null || text === undefined) throw new DamagedRow("list of the vault's officers");
  return { ...v.parse(aboutBody, JSON.parse(text)), rev: row.rev };
}

async function openIndex(rows: readonly SealedRow[], documentCount: number, keys: Keys): Promise<IndexPages> {
  const texts = await keys.open(rows.map((row) => ({ table: 'page', row })));
  const pages = rows.map((row, at) => {
    const page = readPage(texts[at] ?? 'null', row.rev);
    if (!page) throw new DamagedRow('list of records');
    return page;
  }).sort((a, b) => a.number - b.number);
  if (pages.some(({ number }, at) => number !== at)) throw new DamagedVault('a part of its list of records is missing');
  const index = IndexPages.of(pages);
  // A list that is too long shows at the record that is missing; one that is too short would hide records for good.
  if (documentCount > index.size) throw new DamagedVault(`its list names ${String(index.size)} of ${String(documentCount)} records`);
  return index;
}
