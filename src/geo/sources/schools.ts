import type { MultiPolygon, Position } from 'geojson';
import type { Council } from '../pack/content';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import type { Site } from '../pack/site';
import { contains } from './box';
import { yearAfterBlank, type Edition } from './edition';
import { withGrid } from './fromGrid';
import type { Gathered } from './gathered';
import { readSchoolRows, type SchoolRow } from './schoolRows';
import { joinAddress, siteTexts } from './shortText';
import { strayReason } from './scotland';
import type { SourceFile } from './sourceFile';
import { Tally } from './tally';

/** The list comes out once a year, months after its census day; after a year and a half a newer one has been missed. */
export const SCHOOLS_STALE_MONTHS = 18;

export const COUNCIL_FLAG = 'Lies outside the council its source states';
const LAYER_ID = 'schools';
/** UPRN points lie inside their building. */
const ERROR_METRES = 10;

export interface SchoolsContext {
  readonly edition: Edition;
  readonly coverage: MultiPolygon | null;
  readonly councils: readonly Council[];
  readonly shift?: GridShift;
}

/** Scottish Government school locations (GeoJSON or CSV). E-mail addresses and telephone numbers are not read. @throws SourceError */
export function readSchools(file: SourceFile, { edition, coverage, councils, shift = ONE_SHIFT }: SchoolsContext): Gathered {
  const rows = readSchoolRows(file);
  const dropped = new Tally();
  const boundaries = new Map(councils.map((council) => [council.code, council.boundary]));
  const seen = new Set<string>();
  let inGrid = false;
  const sites = rows.flatMap((row): Site[] => {
    const surveyed = row.position ?? degreesOf(row);
    const grid = surveyed ? null : gridOf(row, shift);
    const at = surveyed ?? grid?.at;
    const lost = !at ? 'No location' : strayReason(at) ?? (row.id === '' ? 'No identifier (SchUID)' : seen.has(row.id) ? 'Listed twice' : null);
    if (lost !== null || !at) {
      dropped.add(lost ?? 'No location');
      return [];
    }
    seen.add(row.id);
    const site = toSite(row, at, boundaries.get(row.councilCode));
    inGrid ||= grid !== null;
    return [grid ? { ...site, errorMetres: ERROR_METRES + grid.errorMetres } : site];
  });
  return { layer: layerOf(edition, coverage, (note) => withGrid(inGrid, shift, note)), sites, read: rows.length, dropped };
}

function toSite(row: SchoolRow, [lng = NaN, lat = NaN]: Position, council: MultiPolygon | undefined): Site {
  const { name, detail, address, flags } = siteTexts(row.name, row.type, joinAddress([row.address1, row.address2, row.address3, row.postcode]));
  const astray = council && !contains(council, lng, lat);
  return {
    siteId: `school:${row.id}`, name, category: 'school', layerId: LAYER_ID, detail, address,
    geometry: { type: 'Point', coordinates: [lng, lat] }, errorMetres: null, flags: astray ? [COUNCIL_FLAG, ...flags] : flags,
  };
}

function degreesOf({ latitude, longitude }: SchoolRow): Position | null {
  const [lng, lat] = [Number(longitude), Number(latitude)];
  return longitude !== '' && latitude !== '' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

function gridOf({ easting, northing }: SchoolRow, shift: GridShift): { at: Position; errorMetres: number } | null {
  const [eastings, northings] = [Number(easting), Number(northing)];
  if (!(eastings > 0) || !(northings > 0)) return null;
  const { lng, lat, errorMetres } = shift.toLngLat({ eastings, northings });
  return { at: [lng, lat], errorMetres };
}

const layerOf = ({ asOf, staleAfter }: Edition, coverage: MultiPolygon | null, noteOf: (note: string) => string): Gathered['layer'] => ({
  id: LAYER_ID,
  title: 'School locations',
  categories: ['school'],
  publisher: 'Scottish Government',
  licence: 'Open Government Licence v3.0',
  attribution: `Copyright Scottish Government, contains Ordnance Survey data © Crown copyright and database right${yearAfterBlank(asOf)}`,
  asOf,
  staleAfter,
  position: {
    errorMetres: ERROR_METRES,
    // Of the 18 schools in central Edinburgh whose grounds OpenStreetMap draws: median 87 m, furthest 408 m from point to corner.
    extentMetres: 408,
    note: noteOf("The point is the school's UPRN; its grounds reach up to 408 m from it (18 Edinburgh schools measured, median 87 m)."),
  },
  coverage,
  leavesOut: [
    { what: 'Independent (fee-paying) schools', count: null, ask: 'Ask the council (education).' },
    { what: 'Nurseries, including those in schools', count: null, ask: 'See the register of care services.' },
    { what: `Schools opened or moved since ${asOf ?? 'the list was made'}`, count: null, ask: 'Ask the council (education).' },
  ],
});
