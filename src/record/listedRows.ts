import type { AddressKind } from '@/terms';
import { isReopened } from './due';
import type { AssessmentSummary } from './summaries';
import { WORK, type WorkKind } from './work';

const STATES = { inProgress: 'In progress', complete: 'Record complete', departure: 'With a departure', ranOut: 'Decision ran out' } as const;

/** How a record stands, or what today asks about it, as a list is narrowed by it. */
export const LISTED_STATES = { ...STATES, ...WORK } as const;
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

const STANDS: Readonly<Record<keyof typeof STATES, (summary: AssessmentSummary, today: string) => boolean>> = {
  inProgress: ({ state }) => state === 'inProgress', complete: ({ state }) => state === 'complete', departure: ({ departure }) => departure, ranOut: isReopened,
};

const isWorkKind = (state: ListedState | null): state is WorkKind => state !== null && Object.hasOwn(WORK, state);

/** Every word is in the reference, the person's reference or the address; in the order of `rows`. `asked`: ids of records about which today asks that. `today`: ISO date. */
export function rowsFound(rows: readonly ListedRow[], { sought, state, kind }: { readonly sought: string; readonly state: ListedState | null; readonly kind: AddressKind | null }, today: string, asked: ReadonlySet<string> = new Set()): readonly ListedRow[] {
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  const stands = ({ id, summary }: ListedRow) => state === null || (isWorkKind(state) ? asked.has(id) : STANDS[state](summary, today));
  return rows.filter((row) => (kind === null || row.summary.kind === kind) && stands(row) && words.every((word) => row.text.includes(word)));
}
