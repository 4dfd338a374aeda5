import { gridToLngLat } from '@/geo';
import { boxPolygon, isGreenspaceFile, readGreenspace, type SourceFile } from '@/geo/sources';
import { positionsOf } from '@/geo/sources/box';
import { MENDED_FLAG } from '@/geo/sources/mendGeometry';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/cli/sqlite';
import { greenspacePackage, greenspaceShapefile, geometryBlob, square, type GeoPackageOptions, type GreenspaceRow, type ShapefileOptions } from './greenspaceFiles';
import { EDITION, textFile } from './sourceFiles';

const box = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const context = { edition: EDITION, coverage: boxPolygon(box), box, openSqlite };
const read = (...files: SourceFile[]) => readGreenspace('g', files, context);
const packageOf = async (rows: readonly GreenspaceRow[], options?: GeoPackageOptions) => textFile('g.gpkg', await greenspacePackage(rows, options));
const shapesOf = (rows: readonly GreenspaceRow[], options?: ShapefileOptions) => Object.entries(greenspaceShapefile(rows, options)).map(([name, bytes]) => textFile(name, bytes));

const play: GreenspaceRow = { id: 'A1', kind: 'Play Space', name: 'Shore Play Area', polygons: square(325_900, 673_500) };
const hole: GreenspaceRow = { id: 'A2', kind: 'Public Park Or Garden', polygons: [[...(square(326_000, 673_500, 200)[0] ?? []), [[326_050, 673_550], [326_100, 673_550], [326_100, 673_600], [326_050, 673_550]]], ...square(326_500, 673_500)] };
const corner = gridToLngLat({ eastings: 325_900, northings: 673_500 });

describe('OS Open Greenspace', () => {
  it.each([['a GeoPackage', (rows: readonly GreenspaceRow[]) => packageOf(rows).then((file) => [file])], ['a shapefile', (rows: readonly GreenspaceRow[]) => Promise.resolve(shapesOf(rows))]])('gives sites with outlines and holes from %s', async (_, filesOf) => {
    const [layer] = await read(...(await filesOf([play, hole])));
    expect(layer?.layer).toMatchObject({ id: 'greenspace', categories: ['playPark', 'parkOrGreenspace'], coverage: context.coverage, publisher: 'Ordnance Survey' });
    expect(layer?.sites.map(({ siteId, name, category, detail, errorMetres, geometry }) => [siteId, name, category, detail, errorMetres, geometry.type])).toEqual([
      ['greenspace:A1', 'Shore Play Area', 'playPark', 'Play Space', 15, 'Polygon'], ['greenspace:A2', 'Unnamed park or greenspace', 'parkOrGreenspace', 'Public Park Or Garden', 15, 'MultiPolygon'],
    ]);
    expect(positionsOf(layer?.sites[0]?.geometry ?? { type: 'MultiPoint', coordinates: [] }).filter((_, i) => i % 4 === 0)).toEqual([[corner.lng, corner.lat], [corner.lng, corner.lat]]);
    expect(layer?.sites[1]?.geometry).toMatchObject({ coordinates: [[{ length: 5 }, { length: 4 }], [{ length: 5 }]] });
    expect([layer?.read, layer?.dropped.rows()]).toEqual([2, []]);
  });

  const spellings: readonly (readonly [name: string, options: GeoPackageOptions])[] = [
    ['of old', { table: 'GreenspaceSite', columns: ['geom', 'ID', 'Function', 'DistinctiveName1', 'DistinctiveName2', 'DistinctiveName3', 'DistinctiveName4'] }],
    ['in camel case', { table: 'greenspaceSite', columns: ['geometry', 'id', 'function', 'distinctiveName1', 'distinctiveName2', 'distinctiveName3', 'distinctiveName4'] }],
    ['of the services', { columns: ['geometry', 'id', 'function_', 'distName1', 'distName2', 'distName3', 'distName4'] }],
  ];
  it.each(spellings)('knows the columns %s', async (_, options) => {
    expect((await read(await packageOf([play], options)))[0]?.sites[0]).toMatchObject({ siteId: 'greenspace:A1', name: 'Shore Play Area' });
  });
  it.each([[['ID', 'FUNCTION', 'DISTNAME1']], [['id', 'function_', 'distinctiv']]] as const)('knows the fields %j of a shapefile, and reads it without a .prj', async (fields) => {
    expect((await read(...shapesOf([play], { fields, prj: null })))[0]?.sites[0]).toMatchObject({ siteId: 'greenspace:A1', name: 'Shore Play Area' });
  });

  it('makes of each function what the table says, sport without calling it searched, and tells what it leaves out', async () => {
    const kinds = ['Play Space', 'PLAY SPACE', 'Public Park Or Garden', 'Playing Field', 'Other Sports Facility', 'Bowling Green', 'Golf Course', 'Tennis Court', 'Allotments Or Community Growing Spaces', 'Allotments Or Community Growing Space', 'Cemetery', 'Religious Grounds', 'Moon Base', ''];
    const layers = await read(await packageOf(kinds.map((kind, i) => ({ id: `B${String(i)}`, kind, polygons: square(325_000 + 100 * i, 673_500) }))));
    expect(layers.map(({ layer, read: count, sites }) => [layer.id, layer.coverage !== null, count, sites.map(({ category }) => category)])).toEqual([
      ['greenspace', true, 9, ['playPark', 'playPark', 'parkOrGreenspace']], ['greenspace-sport', false, 5, Array(5).fill('sportOrLeisure')],
    ]);
    expect(layers[0]?.dropped.rows()).toEqual([
      { reason: 'Allotments Or Community Growing Space: not a kind of place that is looked for', count: 2 }, { reason: 'Cemetery: not a kind of place that is looked for', count: 1 },
      { reason: 'Religious Grounds: not a kind of place that is looked for', count: 1 }, { reason: "Function 'Moon Base' is not known", count: 1 }, { reason: 'No function is given', count: 1 },
    ]);
  });

  it('takes a site that two tiles have once, leaves England in its place, and mends or drops with a reason', async () => {
    const [ring = []] = square(325_900, 673_600)[0] ?? [];
    const rows: GreenspaceRow[] = [
      play, { id: 'C1', kind: 'Play Space', polygons: square(380_000, 400_000) }, { id: 'C2', kind: 'Play Space', polygons: [[ring.slice(0, -1)]] }, { id: '', kind: 'Play Space', polygons: square(325_900, 673_700) },
      { id: 'C3', kind: 'Play Space', polygons: null }, { id: 'C4', kind: 'Play Space', polygons: square(0, 0, 0) }, { id: 'C5', kind: 'Play Space', polygons: [[[[325_900, 673_800], [325_990, 673_890], [325_990, 673_800], [325_900, 673_890], [325_900, 673_800]]]] },
    ];
    const [layer] = await read(textFile('nt.zip', zipSync(greenspaceShapefile(rows))), textFile('ns.zip', zipSync(greenspaceShapefile([play], { stem: 'NS_GreenspaceSite' }))));
    expect(layer?.sites.map(({ siteId, flags }) => [siteId, flags])).toEqual([['greenspace:A1', []], ['greenspace:C2', [MENDED_FLAG]], ['greenspace:C5', []]]);
    expect([layer?.read, layer?.dropped.rows()]).toEqual([8, [
      { reason: 'Outside the area and its margin', count: 1 }, { reason: 'No identifier', count: 1 }, { reason: 'No location', count: 1 }, { reason: 'Coordinates are 0, 0', count: 1 }, { reason: 'Listed twice (a site over the edge of two tiles)', count: 1 },
    ]]);
  });

  it('reads the zips as they are downloaded, without the access points', async () => {
    const points = { 'data/NT_AccessPoint.shp': new Uint8Array(7), 'data/NT_AccessPoint.dbf': new Uint8Array(7) };
    const zips = [zipSync({ 'Data/opgrsp_gb.gpkg': await greenspacePackage([play]), 'Doc/licence.txt': new Uint8Array(3) }), zipSync({ ...points, ...greenspaceShapefile([play]) })];
    for (const bytes of zips) expect((await read(textFile('opgrsp.zip', bytes)))[0]?.sites).toHaveLength(1);
    expect(['NT_AccessPoint.shp', 'x/GB_GreenspaceSite.shp', 'NT_GreenspaceSite.dbf', 'NT_GreenspaceSite.shx', 'a.gpkg'].map(isGreenspaceFile)).toEqual([false, true, true, false, true]);
  });

  const good = greenspaceShapefile([play]);
  const shp = good['data/NT_GreenspaceSite.shp'] ?? new Uint8Array();
  const dbf = good['data/NT_GreenspaceSite.dbf'] ?? new Uint8Array();
  const pair = (one: Uint8Array, other: Uint8Array) => [textFile('NT_GreenspaceSite.shp', one), textFile('NT_GreenspaceSite.dbf', other)];
  const altered = (bytes: Uint8Array, write: (view: DataView) => void) => { const copy = bytes.slice(); write(new DataView(copy.buffer)); return copy; };
  const turned = { ...play, polygons: square(673_500, 325_900) };
  const refused: readonly (readonly [name: string, files: () => SourceFile[] | Promise<SourceFile[]>, message: RegExp])[] = [
    ['neither', () => [textFile('a.csv', 'id,function\n')], /holds neither a GeoPackage .* nor a shapefile/u],
    ['an empty zip', () => [textFile('a.zip', zipSync({ 'readme.txt': new Uint8Array(3) }))], /holds neither a GeoPackage/u],
    ['a shapefile without its table', () => [textFile('NT_GreenspaceSite.shp', shp)], /lies without its \.dbf/u],
    ['a shapefile that is cut', () => pair(shp.subarray(0, shp.length - 6), dbf), /damaged or cut short/u],
    ['a table that is cut', () => pair(shp, dbf.subarray(0, dbf.length - 9)), /damaged or cut short/u],
    ['a table of billions of rows', () => pair(shp, altered(dbf, (view) => { view.setUint32(4, 2 ** 32 - 1, true); })), /damaged or cut short/u],
    ['an outline of billions of corners', () => pair(altered(shp, (view) => { view.setUint32(100 + 8 + 40, 2 ** 31 - 1, true); }), dbf), /damaged or cut short/u],
    ['halves that do not belong together', () => pair(shp, greenspaceShapefile([play, hole])['data/NT_GreenspaceSite.dbf'] ?? dbf), /1 outlines and 2 rows/u],
    ['another system', () => shapesOf([play], { prj: 'PROJCS["WGS_1984_Web_Mercator"]' }), /is not in British National Grid: its \.prj says/u],
    ['a GeoPackage in another system', async () => [await packageOf([play], { system: 3857 })], /is in EPSG 3857, not in British National Grid/u],
    ['degrees', () => shapesOf([{ ...play, polygons: square(-3.19, 55.95, 0.001) }]), /but they are degrees/u],
    ['northing before easting', () => shapesOf([turned, { ...turned, id: 'A9' }]), /has northing before easting/u],
    ['England alone', () => shapesOf([{ ...play, polygons: square(380_000, 400_000) }]), /no site in the area or near it \(Outside the area and its margin: 1\)/u],
    ['a missing column', async () => [await packageOf([play], { columns: ['geometry', 'id', 'kind', 'a', 'b', 'c', 'd'] })], /no column function/u],
    ['no layer of sites', async () => [await packageOf([play], { table: 'greenspace' })], /has no layer of greenspace sites\. It has: access_point, greenspace/u],
    ['a view that never ends', async () => [await packageOf([], { sql: 'CREATE VIEW greenspace_site AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS function, NULL AS geometry FROM n' })], /is no plain table/u],
    ['a layer without rows', async () => [await packageOf([])], /has no sites\. An empty layer/u],
    ['a GeoPackage that is cut', async () => [textFile('g.gpkg', (await greenspacePackage([play])).subarray(0, 9000))], /GeoPackage, but damaged or cut short/u],
    ['a geometry that is cut', async () => [await packageOf([play], { blob: (polygons) => geometryBlob(polygons).subarray(0, -4) })], /row 1 has a geometry that is damaged \(cut short\)/u],
    ['a geometry with too many rings', async () => [await packageOf([play], { blob: (polygons) => altered(geometryBlob(polygons, false), (view) => { view.setUint32(22, 2 ** 31, true); }) })], /row 1 has a geometry that is damaged \(cut short\)/u],
    ['a geometry of nothing known', async () => [await packageOf([play], { blob: () => Uint8Array.of(1, 2, 3, 4) })], /no geometry of a GeoPackage/u],
  ];
  it.each(refused)('refuses %s', async (_, files, message) => {
    await expect(Promise.resolve(files()).then((given) => read(...given))).rejects.toThrow(message);
  });
});
