import { isOldSummary, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { AT } from '../cases/surroundings';
import { describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, LOCAL, NOT_CONDUCTED, NOT_IN_FULL, PERSON } from '../cases/caseFile';

describe('summaries for the sealed index', () => {
  it('hold what lists show and nothing else', () => {
    expect(summaryOfPerson(PERSON)).toEqual({ reference: 'V-1002' });
    expect(summaryOfAddress(ADDRESS)).toEqual({ text: '3 Linn Street, Linnhead', flat: '2/1', postcode: 'ZZ1 1AA', point: AT });
    expect(summaryOfAddress({ ...ADDRESS, position: { point: AT, precision: 'postcode', from: 'search' } }).point).toBeNull();
    expect(summaryOfAssessment(caseOf(CONDUCTED))).toEqual({
      reference: 'ST-7F3K-2M', personId: 'p1', addressId: 'a1', kind: 'proposed', trigger: 'newAddress', choice: 'conducted', requirement: 'must', departsFrom: [], asked: null,
      ground: null, authorisedOn: null, authority: null, reopenOn: null, outcome: 'manageable', reviewOn: '2027-03-01', decided: { on: '2026-03-10', firstDueOn: null, dueOn: null, refusal: null }, startedAt: '2026-03-02T09:00:00.000Z', training: false, due: null,
      toSign: true,
      keeping: { rule: CONDUCTED.review.retentionRule, decidedOn: CONDUCTED.outcome.decidedOn, eventOn: null, keptLonger: null, shrunk: false },
      state: 'complete', departure: false,
    });
  });

  it('show a departure with what it departs from, and no outcome that was begun before it was decided not to conduct', () => {
    expect(summaryOfAssessment(caseOf({ ...NOT_CONDUCTED, outcome: CONDUCTED.outcome }))).toMatchObject({
      choice: 'notConducted', requirement: 'complyOrExplain', departure: true, departsFrom: ['annualReview'], asked: 'complyOrExplain', ground: 'recentEra', authorisedOn: '2026-03-03', authority: 'typed',
      reopenOn: '2026-09-01', outcome: null,
    });
  });

  it('show an ERA that is not in full as a departure with its outcome', () => {
    expect(summaryOfAssessment(caseOf(NOT_IN_FULL))).toMatchObject({ choice: 'notInFull', departure: true, departsFrom: ['subsequentAddress', 'physicalCheck'], asked: 'must', outcome: 'manageable' });
  });

  it("name the local protocol's criteria too, and only under that protocol", () => {
    const local = { ...NOT_CONDUCTED, local: { relet: 'yes' as const } };
    expect(summaryOfAssessment(caseOf(local, { protocol: LOCAL })).departsFrom).toContain('relet');
    expect(summaryOfAssessment(caseOf(local)).departsFrom).not.toContain('relet');
  });

  it('leave out ground and authority that were typed before an ERA was conducted after all', () => {
    const changed = { ...NOT_CONDUCTED, conduct: { ...NOT_CONDUCTED.conduct, decision: 'conducted' as const } };
    expect(summaryOfAssessment(caseOf(changed))).toMatchObject({ ground: null, authorisedOn: null, reopenOn: null, departure: false });
  });

  it('keep of an extension its days and not its words', () => {
    const extension = { deadlineId: 'solo', to: '2026-03-12', reason: 'Something long about the case.', decidedOn: '2026-03-04', by: 'E. Fyfe' };
    const open = { ...CONDUCTED, clocks: { ...CONDUCTED.clocks, extensions: [extension] }, review: { ...CONDUCTED.review, reviewOn: null } };
    expect(JSON.stringify(summaryOfAssessment(caseOf(open)))).not.toContain('Something long');
  });

  it('are told from those that know shape 1 only', () => {
    expect(isOldSummary(summaryOfAssessment(caseOf(CONDUCTED)))).toBe(false);
    expect(isOldSummary({ reference: 'ST-7F3K-2M', conducted: 'conducted', state: 'complete', departure: false })).toBe(true);
  });
});
