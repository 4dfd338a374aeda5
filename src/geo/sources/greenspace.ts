import { categoryOf } from '@/terms';
import type { Geometry, MultiPolygon } from 'geojson';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import { lngLatToGrid } from '../grid';
import type { Site } from '../pack/site';
import { boxOf, positionsOf, type Box } from './box';
import { yearAfterBlank, type Edition } from './edition';
import { checkGrid, isGrid, offGrid, withGrid } from './fromGrid';
import { OUTSIDE_REASON, type Gathered } from './gathered';
import { isSqlite, readGeoPackage, type LayerRow, type OpenSqlite } from './geoPackage';
import { greenspaceKind, type GreenspaceLayer } from './greenspaceKinds';
import { MENDED_FLAG, mendGeometry } from './mendGeometry';
import { checkMostPlaced, strayShape, unplaced } from './scotland';
import { isShapefilePart, readShapefile, shapefilesOf } from './shapefile';
import { siteTexts } from './shortText';
import { SourceError } from './sourceError';
import { isZip, unpackZip, type SourceFile } from './sourceFile';
import { findColumns, pick, type Row } from './table';
import { Tally } from './tally';

/** It comes out in April and October; after a year two newer ones have been missed. */
export const GREENSPACE_STALE_MONTHS = 12;

/** As the GeoPackage, the documentation of the shapefile, its real fields and its cut to ten characters have them. */
const COLUMNS = {
  id: { names: ['id', 'gml_id'], required: true },
  kind: { names: ['function', 'function_'], required: true },
  name1: { names: ['distinctive_name_1', 'distinctiveName1', 'distName1', 'distinctiv'] },
  name2: { names: ['distinctive_name_2', 'distinctiveName2', 'distName2', 'distinct_1'] },
  name3: { names: ['distinctive_name_3', 'distinctiveName3', 'distName3', 'distinct_2'] },
  name4: { names: ['distinctive_name_4', 'distinctiveName4', 'distName4', 'distinct_3'] },
} as const;
type Fields = Row<keyof typeof COLUMNS>;

/** Drawn from large-scale survey; a place is taken to lie within this of its outline. */
const ERROR_METRES = 10;
const LAYERS: Readonly<Record<GreenspaceLayer, { readonly title: string; readonly categories: Gathered['layer']['categories'] }>> = {
  greenspace: { title: 'OS Open Greenspace: play spaces and parks', categories: ['playPark', 'parkOrGreenspace'] },
  'greenspace-sport': { title: 'OS Open Greenspace: outdoor sport (not counted as searched: indoor sport is not in it)', categories: ['sportOrLeisure'] },
};

export interface GreenspaceContext {
  readonly edition: Edition;
  readonly coverage: MultiPolygon | null;
  /** The area and its margin: the rest of Great Britain is counted and not kept. */
  readonly box: Box;
  readonly openSqlite: OpenSqlite;
  readonly shift?: GridShift;
}

const isSites = (path: string) => /greenspace_?site[^/]*$/iu.test(path);
/** What of a zip or folder is read: the GeoPackage, or the sites' shapefiles. Access points (gates of a site) are not read. */
export const isGreenspaceFile = (path: string): boolean => /\.gpkg$/iu.test(path) || (isSites(path) && isShapefilePart(path));

/**
 * OS Open Greenspace: GeoPackage or shapefiles, plain or zipped, one or several tiles. A site that reaches over a tile's edge is in both, and taken once.
 * @throws SourceError
 */
export async function readGreenspace(name: string, given: readonly SourceFile[], context: GreenspaceContext): Promise<Gathered[]> {
  const files = given.flatMap((file) => (isZip(file.bytes) ? unpackZip(file, isGreenspaceFile) : [file]));
  const packages = files.filter(isSqlite);
  const shapefiles = shapefilesOf(files.filter((file) => !isSqlite(file) && isShapefilePart(file.name)));
  if (packages.length === 0 && shapefiles.length === 0) throw new SourceError(name, 'holds neither a GeoPackage (opgrsp_gb.gpkg) nor a shapefile of sites (such as NT_GreenspaceSite.shp and .dbf). Give the download of OS Open Greenspace as it is.');
  const accounts = { greenspace: newAccount(), 'greenspace-sport': newAccount() };
  const seen = new Set<string>();
  for (const file of packages) take(file.name, await readGeoPackage(file, (table) => isSites(table), context.openSqlite), accounts, seen, context);
  for (const shapefile of shapefiles) take(shapefile.name, readShapefile(shapefile), accounts, seen, context);
  const all = new Tally();
  for (const { dropped } of Object.values(accounts)) for (const { reason, count } of dropped.rows()) all.add(reason, count);
  checkMostPlaced(name, Object.values(accounts).reduce((sum, { read }) => sum + read, 0), all);
  if (Object.values(accounts).every(({ sites }) => sites.length === 0)) throw new SourceError(name, `has no site in the area or near it (${all.rows().slice(0, 6).map(({ reason, count }) => `${reason}: ${String(count)}`).join('; ')}). Check the file and the area.`);
  return (Object.keys(accounts) as GreenspaceLayer[]).filter((id) => id === 'greenspace' || accounts[id].read > 0).map((id) => ({ ...accounts[id], layer: layerOf(id, context, unplaced(accounts[id].dropped)) }));
}

interface Account { readonly sites: Site[]; read: number; readonly dropped: Tally }
const newAccount = (): Account => ({ sites: [], read: 0, dropped: new Tally() });

function take(name: string, rows: readonly LayerRow[], accounts: Record<GreenspaceLayer, Account>, seen: Set<string>, { box, shift = ONE_SHIFT }: GreenspaceContext): void {
  if (rows.length === 0) throw new SourceError(name, 'has no sites. An empty layer would say that nothing is there; leave the file out instead.');
  const header = [...new Set(rows.flatMap(({ properties }) => Object.keys(properties)))];
  const places = findColumns(name, header, COLUMNS);
  checkGrid(name, rows.flatMap((row) => { const geometry = row.geometry(); return geometry ? positionsOf(geometry).slice(0, 1) : []; }));
  const isOutside = outsideOf(box);
  for (const row of rows) {
    const { properties } = row;
    const geometry = row.geometry();
    const outside = geometry !== null && isOutside(geometry);
    const fields = pick(places, (place) => properties[header[place] ?? '']);
    const kind = greenspaceKind(fields.kind);
    const layerId = 'lost' in kind ? 'greenspace' : kind.layer;
    const account = accounts[layerId];
    account.read += 1;
    const feature = outside ? null : offGrid({ id: '', properties, geometry }, shift);
    const mended = mendGeometry(feature?.geometry ?? null);
    const lost = fields.id === '' ? 'No identifier' : seen.has(fields.id) ? 'Listed twice (a site over the edge of two tiles)' : 'lost' in kind ? kind.lost  : outside ? OUTSIDE_REASON : 'lost' in mended ? mended.lost : strayShape(mended.geometry);
    if (fields.id !== '') seen.add(fields.id);
    if (lost !== null || 'lost' in kind || 'lost' in mended) { account.dropped.add(lost ?? ''); continue; }
    account.sites.push(toSite(fields, kind, mended, ERROR_METRES + (feature?.gridErrorMetres ?? 0)));
  }
}

/** Metres that a box of degrees bends in the grid, at most, and the shift's own error. */
const BEND_METRES = 20_000;

/** It is of Great Britain: what lies well outside is left in the grid as it is, and is no slip. */
function outsideOf({ west, south, east, north }: Box): (geometry: Geometry) => boolean {
  const corners = [[west, south], [east, south], [west, north], [east, north]].map(([lng = NaN, lat = NaN]) => lngLatToGrid({ lng, lat }));
  const [eastings, northings] = [corners.map((corner) => corner.eastings), corners.map((corner) => corner.northings)];
  const area = { west: Math.min(...eastings) - BEND_METRES, east: Math.max(...eastings) + BEND_METRES, south: Math.min(...northings) - BEND_METRES, north: Math.max(...northings) + BEND_METRES };
  return (geometry) => {
    const own = boxOf(geometry);
    return own !== null && isGrid([own.west, own.south]) && isGrid([own.east, own.north]) && (own.west > area.east || own.east < area.west || own.south > area.north || own.north < area.south);
  };
}

function toSite(fields: Fields, { layer, category }: { layer: GreenspaceLayer; category: Site['category'] }, { geometry, mended }: { geometry: Geometry; mended: boolean }, errorMetres: number): Site {
  const names = [fields.name1, fields.name2, fields.name3, fields.name4].filter((text) => text !== '');
  const { flags, ...texts } = siteTexts(names.length === 0 ? `Unnamed ${categoryOf(category).label.toLowerCase()}` : [...new Set(names)].join(' / '), fields.kind, '');
  return { siteId: `greenspace:${fields.id}`, category, layerId: layer, ...texts, geometry, errorMetres, flags: [...(mended ? [MENDED_FLAG] : []), ...flags] };
}

function layerOf(id: GreenspaceLayer, { edition: { asOf, staleAfter }, coverage, shift = ONE_SHIFT }: GreenspaceContext, lost: number): Gathered['layer'] {
  return {
    id, ...LAYERS[id], publisher: 'Ordnance Survey', licence: 'Open Government Licence v3.0',
    attribution: `Contains OS data © Crown copyright and database right${yearAfterBlank(asOf)}`, asOf, staleAfter,
    position: { errorMetres: ERROR_METRES, extentMetres: 0, note: withGrid(true, shift, `Outlines of the sites, from survey; taken as ${String(ERROR_METRES)} m.`) },
    coverage: id === 'greenspace' ? coverage : null,
    leavesOut: [
      { what: 'Greenspace that is not open to the public, and play equipment within housing that Ordnance Survey does not draw as a play space', count: null, ask: 'Ask the council (parks), and look on the physical check.' },
      { what: 'Sites in the product that could not be placed', count: lost, ask: 'Ask the council (parks).' },
      { what: `Sites opened or closed since ${asOf ?? 'the product was made'}`, count: null, ask: 'Ask the council (parks).' },
    ],
  };
}
