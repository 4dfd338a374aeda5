import { councilAt, nearby, openPack, type OpenPack } from '@/geo';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callSteading } from './callSteading';
import { buildEdinburghPack, EDINBURGH_COUNCIL, edinburghWords } from './edinburghPack';
import { needsSharedData } from './sharedData';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const have = edinburghWords('x') !== null;
const sitesOf = (pack: OpenPack) => [...Array(pack.siteCount).keys()].map((i) => pack.site(i));

describe.skipIf(!have)(`the pack of central Edinburgh ${needsSharedData}`, () => {
  it('opens with every source accounted for, row by row', async () => {
    const built = await buildEdinburghPack();
    const pack = await openPack(new Uint8Array(readFileSync(built?.path ?? '')), { sha256 });
    for (const { id, counts } of pack.header.layers) {
      expect(counts.read - counts.dropped.reduce((sum, { count }) => sum + count, 0), id).toBe(counts.kept);
    }
    const sites = sitesOf(pack);
    const layers = pack.header.layers;
    for (const layer of layers.filter(({ categories }) => categories.length > 0)) {
      // A place that several sources tell of is one site; each of its listings is a row that was kept.
      expect(sites.flatMap((one): readonly { layerId: string }[] => one.members ?? [one]).filter(({ layerId }) => layerId === layer.id), layer.id).toHaveLength(layer.counts.kept);
    }
    expect(layers.find(({ id }) => id === 'schools')?.counts).toMatchObject({ read: 2495, kept: 103 });
    expect(layers.filter(({ id }) => id.startsWith('care-')).reduce((sum, { counts }) => sum + counts.read, 0)).toBe(10_566);
    expect(layers.find(({ id }) => id === 'postcodes')?.counts.read).toBe(162_117);
    expect(layers.find(({ id }) => id === 'osm-other')).toBeUndefined();
    expect(pack.basemap()).not.toBeNull();
  });

  it('places Edinburgh where it is', async () => {
    const built = await buildEdinburghPack();
    const pack = await openPack(new Uint8Array(readFileSync(built?.path ?? '')), { sha256 });
    const castle = pack.postcode('eh12ng');
    // Edinburgh Castle: its postcode's point lies on the castle rock.
    expect(castle?.point.lng).toBeCloseTo(-3.2, 2);
    expect(castle?.point.lat).toBeCloseTo(55.948, 2);
    expect(councilAt(pack, { lng: -3.19, lat: 55.95 })?.code).toBe(EDINBURGH_COUNCIL);
    expect(pack.siteById('osm:way/4982227')).toMatchObject({ name: "James Gillespie's High School", category: 'school' });
  });

  it('says full in the middle, partial where OpenStreetMap ends, and nothing of childminders', async () => {
    const built = await buildEdinburghPack();
    const pack = await openPack(new Uint8Array(readFileSync(built?.path ?? '')), { sha256 });
    const ask = (lng: number, lat: number) => nearby(pack, { point: { lng, lat }, errorMetres: 10 }, 500, '2026-06-15');
    const of = (answer: ReturnType<typeof ask>, category: string) => answer.categories.find((one) => one.category === category);
    const middle = ask(-3.18, 55.95);
    expect(of(middle, 'school')).toMatchObject({ coverage: 'full' });
    expect(of(middle, 'licensedPremises')).toMatchObject({ coverage: 'full', status: 'found' });
    expect(of(middle, 'childminder')).toMatchObject({ coverage: 'none', status: 'notSearched' });
    expect(of(middle, 'shelteredHousing')).toMatchObject({ coverage: 'none', status: 'notSearched' });
    // 1.5 km west of the extract: the registers reach there, the map does not.
    const west = ask(-3.235, 55.95);
    expect(of(west, 'adultDayService')).toMatchObject({ coverage: 'full' });
    expect(of(west, 'playPark')).toMatchObject({ coverage: 'none', status: 'notSearched' });
    expect(of(west, 'school')).toMatchObject({ coverage: 'partial' });
  });

  it('builds the whole council area too', async () => {
    const words = edinburghWords('council.steadingpack', ['--area', EDINBURGH_COUNCIL]);
    const { exit, err, out, written } = await callSteading([...(words ?? []), '--json'], {}, true);
    expect(exit, err).toBe(0);
    const pack = await openPack(written.get('council.steadingpack') ?? new Uint8Array(), { sha256 });
    expect(pack.header.area).toMatchObject({ name: 'City of Edinburgh', councilCode: EDINBURGH_COUNCIL });
    expect((JSON.parse(out) as { sites: number }).sites).toBe(pack.siteCount);
    // 2022: 127 publicly funded school departments in the City of Edinburgh; the 5 km beyond it hold more.
    expect(pack.header.layers.find(({ id }) => id === 'schools')?.counts.kept).toBeGreaterThan(127);
  });
});
