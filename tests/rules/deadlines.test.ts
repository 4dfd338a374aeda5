import { deadlinesBy, deadlinesOf } from '@/rules/deadlines';
import { noFacts } from '@/rules/facts';
import { LIMITS } from '@/rules/standard/limits';
import { calendarOf } from '@/rules/timescales';
import type { ClockFacts, ClockSettings, ClockStart, Deadline, Extension } from '@/rules/clockTypes';
import type { Protocol } from '@/rules/protocolTypes';
import type { ConductFacts, LimitId } from '@/rules/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyClockedFacts, anyClockFacts, anyClockProtocol, EMPTY_PROTOCOL } from './clockArbitraries';

const FACTS: ConductFacts = { ...noFacts('2026-03-02'), under18: 'no', registered: 'yes', trigger: 'initialRegistration', addressKind: 'livedIn' };
const NOTIFIED: ClockStart = { on: '2026-04-01', event: 'Notified at the police office', agency: 'police' };
const CLOCK: ClockFacts = { notification: NOTIFIED, renewedOn: null, movedOn: null, releaseOn: null, voidHeldUntil: null, bidClosesOn: null, agencies: {}, extensions: [] };
const SETTINGS: ClockSettings = { calendar: calendarOf([], []), agenciesSideBySide: false };
const EXTENSION: Extension = { deadlineId: 'initialEra', to: '2026-04-20', reason: 'Complex case', decidedOn: '2026-04-10', by: 'DI A. Bell' };

function deadlines(facts: Partial<ConductFacts> = {}, clock: Partial<ClockFacts> = {}, settings: Partial<ClockSettings> = {}, protocol: Protocol | null = null): readonly Deadline[] {
  return deadlinesOf({ ...FACTS, ...facts }, { ...CLOCK, ...clock }, { ...SETTINGS, ...settings }, protocol);
}
const ids = (found: readonly Deadline[]) => found.map(({ id }) => id);
const dueDays = (found: readonly Deadline[]) => found.map(({ id, dueOn }) => [id, dueOn]);
function only(found: readonly Deadline[], id: string): Deadline {
  const [one, ...more] = found.filter((deadline) => deadline.id === id);
  if (one === undefined || more.length > 0) throw new Error(`Expected one ${id} among ${ids(found).join(', ')}.`);
  return one;
}
const INITIAL = ['initialEra', 'solo', 'otherAgencies'];

describe('the initial ERA', () => {
  it('is due 7 clear working days after the notification, over Easter: the SOLO 2, then the others 5', () => {
    const found = deadlines();
    expect(dueDays(found)).toEqual([['initialEra', '2026-04-13'], ['solo', '2026-04-06'], ['otherAgencies', '2026-04-13']]);
    expect(found.map(({ countedFrom }) => countedFrom)).toEqual([NOTIFIED, NOTIFIED, { on: '2026-04-06', event: "End of the SOLO's part", agency: 'solo' }]);
    expect(only(found, 'solo')).toEqual({
      id: 'solo', for: "SOLO's part of the initial ERA", kind: 'clearWorkingDays', limitDays: 2, countedFrom: NOTIFIED, firstDueOn: '2026-04-06', dueOn: '2026-04-06', extension: null,
      days: [
        { on: '2026-04-01', number: null, why: 'start', name: null }, { on: '2026-04-02', number: 1, why: 'working', name: null },
        { on: '2026-04-03', number: null, why: 'nationalHoliday', name: 'Good Friday' }, { on: '2026-04-04', number: null, why: 'weekend', name: null },
        { on: '2026-04-05', number: null, why: 'weekend', name: null }, { on: '2026-04-06', number: 2, why: 'working', name: null },
      ],
      unknown: null, ruledOn: true, clauses: LIMITS.solo.clauses,
    });
    expect(found.map(({ for: words, limitDays, ruledOn, unknown, clauses }) => [words, limitDays, ruledOn, unknown, clauses])).toEqual([
      ['Initial ERA, all agencies', 7, true, null, LIMITS.initialEra.clauses],
      ["SOLO's part of the initial ERA", 2, true, null, LIMITS.solo.clauses],
      ["Other agencies' part of the initial ERA", 5, true, null, LIMITS.otherAgencies.clauses],
    ]);
  });

  it('has the others begin with the notification where the office sets the two side by side', () => {
    const found = deadlines({}, {}, { agenciesSideBySide: true });
    expect(dueDays(found)).toEqual([['initialEra', '2026-04-13'], ['solo', '2026-04-06'], ['otherAgencies', '2026-04-09']]);
    expect(only(found, 'otherAgencies').countedFrom).toEqual(NOTIFIED);
  });

  it.each<[string, Partial<ConductFacts>, readonly string[]]>([
    ['first registration', { trigger: 'initialRegistration' }, INITIAL],
    ['new address', { trigger: 'newAddress' }, [...INITIAL, 'ownNotification']],
    ['release', { trigger: 'release' }, INITIAL],
    ['annual review', { trigger: 'annualReview' }, ['annualReview']],
    ['changed person', { trigger: 'personChanged' }, []],
    ['changed household', { trigger: 'householdChanged' }, []],
    ['changed environment', { trigger: 'environmentChanged' }, []],
    ['something else', { trigger: 'other' }, []],
    ['no event given', { trigger: null }, []],
    ['changed person, proposed address', { trigger: 'personChanged', addressKind: 'proposed' }, INITIAL],
    ['annual review, proposed address', { trigger: 'annualReview', addressKind: 'proposed' }, [...INITIAL, 'annualReview']],
    ['something else, temporary address', { trigger: 'other', addressKind: 'temporary' }, []],
    ['something else, no answer on the address', { trigger: 'other', addressKind: null }, []],
  ])('has its clocks on: %s', (_what, facts, expected) => expect(ids(deadlines(facts))).toEqual(expected));

  it('is not known before somebody says when the notification was', () => {
    const unknown = { reason: 'unanswered', say: 'Enter the date of the notification, and which event of which agency it was.' };
    const open = { ...NOTIFIED, on: null };
    for (const agenciesSideBySide of [false, true]) {
      const found = deadlines({}, { notification: open }, { agenciesSideBySide });
      expect(found.map(({ dueOn, firstDueOn, days, unknown: why }) => [dueOn, firstDueOn, days, why])).toEqual(INITIAL.map(() => [null, null, [], unknown]));
    }
    expect(deadlines({}, { notification: open })[2]?.countedFrom).toEqual({ on: null, event: "End of the SOLO's part", agency: 'solo' });
  });

  it('is not known past the last covered year, each part for itself', () => {
    const say = 'The calendar does not hold the Scottish bank holidays of 2028, so working days in 2028 are not counted. Add the published holidays of 2028 in the office settings.';
    const from = (on: string) => deadlines({}, { notification: { ...NOTIFIED, on } });
    expect(dueDays(from('2027-12-24'))).toEqual([['initialEra', null], ['solo', '2027-12-30'], ['otherAgencies', null]]);
    expect(from('2027-12-31').map(({ dueOn, unknown }) => [dueOn, unknown])).toEqual(INITIAL.map(() => [null, { reason: 'calendarNotCovered', say }]));
    expect(only(from('2027-12-24'), 'otherAgencies').unknown).toEqual({ reason: 'calendarNotCovered', say });
  });
});

describe('whose clocks they are', () => {
  it('has none for a person under 18, not even a fixed day', () => {
    expect(deadlines({ under18: 'yes' }, { releaseOn: '2026-05-01', movedOn: '2026-03-02' })).toEqual([]);
    for (const under18 of ['no', 'unknown', null] as const) expect(ids(deadlines({ under18 }))).toEqual(INITIAL);
  });

  it('counts nothing for a person who is not registered: only the fixed days stand', () => {
    expect(ids(deadlines({ registered: 'no', trigger: 'newAddress' }, { releaseOn: '2026-05-01', movedOn: '2026-03-02', agencies: { police: NOTIFIED } }))).toEqual(['release']);
  });

  it.each<[string, Partial<ConductFacts>]>([
    ['nobody has answered about registration', { registered: null }],
    ['registration is not known', { registered: 'unknown' }],
    ['the answer contradicts category 1', { registered: 'no', trigger: 'newAddress', category: 'category1' }],
    ['the answer contradicts the event', { registered: 'no', trigger: 'initialRegistration' }],
  ])('counts all the same where %s', (_what, facts) => expect(ids(deadlines(facts)).slice(0, 3)).toEqual(INITIAL));
});

describe('the annual review', () => {
  it('is due 21 clear working days after the date of renewal', () => {
    const found = deadlines({ trigger: 'annualReview' }, { renewedOn: '2026-04-27' });
    expect(dueDays(found)).toEqual([['annualReview', '2026-05-28']]);
    expect(found[0]).toMatchObject({
      for: 'Annual review, all agencies', kind: 'clearWorkingDays', limitDays: 21, countedFrom: { on: '2026-04-27', event: 'Renewal of registration', agency: null }, unknown: null, clauses: LIMITS.annualReview.clauses,
    });
    expect(found[0]?.days.filter(({ number }) => number !== null)).toHaveLength(21);
  });

  it('is not known before somebody says when registration was renewed', () => {
    expect(deadlines({ trigger: 'annualReview' })[0]).toMatchObject({ dueOn: null, days: [], unknown: { reason: 'unanswered', say: 'Enter the date on which registration was renewed.' } });
  });
});

describe("an agency's own clock", () => {
  const agencies = { police: { ...NOTIFIED, on: '2026-03-06' }, education: { on: null, event: 'Letter', agency: 'other' }, solo: { on: '2026-03-02', event: 'E-mail', agency: 'solo' } } as const;

  it('counts 2 for the SOLO and 5 for others from its own event, in the order of ERA-2017 5.1', () => {
    const found = deadlines({}, { agencies }).slice(3);
    expect(found.map(({ id, for: words, limitDays, countedFrom, dueOn, clauses }) => [id, words, limitDays, countedFrom, dueOn, clauses])).toEqual([
      ['agency.solo', 'Housing: SOLO', 2, agencies.solo, '2026-03-04', LIMITS.solo.clauses],
      ['agency.education', 'Education', 5, agencies.education, null, LIMITS.otherAgencies.clauses],
      ['agency.police', 'Police: SOPU', 5, agencies.police, '2026-03-13', LIMITS.otherAgencies.clauses],
    ]);
    expect(found[1]?.unknown).toEqual({ reason: 'unanswered', say: "Enter the date of the event that started this agency's clock." });
  });

  it('counts 21 for every agency on an annual review', () => {
    const found = deadlines({ trigger: 'annualReview' }, { agencies });
    expect(dueDays(found)).toEqual([['annualReview', null], ['agency.solo', '2026-03-31'], ['agency.education', null], ['agency.police', '2026-04-07']]);
    expect(found.map(({ limitDays }) => limitDays)).toEqual([21, 21, 21, 21]);
    expect(deadlines({ trigger: 'annualReview', addressKind: 'proposed' }, { agencies }).slice(3).map(({ limitDays }) => limitDays)).toEqual([21, 21, 21, 21]);
  });

  it('has no limit where the event has none', () => expect(deadlines({ trigger: 'personChanged' }, { agencies })).toEqual([]));
});

describe("the person's own duty", () => {
  it('is 3 calendar days beginning with the move, over a weekend, and is never ruled on', () => {
    expect(only(deadlines({ trigger: 'newAddress' }, { movedOn: '2026-03-06' }), 'ownNotification')).toEqual({
      id: 'ownNotification', for: "The person's own notification of a change of home address", kind: 'calendarDays', limitDays: 3,
      countedFrom: { on: '2026-03-06', event: 'Change of home address', agency: null }, firstDueOn: '2026-03-08', dueOn: '2026-03-08', extension: null,
      days: [{ on: '2026-03-06', number: 1, why: 'start', name: null }, { on: '2026-03-07', number: 2, why: 'calendar', name: null }, { on: '2026-03-08', number: 3, why: 'calendar', name: null }],
      unknown: null, ruledOn: false, clauses: LIMITS.ownNotification.clauses,
    });
  });

  it('is shown wherever a move is given, whatever the event, and in a year that no calendar covers', () => {
    expect(dueDays(deadlines({ trigger: 'other' }, { movedOn: '2028-02-28' }))).toEqual([['ownNotification', '2028-03-01']]);
    expect(dueDays(deadlines({ trigger: null }, { movedOn: '2026-03-02' }))).toEqual([['ownNotification', '2026-03-04']]);
  });

  it('is not known at a new address before the move', () => {
    expect(only(deadlines({ trigger: 'newAddress' }), 'ownNotification')).toMatchObject({
      dueOn: null, ruledOn: false, unknown: { reason: 'unanswered', say: 'Enter the date of the change of home address once it has happened.' },
    });
  });

  it('is extended by nobody, and shortened by no protocol', () => {
    const protocol: Protocol = { ...EMPTY_PROTOCOL, limits: [{ limit: 'ownNotification', days: 1, reason: 'Sooner' }], holidays: [{ on: '2026-03-07', name: 'Fair' }] };
    const found = deadlines({ trigger: 'other' }, { movedOn: '2026-03-06', extensions: [{ ...EXTENSION, deadlineId: 'ownNotification' }] }, {}, protocol);
    expect(found).toEqual(deadlines({ trigger: 'other' }, { movedOn: '2026-03-06' }));
  });
});

describe('fixed days', () => {
  it('stand as given, after what is counted', () => {
    const found = deadlines({ trigger: 'other' }, { releaseOn: '2026-05-01', voidHeldUntil: '2026-05-02', bidClosesOn: '2026-05-03', movedOn: '2026-03-02' });
    const fixed = (id: string, words: string, on: string) => ({
      id, for: words, kind: 'fixedDay', limitDays: null, countedFrom: null, firstDueOn: on, dueOn: on, extension: null, days: [], unknown: null, ruledOn: true, clauses: [],
    });
    expect(ids(found)).toEqual(['ownNotification', 'release', 'voidHeld', 'bidCloses']);
    expect(found.slice(1)).toEqual([fixed('release', 'Release or home leave', '2026-05-01'), fixed('voidHeld', 'Landlord holds the property until', '2026-05-02'), fixed('bidCloses', 'Bid closes', '2026-05-03')]);
  });

  it('are refused where they are no dates, like every other date', () => {
    expect(() => deadlines({}, { releaseOn: '1 May' })).toThrow(new RangeError("'1 May' is not a date: give a day of the calendar as YYYY-MM-DD."));
    expect(() => deadlines({}, { notification: { ...NOTIFIED, on: 'soon' } })).toThrow(RangeError);
    expect(() => deadlines({}, { extensions: [{ ...EXTENSION, to: 'later' }] })).toThrow(RangeError);
  });
});

describe('a local protocol', () => {
  const withLimits = (...limits: readonly (readonly [LimitId, number])[]): Protocol => ({ ...EMPTY_PROTOCOL, limits: limits.map(([limit, days]) => ({ limit, days, reason: `At most ${days} here.` })) });
  const local = (says: string) => ({ document: 'Linnhead protocol', clause: 'version 3', status: 'local', says });

  it('shortens a limit, with its own clause beside the national ones', () => {
    const found = deadlines({}, {}, {}, withLimits(['initialEra', 6]));
    expect(dueDays(found)).toEqual([['initialEra', '2026-04-10'], ['solo', '2026-04-06'], ['otherAgencies', '2026-04-10']]);
    expect(found.map(({ limitDays }) => limitDays)).toEqual([6, 2, 4]);
    expect(only(found, 'initialEra').clauses).toEqual([...LIMITS.initialEra.clauses, local('At most 6 here.')]);
    expect(only(found, 'solo').clauses).toEqual(LIMITS.solo.clauses);
  });

  it('ends every part with the whole that it shortens, side by side too', () => {
    for (const agenciesSideBySide of [false, true]) {
      const found = deadlines({}, {}, { agenciesSideBySide }, withLimits(['initialEra', 1]));
      expect(dueDays(found)).toEqual([['initialEra', '2026-04-02'], ['solo', '2026-04-02'], ['otherAgencies', '2026-04-02']]);
      expect(only(found, 'solo')).toMatchObject({ limitDays: 1, firstDueOn: '2026-04-02' });
      expect(only(found, 'solo').days.map(({ on }) => on)).toEqual(only(found, 'initialEra').days.map(({ on }) => on));
    }
  });

  it('gives no day to a part that cannot be counted, though the whole that it shortens can be', () => {
    const found = deadlines({}, { notification: { ...NOTIFIED, on: '2027-12-30' } }, {}, withLimits(['initialEra', 1]));
    expect(dueDays(found)).toEqual([['initialEra', '2027-12-31'], ['solo', null], ['otherAgencies', null]]);
    expect(only(found, 'solo')).toMatchObject({ limitDays: 2, days: [], unknown: { reason: 'calendarNotCovered' } });
  });

  it('moves the others with the SOLO whose part it shortens, and an agency of its own too', () => {
    const found = deadlines({}, { agencies: { solo: NOTIFIED } }, {}, withLimits(['solo', 1]));
    expect(dueDays(found)).toEqual([['initialEra', '2026-04-13'], ['solo', '2026-04-02'], ['otherAgencies', '2026-04-10'], ['agency.solo', '2026-04-02']]);
  });

  it('takes the shortest of several, and leaves the others', () => {
    expect(only(deadlines({}, {}, {}, withLimits(['initialEra', 6], ['initialEra', 4], ['initialEra', 5], ['solo', 1])), 'initialEra')).toMatchObject({ limitDays: 4, clauses: [...LIMITS.initialEra.clauses, local('At most 4 here.')] });
  });

  it('never lengthens a limit, and an equal one changes nothing', () => {
    expect(deadlines({}, {}, {}, withLimits(['initialEra', 8], ['solo', 2], ['otherAgencies', 366]))).toEqual(deadlines());
  });

  it('adds its holidays to those of the office', () => {
    const settings = { calendar: calendarOf([{ on: '2026-04-02', name: 'Office' }], []) };
    const protocol: Protocol = { ...EMPTY_PROTOCOL, holidays: [{ on: '2026-04-06', name: 'Easter Monday' }] };
    expect(only(deadlines({}, {}, settings, protocol), 'solo').dueOn).toBe('2026-04-08');
    expect(only(deadlines({}, {}, settings), 'solo').dueOn).toBe('2026-04-07');
  });
});

describe('an extension', () => {
  const extendedBy = (...extensions: readonly Partial<Extension>[]) => deadlines({}, { extensions: extensions.map((one) => ({ ...EXTENSION, ...one })), releaseOn: '2026-05-01' });

  it('moves the due day and keeps the first', () => {
    const found = extendedBy({});
    expect(only(found, 'initialEra')).toEqual({ ...only(deadlines(), 'initialEra'), dueOn: '2026-04-20', extension: EXTENSION });
    expect(dueDays(found).slice(1, 3)).toEqual(dueDays(deadlines()).slice(1));
  });

  it('counts where it is the last that is good', () => {
    expect(only(extendedBy({}, { to: '2026-04-17' }), 'initialEra').dueOn).toBe('2026-04-17');
    expect(only(extendedBy({ to: '2026-04-17' }, {}, { reason: ' \n' }, { to: '2026-04-13' }, { to: '2026-04-30', deadlineId: 'solo' }), 'initialEra').dueOn).toBe('2026-04-20');
  });

  it.each<[string, Partial<Extension>]>([
    ['without a reason', { reason: '' }],
    ['with a blank reason', { reason: ' \t' }],
    ['to the first due day', { to: '2026-04-13' }],
    ['to an earlier day', { to: '2026-04-10' }],
    ['of a deadline that is not there', { deadlineId: 'annualReview' }],
  ])('changes nothing %s', (_what, extension) => expect(extendedBy(extension)).toEqual(deadlines({}, { releaseOn: '2026-05-01' })));

  it('counts from the next day on', () => expect(only(extendedBy({ to: '2026-04-14' }), 'initialEra').dueOn).toBe('2026-04-14'));

  it('of the SOLO gives the others no more time', () => {
    const found = extendedBy({ deadlineId: 'solo' });
    expect(only(found, 'solo')).toMatchObject({ firstDueOn: '2026-04-06', dueOn: '2026-04-20' });
    expect(only(found, 'otherAgencies').dueOn).toBe('2026-04-13');
  });

  it('may move a fixed day, and keeps the first one too', () => {
    expect(only(extendedBy({ deadlineId: 'release', to: '2026-05-08' }), 'release')).toMatchObject({ firstDueOn: '2026-05-01', dueOn: '2026-05-08' });
  });

  it('gives no day to a deadline that is not known', () => {
    expect(only(deadlines({}, { notification: { ...NOTIFIED, on: null }, extensions: [EXTENSION] }), 'initialEra')).toMatchObject({ dueOn: null, extension: null });
  });
});

describe('deadlines, whatever the case', () => {
  const anySettings: fc.Arbitrary<ClockSettings> = fc.record({ calendar: anyCalendar, agenciesSideBySide: fc.boolean() });
  const RUNS = { numRuns: 1000 };

  it('have an id each, a day or a reason why not, and are never due before the first day', () => {
    fc.assert(fc.property(anyClockedFacts, anyClockFacts, anySettings, fc.option(anyClockProtocol, { nil: null }), (facts, clock, settings, protocol) => {
      const found = deadlinesOf(facts, clock, settings, protocol);
      expect(new Set(ids(found)).size).toBe(found.length);
      for (const { dueOn, firstDueOn, unknown, extension, days, kind, limitDays, ruledOn } of found) {
        expect(dueOn === null).toBe(unknown !== null);
        expect(dueOn === null || firstDueOn === null ? dueOn === firstDueOn : dueOn >= firstDueOn).toBe(true);
        expect(extension === null).toBe(dueOn === firstDueOn);
        expect(days.filter(({ number }) => number !== null)).toHaveLength(kind === 'fixedDay' || unknown ? 0 : (limitDays ?? -1));
        expect(ruledOn).toBe(kind !== 'calendarDays');
      }
    }), RUNS);
  });

  it('are the same of each record, however many the same calendar has counted before', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyClockedFacts, anyClockFacts), { minLength: 2, maxLength: 5 }), anySettings, fc.option(anyClockProtocol, { nil: null }), (records, settings, protocol) => {
      const counted = deadlinesBy(settings, protocol);
      for (const [facts, clock] of [...records, ...records]) expect(counted(facts, clock)).toEqual(deadlinesOf(facts, clock, settings, protocol));
    }), { numRuns: 60 });
  });

  const neverLonger = (deadlinesUnder: typeof deadlinesOf) => fc.property(anyClockedFacts, anyClockFacts, anySettings, anyClockProtocol, (facts, clock, settings, { limits }) => {
    const found = deadlinesUnder(facts, clock, settings, { ...EMPTY_PROTOCOL, limits });
    return deadlinesOf(facts, clock, settings, null).every((national, index) => {
      const here = found[index];
      return here !== undefined && here.id === national.id && (here.limitDays ?? 0) <= (national.limitDays ?? 0) && (here.firstDueOn ?? '') <= (national.firstDueOn ?? '9999')
        && national.clauses.every((clause) => here.clauses.includes(clause));
    });
  });
  it('are never made longer or fewer by the limits of a protocol, and lose no clause', () => fc.assert(neverLonger(deadlinesOf), RUNS));

  const careless: readonly [string, typeof deadlinesOf][] = [
    ['takes any limit of the protocol', (facts, clock, settings, protocol) => deadlinesOf(facts, clock, settings, protocol).map((one) => ({ ...one, limitDays: protocol?.limits.find(({ limit }) => limit === one.id)?.days ?? one.limitDays }))],
    ["puts the office's clause in the place of the national ones", (facts, clock, settings, protocol) => deadlinesOf(facts, clock, settings, protocol).map((one) => ({ ...one, clauses: one.clauses.slice(-1) }))],
    ['drops what the protocol does not name', (facts, clock, settings, protocol) => deadlinesOf(facts, clock, settings, protocol).filter(({ id }) => protocol?.limits.some(({ limit }) => limit === id))],
  ];
  it.each(careless)('control: the overlay that %s is caught', (_what, overlaid) => expect(fc.check(neverLonger(overlaid), RUNS).failed).toBe(true));
});
