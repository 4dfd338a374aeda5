import {
  deadlinesOf, decide, departuresOf, needsAuthority, reasonsFor, wouldChange,
  type Clause, type ConductDecision, type CriterionAnswer, type Deadline, type Departure, type Requirement,
} from '@/rules';
import type { GivenConduct, GivenFacts } from './factsGiven';

type CitedClause = Pick<Clause, 'document' | 'clause' | 'status'>;
const cited = ({ document, clause, status }: Clause): CitedClause => ({ document, clause, status });

/** One row a clause: of what asks for something or cannot be answered, then of the lead. Of a person under 18, the stop's alone. */
function clausesOf({ criteria, lead, stop }: ConductDecision) {
  const rows = (id: string, clauses: readonly Clause[]) => clauses.map((clause) => ({ id, ...cited(clause) }));
  if (stop) return rows('under18', stop.clauses);
  return [...criteria.filter(({ answer: { is } }) => is === 'met' || is === 'unknown').flatMap(({ criterion }) => rows(criterion.id, criterion.clauses)), ...rows('lead', lead.clauses)];
}

const answerRow = ({ criterion: { id }, answer }: CriterionAnswer) => ({ id, answer: answer.is, ...(answer.is === 'unknown' && { reason: answer.reason }) });

const deadlineRow = ({ id, for: words, dueOn, firstDueOn, countedFrom, kind, unknown, ruledOn }: Deadline) => ({ id, for: words, dueOn, firstDueOn, countedFrom, kind, unknown, ruledOn });

/** Authority is given by a second officer, on a day that has come. */
function authorityOf({ choice, authorisedBy, authorisedOn }: GivenConduct, requirement: Requirement, asOf: string) {
  const by = authorisedBy.trim() === '' ? null : authorisedBy;
  return { needed: needsAuthority(requirement, choice), by, on: authorisedOn, given: by !== null && authorisedOn !== null && authorisedOn <= asOf };
}

/** What `steading decide` prints: the conduct decision with its clauses, its clocks, and what is departed from. */
export function factsAnswer({ facts, clock, settings, protocol, conduct }: GivenFacts) {
  const decision = decide(facts, protocol);
  const { requirement, lead, unknowns, criteria, stop } = decision;
  const authority = authorityOf(conduct, requirement, facts.asOf);
  const departureRow = ({ criterionId, question, asked, choice, clauses }: Departure) =>
    ({ criterionId, question, asked, choice, ground: conduct.ground, clauses: clauses.map(cited), authority, reopenOn: conduct.reopenOn });
  return {
    requirement,
    lead: lead.agency ?? 'unknown',
    clauses: clausesOf(decision),
    unknowns: unknowns.map(({ fact, reason }) => ({ fact, reason })),
    deadlines: deadlinesOf(facts, clock, settings, protocol).map(deadlineRow),
    departures: departuresOf(decision, conduct.choice, conduct.partsLeftOut).map(departureRow),
    answers: criteria.map(answerRow),
    stop: stop && { why: stop.why, turnTo: stop.turnTo },
    why: reasonsFor(facts, decision, protocol),
    wouldChange: wouldChange(facts, decision, protocol),
  };
}
