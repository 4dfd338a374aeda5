import { decide, type ConductFacts } from '@/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCT_CASES, ORDINARY } from '../cases/conduct';
import { anyFacts, factsAndCompletion } from './facts';

const ABOUT_CONDUCT = ['initialRegistration', 'subsequentAddress', 'annualReview', 'personChanged', 'environmentChanged', 'otherEvent', 'otherCategories'];

describe('decide', () => {
  it.each(CONDUCT_CASES.map((one) => [one.name, one] as const))('%s', (_name, { facts, requirement, lead, asks, met, stops }) => {
    const decision = decide({ ...ORDINARY, ...facts });
    expect(decision.requirement).toBe(requirement);
    expect(decision.stop !== null).toBe(stops ?? false);
    if (lead !== undefined) expect(decision.lead.agency).toBe(lead);
    if (asks) expect(decision.unknowns.map(({ fact }) => fact)).toEqual(asks);
    if (met) expect(decision.criteria.filter(({ criterion, answer }) => ABOUT_CONDUCT.includes(criterion.id) && answer.is === 'met').map(({ criterion }) => criterion.id)).toEqual(met);
  });

  it('has at least 40 cases, each with its own name', () => {
    expect(CONDUCT_CASES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CONDUCT_CASES.map(({ name }) => name)).size).toBe(CONDUCT_CASES.length);
  });

  it('cites clauses for every lead that it names and for every stop', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { lead, stop } = decide(facts);
      if (lead.agency !== null) expect(lead.clauses.length).toBeGreaterThan(0);
      if (stop) expect(stop.turnTo).toMatch(/children and families social work/);
    }));
  });

  it('asks for the physical check as soon as there is a property, and not before', () => {
    const answer = (addressKind: ConductFacts['addressKind']) =>
      decide({ ...ORDINARY, addressKind }).criteria.find(({ criterion }) => criterion.id === 'physicalCheck')?.answer;
    expect(answer('proposed')).toEqual({ is: 'met' });
    expect(answer(null)).toEqual({ is: 'unknown', reason: 'unanswered' });
  });
});

/** Open facts never decide: whatever is definite now stays so, however they are answered later (a stop or a contradiction aside). */
function staysDefinite(decideThis: typeof decide, { before, after }: { before: ConductFacts; after: ConductFacts }): boolean {
  const now = decideThis(before);
  const later = decideThis(after);
  if (later.stop && !now.stop) return true;
  const requirementStays = now.requirement === 'unknown' || later.requirement === 'unknown' || now.requirement === later.requirement;
  const leadStays = now.lead.agency === null || later.lead.agency === null || now.lead.agency === later.lead.agency;
  const criteriaStay = now.criteria.every(({ answer }, index) => {
    const then = later.criteria[index]?.answer.is;
    return answer.is === 'unknown' || then === 'unknown' || then === answer.is;
  });
  return requirementStays && leadStays && criteriaStay;
}

describe('unknown never turns into no', () => {
  it('keeps every definite answer, whatever the open facts turn out to be', () => {
    fc.assert(fc.property(factsAndCompletion, (pair) => staysDefinite(decide, pair)), { numRuns: 3000 });
  });

  it('control: the property catches a rule that takes an unanswered registration for no', () => {
    const careless: typeof decide = (facts) => decide({ ...facts, registered: facts.registered ?? 'no' });
    const found = fc.check(fc.property(factsAndCompletion, (pair) => staysDefinite(careless, pair)), { numRuns: 3000 });
    expect(found.failed).toBe(true);
  });

  it('says does not apply only where the person is known to be under 18', () => {
    fc.assert(fc.property(anyFacts, (facts) => (decide(facts).requirement === 'doesNotApply') === (facts.under18 === 'yes')));
  });

  it('names at least one unknown wherever the requirement is unknown', () => {
    fc.assert(fc.property(anyFacts, (facts) => decide(facts).requirement !== 'unknown' || decide(facts).unknowns.length > 0), { numRuns: 2000 });
  });
});
