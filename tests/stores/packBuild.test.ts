import { createBuildRoom } from '@/geo/build';
import { nearby, openPack } from '@/geo';
import { buildThreadKey, usePackBuild, usePacks, useSession } from '@/stores';
import type { LogNote } from '@/vault';
import { describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../../src/cli/sqlite';
import { callSteading } from '../cli/callSteading';
import { sha256 } from '../geo/contentFixture';
import { asFile, CARE, COUNCILS, greenspace, OSM, PARKS, POSTCODES, SCHOOLS } from '../geo/build/madeUpFiles';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { NOW, stores, testShelf, until } from './stores';

/** The real room on the test's own thread. `gate` holds a build back until it is opened. */
function page({ gate = Promise.resolve(), kind = 'work' as const }: { gate?: Promise<void>; kind?: 'work' | 'training' } = {}) {
  const { app, pinia } = stores({ door: fakeDoor().door, shelf: testShelf() });
  const ended = vi.fn();
  app.provide(buildThreadKey, () => {
    const room = createBuildRoom({ sha256, openSqlite });
    let over: (why: Error) => void = () => undefined;
    const stopped = new Promise<never>((_resolve, reject) => { over = reject; });
    stopped.catch(() => undefined);
    return { ...room, build: (...asked) => Promise.race([gate.then(() => room.build(...asked)), stopped]), end: () => { ended(); over(new Error('Ended.')); } };
  });
  const notes: LogNote[] = [];
  const session = useSession(pinia);
  session.vault = { ...fakeVault({ kind }), note: (note) => { notes.push(note); return Promise.resolve(); } };
  return { build: usePackBuild(pinia), packs: usePacks(pinia), session, notes, ended };
}
type Build = ReturnType<typeof page>['build'];

const PARK_MAPPING = { title: 'Play parks of Testshire', category: 'playPark', publisher: 'Testshire Council', licence: 'Open Government Licence v3.0', attribution: '© Testshire Council', errorMetres: 20 } as const;
const fileOf = (build: Build, name: string) => build.form.files.find((file) => file.name === name) ?? (() => { throw new Error(`No ${name}.`); })();

/** Files of four kinds, everything declared. */
async function filledIn(build: Build): Promise<void> {
  for (const [name, content] of [['a.geojson', COUNCILS], ['b.geojson', SCHOOLS], ['c.zip', POSTCODES], ['parks.csv', PARKS]] as const) await build.add(asFile(name, content));
  build.form.council = 'S12000099';
  const parks = fileOf(build, 'parks.csv');
  Object.assign(parks.mapping, PARK_MAPPING);
  parks.mapping.columns = { name: 'Park', detail: 'Kind', address: 'Street', id: 'Ref' };
  Object.assign(build.form.declared[parks.key] ?? {}, { complete: 'around', asOf: '2026-10-01' });
  Object.assign(build.form.declared['schools'] ?? {}, { asOf: '2026-01-31' });
}

describe('building a pack in the application', () => {
  it('knows the files by what is in them, begins the mapping with a guess, and asks for what no file can tell', async () => {
    const { build } = page();
    for (const [name, content] of [['a.geojson', COUNCILS], ['b.geojson', SCHOOLS], ['c.zip', POSTCODES], ['d.geojson', OSM], ['parks.csv', PARKS]] as const) await build.add(asFile(name, content));
    expect(build.form.files.map(({ name, kind }) => [name, kind])).toEqual([['a.geojson', 'councils'], ['b.geojson', 'schools'], ['c.zip', 'postcodes'], ['d.geojson', 'osm'], ['parks.csv', 'mapped']]);
    expect(build.councils).toEqual([{ code: 'S12000099', name: 'Testshire' }]);
    const parks = fileOf(build, 'parks.csv');
    expect(parks.mapping).toMatchObject({ by: 'degrees', place: { lng: 'Long', lat: 'Lat' }, category: null, publisher: '' });
    const faults = await build.build();
    expect(build.step).toBeNull();
    const key = parks.key;
    expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining(['area-council', 'file-f4-category', `file-${key}-title`, `file-${key}-category`, `file-${key}-name`, `file-${key}-publisher`, `file-${key}-licence`, `file-${key}-attribution`, `${key}-complete`, 'osm-complete']));
    expect(faults.find(({ field }) => field === `${key}-complete`)?.say).toMatch(/^parks\.csv: Say where/u);
  });

  it('makes of files and declarations the pack that the command line makes, with an account that adds up', async () => {
    const { build, notes } = page();
    await filledIn(build);
    expect(await build.build()).toEqual([]);
    expect(build.failure).toBeNull();
    expect(build.account?.sources.map(({ id, read, kept }) => [id, read, kept])).toEqual([['schools', 2, 2], ['list-play-parks-of-testshire', 4, 2], ['postcodes', 2, 2], ['councils', 1, 1]]);
    for (const { read, kept, dropped } of build.account?.sources ?? []) expect(kept + dropped.reduce((sum, { count }) => sum + count, 0)).toBe(read);
    const mapping = JSON.stringify({ format: 'steading-mapping', formatVersion: 1, ...PARK_MAPPING, columns: { name: 'Park', detail: 'Kind', address: 'Street', id: 'Ref' }, position: { by: 'degrees', lng: 'Long', lat: 'Lat' } });
    const saved = build.mappingText(fileOf(build, 'parks.csv').key);
    expect('text' in saved && JSON.parse(saved.text)).toEqual(JSON.parse(mapping));
    expect(build.account?.warnings.map(({ say }) => say).join(' ')).not.toContain('--');
    expect(notes, 'public data alone: nothing of it is on the log').toEqual([]);
  });

  it('takes a landlord’s addresses where it is said whose they are, and nothing else of the file', async () => {
    const { build } = page();
    await filledIn(build);
    await build.add(asFile('homes.csv', 'UPRN,Address,Postcode,Longitude,Latitude,Tenant\n1,4 Shore Row,ZX1 1AA,-3.20000,55.90000,S. Adair\n'));
    const { key } = fileOf(build, 'homes.csv');
    await build.takeFor(key, 'stock');
    expect(await build.build()).toEqual([{ field: 'stock-credit', say: expect.stringContaining('whose addresses') as string }]);
    Object.assign(build.form.declared['stock'] ?? {}, { credit: 'Shore Homes' });
    expect(await build.build()).toEqual([]);
    const bytes = new Uint8Array(await (build.account?.pack ?? new Blob()).arrayBuffer());
    expect((await openPack(bytes, { sha256 })).addresses()).toMatchObject([{ uprn: '1', text: '4 Shore Row' }]);
    expect(Buffer.from(bytes).includes('Adair')).toBe(false);
  });

  it('the same of one source as the command line, byte for byte but for the moment', async () => {
    const { build } = page();
    for (const [name, content] of [['a.geojson', COUNCILS], ['b.geojson', SCHOOLS], ['c.zip', POSTCODES]] as const) await build.add(asFile(name, content));
    build.form.council = 'S12000099';
    Object.assign(build.form.declared['schools'] ?? {}, { asOf: '2026-01-31' });
    await build.build();
    const { written } = await callSteading(['pack', 'build', '--out', 'o', '--area', 'S12000099', '--councils', 'a', '--schools', 'b', '--schools-date', '2026-01-31', '--postcodes', 'c'], { a: COUNCILS, b: SCHOOLS, c: POSTCODES });
    const sectionsOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replace(/^.*?(?=\{"format")/su, '').replace(/"builtAt":"[^"]*"/u, '');
    const own = build.account?.pack;
    expect(own).toBeTruthy();
    expect(sectionsOf(new Uint8Array(await (own ?? new Blob()).arrayBuffer()))).toBe(sectionsOf(written.get('o') ?? new Uint8Array()));
  });

  it('the pack is taken into use as an unsigned one, and answers near an address', async () => {
    const { build, packs } = page();
    await filledIn(build);
    await build.build();
    expect(await build.use()).toBe(true);
    expect(packs.pack?.signature).toBeNull();
    const near = packs.pack && nearby(packs.pack, { point: { lng: -3.2, lat: 55.9 }, errorMetres: 5 }, 300, NOW.slice(0, 10));
    expect(JSON.stringify(near)).toContain('Links Swings');
    expect(build.fileName()).toBe('testshire-2026-11-21.steadingpack');
  });

  it('is never used in the training vault', async () => {
    const { build, packs } = page({ kind: 'training' });
    await filledIn(build);
    await build.build();
    expect(build.account?.pack).not.toBeNull();
    expect(await build.use()).toBe(false);
    expect([packs.pack, packs.failure]).toEqual([null, expect.stringContaining('keeps to its own area')]);
  });

  it('shows what a mapping takes and drops, and no longer once it is changed', async () => {
    const { build } = page();
    await filledIn(build);
    const { key, mapping } = fileOf(build, 'parks.csv');
    expect(await build.preview(key)).toEqual([]);
    expect(build.previewOf(key)).toMatchObject({ read: 4, kept: 2, dropped: [{ reason: 'No location', count: 1 }, { reason: 'Given twice', count: 1 }] });
    expect(build.previewOf(key)?.first.map(({ name }) => name)).toEqual(['Links Swings', 'Muir']);
    expect(JSON.stringify(build.previewOf(key)), 'columns that nobody chose are not read').not.toContain('Some');
    mapping.columns.name = 'Street';
    expect(build.previewOf(key)).toBeNull();
    mapping.columns.name = 'Park';
    mapping.by = 'postcode';
    mapping.place.postcode = 'Warden';
    expect((await build.preview(key))[0]?.say).toMatch(/can be placed/u);
  });

  it('opens a saved mapping, and none that names columns which are not there', async () => {
    const { build } = page();
    await filledIn(build);
    const { key } = fileOf(build, 'parks.csv');
    const saved = build.mappingText(key);
    const text = 'text' in saved ? saved.text : '';
    fileOf(build, 'parks.csv').mapping.title = '';
    await build.openMapping(key, asFile('m.json', text));
    expect(fileOf(build, 'parks.csv').mapping.title).toBe('Play parks of Testshire');
    await expect(build.openMapping(key, asFile('m.json', text.replace('"Park"', '"Garden"')))).rejects.toThrow(/does not have: Garden/u);
    await expect(build.openMapping(key, asFile('m.json', 'no json'))).rejects.toThrow(/m\.json/u);
    expect(fileOf(build, 'parks.csv').mapping.columns.name).toBe('Park');
  });

  it.each([
    ['care services without postcodes', CARE, /no coordinates, only postcodes/u],
    ['a day that is not yet', SCHOOLS, /lies in the future/u],
  ])('%s', async (_what, content, say) => {
    const { build } = page();
    await build.add(asFile('x', content));
    Object.assign(build.form, { by: 'box', box: '-3.3,55.85,-3.1,55.95' });
    Object.assign(Object.values(build.form.declared)[0] ?? {}, { asOf: '2030-01-01' });
    expect((await build.build()).map((fault) => fault.say).join(' ')).toMatch(say);
  });

  it('a file that is of no use is named with what to do, and nothing that was filled in is lost', async () => {
    const { build } = page();
    await filledIn(build);
    await build.add(asFile('green.gpkg', (await greenspace()).slice(0, 9000)));
    const before = JSON.stringify(build.form);
    expect(await build.build()).toEqual([]);
    expect(build.failure).toMatchObject({ file: 'green.gpkg', say: expect.stringContaining('green.gpkg') as string });
    expect(build.account).toBeNull();
    expect(JSON.stringify(build.form)).toBe(before);
  });

  it.each(['stop', 'lock'] as const)('ends its thread at a %s, whatever it is at', async (how) => {
    const { build, session, ended } = page({ gate: new Promise(() => undefined) });
    await filledIn(build);
    const files = build.form.files.length;
    const run = build.build();
    await until(() => build.step !== null, 'a build under way');
    await session.keepDrafts();
    expect(ended, 'a page that is only hidden').not.toHaveBeenCalled();
    if (how === 'stop') await build.stop();
    else await session.lock();
    expect(await run).toEqual([]);
    expect(ended).toHaveBeenCalledTimes(1);
    expect([build.account, build.failure, build.step]).toEqual([null, null, null]);
    expect(build.form.files).toHaveLength(how === 'stop' ? files : 0);
  });

  it('has what was said of its files again once they are chosen after a lock, also of one that stays away, and not of one that has other columns', async () => {
    const first = page().build;
    await filledIn(first);
    const sealed = JSON.parse(JSON.stringify(first.typed)) as typeof first.typed;
    expect(JSON.stringify(sealed), 'no file, and no line of one').not.toContain('Links Swings');
    const { build } = page();
    build.typed = sealed;
    expect(build.form).toMatchObject({ council: 'S12000099', by: 'council', files: [] });
    expect(build.typed).toEqual(sealed);
    await build.add(asFile('parks.csv', PARKS));
    const parks = fileOf(build, 'parks.csv');
    expect(parks).toMatchObject({ kind: 'mapped', mapping: { ...PARK_MAPPING, columns: { name: 'Park' } } });
    expect(build.form.declared[parks.key]).toMatchObject({ complete: 'around', asOf: '2026-10-01' });
    await build.add(asFile('b.geojson', SCHOOLS));
    expect(build.form.declared['schools']).toMatchObject({ asOf: '2026-01-31' });
    expect(build.typed).toEqual(sealed);
    build.remove(parks.key);
    expect(Object.keys(build.typed.files)).not.toContain('parks.csv');
    const other = page().build;
    other.typed = sealed;
    await other.add(asFile('parks.csv', PARKS.replace('Park,', 'Name,')));
    expect(fileOf(other, 'parks.csv').mapping.title).toBe('');
  });

  it('two files of one name stay two, and a second of a single source is told', async () => {
    const { build } = page();
    await build.add(asFile('b.geojson', SCHOOLS));
    await build.add(asFile('b.geojson', SCHOOLS));
    expect(build.form.files.map(({ name }) => name)).toEqual(['b.geojson', 'b.geojson (2)']);
    expect((await build.build()).some(({ field, say }) => field === 'file-f2' && say.includes('b.geojson (2)'))).toBe(true);
  });
});
