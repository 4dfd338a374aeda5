import { asksAuthority, countDepartures, isDeparture, statisticalYearOf, summaryOfAssessment } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALONE, caseOf, CONDUCTED, NOT_CONDUCTED, NOT_IN_FULL, PERSON, SIGNED } from '../cases/caseFile';
import { anyCase } from './anyCase';

const counted = (...all: readonly (typeof CONDUCTED)[]) => countDepartures(all.map((one) => summaryOfAssessment(caseOf(one))));

describe('departures of the record', () => {
  it('always ask for a second officer, and never arise where an ERA is conducted', () => {
    fc.assert(fc.property(anyCase, (file) => {
      if (isDeparture(file)) expect(asksAuthority(file)).toBe(true);
      if (file.assessment.conduct.decision === 'conducted' || file.assessment.conduct.decision === null) expect(isDeparture(file)).toBe(false);
    }), { numRuns: 300 });
  });

  it('do not arise for a person under 18, whom the adult route stops at', () => {
    expect(isDeparture(caseOf(NOT_CONDUCTED, { person: { ...PERSON, under18: 'yes' } }))).toBe(false);
    expect(isDeparture(caseOf(NOT_CONDUCTED))).toBe(true);
  });
});

describe('countDepartures', () => {
  it('counts each assessment once, by what was asked, by choice and by ground', () => {
    const count = counted(CONDUCTED, NOT_CONDUCTED, NOT_IN_FULL, { ...NOT_CONDUCTED, conduct: { ...NOT_CONDUCTED.conduct, decision: 'reviewNotDone', ground: null } });
    expect(count.total).toBe(3);
    expect(count.byAsked).toEqual({ must: 1, complyOrExplain: 2 });
    expect(count.byChoice).toEqual({ notInFull: 1, notConducted: 1, reviewNotDone: 1 });
    expect(count.byGround).toMatchObject({ recentEra: 1, notEnoughTime: 1, notGiven: 1, away: 0 });
  });

  it('counts who answers for each: a key, a typed name, the deciding officer alone, nobody', () => {
    const nobody = { ...NOT_CONDUCTED, conduct: { ...NOT_CONDUCTED.conduct, authorisedBy: '', authorisedOn: null } };
    expect(counted(SIGNED, ALONE, NOT_CONDUCTED, nobody).byAuthority).toEqual({ key: 1, self: 1, typed: 1, notGiven: 1 });
    const { choice, departure, asked, ground, authorisedOn } = summaryOfAssessment(caseOf(NOT_CONDUCTED));
    expect(countDepartures([{ choice, departure, asked, ground, authorisedOn }]).byAuthority).toMatchObject({ typed: 1, notGiven: 0 });
  });

  it('gives the same total under every heading', () => {
    fc.assert(fc.property(fc.array(anyCase, { maxLength: 8 }), (files) => {
      const { total, ...headings } = countDepartures(files.map(summaryOfAssessment));
      for (const heading of Object.values(headings)) expect(Object.values(heading as Record<string, number>).reduce((sum, one) => sum + one, 0)).toBe(total);
    }), { numRuns: 100 });
  });

  it('counts nothing where nothing is departed from', () => {
    expect(counted(CONDUCTED).total).toBe(0);
  });
});

describe('statisticalYearOf', () => {
  it.each([
    ['2026-03-31', { from: '2025-04-01', to: '2026-03-31', label: '2025-26' }],
    ['2026-04-01', { from: '2026-04-01', to: '2027-03-31', label: '2026-27' }],
    ['2099-12-31', { from: '2099-04-01', to: '2100-03-31', label: '2099-00' }],
  ])('begins on 1 April: %s', (day, year) => expect(statisticalYearOf(day)).toEqual(year));
});
