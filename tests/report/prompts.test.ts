import type { Assessment, CategoryAnswer, NearbySite } from '@/record';
import type { Protocol } from '@/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptPhrase, promptsOf, type PromptAnswer } from '../../src/report/prompts';
import { CONDUCTED } from '../cases/caseFile';

type Case = Pick<Assessment, 'surroundings' | 'addedSites'>;
const at300: Pick<Protocol, 'prompts'> = { prompts: [{ category: 'school', metres: 300, reason: 'The length of our lanes.' }] };

const nearby = (distanceMetres: number, errorMetres: number | null, type: 'Point' | 'LineString' = 'LineString'): NearbySite => ({
  site: {
    siteId: `s${distanceMetres}`, name: 'A school', category: 'school', layerId: 'schools', detail: '', address: '', errorMetres: null, flags: [],
    geometry: type === 'Point' ? { type, coordinates: [-3.9, 55.8] } : { type, coordinates: [[-3.9, 55.8], [-3.9, 55.81]] },
  },
  distanceMetres, errorMetres, compass: 'N', relation: 'inside',
});

/** The looked-up case with these schools and nothing added. */
function caseWith(sites: readonly NearbySite[], change: Partial<CategoryAnswer> = {}): Case {
  const { surroundings } = CONDUCTED;
  if (surroundings === null) throw new Error('The case was looked up.');
  const categories = surroundings.answer.categories.map((one) => (one.category === 'school' ? { ...one, coverage: 'full' as const, stale: false, because: null, ...change, sites } : one));
  return { addedSites: [], surroundings: { ...surroundings, answer: { ...surroundings.answer, categories } } };
}

function only(given: Case, protocol: Pick<Protocol, 'prompts'> = at300): PromptAnswer {
  const [answer] = promptsOf(protocol, given);
  if (!answer) throw new Error('There is one prompt.');
  return answer;
}
const said = (given: Case, protocol?: Pick<Protocol, 'prompts'>) => promptPhrase(only(given, protocol));

describe("the local protocol's prompting distances", () => {
  it('are none without a protocol', () => expect(promptsOf(null, CONDUCTED)).toEqual([]));

  it('count what lies within for certain apart from what may lie within', () => {
    const given = caseWith([nearby(200, 40), nearby(260, 40), nearby(260.5, 40), nearby(340, 40), nearby(340.5, 40), nearby(900, null)]);
    expect(only(given)).toMatchObject({ inside: 2, mayLie: 3, points: 0 });
    expect(said(given)).toBe('2 within 300 m; 3 more may lie within it, as the positions are not known well enough to tell.');
  });

  it('say of a place that is one point on the map that its edge may be nearer', () => {
    expect(said(caseWith([nearby(400, 20, 'Point')]))).toMatch(/^None found within 300 m in what was searched\. .* 1 place further away is one point on the map: the edge may be nearer\.$/);
  });

  it('never say none found where nothing was searched, and say why', () => {
    expect(said(caseWith([], { coverage: 'none', because: 'noDataHere' }))).toBe('Not searched within 300 m. No data covers this place.');
    expect(said({ surroundings: null, addedSites: [] })).toBe('Nobody has looked around the address yet (300 m).');
  });

  it('say nothing of a distance where the address is too vague', () => {
    expect(said(caseWith([], { because: 'addressTooVague' }))).toMatch(/^Nothing can be said about 300 m\./);
  });

  it('say that a prompt is further than the distance looked at', () => {
    const further = said(caseWith([]), { prompts: [{ category: 'school', metres: 800, reason: '' }] });
    expect(further).toMatch(/^None found within 500 m .* 800 m is further than the distance looked at \(500 m\): what lies beyond that is not counted here\.$/);
    expect(said(caseWith([]))).not.toContain('further than the distance looked at');
  });

  it('say that there may be more where the search was partial or the data is past its date', () => {
    expect(said(caseWith([], { coverage: 'partial', stale: true }))).toMatch(/Not all of it was searched.*The data is past its date/);
  });

  it('count places added by hand apart, as no distance was measured', () => {
    const added = CONDUCTED.addedSites.map((site) => ({ ...site, category: 'school' as const }));
    const given = { ...caseWith([]), addedSites: added };
    expect(only(given)).toMatchObject({ inside: 0, mayLie: 0, added: 1 });
    expect(said(given)).toContain('1 place was added by hand, with no distance measured');
  });

  it('leave out a category that Steading does not know', () => {
    expect(promptsOf({ prompts: [{ category: 'spaceport', metres: 300, reason: '' }] }, caseWith([]))).toEqual([]);
  });

  it('lose no site: each is counted within, maybe within, as a point, or lies outside for certain', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 500, noNaN: true }), fc.option(fc.double({ min: 0, max: 200, noNaN: true })), fc.boolean()), { maxLength: 8 }), (drawn) => {
      const sites = drawn.map(([metres, error, point]) => nearby(metres, error, point ? 'Point' : 'LineString'));
      const { inside, mayLie, points } = only(caseWith(sites));
      const outside = drawn.filter(([metres, error, point]) => !point && error !== null && metres - error > 300).length;
      expect(inside + mayLie + points + outside).toBe(sites.length);
    }));
  });
});
