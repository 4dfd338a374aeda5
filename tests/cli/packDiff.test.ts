import { openPack, packDiff, type PackDiff, type Site, writePack } from '@/geo';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentFixture, layer, sha256, site } from '../geo/contentFixture';
import { callSteading } from './callSteading';
import { buildEdinburghPack } from './edinburghPack';
import { needsSharedData } from './sharedData';

const write = (more = {}) => writePack(contentFixture(more), { sha256 });

describe('steading pack diff', () => {
  it('gives an account in words, and the same as JSON', async () => {
    const { sites } = contentFixture();
    const files = { 'old.pack': await write(), 'new.pack': await write({ builtAt: '2026-05-01T00:00:00Z', layers: [layer('schools', ['school', 'nursery'])], sites: [...sites.filter(({ layerId, siteId }) => layerId === 'schools' && siteId !== 'school:1'), site('school:9', { type: 'Point', coordinates: [-3.25, 55.92] }, { name: 'New Primary' })] }) };
    const words = await callSteading(['pack', 'diff', 'old.pack', 'new.pack'], files);
    expect(words.exit).toBe(0);
    expect(words.out).toContain('1 site added\n  School: New Primary [school:9]');
    expect(words.out).toContain('1 site gone: their sources cover the place and have them no more\n  School: Bun-sgoil Taobh na Pàirce [school:1]');
    expect(words.out).toMatch(/3 sites no longer told, which is not gone.*\n {2}3 of parks: its source is not in the newer pack/u);
    expect(words.out).toContain('Parks and greenspace: sources: parks → none');
    const json = JSON.parse((await callSteading(['pack', 'diff', 'old.pack', 'new.pack', '--json'], files)).out) as PackDiff;
    expect([json.added.map(({ siteId }) => siteId), json.gone.map(({ siteId }) => siteId), json.noLongerTold.length]).toEqual([['school:9'], ['school:1'], 3]);
  });

  it('says so when nothing differs', async () => {
    const { out } = await callSteading(['pack', 'diff', 'a', 'b'], { a: await write(), b: await write({ builtAt: '2026-05-01T00:00:00Z' }) });
    expect(out).toContain('No site and no category differs.');
    expect(out).toContain('6 sites the same in both.');
  });

  it.each([
    ['one file alone', ['a'], 2, /Give two packs/u], ['a file that is no pack', ['a', 'no'], 1, /.{20}/u], ['a file that is not there', ['a', 'none'], 1, /no such file/u],
  ])('refuses %s', async (_, args, exit, say) => {
    const called = await callSteading(['pack', 'diff', ...args], { a: await write(), no: 'not a pack' });
    expect([called.exit, called.out]).toEqual([exit, '']);
    expect(called.err).toMatch(say);
  });
});

const built = await buildEdinburghPack();

describe.skipIf(built === null)(`two builds of central Edinburgh ${needsSharedData}`, () => {
  it('differ by the few sites that were altered, and by nothing else', async () => {
    const then = await openPack(new Uint8Array(readFileSync(built?.path ?? '')), { sha256 });
    const all = Array.from({ length: then.siteCount }, (_, i) => then.site(i));
    const points = all.filter(({ geometry, members }) => geometry.type === 'Point' && members === undefined);
    const [dropped, moved, nudged, renamed] = [points[10], points[200], points[400], points[600]];
    const drawn = all.find(({ geometry, siteId }) => geometry.type === 'Polygon' && siteId.startsWith('osm:'));
    if (!dropped || !moved || !nudged || !renamed || !drawn) throw new Error('The pack has too few sites.');
    const north = (one: Site, metres: number): Site => (one.geometry.type === 'Point' ? { ...one, geometry: { type: 'Point', coordinates: [one.geometry.coordinates[0] ?? 0, (one.geometry.coordinates[1] ?? 0) + metres / 111_340] } } : one);
    const altered = new Map([[moved, north(moved, 30)], [nudged, north(nudged, 20)], [renamed, { ...renamed, name: 'Another name' }], [drawn, { ...drawn, siteId: 'osm:way/999999999' }]]);
    const sites = [...all.filter((one) => one !== dropped).map((one) => altered.get(one) ?? one), { ...dropped, siteId: 'osm:node/999999999', name: 'Brand new place', geometry: { type: 'Point', coordinates: [-3.18, 55.95] } } as Site];
    const { header } = then;
    const bytes = await writePack({ title: header.title, training: false, builtAt: '2026-07-01T00:00:00Z', area: header.area, layers: header.layers, sites: sites.toReversed(), postcodes: [], addresses: [], councils: [], streets: null, basemap: null }, { sha256 });
    const found = packDiff(then, await openPack(bytes, { sha256 }));
    const ids = (list: readonly { readonly siteId: string }[]) => list.map(({ siteId }) => siteId);
    expect([ids(found.added), ids(found.gone), found.noLongerTold, found.newlyTold]).toEqual([['osm:node/999999999'], [dropped.siteId], [], []]);
    expect(found.moved.map(({ then: one, metres }) => [one.siteId, Math.round(metres)])).toEqual([[moved.siteId, 30]]);
    expect(found.renamed.map(({ then: one }) => one.siteId)).toEqual([renamed.siteId]);
    expect(found.otherId.map((one) => [one.then.siteId, one.now.siteId])).toEqual([[drawn.siteId, 'osm:way/999999999']]);
    expect(found.unchanged).toBe(then.siteCount - 4);
    expect(found.categories).toEqual([]);
  }, 60_000);
});
