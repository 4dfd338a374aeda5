import { boxPolygon, readPlaces, SPATIAL_HUB_CREDIT } from '@/geo/sources';
import { describe, expect, it } from 'vitest';
import { EDITION, feature, pointAt, textFile } from './sourceFiles';

const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const context = { editions: { library: EDITION }, coverage, errorMetres: 50, credit: null };
const crs = (name: string) => ({ type: 'name', properties: { name } });
/** As GeoServer answers: points are MultiPoints, and the named axis order is not the one that is used. */
const wfs = (features: unknown[], system = 'urn:ogc:def:crs:EPSG::4326') => JSON.stringify({ type: 'FeatureCollection', totalFeatures: features.length, numberMatched: features.length, features, crs: crs(system), bbox: [] });
const library = (id: number, position: number[], more: Record<string, unknown> = {}) =>
  feature({ type: 'MultiPoint', coordinates: [position] }, { library_name: 'Shore Library', uprn: 906000000001 + id, address: '1 Road', town: 'Leith', postcode: 'EH1 1AA', phone: '0131-canary', email: 'canary@example.org', service_provider: 'canary', sh_date_uploaded: '2026-01-01', ...more }, `pub_lib.${String(id)}`);
const read = (...files: string[]) => readPlaces(files.map((text, i) => ({ category: 'library' as const, file: textFile(`${String(i)}.json`, text) })), context);

describe('a list of places', () => {
  it('reads what the Spatial Hub answers, by its lists\' names, and nothing personal', () => {
    const [layer] = read(wfs([library(1, [-3.19, 55.95])]));
    expect(layer).toMatchObject({ read: 1, layer: { id: 'layer-library', categories: ['library'], coverage, attribution: SPATIAL_HUB_CREDIT, asOf: EDITION.asOf, position: { errorMetres: 50 } } });
    expect(layer?.sites).toEqual([{ siteId: 'layer:library/uprn/906000000002', category: 'library', layerId: 'layer-library', name: 'Shore Library', detail: '', address: '1 Road, Leith, EH1 1AA', geometry: pointAt(-3.19, 55.95), errorMetres: null, flags: [] }]);
    expect(JSON.stringify(layer)).not.toContain('canary');
  });

  it('reads British National Grid where the file declares it, and widens the error', () => {
    for (const name of ['urn:ogc:def:crs:EPSG::27700', 'EPSG:27700']) {
      const [site] = read(wfs([library(1, [325_900, 673_500])], name))[0]?.sites ?? [];
      const [lng = 0, lat = 0] = (site?.geometry as { coordinates: number[] }).coordinates;
      expect(Math.abs(lng + 3.188) < 0.01 && Math.abs(lat - 55.948) < 0.01).toBe(true);
      expect(site?.errorMetres).toBe(55);
    }
  });

  it('knows no error where none was declared, with the grid or without', () => {
    const files = [{ category: 'library' as const, file: textFile('x', wfs([library(1, [325_900, 673_500])], 'EPSG:27700')) }];
    const [layer] = readPlaces(files, { ...context, errorMetres: null });
    expect([layer?.layer.position.errorMetres, layer?.sites[0]?.errorMetres]).toEqual([null, null]);
  });

  const matrix: readonly (readonly [name: string, file: string, message: RegExp])[] = [
    ['degrees that are declared as grid', wfs([library(1, [-3.19, 55.95])], 'EPSG:27700'), /in British National Grid \(EPSG:27700\), but they are degrees/u],
    ['metres that are declared as degrees', wfs([library(1, [325_900, 673_500])]), /has coordinates in metres/u],
    ['northing before easting', wfs([library(1, [673_500, 325_900])], 'EPSG:27700'), /northing before easting/u],
    ['another system', wfs([library(1, [-355_000, 7_540_000])], 'EPSG:3857'), /EPSG:3857.*WGS84/u],
    ['latitude before longitude', wfs([library(1, [55.95, -3.19])]), /latitude and longitude swapped/u],
    ['0, 0', wfs([library(1, [0, 0])]), /only 0 of its 1 rows can be placed \(Coordinates are 0, 0: 1\)/u],
    ['0, 0 of the grid', wfs([library(1, [0, 0]), library(2, [0, 0]), library(3, [325_900, 673_500]), library(4, [0, 0]), library(5, [325_900, 673_500])], 'EPSG:27700'), /says that.*degrees|only 2 of its 5 rows/u],
    ['London', wfs([library(1, [-0.13, 51.49])]), /outside Scotland and its surroundings: 1/u],
    ['no name', wfs([feature(pointAt(-3.19, 55.95), { libraryname2: 'x', sh_date_uploaded: '' })]), /no column site_name/u],
    ['somebody else\'s data without a credit', JSON.stringify({ type: 'FeatureCollection', features: [feature(pointAt(-3.19, 55.95), { name: 'x' })] }), /--layer-credit/u],
    ['no features', wfs([]), /has no features/u],
  ];
  it.each(matrix)('refuses %s', (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });

  it('takes somebody else\'s data with their credit', () => {
    const file = textFile('x', JSON.stringify({ type: 'FeatureCollection', features: [feature(pointAt(-3.19, 55.95), { Name: 'x' })] }));
    expect(readPlaces([{ category: 'library', file }], { ...context, credit: '© A council' })[0]).toMatchObject({ layer: { attribution: '© A council', publisher: '© A council', licence: 'See attribution' } });
  });

  it('keeps two places that share a UPRN, and counts one that is given twice', () => {
    const [layer] = read(wfs([library(1, [-3.19, 55.95]), library(2, [-3.19, 55.95], { uprn: 906000000002, library_name: 'Other' }), library(3, [0, 0])]), wfs([library(1, [-3.19, 55.95]), library(7, [-3.18, 55.95]), library(8, [-3.17, 55.95])]));
    expect(layer?.sites.map(({ siteId }) => siteId)).toEqual(['layer:library/uprn/906000000002', 'layer:library/pub_lib.2', 'layer:library/uprn/906000000008', 'layer:library/uprn/906000000009']);
    expect(layer?.dropped.rows()).toEqual([{ reason: 'Coordinates are 0, 0', count: 1 }, { reason: 'Given twice', count: 1 }]);
    expect(layer?.read).toBe(6);
  });

  it('makes a layer of each category', () => {
    const file = textFile('x', wfs([library(1, [-3.19, 55.95])]));
    expect(readPlaces([{ category: 'library', file }, { category: 'careHome', file }], context).map(({ layer }) => [layer.id, layer.asOf])).toEqual([['layer-library', EDITION.asOf], ['layer-careHome', null]]);
  });
});
