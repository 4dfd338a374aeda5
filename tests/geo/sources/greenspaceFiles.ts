import initSqlJs from 'sql.js';

/** Rings of positions in metres of the grid: the first of each polygon is its outline. */
type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];
export interface GreenspaceRow { readonly id: string; readonly kind: string; readonly name?: string; readonly polygons: Polygons | null }

/** A square of 40 m with its south-west corner there. */
export const square = (east: number, north: number, side = 40): Polygons => [[[[east, north], [east, north + side], [east + side, north + side], [east + side, north], [east, north]]]];

const bytesOf = (length: number, write: (view: DataView) => void): Uint8Array => { const bytes = new Uint8Array(length); write(new DataView(bytes.buffer)); return bytes; };
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const whole = (value: number, little = true) => bytesOf(4, (view) => { view.setUint32(0, value, little); });
const doubles = (...values: readonly number[]) => bytesOf(8 * values.length, (view) => { values.forEach((value, i) => { view.setFloat64(8 * i, value, true); }); });

/** GeoPackage 1.3, 2.1.3, with an envelope of four numbers (or none). */
export function geometryBlob(polygons: Polygons, envelope = true): Uint8Array {
  const polygon = (rings: Polygons[number]) => joined(Uint8Array.of(1), whole(3), whole(rings.length), ...rings.map((ring) => joined(whole(ring.length), doubles(...ring.flat()))));
  const all = polygons.flat(2);
  const box = doubles(...[0, 1].flatMap((axis) => [Math.min(...all.map((at) => at[axis] ?? 0)), Math.max(...all.map((at) => at[axis] ?? 0))]));
  return joined(Uint8Array.of(0x47, 0x50, 0, envelope ? 0b11 : 0b01), whole(27700), ...(envelope ? [box] : []), Uint8Array.of(1), whole(6), whole(polygons.length), ...polygons.map(polygon));
}

export interface GeoPackageOptions {
  readonly table?: string;
  /** As the edition spells them: geometry, id, function, four names. */
  readonly columns?: readonly [geometry: string, id: string, kind: string, name1: string, name2: string, name3: string, name4: string];
  readonly system?: number;
  /** Instead of the plain table. */
  readonly sql?: string;
  readonly blob?: (polygons: Polygons) => Uint8Array;
}
const COLUMNS = ['geometry', 'id', 'function', 'distinctive_name_1', 'distinctive_name_2', 'distinctive_name_3', 'distinctive_name_4'] as const;

export async function greenspacePackage(rows: readonly GreenspaceRow[], { table = 'greenspace_site', columns = COLUMNS, system = 27700, sql, blob = geometryBlob }: GeoPackageOptions = {}): Promise<Uint8Array> {
  const database = new (await initSqlJs()).Database();
  database.run('PRAGMA application_id = 1196444487');
  database.run('CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)');
  database.run(`INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ${String(system)}, 'EPSG', ${String(system)}, 'x')`);
  database.run('CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT)');
  database.run(`INSERT INTO gpkg_geometry_columns VALUES ('${table}', '${columns[0]}', 'MULTIPOLYGON', ${String(system)}, 0, 0), ('access_point', 'geometry', 'POINT', ${String(system)}, 0, 0)`);
  database.run('CREATE TABLE access_point (fid INTEGER PRIMARY KEY, geometry BLOB, id TEXT, access_type TEXT, ref_to_greenspace_site TEXT)');
  const [geometry, ...texts] = columns;
  database.run(sql ?? `CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY, "${geometry}" BLOB, ${texts.map((name) => `"${name}" TEXT`).join(', ')})`);
  if (sql === undefined) for (const { id, kind, name = null, polygons } of rows) database.run(`INSERT INTO "${table}" ("${geometry}", ${texts.map((text) => `"${text}"`).join(', ')}) VALUES (?, ?, ?, ?, NULL, NULL, NULL)`, [polygons && blob(polygons), id, kind, name]);
  const bytes = database.export();
  database.close();
  return bytes;
}

const PRJ = 'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936"]]';
export interface ShapefileOptions { readonly fields?: readonly [id: string, kind: string, name: string]; readonly prj?: string | null; readonly stem?: string }

/** ESRI Shapefile Technical Description; dBASE III. */
export function greenspaceShapefile(rows: readonly GreenspaceRow[], { fields = ['id', 'function', 'distName1'], prj = PRJ, stem = 'data/NT_GreenspaceSite' }: ShapefileOptions = {}): Record<string, Uint8Array> {
  const records = rows.map(({ polygons }, i) => {
    const rings = polygons?.flat() ?? [];
    const starts = rings.map((_, place) => rings.slice(0, place).flat().length);
    const box = [0, 1].map((axis) => rings.flat().map((at) => at[axis] ?? 0));
    const content = polygons === null ? whole(0) : joined(whole(5), doubles(Math.min(...(box[0] ?? [])), Math.min(...(box[1] ?? [])), Math.max(...(box[0] ?? [])), Math.max(...(box[1] ?? []))), whole(rings.length), whole(rings.flat().length), ...starts.map((start) => whole(start)), doubles(...rings.flat(2)));
    return joined(whole(i + 1, false), whole(content.length / 2, false), content);
  });
  const length = 100 + records.reduce((sum, record) => sum + record.length, 0);
  const header = bytesOf(100, (view) => { view.setInt32(0, 9994); view.setInt32(24, length / 2); view.setInt32(28, 1000, true); view.setInt32(32, 5, true); });
  const widths = [38, 60, 60] as const;
  const text = (value: string, width: number) => { const bytes = new Uint8Array(width).fill(0x20); bytes.set(new TextEncoder().encode(value).subarray(0, width)); return bytes; };
  const descriptors = fields.map((name, i) => joined(bytesOf(11, (view) => { [...new TextEncoder().encode(name)].slice(0, 10).forEach((byte, at) => { view.setUint8(at, byte); }); }), Uint8Array.of(0x43, 0, 0, 0, 0, widths[i] ?? 0), new Uint8Array(15)));
  const rowBytes = 1 + widths.reduce((sum, width) => sum + width, 0);
  const table = joined(
    bytesOf(32, (view) => { view.setUint8(0, 3); view.setUint8(1, 126); view.setUint8(2, 4); view.setUint8(3, 1); view.setUint32(4, rows.length, true); view.setUint16(8, 33 + 32 * fields.length, true); view.setUint16(10, rowBytes, true); }),
    ...descriptors, Uint8Array.of(0x0d), ...rows.map(({ id, kind, name = '' }) => joined(Uint8Array.of(0x20), text(id, widths[0]), text(kind, widths[1]), text(name, widths[2]))), Uint8Array.of(0x1a),
  );
  return { [`${stem}.shp`]: joined(header, ...records), [`${stem}.dbf`]: table, ...(prj !== null && { [`${stem}.prj`]: new TextEncoder().encode(prj) }) };
}
