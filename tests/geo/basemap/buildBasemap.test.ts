import { buildBasemap } from '@/geo/basemap';
import { mapFeatures } from '@/geo/basemap/mapFeatures';
import { gzipSync, strToU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { type Feature, GeomType } from 'protomaps-leaflet';
import { describe, expect, it } from 'vitest';
import { hasSharedData, WHY_SKIPPED } from '../sharedData';
import { reader, tileLayers } from './tileLayers';

const BOX = { west: -3.25, south: 55.9, east: -3.1, north: 56 };
const feature = (geometry: unknown, properties: Record<string, unknown>, id?: string) => ({ type: 'Feature', ...(id !== undefined && { id }), geometry, properties });
const line = (coordinates: number[][], properties: Record<string, unknown>, id?: string) => feature({ type: 'LineString', coordinates }, properties, id);
const file = (features: unknown[], name = 'roads.geojson') => ({ name, bytes: strToU8(JSON.stringify({ type: 'FeatureCollection', features })) });
const STREET = line([[-3.19, 55.95], [-3.185, 55.951]], { highway: 'residential', name: 'Cowgate' }, 'w1');

/** Column and row of a place at zoom 15. */
const tileAt = (lng: number, lat: number, z = 15): [number, number, number] => {
  const radians = (lat * Math.PI) / 180;
  return [z, Math.floor(((lng + 180) / 360) * 2 ** z), Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** z)];
};

describe('a background map from OpenStreetMap GeoJSON', () => {
  it('draws a street with its name, in the tile where it lies, on land', async () => {
    const { bytes, read, kept } = buildBasemap([file([STREET])], BOX);
    expect([read, kept]).toEqual([1, 1]);
    const layers = await tileLayers(reader(bytes), ...tileAt(-3.19, 55.95));
    expect(layers['roads']?.map(({ props }) => props)).toEqual([{ kind: 'minor_road', kind_detail: 'residential', name: 'Cowgate' }]);
    expect(layers['earth']?.map(({ props, geomType }) => [props, geomType])).toEqual([[{ kind: 'earth' }, GeomType.Polygon]]);
  });

  it('leaves small streets out of far zooms, and keeps big ones', async () => {
    const main = line([[-3.19, 55.95], [-3.17, 55.955]], { highway: 'primary' }, 'w2');
    const { bytes } = buildBasemap([file([STREET, main])], BOX);
    const far = await tileLayers(reader(bytes), ...tileAt(-3.19, 55.95, 11));
    expect(far['roads']?.map(({ props }) => props['kind'])).toEqual(['major_road']);
  });

  it('gives the same bytes for the same files, gzipped or not', () => {
    const [plain, packed] = [file([STREET]), { name: 'roads.geojson.gz', bytes: gzipSync(file([STREET]).bytes) }];
    expect(buildBasemap([packed], BOX).bytes).toEqual(buildBasemap([plain], BOX).bytes);
  });

  it('accounts for every feature: of no kind, without a place, outside, and given twice', () => {
    const { read, kept, dropped } = mapFeatures([
      file([STREET, line([[-3.2, 55.95], [-3.19, 55.95]], { power: 'line' }), feature(null, { highway: 'service' }), line([[-3.2, 55.95], ['x', null] as unknown as number[]], { highway: 'service' }), line([[-4.2, 55.8], [-4.1, 55.8]], { highway: 'service' })]),
      file([STREET], 'again.geojson'),
    ], BOX);
    expect([read, kept]).toEqual([6, 1]);
    expect(dropped.rows()).toEqual([
      { reason: 'Of a kind that the background map does not draw', count: 1 }, { reason: 'No location', count: 2 },
      { reason: 'Outside the area and its margin', count: 1 }, { reason: 'Given in another file already', count: 1 },
    ]);
  });

  it('numbers a house from its outline, draws council lines and no parish lines, and marks bridges', () => {
    const square = { type: 'Polygon', coordinates: [[[-3.19, 55.95], [-3.18, 55.95], [-3.18, 55.96], [-3.19, 55.96], [-3.19, 55.95]]] };
    const { features } = mapFeatures([file([
      feature(square, { building: 'yes', 'addr:housenumber': '12' }), feature(square, { boundary: 'administrative', admin_level: '6' }), feature(square, { boundary: 'administrative', admin_level: '10' }),
      line([[-3.19, 55.95], [-3.18, 55.95]], { highway: 'residential', bridge: 'yes', tunnel: 'no' }), line([[-3.19, 55.95], [-3.18, 55.95]], { class: 'minor', brunnel: 'tunnel' }),
    ])], BOX);
    expect(features.map(({ layer, feature: { geometry, properties } }) => [layer, geometry.type, properties])).toEqual([
      ['buildings', 'Polygon', { kind: 'building' }], ['buildings', 'Point', { kind: 'address', addr_housenumber: '12' }], ['boundaries', 'MultiLineString', { kind: 'county', kind_detail: 6 }],
      ['roads', 'LineString', { kind: 'minor_road', kind_detail: 'residential', is_bridge: true }], ['roads', 'LineString', { kind: 'minor_road', kind_detail: 'minor', is_tunnel: true }],
    ]);
  });

  const whole = gzipSync(file([STREET]).bytes);
  it.each([
    ['gzip that is cut short', { name: 'roads.geojson.gz', bytes: whole.subarray(0, whole.length - 9) }, /roads\.geojson\.gz: .*cut short/u],
    ['JSON that is cut short', { name: 'roads.geojson', bytes: file([STREET]).bytes.subarray(0, 60) }, /roads\.geojson: is not JSON, or is cut short/u],
    ['nothing of the area', file([line([[-4.2, 55.8], [-4.1, 55.8]], { highway: 'service' })]), /nothing for a background map of this area \(1: Outside/u],
    ['swapped coordinates', file([line([[55.95, -3.19], [55.96, -3.18]], { highway: 'service' })]), /latitude and longitude swapped/u],
  ])('refuses %s, by name', (_, given, message) => {
    expect(() => buildBasemap([given], BOX)).toThrow(message);
  });

  it('refuses an area of more tiles than a tablet can hold', () => {
    const wide = line([[-7, 55], [-1, 60]], { highway: 'primary' });
    expect(() => buildBasemap([file([wide])], { west: -8, south: 54, east: 0, north: 61 })).toThrow(/more than 120000: too much for a tablet/u);
  });
});

const BASE = ['buildings', 'housenumbers', 'landcover', 'landuse', 'park_layer', 'places', 'roads_paths_rail', 'water', 'waterways'];

describe.skipIf(!hasSharedData)(`the background map of central Edinburgh${WHY_SKIPPED}`, () => {
  const folder = `${process.env['STEADING_SHARED_DATA'] ?? '../shared/data'}/osm-edinburgh-centre-2025-06`;
  const files = hasSharedData ? BASE.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/base_${name}.geojson.gz`)) })) : [];
  // Each layer of the other file, and what holds the same in ours.
  const same = [['transportation', 'roads'], ['building', 'buildings'], ['water', 'water'], ['landuse', 'landuse']] as const;

  it('holds, tile by tile, what the map re-tiled by others holds', async () => {
    const { bytes, read, kept } = buildBasemap(files, BOX);
    expect([read, kept]).toEqual([26_573, 25_990]);
    const ours = reader(bytes);
    const other = reader(new Uint8Array(readFileSync(`${folder}/edinburgh-centre-z10-15.pmtiles`)));
    let tiles = 0;
    for (let x = 16_092; x <= 16_096; x += 1) {
      for (let y = 10_209; y <= 10_214; y += 1) {
        const [we, they] = await Promise.all([tileLayers(ours, 15, x, y), tileLayers(other, 15, x, y)]);
        for (const [layer, own] of same) if ((they[layer]?.length ?? 0) > 0) expect(we[own]?.length ?? 0, `${layer} in ${String(x)}, ${String(y)}`).toBeGreaterThan(0);
        const streets = (features: readonly Feature[] = []) => new Set(features.flatMap(({ props, geomType }) => (geomType === GeomType.Line && typeof props['name'] === 'string' && props['subclass'] !== 'platform' ? [props['name']] : [])));
        const missing = [...streets(they['transportation'])].filter((name) => !streets(we['roads']).has(name));
        expect(missing, `streets missing in ${String(x)}, ${String(y)}`).toEqual([]);
        tiles += 1;
      }
    }
    expect(tiles).toBe(30);
  });
});
