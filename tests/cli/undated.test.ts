import { nearby, openPack } from '@/geo';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callSteading } from './callSteading';
import { EDINBURGH_BOX, edinburghWords } from './edinburghPack';
import { needsSharedData } from './sharedData';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (geometry: unknown, properties: unknown) => ({ type: 'Feature', id: 'node/1', geometry, properties });
const FILES = {
  's.geojson': collection(feature({ type: 'Point', coordinates: [-3.19, 55.95] }, { SchUID: '1P', SchoolName: 'Shore Primary', SchoolType: 'Primary', PostCode: 'EH1 1AA', LACode: 'S12000099' })),
  'c.csv': [
    'CSNumber,CareService,Subtype,ServiceType,ServiceName,Address_line_1,Service_town,Service_Postcode,Client_group,ServiceStatus',
    'CS1,Day Care of Children,Nursery,Nursery,Wee Shore Nursery,1 Shore,Leith,EH1 1AA,Children,Active',
  ].join('\n'),
  'eh.csv': '"EH1 1AA",10,325700,673900,"S92000003","","S08000024","","S12000099","S13002930"\n',
  'councils.geojson': collection(feature({ type: 'Polygon', coordinates: [[[-3.6, 55.7], [-2.8, 55.7], [-2.8, 56.2], [-3.6, 56.2], [-3.6, 55.7]]] }, { LAD23CD: 'S12000099', LAD23NM: 'Testshire' })),
  'p.geojson': collection(feature({ type: 'Point', coordinates: [-3.2, 55.96] }, { leisure: 'playground' })),
};
const OSM_BOX = '-3.21,55.93,-3.15,55.97';
const SMALL = [
  'pack', 'build', '--out', 'x', '--bbox', OSM_BOX, '--schools', 's.geojson', '--care', 'c.csv', '--postcodes', 'eh.csv', '--councils', 'councils.geojson',
  '--osm', 'playPark=p.geojson', '--osm-coverage', OSM_BOX,
];
const DAY = '2026-06-01';
const DATES = ['schools', 'care', 'postcodes', 'councils', 'osm'].flatMap((source) => [`--${source}-date`, DAY]);
const withoutDates = (words: readonly string[]) => words.filter((word, i) => ![word, words[i - 1] ?? ''].some((each) => /^--.*-(?:date|stale-after)$/u.test(each)));

/** The pack, what was said of its making, and the answers of all categories on a lattice of addresses over the middle of the box. */
async function built(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const { exit, err, written } = await callSteading(words, files, Object.keys(files).length === 0);
  expect(exit, err).toBe(0);
  const pack = await openPack([...written.values()][0] ?? new Uint8Array(), { sha256 });
  const [west = 0, south = 0, east = 0, north = 0] = EDINBURGH_BOX.split(',').map(Number);
  const at = (i: number, j: number) => ({ lng: west + ((east - west) * i) / 10, lat: south + ((north - south) * j) / 10 });
  const answers = [3, 4, 5, 6, 7].flatMap((i) => [3, 4, 5, 6, 7].flatMap((j) => nearby(pack, { point: at(i, j), errorMetres: 10 }, 200, '2026-06-15').categories));
  return { err, layers: pack.header.layers, answers, statuses: new Set(answers.map(({ status }) => status)) };
}

describe('a pack built without dates', () => {
  it('is built, and says of each source that no date was given, what follows, and how to give one', async () => {
    const { err, layers } = await built(SMALL, FILES);
    for (const source of ['schools', 'care', 'osm']) {
      expect(err).toMatch(new RegExp(`no date was given for .*'None found' will never be said from this source.*--${source}-date yyyy-mm-dd`, 'u'));
    }
    for (const source of ['postcodes', 'councils']) expect(err).toMatch(new RegExp(`no date was given for the .*--${source}-date yyyy-mm-dd`, 'u'));
    expect(layers.map(({ asOf, staleAfter }) => [asOf, staleAfter])).toEqual(layers.map(() => [null, null]));
    expect(layers.map(({ attribution }) => attribution).join('\n')).not.toMatch(/null|undefined|\(\)|right \d|  |\s$/u);
  });

  it('never leads to none found; the same files with dates do (negative control)', async () => {
    const undated = await built(SMALL, FILES);
    expect(undated.statuses).not.toContain('noneFound');
    expect(undated.answers.filter(({ category, status }) => category === 'school' && status === 'uncertain').map(({ because, stale }) => [because, stale])[0]).toEqual(['dataTooOld', true]);
    const dated = await built([...SMALL, ...DATES], FILES);
    expect(dated.err).not.toMatch(/no date was given/u);
    expect(dated.statuses).toContain('noneFound');
    expect(dated.layers.find(({ id }) => id === 'schools')?.attribution).toMatch(/database right 2026$/u);
  });

  it('takes a source without a date as current for as long as it is told to', async () => {
    const { err, layers, answers } = await built([...SMALL, '--schools-stale-after', '2026-12-31'], FILES);
    expect(layers.find(({ id }) => id === 'schools')).toMatchObject({ asOf: null, staleAfter: '2026-12-31' });
    expect(err).toContain('no date was given for the school locations. It is taken as current until 2026-12-31, as was declared.');
    const noneFound = new Set(answers.filter(({ status }) => status === 'noneFound').map(({ category }) => category));
    expect([...noneFound]).toEqual(['school']);
  });

  it('is told of by pack info', async () => {
    const { written } = await callSteading(SMALL, FILES);
    const { out } = await callSteading(['pack', 'info', 'x'], { x: written.get('x') ?? '' });
    expect(out).toMatch(/School locations \[schools\]: 1 kept of 1, date not given, taken as past its date\./u);
    expect(out).toMatch(/Council areas \[councils\]: 1 kept of 1, date not given\. /u);
  });
});

const words = edinburghWords('x');
describe.skipIf(words === null)(`central Edinburgh without dates ${needsSharedData}`, () => {
  it('is built, never leads to none found, and keeps the date that Code-Point Open carries; with dates it does (negative control)', { timeout: 120_000 }, async () => {
    const undated = await built(withoutDates(words ?? []));
    expect(undated.err.match(/no date was given for .*/gu)).toHaveLength(5);
    expect(undated.layers.filter(({ asOf }) => asOf !== null).map(({ id, asOf }) => [id, asOf])).toEqual([['postcodes', '2025-10-20']]);
    expect(undated.statuses).not.toContain('noneFound');
    expect(undated.statuses).toContain('found');
    expect((await built(words ?? [])).statuses).toContain('noneFound');
  });
});
