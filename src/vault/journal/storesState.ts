import * as v from 'valibot';
import type { VaultDatabase } from '../database';
import type { BackupContent } from '../format/backupContent';
import { hex, sha256, utf8 } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import { firstHead, type ChainHead } from '../format/chain';
import type { SealedRow } from '../format/sealedRow';
import { readStoredRows, type StoredRows } from '../storedRows';

/**
 * How the stores stand, in a few numbers and sums: the anchor. Each sealing has a random iv, so a row's name, revision and iv name its bytes; AES-GCM holds them to it.
 * Documents are summed by name only: their revisions are the index pages' to hold.
 */
export const storesState = v.object({
  epoch: v.number(),
  keyringRev: v.number(),
  seq: v.number(),
  hash: v.string(),
  rows: v.number(),
  pages: v.number(),
  drafts: v.number(),
  logRows: v.number(),
  rowSum: v.string(),
  pageSum: v.string(),
  draftSum: v.string(),
});

export type StoresState = Readonly<v.InferOutput<typeof storesState>>;

/** What the sums are made of, kept up with every change. */
export interface Marks {
  readonly epoch: number;
  readonly keyringRev: number;
  readonly head: ChainHead;
  readonly logRows: number;
  readonly rows: ReadonlySet<string>;
  readonly rowSum: string;
  /** Index pages and the row about the vault. */
  readonly pages: ReadonlyMap<string, string>;
  readonly drafts: ReadonlyMap<string, string>;
}

export interface Changed {
  readonly put: BackupContent;
  readonly dropped: readonly string[];
  readonly erased: readonly string[];
  readonly keyring: { readonly rev: number; readonly epoch: number } | null;
}

const markOf = ({ rev, epoch, iv }: SealedRow): string => `${String(rev)}|${String(epoch)}|${hex(iv)}`;
const marked = (rows: readonly SealedRow[]): [string, string][] => rows.map((row) => [row.id, markOf(row)]);
const sumOf = (lines: readonly string[]): Promise<string> => sha256(utf8([...lines].sort().join('\n')));
const sumOfMarks = (marks: ReadonlyMap<string, string>): Promise<string> => sumOf([...marks].map((pair) => pair.join('|')));

export async function marksOf(vaultId: string, content: BackupContent, keyring: { readonly rev: number; readonly epoch: number }): Promise<Marks> {
  const rows = new Set(content.row.map(({ id }) => id));
  const last = content.log.at(-1);
  return {
    epoch: keyring.epoch, keyringRev: keyring.rev, head: last ? { seq: last.seq, hash: last.hash } : await firstHead(vaultId), logRows: content.log.length,
    rows, rowSum: await sumOf([...rows]), pages: new Map(marked([...content.about, ...content.page])), drafts: new Map(marked(content.draft)),
  };
}

/** The same of a database. */
export async function marksOfRows(vaultId: string, { about, page, draft, names, logEnd, logRows }: StoredRows, keyring: { readonly rev: number; readonly epoch: number }): Promise<Marks> {
  return { ...(await marksOf(vaultId, { about, page, draft, row: [], log: logEnd }, keyring)), rows: new Set(names), rowSum: await sumOf(names), logRows };
}

export async function marksOfDatabase(vaultId: string, db: VaultDatabase, keyring: { readonly rev: number; readonly epoch: number }): Promise<Marks> {
  return marksOfRows(vaultId, await readStoredRows(db), keyring);
}

export async function marksAfter(marks: Marks, { put, dropped, erased, keyring }: Changed): Promise<Marks> {
  const drafts = new Map([...marks.drafts, ...marked(put.draft)]);
  for (const name of dropped) drafts.delete(name);
  const fresh = put.row.filter(({ id }) => !marks.rows.has(id));
  const rows = fresh.length === 0 && erased.length === 0 ? marks.rows : new Set([...marks.rows, ...fresh.map(({ id }) => id)]);
  if (rows !== marks.rows) for (const name of erased) (rows as Set<string>).delete(name);
  const last = put.log.at(-1);
  return {
    epoch: keyring?.epoch ?? marks.epoch, keyringRev: keyring?.rev ?? marks.keyringRev,
    head: last ? { seq: last.seq, hash: last.hash } : marks.head, logRows: marks.logRows + put.log.length,
    rows, rowSum: rows === marks.rows ? marks.rowSum : await sumOf([...rows]),
    pages: new Map([...marks.pages, ...marked([...put.about, ...put.page])]), drafts,
  };
}

export async function stateOf({ epoch, keyringRev, head, logRows, rows, rowSum, pages, drafts }: Marks): Promise<StoresState> {
  return {
    epoch, keyringRev, seq: head.seq, hash: head.hash, logRows, rows: rows.size, pages: pages.size, drafts: drafts.size,
    rowSum, pageSum: await sumOfMarks(pages), draftSum: await sumOfMarks(drafts),
  };
}

export function isSame(a: StoresState, b: StoresState): boolean {
  return canonicalText(a) === canonicalText(b);
}
