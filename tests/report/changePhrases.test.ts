import type { ChangesAnswered, SiteChange, StatusChange } from '@/record';
import { answeredPhrase, changeCountsPhrase, changeLine, changeRow } from '@/report';
import { describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { printed } from './request';

const school = (name: string, distanceMetres: number) => ({ siteIds: ['school:1'], name, category: 'school', at: { lng: -3.9, lat: 55.8 }, distanceMetres, compass: 'NE', relation: 'inside', source: 'School locations', asOf: '2026-05-01' }) as const;
const ADDED: SiteChange = { kind: 'added', category: 'school', then: null, now: school('New Primary', 120), movedMetres: null, searchedThen: true };
const MOVED: SiteChange = { kind: 'moved', category: 'school', then: school('Old name', 120), now: { ...school('Linnhead Primary', 180), relation: 'uncertain' }, movedMetres: 60.4, searchedThen: true };
const STATUS: StatusChange = {
  kind: 'status', category: 'playPark', then: { status: 'noneFound', coverage: 'full', because: null }, now: { status: 'notSearched', coverage: 'none', because: 'noDataHere' },
  untold: [{ siteIds: ['green:1'], name: 'Linn Play Park', why: 'notCovered' }],
};
const ANSWERED: ChangesAnswered = { answerId: '1', answer: 'declined', reason: 'Known since the visit', at: '2026-06-01T09:00:00.000Z', by: 'A. Bell', packId: 'x', packTitle: 'Linnhead, summer', asOn: '2026-06-01', changes: [ADDED, STATUS], review: null };

describe('changes of the surroundings in words', () => {
  it('put then beside now, with source and date', () => {
    expect(changeRow(MOVED)).toEqual({
      what: 'Moved', place: 'School: Linnhead Primary (then: Old name)', then: '120 m north-east, within the distance looked at. School locations, as of 1 May 2026.',
      now: '180 m north-east, uncertain whether within it. School locations, as of 1 May 2026. Its position or outline differs by 60 m.',
    });
    expect(changeLine(ADDED)).toBe('Added: School: New Primary. Then: Not on the list. Now: 120 m north-east, within the distance looked at. School locations, as of 1 May 2026.');
  });

  it('say that what was added may have been there, where not all was searched then', () => {
    expect(changeRow({ ...ADDED, searchedThen: false }).then).toContain('it may have been there');
  });

  it('never call what is no longer searched gone', () => {
    const { now } = changeRow(STATUS);
    expect(now).toContain('Not searched. No data covers this place.');
    expect(now).toContain('Linn Play Park (its source does not cover the place in the newer pack). That is not the same as gone.');
  });

  it('are counted by kind, without a sum', () => {
    expect(changeCountsPhrase([STATUS, ADDED, MOVED, ADDED])).toBe('2 added, 1 moved; something else can be said of 1 category');
  });

  it('stand on the print with what the officer answered, and nowhere in a record without them (control)', () => {
    const sections = (assessment: typeof CONDUCTED) => printed(assessment).sections;
    const [section] = sections({ ...CONDUCTED, changesAnswered: [ANSWERED] }).filter(({ id }) => id === 'changesAnswered');
    expect(section?.blocks[0]).toMatchObject({ kind: 'note', text: answeredPhrase(ANSWERED) });
    expect(answeredPhrase(ANSWERED)).toBe('No review was opened: Known since the visit. Answered 1 June 2026 at 10:00 by A. Bell. Told by Linnhead, summer (identity x), judged for age on 1 June 2026. Whether it was signed was not recorded.');
    expect(answeredPhrase({ ...ANSWERED, signature: null })).toMatch(/Not signed: nothing shows who published this data\.$/u);
    expect(section?.blocks[1]).toMatchObject({ kind: 'table', rows: [['Added', 'School: New Primary', expect.anything(), expect.anything()], ['What can be said', 'Play parks', expect.anything(), expect.anything()]] });
    expect(sections(CONDUCTED).map(({ id }) => id)).not.toContain('changesAnswered');
  });
});
