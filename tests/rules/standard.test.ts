import { CLAUSE_STATUSES, type ClauseStatus, currentStandard, decide, DOCUMENTS, LIMITS, NATIONAL, noFacts, RATIONALE_DOCUMENTED, REQUIREMENTS, SECTIONS, STANDARD } from '@/rules';
import { JUDGED } from '@/rules/criteria';
import { BANK_HOLIDAYS } from '@/rules/standard/bankHolidays';
import { LEAD_CLAUSES } from '@/rules/standard/leadAgency';
import { describe, expect, it } from 'vitest';

const survives = (value: unknown) => { expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value); };
const ids = STANDARD.map(({ id }) => id);
const limits = Object.values(LIMITS);
const allClauses = [...STANDARD.flatMap(({ clauses }) => clauses), ...limits.flatMap(({ clauses }) => clauses), ...Object.values(LEAD_CLAUSES).flat()];

describe('the standard as data', () => {
  it.each([['sections', SECTIONS], ['criteria', STANDARD], ['limits', LIMITS], ['the whole text', currentStandard(null)]] as const)('survives a JSON round trip: %s', (_name, value) => {
    survives(value);
  });

  it.each([
    ['a day that is no text', [{ ...STANDARD[0], inForce: { from: new Date(0), to: null } }]],
    ['a rule in the data', [{ ...STANDARD[0], answer: () => 'met' }]],
    ['an entry without a value', [{ ...STANDARD[0], asksFor: undefined }]],
  ])('control: the round trip would catch %s', (_name, value) => {
    expect(() => { survives(value); }).toThrow();
  });

  it('has these sections, in the order of the documents', () => {
    expect(SECTIONS.map(({ id, heading, criteria }) => [id, heading, criteria.map((criterion) => criterion.id)])).toEqual([
      ['who', 'For whom', ['under18', 'otherCategories']],
      ['initial', 'The initial ERA', ['initialRegistration', 'subsequentAddress', 'eraOutstanding']],
      ['yearly', 'The yearly review', ['annualReview', 'reviewDue', 'section3Groups', 'contactOffence']],
      ['change', 'Reviews between', ['personChanged', 'householdChanged', 'environmentChanged', 'otherEvent']],
      ['checks', 'Checks', ['agencyContacts', 'databaseChecks', 'physicalCheck', 'homeVisit']],
      ['record', 'The record', ['rationaleDocumented', 'accurateThen', 'recordParts', 'minimum']],
    ]);
    expect(STANDARD).toEqual(SECTIONS.flatMap(({ criteria }) => criteria));
  });

  it('asks of each criterion what its documents ask', () => {
    expect(Object.fromEntries(STANDARD.map(({ id, kind, asksFor }) => [id, asksFor === null ? kind : `${kind}: ${asksFor}`]))).toEqual({
      under18: 'must', otherCategories: 'discretionary: discretionary',
      initialRegistration: 'must: must', subsequentAddress: 'must: must', eraOutstanding: 'must: must',
      annualReview: 'must: complyOrExplain', reviewDue: 'must: complyOrExplain', section3Groups: 'recommended', contactOffence: 'recommended',
      personChanged: 'discretionary: discretionary', householdChanged: 'discretionary: discretionary', environmentChanged: 'discretionary: discretionary', otherEvent: 'discretionary: discretionary',
      agencyContacts: 'recommended', databaseChecks: 'recommended', physicalCheck: 'must', homeVisit: 'recommended',
      rationaleDocumented: 'must', accurateThen: 'must', recordParts: 'recommended', minimum: 'discretionary',
    });
  });

  it('never makes a recommended check a requirement to conduct', () => {
    expect(STANDARD.filter(({ kind, asksFor }) => kind === 'recommended' && asksFor !== null)).toEqual([]);
    expect(Object.keys(REQUIREMENTS)).toEqual(['must', 'complyOrExplain', 'discretionary', 'doesNotApply', 'unknown']);
  });

  it('judges every criterion that asks for an ERA, and judges none that it does not hold', () => {
    const judged = JUDGED.map(({ criterion }) => criterion.id);
    expect(STANDARD.filter(({ id, asksFor }) => asksFor !== null && !judged.includes(id))).toEqual([]);
    expect(decide(noFacts('2026-03-20')).criteria.filter(({ criterion }) => !STANDARD.includes(criterion))).toEqual([]);
    expect(new Set(judged).size).toBe(judged.length);
  });

  it('gives every criterion its own id and a question', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(STANDARD.map(({ question }) => question)).size).toBe(ids.length);
    for (const { id, question } of STANDARD) expect(question, id).toMatch(/^[A-Z].*\?$/);
  });

  it('dates every criterion and limit by its document', () => {
    const from = (day: string) => [...STANDARD, ...limits].filter(({ inForce }) => inForce.from === day && inForce.to === null).map(({ id }) => id);
    expect(from('2017-11-01')).toEqual([...ids.filter((id) => id !== 'under18'), 'initialEra', 'solo', 'otherAgencies', 'annualReview']);
    expect(from('2021-09-01')).toEqual(['under18']);
    expect(from('2004-05-01')).toEqual(['ownNotification']);
  });

  it('gives every clause a document, a status and its own words', () => {
    for (const { document, status, clause, says } of allClauses) {
      expect(Object.keys(DOCUMENTS)).toContain(document);
      expect(Object.keys(CLAUSE_STATUSES)).toContain(status);
      expect(clause).not.toBe('');
      expect(says).toMatch(/^['A-Z0-9].*\.$/);
    }
    for (const { id, clauses } of [...STANDARD, ...limits]) expect(clauses.length, id).toBeGreaterThan(0);
  });

  it('uses every label of a clause but that of the office, and every document', () => {
    const national = (Object.keys(CLAUSE_STATUSES) as ClauseStatus[]).filter((status) => status !== 'local');
    expect(new Set(allClauses.map(({ status }) => status))).toEqual(new Set(national));
    expect(new Set(allClauses.map(({ document }) => document))).toEqual(new Set(Object.keys(DOCUMENTS)));
  });

  it('states nothing of an open text as the standard’s: where a clause is open or partial, its words say so', () => {
    for (const { status, says } of allClauses) {
      if (status === 'open') expect(says).toMatch(/(?:has|have) not been seen/);
      if (status === 'partial') expect(says).toMatch(/The list may go on\.$/);
    }
  });

  it('labels every clause as sure as the digest is of it', () => {
    const labels = Object.fromEntries(STANDARD.map(({ id, clauses }) => [id, clauses.map(({ document, status }) => `${document} ${status}`)]));
    expect(labels).toEqual({
      under18: ['CP-2021 reading'],
      otherCategories: ['MAPPA-NG confirmed', 'ERA-2017 reading'],
      initialRegistration: ['NSG-2017-05 minuted', 'ERA-2017 confirmed', 'NASSO-2019 confirmed', 'ERA-2017 reading'],
      subsequentAddress: ['ERA-2017 confirmed', 'NASSO-2019 confirmed', 'ERA-2017 reading'],
      eraOutstanding: ['ERA-2017 confirmed', 'ERA-2017 reading'],
      annualReview: ['ERA-2017 confirmed'],
      reviewDue: ['ERA-2017 confirmed', 'ERA-2017 reading'],
      section3Groups: ['NSG-2017-05 minuted', 'ERA-2017 open'],
      contactOffence: ['NSG-2017-11 minuted', 'ERA-2017 open'],
      personChanged: ['ERA-2017 confirmed'],
      householdChanged: ['ERA-2017 reading'],
      environmentChanged: ['ERA-2017 confirmed'],
      otherEvent: ['NSG-2017-05 minuted', 'ERA-2017 reading'],
      agencyContacts: ['ERA-2017 confirmed', 'NASSO-2019 confirmed'],
      databaseChecks: ['ERA-2017 confirmed', 'ERA-2017 partial', 'ERA-2017 open', 'MAPPA-NG reading'],
      physicalCheck: ['ERA-2017 confirmed', 'ERA-2017 partial'],
      homeVisit: ['ERA-2017 partial'],
      rationaleDocumented: ['NSG-2017-05 minuted', 'ERA-2017 confirmed'],
      accurateThen: ['ERA-2017 confirmed'],
      recordParts: ['NSG-2017-11 minuted', 'ERA-2017 open'],
      minimum: ['NSG-2017-05 minuted', 'ERA-2017 confirmed'],
    });
  });

  it('has these limits', () => {
    expect(limits.map(({ id, value, unit }) => `${id}: ${value} ${unit}`)).toEqual([
      'initialEra: 7 clearWorkingDays', 'solo: 2 clearWorkingDays', 'otherAgencies: 5 clearWorkingDays', 'annualReview: 21 clearWorkingDays', 'ownNotification: 3 calendarDays',
    ]);
    expect(Object.entries(LIMITS).every(([id, limit]) => limit.id === id)).toBe(true);
    expect(LIMITS.solo.value + LIMITS.otherAgencies.value).toBe(LIMITS.initialEra.value);
  });

  it('says in words what each requirement is', () => {
    expect(REQUIREMENTS).toEqual({
      must: 'An ERA must be carried out',
      complyOrExplain: 'An ERA is carried out, or the reasons for not doing it are fully considered and documented (comply or explain)',
      discretionary: "An ERA is the agencies' discretion, case by case",
      doesNotApply: 'The adult standard does not apply',
      unknown: 'What the standard asks for is not known yet',
    });
  });

  it('asks for the rationale of conducting as of not conducting', () => {
    expect(STANDARD).toContain(RATIONALE_DOCUMENTED);
    expect(RATIONALE_DOCUMENTED.question).toBe('Is the rationale for conducting or not conducting the ERA considered and documented?');
  });
});

describe("today's standard", () => {
  it('holds all that Steading answers under', () => {
    expect(currentStandard(null)).toMatchObject({
      format: 'steading-standard', formatVersion: 1, documents: DOCUMENTS, statuses: CLAUSE_STATUSES, sections: SECTIONS, limits, lead: LEAD_CLAUSES, bankHolidays: BANK_HOLIDAYS, protocol: null,
    });
    expect(currentStandard(null).version).toMatch(/^\d{4}\.\d+$/);
  });

  it('tells a local protocol what it may not touch', () => {
    expect(NATIONAL).toEqual({ criteria: ids, limits: { initialEra: 7, solo: 2, otherAgencies: 5, annualReview: 21, ownNotification: 3 } });
  });
});
