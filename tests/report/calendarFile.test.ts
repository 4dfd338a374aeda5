import { calendarFile } from '@/report/calendarFile';
import type { Deadline } from '@/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DEADLINE: Deadline = {
  id: 'initialEra', for: 'Initial ERA, all agencies', kind: 'clearWorkingDays', limitDays: 7, countedFrom: { on: '2026-04-01', event: 'TYPED event', agency: 'police' },
  firstDueOn: '2026-04-13', dueOn: '2026-04-20', extension: { deadlineId: 'initialEra', to: '2026-04-20', reason: 'TYPED reason', decidedOn: '2026-04-10', by: 'TYPED name' },
  days: [{ on: '2026-04-03', number: null, why: 'localHoliday', name: 'TYPED holiday' }], unknown: { reason: 'unanswered', say: 'TYPED say' }, ruledOn: true,
  clauses: [{ document: 'TYPED protocol', clause: 'TYPED', status: 'local', says: 'TYPED' }],
};
const OPTIONS = { reference: 'ST-7F3K-2M', stampedAt: '2026-03-02T10:05:09.123Z' };
const file = (deadlines: readonly Deadline[], reference = OPTIONS.reference) => calendarFile(deadlines, { ...OPTIONS, reference });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const lineOf = (text: string, name: string) => unfolded(text).find((line) => line.startsWith(name));

describe('calendarFile', () => {
  it('is an all-day entry for each due day, with nothing in it but reference, day and what is due', () => {
    expect(file([DEADLINE])).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Steading//Deadlines//EN',
      'BEGIN:VEVENT', 'UID:ST-7F3K-2M-initialEra@steading', 'DTSTAMP:20260302T100509Z', 'DTSTART;VALUE=DATE:20260420', 'DTEND;VALUE=DATE:20260421',
      'SUMMARY:Steading ST-7F3K-2M: Initial ERA\\, all agencies', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  it('holds nothing that anybody typed; control: it would be seen', () => {
    expect(file([DEADLINE])).not.toContain('TYPED');
    expect(file([{ ...DEADLINE, for: DEADLINE.extension?.reason ?? '' }])).toContain('TYPED');
  });

  it('leaves out what has no day, and keeps the order and the ids of the others', () => {
    const text = file([{ ...DEADLINE, id: 'solo' }, { ...DEADLINE, id: 'annualReview', dueOn: null }, { ...DEADLINE, id: 'agency.police', dueOn: '2026-12-31' }]);
    expect(unfolded(text).filter((line) => line.startsWith('UID:'))).toEqual(['UID:ST-7F3K-2M-solo@steading', 'UID:ST-7F3K-2M-agency.police@steading']);
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
    expect(file([{ ...DEADLINE, dueOn: null }])).toBe(file([]));
    expect(file([])).toBe('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Steading//Deadlines//EN\r\nEND:VCALENDAR\r\n');
  });

  it('ends the day after, over a leap day too', () => expect(file([{ ...DEADLINE, dueOn: '2028-02-28' }])).toContain('DTEND;VALUE=DATE:20280229'));

  it('escapes what iCalendar gives a meaning, so that no line can be slipped in', () => {
    const text = file([DEADLINE], 'A\\B;C,D\nEND:VEVENT\r\nX:1\rY');
    expect(lineOf(text, 'SUMMARY')).toBe('SUMMARY:Steading A\\\\B\\;C\\,D\\nEND:VEVENT\\nX:1\\nY: Initial ERA\\, all agencies');
    expect(lineOf(text, 'UID')).toBe('UID:A\\\\B\\;C\\,D\\nEND:VEVENT\\nX:1\\nY-initialEra@steading');
    expect(unfolded(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds at 75 octets: 75 stay on one line, the 76th goes to the next with a space', () => {
    const text = file([{ ...DEADLINE, for: 'x'.repeat(57) }], 'R');
    expect(text).toContain(`\r\nSUMMARY:Steading R: ${'x'.repeat(55)}\r\n xx\r\nCLASS`);
    expect(file([{ ...DEADLINE, for: 'x'.repeat(55) }], 'R')).toContain(`\r\nSUMMARY:Steading R: ${'x'.repeat(55)}\r\nCLASS`);
    expect(file([{ ...DEADLINE, for: 'x'.repeat(55 + 74 + 1) }], 'R')).toContain(`\r\n ${'x'.repeat(74)}\r\n x\r\nCLASS`);
  });

  it('folds between characters, never within one, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (reference) => {
      const lines = file([DEADLINE], reference).split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line, 'utf8')))).toBeLessThanOrEqual(75);
      const spoken = reference.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
      expect(lineOf(lines.join('\r\n'), 'SUMMARY')).toBe(`SUMMARY:Steading ${spoken}: Initial ERA\\, all agencies`);
    }));
  });

  it('refuses a stamp that is no instant', () => expect(() => calendarFile([], { ...OPTIONS, stampedAt: 'now' })).toThrow(RangeError));
});
