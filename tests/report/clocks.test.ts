import type { Assessment } from '@/record';
import { describe, expect, it } from 'vitest';
import { BEFORE_AGENCIES, CONDUCTED, NOT_CONDUCTED, PERSON } from '../cases/caseFile';
import { PROTOCOL } from '../rules/protocolFixture';
import { onRecord, printed, sectionOf } from './request';

const clocks = (assessment: Assessment, change: Partial<Assessment['clocks']> = {}) => sectionOf(printed({ ...assessment, clocks: { ...assessment.clocks, ...change } }), 'clocks');
const extension = (to: string, reason: string) => ({ deadlineId: 'initialEra', to, reason, decidedOn: '2026-03-06', by: 'E. Fyfe' });

describe('the clocks on paper', () => {
  it('say what is due, from which event of which agency, after how many days of which kind', () => {
    expect(clocks({ ...CONDUCTED, trigger: { ...CONDUCTED.trigger, event: 'E-mail to the SOLO' } })).toMatch(
      /- For: Initial ERA, all agencies \| Counted from: E-mail to the SOLO, Police Scotland, 27 February 2026 \| First due: 10 March 2026 \| Due: 10 March 2026 \| Extension: None \| Days: 7 clear working days \| Clauses: ERA-2017 4\.0 \[confirmed: /,
    );
  });

  it('name how the clause is read', () => {
    expect(clocks(CONDUCTED)).toContain('[reading: our interpretation]');
    expect(sectionOf(printed(CONDUCTED), 'clauses')).toMatch(/ERA-2017 4\.0 \| How sure: \[reading: our interpretation\] \| What it says: The day of notification does not count\./);
  });

  it('do not list the days one by one', () => expect(clocks(CONDUCTED)).not.toMatch(/counts as|does not count, /));

  it('say what is not known, and what to enter', () => {
    expect(clocks({ ...CONDUCTED, trigger: { ...CONDUCTED.trigger, occurredOn: null } })).toMatch(/First due: Not known: Enter the date of the notification.* \| Due: Not known \|/);
  });

  it('keep the first day beside the later one, with its reason and who decided', () => {
    expect(clocks(CONDUCTED, { extensions: [extension('2026-03-17', 'Several houses.')] })).toMatch(
      /First due: 10 March 2026 \| Due: 17 March 2026 \| Extension: To 17 March 2026, decided by E\. Fyfe, on 6 March 2026\. Reason: Several houses\. \|/,
    );
  });

  it('keep an extension that no longer holds, or that lacks something', () => {
    const text = clocks(CONDUCTED, { extensions: [extension('2026-03-13', 'At first.'), extension('2026-03-17', 'Then.'), { ...extension('2026-03-18', 'Not decided.'), decidedOn: null }] });
    expect(text).toMatch(/that do not hold, .*\n- Initial ERA, all agencies\. To 13 March 2026, .* At first\..*\n- Initial ERA, all agencies\. To 18 March 2026, .*day not given\. Reason: Not decided\./);
    expect(clocks(CONDUCTED, { extensions: [extension('2026-03-17', 'Then.')] })).not.toMatch(/do not hold/);
  });

  it("show the person's own duty apart, and never rule on it", () => {
    const text = clocks(CONDUCTED, { movedOn: '2026-02-26' });
    const [ruledOn = '', own = ''] = text.split("The person's own duty: shown, never ruled on.");
    expect(own).toMatch(/Counted from: Change of home address, 26 February 2026 \| First due: 28 February 2026 .*3 calendar days/);
    expect(ruledOn).not.toMatch(/Change of home address/);
    expect(text).not.toMatch(/late|breach|overdue/i);
  });

  it("list each agency's own clock with the day it answered, and none that says nothing", () => {
    const blank = { startedOn: null, event: '', answeredOn: null };
    const text = clocks(BEFORE_AGENCIES, { agencies: { education: { startedOn: '2026-03-03', event: 'Letter', answeredOn: null }, solo: { ...blank, answeredOn: '2026-03-05' }, nhs: blank } });
    expect(text).toMatch(/Each agency's own clock\n- Agency: Housing: SOLO \| Started by: Not given \| On: With the others \| Answered on: 5 March 2026\n- Agency: Education \| Started by: Letter \| On: 3 March 2026 \| Answered on: Not on record\n/);
    expect(text).not.toMatch(/NHS/);
    expect(clocks(CONDUCTED), 'its answers stand with the agencies').not.toMatch(/own clock/);
  });

  it("count by the protocol's shorter limit, with its own clause", () => {
    expect(sectionOf(printed(onRecord(NOT_CONDUCTED, PROTOCOL)), 'clocks')).toMatch(/Annual review, all agencies .*Days: 15 clear working days .*Kinlowrie housing risk protocol .*\[local: the office's own protocol\]/);
  });

  it('say that none runs', () => {
    expect(sectionOf(printed(CONDUCTED, { person: { ...PERSON, under18: 'yes' } }), 'clocks')).toMatch(/No clock of the agencies runs in this case\./);
  });
});
