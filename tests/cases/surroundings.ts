import type { CategoryAnswer, NearbyAnswer, NearbySite } from '@/record';
import { CATEGORY_IDS, type CategoryId } from '@/terms';

/** A made-up place; nothing here is a real site. */
export const AT = { lng: -3.9, lat: 55.8 };

export function nearbySite(siteId: string, name: string, category: CategoryId, layerId: string, distanceMetres: number, relation: NearbySite['relation'] = 'inside'): NearbySite {
  return {
    site: { siteId, name, category, layerId, detail: '', address: '', geometry: { type: 'Point', coordinates: [AT.lng, AT.lat + distanceMetres / 111_000] }, errorMetres: null, flags: [] },
    distanceMetres, compass: 'N', errorMetres: 20, relation,
  };
}

const NOT_SEARCHED: Omit<CategoryAnswer, 'category'> = {
  status: 'notSearched', coverage: 'none', found: 0, uncertain: 0, stale: false, because: 'noDataHere', sites: [], nearestBeyond: null, layerIds: [],
};

const ANSWERED: Partial<Record<CategoryId, Partial<CategoryAnswer>>> = {
  school: {
    status: 'found', coverage: 'full', found: 2, layerIds: ['schools'], because: null,
    sites: [nearbySite('school:1.a', 'Linnhead Primary', 'school', 'schools', 120), nearbySite('school:2', 'Linnhead Academy', 'school', 'schools', 380)],
  },
  nursery: { status: 'uncertain', coverage: 'full', uncertain: 1, layerIds: ['care'], because: 'addressTooVague', sites: [nearbySite('care:9', 'Wee Linn Nursery', 'nursery', 'care', 495, 'uncertain')] },
  playPark: {
    status: 'noneFound', coverage: 'full', layerIds: ['greens'], because: null,
    nearestBeyond: { nearby: nearbySite('green:4', 'Linn Play Park', 'playPark', 'greens', 720, 'outside'), searchedThatFar: true },
  },
  library: { status: 'partlySearched', coverage: 'partial', layerIds: ['greens'], because: 'noDataHere' },
  careHome: { status: 'uncertain', coverage: 'full', stale: true, layerIds: ['care'], because: 'dataTooOld' },
};

export const ANSWER: NearbyAnswer = {
  method: { kernel: 'wgs84-local-plane', version: 1 },
  packId: 'f'.repeat(64), packTitle: 'Linnhead, fictional', training: false,
  at: { point: AT, errorMetres: 10 }, radiusMetres: 500, asOn: '2026-03-02', inArea: true,
  categories: CATEGORY_IDS.map((category) => ({ category, ...NOT_SEARCHED, ...ANSWERED[category] })),
};

const layer = (id: string, title: string, leavesOut: { what: string; count: number | null; ask: string }[]) => ({
  id, title, categories: [], publisher: 'Somebody', licence: 'OGL v3.0', attribution: `Contains ${title} data`, asOf: '2025-11-01', staleAfter: '2026-11-01',
  position: { errorMetres: 10, extentMetres: 0, note: '' }, coverage: null, leavesOut, counts: { read: 0, kept: 0, dropped: [], flagged: [] },
});

export const HEADER = {
  layers: [
    layer('schools', 'School locations', [{ what: 'independent schools without a published roll', count: 7, ask: 'Ask education.' }]),
    layer('care', 'Care services', [{ what: 'childminders', count: null, ask: 'Ask the council.' }]),
    layer('greens', 'Open greenspace', [{ what: 'play areas inside housing estates', count: null, ask: 'Look on the visit.' }]),
    layer('unused', 'Layer that answered nothing', []),
  ],
};
