import { parseDbf, parseShp } from 'shpjs';
import type { LayerRow } from './geoPackage';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** The files of one shapefile. */
export interface Shapefile {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array;
  readonly cpg: Uint8Array | null;
  readonly prj: Uint8Array | null;
}

const endingOf = (path: string) => /\.(shp|dbf|cpg|prj)$/iu.exec(path)?.[1]?.toLowerCase();
export const isShapefilePart = (path: string): boolean => endingOf(path) !== undefined;

/** Shapefiles of which the .shp and .dbf are there, by their common name. @throws SourceError naming the half that is missing. */
export function shapefilesOf(files: readonly SourceFile[]): Shapefile[] {
  const parts = new Map<string, Map<string, Uint8Array>>();
  for (const { name, bytes } of files) {
    const stem = name.replace(/\.[^.]*$/u, '');
    parts.set(stem, (parts.get(stem) ?? new Map<string, Uint8Array>()).set(endingOf(name) ?? '', bytes));
  }
  return [...parts].flatMap(([stem, own]) => {
    const [shp, dbf] = [own.get('shp'), own.get('dbf')];
    if (!shp && !dbf) return [];
    if (!shp || !dbf) throw new SourceError(`${stem}.${shp ? 'shp' : 'dbf'}`, `lies without its .${shp ? 'dbf' : 'shp'}. Give the zip or folder with both.`);
    return [{ name: `${stem}.shp`, shp, dbf, cpg: own.get('cpg') ?? null, prj: own.get('prj') ?? null }];
  });
}

/** ESRI Shapefile Technical Description (1998): a header of 100 bytes, big-endian length in words at 24. */
const [SHP_HEADER, SHP_MAGIC] = [100, 9994] as const;

/** The rows of a shapefile in British National Grid. @throws SourceError for another system, and for halves that are cut short or do not belong together. */
export function readShapefile({ name, shp, dbf, cpg, prj }: Shapefile): LayerRow[] {
  const system = prj === null ? '' : new TextDecoder().decode(prj.subarray(0, 2000));
  if (system !== '' && !/British_National_Grid|OSGB|27700/iu.test(system)) throw new SourceError(name, `is not in British National Grid: its .prj says ${system.slice(0, 80)}. Give it as Ordnance Survey publishes it.`);
  checkLengths(name, shp, dbf);
  const { geometries, properties } = parsed(name, shp, dbf, cpg);
  if (geometries.length !== properties.length) throw new SourceError(name, `has ${String(geometries.length)} outlines and ${String(properties.length)} rows: its files do not belong together. Download it again.`);
  return properties.map((row, i) => ({ properties: row, geometry: () => geometries[i] ?? null }));
}

/** Both tell their own length; a table of billions of rows that are not there would be read for ever. */
function checkLengths(name: string, shp: Uint8Array, dbf: Uint8Array): void {
  const [shape, table] = [new DataView(shp.buffer, shp.byteOffset, shp.byteLength), new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)];
  const damaged = () => new SourceError(name, 'is a shapefile, but damaged or cut short. Download it again.');
  if (shp.byteLength < SHP_HEADER || shape.getInt32(0) !== SHP_MAGIC || shape.getInt32(24) * 2 !== shp.byteLength || dbf.byteLength < 33) throw damaged();
  let at = SHP_HEADER;
  while (at + 8 <= shp.byteLength) {
    const length = shape.getInt32(at + 4) * 2;
    if (length < 4) throw damaged();
    at += 8 + length;
  }
  if (at !== shp.byteLength) throw damaged();
  const [rows, headerBytes, rowBytes] = [table.getUint32(4, true), table.getUint16(8, true), table.getUint16(10, true)];
  // A mark of the end (0x1a) may follow or not.
  const rest = dbf.byteLength - headerBytes - rows * rowBytes;
  if (headerBytes < 33 || rowBytes < 1 || rest < 0 || rest > 1) throw damaged();
}

function parsed(name: string, shp: Uint8Array, dbf: Uint8Array, cpg: Uint8Array | null) {
  try {
    return { geometries: parseShp(shp), properties: parseDbf(dbf, cpg ?? undefined) };
  } catch (cause) {
    throw new SourceError(name, 'is a shapefile, but damaged or cut short. Download it again.', { cause });
  }
}
