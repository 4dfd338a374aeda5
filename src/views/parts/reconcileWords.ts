import type { Reconciliation } from '@/stores';

type Part = Reconciliation['changed'][number]['what'][number];

const PARTS: Readonly<Record<Part, string>> = {
  question: 'its question', label: 'its name', plural: 'its name for several', ask: 'whom to ask', kind: 'its kind', asksFor: 'what it asks for', onEvents: 'the events on which it is asked',
  days: 'the number of days', unit: 'how its days are counted', metres: 'the distance', clauses: 'its clauses', inForce: 'its dates of force', reason: 'its reason',
};

/** What changed of one item, for a list: 'its question, its clauses'. */
export const partsInWords = (what: readonly Part[]): string => what.map((part) => PARTS[part]).join(', ');
