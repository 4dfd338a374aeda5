import * as v from 'valibot';
import { utf8 } from './format/bytes';
import { canonicalText } from './format/canonicalText';
import { DOCUMENT_TABLES } from './format/sealedTable';
import type { Erased, IndexEntry, TableName, Write } from './types';

/** At most, by the format. */
const ENTRIES_PER_PAGE = 512;
/** What a new entry may bring a page's entries to: with the rest of its body they fit the bucket of 32 KiB. Chromium keeps a value above 64 KiB in a file of its own, which a save would wait for. */
const PAGE_BYTES = 32 * 1024 - 64;

export interface IndexPage {
  readonly number: number;
  /** 0: not yet stored. */
  readonly rev: number;
  readonly entries: readonly IndexEntry[];
}

const pageBody = v.object({
  page: v.number(),
  entries: v.array(v.object({ table: v.picklist(DOCUMENT_TABLES), id: v.string(), rev: v.number(), summary: v.unknown() })),
});

/** null: not the body of a page. */
export function readPage(text: string, rev: number): IndexPage | null {
  const parsed = v.safeParse(pageBody, JSON.parse(text));
  return parsed.success ? { number: parsed.output.page, rev, entries: parsed.output.entries as IndexEntry[] } : null;
}

/** Entries that stand on no page yet: on page `last`, or on those after it. */
function fill(last: number, entriesOf: (page: number) => IndexEntry[], fresh: readonly IndexEntry[]): void {
  if (fresh.length === 0) return;
  const bytesOf = (entry: IndexEntry): number => utf8(canonicalText(entry)).length + 1;
  let page = last;
  let bytes = entriesOf(page).reduce((sum, entry) => sum + bytesOf(entry), 0);
  for (const entry of fresh) {
    const more = bytesOf(entry);
    const { length } = entriesOf(page);
    if (length > 0 && (length >= ENTRIES_PER_PAGE || bytes + more > PAGE_BYTES)) [page, bytes] = [page + 1, 0];
    entriesOf(page).push(entry);
    bytes += more;
  }
}

export function pagesOf(entries: readonly IndexEntry[], rev: number): readonly IndexPage[] {
  const pages: IndexEntry[][] = [];
  fill(0, (page) => pages[page] ??= [], entries);
  return pages.map((of, number) => ({ number, rev, entries: of }));
}

/** The index in memory: sealed pages, decrypted once. Changes give new pages; the old stay as they are until a save is committed. */
export class IndexPages {
  /** In the order of their numbers, without a gap. */
  readonly #pages: readonly IndexPage[];
  readonly #pageOf: ReadonlyMap<string, number>;

  private constructor(pages: readonly IndexPage[], pageOf: ReadonlyMap<string, number>) {
    this.#pages = pages;
    this.#pageOf = pageOf;
  }

  /** In the order of their numbers, without a gap. */
  static of(pages: readonly IndexPage[]): IndexPages {
    return new IndexPages([], new Map()).with(pages);
  }

  get size(): number {
    return this.#pageOf.size;
  }

  list(table: TableName): readonly IndexEntry[] {
    return this.#pages.flatMap(({ entries }) => entries.filter((entry) => entry.table === table));
  }

  find(table: TableName, id: string): IndexEntry | null {
    const page = this.#pageOf.get(keyOf({ table, id }));
    return this.#pages[page ?? -1]?.entries.find((entry) => entry.table === table && entry.id === id) ?? null;
  }

  /** The pages that these writes and erasures change, as they will be. A new document goes to the last page, or opens the next; a page that is emptied stays. */
  changedBy(writes: readonly Write[], erased: readonly Erased[] = []): readonly IndexPage[] {
    const changed = new Map<number, IndexEntry[]>();
    const entriesOf = (page: number): IndexEntry[] => {
      const entries = changed.get(page) ?? [...(this.#pages[page]?.entries ?? [])];
      changed.set(page, entries);
      return entries;
    };
    const fresh: IndexEntry[] = [];
    for (const { table, id, baseRev, summary } of writes) {
      const entry: IndexEntry = { table, id, rev: baseRev + 1, summary };
      const known = this.#pageOf.get(keyOf(entry));
      if (known === undefined) {
        fresh.push(entry);
        continue;
      }
      const entries = entriesOf(known);
      entries[entries.findIndex((one) => keyOf(one) === keyOf(entry))] = entry;
    }
    fill(Math.max(0, this.#pages.length - 1), entriesOf, fresh);
    for (const one of erased) {
      const page = this.#pageOf.get(keyOf(one));
      if (page !== undefined) changed.set(page, entriesOf(page).filter((entry) => keyOf(entry) !== keyOf(one)));
    }
    return [...changed].map(([number, entries]) => ({ number, rev: (this.#pages[number]?.rev ?? 0) + 1, entries }));
  }

  with(changed: readonly IndexPage[]): IndexPages {
    const pages = [...this.#pages];
    const pageOf = new Map(this.#pageOf);
    for (const { entries } of changed.map(({ number }) => pages[number]).filter((page) => page !== undefined)) for (const entry of entries) pageOf.delete(keyOf(entry));
    for (const page of changed) {
      pages[page.number] = page;
      for (const entry of page.entries) pageOf.set(keyOf(entry), page.number);
    }
    return new IndexPages(pages, pageOf);
  }
}

function keyOf({ table, id }: { readonly table: TableName; readonly id: string }): string {
  return `${table}|${id}`;
}
