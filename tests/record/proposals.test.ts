import { type AssessmentSummary, inForce, type SiteChange, type StatusChange, summaryOfAssessment, type SurroundingsChange, unanswered } from '@/record';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED } from '../cases/caseFile';

const SUMMARY = summaryOfAssessment(caseOf(CONDUCTED));
const entry = (id: string, change: Partial<AssessmentSummary> = {}) => ({ id, summary: { ...SUMMARY, addressId: id, ...change } });

describe('records in force', () => {
  it.each([
    ['a complete record', {}, true],
    ['a complete record of an ERA that was not conducted', { choice: 'notConducted', outcome: null }, true],
    ['one that was decided as manageable, though something is still missing', { state: 'inProgress' }, true],
    ['not one in which nothing is decided', { state: 'inProgress', outcome: null }, false],
    ['not one that was withdrawn', { outcome: 'withdrawn' }, false],
    ['not an address that was found not manageable', { outcome: 'notManageable' }, false],
    ['but that one, where the person lives there', { outcome: 'notManageable', kind: 'livedIn' }, true],
  ] as const)('hold %s', (_, change, holds) => {
    expect(inForce([entry('a', change)])).toHaveLength(holds ? 1 : 0);
  });

  it('are the latest of a person at an address, in whatever order they are listed', () => {
    const [older, newer, other] = [entry('a', { startedAt: '2025-01-01T00:00:00.000Z' }), entry('b', { addressId: 'a' }), entry('c')];
    expect(inForce([older, newer, other]).map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
    expect(inForce([newer, other, older]).map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
    expect(inForce([older, { ...newer, summary: { ...newer.summary, state: 'inProgress', outcome: null } }]).map(({ id }) => id), 'one in progress replaces none').toEqual(['a']);
  });
});

const place = (id: string, lat: number, name = 'Linnhead Primary') => ({ siteIds: [id], name, category: 'school', at: { lng: -3.9, lat }, distanceMetres: 100, compass: 'N', relation: 'inside', source: 'Schools', asOf: null }) as const;
const added = (id: string, lat = 55.8, name?: string): SiteChange => ({ kind: 'added', category: 'school', then: null, now: place(id, lat, name), movedMetres: null, searchedThen: true });
const STATUS = { status: 'found', coverage: 'full', because: null } as const;
const status = (now: StatusChange['now']['status'], ...untold: string[]): StatusChange => ({ kind: 'status', category: 'school', then: STATUS, now: { ...STATUS, status: now }, untold: untold.map((id) => ({ siteIds: [id], name: id, why: 'sourceGone' })) });
const answered = (...changes: SurroundingsChange[]) => ({ changesAnswered: [{ answerId: '1', answer: 'declined', reason: 'Known.', at: '2026-06-01T00:00:00.000Z', by: 'A. Bell', packId: 'x', packTitle: 'x', asOn: '2026-06-01', changes, review: null }] as const });

describe('what was answered is not proposed again', () => {
  it.each<[string, SurroundingsChange, SurroundingsChange, boolean]>([
    ['the same place', added('school:1'), added('school:1'), false],
    ['the same place under another id, by its name', added('osm:1'), added('osm:2'), false],
    ['the same place 10 m off', added('school:1'), added('school:1', 55.80009), false],
    ['the same place 30 m further', added('school:1'), added('school:1', 55.80028), true],
    ['another place at the same spot', added('school:1'), added('school:2', 55.8, 'Another'), true],
    ['the same place, now gone', added('school:1'), { ...added('school:1'), kind: 'gone', then: place('school:1', 55.8), now: null }, true],
    ['the same status', status('notSearched'), status('notSearched'), false],
    ['another status', status('notSearched'), status('noneFound'), true],
    ['the same of fewer places', status('notSearched', 'a', 'b'), status('notSearched', 'b'), false],
    ['the same of more places', status('notSearched', 'a'), status('notSearched', 'a', 'b'), true],
    ['a status, where a place was answered', added('school:1'), status('found'), true],
  ])('%s', (_, before, now, asked) => {
    expect(unanswered([now], answered(before) as never)).toHaveLength(asked ? 1 : 0);
    expect(unanswered([now], {})).toHaveLength(1);
  });
});
