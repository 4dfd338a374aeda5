import { decide, departuresOf, needsAuthority, type Requirement } from '@/rules';
import { CONDUCT_CHOICES, type ConductChoice, ERA_PARTS, type EraPart } from '@/terms';
import { describe, expect, it } from 'vitest';
import { askingLocally, factsWith, type SomeFacts } from '../cases/conduct';

const HOME = { addressKind: 'livedIn', lastEra: '2025-11-03' } as const satisfies SomeFacts;
const MUST: SomeFacts = { trigger: 'newAddress' };
const MUST_WITHOUT_ADDRESS: SomeFacts = { addressKind: 'none' };
const YEARLY: SomeFacts = { ...HOME, trigger: 'annualReview' };
const DISCRETIONARY: SomeFacts = { ...HOME, trigger: 'other' };
const BOTH: SomeFacts = { ...HOME, trigger: 'annualReview', lastEra: 'never' };
const UNKNOWN: SomeFacts = { ...HOME, trigger: 'other', lastEra: null };

const choices = Object.keys(CONDUCT_CHOICES) as ConductChoice[];
const parts = Object.keys(ERA_PARTS) as EraPart[];
const withoutCheck = parts.filter((part) => part !== 'physicalCheck');
const departed = (facts: SomeFacts, choice: ConductChoice | null, leftOut?: readonly EraPart[]) => departuresOf(decide(factsWith(facts)), choice, leftOut).map(({ criterionId, asked }) => `${criterionId}: ${asked}`);

describe('what of the standard is departed from', () => {
  it.each<readonly [string, SomeFacts, ConductChoice | null, readonly EraPart[], readonly string[]]>([
    ['nothing, while nothing is chosen', MUST, null, parts, []],
    ['nothing, where an ERA is conducted', MUST, 'conducted', parts, []],
    ['the duty, and the check that goes with it, where an ERA is not conducted', MUST, 'notConducted', [], ['subsequentAddress: must', 'physicalCheck: must']],
    ['the duty alone, where there is no property to check yet', MUST_WITHOUT_ADDRESS, 'notConducted', [], ['initialRegistration: must']],
    ['the duty alone, where the kind of address is not answered', { ...MUST, addressKind: null }, 'notConducted', [], ['subsequentAddress: must']],
    ['the duty and the check, where the part is left out', MUST, 'notInFull', ['physicalCheck'], ['subsequentAddress: must', 'physicalCheck: must']],
    ['the duty alone, where other parts are left out', MUST, 'notInFull', withoutCheck, ['subsequentAddress: must']],
    ['the duty alone, where it is not said which part is left out', MUST, 'notInFull', [], ['subsequentAddress: must']],
    ['the yearly review, and no check', YEARLY, 'reviewNotDone', [], ['annualReview: complyOrExplain']],
    ['the yearly review, and no check, whatever parts are noted', YEARLY, 'notConducted', parts, ['annualReview: complyOrExplain']],
    ['the yearly review and the check, where the part is left out', YEARLY, 'notInFull', ['other', 'physicalCheck'], ['annualReview: complyOrExplain', 'physicalCheck: must']],
    ['the outstanding ERA, the yearly review and the check', BOTH, 'reviewNotDone', [], ['eraOutstanding: must', 'annualReview: complyOrExplain', 'physicalCheck: must']],
    ['nothing, where it is the agencies’ discretion', DISCRETIONARY, 'notConducted', [], []],
    ['the check alone, where a discretionary ERA leaves it out', DISCRETIONARY, 'notInFull', ['physicalCheck'], ['physicalCheck: must']],
    ['nothing that is still unknown', UNKNOWN, 'notConducted', [], []],
    ['nothing, where the adult route stops', { ...MUST, under18: 'yes' }, 'notConducted', parts, []],
  ])('%s', (_name, facts, choice, leftOut, expected) => {
    expect(departed(facts, choice, leftOut)).toEqual(expected);
  });

  it('takes no part as left out where none is given', () => {
    expect(departed(MUST, 'notInFull')).toEqual(['subsequentAddress: must']);
  });

  it('names the question, the clauses and the choice', () => {
    const decision = decide(factsWith(YEARLY));
    const review = decision.criteria.find(({ criterion }) => criterion.id === 'annualReview')?.criterion;
    expect(departuresOf(decision, 'reviewNotDone')).toEqual([
      { criterionId: 'annualReview', question: 'Is this the yearly review of a registered person?', asked: 'complyOrExplain', clauses: review?.clauses, choice: 'reviewNotDone' },
    ]);
  });

  it('is told of the local protocol as of the standard', () => {
    const question = (id: string, asksFor: 'must' | 'complyOrExplain' | 'discretionary') => ({ id, question: 'Is it one of ours?', asksFor, clause: '2.1', reason: 'Agreed here.' });
    const protocol = askingLocally([], [question('ours', 'complyOrExplain'), question('ours-too', 'must'), question('maybe', 'discretionary'), question('not-ours', 'must')]);
    const decision = decide(factsWith({ ...DISCRETIONARY, local: { ours: 'yes', 'ours-too': 'yes', maybe: 'yes', 'not-ours': 'no' } }), protocol);
    expect(departuresOf(decision, 'notConducted').map(({ criterionId, asked }) => [criterionId, asked])).toEqual([['physicalCheck', 'must'], ['ours', 'complyOrExplain'], ['ours-too', 'must']]);
  });
});

describe('a second officer', () => {
  const AUTHORISED: Readonly<Record<Requirement, boolean>> = { must: true, complyOrExplain: true, unknown: true, discretionary: false, doesNotApply: false };

  it.each(Object.entries(AUTHORISED) as [Requirement, boolean][])('where it is %s: %s for every choice but conducting', (requirement, needed) => {
    expect(needsAuthority(requirement, null)).toBe(false);
    for (const choice of choices) expect(needsAuthority(requirement, choice), choice).toBe(choice !== 'conducted' && needed);
  });
});
