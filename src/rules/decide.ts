import { JUDGED } from './criteria';
import { leadOf } from './lead';
import { isRegistered } from './registered';
import { UNDER_18, UNDER_18_STOP } from './standard/under18';
import type { ConductDecision, ConductFacts, CriterionAnswer, Requirement } from './types';
import { unknownsOf } from './unknowns';

/** Strictest first. */
const BY_STRICTNESS: readonly Requirement[] = ['must', 'complyOrExplain', 'discretionary'];

/** The strictest that is met, unless something stricter is still unknown. */
function requirementOf(facts: ConductFacts): Requirement {
  if (isRegistered(facts) === null || facts.trigger === null) return 'unknown';
  for (const requirement of BY_STRICTNESS) {
    const answers = JUDGED.filter(({ asksFor }) => asksFor === requirement).map(({ answer }) => answer(facts).is);
    if (answers.includes('met')) return requirement;
    if (answers.includes('unknown')) return 'unknown';
  }
  return 'unknown';
}

function under18Answer(under18: ConductFacts['under18']): CriterionAnswer {
  const known = under18 === 'yes' || under18 === 'no';
  return {
    criterion: UNDER_18,
    facts: ['under18'],
    answer: known ? { is: under18 === 'yes' ? 'met' : 'notMet' } : { is: 'unknown', reason: 'unanswered' },
  };
}

/** Children in need first (CP-2021): every other question then does not arise. */
function stopped(under18: CriterionAnswer): ConductDecision {
  return {
    requirement: 'doesNotApply',
    criteria: [under18, ...JUDGED.map(({ criterion }): CriterionAnswer => ({ criterion, facts: ['under18'], answer: { is: 'doesNotApply' } }))],
    unknowns: [],
    lead: { agency: null, clauses: UNDER_18.clauses },
    stop: { ...UNDER_18_STOP, clauses: UNDER_18.clauses },
  };
}

/**
 * Is an ERA asked for, who leads, and what is not known yet?
 * Of a criterion: 'met' = its question is answered yes, 'notMet' = no, 'doesNotApply' = the question does not arise, 'unknown' = nobody can say yet.
 * An unanswered or contradictory fact makes 'unknown', never 'no'. Whether an ERA is done stays the agencies' decision.
 */
export function decide(facts: ConductFacts): ConductDecision {
  const under18 = under18Answer(facts.under18);
  if (facts.under18 === 'yes') return stopped(under18);
  return {
    requirement: requirementOf(facts),
    criteria: [under18, ...JUDGED.map(({ criterion, facts: used, answer }): CriterionAnswer => ({ criterion, facts: used, answer: answer(facts) }))],
    unknowns: unknownsOf(facts),
    lead: leadOf(facts),
    stop: null,
  };
}
