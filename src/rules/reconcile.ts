import { categoryOf, isCategoryId, type Trigger } from '@/terms';
import { localCriteria } from './protocol/localCriteria';
import { canonicalText, type StandardText } from './standardText';
import type { Protocol } from './protocolTypes';
import type { Asked, Clause, Criterion, InForce, Limit } from './types';

/** What is compared of an item; each kind has some of these. Lists are compared whatever their order. */
export interface StandardParts {
  readonly question?: string;
  readonly label?: string;
  readonly plural?: string;
  readonly ask?: string;
  readonly kind?: Criterion['kind'];
  readonly asksFor?: Asked | null;
  readonly onEvents?: readonly Trigger[] | null;
  /** As they apply: a shorter limit of the protocol stands instead of the national one. */
  readonly days?: number;
  readonly unit?: Limit['unit'];
  readonly metres?: number;
  readonly clauses?: readonly Clause[];
  readonly inForce?: InForce;
  /** The office's own; null: a national limit, not shortened. */
  readonly reason?: string | null;
}
export type StandardPart = keyof StandardParts;

const KINDS = ['criterion', 'limit', 'check', 'category', 'prompt'] as const;

interface Named {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
  readonly label: string;
}
export interface StandardItem extends Named {
  readonly parts: StandardParts;
}
/** Named as it is now. */
export interface ChangedItem extends Named {
  readonly what: readonly StandardPart[];
  readonly before: StandardParts;
  readonly after: StandardParts;
}

/** By kind (criterion, limit, check, category, prompt), then by id. */
export interface Reconciliation {
  /** New to answer. */
  readonly added: readonly StandardItem[];
  readonly changed: readonly ChangedItem[];
  /** No longer asked; what was answered stays in the record. */
  readonly fellAway: readonly StandardItem[];
}

function ofCriterion({ id, question, clauses, kind, asksFor, inForce }: Criterion): StandardItem {
  return { kind: 'criterion', id, label: question, parts: { question, kind, asksFor, clauses, inForce } };
}

/** The protocol's version and date are left out: by themselves they change nothing that is asked. */
function ofQuestions(protocol: Protocol): readonly StandardItem[] {
  const cited = new Map([...protocol.groups, ...protocol.triggers].map(({ id, clause }) => [id, clause]));
  return localCriteria(protocol).map(({ criterion: { id, question, kind, asksFor, clauses }, onEvents }) => ({
    kind: 'criterion', id, label: question,
    parts: { question, kind, asksFor, onEvents, clauses: clauses.map((each) => ({ ...each, clause: cited.get(id) ?? each.clause })) },
  }));
}

function ofLimit({ id, label, value, unit, clauses, inForce }: Limit, protocol: Protocol | null): StandardItem {
  const shorter = protocol?.limits.find(({ limit, days }) => limit === id && days < value);
  return { kind: 'limit', id, label, parts: { label, days: shorter?.days ?? value, unit, clauses, inForce, reason: shorter?.reason ?? null } };
}

function ofProtocol(protocol: Protocol): readonly StandardItem[] {
  return [
    ...ofQuestions(protocol),
    ...protocol.checks.map(({ id, ...parts }): StandardItem => ({ kind: 'check', id, label: parts.label, parts })),
    ...protocol.categories.map(({ id, ...parts }): StandardItem => ({ kind: 'category', id, label: parts.label, parts })),
    ...protocol.prompts.map(({ category, metres, reason }): StandardItem => ({
      kind: 'prompt', id: category, label: `${isCategoryId(category) ? categoryOf(category).label : category}: ${metres} m (the office's own)`, parts: { metres, reason },
    })),
  ];
}

function itemsOf({ sections, limits, protocol }: StandardText): ReadonlyMap<string, StandardItem> {
  const items = [
    ...sections.flatMap(({ criteria }) => criteria.map(ofCriterion)),
    ...limits.map((limit) => ofLimit(limit, protocol)),
    ...(protocol === null ? [] : ofProtocol(protocol)),
  ];
  const sorted = items.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  return new Map(sorted.map((item) => [`${item.kind} ${item.id}`, item]));
}

function comparable(part: StandardParts[StandardPart]): string {
  return part === undefined ? '' : Array.isArray(part) ? part.map(canonicalText).sort().join() : canonicalText(part);
}

function changedParts(before: StandardParts, after: StandardParts): readonly StandardPart[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)] as StandardPart[]);
  return [...parts].filter((part) => comparable(before[part]) !== comparable(after[part])).sort();
}

/** What a new text of the standard means for an assessment that was begun under an older one. */
export function reconcile(before: StandardText, after: StandardText): Reconciliation {
  const was = itemsOf(before);
  const is = itemsOf(after);
  return {
    added: [...is].filter(([key]) => !was.has(key)).map(([, item]) => item),
    fellAway: [...was].filter(([key]) => !is.has(key)).map(([, item]) => item),
    changed: [...is].flatMap(([key, { kind, id, label, parts }]) => {
      const old = was.get(key);
      if (!old) return [];
      const what = changedParts(old.parts, parts);
      return what.length > 0 ? [{ kind, id, label, what, before: old.parts, after: parts }] : [];
    }),
  };
}

export function isEmptyReconciliation({ added, changed, fellAway }: Reconciliation): boolean {
  return added.length + changed.length + fellAway.length === 0;
}
