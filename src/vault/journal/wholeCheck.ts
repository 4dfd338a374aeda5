import type { BackupContent } from '../format/backupContent';
import { firstHead } from '../format/chain';
import { DOCUMENT_TABLES } from '../format/sealedTable';
import { readPage } from '../indexPages';
import type { Keys } from '../keys';
import { isGenuine } from './salvage';

/** Every row of the content opens, at the revision that its list names, and the log hangs together: only then may it stand for the other copy. */
export async function isWhole(content: BackupContent, keys: Keys, vaultId: string): Promise<boolean> {
  const [about, pages, drafts] = await Promise.all([
    keys.open(content.about.map((row) => ({ table: 'about', row }))),
    keys.open(content.page.map((row) => ({ table: 'page', row }))),
    keys.open(content.draft.map((row) => ({ table: 'draft', row }))),
  ]);
  if (about.length !== 1 || [...about, ...pages, ...drafts].some((text) => text === null)) return false;
  const entries = pages.map((text, at) => readPage(text ?? 'null', content.page[at]?.rev ?? 0));
  if (entries.some((page) => !page || page.number >= entries.length)) return false;
  const rows = new Map(content.row.map((row) => [row.id, row]));
  let listed = 0;
  for (const table of DOCUMENT_TABLES) {
    const ofTable = entries.flatMap((page) => page?.entries ?? []).filter((entry) => entry.table === table);
    const names = await keys.names(table, ofTable.map(({ id }) => id));
    const stored = names.map((name) => rows.get(name));
    if (ofTable.some(({ rev }, at) => stored[at]?.rev !== rev)) return false;
    const texts = await keys.open(stored.flatMap((row) => (row ? [{ table, row }] : [])));
    if (texts.some((text) => text === null)) return false;
    listed += ofTable.length;
  }
  if (listed !== content.row.length) return false;
  let head = await firstHead(vaultId);
  for (const link of content.log) {
    if (link.seq !== head.seq + 1 || link.prevHash !== head.hash || !(await isGenuine(link, { vaultId, keys }))) return false;
    head = { seq: link.seq, hash: link.hash };
  }
  return true;
}
