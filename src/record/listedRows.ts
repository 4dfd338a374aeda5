import type { AddressKind } from '@/terms';
import { isReopened } from './due';
import type { AssessmentSummary } from './summaries';

/** How a record stands, as a list is narrowed by it. */
export const LISTED_STATES = { inProgress: 'In progress', complete: 'Record complete', departure: 'With a departure', ranOut: 'Decision ran out' } as const;
export type ListedState = keyof typeof LISTED_STATES;

export interface ListedRow {
  readonly id: string;
  readonly summary: AssessmentSummary;
  readonly person: string;
  readonly address: string;
  /** What is looked through, in small letters: folded once, not at each key. */
  readonly text: string;
}

interface Names { readonly personOf: ReadonlyMap<string, string>; readonly addressOf: ReadonlyMap<string, string> }

/** Newest first. `personOf`, `addressOf`: the words of each, by id. */
export function listedRows(assessments: readonly { readonly id: string; readonly summary: AssessmentSummary }[], { personOf, addressOf }: Names): readonly ListedRow[] {
  const rows = assessments.map(({ id, summary }): ListedRow => {
    const [person = '', address = ''] = [personOf.get(summary.personId), addressOf.get(summary.addressId)];
    return { id, summary, person, address, text: `${person} ${address} ${summary.reference}`.toLowerCase() };
  });
  // Instants in one form sort as text.
  return rows.sort((a, b) => (a.summary.startedAt > b.summary.startedAt ? -1 : Number(a.summary.startedAt < b.summary.startedAt)));
}

const STANDS: Readonly<Record<ListedState, (summary: AssessmentSummary, today: string) => boolean>> = {
  inProgress: ({ state }) => state === 'inProgress', complete: ({ state }) => state === 'complete', departure: ({ departure }) => departure, ranOut: isReopened,
};

/** Every word is in the reference, the person's reference or the address; in the order of `rows`. `today`: ISO date. */
export function rowsFound(rows: readonly ListedRow[], { sought, state, kind }: { readonly sought: string; readonly state: ListedState | null; readonly kind: AddressKind | null }, today: string): readonly ListedRow[] {
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter(({ summary, text }) => (kind === null || summary.kind === kind) && (state === null || STANDS[state](summary, today)) && words.every((word) => text.includes(word)));
}
