import type { ConductFacts } from './types';

/** Events that only a registered person can have. */
const OF_REGISTERED_ONLY: readonly (ConductFacts['trigger'])[] = ['initialRegistration', 'annualReview'];

/** Why 'not registered' cannot be true beside the other facts; null: no contradiction. */
export function registrationContradiction(facts: ConductFacts): 'category' | 'trigger' | null {
  if (facts.registered !== 'no') return null;
  if (facts.category === 'category1') return 'category';
  return OF_REGISTERED_ONLY.includes(facts.trigger) ? 'trigger' : null;
}

/** null: not known, or the facts contradict each other. Category 1 alone does not answer it: somebody confirms registration. */
export function isRegistered(facts: ConductFacts): boolean | null {
  if (facts.registered === 'yes') return true;
  if (facts.registered !== 'no') return null;
  return registrationContradiction(facts) === null ? false : null;
}
