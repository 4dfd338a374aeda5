import { boxPolygon, readOsm } from '@/geo/sources';
import { INCOMPLETE_FLAG } from '@/geo/sources/osm';
import { readOverpass } from '@/geo/sources/overpass';
import type { Geometry } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { collection, diskFile, feature, pointAt, textFile } from './sourceFiles';

const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const UNDATED = { asOf: null, staleAfter: null };
const answer = (elements: unknown[], more: Record<string, unknown> = {}) => JSON.stringify({ version: 0.6, osm3s: { timestamp_osm_base: '2026-01-13T23:45:27Z' }, ...more, elements });
const file = (elements: unknown[], more?: Record<string, unknown>) => textFile('o.json', answer(elements, more));
const sites = (...elements: unknown[]) => readOsm([{ category: 'playPark', file: file(elements) }], { edition: UNDATED, coverage }).flatMap((one) => one.sites);
const park = { leisure: 'playground', name: 'Shore' };
const corners = [[-3.2, 55.95], [-3.19, 55.95], [-3.19, 55.96], [-3.2, 55.96], [-3.197, 55.953], [-3.193, 55.953], [-3.193, 55.957]] as const;
const nodes = corners.map(([lon, lat], i) => ({ type: 'node', id: i + 1, lat, lon }));
const at = (...ids: number[]) => ids.map((id) => [...(corners[id - 1] ?? [])]);
const way = (id: number, refs: number[], tags?: Record<string, string>) => ({ type: 'way', id, nodes: refs, ...(tags && { tags }) });
const outline = (members: unknown[]) => ({ type: 'relation', id: 9, members, tags: { ...park, type: 'multipolygon' } });
const member = (ref: number, role: string) => ({ type: 'way', ref, role });

describe('an Overpass answer', () => {
  it('gives nodes, closed and open ways, each with the id of the map', () => {
    const found = sites(...nodes, { type: 'node', id: 8, lat: 55.95, lon: -3.2, tags: park }, way(1, [1, 2, 3, 4, 1], park), way(2, [1, 2], park), way(3, [1, 2, 3, 1], { ...park, area: 'no' }));
    expect(found.map(({ siteId, geometry }) => [siteId, geometry.type])).toEqual([['osm:node/8', 'Point'], ['osm:way/1', 'Polygon'], ['osm:way/2', 'LineString'], ['osm:way/3', 'LineString']]);
    expect(found[1]).toMatchObject({ name: 'Shore', category: 'playPark', errorMetres: null, flags: [], geometry: { coordinates: [at(1, 2, 3, 4, 1)] } });
  });

  it('joins the ways of a relation into rings, whichever way they run, with the hole in its ring', () => {
    const [site] = sites(...nodes, way(1, [1, 2, 3]), way(2, [1, 4, 3]), way(3, [5, 6, 7, 5]), outline([member(1, 'outer'), member(2, 'outer'), member(3, 'inner')]));
    expect(site).toMatchObject({ siteId: 'osm:relation/9', errorMetres: null, geometry: { type: 'Polygon', coordinates: [at(1, 2, 3, 4, 1), at(5, 6, 7, 5)] } });
  });

  it('reads the same from `out geom`', () => {
    const geometry = (...ids: number[]) => at(...ids).map(([lon, lat]) => ({ lat, lon }));
    const [site] = sites({ ...outline([{ ...member(1, 'outer'), geometry: geometry(1, 2, 3) }, { ...member(2, 'outer'), geometry: geometry(3, 4, 1) }]) });
    expect(site?.geometry).toEqual({ type: 'Polygon', coordinates: [at(1, 2, 3, 4, 1)] });
    expect(sites({ type: 'way', id: 1, geometry: geometry(1, 2, 3, 4, 1), tags: park })[0]?.geometry).toMatchObject({ type: 'Polygon' });
  });

  it('keeps what is not whole, says so, and knows no edge of it', () => {
    const missing = sites(...nodes, way(1, [1, 2, 3]), outline([member(1, 'outer'), member(2, 'outer')]))[0];
    expect(missing).toMatchObject({ errorMetres: 'unknown', geometry: { type: 'LineString' } });
    expect(missing?.flags).toContain(INCOMPLETE_FLAG);
    expect(sites(...nodes, way(1, [1, 2, 99, 3], park))[0]).toMatchObject({ errorMetres: 'unknown', geometry: { coordinates: at(1, 2, 3) } });
    expect(sites({ type: 'way', id: 1, center: { lat: 55.95, lon: -3.2 }, tags: park })[0]).toMatchObject({ errorMetres: 'unknown', geometry: pointAt(-3.2, 55.95) });
  });

  it('counts what has no place at all', () => {
    const [layer] = readOsm([{ category: 'playPark', file: file([way(1, [98, 99], park), { type: 'node', id: 1, lat: 0, lon: 0, tags: park }, { type: 'node', id: 2, lat: -3.2, lon: 55.95, tags: park }]) }], { edition: UNDATED, coverage });
    expect(layer?.read).toBe(3);
    expect(layer?.dropped.rows().map(({ reason }) => reason)).toEqual(['No location', 'Coordinates are 0, 0', 'Latitude and longitude are swapped in this row']);
  });

  it('carries its own day, and the layer is as old as its oldest file', () => {
    const newer = file([{ type: 'node', id: 1, lat: 55.95, lon: -3.2, tags: park }], { osm3s: { timestamp_osm_base: '2026-03-01T00:00:00Z' } });
    const older = file([{ type: 'node', id: 2, lat: 55.95, lon: -3.2, tags: park }]);
    const plain = textFile('o.geojson', collection(feature(pointAt(-3.2, 55.95), park, 'node/3')));
    const dates = (edition: { asOf: string | null; staleAfter: string | null }, ...files: (typeof newer)[]) => {
      const [layer] = readOsm(files.map((one) => ({ category: 'playPark' as const, file: one })), { edition, coverage });
      return [layer?.layer.asOf, layer?.layer.staleAfter];
    };
    expect(dates(UNDATED, newer, older)).toEqual(['2026-01-13', '2027-01-13']);
    expect(dates(UNDATED, newer, plain)).toEqual([null, null]);
    expect(dates({ asOf: '2026-06-01', staleAfter: '2027-06-01' }, newer, plain)).toEqual(['2026-03-01', '2027-03-01']);
    expect(dates({ asOf: '2025-06-01', staleAfter: '2026-06-01' }, newer)).toEqual(['2025-06-01', '2026-06-01']);
    expect(dates({ asOf: null, staleAfter: '2030-01-01' }, newer)).toEqual(['2026-03-01', '2030-01-01']);
  });

  it('refuses an answer that broke off, is empty, or is no answer', () => {
    expect(() => readOverpass(file([way(1, [1], park)], { remark: 'runtime error: Query timed out in "query" at line 3 after 26 seconds.' }))).toThrow(/broke off.*Ask again/u);
    expect(() => readOverpass(file(nodes))).toThrow(/no tagged elements/u);
    expect(() => readOverpass(textFile('o', '{"osm3s":{},"elements":'))).toThrow(/not JSON, or is cut short/u);
    expect(() => readOverpass(textFile('o', '{"osm3s":{}}'))).toThrow(/no Overpass answer/u);
    expect(() => readOverpass(file([{ type: 'way', id: 'x', tags: park }]))).toThrow(/element 1 is no way/u);
  });

  it('never breaks otherwise, and never makes a place that is not there', () => fc.assert(fc.property(
    fc.array(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 6 }), { maxLength: 5 }), fc.array(fc.constantFrom('outer', 'inner', ''), { minLength: 5, maxLength: 5 }), (refs, roles) => {
      const ways = refs.map((one, i) => way(i + 1, one));
      const [site] = sites(...nodes, ...ways, outline(ways.map(({ id }, i) => member(id, roles[i] ?? ''))), { type: 'node', id: 99, lat: 55.95, lon: -3.2, tags: park });
      const known = new Set(corners.map(String));
      const positions = site?.siteId === 'osm:node/99' ? [] : vertices(site?.geometry);
      expect(positions.every((position) => known.has(position))).toBe(true);
    },
  )));

  const folder = 'osm-edinburgh-region-sports-2026-01/overpass_';
  // Tagged elements; those that are sport; of these, relations that could not be closed.
  const counts: readonly (readonly [name: string, read: number, sport: number, open: number])[] = [['golf', 218, 199, 1], ['sport_soccer', 1153, 1150, 0], ['sport_tennis', 576, 576, 0]];
  it.skipIf(!sharedData(`${folder}golf.json.gz`)).each(counts)(`reads the real %s (%i elements), corner for corner as another converter has it ${needsSharedData}`, (name, count, sport, open) => {
    const layers = (form: string) => readOsm([{ category: 'sportOrLeisure', file: diskFile(sharedData(`${folder}${name}.${form}.gz`)) }], { edition: UNDATED, coverage });
    const [json, geojson] = [layers('json'), layers('geojson').flatMap((one) => one.sites)];
    const all = json.flatMap((one) => one.sites);
    expect(json.reduce((sum, one) => sum + one.read, 0)).toBe(count);
    expect(json.flatMap(({ dropped }) => dropped.rows())).toEqual([]);
    expect(json[0]).toMatchObject({ layer: { asOf: '2026-01-13', attribution: '© OpenStreetMap contributors' } });
    expect(json[0]?.sites).toHaveLength(sport);
    expect(all.filter(({ flags }) => flags.includes(INCOMPLETE_FLAG))).toHaveLength(open);
    const byId = new Map(all.map(({ siteId, geometry }) => [siteId, geometry]));
    expect(geojson).toHaveLength(count - open);
    expect(geojson.filter(({ siteId, geometry }) => vertices(byId.get(siteId)).join() !== vertices(geometry).join())).toEqual([]);
  });
});

/** Each corner once, in no order: which way a ring runs is free. */
function vertices(geometry: Geometry | undefined): string[] {
  const numbers = JSON.stringify(geometry ?? null).match(/-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/gu) ?? [];
  return [...new Set(numbers)].toSorted();
}
