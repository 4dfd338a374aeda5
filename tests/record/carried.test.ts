import { type Assessment, carriedFrom, carriedOpen, findingsOf, limitsOf, noNeighbours, noPlacement, parseAssessment, startAssessment, taskStates } from '@/record';
import { CARRIED_PARTS } from '@/terms';
import { describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, NOT_CONDUCTED, weighed } from '../cases/caseFile';

const LAST = weighed({ ...CONDUCTED, neighbours: { ...noNeighbours, answers: { ...noNeighbours.answers, childrenInStair: 'yes' }, source: 'landlord' } });
const blank = () => startAssessment({ reference: 'ST-2222-22', personId: 'p1', addressId: 'a1', startedAt: '2027-03-01T09:00:00.000Z', startedBy: 'A. Bell' });
const review = carriedFrom(LAST, blank());
const HELD = { at: '2027-03-02T09:00:00.000Z', by: 'A. Bell' };
const heldAll = (one: Assessment): Assessment => ({ ...one, carried: { ...one.carried, parts: Object.fromEntries(Object.keys(one.carried?.parts ?? {}).map((part) => [part, HELD])) } as NonNullable<Assessment['carried']> });

describe('a review that begins from the record before', () => {
  it('takes over what a year seldom changes, and waits for each part', () => {
    expect(review.property).toEqual(LAST.property);
    expect([review.judgements, review.exceptions, review.addedSites]).toEqual([LAST.judgements, LAST.exceptions, LAST.addedSites]);
    expect(review.placement?.setting).toBe('home');
    expect(carriedOpen(review)).toEqual(Object.keys(CARRIED_PARTS));
    expect(parseAssessment(JSON.parse(JSON.stringify(review)))).toEqual(review);
  });

  it.each([
    ['contact with children', 'children'], ['statements', 'statements'], ['what was looked up', 'surroundings'], ['checks', 'checks'], ['visits', 'physicalCheck'], ['the home visit', 'homeVisit'], ['the conduct decision', 'conduct'], ['the decision', 'outcome'],
    ['the review', 'review'], ['nearby households', 'neighbours'], ['other people of concern', 'othersOfConcern'], ['clocks', 'clocks'], ['the history', 'history'],
  ] as const)('asks anew about %s', (_, part) => { expect(review[part]).toEqual(blank()[part]); });

  it('takes over no answer of an agency, and nothing of nearby households', () => {
    expect(review.agencies).toEqual(blank().agencies);
    expect(LAST.formulation?.dealings).toHaveProperty('neighbours');
    expect(review.formulation?.dealings).not.toHaveProperty('neighbours');
  });

  it('takes over no bed for tonight, and no release', () => {
    const last: Assessment = { ...LAST, placement: { ...noPlacement, setting: 'hostel', tonight: { ...noPlacement.tonight, needed: 'yes', holds: 'Two calls' } } };
    expect(carriedFrom(last, blank()).placement).toMatchObject({ setting: 'hostel', tonight: noPlacement.tonight });
  });

  it('knows from the record when the last ERA and the last review were', () => {
    expect([review.lastEra, review.lastReview]).toEqual([{ answer: 'on', on: '2026-03-10' }, LAST.lastReview]);
    const yearly: Assessment = { ...LAST, trigger: { ...LAST.trigger, kind: 'annualReview' }, lastEra: { answer: 'on', on: '2024-04-02' } };
    const next = carriedFrom(yearly, blank());
    expect([next.lastEra, next.lastReview]).toEqual([{ answer: 'on', on: '2024-04-02' }, { answer: 'on', on: '2026-03-10' }]);
  });

  it('leaves no task done that nobody has looked at again, and says so in the limits', () => {
    expect(taskStates(caseOf(review)).property).toMatchObject({ state: 'inProgress', missing: [{ field: 'carried.parts.property', say: 'Taken over from ST-7F3K-2M: look at it, and say that it still holds or change it.' }] });
    expect(limitsOf({ address: ADDRESS, assessment: review }).join('\n')).toContain('Taken over from ST-7F3K-2M, and not looked at again: Kind of case; Property and building;');
    expect(taskStates(caseOf(heldAll(review))).property.state).toBe('done');
    expect(limitsOf({ address: ADDRESS, assessment: heldAll(review) }).join('\n')).not.toContain('Taken over');
  });

  it('asks again about a finding that reads otherwise than last year, and of no other', () => {
    const now = heldAll({ ...review, surroundings: LAST.surroundings, conduct: LAST.conduct, physicalCheck: { visits: LAST.physicalCheck?.visits ?? [], risks: { community: 'No risk was seen', person: 'Threats.', staff: 'One way out.' } } });
    expect(findingsOf(caseOf(now)).length).toBeGreaterThan(3);
    expect(taskStates(caseOf(now)).formulation.missing.map(({ say }) => say)).toEqual(['These read otherwise than when it was said what is done about them; say it again: Risks to the person: Threats.']);
  });

  it('takes nothing over from a record that has none of it, and asks for nothing then', () => {
    const bare = Object.fromEntries(Object.entries({ ...NOT_CONDUCTED, judgements: {}, exceptions: {}, addedSites: [] }).filter(([key]) => !['placement', 'property', 'formulation', 'splits'].includes(key))) as unknown as Assessment;
    expect(carriedFrom(bare, blank())).toEqual(blank());
  });
});
