import { openPack } from '@/geo';
import { strToU8, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openNamesCsv } from '../geo/sources/openNamesFile';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const MAPPING = {
  format: 'steading-mapping', formatVersion: 1, title: 'Play parks of Leith', category: 'playPark',
  columns: { name: 'Park', detail: null, address: null, id: 'Ref' }, position: { by: 'grid', easting: 'E', northing: 'N' },
  errorMetres: 20, publisher: 'A council', licence: 'Open Government Licence v3.0', attribution: '© A council',
};
const FILES = {
  'parks.json': JSON.stringify(MAPPING),
  'parks.csv': 'Ref;Park;E;N\n7;Links;327000;675500\n8;Nowhere;;\n9;Shore;327100;676000\n',
  'names.zip': zipSync({ 'Data/NT27.csv': strToU8(openNamesCsv({ id: 'a', name: 'Leith', type: 'populatedPlace', localType: 'Suburban Area', x: '327000', y: '676000' }, { id: 'b', name: 'Shore Road', x: '327000', y: '676200' })) }),
};
const BOX = ['--bbox', '-3.2,55.94,-3.1,56.0'];
const LIST = ['--list', 'parks.json=parks.csv', '--list-date', '2026-01-31', '--list-coverage', '-3.2,55.94,-3.1,56.0'];
const build = (...words: string[]) => callSteading(['pack', 'build', '--out', 'p', ...BOX, ...words], FILES);

describe('pack build with a list of any columns', () => {
  it('takes it by its mapping as a layer of its own, with the credit that it declares', async () => {
    const { exit, err, written } = await build(...LIST);
    expect(exit, err).toBe(0);
    const pack = await openPack(written.get('p') ?? new Uint8Array(), { sha256 });
    const layer = pack.header.layers.find(({ id }) => id === 'list-play-parks-of-leith');
    expect(layer).toMatchObject({ title: 'Play parks of Leith', categories: ['playPark'], attribution: '© A council', asOf: '2026-01-31', staleAfter: '2027-01-31', counts: { read: 3, kept: 2 } });
    expect(Array.from({ length: pack.siteCount }, (_, i) => pack.site(i)).map(({ siteId, name, errorMetres }) => [siteId, name, errorMetres]).sort()).toEqual([['list-play-parks-of-leith/7', 'Links', 25], ['list-play-parks-of-leith/9', 'Shore', 25]]);
    expect(err).toContain('dropped 1: No location');
  });

  it('tells two lists of one title apart', async () => {
    const { exit, written } = await build(...LIST, '--list', 'parks.json=parks.csv');
    const pack = await openPack(written.get('p') ?? new Uint8Array(), { sha256 });
    expect([exit, pack.header.layers.map(({ id }) => id)]).toEqual([0, ['list-play-parks-of-leith', 'list-play-parks-of-leith-2']]);
  });

  it.each([
    ['where it is complete is not said', ['--list', 'parks.json=parks.csv'], 2, /--list needs --list-coverage/u],
    ['no mapping is given', ['--list', 'parks.csv', '--list-coverage', 'scotland'], 2, /MAPPING\.json=FILE/u],
    ['its coverage lies elsewhere', ['--list', 'parks.json=parks.csv', '--list-coverage', '-5,57,-4.9,57.1'], 2, /--list-coverage lies outside the area/u],
    ['the mapping is no mapping', ['--list', 'other.json=parks.csv', '--list-coverage', 'scotland'], 1, /other\.json.*is not JSON, or cannot be read/u],
    ['an option stands without it', ['--list-date', '2026-01-31', '--osm', 'x', '--osm-coverage', '-3.2,55.94,-3.1,56.0'], 2, /belong to --list/u],
  ])('says what is wrong where %s', async (_what, words, code, why) => {
    const { exit, err, written } = await build(...words);
    expect(err).toMatch(why);
    expect([exit, written.size]).toEqual([code, 0]);
  });
});

describe('pack build with OS Open Names', () => {
  it('takes the places of the download, and leaves streets to their lines', async () => {
    const { exit, err, written } = await build(...LIST, '--places', 'names.zip', '--places-date', '2026-01-31');
    expect(exit, err).toBe(0);
    const pack = await openPack(written.get('p') ?? new Uint8Array(), { sha256 });
    expect(pack.header.layers.find(({ id }) => id.startsWith('places'))?.counts).toMatchObject({ read: 2, kept: 1, dropped: [{ reason: 'A street: streets are taken with their lines', count: 1 }] });
    expect(err).toContain('OS Open Names');
  });
});
