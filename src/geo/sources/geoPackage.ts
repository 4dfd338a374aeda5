import type { Geometry } from 'geojson';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';
import { readGeoPackageGeometry, WkbError } from './wkb';

/** A database that stands in memory. Where it comes from (WebAssembly, loaded in its own way in a browser and here) is the edge's affair. */
export interface Sqlite {
  /** Each row by its column names. @throws any Error for what the database cannot do. */
  readonly rows: (sql: string) => Iterable<Readonly<Record<string, unknown>>>;
  readonly close: () => void;
}
export type OpenSqlite = (bytes: Uint8Array) => Promise<Sqlite>;

/** A row of a layer in the layer's own coordinates. */
export interface LayerRow {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Read anew at each call: the outlines of Great Britain side by side would take gigabytes. @throws SourceError for a damaged one. */
  readonly geometry: () => Geometry | null;
}

export const isSqlite = ({ bytes }: SourceFile): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 16)) === 'SQLite format 3\0';

/**
 * The rows of the layers (in British National Grid) whose name `wanted` accepts. @throws SourceError for a damaged file, one without such a layer, another
 * coordinate system, and layers that are no plain tables (a view could compute anything, without end).
 */
export async function readGeoPackage({ name, bytes }: SourceFile, wanted: (table: string) => boolean, openSqlite: OpenSqlite): Promise<LayerRow[]> {
  let database: Sqlite | null = null;
  try {
    database = await openSqlite(bytes);
    return rowsOf(name, database, wanted);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(name, 'is a GeoPackage, but damaged or cut short. Download it again.', { cause });
  } finally {
    database?.close();
  }
}

function rowsOf(name: string, database: Sqlite, wanted: (table: string) => boolean): LayerRow[] {
  const tables = [...database.rows('SELECT name, type, sql FROM sqlite_schema')].filter((row) => row['type'] === 'table' || row['type'] === 'view');
  const layers = tables.filter((row) => typeof row['name'] === 'string' && wanted(row['name']));
  const names = tables.map((row) => String(row['name'])).filter((table) => !/^(gpkg|rtree|sqlite)_/iu.test(table));
  if (layers.length === 0) throw new SourceError(name, `has no layer of greenspace sites. It has: ${names.slice(0, 12).join(', ').slice(0, 300)}. Check that this is OS Open Greenspace.`);
  return layers.flatMap(({ name: table, type, sql }) => {
    const text = String(table);
    if (type !== 'table' || !/^\s*CREATE\s+TABLE\b/iu.test(String(sql)) || /\bGENERATED\b|\bAS\s*\(/iu.test(String(sql))) throw new SourceError(name, `${text.slice(0, 60)} is no plain table. Give the GeoPackage as Ordnance Survey publishes it.`);
    const quoted = `"${text.replaceAll('"', '""')}"`;
    // The format has no sums: this finds pages that are missing or do not fit.
    if (![...database.rows(`PRAGMA quick_check(${quoted})`)].every((row) => Object.values(row)[0] === 'ok')) throw new SourceError(name, 'is a GeoPackage, but damaged or cut short. Download it again.');
    const column = geometryColumn(name, database, text);
    return [...database.rows(`SELECT * FROM ${quoted}`)].map((row, i) => toRow(name, row, column, i));
  });
}

/** @throws SourceError where the layer is in another system. */
function geometryColumn(name: string, database: Sqlite, table: string): string {
  const columns = [...database.rows('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns')];
  const own = columns.find((row) => row['table_name'] === table);
  if (!own) throw new SourceError(name, `does not say which column of ${table.slice(0, 60)} is its geometry. Download it again.`);
  const systems = [...database.rows('SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys')];
  const system = systems.find((row) => row['srs_id'] === own['srs_id']);
  if (system?.['organization_coordsys_id'] !== 27700) throw new SourceError(name, `is in ${String(system?.['organization'] ?? 'an unnamed system')} ${String(system?.['organization_coordsys_id'] ?? own['srs_id'])}, not in British National Grid (EPSG:27700). Give it as Ordnance Survey publishes it.`);
  return String(own['column_name']);
}

function toRow(name: string, row: Readonly<Record<string, unknown>>, column: string, i: number): LayerRow {
  const bytes = row[column];
  const geometry = () => {
    try {
      return bytes instanceof Uint8Array ? readGeoPackageGeometry(bytes) : null;
    } catch (cause) {
      if (cause instanceof WkbError) throw new SourceError(name, `row ${String(i + 1)} has a geometry that is damaged (${cause.message}). Download it again.`, { cause });
      throw cause;
    }
  };
  return { properties: row, geometry };
}
