import { createHash } from 'node:crypto';
import type { Layer, PackContent, Site } from '@/geo';
import type { CategoryId } from '@/terms';
import type { Geometry, MultiPolygon } from 'geojson';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A rectangle in degrees. */
export function box(west: number, south: number, east: number, north: number): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] };
}

export function layer(id: string, categories: readonly CategoryId[], more: Partial<Layer> = {}): Layer {
  return {
    id, categories, title: `Layer ${id}`, publisher: 'A council', licence: 'OGL v3', attribution: '© A council',
    asOf: '2026-01-31', staleAfter: '2026-12-31',
    position: { errorMetres: 10, extentMetres: 0, note: 'Surveyed.' },
    coverage: box(-3.4, 55.8, -3, 56),
    leavesOut: [{ what: 'Private ones', count: null, ask: 'The council.' }],
    counts: { read: 3, kept: 2, dropped: [{ reason: 'No position', count: 1 }], flagged: [] },
    ...more,
  };
}

export function site(siteId: string, geometry: Geometry, more: Partial<Site> = {}): Site {
  return { siteId, name: `Site ${siteId}`, category: 'school', layerId: 'schools', detail: '', address: '', geometry, errorMetres: null, flags: [], ...more };
}

/** A small pack with one of everything. */
export function contentFixture(more: Partial<PackContent> = {}): PackContent {
  return {
    title: 'Ärea of tests', training: true, builtAt: '2026-02-01T00:00:00Z',
    area: { name: 'Testshire', councilCode: 'S12000099', boundary: box(-3.4, 55.8, -3, 56) },
    layers: [layer('schools', ['school', 'nursery']), layer('parks', ['parkOrGreenspace'], { coverage: null })],
    sites: [
      site('school:1', { type: 'Point', coordinates: [-3.2, 55.9] }, { name: 'Bun-sgoil Taobh na Pàirce', detail: 'Primary', flags: ['Lies outside the council its source states'] }),
      site('school:2', { type: 'Polygon', coordinates: [[[-3.21, 55.91], [-3.2, 55.91], [-3.2, 55.92], [-3.21, 55.92], [-3.21, 55.91]], [[-3.207, 55.913], [-3.203, 55.913], [-3.203, 55.917], [-3.207, 55.913]]] }, { errorMetres: 2.5 }),
      site('nursery:1', { type: 'MultiPoint', coordinates: [[-3.19, 55.9], [-3.18, 55.91]] }, { category: 'nursery', errorMetres: 'unknown' }),
      site('park:1', { type: 'MultiPolygon', coordinates: [[[[-3.3, 55.9], [-3.29, 55.9], [-3.29, 55.91], [-3.3, 55.9]]], [[[-3.28, 55.9], [-3.27, 55.9], [-3.27, 55.91], [-3.28, 55.9]]]] }, { category: 'parkOrGreenspace', layerId: 'parks' }),
      site('park:2', { type: 'LineString', coordinates: [[-3.25, 55.95], [-3.24, 55.96]] }, { category: 'parkOrGreenspace', layerId: 'parks' }),
      site('park:3', { type: 'MultiLineString', coordinates: [[[-3.25, 55.85], [-3.24, 55.86]], [[-3.23, 55.85], [-3.22, 55.86], [-3.21, 55.86]]] }, { category: 'parkOrGreenspace', layerId: 'parks' }),
    ],
    postcodes: [
      { postcode: 'ZE1 0AA', point: { lng: -3.1, lat: 55.9 }, quality: 10, councilCode: 'S12000099' },
      { postcode: 'E1 1AA', point: { lng: -3.2, lat: 55.9 }, quality: 50, councilCode: 'S12000098' },
      { postcode: 'EH1 1AD', point: { lng: -3.3, lat: 55.9 }, quality: 10, councilCode: 'S12000099' },
      { postcode: 'EH11 1AD', point: { lng: -3.3, lat: 55.85 }, quality: 10, councilCode: 'S12000099', ended: '1996-06' },
    ],
    addresses: [{ uprn: '906000000001', text: "12 St Andrew's Road, Testburgh", flat: '2F1', postcode: 'EH1 1AD', point: { lng: -3.3001, lat: 55.9001 } }],
    councils: [{ code: 'S12000099', name: 'Testshire', boundary: box(-3.4, 55.8, -3, 56) }],
    streets: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { kind: 'road', name: "St Andrew's Road" }, geometry: { type: 'LineString', coordinates: [[-3.3, 55.9], [-3.29, 55.9]] } }] },
    basemap: Uint8Array.from({ length: 100 }, (_, i) => i),
    ...more,
  };
}
