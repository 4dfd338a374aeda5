import { AHEAD_DAYS, type Assessment, type AssessmentSummary, inForce, noReply, noAgencyAnswers, othersNear, summaryOfAddress, summaryOfAssessment, workBy } from '@/record';
import { calendarOf, deadlinesBy } from '@/rules';
import { daysLater } from '@/terms';
import { describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, NOT_CONDUCTED, RELEASED } from '../cases/caseFile';
import { AT } from '../cases/surroundings';

const TODAY = '2026-03-20';
const SETTINGS = { calendar: calendarOf([], []), agenciesSideBySide: false };
/** Begun before it was asked who signs. */
const unsigned = ({ signed: _, ...assessment }: Assessment): Assessment => assessment;
const open = (change: Parameters<typeof caseOf>[0]) => summaryOfAssessment(caseOf(unsigned(change)));
const summary = (change: Partial<AssessmentSummary> = {}): AssessmentSummary => ({ ...open(CONDUCTED), ...change });
const begun = { ...CONDUCTED, review: { reviewOn: null, why: '', retentionRule: '' } };

describe('the work of a day', () => {
  it.each<[string, AssessmentSummary, readonly string[]]>([
    ['nothing of a complete record that is reviewed in a year', summary(), []],
    ['a complete record that officers have not signed', summary({ toSign: true }), ['sign']],
    ['a review from four weeks before its day', summary({ reviewOn: daysLater(TODAY, AHEAD_DAYS.review) }), ['review']],
    ['no review a day earlier than that', summary({ reviewOn: daysLater(TODAY, AHEAD_DAYS.review + 1) }), []],
    ['a review whose day is past', summary({ reviewOn: '2026-01-01' }), ['review']],
    ['a decision to leave it out that ran out', { ...open(NOT_CONDUCTED), state: 'complete', reopenOn: '2026-03-19' }, ['overdue']],
    ['a decision that holds: nothing', { ...open(NOT_CONDUCTED), state: 'complete', reopenOn: '2026-03-21' }, []],
    ['an initial ERA whose seven working days are past', open(begun), ['overdue']],
    ['one whose days begin today', open({ ...begun, agencies: noAgencyAnswers, trigger: { ...begun.trigger, occurredOn: TODAY } }), ['due']],
    ['a release within four weeks, beside what is overdue', open({ ...begun, clocks: { ...begun.clocks, releaseOn: '2026-04-01' } }), ['overdue', 'fixedDay']],
    ['a home that is held no longer', open({ ...begun, clocks: { ...begun.clocks, voidHeldUntil: '2026-03-19' } }), ['overdue', 'overdue']],
    ['one without an event to count from', open({ ...begun, addressKind: null, trigger: { ...begun.trigger, kind: null, occurredOn: null } }), ['uncounted']],
    ['an agency that was asked and has not answered', open({ ...begun, agencies: { ...noAgencyAnswers, contacts: { nhs: { ...noReply, reply: 'waiting', askedOn: '2026-03-10' } } } }), ['overdue', 'waiting']],
    ['a release whose record is complete, while it lies ahead', summary({ releaseOn: '2026-04-01' }), ['fixedDay']],
    ['nothing of a release that is past and complete', summary({ releaseOn: '2026-03-19' }), []],
    ['no release in half a year', open({ ...begun, clocks: { ...begun.clocks, releaseOn: '2026-10-01' } }), ['overdue']],
  ])('holds %s', (_, given, kinds) => {
    expect(workBy(deadlinesBy(SETTINGS, null), TODAY)(given).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('says of a release that there is no address yet', () => {
    const [said, other] = (['none', 'proposed'] as const).map((kind) => workBy(deadlinesBy(SETTINGS, null), TODAY)({ ...open({ ...RELEASED, ...begun, clocks: { ...begun.clocks, releaseOn: '2026-04-01' } }), kind }).find((one) => one.kind === 'fixedDay')?.what);
    expect([said, other]).toEqual(['Release or home leave; no address yet', 'Release or home leave']);
  });

  it('lists the release of a complete record with its day', () => {
    expect(summaryOfAssessment(caseOf(RELEASED))).toMatchObject({ state: 'complete', due: null, releaseOn: '2026-05-12' });
    expect(open(CONDUCTED)).not.toHaveProperty('releaseOn');
  });

  it('counts with the days of the calendar, over the end of a year', () => {
    expect(daysLater('2026-12-28', 7)).toBe('2027-01-04');
    expect(daysLater('2028-02-27', 2)).toBe('2028-02-29');
  });
});

describe('other people’s records in force here or near', () => {
  const NEAR = { lng: AT.lng, lat: AT.lat + 0.001 };
  const place = (id: string, change: Partial<typeof ADDRESS>) => ({ id, summary: summaryOfAddress({ ...ADDRESS, ...change }) });
  const addresses = [
    place('a1', {}), place('same', { text: '3 linn street,  Linnhead', position: null }), place('near', { flat: '1/1', position: { point: NEAR, precision: 'building', from: 'pin' } }),
    place('far', { flat: '0/1', position: { point: { lng: AT.lng, lat: AT.lat + 0.02 }, precision: 'building', from: 'pin' } }), place('vague', { flat: '0/2', position: { point: AT, precision: 'postcode', from: 'search' } }),
  ];
  const record = (id: string, addressId: string, change: Partial<AssessmentSummary> = {}) => ({ id, summary: summary({ personId: id, addressId, reference: `ST-${id}`, ...change }) });
  const told = (assessments: readonly ReturnType<typeof record>[], withinMetres: number | null = 500) =>
    othersNear({ assessmentId: 'mine', personId: 'p1', addressId: 'a1', assessments, addresses, withinMetres }).map(({ id, metres }) => [id, metres === null ? 'here' : metres > 0 ? 'near' : 'none']);

  it('are told at the address, by its id or by its words, then near it by the office’s own distance', () => {
    expect(told([record('n', 'near'), record('s', 'same'), record('i', 'a1'), record('f', 'far'), record('v', 'vague')])).toEqual([['i', 'here'], ['s', 'here'], ['n', 'near']]);
  });

  it('are told at the address alone where the office has chosen no distance', () => {
    expect(told([record('n', 'near'), record('i', 'a1')], null)).toEqual([['i', 'here']]);
  });

  it.each<[string, ReturnType<typeof record>]>([
    ['the person’s own', record('p1', 'a1')], ['one that was refused', record('x', 'a1', { outcome: 'notManageable', kind: 'proposed' })], ['one that the person has left', record('x', 'a1', { leftOn: '2026-03-01' })],
    ['one in progress', record('x', 'a1', { state: 'inProgress', outcome: null })],
  ])('leave out %s', (_, one) => {
    expect(told([one])).toEqual([]);
  });

  it('negative control: the same record in force is told', () => {
    expect(told([record('x', 'a1')])).toHaveLength(1);
    expect(inForce([record('x', 'a1', { leftOn: '2026-03-01' })])).toEqual([]);
  });
});
