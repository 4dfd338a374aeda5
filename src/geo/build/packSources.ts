import type { MultiPolygon } from 'geojson';
import { buildBasemap } from '../basemap/buildBasemap';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import type { Council } from '../pack/content';
import type { Layer } from '../pack/header';
import type { PostcodePoint } from '../pack/site';
import {
  boxOf, boxPolygon, clip, codePointFiles, firstOfItsPlace, isCodePointCsv, isGreenspaceFile, isMetadata, isNspl, isNsplCsv, isOpenNamesCsv, isZip, MARGIN_METRES, nationalCoverage, nsplFiles, openNamesFiles, placesOf, readArea, readBasemap, readCareInspectorate, readCodePointOpen,
  readCouncils, readGreenspace, readMapped, readNspl, readOpenNames, readOsm, readOstn15, readPlaceLabels, readPlaces, readSchools, readSports, readStreets, readUprns, OSM_CREDIT, SourceError, touches, widen, type Box, type Gathered, type LabelRows, type PostcodeRows, type SourceFile, type StreetRows, type Uprns,
} from '../sources';
import { readStockAddresses, type StockAddressRows } from '../stock/stockAddresses';
import { type BuildFiles, piecesOf, readAll, readFile } from './buildFiles';
import { type BasemapPlan, type PackPlan, PlanError } from './plan';

export interface PackArea { readonly name: string; readonly councilCode: string | null; readonly boundary: MultiPolygon }

/** The background map, and what its layer says of it. */
export type PackBasemap = Pick<Layer, 'publisher' | 'licence' | 'attribution' | 'counts'> & { readonly bytes: Uint8Array };

/** Everything read, not yet cut to the area. */
export interface PackSources {
  readonly area: PackArea;
  /** The area and its margin: what the pack holds, and no coverage reaches further. */
  readonly box: Box;
  readonly councils: readonly Council[];
  readonly councilsRead: number;
  readonly postcodes: PostcodeRows | null;
  readonly gathered: readonly Gathered[];
  readonly uprns: Uprns | null;
  readonly stock: StockAddressRows | null;
  readonly streets: (StreetRows & { readonly coverage: MultiPolygon }) | null;
  readonly places: readonly LabelRows[];
  readonly basemap: PackBasemap | null;
}

/** @throws SourceError, PlanError */
export async function packSources(plan: PackPlan, given: BuildFiles): Promise<PackSources> {
  const shift = plan.ostn15 === null ? ONE_SHIFT : readOstn15(await readFile(plan.ostn15, given));
  const all = plan.councils ? readCouncils(await readFile(plan.councils.path, given)) : [];
  const area = areaOf(plan, all);
  const own = boxOf(area.boundary);
  if (!own) throw new SourceError(plan.councils?.path ?? 'The box', 'gives an area without an outline.');
  const box = widen(own, MARGIN_METRES);
  const postcodes = plan.postcodes && (await readPostcodes(plan.postcodes, shift, given));
  const coverage = nationalCoverage(box, all);
  const gathered: Gathered[] = [];
  if (plan.schools) gathered.push(readSchools(await readFile(plan.schools.path, given), { edition: plan.schools.edition, coverage, councils: all, shift }));
  if (plan.care) gathered.push(...readCareInspectorate(await readFile(plan.care.path, given), { edition: plan.care.edition, coverage, postcodes: postcodes?.postcodes ?? [] }));
  if (plan.osm) gathered.push(...(await readOsmFiles(plan.osm, box, given)));
  if (plan.sports) gathered.push(...readSports(await readAll(plan.sports.paths, given), { edition: plan.sports.edition, coverage, councils: all, shift }));
  if (plan.greenspace) gathered.push(...(await readGreenspaceFiles(plan.greenspace, { box, coverage, shift }, given)));
  for (const [i, list] of plan.mapped.entries()) gathered.push(await readMappedList(list, layerIdOf(plan.mapped, i), { box, national: coverage, shift, postcodes: postcodes?.postcodes ?? [] }, given));
  if (plan.lists) gathered.push(...(await readLists(plan.lists, box, coverage, shift, given)));
  const uprns = plan.uprns && (await readUprns(plan.uprns.path, piecesOf(plan.uprns.path, given), { box }));
  const stock = plan.stock && readStockAddresses(await readFile(plan.stock.path, given), { box, uprns: new Map([...uprns?.points ?? []].map(([uprn, point]) => [uprn, { point }])), columns: plan.stock.columns, shift });
  const streets = plan.streets && (await readStreetFiles(plan.streets, box, given));
  const places = plan.places ? await readNames(plan.places.paths, { box, shift }, given) : [];
  const basemap = plan.basemap && (await basemapOf(plan.basemap, box, given));
  return { area, box, councils: all.filter((council) => touches(council.boundary, box)), councilsRead: all.length, postcodes, gathered, uprns, stock, streets, places, basemap };
}

export const inBox = ({ west, south, east, north }: Box) => ({ point: { lng, lat } }: PostcodePoint) => lng >= west && lng <= east && lat >= south && lat <= north;

export function areaOf({ area, councils }: Pick<PackPlan, 'area' | 'councils'>, all: readonly Council[]): PackArea {
  if ('box' in area) {
    const { west, south, east, north } = area.box;
    return { name: `Box ${[west, south, east, north].join(', ')}`, councilCode: null, boundary: boxPolygon(area.box) };
  }
  const council = all.find(({ code }) => code === area.council);
  if (!council) throw new SourceError(councils?.path ?? '', `has no council ${area.council}. It has: ${all.map(({ code, name }) => `${code} ${name}`).join(', ')}.`);
  return { name: council.name, councilCode: council.code, boundary: council.boundary };
}

/** Where a source is declared to be complete, cut to the area and its margin. `national`: where all Scotland is searched. @throws PlanError */
async function declaredOf(option: string, coverage: string | Box, { box, national }: { readonly box: Box; readonly national: MultiPolygon | null }, given: BuildFiles): Promise<MultiPolygon> {
  const declared = coverage === 'scotland' ? national : typeof coverage === 'string' ? readArea(await readFile(coverage, given)) : boxPolygon(coverage);
  const inside = declared && clip(declared, box);
  if (!inside) throw new PlanError(option, 'lies outside the area: nothing in it would be searched for.');
  return inside;
}

async function readGreenspaceFiles({ paths, edition }: NonNullable<PackPlan['greenspace']>, context: { box: Box; coverage: MultiPolygon | null; shift: GridShift }, given: BuildFiles): Promise<Gathered[]> {
  const files = await Promise.all(paths.map(async (path) => {
    const names = await given.list(path).catch(() => null);
    return names ? Promise.all(names.filter(isGreenspaceFile).map((name) => readFile(`${path}/${name}`, given))) : [await readFile(path, given)];
  }));
  return readGreenspace(paths.join(', '), files.flat(), { ...context, edition, openSqlite: given.openSqlite });
}

async function readLists({ files, editions, coverage, errorMetres, credit }: NonNullable<PackPlan['lists']>, box: Box, national: MultiPolygon | null, shift: GridShift, given: BuildFiles): Promise<Gathered[]> {
  const searched = await declaredOf('layer-coverage', coverage, { box, national }, given);
  const read = await Promise.all(files.map(async ({ category, path }) => ({ category, file: await readFile(path, given) })));
  return readPlaces(read, { editions, coverage: searched, errorMetres, credit, shift });
}

/** By its title, so that a place has the same id in the next pack. */
function layerIdOf(lists: PackPlan['mapped'], i: number): string {
  const slug = ({ mapping }: PackPlan['mapped'][number]) => mapping.title.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '') || 'unnamed';
  const own = lists[i] && slug(lists[i]);
  const before = lists.slice(0, i).filter((other) => slug(other) === own).length;
  return `list-${own ?? ''}${before === 0 ? '' : `-${String(before + 1)}`}`;
}

async function readMappedList({ path, mapping, edition, coverage }: PackPlan['mapped'][number], layerId: string, { box, national, shift, postcodes }: { box: Box; national: MultiPolygon | null; shift: GridShift; postcodes: readonly PostcodePoint[] }, given: BuildFiles): Promise<Gathered> {
  const searched = await declaredOf('list-coverage', coverage, { box, national }, given);
  if (mapping.position.by === 'postcode' && postcodes.length === 0) throw new PlanError('postcodes', `is missing: ${path} places by postcode.`);
  return readMapped(await readFile(path, given), mapping, layerId, { edition, coverage: searched, postcodes, shift });
}

export async function readPostcodes({ path, asOf }: NonNullable<PackPlan['postcodes']>, shift: GridShift, given: BuildFiles): Promise<PostcodeRows> {
  const names = await given.list(path).catch(() => null);
  const folder = async (wanted: (name: string) => boolean) => Promise.all((names ?? []).filter(wanted).map((name) => readFile(`${path}/${name}`, given)));
  const found = names?.some(isNsplCsv) ? readNspl(path, await folder(isNsplCsv))
    : names ? readCodePointOpen(path, await folder((name) => isCodePointCsv(name) || isMetadata(name)), shift) : fromFile(path, await readFile(path, given), shift);
  return { ...found, asOf: asOf ?? found.asOf };
}

/** Told apart by what is inside, since people rename files. */
function fromFile(path: string, file: SourceFile, shift: GridShift): PostcodeRows {
  if (!isZip(file.bytes)) return isNspl(file) ? readNspl(path, [file]) : readCodePointOpen(path, [file], shift);
  const codePoint = codePointFiles(file);
  const nspl = codePoint.some(({ name }) => isCodePointCsv(name)) ? [] : nsplFiles(file);
  return nspl.length > 0 ? readNspl(path, nspl) : readCodePointOpen(path, codePoint, shift);
}

async function readOsmFiles({ files, edition, coverage }: NonNullable<PackPlan['osm']>, box: Box, given: BuildFiles): Promise<Gathered[]> {
  const searched = await declaredOf('osm-coverage', coverage, { box, national: null }, given);
  const read = await Promise.all(files.map(async ({ category, path }) => ({ category, file: await readFile(path, given) })));
  return readOsm(read, { edition, coverage: searched });
}

async function readStreetFiles({ paths, coverage }: NonNullable<PackPlan['streets']>, box: Box, given: BuildFiles): Promise<NonNullable<PackSources['streets']>> {
  const declared = await declaredOf('streets-coverage', coverage, { box, national: null }, given);
  return { ...readStreets(await readAll(paths, given), { box }), coverage: declared };
}

/** Names of places: OS Open Names as it is downloaded, and labels as GeoJSON. */
async function readNames(paths: readonly string[], context: { readonly box: Box; readonly shift: GridShift }, given: BuildFiles): Promise<LabelRows[]> {
  const isFirst = firstOfItsPlace();
  const rows: LabelRows[] = [];
  for (const path of paths) {
    const inFolder = await given.list(path).catch(() => null);
    const tiles = inFolder && await readAll(inFolder.filter((name) => isOpenNamesCsv(name, context.box)).map((name) => `${path}/${name}`), given);
    const file = tiles ? null : await readFile(path, given);
    if (file && !isZip(file.bytes)) rows.push(...readPlaceLabels([file], { ...context, isFirst }));
    else rows.push(placesOf(readOpenNames(path, tiles ?? (file ? openNamesFiles(file, context.box) : []), context), isFirst));
  }
  return rows;
}

async function basemapOf(plan: BasemapPlan, box: Box, given: BuildFiles): Promise<PackBasemap> {
  if ('osm' in plan) {
    const files = await readAll(plan.osm, given);
    const { bytes, read: rows, kept, dropped } = buildBasemap(files, box, (done, all) => { if (all > 1) given.told(`Background map: part ${String(done)} of ${String(all)}`); });
    return { ...OSM_CREDIT, bytes, counts: { read: rows, kept, dropped, flagged: [] } };
  }
  const { bytes, attribution } = readBasemap(await readFile(plan.path, given));
  const named = plan.attribution ?? attribution;
  if (named === null) throw new PlanError('basemap-attribution', 'is missing: the file does not say whose map it is, and its licence asks for it.');
  return { bytes, publisher: named, licence: 'See attribution', attribution: named, counts: { read: 1, kept: 1, dropped: [], flagged: [] } };
}
