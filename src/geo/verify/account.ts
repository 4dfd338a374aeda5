import type { PackSignature } from '../pack/signature';

/** What is held to be true of a pack, in the order in which it is asked. */
export const CHECKS = {
  header: 'The header is the one the pack was made with',
  sections: 'Every section is the one the pack was made with',
  signature: 'The signature, where there is one, is the publisher\'s',
  structure: 'Columns, rings and index fit together',
  sites: 'Every site can be read, by its number and by its id, and belongs to a layer that answers for it',
  shapes: 'Every outline encloses ground, and its holes lie in it',
  postcodes: 'Every postcode can be read and found',
  lists: 'Addresses, councils, streets and background map can be read',
  positions: 'Everything lies in Scotland or its surroundings',
  counts: 'What the layers say they kept is what the pack holds',
  coverage: 'Coverages are sound, hold the sites of their layer, and reach no further than the pack holds sites',
  licences: 'Every layer names its publisher, its licence and the credit it asks for',
  dates: 'Dates are days of the calendar, in order, and not in the future',
} as const;
export type CheckId = keyof typeof CHECKS;

/** `notChecked`: what came before leaves nothing to look at. Notes are no faults: what whoever answers for the pack should know. */
export interface Check {
  readonly check: CheckId;
  readonly result: 'holds' | 'fails' | 'notChecked';
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

export interface LayerAccount {
  readonly id: string;
  readonly title: string;
  /** Its listings in the pack; null for a layer without sites. */
  readonly listings: number | null;
  readonly sitesOutsideCoverage: number | null;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly asOf: string | null;
  readonly staleAfter: string | null;
}

export interface PackAccount {
  /** No check failed, and none was left out. */
  readonly holds: boolean;
  readonly byteLength: number;
  /** null: the header cannot be read. */
  readonly pack: { readonly packId: string; readonly version: number; readonly title: string; readonly area: string; readonly training: boolean; readonly builtAt: string } | null;
  readonly signature: PackSignature | null;
  readonly counts: { readonly sites: number; readonly merged: number; readonly postcodes: number; readonly addresses: number; readonly councils: number } | null;
  readonly sections: readonly { readonly name: string; readonly byteLength: number; readonly sha256: string; readonly holds: boolean }[];
  readonly layers: readonly LayerAccount[];
  readonly checks: readonly Check[];
}

const EXAMPLES = 5;

/** Faults of one kind as a sentence or two: how many, and the first of them by name. */
export class Findings {
  readonly #found = new Map<string, { count: number; examples: string[] }>();

  add(kind: string, example: string): void {
    const row = this.#found.get(kind) ?? { count: 0, examples: [] };
    row.count += 1;
    if (row.examples.length < EXAMPLES) row.examples.push(example);
    this.#found.set(kind, row);
  }

  lines(): string[] {
    return [...this.#found].map(([kind, { count, examples }]) => `${kind}: ${String(count)} (${examples.join('; ')}${count > examples.length ? '; …' : ''})`);
  }
}
