import { answeredDeadlines, answeredOn, type Assessment, databaseReply, databasesOf, databasesOpen, newChecks, noAgencyAnswers, noReply, parseAssessment, type Reply, startAssessment, taskStates, withReply } from '@/record';
import { CHECK_AGENCIES, type CheckAgencyId, DATABASE_LISTS } from '@/terms';
import { describe, expect, it } from 'vitest';
import { ALL_ANSWERED, BEFORE_AGENCIES, caseOf, CONDUCTED } from '../cases/caseFile';

const AGENCIES = Object.keys(CHECK_AGENCIES) as CheckAgencyId[];
const contacts = (rows: Partial<Record<CheckAgencyId, Partial<Reply>>>): NonNullable<Assessment['agencies']> =>
  ({ ...noAgencyAnswers, contacts: Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...noReply, ...row }])) });
const bare: Assessment = { ...CONDUCTED, agencies: noAgencyAnswers };

describe('when an agency answered', () => {
  it('is told by its row, and by the clock only of a record that has none', () => {
    const clocks = { ...CONDUCTED.clocks, agencies: { nhs: { startedOn: null, event: '', answeredOn: '2026-03-03' } } };
    expect(answeredOn({ ...BEFORE_AGENCIES, clocks }, 'nhs')).toBe('2026-03-03');
    expect(answeredOn({ ...CONDUCTED, clocks }, 'nhs')).toBe('2026-03-05');
    expect(answeredOn({ ...bare, clocks }, 'nhs'), 'a clock from another team’s older Steading').toBe('2026-03-03');
    expect(answeredOn({ ...bare, agencies: contacts({ nhs: { reply: 'waiting', askedOn: '2026-03-02' } }) }, 'nhs')).toBeNull();
  });

  it('ends its own deadline, the SOLO’s part, and the others’ part once nobody of them is waited for', () => {
    expect(answeredDeadlines(bare)).toEqual([]);
    expect(answeredDeadlines({ ...bare, agencies: contacts({ solo: { reply: 'noTrace', answeredOn: '2026-03-05' }, education: { reply: 'notAsked', why: 'No.' }, nhs: { reply: 'waiting' } }) }))
      .toEqual(['agency.solo', 'agency.education', 'solo']);
    expect(answeredDeadlines(CONDUCTED)).toContain('otherAgencies');
    expect(answeredDeadlines({ ...CONDUCTED, agencies: { ...ALL_ANSWERED, contacts: { ...ALL_ANSWERED.contacts, solo: noReply } } })).toEqual(expect.arrayContaining(['otherAgencies']));
    expect(answeredDeadlines({ ...CONDUCTED, agencies: { ...ALL_ANSWERED, contacts: { ...ALL_ANSWERED.contacts, prison: noReply } } })).not.toContain('otherAgencies');
  });
});

describe('database checks', () => {
  it('are the national ones first, each agency’s own beside them, and none can be taken away', () => {
    expect(databasesOf([], 'justiceSocialWork').map(({ id }) => id)).toEqual(['ownSystems', 'childrenAndFamilies', 'adultProtection']);
    expect(databasesOf([{ checkId: 'c1', agency: 'police', name: 'Force system' }], 'police')).toEqual([{ id: 'c1', agency: 'police', label: 'Force system', own: true }]);
    expect(databasesOf([{ checkId: 'c1', agency: 'solo', name: 'Repairs' }], 'solo')).toHaveLength(databasesOf([], 'solo').length + 1);
  });

  it('name a list for no agency whose list was not read', () => {
    for (const id of AGENCIES) expect(databasesOf([], id).length > 0).toBe(DATABASE_LISTS[id] === 'confirmed' || DATABASE_LISTS[id] === 'partial');
  });

  it('are asked, or not asked, with their agency, but never take its grade', () => {
    const row = { id: 'councilTax', agency: 'solo' } as const;
    const of = (reply: Reply['reply']) => databaseReply({ ...noAgencyAnswers, contacts: { solo: { ...noReply, reply } } }, row);
    expect(of('waiting')).toMatchObject({ withAgency: true, reply: { reply: 'waiting' } });
    expect(of('notAsked').withAgency).toBe(true);
    expect(of('noTrace')).toEqual({ withAgency: false, reply: noReply });
    expect(databasesOpen({ ...noAgencyAnswers, contacts: { solo: { ...noReply, reply: 'noTrace' } } }).every(({ agency }) => agency === 'solo')).toBe(true);
  });

  it('of the office that a record does not have yet are told', () => {
    const office = [{ checkId: 'c1', agency: 'police', name: 'Force system' }, { checkId: 'c2', agency: 'nhs', name: 'Board system' }] as const;
    const started = startAssessment({ reference: 'ST', personId: 'p', addressId: 'a', startedAt: '2026-03-02T09:00:00.000Z', startedBy: 'A. Bell' }, office.slice(0, 1));
    expect(started.agencies?.ownChecks).toEqual(office.slice(0, 1));
    expect(newChecks(started.agencies ?? noAgencyAnswers, office)).toEqual(office.slice(1));
    expect(taskStates(caseOf(started)).agencies.state).toBe('notStarted');
  });
});

describe('a logged reply', () => {
  const said = { agency: 'justiceSocialWork', reply: 'traceNotRelevant', how: 'phone', on: '2026-03-06', by: 'Team manager', what: '', note: 'Old case.', forDatabases: true } as const;

  it('keeps the day of asking, and grades the open checks of that agency where it was said of them', () => {
    const before = { ...noAgencyAnswers, contacts: { justiceSocialWork: { ...noReply, reply: 'waiting', askedOn: '2026-03-02' } as Reply }, databases: { adultProtection: { ...noReply, reply: 'traceUnknown', answeredOn: '2026-03-04' } as Reply } };
    const after = withReply(before, said);
    expect(after.contacts.justiceSocialWork).toEqual({ ...noReply, reply: 'traceNotRelevant', how: 'phone', by: 'Team manager', note: 'Old case.', askedOn: '2026-03-02', answeredOn: '2026-03-06' });
    expect(Object.entries(after.databases).map(([id, { reply }]) => [id, reply])).toEqual([['adultProtection', 'traceUnknown'], ['ownSystems', 'traceNotRelevant'], ['childrenAndFamilies', 'traceNotRelevant']]);
    expect(withReply(before, { ...said, forDatabases: false }).databases).toEqual(before.databases);
  });
});

describe('a row that comes from another team alone', () => {
  it('is filled up with what nobody has answered', () => {
    const parsed = parseAssessment({ ...CONDUCTED, agencies: { contacts: { nhs: { reply: 'noTrace' } } } });
    expect(parsed.agencies).toEqual({ contacts: { nhs: { ...noReply, reply: 'noTrace' } }, databases: {}, ownChecks: [] });
  });
});
