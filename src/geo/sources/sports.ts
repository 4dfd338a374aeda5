import type { MultiPolygon, Position } from 'geojson';
import type { Council } from '../pack/content';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import type { Layer } from '../pack/header';
import type { Site } from '../pack/site';
import { contains, positionsOf } from './box';
import { yearAfterBlank, type Edition } from './edition';
import { textOf } from './encoding';
import { withGrid } from './fromGrid';
import type { Gathered } from './gathered';
import { readFeaturesOrGrid } from './geojson';
import { mendGeometry, NO_LOCATION } from './mendGeometry';
import { checkMostPlaced, strayReason, unplaced } from './scotland';
import { COUNCIL_FLAG } from './schools';
import { joinAddress, siteTexts } from './shortText';
import type { SourceFile } from './sourceFile';
import { findColumns, pick, readTable, type Row } from './table';
import { Tally } from './tally';

/** sportscotland updates its list about once a year; after a year and a half a newer one has been missed. */
export const SPORTS_STALE_MONTHS = 18;

/** The Spatial Hub's lists, by what stands before the number in their ids. Only all of them together answer for sport. */
const LISTS: Readonly<Record<string, string>> = {
  pub_spfat: 'athletics tracks', pub_spfbg: 'bowling greens', pub_spffs: 'fitness suites', pub_spfgc: 'golf courses', pub_spfir: 'ice rinks', pub_spfp: 'pitches',
  pub_spfsh: 'sports halls', pub_spfsc: 'squash courts', pub_spfsp: 'swimming pools', pub_spfitc: 'indoor tennis courts', pub_spfotc: 'outdoor tennis courts',
};

/** Names of the merged list first, then those of the eleven lists of the Spatial Hub (which differ). */
const COLUMNS = {
  id: { names: ['id', 'FID'] },
  kind: { names: ['facility_type'] },
  subKind: { names: ['facility_sub_type', 'fac_sub_type'], required: true },
  name: { names: ['name', 'site_name'], required: true },
  address: { names: ['address'] },
  town: { names: ['town'] },
  postcode: { names: ['postcode'] },
  council: { names: ['la_name', 'local_authority'] },
  lng: { names: ['lng', 'longitude'] },
  lat: { names: ['lat', 'latitude'] },
  easting: { names: ['eastings_x', 'easting', 'x'] },
  northing: { names: ['northing_y', 'northing', 'y'] },
  status: { names: ['facility_status'] },
} as const;
type Fields = Row<keyof typeof COLUMNS>;
interface SportsRow { readonly fields: Fields; readonly at: Position | null; readonly gridErrorMetres: number | null }

const ERROR_METRES = 500;
/** Courses are layers of their own: their points may stand far from their edge, and this must not delay every pitch. */
const LAYERS = {
  sports: {
    title: 'Sports facilities', extentMetres: 319,
    note: "Points stand for a site, often its entrance: 35 of 37 near Edinburgh that OpenStreetMap names lie within 500 m of their outline there. Of 157 points on a football ground, the furthest lies 319 m from its corner.",
  },
  'sports-golf': {
    title: 'Golf courses', extentMetres: 1781,
    note: "Points stand for a site, often its clubhouse: 104 of 107 that OpenStreetMap names near Edinburgh lie within 500 m of their outline there. A course's edge is up to 1,781 m from a point on it (63 measured, median 897 m).",
  },
} as const;
type LayerId = keyof typeof LAYERS;

export interface SportsContext { readonly edition: Edition; readonly coverage: MultiPolygon | null; readonly councils: readonly Council[]; readonly shift?: GridShift }

/**
 * sportscotland's facilities (CSV or GeoJSON, in one file or in its eleven), a row each: a leisure centre has several.
 * Where one of the eleven is missing, nothing is covered, and it is told which. @throws SourceError
 */
export function readSports(files: readonly SourceFile[], { edition, coverage, councils, shift = ONE_SHIFT }: SportsContext): Gathered[] {
  const rows = files.flatMap((file) => readRows(file, shift));
  const inGrid = rows.some(({ gridErrorMetres }) => gridErrorMetres !== null);
  const lists = new Set(rows.map(({ fields }) => fields.id.split('.')[0]));
  const missing = Object.keys(LISTS).filter((list) => !lists.has(list)).map((list) => LISTS[list]);
  const outlines = new Map(councils.map(({ name, boundary }) => [councilKey(name), boundary]));
  const accounts = { sports: newAccount(), 'sports-golf': newAccount() };
  const seen = new Set<string>();
  for (const { fields, at, gridErrorMetres } of rows) {
    const layerId: LayerId = /golf|^pub_spfgc/iu.test(`${fields.id} ${fields.kind}`) ? 'sports-golf' : 'sports';
    const account = accounts[layerId];
    account.read += 1;
    const lost = fields.id === '' ? 'No identifier' : seen.has(fields.id) ? 'Listed twice' : /closed|planned/iu.test(fields.status) ? `Not in use (${fields.status})` : !at ? NO_LOCATION : strayReason(at);
    if (lost !== null || !at) {
      account.dropped.add(lost ?? NO_LOCATION);
      continue;
    }
    seen.add(fields.id);
    account.sites.push(toSite(layerId, fields, at, gridErrorMetres, outlines.get(councilKey(fields.council))));
  }
  const all = new Tally();
  for (const { dropped } of Object.values(accounts)) for (const { reason, count } of dropped.rows()) all.add(reason, count);
  checkMostPlaced(files.map(({ name }) => name).join(', '), rows.length, all);
  return (Object.keys(accounts) as LayerId[]).filter((id) => accounts[id].read > 0).map((id) => ({ ...accounts[id], layer: layerOf(id, edition, missing.length === 0 ? coverage : null, missing, accounts[id].dropped, (note) => withGrid(inGrid, shift, note)) }));
}

const newAccount = () => ({ sites: [] as Site[], read: 0, dropped: new Tally() });
const councilKey = (name: string) => name.toLowerCase().replaceAll('&', 'and').replace(/[^a-z]/gu, '').replace(/^cityof|city$/gu, '');
/** The list writes gaps as NA. */
const given = (text: string) => (text === 'NA' ? '' : text);

function readRows(file: SourceFile, shift: GridShift): SportsRow[] {
  if (!textOf(file).trimStart().startsWith('{')) return readTable(file, COLUMNS).map((row) => withPlace(row, null, shift));
  const features = readFeaturesOrGrid(file, shift);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const places = findColumns(file.name, header, COLUMNS);
  return features.map(({ id, properties, geometry, gridErrorMetres = null }) => {
    const mended = mendGeometry(geometry);
    const row = pick(places, (place) => properties[header[place] ?? '']);
    const at = 'geometry' in mended ? positionsOf(mended.geometry)[0] ?? null : geometry && positionsOf(geometry)[0];
    return withPlace({ ...row, id: id !== '' ? id : row.id }, at ? { at, gridErrorMetres } : null, shift);
  });
}

/** Degrees before grid references, as the lists have both. */
function withPlace(row: Fields, shape: Omit<SportsRow, 'fields'> | null, shift: GridShift): SportsRow {
  const fields = Object.fromEntries(Object.entries(row).map(([key, text]) => [key, given(text)])) as Fields;
  if (shape) return { fields, ...shape };
  const number = (text: string) => (text === '' ? NaN : Number(text));
  const [lng, lat, eastings, northings] = [fields.lng, fields.lat, fields.easting, fields.northing].map(number) as [number, number, number, number];
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 180) return { fields, at: [lng, lat], gridErrorMetres: null };
  if (!(eastings > 0) || !(northings > 0)) return { fields, at: eastings === 0 && northings === 0 ? [0, 0] : null, gridErrorMetres: null };
  const degrees = shift.toLngLat({ eastings, northings });
  return { fields, at: [degrees.lng, degrees.lat], gridErrorMetres: degrees.errorMetres };
}

function toSite(layerId: LayerId, fields: Fields, [lng = NaN, lat = NaN]: Position, gridErrorMetres: number | null, council: MultiPolygon | undefined): Site {
  const detail = fields.subKind === '' || fields.subKind === 'Unspecified' ? fields.kind : fields.subKind;
  const { flags, ...texts } = siteTexts(fields.name === '' ? 'Unnamed sports facility' : fields.name, detail, joinAddress([fields.address, fields.town, fields.postcode]));
  const astray = council && !contains(council, lng, lat);
  return {
    siteId: `sports:${fields.id}`, category: 'sportOrLeisure', layerId, ...texts, geometry: { type: 'Point', coordinates: [lng, lat] },
    errorMetres: gridErrorMetres === null ? null : ERROR_METRES + gridErrorMetres, flags: astray ? [COUNCIL_FLAG, ...flags] : flags,
  };
}

function layerOf(id: LayerId, { asOf, staleAfter }: Edition, coverage: MultiPolygon | null, missing: readonly (string | undefined)[], dropped: Tally, noteOf: (note: string) => string): Omit<Layer, 'counts'> {
  const { title, extentMetres, note } = LAYERS[id];
  return {
    id, title, categories: ['sportOrLeisure'], publisher: 'sportscotland', licence: 'Open Government Licence v3.0',
    attribution: `Copyright sportscotland, by way of the Improvement Service Spatial Hub. Contains OS data © Crown copyright and database right${yearAfterBlank(asOf)}`,
    asOf, staleAfter, position: { errorMetres: ERROR_METRES, extentMetres, note: noteOf(note) }, coverage,
    leavesOut: [
      ...(missing.length > 0 ? [{ what: `Not in the files that were given, so that sport counts as not searched here: ${missing.join(', ')}`, count: null, ask: 'Build the pack again with all eleven lists.' }] : []),
      { what: 'Leisure that is no sport (soft play, cinemas, ten-pin bowling), and sports that the list has no kind for', count: null, ask: 'Ask the council (leisure), and look on the physical check.' },
      { what: 'Facilities in the list that could not be placed (all Scotland)', count: unplaced(dropped), ask: 'Ask sportscotland, or the council (leisure).' },
      { what: `Facilities opened or closed since ${asOf ?? 'the list was made'}`, count: null, ask: 'Ask the council (leisure).' },
    ],
  };
}
