import { type Council, type GridShift, type Layer, ONE_SHIFT, type PostcodePoint } from '@/geo';
import { buildBasemap } from '@/geo/basemap';
import {
  boxOf, boxPolygon, clip, codePointFiles, isCodePointCsv, isGreenspaceFile, isMetadata, isNspl, isNsplCsv, isZip, MARGIN_METRES, nationalCoverage, nsplFiles, readArea, readBasemap, readCareInspectorate, readCodePointOpen,
  readCouncils, readGreenspace, readNspl, readOsm, readOstn15, readPlaceLabels, readPlaces, readSchools, readSports, readStreets, readUprns, OSM_CREDIT, SourceError, touches, widen, type Box, type Gathered, type LabelRows, type PostcodeRows, type SourceFile, type StreetRows, type Uprns,
} from '@/geo/sources';
import type { MultiPolygon } from 'geojson';
import { join } from 'node:path';
import { UsageError } from './command';
import { openSqlite } from './sqlite';
import type { Edges } from './edges';
import type { BasemapPlan, BuildPlan } from './packBuildOptions';

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
  readonly streets: (StreetRows & { readonly coverage: MultiPolygon }) | null;
  readonly places: readonly LabelRows[];
  readonly basemap: PackBasemap | null;
}

/** @throws SourceError, UsageError */
export async function packSources(plan: BuildPlan, edges: Edges): Promise<PackSources> {
  const shift = plan.ostn15 === null ? ONE_SHIFT : readOstn15(await read(plan.ostn15, edges));
  const all = plan.councils ? readCouncils(await read(plan.councils.path, edges)) : [];
  const area = areaOf(plan, all);
  const own = boxOf(area.boundary);
  if (!own) throw new SourceError(plan.councils?.path ?? '--bbox', 'gives an area without an outline.');
  const box = widen(own, MARGIN_METRES);
  const postcodes = plan.postcodes && (await readPostcodes(plan.postcodes, shift, edges));
  const coverage = nationalCoverage(box, all);
  const gathered: Gathered[] = [];
  if (plan.schools) gathered.push(readSchools(await read(plan.schools.path, edges), { edition: plan.schools.edition, coverage, councils: all, shift }));
  if (plan.care) gathered.push(...readCareInspectorate(await read(plan.care.path, edges), { edition: plan.care.edition, coverage, postcodes: postcodes?.postcodes ?? [] }));
  if (plan.osm) gathered.push(...(await readOsmFiles(plan.osm, box, edges)));
  if (plan.sports) gathered.push(...readSports(await Promise.all(plan.sports.paths.map((path) => read(path, edges))), { edition: plan.sports.edition, coverage, councils: all, shift }));
  if (plan.greenspace) gathered.push(...(await readGreenspaceFiles(plan.greenspace, { box, coverage, shift }, edges)));
  if (plan.lists) gathered.push(...(await readLists(plan.lists, box, coverage, shift, edges)));
  const uprns = plan.uprns && (await readUprns(plan.uprns.path, told(plan.uprns.path, edges), { box }));
  const streets = plan.streets && (await readStreetFiles(plan.streets, box, edges));
  const places = plan.places ? readPlaceLabels(await Promise.all(plan.places.paths.map((path) => read(path, edges))), { box }) : [];
  const basemap = plan.basemap && (await basemapOf(plan.basemap, box, edges));
  return { area, box, councils: all.filter((council) => touches(council.boundary, box)), councilsRead: all.length, postcodes, gathered, uprns, streets, places, basemap };
}

export const inBox = ({ west, south, east, north }: Box) => ({ point: { lng, lat } }: PostcodePoint) => lng >= west && lng <= east && lat >= south && lat <= north;

function areaOf({ area, councils }: BuildPlan, all: readonly Council[]): PackArea {
  if ('box' in area) {
    const { west, south, east, north } = area.box;
    return { name: `Box ${[west, south, east, north].join(', ')}`, councilCode: null, boundary: boxPolygon(area.box) };
  }
  const council = all.find(({ code }) => code === area.council);
  if (!council) throw new SourceError(councils?.path ?? '', `has no council ${area.council}. It has: ${all.map(({ code, name }) => `${code} ${name}`).join(', ')}.`);
  return { name: council.name, councilCode: council.code, boundary: council.boundary };
}

async function read(path: string, edges: Edges): Promise<SourceFile> {
  try {
    return { name: path, bytes: await edges.read(path) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): SourceError {
  return new SourceError(path, `cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)}). Check the path.`, { cause });
}

/** The pieces of a file; what keeps it from being read is told of the file. */
async function* told(path: string, edges: Edges): AsyncGenerator<Uint8Array> {
  const pieces = edges.stream(path)[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch((cause: unknown) => { throw unreadable(path, cause); });
    if (next.done === true) return;
    yield next.value;
  }
}

async function readGreenspaceFiles({ paths, edition }: NonNullable<BuildPlan['greenspace']>, context: { box: Box; coverage: MultiPolygon | null; shift: GridShift }, edges: Edges): Promise<Gathered[]> {
  const files = await Promise.all(paths.map(async (path) => {
    const names = await edges.list(path).catch(() => null);
    return names ? Promise.all(names.filter(isGreenspaceFile).map((name) => read(join(path, name), edges))) : [await read(path, edges)];
  }));
  return readGreenspace(paths.join(', '), files.flat(), { ...context, edition, openSqlite });
}

async function readLists({ files, editions, coverage, errorMetres, credit }: NonNullable<BuildPlan['lists']>, box: Box, national: MultiPolygon | null, shift: GridShift, edges: Edges): Promise<Gathered[]> {
  const declared = coverage === 'scotland' ? national : typeof coverage === 'string' ? readArea(await read(coverage, edges)) : boxPolygon(coverage);
  const searched = declared && clip(declared, box);
  if (!searched) throw new UsageError('--layer-coverage lies outside the area: none of these places would be searched for.');
  const given = await Promise.all(files.map(async ({ category, path }) => ({ category, file: await read(path, edges) })));
  return readPlaces(given, { editions, coverage: searched, errorMetres, credit, shift });
}

async function readPostcodes({ path, asOf }: NonNullable<BuildPlan['postcodes']>, shift: GridShift, edges: Edges): Promise<PostcodeRows> {
  const names = await edges.list(path).catch(() => null);
  const folder = async (wanted: (name: string) => boolean) => Promise.all((names ?? []).filter(wanted).map((name) => read(join(path, name), edges)));
  const found = names?.some(isNsplCsv) ? readNspl(path, await folder(isNsplCsv))
    : names ? readCodePointOpen(path, await folder((name) => isCodePointCsv(name) || isMetadata(name)), shift) : fromFile(path, await read(path, edges), shift);
  return { ...found, asOf: asOf ?? found.asOf };
}

/** Told apart by what is inside, since people rename files. */
function fromFile(path: string, file: SourceFile, shift: GridShift): PostcodeRows {
  if (!isZip(file.bytes)) return isNspl(file) ? readNspl(path, [file]) : readCodePointOpen(path, [file], shift);
  const codePoint = codePointFiles(file);
  const nspl = codePoint.some(({ name }) => isCodePointCsv(name)) ? [] : nsplFiles(file);
  return nspl.length > 0 ? readNspl(path, nspl) : readCodePointOpen(path, codePoint, shift);
}

async function readOsmFiles({ files, edition, coverage }: NonNullable<BuildPlan['osm']>, box: Box, edges: Edges): Promise<Gathered[]> {
  const declared = typeof coverage === 'string' ? readArea(await read(coverage, edges)) : boxPolygon(coverage);
  const searched = clip(declared, box);
  if (!searched) throw new UsageError('--osm-coverage lies outside the area: none of these places would be searched for.');
  const given = await Promise.all(files.map(async ({ category, path }) => ({ category, file: await read(path, edges) })));
  return readOsm(given, { edition, coverage: searched });
}

async function readStreetFiles({ paths, coverage }: NonNullable<BuildPlan['streets']>, box: Box, edges: Edges): Promise<NonNullable<PackSources['streets']>> {
  const declared = clip(typeof coverage === 'string' ? readArea(await read(coverage, edges)) : boxPolygon(coverage), box);
  if (!declared) throw new UsageError('--streets-coverage lies outside the area: none of these streets would be in the pack.');
  return { ...readStreets(await Promise.all(paths.map((path) => read(path, edges))), { box }), coverage: declared };
}

async function basemapOf(plan: BasemapPlan, box: Box, edges: Edges): Promise<PackBasemap> {
  if ('osm' in plan) {
    const files = await Promise.all(plan.osm.map((path) => read(path, edges)));
    const { bytes, read: rows, kept, dropped } = buildBasemap(files, box, (done, all) => { if (all > 1) edges.err(`Background map: part ${String(done)} of ${String(all)}`); });
    return { ...OSM_CREDIT, bytes, counts: { read: rows, kept, dropped, flagged: [] } };
  }
  const { bytes, attribution } = readBasemap(await read(plan.path, edges));
  const named = plan.attribution ?? attribution;
  if (named === null) throw new UsageError('--basemap-attribution TEXT is missing: the file does not say whose map it is, and its licence asks for it.');
  return { bytes, publisher: named, licence: 'See attribution', attribution: named, counts: { read: 1, kept: 1, dropped: [], flagged: [] } };
}
