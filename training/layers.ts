import type { MultiPolygon } from 'geojson';
import type { LayerCounts, Layer } from '@/geo';
import { BURGH, TRAINING_DATES, TRAINING_LICENCE } from './burgh';
import { toRing, type Metres } from './plane';

export const TRAINING_LAYER_IDS = ['schools', 'care', 'places', 'licensed', 'shops', 'youth', 'withheld', 'streets'] as const;
export type TrainingLayerId = (typeof TRAINING_LAYER_IDS)[number];

type LayerSeed = Omit<Layer, 'counts' | 'publisher' | 'licence' | 'attribution' | 'asOf' | 'staleAfter'> & { readonly id: TrainingLayerId; readonly stale?: true };

const box = (west: number, south: number, east: number, north: number): MultiPolygon => {
  const corners: Metres[] = [[west, south], [east, south], [east, north], [west, north]];
  return { type: 'MultiPolygon', coordinates: [[toRing(corners)]] };
};
const [low, high] = [-BURGH.searchedMarginMetres, BURGH.sheetMetres + BURGH.searchedMarginMetres];
const everywhere = box(low, low, high, high);
/** The line runs down Bridge Street and North Street: one side of the burgh can be searched, the other not. */
const HALF_WAY_EAST_METRES = 1330;
const western = box(low, low, HALF_WAY_EAST_METRES, high);
const northWestern = box(low, 1700, 1100, high);

const drawn = { errorMetres: 10, extentMetres: 0, note: 'Drawn on the map, to the wall or fence.' };

export const LAYERS: readonly LayerSeed[] = [
  {
    id: 'schools', title: 'School list (fictional)', categories: ['school'], coverage: everywhere,
    position: { errorMetres: 10, extentMetres: 408, note: 'The point is the school\'s front door; grounds may reach up to 408 m from it.' },
    leavesOut: [{ what: 'Independent (fee-paying) schools', count: null, ask: 'Ask the council (education).' }],
  },
  {
    id: 'care', title: 'Register of care services (fictional)', coverage: everywhere,
    categories: ['nursery', 'careHome', 'schoolCareAccommodation', 'adultDayService', 'housingSupportOffice'],
    position: { errorMetres: 500, extentMetres: 0, note: 'Placed by postcode only: the point is one address near the middle of the postcode.' },
    leavesOut: [{ what: 'Care homes without a published address', count: 1, ask: 'Ask the council (social work).' }],
  },
  {
    id: 'places', title: 'Map of places (fictional)', coverage: everywhere, position: drawn,
    categories: [
      'school', 'nursery', 'playPark', 'communityCentre', 'placeOfWorship', 'shelteredHousing', 'parkOrGreenspace', 'sportOrLeisure', 'library',
      'collegeOrUniversity', 'otherTuition',
    ],
    leavesOut: [{ what: 'Places that nobody has drawn', count: null, ask: 'Look on the physical check.' }],
  },
  {
    id: 'licensed', title: 'Licensed premises, 2023 list (fictional; out of date on purpose)', categories: ['licensedPremises'], coverage: everywhere,
    position: drawn, leavesOut: [{ what: 'Licences granted since September 2023', count: null, ask: 'Ask the licensing board.' }], stale: true,
  },
  {
    id: 'shops', title: 'Shops, western half only (fictional)', categories: ['shop'], coverage: western, position: drawn,
    leavesOut: [{ what: 'Everything east of Bridge Street and North Street', count: null, ask: 'Look on the physical check.' }],
  },
  {
    id: 'youth', title: 'Youth clubs, north-west only (fictional)', categories: ['youthClub'], coverage: northWestern, position: drawn,
    leavesOut: [{ what: 'Everything outside Mosside and Academy Road', count: null, ask: 'Ask the council (community learning).' }],
  },
  {
    id: 'withheld', title: 'Withheld addresses (fictional)', categories: ['childminder', 'childrensHome'], coverage: null,
    position: { errorMetres: null, extentMetres: 0, note: 'No address is published.' },
    leavesOut: [
      { what: 'Childminders', count: 11, ask: 'Always not searched: ask the council.' },
      { what: "Children's homes", count: 1, ask: 'Always not searched: ask the council.' },
    ],
  },
  // The streets go on beyond the sheet; the drawing does not.
  { id: 'streets', title: 'Streets and paths (fictional)', categories: [], coverage: box(0, 0, BURGH.sheetMetres, BURGH.sheetMetres), position: { errorMetres: null, extentMetres: 0, note: 'No sites.' }, leavesOut: [] },
];

export function toLayer({ stale, ...seed }: LayerSeed, counts: LayerCounts): Layer {
  const { asOf, staleAfter } = stale ? TRAINING_DATES.staleLayer : TRAINING_DATES;
  return { ...seed, ...TRAINING_LICENCE, asOf, staleAfter, counts };
}
