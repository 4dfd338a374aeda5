import { STATEMENT_KINDS, type StatementKind } from '@/terms';
import type { Block, FactRow } from './document';

/** What stands where nobody has answered: said, never left blank. */
const NOT_GIVEN = 'Not given';

export const given = (words: string): string => words.trim() || NOT_GIVEN;

/** The term's words for an answer, or 'Not given'. */
export function termOf<K extends string>(terms: Readonly<Record<K, string>>, id: K | null): string {
  return id === null ? NOT_GIVEN : terms[id];
}

/** What nobody has said is no statement of any kind. */
export const row = (label: string, value: string, statement?: StatementKind): FactRow => (statement === undefined || value === NOT_GIVEN ? { label, value } : { label, value, statement });

export const facts = (...rows: readonly FactRow[]): Block => ({ kind: 'facts', rows });

export const text = (heading: string, words: string, statement: StatementKind): Block => ({ kind: 'text', heading, text: given(words), ...(words.trim() === '' ? {} : { statement }) });

export const note = (words: string): Block => ({ kind: 'note', text: words });

/** 'Fact', 'Professional assessment', 'Reported by somebody else' (DPA 2018 s.38(2)). */
export const statementName = (kind: StatementKind): string => STATEMENT_KINDS[kind].split(':')[0] ?? '';
