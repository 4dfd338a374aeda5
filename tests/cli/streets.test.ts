import { findPlace, openPack, type OpenPack } from '@/geo';
import { walkTo } from '@/geo/walk';
import type { LngLat } from '@/terms';
import { createHash } from 'node:crypto';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { callSteading, type Called } from './callSteading';
import { EDINBURGH_BOX } from './edinburghPack';
import { needsSharedData, sharedData } from './sharedData';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const packOf = ({ written }: Called): Promise<OpenPack> => openPack([...written.values()][0] ?? new Uint8Array(), { sha256 });
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const line = (id: string, properties: Record<string, unknown>, coordinates: Position[]) => ({ type: 'Feature', id, properties, geometry: { type: 'LineString', coordinates } });
const label = (properties: Record<string, unknown>, coordinates: Position) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
const [WEST, MIDDLE, EAST, NORTH]: [Position, Position, Position, Position] = [[-3.2, 55.95], [-3.19, 55.95], [-3.18, 55.95], [-3.19, 55.96]];
const STREETS = [
  line('w1', { highway: 'residential', name: 'Shore Street' }, [WEST, MIDDLE, EAST]),
  line('w2', { highway: 'motorway', name: 'M99' }, [MIDDLE, NORTH]),
  line('w3', { highway: 'service', access: 'private', foot: 'yes' }, [EAST, [-3.18, 55.951]]),
  line('w4', { highway: 'proposed' }, [EAST, [-3.17, 55.951]]),
  line('w5', { highway: 'footway' }, [[-5, 57], [-5, 57.1]]),
];
const BUILD = ['pack', 'build', '--out', 'x.steadingpack', '--bbox', '-3.21,55.93,-3.15,55.97', '--osm', 'playPark=o.json', '--osm-coverage', '-3.21,55.93,-3.15,55.97', '--osm-date', '2026-01-01'];
const FILES = { 'o.json': collection([label({ leisure: 'playground', name: 'Shore' }, [-3.19, 55.9505])]), 's.json': collection(STREETS), 'p.json': collection([label({ name: 'Invershore', type: 'Village' }, MIDDLE), label({ name: 'Invershore', type: 'Railway Station' }, MIDDLE)]) };
const COVERED = ['--streets-coverage', '-3.21,55.93,-3.15,55.97'];
const build = (words: readonly string[], files: Record<string, string> = {}) => callSteading([...BUILD, ...words], { ...FILES, ...files });

describe('pack build with streets and places', () => {
  it('takes what is walked by the table of ways, accounts for every line, and gives the credit', async () => {
    const called = await build(['--streets', 's.json', '--streets-date', '2026-01-01', ...COVERED]);
    expect(called.err).toContain('Streets and paths (OpenStreetMap) [streets], as of 2026-01-01: read 5, kept 3\n  dropped 1: Not a street or path that is drawn (platform, crossing, outline of a bridge, being built)\n  dropped 1: Outside the area and its margin\n  kept but flagged 1: Drawn, not walked. Motorway');
    const pack = await packOf(called);
    expect(pack.header.layers.find(({ id }) => id === 'streets')).toMatchObject({ attribution: '© OpenStreetMap contributors', categories: [], asOf: '2026-01-01' });
    const site = pack.site(0).geometry;
    expect(walkTo(pack, { lng: -3.2, lat: 55.9501 }, site, { boundMetres: 2000 })).toMatchObject({ is: 'walk', held: true });
    expect(walkTo(pack, { lng: -3.19, lat: 55.9599 }, site, { boundMetres: 2000 }), 'a motorway is no street to walk from').toMatchObject({ is: 'noNetwork', why: 'notAtAddress' });
    expect(walkTo(pack, { lng: -3.18, lat: 55.951 }, site, { boundMetres: 2000 }), 'foot=yes outranks access=private').toMatchObject({ is: 'walk' });
  });

  it('finds streets and places by name, each place once, and draws what is only drawn', async () => {
    const pack = await packOf(await build(['--streets', 's.json', ...COVERED, '--places', 'p.json', '--places-date', '2020-07-18']));
    expect(findPlace(pack, 'shore st')).toMatchObject({ is: 'found', places: [{ kind: 'street', label: 'Shore Street', where: 'near Invershore' }] });
    expect(findPlace(pack, 'invershore')).toMatchObject({ is: 'found', places: [{ kind: 'place', label: 'Invershore' }] });
    expect(pack.header.layers.find(({ id }) => id === 'places')?.attribution).toBe('Contains OS data © Crown copyright and database right 2020');
    expect(pack.streets()?.features.filter(({ properties }) => properties.name === 'M99')).toHaveLength(1);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no word on where the streets are whole', ['--streets', 's.json'], {}, /--streets needs --streets-coverage/u],
    ['a coverage elsewhere', ['--streets', 's.json', '--streets-coverage', '-5,57,-4,58'], {}, /lies outside the area/u],
    ['a file with no way that is walked', ['--streets', 's.json', ...COVERED], { 's.json': FILES['o.json'] }, /no street or path that is walked/u],
    ['latitude first', ['--streets', 's.json', ...COVERED], { 's.json': collection([line('w1', { highway: 'residential' }, [[55.95, -3.2], [55.95, -3.19]])]) }, /swapped/u],
    ['places that are all at 0, 0', ['--places', 'p.json'], { 'p.json': collection([label({ name: 'Nowhere' }, [0, 0])]) }, /only 0 of its 1 rows can be placed/u],
  ])('is refused: %s', async (_, words, files, says) => {
    const called = await build(words, files);
    expect(called.exit).not.toBe(0);
    expect(called.err).toMatch(says);
    expect(called.written.size).toBe(0);
  });
});

const OSM = sharedData('osm-edinburgh-centre-2025-06');
const LABELS = sharedData('place-names-scotland-2020/scotland_labels.geojson.gz');

describe.skipIf(OSM === null || LABELS === null)(`the streets of central Edinburgh ${OSM === null ? needsSharedData : ''}`, () => {
  let pack: OpenPack;
  let called: Called;
  beforeAll(async () => {
    called = await callSteading(['pack', 'build', '--out', 'e.steadingpack', '--bbox', EDINBURGH_BOX, '--osm', `school=${OSM ?? ''}/poi_schools_universities_colleges.geojson.gz`, '--osm-coverage', EDINBURGH_BOX,
      '--streets', `${OSM ?? ''}/base_roads_paths_rail.geojson.gz`, '--streets-date', '2025-06-09', '--streets-coverage', EDINBURGH_BOX, '--places', `${OSM ?? ''}/base_places.geojson.gz`, '--places', LABELS ?? ''], {}, true);
    pack = await packOf(called);
  }, 60_000);

  /** The nodes of the walked lines of a name, and their vertices. */
  function named(name: string) {
    const { lines } = pack.packed;
    const drawn = pack.streets()?.features ?? [];
    const nodes = new Set<number>();
    const places: LngLat[] = [];
    for (let i = 0; i < (lines?.walked ?? 0); i++) {
      if (drawn[i]?.properties.name !== name) continue;
      nodes.add(lines?.ends[2 * i] ?? -1).add(lines?.ends[2 * i + 1] ?? -1);
      const geometry = drawn[i]?.geometry;
      if (geometry?.type === 'LineString') places.push(...geometry.coordinates.map(([lng = 0, lat = 0]) => ({ lng, lat })));
    }
    return { nodes, places };
  }

  it('are counted: every line read is kept or dropped with its reason', () => {
    expect(called.err).toContain('Streets and paths (OpenStreetMap) [streets], as of 2025-06-09: read 9062, kept 8522\n  dropped 538: Not a street or path that is drawn (platform, crossing, outline of a bridge, being built)\n  dropped 2: Given twice\n');
    expect(called.err).toContain('Names of places (OS Open Names) [places], date not given: read 6573, kept 109');
    expect(called.err).toContain('Names of places (OpenStreetMap) [places-osm], date not given: read 37, kept 37');
  });

  it.each([['South Bridge', 'Cowgate', -3.18687, 55.94873], ['George IV Bridge', 'Cowgate', -3.19195, 55.94795]])('%s never joins %s, which passes under it: no node in common, and on foot one goes round', (above, below, lng, lat) => {
    const [deck, street] = [named(above), named(below)];
    expect(deck.nodes.size).toBeGreaterThan(3);
    expect(street.nodes.size).toBeGreaterThan(3);
    expect([...deck.nodes].filter((node) => street.nodes.has(node))).toEqual([]);
    const near = (to: LngLat) => Math.hypot((to.lng - lng) * 0.56, to.lat - lat);
    const [from, to] = [deck, street].map(({ places }) => places.toSorted((a, b) => near(a) - near(b))[0] ?? { lng, lat });
    if (from === undefined || to === undefined) throw new Error('no such street');
    const walk = walkTo(pack, from, { type: 'Point', coordinates: [to.lng, to.lat] }, { boundMetres: 2_000 });
    expect(walk.is === 'walk' && walk.metres, `${above} to ${below} below it`).toBeGreaterThan(100);
  });

  it('hang together: 94 of 100 nodes can be walked to from one another', () => {
    const { lines } = pack.packed;
    if (lines === null) throw new Error('no lines');
    const group = new Uint32Array(lines.nodeCount).map((_, n) => n);
    const root = (n: number): number => { let at = n; while (group[at] !== at) at = group[at] ?? at; return at; };
    for (let i = 0; i < lines.walked; i++) group[root(lines.ends[2 * i] ?? 0)] = root(lines.ends[2 * i + 1] ?? 0);
    const sizes = new Map<number, number>();
    for (let n = 0; n < lines.nodeCount; n++) sizes.set(root(n), (sizes.get(root(n)) ?? 0) + 1);
    expect(Math.max(...sizes.values()) / lines.nodeCount).toBeGreaterThan(0.94);
  });

  it.each([['cowgate', 'Cowgate'], ['south brdge', 'South Bridge'], ['w tollcross', 'West Tollcross'], ['Newington', 'Newington'], ['Canonmills', 'Canonmills']])('are found by what is typed: %s', (typed, found) => {
    const search = findPlace(pack, typed);
    expect(search.is === 'found' && search.places.map(({ label }) => label)).toContain(found);
  });
});
