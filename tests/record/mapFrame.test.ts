import { type AddedSite, leftOutByFrame, type MapFrame, numberedSites, parseAssessment, RecordError } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, WALKED } from '../cases/caseFile';
import { AT } from '../cases/surroundings';

const EVERYWHERE: MapFrame = [-180, -90, 180, 90];
const around = (metres: number): MapFrame => [AT.lng - metres / 62_000, AT.lat - metres / 111_000, AT.lng + metres / 62_000, AT.lat + metres / 111_000];
const framed = (mapFrame: MapFrame | null, rest: Partial<typeof CONDUCTED> = {}) => leftOutByFrame({ address: ADDRESS, assessment: { ...CONDUCTED, ...rest, mapFrame } });
const ON_MAP = numberedSites(CONDUCTED).filter(({ geometry }) => geometry !== null).length;
const ADDED: AddedSite = { addedId: 'far', name: 'Far', category: 'shop', where: 'far', point: { lng: AT.lng + 1, lat: AT.lat }, basis: 'fact', source: 'visit', knownOn: '2026-03-03' };

describe('a map as framed', () => {
  it('leaves nothing out where it shows everything, and is not spoken of where it is not framed', () => {
    expect(ON_MAP).toBeGreaterThan(2);
    expect(framed(EVERYWHERE)).toEqual({ sites: 0, of: ON_MAP, address: false });
    expect(framed(null)).toBeNull();
    expect(leftOutByFrame({ address: ADDRESS, assessment: CONDUCTED })).toBeNull();
  });

  it('counts the numbers that are not on it, of the sites that have a place', () => {
    expect(framed(around(200))).toMatchObject({ sites: ON_MAP - 1, of: ON_MAP, address: false });
    expect(framed(around(1000), { addedSites: [ADDED, { ...ADDED, addedId: 'nowhere', point: null }] })).toMatchObject({ sites: 1, address: false });
    expect(framed([10, 10, 11, 11])).toEqual({ sites: ON_MAP, of: ON_MAP, address: true });
  });

  it('goes by the middle of a shape, where its number stands', () => {
    const first = CONDUCTED.surroundings?.answer.categories.flatMap(({ sites }) => sites)[0] ?? expect.fail('no site');
    const wide = { ...first, site: { ...first.site, geometry: { type: 'Polygon' as const, coordinates: [[[0, 0], [10, 0], [10, 4], [0, 4], [0, 0]]] } } };
    const surroundings = { ...CONDUCTED.surroundings, answer: { ...CONDUCTED.surroundings?.answer, categories: [{ sites: [wide] }] } } as unknown as typeof CONDUCTED.surroundings;
    expect(framed([4, 1, 6, 3], { surroundings, addedSites: [] })).toMatchObject({ sites: 0, of: 1 });
    expect(framed([0, 0, 1, 1], { surroundings, addedSites: [] }), 'a corner without the number').toMatchObject({ sites: 1, of: 1 });
  });

  it('shows a site where it was met, too', () => {
    const site = numberedSites(CONDUCTED)[0] ?? expect.fail('no site');
    const [visit] = WALKED.visits;
    const met = { found: 'elsewhere' as const, note: '', where: 'Round the corner', point: { lng: 10.5, lat: 10.5 }, listed: site.name, at: '2026-03-05T08:50:00.000Z' };
    const physicalCheck = { ...WALKED, visits: [{ ...(visit ?? expect.fail('no visit')), sites: { [site.key]: met } }] };
    expect(framed([10, 10, 11, 11], { physicalCheck })).toMatchObject({ sites: ON_MAP - 1 });
  });

  it.each([['without width', [1, 1, 1, 2]], ['upside down', [1, 2, 2, 1]], ['off the Earth', [1, 1, 2, 91]], ['no number', [1, 1, 2, Number.NaN]], ['three numbers', [1, 1, 2]]])('is refused: %s', (_, mapFrame) => {
    expect(() => parseAssessment({ ...CONDUCTED, mapFrame })).toThrow(RecordError);
  });
});
