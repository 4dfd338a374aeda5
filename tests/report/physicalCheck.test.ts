import type { Assessment, PropertyVisit } from '@/record';
import { describe, expect, it } from 'vitest';
import { begunBefore, CONDUCTED, LOCAL, NOT_IN_FULL, WALKED } from '../cases/caseFile';
import { withPhrase } from '../../src/views/parts/withPhrase';
import { onRecord, printed, sectionOf } from './request';

const section = (assessment: Assessment, id: string): string => sectionOf(printed(assessment), id);
const [first] = WALKED.visits;
const attempt = { ...first, visitId: 'v0', on: '2026-03-04', to: null, outcome: 'attempted', whyNot: 'noAccess', whyNotNote: 'The stair door was locked', looked: {} } as PropertyVisit;
const second = {
  ...first, inPairs: 'yes', secondRole: 'Housing officer', back: { expectedAt: '09:30', checkedInAt: '09:20', heldBy: 'Duty sergeant' },
  looked: { ...first?.looked, shop: { answer: 'seen', note: 'Across the road', at: '2026-03-05T08:52:00.000Z' } },
  sites: { 'school:2': { found: 'closed', note: 'Boarded up', where: '', point: null, listed: '2. Linnhead Academy: School, 380 m, North', at: null } },
} as PropertyVisit;
const VISITED: Assessment = { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [attempt, second] } };

describe('the printed physical check', () => {
  it.each([
    ['counts what was tried and not done, with why', /Tried and not done: once\.[\s\S]*Visit: 1 .*4 March 2026, from 08:30 .*Tried, and not done: no access\. The stair door was locked\./],
    ['says who went, in pairs, when, at which time of the day, and by when they were back', /Visit: 2 .*5 March 2026, 08:30 to 09:10 .*SOPU officer, with Housing officer .*Yes\. Pupils pass the door\. .*Expected by 09:30, held by Duty sergeant; checked in at 09:20/],
    ['says of each kind of place what each visit said, and who names it', /Kind of place: Shops \| Named by: ERA-2017 5\.3 \| What each visit said: Visit 2, 5 March 2026 at 08:52: Seen\. Across the road\./],
    ['says that not seen is not none', /never that there is none/],
    ['sets what was met beside what the map says', /What the map says: 2\. Linnhead Academy: School, 380 m, North \| What the visit says: Closed, or no longer there\. Boarded up\. Visit 2, 5 March 2026\./],
    ['tells risks to the community, to the person and to staff apart', /Risks to the community: No risk was seen\. .*\nRisks to the person: Graffiti in the stair\. .*\nRisks to staff: One way out\./],
    ['names what no visit can tell', /the agencies are asked: Childminders; Children's homes/],
  ])('%s', (_name, pattern) => { expect(section(VISITED, 'physicalCheck')).toMatch(pattern); });

  it('keeps the map’s finding in the list of sites and adds what was met', () => {
    expect(section(VISITED, 'sites')).toMatch(/Name: Linnhead Academy \| .*To its edge: 380 m .*On the physical check: Closed, or no longer there\. Boarded up\./);
    expect(section(CONDUCTED, 'sites')).not.toContain('On the physical check');
  });

  it('answers what no map can from the visit, in one place', () => {
    expect(section({ ...VISITED, physicalCheck: { ...WALKED, visits: [{ ...second, looked: { cctv: { answer: 'seen', note: 'At the door.', at: null } } }] } }, 'checks')).toMatch(/CCTV: Yes, there is\. At the door\. \[Fact/);
  });

  it('says that it was left out, and prints nothing of it for a record begun before', () => {
    expect(section({ ...NOT_IN_FULL, physicalCheck: { ...WALKED, visits: [] } }, 'physicalCheck')).toMatch(/Left out of this ERA by the conduct decision[\s\S]*No physical check is on record/);
    expect(printed(begunBefore(CONDUCTED)).sections.map(({ id }) => id)).not.toContain('physicalCheck');
  });

  it('shows the kinds of place of the local protocol as the office’s own', () => {
    expect(section(onRecord(VISITED, LOCAL), 'physicalCheck')).toMatch(/Kind of place: School bus stops \| Named by: The office \| What each visit said: Nobody has looked/);
  });
});

describe('the printed home visit', () => {
  it('says what was asked, what has changed, and that the list was read in part', () => {
    const homeVisit = { answers: { neighbours: { answer: 'notAsked', text: 'Nobody in.' }, changes: { answer: 'told', text: 'A lodger.' } }, changed: ['household'], source: 'Home visit', on: '2026-03-05', reviews: [] } as Assessment['homeVisit'] & object;
    expect(section({ ...CONDUCTED, addressKind: 'livedIn', homeVisit }, 'homeVisit')).toMatch(/read only in part[\s\S]*Current housing: Not given\nContact with neighbours: Not asked\. Nobody in\. .*\n[\s\S]*Changed: The household .*\nSource: Home visit/);
    expect(printed(CONDUCTED).sections.map(({ id }) => id), 'nobody lives there').not.toContain('homeVisit');
  });
});

describe('a tapped phrase', () => {
  it.each([['', 'Too dark', 'Too dark.'], ['Gate', 'Too dark', 'Gate. Too dark.'], ['Gate.', 'Too dark', 'Gate. Too dark.'], ['Too dark.', 'Too dark', 'Too dark.']])('after ‘%s’, ‘%s’ gives ‘%s’', (words, phrase, whole) => {
    expect(withPhrase(words, phrase)).toBe(whole);
  });
});
