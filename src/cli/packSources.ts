import type { Council, PostcodePoint } from '@/geo';
import {
  boxOf, boxPolygon, clip, codePointFiles, isCodePointCsv, isMetadata, isZip, nationalCoverage, readArea, readBasemap, readCareInspectorate, readCodePointOpen,
  readCouncils, readOsm, readSchools, SourceError, touches, widen, type Basemap, type Box, type CodePointOpen, type Gathered, type SourceFile,
} from '@/geo/sources';
import type { MultiPolygon } from 'geojson';
import { join } from 'node:path';
import { UsageError } from './command';
import type { Edges } from './edges';
import type { BuildPlan } from './packBuildOptions';

/** Metres around the area from which sites are taken in: further than any circle looked at from an address inside. */
export const MARGIN_METRES = 5000;

export interface PackArea { readonly name: string; readonly councilCode: string | null; readonly boundary: MultiPolygon }

/** Everything read, not yet cut to the area. */
export interface PackSources {
  readonly area: PackArea;
  /** The area and its margin: what the pack holds, and no coverage reaches further. */
  readonly box: Box;
  readonly councils: readonly Council[];
  readonly councilsRead: number;
  readonly postcodes: CodePointOpen | null;
  readonly gathered: readonly Gathered[];
  readonly basemap: (Basemap & { readonly attribution: string }) | null;
}

/** @throws SourceError, UsageError */
export async function packSources(plan: BuildPlan, edges: Edges): Promise<PackSources> {
  const all = plan.councils ? readCouncils(await read(plan.councils.path, edges)) : [];
  const area = areaOf(plan, all);
  const own = boxOf(area.boundary);
  if (!own) throw new SourceError(plan.councils?.path ?? '--bbox', 'gives an area without an outline.');
  const box = widen(own, MARGIN_METRES);
  const postcodes = plan.postcodes && (await readPostcodes(plan.postcodes, edges));
  const coverage = nationalCoverage(box, all);
  const gathered: Gathered[] = [];
  if (plan.schools) gathered.push(readSchools(await read(plan.schools.path, edges), { edition: plan.schools.edition, coverage, councils: all }));
  if (plan.care) gathered.push(...readCareInspectorate(await read(plan.care.path, edges), { edition: plan.care.edition, coverage, postcodes: postcodes?.postcodes ?? [] }));
  if (plan.osm) gathered.push(...(await readOsmFiles(plan.osm, box, edges)));
  const basemap = plan.basemap && (await basemapOf(plan.basemap, edges));
  return { area, box, councils: all.filter((council) => touches(council.boundary, box)), councilsRead: all.length, postcodes, gathered, basemap };
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
    throw new SourceError(path, `cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)}). Check the path.`, { cause });
  }
}

async function readPostcodes({ path, asOf }: NonNullable<BuildPlan['postcodes']>, edges: Edges): Promise<CodePointOpen> {
  const names = await edges.list(path).catch(() => null);
  const files = names ? await Promise.all(names.filter((name) => isCodePointCsv(name) || isMetadata(name)).map((name) => read(join(path, name), edges))) : await fromFile(path, edges);
  const found = readCodePointOpen(path, files);
  return { ...found, asOf: asOf ?? found.asOf };
}

async function fromFile(path: string, edges: Edges): Promise<SourceFile[]> {
  const file = await read(path, edges);
  return isZip(file.bytes) ? codePointFiles(file) : [file];
}

async function readOsmFiles({ files, edition, coverage }: NonNullable<BuildPlan['osm']>, box: Box, edges: Edges): Promise<Gathered[]> {
  const declared = typeof coverage === 'string' ? readArea(await read(coverage, edges)) : boxPolygon(coverage);
  const searched = clip(declared, box);
  if (!searched) throw new UsageError('--osm-coverage lies outside the area: none of these places would be searched for.');
  const given = await Promise.all(files.map(async ({ category, path }) => ({ category, file: await read(path, edges) })));
  return readOsm(given, { edition, coverage: searched });
}

async function basemapOf({ path, attribution }: NonNullable<BuildPlan['basemap']>, edges: Edges): Promise<Basemap & { attribution: string }> {
  const found = readBasemap(await read(path, edges));
  const named = attribution ?? found.attribution;
  if (named === null) throw new UsageError('--basemap-attribution TEXT is missing: the file does not say whose map it is, and its licence asks for it.');
  return { ...found, attribution: named };
}
