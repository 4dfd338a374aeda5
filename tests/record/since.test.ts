import { type Assessment, carriedFrom, sinceBefore, startAssessment } from '@/record';
import { describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { onRecord } from '../report/request';

const review = carriedFrom(CONDUCTED, startAssessment({ reference: 'ST-2222-22', personId: 'p1', addressId: 'a1', startedAt: '2027-03-01T09:00:00.000Z', startedBy: 'A. Bell' }));
const paths = (now: Assessment, before: Assessment = CONDUCTED) => sinceBefore(before, now).fields.map(({ path, from, to }) => [path, from, to]);

describe('a review beside the record before', () => {
  it('tells nothing otherwise while everything is as it was taken over, or not answered yet', () => {
    expect(paths(review)).toEqual([]);
    expect(sinceBefore(CONDUCTED, review).sites).toBeNull();
  });

  it('names each answer that is another, with both', () => {
    const property = { ...review.property, tenure: 'owned' } as NonNullable<Assessment['property']>;
    expect(paths({ ...review, property, children: { ...review.children, visiting: 'yes' } })).toEqual([['property.tenure', 'scottishSecure', 'owned'], ['children.visiting', 'no', 'yes']]);
  });

  it('compares no decision, no clock and no agency', () => {
    expect(paths({ ...review, outcome: { ...review.outcome, decision: 'notManageable' }, conduct: { ...review.conduct, rationale: 'Other.' }, agencies: { contacts: {}, databases: {}, ownChecks: [{ checkId: 'c', agency: 'police', name: 'n' }] } })).toEqual([]);
  });

  it('names the sites of one list alone', () => {
    const { surroundings } = CONDUCTED;
    if (surroundings === null) throw new Error('The case has surroundings.');
    const [gone] = surroundings.answer.categories.find(({ category }) => category === 'school')?.sites ?? [];
    const categories = surroundings.answer.categories.map((one) => ({ ...one, sites: one.sites.filter(({ site }) => site.siteId !== gone?.site.siteId) }));
    const fewer = { ...review, surroundings: { ...surroundings, answer: { ...surroundings.answer, categories } } };
    expect(sinceBefore(CONDUCTED, { ...review, surroundings }).sites).toEqual({ added: [], gone: [] });
    expect(sinceBefore(CONDUCTED, fewer).sites).toEqual({ added: [], gone: [gone?.site.name] });
    expect(sinceBefore(fewer, CONDUCTED).sites).toEqual({ added: [gone?.site.name], gone: [] });
  });

  it('says that another standard was applied', () => {
    const [then, now] = [onRecord(CONDUCTED), onRecord(CONDUCTED)];
    if (now.asked === null) throw new Error('Nothing was asked.');
    expect(sinceBefore(then, now).otherStandard).toBe(false);
    expect(sinceBefore(then, { ...now, asked: { ...now.asked, standardId: 'ff'.repeat(32) } }).otherStandard).toBe(true);
  });
});
