import { type Assessment, inForce, type Keeping, nothingOfKeeping, parseAssessment, type Retention, retentionOf, type RetentionRule, shrinkRecord, summaryOfAssessment } from '@/record';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, NOT_CONDUCTED, TODAY } from '../cases/caseFile';

const DECIDED = '2026-03-05';
const rule = (counted?: RetentionRule['counted']): RetentionRule => ({ ruleId: 'r1', name: 'Registered', keepFor: '6 years', ...(counted && { counted }) });
const SIX_YEARS = rule({ count: 6, unit: 'years', from: 'decided', event: '' });
const AFTER_SONR = rule({ count: 18, unit: 'months', from: 'event', event: 'registration ends' });
const LATER: Keeping['keptLonger'][number] = { answerId: 'k1', until: '2033-01-01', why: 'An appeal is open.', at: '2032-01-01T10:00:00.000Z', by: 'M. Testperson' };

const record = (change: Partial<Assessment> = {}): Assessment => ({ ...CONDUCTED, outcome: { ...CONDUCTED.outcome, decidedOn: DECIDED }, review: { ...CONDUCTED.review, retentionRule: 'Registered: 6 years' }, ...change });
const keeping = (change: Partial<Keeping>): Partial<Assessment> => ({ keeping: { ...nothingOfKeeping, ...change } });
const stands = (assessment: Assessment, rules: readonly RetentionRule[], today: string): Retention => {
  const summary = summaryOfAssessment(caseOf(assessment));
  return retentionOf(summary.keeping, summary.state, rules, today);
};

describe('how long a record is kept', () => {
  it.each<[string, Assessment, readonly RetentionRule[], string, Retention]>([
    ['is counted from the decision', record(), [SIX_YEARS], '2032-03-04', { is: 'kept', until: '2032-03-05' }],
    ['is due from the day itself', record(), [SIX_YEARS], '2032-03-05', { is: 'due', since: '2032-03-05' }],
    ['waits for its event', record(), [AFTER_SONR], '2050-01-01', { is: 'waits', event: 'registration ends' }],
    ['is counted from the event once it came, to the end of a shorter month', record(keeping({ eventOn: '2030-08-31' })), [AFTER_SONR], '2032-02-28', { is: 'kept', until: '2032-02-29' }],
    ['is longer by a decision with its reason', record(keeping({ keptLonger: [LATER] })), [SIX_YEARS], '2032-12-31', { is: 'keptLonger', until: '2033-01-01', why: 'An appeal is open.', by: 'M. Testperson' }],
    ['is due again when that time is over', record(keeping({ keptLonger: [LATER] })), [SIX_YEARS], '2033-01-01', { is: 'due', since: '2033-01-01' }],
    ['is not made shorter by ‘longer’', record(keeping({ keptLonger: [{ ...LATER, until: '2027-01-01' }] })), [SIX_YEARS], '2028-01-01', { is: 'kept', until: '2032-03-05' }],
    ['is for somebody to look at where the rule stands in words', record(), [rule()], '2099-01-01', { is: 'uncounted', why: 'inWords' }],
    ['is for somebody to look at where the table lost the rule', record(), [{ ...SIX_YEARS, name: 'Another' }], '2099-01-01', { is: 'uncounted', why: 'notInTable' }],
    ['is not asked of a record in progress', record({ review: { ...CONDUCTED.review, retentionRule: '' } }), [SIX_YEARS], '2099-01-01', { is: 'inProgress' }],
    ['is counted from the authority where no ERA is conducted', { ...NOT_CONDUCTED, review: { ...NOT_CONDUCTED.review, retentionRule: 'Registered: 6 years' } }, [SIX_YEARS], '2030-01-01', { is: 'kept', until: '2032-03-03' }],
  ])('%s', (_, assessment, rules, today, expected) => {
    expect(stands(assessment, rules, today)).toEqual(expected);
  });
});

describe('a record that shrinks', () => {
  const GIVEN = { at: '2026-04-01T10:00:00.000Z', by: 'M. Testperson', why: 'Pasted into ViSOR', keptWhere: 'ViSOR V-1002, 1 April 2026' };
  const canary = 'Canary-of-every-answer';
  const full = record({
    trigger: { ...CONDUCTED.trigger, note: canary, event: canary },
    conduct: { ...CONDUCTED.conduct, rationale: canary, otherWay: canary, reliedOn: canary },
    outcome: { ...record().outcome, reasons: canary, otherWay: canary, conditions: canary },
    history: [{ at: GIVEN.at, by: 'A. Bell', what: 'decision recorded', fields: [{ path: 'assessment.outcome.reasons', from: null, to: canary }] }],
  });

  it('keeps reference, decision and days, and no word of any answer', () => {
    const left = parseAssessment(shrinkRecord(caseOf(full), GIVEN));
    expect(JSON.stringify(left)).not.toContain(canary);
    expect(JSON.stringify(full)).toContain(canary);
    expect(left).toMatchObject({ reference: full.reference, outcome: { decision: 'manageable', decidedOn: DECIDED }, review: { reviewOn: full.review.reviewOn, retentionRule: 'Registered: 6 years', why: '' }, surroundings: null });
    expect(left.history.map(({ what, fields }) => [what, fields.length])).toEqual([['decision recorded', 0], ['record shrunk', 0]]);
  });

  it('is listed and counted as before, and its keeping goes on', () => {
    const before = summaryOfAssessment(caseOf({ ...NOT_CONDUCTED, review: full.review }));
    const left = shrinkRecord(caseOf({ ...NOT_CONDUCTED, review: full.review }), GIVEN);
    expect(before.departure).toBe(true);
    expect(summaryOfAssessment(caseOf(left))).toEqual({ ...before, keeping: { ...before.keeping, shrunk: true } });
  });

  it('is held against no newer area pack', () => {
    const entry = (assessment: Assessment) => ({ id: 's', summary: summaryOfAssessment(caseOf(assessment)) });
    expect(inForce([entry(full)])).toHaveLength(1);
    expect(inForce([entry(shrinkRecord(caseOf(full), GIVEN))])).toEqual([]);
  });

  it('is complete first', () => {
    expect(() => shrinkRecord({ ...caseOf({ ...full, review: { ...full.review, reviewOn: null } }), today: TODAY }, GIVEN)).toThrow('complete it first');
  });
});
