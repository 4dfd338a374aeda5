import { judgementOf, movedSince, numberedSites, sitesToJudge, surroundingsFrom } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED } from '../cases/caseFile';
import { ANSWER, HEADER } from '../cases/surroundings';

const { surroundings, addedSites } = CONDUCTED;

describe('surroundingsFrom', () => {
  it('keeps the answer whole and only the layers that answered', () => {
    const kept = surroundingsFrom({ answer: ANSWER, header: HEADER, office: { radiusReason: 'because' }, at: '2026-03-02T10:00:00.000Z', by: 'A. Bell' });
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
    expect(numberedSites(surroundings, addedSites).map(({ number, name }) => `${number} ${name}`)).toEqual(['1 Linnhead Primary', '2 Linnhead Academy', '3 Wee Linn Nursery', '4 Sweet shop']);
  });

  it('renumbers nothing when a place is added', () => {
    const more = [...addedSites, ...addedSites.map((site) => ({ ...site, addedId: 'x2' }))];
    expect(numberedSites(surroundings, more).slice(0, 4)).toEqual(numberedSites(surroundings, addedSites));
  });

  it('numbers a place once, however many sources list it, and keeps what the others call it', () => {
    if (!surroundings) throw new Error('The case was looked up.');
    const members = [{ siteId: 'school:1.a', name: 'Linnhead Primary', layerId: 'schools', placed: false }, { siteId: 'osm:way/1', name: 'Linnhead PS', layerId: 'greens', placed: true }];
    const withMembers = {
      ...surroundings,
      answer: { ...surroundings.answer, categories: surroundings.answer.categories.map((one) => ({ ...one, sites: one.sites.map((each) => (each.site.siteId === 'school:1.a' ? { ...each, site: { ...each.site, members } } : each)) })) },
    };
    const numbered = numberedSites(withMembers, addedSites);
    expect(numbered.map(({ name }) => name)).toEqual(numberedSites(surroundings, addedSites).map(({ name }) => name));
    expect(numbered[0]?.alsoListed).toEqual([{ name: 'Linnhead PS', layerId: 'greens', placed: true, layer: { title: surroundings.layers[2]?.title, asOf: surroundings.layers[2]?.asOf } }]);
    expect(numbered.slice(1).every(({ alsoListed }) => alsoListed.length === 0)).toBe(true);
  });

  it('leaves out what lies beyond the distance looked at', () => {
    expect(numberedSites(surroundings, []).map(({ key }) => key)).not.toContain('green:4');
  });

  it('numbers added sites alone before anything was looked up', () => {
    expect(numberedSites(null, addedSites).map(({ number, key, geometry }) => ({ number, key, geometry }))).toEqual([{ number: 1, key: 'x1', geometry: null }]);
  });
});

describe('sitesToJudge and judgementOf', () => {
  it('groups found, uncertain and added sites by category', () => {
    expect(sitesToJudge(surroundings, addedSites).map(({ category, sites }) => [category, sites.map(({ number }) => number)])).toEqual([['school', [1, 2]], ['nursery', [3]], ['shop', [4]]]);
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
