import type { StatementKind } from '@/terms';

export interface FactRow {
  readonly label: string;
  readonly value: string;
  /** DPA 2018 s.38(2). Left out for what the record says of itself (reference, print). */
  readonly statement?: StatementKind;
}

export type Block =
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'text'; readonly heading?: string; readonly statement?: StatementKind; readonly text: string }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  /** Where the map goes: the same numbers as in the table of sites. */
  | { readonly kind: 'map' };

export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Heading of the part: a new part begins where it differs from the section before. Left out: in no part. */
  readonly part?: string;
  readonly blocks: readonly Block[];
}

/** The record as a document: content only, in reading order. */
export interface RecordDocument {
  readonly title: string;
  readonly reference: string;
  /** On every page: reference, as-at and log head code. */
  readonly watermark: string;
  readonly training: boolean;
  /** To be read on one sheet: across, in small type. Left out: upright pages, as many as it takes. */
  readonly oneSheet?: true;
  /** To be read on a page or two: upright, in small type, facts in two columns. */
  readonly dense?: true;
  /** To be pasted elsewhere: short lines of plain letters, and no page. */
  readonly plain?: true;
  readonly sections: readonly Section[];
}
