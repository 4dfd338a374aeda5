import { type Assessment, type AssessmentSummary, LEAST_TOLD, oversightDay, oversightOf, summaryOfAssessment, withSmallHeld, yearsIn } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, NOT_CONDUCTED, NOT_IN_FULL } from '../cases/caseFile';

const summary = summaryOfAssessment(caseOf(CONDUCTED));
const many = (count: number, change: Partial<AssessmentSummary> = {}, of = summary) => Array.from({ length: count }, () => ({ ...of, training: false, ...change }));
const decided = (on: string, firstDueOn: string | null, dueOn = firstDueOn, refusal: number | null = null) => ({ decided: { on, firstDueOn, dueOn, refusal } });
const group = (id: string, summaries: readonly AssessmentSummary[], year = '2025-26') => oversightOf(summaries, year).find((one) => one.id === id) ?? expect.fail(`no ${id}`);
const told = (id: string, summaries: readonly AssessmentSummary[], year?: string) => Object.fromEntries(group(id, summaries, year).rows.filter(({ count }) => count !== 0).map((row) => [row.id, row.count]));

describe('what a list keeps for counts', () => {
  it('is the day of the decision, the due days that were counted then, and which refusal it is', () => {
    expect(summary.decided).toEqual({ on: '2026-03-10', firstDueOn: null, dueOn: null, refusal: null });
    const asked = { deadlines: [{ id: 'annualReview', firstDueOn: '2026-04-01', dueOn: '2026-04-01' }, { id: 'initialEra', firstDueOn: '2026-03-10', dueOn: '2026-03-14' }] } as unknown as NonNullable<Assessment['asked']>;
    const refused: Assessment = { ...CONDUCTED, outcome: { ...CONDUCTED.outcome, decision: 'notManageable', refusalNumber: 2 } };
    expect(summaryOfAssessment(caseOf({ ...refused, asked })).decided).toMatchObject({ firstDueOn: '2026-03-10', dueOn: '2026-03-14', refusal: 2 });
    expect(summaryOfAssessment(caseOf({ ...refused, addressKind: 'livedIn' })).decided?.refusal).toBeNull();
    expect(summaryOfAssessment(caseOf(NOT_CONDUCTED)).decided).toBeUndefined();
  });
});

describe('counts for oversight', () => {
  it('count an assessment in the year of its decision, of its authority, or in which it was begun', () => {
    const all = [...many(5, { decided: { on: '2026-03-31', firstDueOn: null, dueOn: null, refusal: null } }), ...many(6, decided('2026-04-01', null))];
    expect(told('choice', all)).toEqual({ conducted: 5 });
    expect(told('choice', all, '2026-27')).toEqual({ conducted: 6 });
    const notDone = summaryOfAssessment(caseOf(NOT_CONDUCTED));
    expect(told('choice', many(5, { authorisedOn: '2026-04-02' }, notDone), '2026-27')).toEqual({ notConducted: 5 });
    expect(yearsIn(all, '2027-05-01', oversightDay)).toEqual(['2027-28', '2026-27', '2025-26']);
  });

  it('tell those within the days, within a longer time, and later, of the clock that ran', () => {
    const all = [...many(7, decided('2026-03-10', '2026-03-10')), ...many(6, decided('2026-03-11', '2026-03-10', '2026-03-11')), ...many(5, decided('2026-03-12', '2026-03-10', '2026-03-11')), ...many(9, decided('2026-03-12', null))];
    expect(told('initialEra', all)).toEqual({ within: 7, longer: 6, over: 5 });
    expect(told('annualReview', all)).toEqual({});
    expect(told('annualReview', all.map((one) => ({ ...one, trigger: 'annualReview' as const })))).toEqual({ within: 7, longer: 6, over: 5 });
  });

  it('tell silent agencies of decided assessments alone', () => {
    const waiting = [{ agency: 'nhs' as const, askedOn: null }];
    expect(told('silent', [...many(6, { waiting }), ...many(9, {})])).toEqual({ nhs: 6 });
    const undecided = summaryOfAssessment(caseOf({ ...CONDUCTED, outcome: { ...CONDUCTED.outcome, decidedOn: null } }));
    expect(told('silent', many(6, { waiting }, undecided))).toEqual({});
  });

  it('tell departures by ground, and which refusal in a row', () => {
    const departed = summaryOfAssessment(caseOf(NOT_IN_FULL));
    expect(told('ground', [...many(8, {}, departed), ...many(3)])).toEqual({ notEnoughTime: 8 });
    expect(told('refusals', [...many(6, decided('2026-03-10', null, null, 1)), ...many(5, decided('2026-03-10', null, null, 2)), ...many(3, decided('2026-03-10', null, null, 3)), ...many(4, decided('2026-03-10', null, null, 7))])).toEqual({ first: 6, second: 5, third: 7 });
  });

  it('hold no reference, no person and no address', () => {
    const text = JSON.stringify(oversightOf(many(9), '2025-26'));
    for (const secret of [summary.reference, summary.personId, summary.addressId, summary.startedAt]) expect(text).not.toContain(`"${secret}"`);
  });
});

describe('small counts', () => {
  const held = (...counts: number[]) => withSmallHeld({ id: 'x', heading: 'x', parts: true, rows: counts.map((count, at) => ({ id: String(at), label: '', count })) }).rows.map(({ count }) => count);

  it.each([
    ['nought is told', [0, 9], [0, 9]],
    ['one small count takes the next smallest with it', [3, 9, 20], [null, null, 20]],
    ['two small counts hide each other', [3, 2, 20], [null, null, 20]],
    ['five is told', [5, 9], [5, 9]],
    ['one alone, with nothing to hide it among, is held', [4], [null]],
  ])('%s', (_, counts, expected) => { expect(held(...counts)).toEqual(expected); });

  it('cannot be worked out from what the rows add up to, and nothing else is held', () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (counts) => {
      const after = held(...counts);
      const hidden = counts.filter((_, at) => after[at] === null);
      const small = counts.filter((count) => count > 0 && count < LEAST_TOLD);
      expect(after.every((count) => count === null || count === 0 || count >= LEAST_TOLD)).toBe(true);
      if (small.length > 0 && counts.some((count) => count >= LEAST_TOLD)) expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.length).toBeLessThanOrEqual(Math.max(small.length, small.length === 1 ? 2 : 0));
    }), { numRuns: 500 });
  });

  it('are held one by one where the rows do not add up (negative control)', () => {
    expect(withSmallHeld({ id: 'x', heading: 'x', parts: false, rows: [{ id: 'a', label: '', count: 3 }, { id: 'b', label: '', count: 9 }] }).rows.map(({ count }) => count)).toEqual([null, 9]);
  });
});
