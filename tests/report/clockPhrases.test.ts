import { daysLeftPhrase, extensionPhrase, kindOfDayPhrase, limitPhrase, startPhrase } from '@/report';
import { describe, expect, it } from 'vitest';

const LATER = { deadlineId: 'initialEra', to: '2026-12-11', reason: 'Several houses in one yard.', decidedOn: '2026-12-01', by: 'E. Fyfe, inspector' };

describe('the wordings of clocks', () => {
  it.each([
    [kindOfDayPhrase('calendarDays'), 'calendar days'],
    [limitPhrase({ kind: 'clearWorkingDays', limitDays: 21 }), '21 clear working days'],
    [limitPhrase({ kind: 'fixedDay', limitDays: null }), 'A fixed day'],
    [startPhrase({ on: null, event: ' ', agency: null }), 'Event not given, day not given'],
    [startPhrase(null), 'Not counted: the day was set'],
    [extensionPhrase(LATER), 'To 11 December 2026, decided by E. Fyfe, inspector, on 1 December 2026. Reason: Several houses in one yard.'],
    [extensionPhrase({ to: null, reason: ' ', decidedOn: null, by: '' }), 'To a day that is not given, decided by somebody who is not named, day not given. Reason: none given'],
    [daysLeftPhrase('2026-12-04', '2026-12-04'), 'Due today'],
    [daysLeftPhrase('2026-12-04', '2026-12-03'), '1 calendar day left'],
    [daysLeftPhrase('2027-01-02', '2026-12-31'), '2 calendar days left'],
    [daysLeftPhrase('2026-03-30', '2026-03-28'), '2 calendar days left'],
    [daysLeftPhrase('2026-12-04', '2026-12-05'), 'Past by 1 calendar day'],
  ])('%s', (found, expected) => expect(found).toBe(expected));
});
