import { deadlinesBy } from '@/rules';
import { type Assessment, clockSettings, emptyOffice, isReopened, nextDue, noAgencyAnswers, summaryOfAssessment } from '@/record';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, LOCAL, NOT_CONDUCTED, PERSON } from '../cases/caseFile';

const SETTINGS = clockSettings(emptyOffice);
/** A new address, told on Friday 27 February 2026, whose record is not complete; nobody has answered. */
const OPEN: Assessment = { ...CONDUCTED, agencies: noAgencyAnswers, review: { ...CONDUCTED.review, reviewOn: null } };
const summary = (assessment: Assessment) => summaryOfAssessment(caseOf(assessment));
const answered = (id: 'solo' | 'nhs', startedOn: string | null): Assessment => ({ ...OPEN, clocks: { ...OPEN.clocks, agencies: { [id]: { startedOn, event: 'Letter', answeredOn: '2026-03-03' } } } });

describe('nextDue', () => {
  it('is the earliest day that the standard holds to, and says when it is past', () => {
    expect(nextDue(summary(OPEN), deadlinesBy(SETTINGS, null), '2026-03-03')).toEqual({ for: "SOLO's part of the initial ERA", dueOn: '2026-03-03', overdue: false });
    expect(nextDue(summary(OPEN), deadlinesBy(SETTINGS, null), '2026-03-04')).toMatchObject({ overdue: true });
  });

  it("counts by the office's calendar of today", () => {
    const holiday = clockSettings({ calendar: { ...emptyOffice.calendar, localHolidays: [{ on: '2026-03-03', name: 'Fair' }] } });
    expect(nextDue(summary(OPEN), deadlinesBy(holiday, null), '2026-03-03')?.dueOn).toBe('2026-03-04');
    expect(nextDue(summary(OPEN), deadlinesBy(SETTINGS, { ...LOCAL, holidays: [{ on: '2026-03-03', name: 'Fair' }] }), '2026-03-03')?.dueOn).toBe('2026-03-04');
  });

  it('leaves out what is answered', () => {
    expect(nextDue(summary(answered('solo', null)), deadlinesBy(SETTINGS, null), '2026-03-03')?.dueOn).toBe('2026-03-10');
    expect(nextDue(summary(answered('nhs', '2026-02-10')), deadlinesBy(SETTINGS, null), '2026-03-03')?.dueOn).toBe('2026-03-03');
  });

  it("never rules on the person's own duty, nor on a complete record", () => {
    const moved = { ...answered('solo', null), clocks: { ...answered('solo', null).clocks, movedOn: '2026-02-01' } };
    expect(nextDue(summary(moved), deadlinesBy(SETTINGS, null), '2026-03-03')?.dueOn).toBe('2026-03-10');
    expect(nextDue(summary(CONDUCTED), deadlinesBy(SETTINGS, null), '2026-03-03')).toBeNull();
  });

  it('is none where nothing can be counted, and of a list that an earlier Steading wrote', () => {
    const unknown = summaryOfAssessment(caseOf({ ...OPEN, trigger: { ...OPEN.trigger, occurredOn: null } }, { person: PERSON }));
    expect(nextDue(unknown, deadlinesBy(SETTINGS, null), '2026-03-03')).toBeNull();
    expect(nextDue({ state: 'inProgress' } as typeof unknown, deadlinesBy(SETTINGS, null), '2026-03-03')).toBeNull();
  });
});

describe('isReopened', () => {
  it('is from its day on, of every choice that leaves something out', () => {
    for (const decision of ['notInFull', 'notConducted', 'reviewNotDone'] as const) {
      expect(isReopened({ decision, reopenOn: '2026-09-01' }, '2026-08-31')).toBe(false);
      expect(isReopened({ decision, reopenOn: '2026-09-01' }, '2026-09-01')).toBe(true);
      expect(isReopened({ decision, reopenOn: null }, '2026-09-01')).toBe(false);
    }
    expect(isReopened({ decision: 'conducted', reopenOn: '2026-09-01' }, '2026-09-02')).toBe(false);
    expect(isReopened({ decision: null, reopenOn: '2026-09-01' }, '2026-09-02')).toBe(false);
  });

  it('reads a summary as it reads the record', () => {
    expect(isReopened(summaryOfAssessment(caseOf(NOT_CONDUCTED)), '2026-09-01')).toBe(isReopened(NOT_CONDUCTED.conduct, '2026-09-01'));
  });
});
