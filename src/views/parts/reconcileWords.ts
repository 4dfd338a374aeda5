import { CLAUSE_STATUSES, type Clause, type Reconciliation } from '@/stores';
import { dayInWords, TRIGGERS } from '@/terms';
import { ASKS_FOR, KINDS, LIMIT_UNITS } from './protocolWords';

type Changed = Reconciliation['changed'][number];
type Part = Changed['what'][number];
type Parts = Changed['before'];

const PARTS: Readonly<Record<Part, string>> = {
  question: 'its question', label: 'its name', plural: 'its name for several', ask: 'whom to ask', kind: 'its kind', asksFor: 'what it asks for', onEvents: 'the events on which it is asked',
  days: 'the number of days', unit: 'how its days are counted', metres: 'the distance', clauses: 'its clauses', inForce: 'its dates of force', reason: 'its reason',
};

/** What changed of one item, for a list: 'its question, its clauses'. */
export const partsInWords = (what: readonly Part[]): string => what.map((part) => PARTS[part]).join(', ');

const VALUES: { readonly [P in Part]?: (value: NonNullable<Parts[P]>) => string } = {
  kind: (kind) => KINDS[kind], asksFor: (asked) => ASKS_FOR[asked], unit: (unit) => LIMIT_UNITS[unit], metres: (metres) => `${String(metres)} m`, days: (days) => `${String(days)} days`,
  onEvents: (events) => events.map((event) => TRIGGERS[event]).join('; '),
  inForce: ({ from, to }) => `from ${dayInWords(from)}${to === null ? '' : ` to ${dayInWords(to)}`}`,
};
const clauseWords = ({ document, clause, says, status }: Clause) => `${document}, ${clause}: ${says} [${CLAUSE_STATUSES[status]}]`;

/** Of clauses, those alone that the other text does not have. */
function partWords(part: Part, parts: Parts, other: Parts): string {
  if (part === 'clauses') {
    const others = new Set((other.clauses ?? []).map(clauseWords));
    return (parts.clauses ?? []).map(clauseWords).filter((words) => !others.has(words)).join(' ') || 'Nothing besides';
  }
  const value = parts[part];
  if (value === undefined || value === null) return 'Nothing said';
  return (VALUES[part] as ((value: unknown) => string) | undefined)?.(value) ?? String(value);
}

/** One row for each part of an item that the two texts say differently; an item that one of them alone has is one row. */
export function standardRows({ added, changed, fellAway }: Reconciliation): readonly { readonly key: string; readonly what: string; readonly then: string; readonly now: string }[] {
  return [
    ...added.map(({ kind, id, label }) => ({ key: `${kind} ${id}`, what: label, then: 'Not asked', now: 'New to answer' })),
    ...changed.flatMap(({ kind, id, label, what, before, after }) => what.map((part) => ({ key: `${kind} ${id} ${part}`, what: `${label} (${PARTS[part]})`, then: partWords(part, before, after), now: partWords(part, after, before) }))),
    ...fellAway.map(({ kind, id, label }) => ({ key: `${kind} ${id}`, what: label, then: 'Asked', now: 'No longer asked' })),
  ];
}
