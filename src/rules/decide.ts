import { JUDGED } from './criteria';
import { leadOf } from './lead';
import { localJudged } from './localQuestions';
import { UNDER_18, UNDER_18_STOP } from './standard/under18';
import type { Protocol } from './protocolTypes';
import type { Asked, ConductDecision, ConductFacts, CriterionAnswer, Requirement } from './types';
import { unknownsOf } from './unknowns';

/**
 * The strictest that is met. A duty that is met holds, whatever else is still unknown; an agencies' discretion is none, so it is said
 * only where nothing stricter is left unknown.
 */
function requirementOf(facts: ConductFacts, answers: readonly CriterionAnswer[]): Requirement {
  const has = (asked: Asked, is: 'met' | 'unknown') => answers.some(({ criterion, answer }) => criterion.asksFor === asked && answer.is === is);
  if (has('must', 'met')) return 'must';
  if (has('complyOrExplain', 'met')) return 'complyOrExplain';
  if (facts.trigger === null || has('must', 'unknown') || has('complyOrExplain', 'unknown')) return 'unknown';
  return has('discretionary', 'met') ? 'discretionary' : 'unknown';
}

function under18Answer(under18: ConductFacts['under18']): CriterionAnswer {
  const of = (answer: CriterionAnswer['answer']): CriterionAnswer => ({ criterion: UNDER_18, facts: ['under18'], answer });
  switch (under18) {
    case 'yes': return of({ is: 'met' });
    case 'no': return of({ is: 'notMet' });
    case 'unknown': return of({ is: 'unknown', reason: 'notKnown' });
    case null: return of({ is: 'unknown', reason: 'unanswered' });
  }
}

/** Children in need first (CP-2021): every other question then does not arise. */
function stopped(under18: CriterionAnswer, asked: readonly CriterionAnswer[]): ConductDecision {
  return {
    requirement: 'doesNotApply',
    criteria: [under18, ...asked.map(({ criterion }): CriterionAnswer => ({ criterion, facts: ['under18'], answer: { is: 'doesNotApply' } }))],
    unknowns: [],
    lead: { agency: null, clauses: UNDER_18.clauses },
    stop: { ...UNDER_18_STOP, clauses: UNDER_18.clauses },
  };
}

/**
 * Is an ERA asked for, who leads, and what is not known yet?
 * Of a criterion: 'met' = its question is answered yes, 'notMet' = no, 'doesNotApply' = the question does not arise, 'unknown' = nobody can say yet.
 * An unanswered or contradictory fact makes 'unknown', never 'no'. Whether an ERA is done stays the agencies' decision.
 * @param protocol the office's local protocol: it can only make the answer stricter
 */
export function decide(facts: ConductFacts, protocol: Protocol | null = null): ConductDecision {
  const judge = (judged: typeof JUDGED) => judged.map(({ criterion, facts: used, answer }): CriterionAnswer => ({ criterion, facts: used, answer: answer(facts) }));
  const under18 = under18Answer(facts.under18);
  const local = judge(localJudged(protocol));
  const asked = [...judge(JUDGED), ...local];
  if (facts.under18 === 'yes') return stopped(under18, asked);
  return { requirement: requirementOf(facts, asked), criteria: [under18, ...asked], unknowns: unknownsOf(facts, local), lead: leadOf(facts), stop: null };
}
