import { BEHAVIOURS, CHANGES, ORDERS } from '@/terms';
import type { ConductFacts, FactPath } from './types';

const keysOf = <T extends object>(terms: T) => Object.keys(terms) as (keyof T & string)[];
const nobodyAnswered = <T extends object>(terms: T) => Object.fromEntries(keysOf(terms).map((id) => [id, null])) as Record<keyof T & string, null>;

/** Facts to which nobody has given an answer. `asOf`: ISO date. */
export function noFacts(asOf: string): ConductFacts {
  return {
    asOf, under18: null, registered: null, category: null, level: null, supervision: null, orders: nobodyAnswered(ORDERS), behaviours: nobodyAnswered(BEHAVIOURS),
    trigger: null, changes: nobodyAnswered(CHANGES), addressKind: null, lastEra: null, lastReview: null, local: {},
  };
}

/** Every national fact, in the order in which it is asked and explained. */
export const FACT_PATHS: readonly FactPath[] = [
  'under18', 'registered', 'category', 'level', 'supervision',
  ...keysOf(ORDERS).map((id) => `orders.${id}` as const),
  ...keysOf(BEHAVIOURS).map((id) => `behaviours.${id}` as const),
  'trigger',
  ...keysOf(CHANGES).map((id) => `changes.${id}` as const),
  'addressKind', 'lastEra', 'lastReview',
];

type Group = 'orders' | 'behaviours' | 'changes' | 'local';

/** 'orders.shpo' → ['orders', 'shpo']; a plain fact → null. */
function inGroup(path: FactPath): [Group, string] | null {
  const dot = path.indexOf('.');
  return dot === -1 ? null : [path.slice(0, dot) as Group, path.slice(dot + 1)];
}

/** The answer at a path; null: nobody has answered. */
export function factAt(facts: ConductFacts, path: FactPath): string | null {
  const grouped = inGroup(path);
  if (grouped === null) return facts[path as Exclude<FactPath, `${string}.${string}`>];
  const [group, id] = grouped;
  const answers: Readonly<Record<string, string | null>> = facts[group];
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}

/** The same facts with another answer at a path. */
export function withFact(facts: ConductFacts, path: FactPath, value: string | null): ConductFacts {
  const grouped = inGroup(path);
  if (grouped === null) return { ...facts, [path]: value };
  const [group, id] = grouped;
  return { ...facts, [group]: { ...facts[group], [id]: value } };
}
