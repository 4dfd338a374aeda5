import { CATEGORIES, categoryOf, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import type { LeftOut, PositionQuality } from '../pack/header';
import type { Edition } from './edition';
import type { Gathered } from './gathered';

/** The register comes out every month; half a year without a new one, and services have opened that it does not show. */
export const CARE_STALE_MONTHS = 6;

/** Which layer answers for which categories; coverage and what is left out differ between them. */
export const CARE_LAYERS = {
  'care-children': { title: 'Registered day care of children', categories: ['nursery'] },
  'care-homes': { title: 'Registered care homes, school care and secure accommodation', categories: ['careHome', 'schoolCareAccommodation'] },
  'care-adults': { title: 'Registered adult day services', categories: ['adultDayService'] },
  'care-offices': { title: 'Offices of registered support services (not the housing)', categories: ['housingSupportOffice'] },
  'care-withheld': { title: 'Registered services whose address is withheld', categories: ['childminder', 'childrensHome'] },
} as const satisfies Record<string, { title: string; categories: readonly CategoryId[] }>;

export type CareLayerId = keyof typeof CARE_LAYERS;
export const CARE_LAYER_IDS = Object.keys(CARE_LAYERS) as readonly CareLayerId[];

/** Services that are no place are accounted for with the offices, since an office is what they have. */
export function careLayerOf(category: CategoryId | null): CareLayerId {
  const found = CARE_LAYER_IDS.find((id) => CARE_LAYERS[id].categories.some((each) => each === category));
  return found ?? 'care-offices';
}

const BY_POSTCODE: PositionQuality = {
  errorMetres: 500,
  extentMetres: 0,
  note: "Placed by postcode alone: 95% of 2,471 surveyed Scottish schools lie within 487 m of their postcode's point. Grounds are not in the register.",
};

/** Counts of what the register holds and cannot be placed, for all Scotland. */
export interface CareUnplaced {
  readonly childminders: number;
  readonly childrensHomes: number;
  readonly without: Readonly<Record<CareLayerId, number>>;
  /** Scottish postcode areas of which the list of postcodes has none: their services could not be placed, so nothing is covered. */
  readonly absent: readonly string[];
}

export function careLayer(id: CareLayerId, { asOf, staleAfter }: Edition, coverage: MultiPolygon | null, unplaced: CareUnplaced): Gathered['layer'] {
  const withheld = id === 'care-withheld';
  return {
    id,
    title: CARE_LAYERS[id].title,
    categories: CARE_LAYERS[id].categories,
    publisher: 'Care Inspectorate',
    licence: 'Open Government Licence v3.0',
    attribution: `Contains Care Inspectorate data${asOf === null ? '' : ` (${asOf})`}, licensed under the Open Government Licence v3.0`,
    asOf,
    staleAfter,
    position: withheld ? { errorMetres: null, extentMetres: 0, note: 'No address is published.' } : BY_POSTCODE,
    coverage: withheld || unplaced.absent.length > 0 ? null : coverage,
    leavesOut: withheld ? withheldOut(unplaced) : placedOut(id, unplaced),
  };
}

function withheldOut({ childminders, childrensHomes }: CareUnplaced): LeftOut[] {
  const out = (category: 'childminder' | 'childrensHome', count: number): LeftOut =>
    ({ what: `${CATEGORIES[category].plural} (all Scotland): always not searched`, count, ask: categoryOf(category).ask ?? '' });
  return [out('childminder', childminders), out('childrensHome', childrensHomes)];
}

function placedOut(id: CareLayerId, { without, absent }: CareUnplaced): LeftOut[] {
  const ask = 'Ask the council, or look the service up on the Care Inspectorate website.';
  const noPostcode: LeftOut = { what: 'Services without a published postcode, or with one that could not be placed (all Scotland)', count: without[id], ask };
  const list: LeftOut[] = absent.length === 0 ? [noPostcode] : [noPostcode, { what: `Services in ${absent.join(', ')}: the postcodes given do not hold these areas, so that care services count as not searched`, count: null, ask: 'Build the pack again with the postcodes of all Scotland.' }];
  if (id !== 'care-offices') return list;
  return [...list, { what: 'The housing that the support goes to', count: null, ask: 'Ask the council (housing) and the landlord.' }];
}
