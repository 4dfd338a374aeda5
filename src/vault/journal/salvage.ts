import { DamagedVault, TwoHistories } from '../errors';
import type { BackupContent } from '../format/backupContent';
import { linkHash, type LogRow } from '../format/chain';
import type { SealedRow } from '../format/sealedRow';
import { DOCUMENT_TABLES } from '../format/sealedTable';
import { pagesOf, readPage, type IndexPage } from '../indexPages';
import type { Keys } from '../keys';
import { asRow } from '../logTail';
import type { IndexEntry, LostItems, TableName } from '../types';
import { ABOUT_ID, pageToSeal } from '../vaultState';
import type { JournalContent } from './readJournal';
import { marksOf, stateOf, type StoresState } from './storesState';

export interface Salvaged {
  readonly content: BackupContent;
  readonly lost: LostItems;
}

interface Sources {
  readonly vaultId: string;
  readonly keys: Keys;
  /** What the journal still gives, and how the stores should stand by its last entry that opens. */
  readonly journal: JournalContent | null;
  readonly last: StoresState | null;
  readonly database: BackupContent | null;
}

const entryKey = ({ table, id }: { readonly table: TableName; readonly id: string }): string => `${table}|${id}`;

/**
 * The best of two damaged stores. Nothing is guessed: a row counts where it opens under the vault's own key at its own place, the newest first; what the list of
 * records names beyond that is lost, and is listed. Throws DamagedVault, TwoHistories.
 */
export async function salvage(sources: Sources): Promise<Salvaged> {
  const { keys, last } = sources;
  const about = await firstThatOpens(keys, 'about', byId(sources, 'about').get((await keys.names('about', [ABOUT_ID]))[0] ?? '') ?? []);
  if (!about) throw new DamagedVault("neither of its two copies holds the list of the vault's officers");
  const listed = await openPages(sources);
  const listIsLatest = await isLatest(sources, [about.row], listed.rows);
  const documents = await openDocuments(sources, listed.entries, listIsLatest);
  const drafts = await openDrafts(sources);
  const { log, gaps } = await openLog(sources);
  const changed = !listed.whole || documents.lost.length > 0 || documents.found.some(({ entry, row }) => entry.rev !== row.rev) || documents.found.length !== listed.entries.length;
  const page = changed ? await keys.seal(pagesOf(documents.found.map(({ entry, row }) => ({ ...entry, rev: row.rev })), listed.highestRev + 1).map(pageToSeal)) : listed.rows;
  return {
    content: { about: [about.row], row: documents.found.map(({ row }) => row), page, draft: drafts, log },
    lost: { documents: documents.lost, drafts: Math.max(0, (last?.drafts ?? drafts.length) - drafts.length), logEntries: gaps, listRebuilt: !listed.whole, unsure: !listIsLatest },
  };
}

function byId({ journal, database }: Sources, store: 'about' | 'row' | 'page' | 'draft'): Map<string, SealedRow[]> {
  const found = new Map<string, SealedRow[]>();
  for (const row of [...(journal?.content[store] ?? []), ...(database?.[store] ?? [])]) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  for (const rows of found.values()) rows.sort((a, b) => b.rev - a.rev);
  return found;
}

async function firstThatOpens(keys: Keys, table: TableName | 'about' | 'page' | 'draft', rows: readonly SealedRow[]): Promise<{ readonly row: SealedRow; readonly text: string } | null> {
  const texts = await keys.open(rows.map((row) => ({ table, row })));
  const at = texts.findIndex((text) => text !== null);
  const row = rows[at];
  return row ? { row, text: texts[at] ?? '' } : null;
}

async function openPages(sources: Sources) {
  const pages: IndexPage[] = [];
  const rows: SealedRow[] = [];
  let highestRev = 0;
  for (const candidates of byId(sources, 'page').values()) {
    highestRev = Math.max(highestRev, ...candidates.map(({ rev }) => rev));
    const opened = await firstThatOpens(sources.keys, 'page', candidates);
    const page = opened && readPage(opened.text, opened.row.rev);
    if (!page) continue;
    pages.push(page);
    rows.push(opened.row);
  }
  const numbers = new Set(pages.map(({ number }) => number));
  const gapless = pages.every(({ number }) => number < numbers.size);
  // The row about the vault is counted among the pages.
  const whole = gapless && (sources.last === null ? pages.length > 0 : pages.length >= sources.last.pages - 1);
  return { entries: pages.flatMap(({ entries }) => entries), rows, highestRev, whole };
}

/** The pages are those of the last entry: what they do not name was erased. Where they are not, a page that was saved in an entry that is gone tells nothing of it: there may be more. */
async function isLatest({ vaultId, last }: Sources, about: readonly SealedRow[], page: readonly SealedRow[]): Promise<boolean> {
  if (last === null) return false;
  const { pageSum } = await stateOf(await marksOf(vaultId, { about, page, row: [], draft: [], log: [] }, { rev: last.keyringRev, epoch: last.epoch }));
  return pageSum === last.pageSum;
}

async function openDocuments(sources: Sources, entries: readonly IndexEntry[], listIsLatest: boolean) {
  const { keys } = sources;
  const candidates = byId(sources, 'row');
  const found: { entry: IndexEntry; row: SealedRow }[] = [];
  const lost: LostItems['documents'][number][] = [];
  for (const table of DOCUMENT_TABLES) {
    const ofTable = entries.filter((entry) => entry.table === table);
    const names = await keys.names(table, ofTable.map(({ id }) => id));
    for (const [at, entry] of ofTable.entries()) {
      const name = names[at] ?? '';
      const opened = await firstThatOpens(keys, table, candidates.get(name) ?? []);
      candidates.delete(name);
      if (opened) found.push({ entry: opened.row.rev > entry.rev ? asEntry(opened.text, opened.row.rev) : entry, row: opened.row });
      if (!opened || opened.row.rev < entry.rev) lost.push({ table, id: entry.id, summary: entry.summary, expectedRev: entry.rev, foundRev: opened?.row.rev ?? null });
    }
  }
  // What no list names, though it is the vault's own: its page is gone or older.
  for (const [name, rows] of listIsLatest ? [] : candidates) {
    if (sources.journal?.dropped.has(name) === true) continue;
    for (const table of DOCUMENT_TABLES) {
      const opened = await firstThatOpens(keys, table, rows);
      if (opened) found.push({ entry: asEntry(opened.text, opened.row.rev), row: opened.row });
    }
  }
  const known = new Set(found.map(({ entry }) => entryKey(entry)));
  if (known.size !== found.length) throw new DamagedVault('its list of records names one of them twice');
  return { found, lost };
}

function asEntry(text: string, rev: number): IndexEntry {
  const { table, id, summary } = JSON.parse(text) as IndexEntry;
  return { table, id, rev, summary };
}

/** Drafts have no revisions: the journal's goes first, since it is written first. */
async function openDrafts(sources: Sources): Promise<readonly SealedRow[]> {
  const drafts: SealedRow[] = [];
  for (const [name, candidates] of byId(sources, 'draft')) {
    if (sources.journal?.dropped.has(name) === true) continue;
    const opened = await firstThatOpens(sources.keys, 'draft', candidates);
    if (opened) drafts.push(opened.row);
  }
  return drafts;
}

/** Its own hash holds, and it opens: so it was a link of this log. */
export async function isGenuine(link: LogRow, { vaultId, keys }: Pick<Sources, 'vaultId' | 'keys'>): Promise<boolean> {
  return link.hash === (await linkHash(vaultId, link)) && (await keys.open([asRow(link)]))[0] !== null;
}

async function openLog(sources: Sources): Promise<{ readonly log: readonly LogRow[]; readonly gaps: LostItems['logEntries'] }> {
  const log = new Map<number, LogRow>();
  for (const link of [...(sources.journal?.content.log ?? []), ...(sources.database?.log ?? [])]) {
    const known = log.get(link.seq);
    if (known?.hash === link.hash || !(await isGenuine(link, sources))) continue;
    if (known) throw new TwoHistories();
    log.set(link.seq, link);
  }
  const links = [...log.values()].sort((a, b) => a.seq - b.seq);
  const end = Math.max(sources.last?.seq ?? 0, links.at(-1)?.seq ?? 0);
  const gaps: { from: number; to: number }[] = [];
  for (let seq = 1; seq <= end; seq += 1) {
    if (log.has(seq)) continue;
    const gap = gaps.at(-1);
    if (gap?.to === seq - 1) gap.to = seq;
    else gaps.push({ from: seq, to: seq });
  }
  return { log: links, gaps };
}
