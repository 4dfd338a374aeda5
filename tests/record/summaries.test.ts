import { conductFacts, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, NOT_CONDUCTED, PERSON } from '../cases/caseFile';

describe('summaries for the sealed index', () => {
  it('hold what lists show and nothing else', () => {
    expect(summaryOfPerson(PERSON)).toEqual({ reference: 'V-1002' });
    expect(summaryOfAddress(ADDRESS)).toEqual({ text: '3 Linn Street, Linnhead', flat: '2/1', postcode: 'ZZ1 1AA' });
    expect(summaryOfAssessment(caseOf(CONDUCTED))).toEqual({
      reference: 'ST-7F3K-2M', personId: 'p1', addressId: 'a1', kind: 'proposed', trigger: 'newAddress', conducted: 'conducted', outcome: 'manageable',
      reviewOn: '2027-03-01', startedAt: '2026-03-02T09:00:00.000Z', training: false, state: 'complete', departure: false,
    });
  });

  it('show a departure, and no outcome that was begun before it was decided not to conduct', () => {
    expect(summaryOfAssessment(caseOf({ ...NOT_CONDUCTED, outcome: CONDUCTED.outcome }))).toMatchObject({ conducted: 'notConducted', outcome: null, departure: true });
  });
});

describe('conductFacts', () => {
  it('brings answers across as they were given, null where nobody has answered', () => {
    expect(conductFacts({ ...PERSON, level: null, registered: 'unknown' }, CONDUCTED)).toEqual({
      registered: 'unknown', category: 'category1', level: null, supervision: 'none', under18: 'no', trigger: 'newAddress', addressKind: 'proposed',
    });
  });
});
