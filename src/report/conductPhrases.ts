import type { Clause, Departure } from '@/rules';
import type { ConductChoice } from '@/terms';

const CHOICES = {
  conducted: 'An ERA IS conducted.',
  notInFull: 'An ERA is conducted, but NOT in full.',
  notConducted: 'An ERA is NOT conducted.',
  reviewNotDone: 'The annual review is NOT done.',
} as const satisfies Record<ConductChoice, string>;

export const conductPhrase = (choice: ConductChoice | null): string => (choice === null ? 'Not decided yet.' : CHOICES[choice]);

export const askedPhrase = (asked: Departure['asked']): string => ({ must: 'must', complyOrExplain: 'comply or explain' })[asked];

/** 'ERA-2017 4.0, NASSO-2019 annex 2': each once, however many passages of it are cited. */
export const citedPhrase = (clauses: readonly Clause[]): string => [...new Set(clauses.map(({ document, clause }) => `${document} ${clause}`))].join(', ');

/** "Departs from ERA-2017 4.0, 'must': …" How sure we are of each clause stands beside it. */
export const departurePhrase = ({ question, asked, clauses }: Departure): string => `Departs from ${citedPhrase(clauses)}, '${askedPhrase(asked)}': ${question}`;
