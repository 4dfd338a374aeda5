import { nearby, openPack } from '@/geo';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pbfFile } from '../geo/sources/pbfFile';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const words = (...osm: string[]) => ['pack', 'build', '--bbox', '-3.21,55.93,-3.15,55.97', '--out', 'x', '--osm-coverage', '-3.21,55.93,-3.15,55.97', ...osm.flatMap((one) => ['--osm', one])];
const nodes = [{ id: 1, lng: -3.19, lat: 55.95, tags: { leisure: 'playground', name: 'Shore' } }, { id: 2, lng: -3.18, lat: 55.95 }, { id: 3, lng: -3.17, lat: 55.95, tags: { amenity: 'library' } }];
const roads = Array.from({ length: 20 }, (_, i) => ({ id: 10 + i, refs: [1, 2], tags: { highway: 'residential' } }));
const seconds = Date.UTC(2026, 3, 1) / 1000;

describe('pack build from .osm.pbf', () => {
  it('reads all of the map without a category, with its own day, and says none found of the kinds that it would have', async () => {
    const { exit, err, written } = await callSteading(words('m.osm.pbf'), { 'm.osm.pbf': pbfFile({ nodes, ways: roads }, { seconds }) });
    expect([exit, err]).toEqual([0, expect.stringContaining('OpenStreetMap places [osm], as of 2026-04-01, taken as current until 2027-04-01: read 2, kept 2')]);
    const pack = await openPack([...written.values()][0] ?? new Uint8Array(), { sha256 });
    const { categories } = nearby(pack, { point: { lng: -3.19, lat: 55.95 }, errorMetres: 10 }, 300, '2026-06-15');
    const statusOf = (id: string) => categories.find(({ category }) => category === id)?.status;
    expect(['playPark', 'school', 'housingSupportOffice'].map(statusOf)).toEqual(['found', 'noneFound', 'notSearched']);
  });

  it('says of a file that was cut that nobody searched, and how to say what it was cut to', async () => {
    const { exit, err } = await callSteading(words('m.osm.pbf'), { 'm.osm.pbf': pbfFile({ nodes }, { seconds }) });
    expect(exit).toBe(0);
    expect(err).toMatch(/turned up among others \(not searched for\) \[osm-other\], as of 2026-04-01.*read 2, kept 2/u);
    expect(err).toMatch(/If your extract holds all of them, give it for that category too: --osm playPark=FILE --osm library=FILE\./u);
  });

  it('refuses all of the map as one category, and a file that is cut short', async () => {
    const file = pbfFile({ nodes, ways: roads });
    expect(await callSteading(words('school=m.osm.pbf'), { 'm.osm.pbf': file })).toMatchObject({ exit: 1, err: expect.stringMatching(/^Nothing was built\. m\.osm\.pbf: holds all of the map/u) });
    expect(await callSteading(words('m.osm.pbf'), { 'm.osm.pbf': file.subarray(0, 200) })).toMatchObject({ exit: 1, err: expect.stringMatching(/m\.osm\.pbf: is \.osm\.pbf, but damaged or cut short/u) });
  });
});
