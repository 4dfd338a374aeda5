import type { Trigger } from '@/terms';
import type { LocalQuestion, Protocol } from '../protocolTypes';
import type { Criterion } from '../types';

export interface LocalCriterion {
  readonly criterion: Criterion;
  /** null: asked on every event. */
  readonly onEvents: readonly Trigger[] | null;
}

/** The protocol's groups, then its triggers, each as a criterion that the office's own document asks for. */
export function localCriteria({ name, version, inForceFrom, groups, triggers }: Protocol): readonly LocalCriterion[] {
  const criterion = ({ id, question, asksFor, clause, reason }: LocalQuestion): Criterion => ({
    id,
    question,
    kind: asksFor === 'discretionary' ? 'discretionary' : 'must',
    asksFor,
    clauses: [{ document: name, clause: `${clause} (version ${version})`, status: 'local', says: reason }],
    inForce: { from: inForceFrom, to: null },
  });
  return [
    ...groups.map((group) => ({ criterion: criterion(group), onEvents: group.onEvents.length === 0 ? null : group.onEvents })),
    ...triggers.map((trigger) => ({ criterion: criterion(trigger), onEvents: null })),
  ];
}
