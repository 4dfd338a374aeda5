import { type Assessment, changesBetween, type Neighbours, type OthersOfConcern, withChange, withoutNeighbours } from '@/record';
import { asPlainText } from '@/report';
import { describe, expect, it } from 'vitest';
import { CONDUCTED, PROPERTY, weighed } from '../cases/caseFile';
import { printed, sectionOf } from './request';

const STAMP = { at: '2026-03-05T10:00:00.000Z', by: 'A. Bell', what: 'property and building recorded' };

function told(neighbours: Neighbours['answers'], concern: OthersOfConcern): Assessment {
  const next = weighed({ ...CONDUCTED, neighbours: { answers: neighbours, source: 'landlord', knownOn: '2026-03-03', deleted: null }, othersOfConcern: concern });
  return withChange(next, STAMP, changesBetween(CONDUCTED, next).map((one) => ({ ...one, path: `assessment.${one.path}` })));
}

const YES = told({ childrenInStair: 'yes', adultsAtRisk: 'unknown', others: 'no' }, { answer: 'yes', answeredOn: '2026-03-04' });
const NO = told({ childrenInStair: 'no', adultsAtRisk: 'no', others: null }, { answer: 'askPolice', answeredOn: null });

describe('the property in the printed record', () => {
  it('says what is known with its source, and what is not', () => {
    const text = sectionOf(printed(CONDUCTED), 'property');
    for (const said of ['CCTV of the building: Not known\n', 'Flat in a tenement or block', 'Shared close or stair', 'Lift: No', 'Kitchen window onto the play park.', 'A visit to the property', '3 March 2026']) expect(text).toContain(said);
  });

  it('names the block profile with its day, its staleness and what the officer says otherwise', () => {
    const fromProfile = { profileId: 'b1', organisation: 'Example HA', role: 'Link Officer', profiledOn: '2024-01-10', staleOn: '2025-01-10', usedAt: '2026-03-04T10:00:00.000Z', facts: { ...PROPERTY.building, features: { ...PROPERTY.building.features, lift: 'yes' } } } as const;
    const text = sectionOf(printed({ ...CONDUCTED, property: { ...PROPERTY, fromProfile } }), 'property');
    expect(text).toContain('block profile of 10 January 2024 by Example HA (Link Officer), used on 4 March 2026, to be refreshed by 10 January 2025. It was past that day when it was used.');
    expect(text).toContain('Told otherwise here than in the profile: Building: Lift.');
  });

  it('is left out of a record that was begun before it was asked', () => {
    const before: Assessment = { ...CONDUCTED };
    delete before.property;
    expect(printed(before).sections.map(({ id }) => id)).not.toContain('property');
  });
});

const OTHERS = ['panel', 'rsl', 'health', 'education', 'plan', 'paste'] as const;

describe('what only Responsible Authorities may have', () => {
  it.each(OTHERS)('changes no word of the document ‘%s’', (reader) => {
    expect(asPlainText(printed(YES, {}, reader))).toBe(asPlainText(printed(NO, {}, reader)));
    expect(printed(YES, {}, reader)).toEqual(printed(NO, {}, reader));
    expect(asPlainText(printed(YES, {}, reader))).not.toMatch(/people of concern|children living in the stair|police only/iu);
  });

  it('stands marked in the full record (negative control)', () => {
    const text = asPlainText(printed(YES));
    expect(text).toMatch(/Nearby households: for Responsible Authorities only[^]*Children living in the stair or next door: Yes/iu);
    expect(asPlainText(printed(NO))).not.toBe(text);
  });

  it('and of these what only the police answer stands in the copy for the police alone; every other says to ask them, whatever was answered', () => {
    const same = (record: Assessment) => asPlainText(printed({ ...record, neighbours: YES.neighbours ?? expect.fail('none'), formulation: YES.formulation ?? expect.fail('none'), history: YES.history }));
    expect(asPlainText(printed(YES, {}, 'police'))).toMatch(/POLICE ONLY: other people of concern here[^]*Answered by the police: Yes/iu);
    expect(asPlainText(printed(YES))).toContain('No answer stands in this copy: ask the police.');
    expect(same(YES)).toBe(same(NO));
    expect(asPlainText(printed(YES))).not.toMatch(/police only|Answered by the police/iu);
    expect(sectionOf(printed(YES), 'history')).not.toMatch(/people of concern/iu);
  });

  it('once deleted, says when, and nothing of what', () => {
    const [one, other] = [YES, told({ childrenInStair: 'no', adultsAtRisk: null, others: 'yes' }, { answer: 'yes', answeredOn: '2026-03-04' })].map((record) => asPlainText(printed(withoutNeighbours(record, { at: '2026-04-20T10:00:00.000Z', by: 'A. Bell' }))));
    expect(one).toBe(other);
    expect(one).toContain('was deleted on 20 April 2026');
  });
});
