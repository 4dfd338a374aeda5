import { clockFacts, conductFacts } from '@/record';
import { describe, expect, it } from 'vitest';
import { CONDUCTED, NOT_CONDUCTED, PERSON } from '../cases/caseFile';

const clocksOf = (clocks: Partial<typeof CONDUCTED.clocks>) => clockFacts(PERSON, { ...CONDUCTED, clocks: { ...CONDUCTED.clocks, ...clocks } });

describe('conductFacts', () => {
  it('brings answers across as they were given, null where nobody has answered', () => {
    expect(conductFacts({ ...PERSON, level: null, registered: 'unknown' }, { ...CONDUCTED, local: { relet: 'yes' } })).toEqual({
      asOf: '2026-03-02', registered: 'unknown', category: 'category1', level: null, supervision: 'no', orders: PERSON.orders, behaviours: PERSON.behaviours, under18: 'no',
      trigger: 'newAddress', changes: CONDUCTED.changes, addressKind: 'proposed', lastEra: null, lastReview: null, local: { relet: 'yes' },
    });
  });

  it.each([
    ['a day', { answer: 'on', on: '2024-04-02' }, '2024-04-02'],
    ['a day that is not given yet, as not answered', { answer: 'on', on: null }, null],
    ['a day after the assessment was begun, as not answered', { answer: 'on', on: '2026-03-03' }, null],
    ['never', { answer: 'never', on: null }, 'never'],
    ['not known', { answer: 'unknown', on: null }, 'unknown'],
    ['a day left over from another answer, as the answer', { answer: 'never', on: '2024-04-02' }, 'never'],
    ['nothing', { answer: null, on: null }, null],
  ] as const)('reads of the last ERA: %s', (_name, lastEra, expected) => {
    expect(conductFacts(PERSON, { ...NOT_CONDUCTED, lastEra: { ...lastEra } }).lastEra).toBe(expected);
  });
});

describe('clockFacts', () => {
  it('takes the event of the notification in the words given, or else in those of the choice', () => {
    expect(clockFacts(PERSON, NOT_CONDUCTED).notification).toEqual({ on: '2026-02-27', event: 'Renewal at the station', agency: 'police' });
    expect(clockFacts(PERSON, CONDUCTED).notification.event).toBe('New address of a registered person');
    expect(clockFacts(PERSON, NOT_CONDUCTED).renewedOn).toBe('2026-02-27');
  });

  it('takes only agencies whose clock was started, each as an agency that can notify', () => {
    const { agencies } = clocksOf({ agencies: { nhs: { startedOn: '2026-03-03', event: 'Letter', answeredOn: null }, education: { startedOn: '2026-03-03', event: 'Call', answeredOn: null }, solo: { startedOn: null, event: '', answeredOn: null } } });
    expect(agencies).toEqual({ nhs: { on: '2026-03-03', event: 'Letter', agency: 'healthBoard' }, education: { on: '2026-03-03', event: 'Call', agency: 'other' } });
  });

  it('leaves out an extension that has no day yet', () => {
    const whole = { deadlineId: 'solo', to: '2026-03-12', reason: 'R', decidedOn: '2026-03-04', by: 'E. Fyfe' };
    expect(clocksOf({ extensions: [{ ...whole, to: null }, { ...whole, decidedOn: null }, whole] }).extensions).toEqual([whole]);
  });
});
