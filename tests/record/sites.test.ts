import { changesBetween, judgementOf, mergedSites, movedSince, numberedSites, parseAssessment, sitesToJudge, surroundingsFrom, taskStates } from '@/record';
import { siteRow } from '@/report';
import { describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED } from '../cases/caseFile';
import { ANSWER, HEADER } from '../cases/surroundings';

const { surroundings, addedSites } = CONDUCTED;

describe('surroundingsFrom', () => {
  it('keeps the answer whole and only the layers that answered', () => {
    const kept = surroundingsFrom({ answer: ANSWER, header: HEADER, signature: null, office: { radiusReason: 'because' }, at: '2026-03-02T10:00:00.000Z', by: 'A. Bell' });
    expect(kept.answer).toEqual(ANSWER);
    expect(kept.layers.map(({ id }) => id)).toEqual(['schools', 'care', 'greens']);
    expect(kept.radiusReason).toBe('because');
  });
});

describe('movedSince', () => {
  it('tells a moved pin, another precision and a pin taken away from the position looked up', () => {
    if (!surroundings) throw new Error('The case was looked up.');
    expect(movedSince(surroundings, ADDRESS)).toBe(false);
    expect(movedSince(surroundings, { position: { point: { lng: -3.9, lat: 55.80001 }, precision: 'building', from: 'pin' } })).toBe(true);
    expect(movedSince(surroundings, { position: { point: { lng: -3.9, lat: 55.8 }, precision: 'postcode', from: 'search' } })).toBe(true);
    expect(movedSince(surroundings, { position: null })).toBe(true);
  });
});

describe('numberedSites', () => {
  it('numbers found and uncertain sites in the order of the answer, then added ones', () => {
    expect(numberedSites({ surroundings, addedSites }).map(({ number, name }) => `${number} ${name}`)).toEqual(['1 Linnhead Primary', '2 Linnhead Academy', '3 Wee Linn Nursery', '4 Sweet shop']);
  });

  it('renumbers nothing when a place is added', () => {
    const more = [...addedSites, ...addedSites.map((site) => ({ ...site, addedId: 'x2' }))];
    expect(numberedSites({ surroundings, addedSites: more }).slice(0, 4)).toEqual(numberedSites({ surroundings, addedSites }));
  });

  it('numbers a place once, however many sources list it, and keeps what the others call it', () => {
    if (!surroundings) throw new Error('The case was looked up.');
    const members = [{ siteId: 'school:1.a', name: 'Linnhead Primary', layerId: 'schools', placed: false }, { siteId: 'osm:way/1', name: 'Linnhead PS', layerId: 'greens', placed: true }];
    const withMembers = {
      ...surroundings,
      answer: { ...surroundings.answer, categories: surroundings.answer.categories.map((one) => ({ ...one, sites: one.sites.map((each) => (each.site.siteId === 'school:1.a' ? { ...each, site: { ...each.site, members } } : each)) })) },
    };
    const numbered = numberedSites({ surroundings: withMembers, addedSites });
    expect(numbered.map(({ name }) => name)).toEqual(numberedSites({ surroundings, addedSites }).map(({ name }) => name));
    expect(numbered[0]?.alsoListed).toEqual([{ name: 'Linnhead PS', layerId: 'greens', placed: true, layer: { title: surroundings.layers[2]?.title, asOf: surroundings.layers[2]?.asOf } }]);
    expect(numbered.slice(1).every(({ alsoListed }) => alsoListed.length === 0)).toBe(true);
  });

  it('leaves out what lies beyond the distance looked at', () => {
    expect(numberedSites({ surroundings, addedSites: [] }).map(({ key }) => key)).not.toContain('green:4');
  });

  it('numbers added sites alone before anything was looked up', () => {
    expect(numberedSites({ surroundings: null, addedSites }).map(({ number, key, geometry }) => ({ number, key, geometry }))).toEqual([{ number: 1, key: 'x1', geometry: null }]);
  });
});

describe('a site that is not one place, by the officer’s word', () => {
  if (!surroundings) throw new Error('The case was looked up.');
  const merged = (at?: { point: { lng: number; lat: number }; errorMetres: number; extentMetres: number }) => {
    const members = [{ siteId: 'school:1.a', name: 'Linnhead Primary', layerId: 'schools', placed: false, ...(at && { at }) }, { siteId: 'osm:way/1', name: 'Linnhead PS', layerId: 'greens', placed: true }];
    return {
      ...surroundings,
      answer: { ...surroundings.answer, categories: surroundings.answer.categories.map((one) => ({ ...one, sites: one.sites.map((each) => (each.site.siteId === 'school:1.a' ? { ...each, site: { ...each.site, members } } : each)) })) },
    };
  };
  const splits = { 'school:1.a': { reason: 'Two schools of one name.' } };
  const AT = { lng: -3.9, lat: 55.8 };

  it('is its listings, each by its own name and source, the one without a position said to be so', () => {
    const rows = numberedSites({ surroundings: merged(), addedSites, splits });
    expect(rows.map(({ number, key, name }) => `${number} ${key} ${name}`)).toEqual(['1 osm:way/1 Linnhead PS', '2 school:2 Linnhead Academy', '3 care:9 Wee Linn Nursery', '4 x1 Sweet shop', '5 school:1.a Linnhead Primary']);
    expect(rows[0]).toMatchObject({ nearby: { distanceMetres: 120 }, layer: { title: 'Open greenspace' }, alsoListed: [], toldApart: { reason: 'Two schools of one name.', from: ['Linnhead Primary'] } });
    expect(rows[4]).toMatchObject({ nearby: null, geometry: null, added: null, layer: { title: 'School locations' }, toldApart: { from: ['Linnhead PS'] } });
    expect(siteRow(rows[4] as never)).toMatchObject({ distance: 'Position not held in the pack', relation: 'Not known', precision: 'Not known', source: 'School locations, as of 1 November 2025. Told apart from Linnhead PS by the officer: Two schools of one name.' });
  });

  it.each([
    ['inside', 200, 10, 0, 'inside'], ['uncertain for its own error', 200, 500, 0, 'uncertain'], ['uncertain for the grounds it stands for', 700, 10, 408, 'uncertain'], ['outside', 700, 10, 0, 'outside'],
  ] as const)('is measured where its own source places it: %s', (_, metres, errorMetres, extentMetres, relation) => {
    const rows = numberedSites({ surroundings: merged({ point: { lng: AT.lng, lat: AT.lat + metres / 111_340 }, errorMetres, extentMetres }), addedSites: [], splits });
    expect(rows.at(-1)?.nearby).toMatchObject({ relation, errorMetres: 10 + errorMetres, compass: 'N' });
    expect(rows.at(-1)?.nearby?.distanceMetres).toBeCloseTo(metres, -1);
  });

  it('renumbers no other site, and is one place again once the word is taken back (control)', () => {
    const before = numberedSites({ surroundings: merged(), addedSites });
    expect(numberedSites({ surroundings: merged(), addedSites, splits }).slice(0, 4).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(numberedSites({ surroundings: merged(), addedSites, splits: {} })).toEqual(before);
    expect(numberedSites({ surroundings, addedSites, splits }), 'a site that is no longer merged').toEqual(numberedSites({ surroundings, addedSites }));
    expect(mergedSites({ surroundings: merged() })).toEqual([{ siteId: 'school:1.a', category: 'school', listings: [{ siteId: 'school:1.a', name: 'Linnhead Primary', source: 'School locations' }, { siteId: 'osm:way/1', name: 'Linnhead PS', source: 'Open greenspace' }] }]);
  });

  it('asks for a reason, and the history keeps both ways', () => {
    const blank = { ...CONDUCTED, surroundings: merged(), splits: { 'school:1.a': { reason: ' ' } } };
    expect(taskStates(caseOf(blank)).sites.missing).toEqual([{ field: 'splits.school:1.a.reason', say: 'Linnhead Primary: say why it is not one place.' }]);
    expect(taskStates(caseOf({ ...blank, splits })).sites.missing).toEqual([]);
    expect(parseAssessment(JSON.parse(JSON.stringify({ ...blank, splits })))).toEqual({ ...blank, splits });
    const plain = { ...CONDUCTED, surroundings: merged() };
    expect(changesBetween(plain, { ...plain, splits })).toEqual([{ path: 'splits', from: null, to: splits }]);
    expect(changesBetween({ ...plain, splits }, plain)).toEqual([{ path: 'splits', from: splits, to: null }]);
  });
});

describe('sitesToJudge and judgementOf', () => {
  it('groups found, uncertain and added sites by category', () => {
    expect(sitesToJudge({ surroundings, addedSites }).map(({ category, sites }) => [category, sites.map(({ number }) => number)])).toEqual([['school', [1, 2]], ['nursery', [3]], ['shop', [4]]]);
  });

  it("takes the category's judgement unless the site was judged apart", () => {
    expect(judgementOf({ key: 'school:1.a', category: 'school' }, CONDUCTED)).toEqual({ relevance: 'relevant', reason: 'Victim profile.', apart: false });
    expect(judgementOf({ key: 'school:2', category: 'school' }, CONDUCTED)).toMatchObject({ relevance: 'notRelevant', apart: true });
    expect(judgementOf({ key: 'x9', category: 'library' }, CONDUCTED)).toBeNull();
  });

  it('does not let an exception without an answer hide the judgement of its category', () => {
    const open = { ...CONDUCTED, exceptions: { 'school:2': { relevance: null, reason: '' } } };
    expect(judgementOf({ key: 'school:2', category: 'school' }, open)).toMatchObject({ relevance: 'relevant', apart: false });
  });
});
