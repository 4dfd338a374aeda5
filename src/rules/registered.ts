import type { Answer } from '@/terms';
import type { ConductFacts } from './types';

/** Events that only a registered person can have. */
const OF_REGISTERED_ONLY: readonly (ConductFacts['trigger'])[] = ['initialRegistration', 'annualReview'];

/** Why 'not registered' cannot be true beside the other facts; null: no contradiction. */
export function registrationContradiction(facts: ConductFacts): 'category' | 'trigger' | null {
  if (facts.registered !== 'no') return null;
  if (facts.category === 'category1') return 'category';
  return OF_REGISTERED_ONLY.includes(facts.trigger) ? 'trigger' : null;
}

/** Category 1 alone does not answer it: somebody confirms registration. */
export function registrationAnswer(facts: ConductFacts): Answer {
  switch (facts.registered) {
    case 'yes': return { is: 'met' };
    case 'no': return registrationContradiction(facts) === null ? { is: 'notMet' } : { is: 'unknown', reason: 'contradictory' };
    case 'unknown': return { is: 'unknown', reason: 'notKnown' };
    case null: return { is: 'unknown', reason: 'unanswered' };
  }
}

/** null: not known, or the facts contradict each other. */
export function isRegistered(facts: ConductFacts): boolean | null {
  const { is } = registrationAnswer(facts);
  return is === 'unknown' ? null : is === 'met';
}
