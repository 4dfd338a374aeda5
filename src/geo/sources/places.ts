import { categoryOf, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import type { Edition } from './edition';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import { withGrid } from './fromGrid';
import type { Gathered } from './gathered';
import { readFeaturesOrGrid, type SourceFeature } from './geojson';
import { emptyAccount, type ListAccount, type ListedPlace, takePlaces } from './listedPlaces';
import { unplaced } from './scotland';
import { joinAddress } from './shortText';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';
import { findColumns, pick } from './table';

/** The councils' lists in the Spatial Hub come out about once a year. */
export const OTHER_STALE_MONTHS = 12;
export const SPATIAL_HUB_CREDIT = 'Copyright Scottish local authorities, by way of the Improvement Service Spatial Hub (Open Government Licence v3.0). Contains OS data © Crown copyright and database right';

/** What the Spatial Hub's layers call these. Managers, providers, telephone numbers and e-mail addresses are not asked for. */
const COLUMNS = {
  name: { names: ['site_name', 'library_name', 'name', 'organisation', 'centre_name', 'play_area_name', 'asset_name', 'school_name', 'title'], required: true },
  detail: { names: ['facility_sub_type', 'fac_sub_type', 'sh_classification', 'facility_type', 'type', 'category'] },
  address: { names: ['address', 'address_1'] },
  town: { names: ['town'] },
  postcode: { names: ['postcode', 'post_code'] },
  uprn: { names: ['uprn'] },
  id: { names: ['csnumber', 'site_ref', 'sh_src_id', 'gml_id'] },
  uploaded: { names: ['sh_date_uploaded'] },
} as const;

export interface PlacesFile { readonly category: CategoryId; readonly file: SourceFile }

export interface PlacesContext {
  /** Of each category. */
  readonly editions: Readonly<Partial<Record<CategoryId, Edition>>>;
  /** Where these were searched, as declared by whoever builds the pack. */
  readonly coverage: MultiPolygon;
  /** Metres that a place may lie from its position, as declared; null: no bound is known. */
  readonly errorMetres: number | null;
  /** Whose data it is; null: the file must show that it is the Spatial Hub's. */
  readonly credit: string | null;
  readonly shift?: GridShift;
}

/** Places of one category a file (GeoJSON in WGS84 or British National Grid), as the Spatial Hub's WFS gives them: a layer for each category. @throws SourceError */
export function readPlaces(files: readonly PlacesFile[], context: PlacesContext): Gathered[] {
  const categories = [...new Set(files.map(({ category }) => category))];
  return categories.map((category) => {
    const account = { ...emptyAccount(), inGrid: false };
    const credits = files.filter((one) => one.category === category).map(({ file }) => readInto(account, category, file, context));
    const { sites, read, dropped, inGrid } = account;
    return { layer: layerOf(category, context, [...new Set(credits)].join('. '), unplaced(dropped), inGrid), sites, read, dropped };
  });
}

const NOT_THE_HUBS = 'does not show that it is from the Spatial Hub (no sh_date_uploaded, no id that begins with pub_).';

/** The credit of the file. */
function readInto(account: ListAccount & { inGrid: boolean }, category: CategoryId, file: SourceFile, { errorMetres, credit, shift = ONE_SHIFT }: PlacesContext): string {
  const features = readFeaturesOrGrid(file, shift);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const columns = findColumns(file.name, header, COLUMNS);
  const places = features.map((feature): ListedPlace => {
    const { name, detail, address, town, postcode, id, uprn } = pick(columns, (place) => feature.properties[header[place] ?? '']);
    return { name, detail, address: joinAddress([address, town, postcode]), ids: idsOf(feature, id, uprn), at: feature, addedErrorMetres: feature.gridErrorMetres ?? 0 };
  });
  takePlaces(account, file.name, places, { layerId: `layer-${category}`, category, idsBegin: `layer:${category}`, errorMetres });
  account.inGrid ||= features.some(({ gridErrorMetres }) => gridErrorMetres !== undefined);
  if (credit !== null) return credit;
  if (columns.uploaded < 0 && !features.some(({ id }) => id.startsWith('pub_'))) throw new SourceError(file.name, `${NOT_THE_HUBS} Say whose it is: --layer-credit TEXT.`, { onPage: `${NOT_THE_HUBS} Say under the source whose it is.` });
  return SPATIAL_HUB_CREDIT;
}

/** The best first: GeoServer numbers features anew in every answer. Two places may share a UPRN: both are kept. */
const idsOf = ({ id }: SourceFeature, own: string, uprn: string): string[] => [own, uprn === '' || uprn === '0' ? '' : `uprn/${uprn}`, id];

function layerOf(category: CategoryId, { editions, coverage, errorMetres, credit, shift = ONE_SHIFT }: PlacesContext, attribution: string, lost: number, inGrid: boolean): Gathered['layer'] {
  const { plural } = categoryOf(category);
  const { asOf, staleAfter } = editions[category] ?? { asOf: null, staleAfter: null };
  return {
    id: `layer-${category}`, title: `${plural} (list)`, categories: [category], publisher: credit ?? 'Scottish local authorities (Spatial Hub)',
    licence: credit === null ? 'Open Government Licence v3.0' : 'See attribution', attribution, asOf, staleAfter,
    position: {
      errorMetres, extentMetres: 0,
      note: withGrid(inGrid, shift, errorMetres === null ? 'How far a place may lie from its position was not given, so that nothing is called inside or outside by it.' : `A place is taken to lie within ${String(errorMetres)} m of its position, as whoever built this pack declared.`),
    },
    coverage,
    leavesOut: [
      { what: 'Places that the council has not put into its list', count: null, ask: 'Ask the council.' },
      { what: 'Places in the list that could not be placed', count: lost, ask: 'Ask the council.' },
    ],
  };
}
