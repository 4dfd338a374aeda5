import * as v from 'valibot';
import type { Erased, IndexEntry, TableName, Write } from './types';
import { DOCUMENT_TABLES } from './format/sealedTable';

/** Small enough to seal at every save, large enough that 10,000 records open in 20 pages. */
export const ENTRIES_PER_PAGE = 512;

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

/** The index in memory: sealed pages, decrypted once. Changes give new pages; the old stay as they are until a save is committed. */
export class IndexPages {
  readonly #pages: readonly IndexPage[];
  readonly #pageOf = new Map<string, number>();
  readonly #byTable = new Map<TableName, IndexEntry[]>();

  /** In the order of their numbers, without a gap. */
  constructor(pages: readonly IndexPage[]) {
    this.#pages = pages;
    for (const { number, entries } of pages) {
      for (const entry of entries) {
        this.#pageOf.set(keyOf(entry), number);
        const list = this.#byTable.get(entry.table);
        if (list) list.push(entry);
        else this.#byTable.set(entry.table, [entry]);
      }
    }
  }

  get size(): number {
    return this.#pageOf.size;
  }

  list(table: TableName): readonly IndexEntry[] {
    return [...(this.#byTable.get(table) ?? [])];
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
    let last = Math.max(0, this.#pages.length - 1);
    for (const { table, id, baseRev, summary } of writes) {
      const entry: IndexEntry = { table, id, rev: baseRev + 1, summary };
      const known = this.#pageOf.get(keyOf(entry));
      if (known === undefined) {
        if (entriesOf(last).length >= ENTRIES_PER_PAGE) last += 1;
        entriesOf(last).push(entry);
      } else {
        const entries = entriesOf(known);
        entries[entries.findIndex((one) => keyOf(one) === keyOf(entry))] = entry;
      }
    }
    for (const one of erased) {
      const page = this.#pageOf.get(keyOf(one));
      if (page !== undefined) changed.set(page, entriesOf(page).filter((entry) => keyOf(entry) !== keyOf(one)));
    }
    return [...changed].map(([number, entries]) => ({ number, rev: (this.#pages[number]?.rev ?? 0) + 1, entries }));
  }

  with(changed: readonly IndexPage[]): IndexPages {
    const pages = [...this.#pages];
    for (const page of changed) pages[page.number] = page;
    return new IndexPages(pages);
  }
}

function keyOf({ table, id }: { readonly table: TableName; readonly id: string }): string {
  return `${table}|${id}`;
}
