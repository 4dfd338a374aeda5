import { type ConductDecision, type ConductFacts, decide, NATIONAL, parseProtocol, type Protocol, type Requirement } from '@/rules';
import type { Answer } from '@/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCT_CASES, factsWith, OF_REGISTERED, type Told } from '../cases/conduct';
import { anyFacts, anyFactsWithLocal, anyQuestions, type BeforeAndAfter, factsAndCompletion, factsAndOneMore } from './facts';

type Decide = typeof decide;

const toldOf = (answer: Answer): Told => (answer.is === 'unknown' ? answer.reason : answer.is);
const answersOf = ({ criteria }: ConductDecision) => Object.fromEntries(criteria.map(({ criterion, answer }) => [criterion.id, toldOf(answer)]));

/** Document and clause of all that carried the requirement, or of the stop. */
function clausesOf({ criteria, requirement, stop }: ConductDecision): readonly string[] {
  const carried = criteria.filter(({ criterion, answer }) => criterion.asksFor === requirement && answer.is === 'met').flatMap(({ criterion }) => criterion.clauses);
  return [...new Set((stop ? stop.clauses : carried).map(({ document, clause }) => `${document} ${clause}`))];
}

/** Every answer that a criterion's own table can give; 'does not apply' where the adult route stops besides. */
const OF_REGISTERED_CAN: readonly Told[] = ['met', 'notMet', 'doesNotApply', 'unanswered', 'notKnown', 'contradictory'];
const CAN: Readonly<Record<string, readonly Told[]>> = {
  under18: ['met', 'notMet', 'unanswered', 'notKnown'],
  ...Object.fromEntries(OF_REGISTERED.map((id) => [id, OF_REGISTERED_CAN])),
  section3Groups: ['doesNotApply', 'unanswered', 'notKnown', 'contradictory', 'standardOpen'],
  contactOffence: ['met', 'doesNotApply', 'unanswered', 'notKnown', 'standardOpen'],
  otherCategories: ['met', 'doesNotApply', 'unanswered', 'notKnown', 'contradictory'],
  physicalCheck: ['met', 'notMet', 'doesNotApply', 'unanswered'],
};

describe('decide', () => {
  it.each(CONDUCT_CASES.map((one) => [one.name, one] as const))('%s', (_name, { facts, protocol, requirement, lead, asks, reasons, met, answers, clauses, stops }) => {
    const decision = decide(factsWith(facts), protocol ?? null);
    expect(decision.requirement).toBe(requirement);
    expect(decision.stop !== null).toBe(stops ?? false);
    if (lead !== undefined) expect(decision.lead.agency).toBe(lead);
    if (asks) expect(decision.unknowns.map(({ fact }) => fact)).toEqual(asks);
    if (reasons) expect(decision.unknowns.map(({ reason }) => reason)).toEqual(reasons);
    if (met) expect(decision.criteria.filter(({ criterion, answer }) => criterion.asksFor !== null && answer.is === 'met').map(({ criterion }) => criterion.id)).toEqual(met);
    if (answers) expect(answersOf(decision)).toMatchObject(answers);
    if (clauses) expect(clausesOf(decision)).toEqual(clauses);
  });

  it('has at least 95 cases, each with its own name', () => {
    expect(CONDUCT_CASES.length).toBeGreaterThanOrEqual(95);
    expect(new Set(CONDUCT_CASES.map(({ name }) => name)).size).toBe(CONDUCT_CASES.length);
  });

  it('answers every criterion in some case with every answer that it can give', () => {
    const told = (id: string) => new Set(CONDUCT_CASES.flatMap(({ answers }) => answers?.[id] ?? []));
    const shown = Object.fromEntries(Object.keys(CAN).map((id) => [id, [...told(id)].sort()]));
    expect(shown).toEqual(Object.fromEntries(Object.entries(CAN).map(([id, can]) => [id, [...can].sort()])));
  });

  it('answers the criteria in the order of the documents, those of the local protocol last, and gives none another answer than its own', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const answers = answersOf(decide(facts, protocol));
      const local = [...protocol.groups, ...protocol.triggers].map(({ id }) => id);
      expect(Object.keys(answers)).toEqual([
        'under18', 'initialRegistration', 'subsequentAddress', 'eraOutstanding', 'annualReview', 'reviewDue', 'section3Groups', 'contactOffence',
        'personChanged', 'householdChanged', 'environmentChanged', 'otherEvent', 'otherCategories', 'physicalCheck', ...local,
      ]);
      for (const [id, can] of Object.entries(CAN)) expect(can, id).toContain(answers[id]);
    }), { numRuns: 2000 });
  });

  it('never says that there is no contact offence, and neither yes nor no about the groups of section 3.0', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const answers = answersOf(decide(facts));
      expect(answers['contactOffence']).not.toBe('notMet');
      expect(['met', 'notMet']).not.toContain(answers['section3Groups']);
    }), { numRuns: 2000 });
    expect(CONDUCT_CASES.filter(({ answers }) => answers?.['contactOffence'] === 'notMet')).toEqual([]);
  });

  it('goes by neither level nor preventive orders', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (facts, { level, orders: { shpo, sro, olderOrder, cpoWithoutSupervision } }) => {
      expect(decide({ ...facts, level, orders: { ...facts.orders, shpo, sro, olderOrder, cpoWithoutSupervision } })).toEqual(decide(facts));
    }));
  });

  it('names the facts that each answer rests on', () => {
    const facts = Object.fromEntries(decide(factsWith({})).criteria.map((one) => [one.criterion.id, one.facts]));
    expect(facts).toEqual({
      under18: ['under18'],
      initialRegistration: ['registered', 'trigger'],
      subsequentAddress: ['registered', 'trigger', 'addressKind'],
      eraOutstanding: ['registered', 'trigger', 'addressKind', 'lastEra'],
      annualReview: ['registered', 'trigger'],
      reviewDue: ['registered', 'trigger', 'addressKind', 'lastEra', 'lastReview'],
      section3Groups: ['registered', 'trigger'],
      contactOffence: ['behaviours.thirdPartyContact', 'behaviours.inciting', 'behaviours.other'],
      personChanged: ['registered', 'trigger', 'changes.person'],
      householdChanged: ['registered', 'trigger', 'changes.household'],
      environmentChanged: ['registered', 'trigger', 'changes.environment'],
      otherEvent: ['registered', 'trigger'],
      otherCategories: ['registered', 'category'],
      physicalCheck: ['addressKind'],
    });
  });

  it('names the local answer, and the event of a group that is given for some', () => {
    const protocol = CONDUCT_CASES.find(({ name }) => name === 'asks a local group on the events that it is given for')?.protocol ?? null;
    expect(decide(factsWith({}), protocol).criteria.at(-1)?.facts).toEqual(['local.asked-here', 'trigger']);
    const onEvery = protocol && { ...protocol, groups: protocol.groups.map((group) => ({ ...group, onEvents: [] })) };
    expect(decide(factsWith({}), onEvery).criteria.at(-1)?.facts).toEqual(['local.asked-here']);
  });

  it('says why it stops for a person under 18, and whom to turn to', () => {
    const { stop, lead, criteria } = decide(factsWith({ under18: 'yes' }));
    expect(stop).toMatchObject({
      why: 'The person is under 18: children in need first. The adult route stops here.',
      turnTo: "Turn to children and families social work, and to the area's child protection procedure and MAPPA procedure for young people.",
    });
    expect(lead).toEqual({ agency: null, clauses: stop?.clauses });
    expect(stop?.clauses).toBe(criteria[0]?.criterion.clauses);
    expect(criteria.every(({ facts }) => facts.length === 1 && facts[0] === 'under18')).toBe(true);
  });

  it('does not go by facts of a local protocol that the office does not have', () => {
    fc.assert(fc.property(anyFactsWithLocal, (facts) => { expect(decide(facts)).toEqual(decide({ ...facts, local: {} })); }));
  });
});

const STRICTNESS: Readonly<Record<string, number>> = { must: 3, complyOrExplain: 2, discretionary: 1 };
const asStrict = (later: Requirement, now: Requirement) => (STRICTNESS[later] ?? 0) >= (STRICTNESS[now] ?? 0);
const contradicts = ({ criteria }: ConductDecision) => criteria.some(({ answer }) => answer.is === 'unknown' && answer.reason === 'contradictory');

/** What may come of open facts that are answered: nothing definite goes, unless the answers contradict each other or the person is under 18. */
const STAYS: Readonly<Record<'requirement' | 'answers' | 'lead', (now: ConductDecision, later: ConductDecision) => boolean>> = {
  requirement: (now, later) => now.requirement === 'unknown' || later.stop !== null || asStrict(later.requirement, now.requirement) || (contradicts(later) && later.requirement !== 'discretionary'),
  answers: (now, later) => later.stop !== null || now.criteria.every(({ answer }, index) => {
    const then = later.criteria[index]?.answer;
    return answer.is === 'unknown' || then?.is === answer.is || (then?.is === 'unknown' && contradicts(later));
  }),
  lead: (now, later) => now.lead.agency === null || later.stop !== null || later.lead.agency === now.lead.agency
    || (later.lead.agency === null && later.unknowns.some(({ fact, reason }) => fact === 'supervision' && reason === 'contradictory')),
};
const KINDS = ['requirement', 'answers', 'lead'] as const;

const holds = (what: keyof typeof STAYS, decideThis: Decide, protocol: Protocol) => ({ before, after }: BeforeAndAfter) => STAYS[what](decideThis(before, protocol), decideThis(after, protocol));
const checked = (what: keyof typeof STAYS, decideThis: Decide, from: fc.Arbitrary<BeforeAndAfter>) =>
  fc.check(fc.property(from, anyQuestions, (pair, protocol) => holds(what, decideThis, protocol)(pair)), { numRuns: 2000 });

const CARELESS: Readonly<Record<'requirement' | 'answers' | 'lead', Decide>> = {
  requirement: (facts, protocol) => decide(facts.lastEra === null ? { ...facts, lastEra: 'never', lastReview: 'never' } : facts, protocol),
  answers: (facts, protocol) => decide({ ...facts, registered: facts.registered ?? 'no' }, protocol),
  lead: (facts, protocol) => decide({ ...facts, supervision: facts.supervision ?? 'no' }, protocol),
};

describe('unknown never turns into no', () => {
  it.each(KINDS)('keeps the definite %s, whatever the open facts turn out to be', (what) => {
    const found = checked(what, decide, factsAndCompletion);
    expect(found.counterexample).toBeNull();
  });

  it.each(KINDS)('keeps the definite %s when a single fact is answered', (what) => {
    const found = checked(what, decide, factsAndOneMore);
    expect(found.counterexample).toBeNull();
  });

  it.each(KINDS)('control: sees the %s go where a rule takes what is not answered for an answer', (what) => {
    expect(checked(what, CARELESS[what], factsAndCompletion).failed).toBe(true);
    expect(checked(what, CARELESS[what], factsAndOneMore).failed).toBe(true);
  });

  const weakened = (decideThis: Decide) => fc.check(fc.property(factsAndOneMore, anyQuestions, ({ before, after }, protocol) =>
    decideThis(before, protocol).requirement !== 'must' || decideThis(after, protocol).requirement !== 'discretionary'), { numRuns: 5000 });

  it('never turns must into a discretion by a new fact', () => {
    expect(weakened(decide).counterexample).toBeNull();
  });

  it('control: sees a must go that rested on an ERA which nobody has answered about', () => {
    expect(weakened(CARELESS.requirement).failed).toBe(true);
  });

  it('says does not apply only where the person is known to be under 18', () => {
    fc.assert(fc.property(anyFacts, (facts) => (decide(facts).requirement === 'doesNotApply') === (facts.under18 === 'yes')));
  });

  it('names at least one unknown wherever the requirement is unknown, each once', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const { requirement, unknowns } = decide(facts, protocol);
      expect(requirement !== 'unknown' || unknowns.length > 0).toBe(true);
      expect(new Set(unknowns.map(({ fact }) => fact)).size).toBe(unknowns.length);
      for (const { ask } of unknowns) expect(ask).toMatch(/[.?]$/);
    }), { numRuns: 2000 });
  });

  it('cites clauses for every lead that it names', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { lead } = decide(facts);
      expect(lead.agency === null || lead.clauses.length > 0).toBe(true);
    }));
  });
});

describe('a local protocol only adds', () => {
  /** At least as strict; unknown only where the standard itself says no duty. */
  const neverWeaker = (withProtocol: Decide) => fc.check(fc.property(anyFactsWithLocal, anyQuestions, (facts: ConductFacts, protocol) => {
    const national = decide(facts);
    const both = withProtocol(facts, protocol);
    if (national.requirement === 'doesNotApply') return both.requirement === 'doesNotApply' && both.stop !== null;
    if (both.requirement === 'unknown') return national.requirement === 'unknown' || national.requirement === 'discretionary';
    return asStrict(both.requirement, national.requirement);
  }), { numRuns: 2000 });

  it('is tried with protocols that Steading takes', () => {
    fc.assert(fc.property(anyQuestions, (protocol) => { expect(parseProtocol(protocol, NATIONAL)).toMatchObject({ is: 'protocol' }); }));
  });

  it('never weakens what the standard asks for', () => {
    expect(neverWeaker(decide).counterexample).toBeNull();
  });

  it('control: the property sees a protocol whose answer stands instead of the national one', () => {
    const replacing: Decide = (facts, protocol = null) => {
      const both = decide(facts, protocol);
      const local = both.criteria.slice(decide(facts).criteria.length).find(({ answer }) => answer.is === 'met')?.criterion.asksFor;
      return local && !both.stop ? { ...both, requirement: local } : both;
    };
    expect(neverWeaker(replacing).failed).toBe(true);
  });

  it('leaves the national answers, the lead and the national questions as they are', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const national = decide(facts);
      const both = decide(facts, protocol);
      expect(both.criteria.slice(0, national.criteria.length)).toEqual(national.criteria);
      expect(both.unknowns.slice(0, national.unknowns.length)).toEqual(national.unknowns);
      expect(both.lead).toEqual(national.lead);
    }), { numRuns: 1000 });
  });

  it('makes it stricter by as much as it asks for', () => {
    const reached = new Set<string>();
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => { reached.add(`${decide(facts).requirement} → ${decide(facts, protocol).requirement}`); }), { numRuns: 5000 });
    for (const step of ['discretionary → must', 'discretionary → complyOrExplain', 'complyOrExplain → must']) expect([...reached]).toContain(step);
  });
});
