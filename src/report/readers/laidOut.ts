import { type Field, isEmpty } from '@/record';
import type { StatementKind } from '@/terms';
import type { Block, FactRow } from '../document';
import { fieldValue } from '../fieldValue';
import { fieldWords } from '../fieldWords';
import { facts, row, text } from '../words';

/** Ids that no reader of paper needs. */
const IS_ID = /Id$/u;
export const factsOf = (...rows: readonly FactRow[]): readonly Block[] => (rows.length === 0 ? [] : [facts(...rows)]);
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const name = (path: string): string => fieldWords(path).replace(/^[^:]*: /u, '');

/**
 * Fields of one section, each taken once as the layout names it. What a layout does not name comes at the end in its plain words (`rest`): nothing that a reader may have is lost,
 * and nothing else can be said, as there is nothing else here.
 */
export function laidOut(fields: readonly Field[]) {
  const left = new Map(fields.filter(({ value }) => !isEmpty(value)).map(({ path, value }) => [path, value]));

  /** undefined: not there, or taken. */
  function take(path: string): unknown {
    const value = left.get(path);
    left.delete(path);
    return value;
  }
  const words = (path: string): string | null => { const value = take(path); return value === undefined ? null : fieldValue(path, value); };
  const below = (start: string) => [...left.keys()].filter((path) => path.startsWith(`${start}.`));
  /** Of a list or a table: its numbers or keys. */
  const keys = (start: string) => [...new Set(below(start).map((path) => path.slice(start.length + 1).split('.')[0] ?? ''))];

  /** One row, or none. `label` left out: the field's own words. */
  function said(path: string, label = fieldWords(path), statement?: StatementKind): readonly FactRow[] {
    const value = words(path);
    return value === null ? [] : [row(label, value, statement)];
  }

  function paragraph(path: string, heading: string, statement: StatementKind): readonly Block[] {
    const value = words(path);
    return value === null ? [] : [text(heading, value, statement)];
  }

  /** Answers to questions of one kind, by answer: 'Building: yes' → 'Lift; CCTV'. */
  function grouped(start: string, label: string, leaf = ''): readonly FactRow[] {
    const byAnswer = new Map<string, string[]>();
    for (const path of below(start).filter((one) => one.split('.').length === start.split('.').length + (leaf === '' ? 1 : 2) && one.endsWith(leaf))) {
      const answer = words(path) ?? '';
      byAnswer.set(answer, [...byAnswer.get(answer) ?? [], name(path)]);
    }
    return [...byAnswer].map(([answer, names]) => row(`${label}: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`, names.join('; ')));
  }

  /** Items of a list or a table by key, a row each. Columns that hold nothing are left out. `first`: the column of the keys' own words; left out of a list. */
  function table(start: string, caption: string, columns: Readonly<Record<string, string>>, first?: string): readonly Block[] {
    const cells = keys(start).map((key) => ({ label: name(`${start}.${key}`), of: Object.fromEntries(Object.keys(columns).map((leaf) => [leaf, words(`${start}.${key}.${leaf}`)])) }));
    const rows = cells.filter(({ of }) => Object.values(of).some((cell) => cell !== null));
    const shown = Object.keys(columns).filter((leaf) => rows.some(({ of }) => of[leaf] !== null));
    if (rows.length === 0) return [];
    return [{ kind: 'table', caption, columns: [...(first === undefined ? [] : [first]), ...shown.map((leaf) => columns[leaf] ?? '')], rows: rows.map(({ label, of }) => [...(first === undefined ? [] : [label]), ...shown.map((leaf) => of[leaf] ?? '')]) }];
  }

  function rest(): readonly Block[] {
    const rows = new Map<string, string[]>();
    for (const path of [...left.keys()].filter((one) => !IS_ID.test(one))) {
      const value = words(path) ?? '';
      rows.set(fieldWords(path), [...rows.get(fieldWords(path)) ?? [], value]);
    }
    return rows.size === 0 ? [] : [facts(...[...rows].map(([label, values]) => row(label, values.join('; '))))];
  }

  return { take, said, paragraph, grouped, table, rest, below, keys };
}

export type LaidOut = ReturnType<typeof laidOut>;
