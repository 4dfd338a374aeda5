import type { Criterion, Protocol } from '@/stores';

export interface LocalCheck {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
}

/** As the office words it; 'must' and 'discretionary' are the office's own too. */
const KINDS: Readonly<Record<Criterion['kind'], string>> = { must: 'The office asks for it always.', recommended: 'The office recommends it.', discretionary: 'Where the agencies think it is of use.' };

/** An office's words may end without a full stop. */
const sentence = (words: string): string => (/[.?!]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/** The local protocol's checks, then its kinds of place: asked about, never searched by a map. */
export function localChecks(protocol: Pick<Protocol, 'checks' | 'categories'> | null): readonly LocalCheck[] {
  if (protocol === null) return [];
  return [
    ...protocol.checks.map(({ id, label, ask, kind, reason }) => ({ id, legend: label, hint: `${sentence(ask)} ${KINDS[kind]} Its reason: ${reason}` })),
    ...protocol.categories.map(({ id, plural, ask, reason }) => ({ id, legend: plural, hint: `${sentence(ask)} Its reason: ${reason}` })),
  ];
}
