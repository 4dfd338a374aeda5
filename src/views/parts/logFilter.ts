import { dayInScotland, type LogEvent } from '@/terms';
import type { LogEntry } from './logShapes';

/** What of the log is shown. There is no filter by officer: the log is no measure of staff. */
export interface LogFilter {
  readonly kind: LogEvent | null;
  /** Days in Scotland, both included; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  /** A part of what a document is called by; empty: all. */
  readonly about: string;
}

export const NO_FILTER: LogFilter = { kind: null, from: null, to: null, about: '' };

/** What a document is called by, '' where it is no longer held. */
export type NameOf = (document: LogEntry['about'][number]) => string;

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s-]/gu, '');

export function matching(entries: readonly LogEntry[], { kind, from, to, about }: LogFilter, nameOf: NameOf): readonly LogEntry[] {
  const wanted = plain(about);
  return entries.filter((entry) => {
    const day = dayInScotland(entry.at);
    return (kind === null || entry.event === kind) && (from === null || day >= from) && (to === null || day <= to)
      && (wanted === '' || entry.about.some((document) => plain(nameOf(document)).includes(wanted)));
  });
}
