import type { Site } from '@/geo';
import { onePlaceOneSite } from '@/geo/sources';
import { BUILDING_FLAG, POINT_FLAG } from '@/geo/sources/osm';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { layer, site } from '../contentFixture';

const LAYERS = [
  layer('osm', ['school', 'nursery']),
  layer('schools', ['school'], { position: { errorMetres: 10, extentMetres: 408, note: '' } }),
  layer('care', ['nursery'], { position: { errorMetres: 500, extentMetres: 0, note: '' } }),
  layer('hub', ['school'], { position: { errorMetres: 50, extentMetres: 0, note: '' } }),
];
/** Metres east and north of a place in Edinburgh, near enough. */
const at = (east: number, north: number): Position => [-3.2 + east / 62_400, 55.95 + north / 111_350];
const point = (east: number, north: number): Geometry => ({ type: 'Point', coordinates: at(east, north) });
const square = (east: number, north: number, half: number): Geometry => ({ type: 'Polygon', coordinates: [[at(east - half, north - half), at(east + half, north - half), at(east + half, north + half), at(east - half, north + half), at(east - half, north - half)]] });
const school = (name: string, geometry: Geometry, more: Partial<Site> = {}) => site(`school:${name}`, geometry, { name, layerId: 'schools', ...more });
const osm = (id: string, name: string, geometry: Geometry, more: Partial<Site> = {}) => site(`osm:${id}`, geometry, { name, layerId: 'osm', ...more });
const care = (name: string, geometry: Geometry, more: Partial<Site> = {}) => site(`care:${name}`, geometry, { name, layerId: 'care', category: 'nursery', ...more });
const merge = (...sites: Site[]) => onePlaceOneSite(LAYERS, sites);
const reasons = (...sites: Site[]) => merge(...sites).apart.map(({ reason }) => reason);

describe('one place, one site', () => {
  it('gives the official identity, name and words, the outline with its error, and all listings, the official one first', () => {
    const grounds = square(0, 0, 60);
    const { sites, merged, apart } = merge(osm('way/1', 'Moss PS', grounds, { flags: ['a'] }), school('Moss Primary School', point(10, 10), { detail: 'Primary', address: 'Moss Road', flags: ['b', POINT_FLAG] }));
    expect(sites).toEqual([{
      siteId: 'school:Moss Primary School', name: 'Moss Primary School', category: 'school', layerId: 'schools', detail: 'Primary', address: 'Moss Road', geometry: grounds, errorMetres: 10, flags: ['b', 'a'],
      members: [
        { siteId: 'school:Moss Primary School', name: 'Moss Primary School', layerId: 'schools', placed: false, at: { point: expect.anything(), errorMetres: 10, extentMetres: 408 } },
        { siteId: 'osm:way/1', name: 'Moss PS', layerId: 'osm', placed: true },
      ],
    }]);
    expect([merged, apart]).toEqual([sites, []]);
  });

  it('places a service that only its postcode places by the surveyed point', () => {
    const [only, ...more] = merge(care('Wren Nursery', point(300, 0)), osm('node/1', 'Wren', point(0, 0), { category: 'nursery', address: '1 Moss Road' })).sites;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ siteId: 'care:Wren Nursery', name: 'Wren Nursery', geometry: point(0, 0), errorMetres: 10, address: '1 Moss Road' });
  });

  it('joins three sources', () => {
    const { merged } = merge(school('Moss Primary', point(0, 0)), osm('way/1', 'Moss Primary', square(0, 0, 60)), site('layer:school/1', point(70, 0), { name: 'Moss Primary', layerId: 'hub' }));
    expect(merged.map(({ members }) => members.map(({ layerId }) => layerId))).toEqual([['schools', 'hub', 'osm']]);
  });

  it('never joins two listings of one source, and none of those nearby that could be meant', () => {
    expect(merge(osm('way/1', 'Moss Primary', square(0, 0, 60)), osm('way/2', 'Moss Primary', square(20, 0, 60))).merged).toEqual([]);
    expect(reasons(osm('way/1', 'Moss Primary', square(0, 0, 60)), osm('way/2', 'Moss Primary', square(1_500, 0, 60)), school('Moss Primary', point(0, 0)))).toEqual(['namesakes']);
    expect(merge(osm('way/1', 'Moss Primary', square(0, 0, 60)), osm('way/2', 'Moss Primary', square(5_000, 0, 60)), school('Moss Primary', point(0, 0))).merged).toHaveLength(1);
  });

  it.each<[string, string, Site[]]>([
    ['a surveyed point outside the outline', 'far', [school('Moss Primary', point(80, 0)), osm('way/1', 'Moss Primary', square(0, 0, 60))]],
    ['two surveyed points apart', 'far', [school('Moss Primary', point(5, 0)), osm('node/1', 'Moss Primary', point(0, 0))]],
    ['a postcode further off than its error', 'far', [care('Wren Nursery', point(495, 0)), osm('node/1', 'Wren Nursery', point(0, 0), { category: 'nursery' })]],
    ['two outlines', 'outlines', [site('layer:school/1', square(0, 0, 60), { name: 'Moss Primary', layerId: 'hub' }), osm('way/1', 'Moss Primary', square(0, 0, 60))]],
    ['a position without a bound', 'unbounded', [care('Wren Nursery', point(0, 0), { errorMetres: 'unknown' }), osm('node/1', 'Wren Nursery', point(0, 0), { category: 'nursery' })]],
    ['the outline of a building for grounds', 'building', [school('Moss Primary', point(0, 0)), osm('way/1', 'Moss Primary', square(0, 0, 20), { flags: [BUILDING_FLAG] })]],
    ['a point with grounds and one without', 'extents', [school('Moss Primary', point(0, 0)), osm('node/1', 'Moss Primary', point(0, 0))]],
    ['another postcode than the one that places it', 'postcodes', [care('Wren Nursery', point(0, 0), { address: '1 Moss Road, EH1 1AA' }), osm('way/1', 'Wren Nursery', square(0, 0, 20), { category: 'nursery', address: '2 Moss Road, EH1 1AB' })]],
  ])('keeps both in doubt: %s', (_what, reason, sites) => {
    expect(merge(...sites)).toMatchObject({ sites, merged: [], apart: [{ reason }] });
  });

  it('takes a name that more than a thousand share for none, and is done at once', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => osm(`way/${String(i)}`, 'Moss Primary', point(i * 10, 0)));
    expect(merge(school('Moss Primary', point(0, 0)), ...many)).toMatchObject({ merged: [], apart: [{ reason: 'namesakes' }] });
  });

  it('says nothing of other names, other categories and places far off', () => {
    const sites = [school('Moss Primary', point(0, 0)), osm('way/1', 'Moss High', square(0, 0, 60)), osm('way/2', 'Moss Primary', square(0, 0, 60), { category: 'nursery' }), osm('way/3', 'Moss Primary', square(9_000, 0, 60))];
    expect(merge(...sites)).toEqual({ sites, merged: [], apart: [] });
  });
});
