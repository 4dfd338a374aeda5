import { CARE_STALE_MONTHS, GREENSPACE_STALE_MONTHS, OSM_STALE_MONTHS, OTHER_STALE_MONTHS, SCHOOLS_STALE_MONTHS, SPORTS_STALE_MONTHS } from '../sources';

/**
 * What a file can be taken for: a reader of its own, or `mapped`, by a mapping of its columns.
 * `staleMonths`: of sources of sites, until when after its day 'none found' may be said; null: nothing is judged by it. `many`: a source may come in several files.
 * `covers`: where it is complete must be declared. `dated`: it has a day on which its content was true.
 */
export interface FileKindFacts {
  readonly label: string;
  readonly staleMonths: number | null;
  readonly many: boolean;
  readonly covers: boolean;
  readonly dated: boolean;
}

const SITELESS = { staleMonths: null, many: false, covers: false, dated: true } as const;

export const FILE_KINDS = {
  councils: { ...SITELESS, label: 'Council areas' },
  schools: { label: 'School locations (Scottish Government)', staleMonths: SCHOOLS_STALE_MONTHS, many: false, covers: false, dated: true },
  care: { label: 'Register of care services (Care Inspectorate)', staleMonths: CARE_STALE_MONTHS, many: false, covers: false, dated: true },
  postcodes: { ...SITELESS, label: 'Postcodes (Code-Point Open or ONS NSPL)', many: true },
  osm: { label: 'Places from OpenStreetMap', staleMonths: OSM_STALE_MONTHS, many: true, covers: true, dated: true },
  list: { label: 'Councils’ list (Spatial Hub)', staleMonths: OTHER_STALE_MONTHS, many: true, covers: true, dated: true },
  sports: { label: 'Sports facilities (sportscotland)', staleMonths: SPORTS_STALE_MONTHS, many: true, covers: false, dated: true },
  greenspace: { label: 'OS Open Greenspace', staleMonths: GREENSPACE_STALE_MONTHS, many: true, covers: false, dated: true },
  mapped: { label: 'Another list of places, by its columns', staleMonths: OTHER_STALE_MONTHS, many: true, covers: true, dated: true },
  uprns: { ...SITELESS, label: 'UPRNs (OS Open UPRN)' },
  stock: { ...SITELESS, label: 'A landlord’s addresses, for search' },
  streets: { ...SITELESS, label: 'Streets and paths from OpenStreetMap', many: true, covers: true },
  places: { ...SITELESS, label: 'Names of places', many: true },
  basemapOsm: { ...SITELESS, label: 'OpenStreetMap, to draw the background map from', many: true },
  basemap: { ...SITELESS, label: 'Background map (PMTiles)' },
  ostn15: { ...SITELESS, label: 'Exact grid references (OSTN15)', dated: false },
} as const satisfies Record<string, FileKindFacts>;

export type FileKind = keyof typeof FILE_KINDS;
