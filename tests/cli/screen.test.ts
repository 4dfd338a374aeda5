import { writePack } from '@/geo';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvCell } from '@/geo/stock/csvText';
import { box, contentFixture, layer, sha256, site } from '../geo/contentFixture';
import { geodesicMetres } from '../geo/geodesic';
import { callSteading } from './callSteading';

const PACK = 'p.steadingpack';
let pack: Uint8Array;
const wide = box(-3.4, 55.8, -3, 56);
const AT = '-3.2000000,55.9000000';
/** By geodesics, to the millimetre, due north of the address. */
const metresTo = (lat: number) => Math.round(geodesicMetres({ lng: -3.2, lat: 55.9 }, { lng: -3.2, lat }) * 1_000) / 1_000;
const point = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] });

beforeAll(async () => {
  pack = await writePack(contentFixture({
    layers: [layer('schools', ['school', 'nursery'], { coverage: wide }), layer('old', ['nursery'], { coverage: wide, asOf: '2025-01-31' }), layer('parks', ['parkOrGreenspace'], { coverage: null, asOf: null })],
    sites: [
      site('school:near', point(-3.2, 55.902), { name: '=HYPERLINK("http://x")' }), site('school:edge', point(-3.2, 55.90445), { name: 'Sgoil "Taobh", na Pàirce' }), site('school:far', point(-3.2, 55.91)),
      site('park', { type: 'Polygon', coordinates: [[[-3.201, 55.8995], [-3.199, 55.8995], [-3.199, 55.9005], [-3.201, 55.8995]]] }, { category: 'parkOrGreenspace', layerId: 'parks', name: 'Links' }),
    ],
  }), { sha256 });
});

const words = (...more: string[]) => ['screen', '--pack', PACK, '--addresses', 'in.csv', ...more];
const ask = (csv: string | Uint8Array, out = 'out.json', radius = '500') => callSteading(words('--radius', radius, '--out', out), { [PACK]: pack, 'in.csv': csv });
const textOf = (written: ReadonlyMap<string, Uint8Array>, name: string) => Buffer.from(written.get(name) ?? []).toString('utf8');

interface Answers {
  readonly pack: unknown;
  readonly addresses: readonly { id: string; position: Record<string, unknown>; layers: readonly Record<string, unknown>[]; sites: readonly Record<string, unknown>[] }[];
  readonly notPlaced: readonly { id: string; reason: string }[];
}
async function answers(csv: string): Promise<Answers & { readonly exit: number }> {
  const { exit, written } = await ask(csv);
  return { exit, ...(JSON.parse(textOf(written, 'out.json')) as Answers) };
}

describe('screen', () => {
  it('writes facts of every address as JSON: pack, position, layers, and sites by distance', async () => {
    const { exit, addresses, notPlaced, ...rest } = await answers(`id,lng,lat\na1,${AT}\n`);
    expect(exit).toBe(0);
    expect(rest).toEqual({
      pack: { packId: expect.stringMatching(/^[0-9a-f]{64}$/u) as string, title: 'Ärea of tests', area: { name: 'Testshire', councilCode: 'S12000099' }, training: true, builtAt: '2026-02-01T00:00:00Z', signed: false, publisher: null, fingerprint: null },
      radiusMetres: 500, asOn: '2026-06-15',
    });
    expect(notPlaced).toEqual([]);
    expect(addresses[0]).toMatchObject({ id: 'a1', position: { lng: -3.2, lat: 55.9, precisionMetres: 10, source: 'coordinates' } });
    expect(addresses[0]?.sites).toEqual([
      { siteId: 'park', members: ['park'], name: 'Links', category: 'parkOrGreenspace', distanceMetres: 0, bearing: null, certainty: 'inside' },
      { siteId: 'school:near', members: ['school:near'], name: '=HYPERLINK("http://x")', category: 'school', distanceMetres: metresTo(55.902), bearing: 0, certainty: 'inside' },
      { siteId: 'school:edge', members: ['school:edge'], name: 'Sgoil "Taobh", na Pàirce', category: 'school', distanceMetres: metresTo(55.90445), bearing: 0, certainty: 'uncertain' },
    ]);
    const layers = new Map(addresses[0]?.layers.map((each) => [each.category, each]));
    expect(layers.size).toBe(22);
    expect(layers.get('school')).toEqual({ category: 'school', status: 'found', coverage: 'full', asOf: '2026-01-31' });
    expect(layers.get('nursery')).toEqual({ category: 'nursery', status: 'noneFound', coverage: 'full', asOf: '2025-01-31' });
    expect(layers.get('parkOrGreenspace')).toMatchObject({ status: 'found', coverage: 'none', asOf: null });
    expect(layers.get('library')).toEqual({ category: 'library', status: 'notSearched', coverage: 'none', asOf: null });
  });

  it('places by the most exact of what is given, and says by what and how exactly', async () => {
    const { addresses } = await answers(['Id,LATITUDE,Longitude,Easting,Northing,UPRN,Postcode',
      'all,55.9000000,-3.2000000,325041,667986,906000000001,EH1 1AD', 'uprn,,,325041,667986,0906000000001,EH1 1AD', 'grid,,,325041,667986,,EH1 1AD', 'square,,,325000,668000,,', 'square1,,,325100,668100,,',
      'postcode,,,,,,eh11ad', 'imputed,,,,,,E1 1AA', 'newUprn,,,,,12345,EH1 1AD', 'coarse,55.90,-3.2,,,,', 'exactOfTwo,55.9,-3.2,325041,667986,,'].join('\n'));
    expect(addresses.map(({ id, position: { source, precisionMetres } }) => [id, source, precisionMetres])).toEqual([
      ['all', 'coordinates', 10], ['uprn', 'uprn', 10], ['grid', 'grid', 15], ['square', 'grid', 1_430], ['square1', 'grid', 157], ['postcode', 'postcode', 500], ['imputed', 'postcode', null], ['newUprn', 'postcode', 500],
      ['coarse', 'coordinates', 651], ['exactOfTwo', 'grid', 15],
    ]);
    expect(addresses[2]?.position.lat).toBeCloseTo(55.9, 2);
    const imputed = addresses[6];
    expect(imputed?.sites.map(({ certainty }) => certainty)).toEqual(Array.from({ length: imputed?.sites.length ?? 0 }, () => 'uncertain'));
    expect(imputed?.layers.map(({ status }) => status)).not.toContain('noneFound');
  });

  const wrongRows: readonly (readonly [name: string, row: string, reason: RegExp])[] = [
    ['swapped coordinates', 'x,55.9,-3.2,,,,', /swapped/u], ['London', 'x,-0.1276,51.5072,,,,', /outside Scotland/u], ['0, 0', 'x,0,0,,,,EH1 1AD', /0, 0: that is no position/u],
    ['metres as degrees', 'x,325000,668000,,,,', /not degrees.*easting and northing/u], ['half a pair', 'x,-3.2,,,,,', /a longitude but no latitude/u], ['words', 'x,west,55.9,,,,', /'west' is not a plain number/u],
    ['London on the grid', 'x,,,530000,180000,,EH1 1AD', /not a place in Scotland/u], ['swapped grid', 'x,,,668000,325041,,', /not a place in Scotland.*swapped/u],
    ['an unknown UPRN', 'x,,,,,777,', /UPRN 777 is not in this pack/u], ['a UPRN out of a spreadsheet', 'x,,,,,9.06E+11,', /lost digits/u], ['an unknown postcode', 'x,,,,,,EH99 9ZZ', /'EH99 9ZZ' is not in this pack/u],
    ['neither UPRN nor postcode known', 'x,,,,,777,EH99 9ZZ', /UPRN 777.*Postcode/u], ['nothing', 'x,,,,,,', /No position is given/u],
  ];
  it.each(wrongRows)('does not place %s, says why, and answers for the others', async (_, row, reason) => {
    const { exit, addresses, notPlaced } = await answers(`id,lng,lat,easting,northing,uprn,postcode\n${row}\ngood,${AT},,,,\n`);
    expect(exit).toBe(0);
    expect(addresses.map(({ id }) => id)).toEqual(['good']);
    expect(notPlaced).toEqual([{ id: 'x', reason: expect.stringMatching(reason) as string }]);
  });

  it('ends with 1 when it could place none, and says so in the file and on stderr', async () => {
    const { exit, err, written } = await ask('id,lng,lat\nx,-0.1276,51.5072\ny,0,0\n');
    expect(exit).toBe(1);
    expect(err).toContain('None of the addresses could be placed');
    expect(JSON.parse(textOf(written, 'out.json'))).toMatchObject({ addresses: [], notPlaced: [{ id: 'x' }, { id: 'y' }] });
  });

  const files: readonly (readonly [name: string, file: string | Uint8Array, message: RegExp])[] = [
    ['an empty file', '', /in\.csv: is empty/u], ['blanks', ' \n', /nothing but blanks/u], ['a header alone', 'id,lng,lat\n', /no addresses/u],
    ['no id column', `ref,lng,lat\nx,${AT}\n`, /no column id\. It has: ref, lng, lat/u], ['semicolons', 'id;lng;lat\nx;-3.2;55.9\n', /no column id\. It has: id;lng;lat/u],
    ['ids given twice', `id,lng,lat\nx,${AT}\ny,${AT}\nx,${AT}\n`, /'x' in rows 2 and 4/u], ['a row without an id', `id,lng,lat\nx,${AT}\n,${AT}\n`, /no id in row 3/u],
    ['nothing that places', 'id,street\nx,High Street\n', /places none of its addresses/u], ['Latin-1', Uint8Array.of(...strToU8('id,postcode\ncaf'), 0xe9, ...strToU8(',EH1 1AD\n')), /not in UTF-8\./u],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x69, 0), /UTF-16/u], ['a spreadsheet', zipSync({ 'xl/workbook.xml': new Uint8Array(3) }), /packed, or a spreadsheet/u], ['gzip', Uint8Array.of(0x1f, 0x8b, 8), /packed/u],
    ['binary', Uint8Array.of(0x69, 0x64, 0, 1), /is not text/u], ['an endless quotation mark', 'id,lng,lat\n"x,-3.2,55.9\n', /never closed/u], ['more than 100 MB', new Uint8Array(100 * 1024 * 1024 + 1).fill(0x20), /larger than 100 MB/u],
  ];
  it.each(files)('refuses %s with exit code 1, and writes nothing', async (_, file, message) => {
    const { exit, err, written } = await ask(file);
    expect(err).toMatch(message);
    expect([exit, written.size]).toEqual([1, 0]);
  });

  it('reads a file with a byte order mark, CRLF and columns of its own', async () => {
    const { addresses } = await answers(`\ufeffid,tenant,lng,lat\r\nx,"Somebody, Private",${AT}\r\n`);
    expect(addresses[0]?.id).toBe('x');
    expect(JSON.stringify(addresses)).not.toContain('Somebody');
  });

  const calls: readonly (readonly [name: string, more: readonly string[], message: RegExp])[] = [
    ['without a radius', ['--out', 'o.json'], /--radius METRES is missing.*no default.*no national distance/u], ['with a radius of 0', ['--radius', '0', '--out', 'o.json'], /not a distance/u],
    ['with a radius in words', ['--radius', '500m', '--out', 'o.json'], /not a distance/u], ['with a radius that no pack can answer evenly', ['--radius', '5001', '--out', 'o.json'], /more than 5000 m/u],
    ['without --out', ['--radius', '500'], /--out FILE is missing/u], ['with an --out of another kind', ['--radius', '500', '--out', 'o.xlsx'], /neither \.json nor \.csv/u],
    ['with an --out that is read', ['--radius', '500', '--out', 'in.csv'], /would write over/u], ['with an unknown option', ['--radius', '500', '--out', 'o.json', '--rank'], /rank/u],
  ];
  it.each(calls)('called %s: says what is missing and why, exit code 2', async (_, more, message) => {
    const { exit, err, written } = await callSteading(words(...more), { [PACK]: pack, 'in.csv': `id,lng,lat\nx,${AT}\n` });
    expect(err).toMatch(message);
    expect(err).toContain('steading screen --pack FILE');
    expect([exit, written.size]).toEqual([2, 0]);
  });

  it('ends every mutated file with an answer for each id or a plain refusal, never a crash or half a file', async () => {
    const good = `id,lng,lat,easting,northing,uprn,postcode\na,${AT},,,,\nb,,,325041,667986,,\nc,,,,,906000000001,EH1 1AD\n"d, e",,,,,,E1 1AA\n`;
    const change = fc.record({ at: fc.nat(good.length), cut: fc.nat(12), put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', '\n', ',', '\0', '\ufeff', '-', '1e999', 'NaN', '=', '\r')) });
    const exits = new Set<number>();
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
      const csv = changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), good);
      const { exit, written, err } = await ask(csv);
      exits.add(exit);
      expect([0, 1]).toContain(exit);
      if (written.size === 0) {
        expect(err).toMatch(/^in\.csv: /mu);
        return;
      }
      const { addresses, notPlaced } = JSON.parse(textOf(written, 'out.json')) as Answers;
      expect(exit).toBe(addresses.length > 0 ? 0 : 1);
      const ids = [...addresses, ...notPlaced].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { position: { lng, lat } } of addresses) expect([lng, lat].every((value) => typeof value === 'number' && Number.isFinite(value))).toBe(true);
    }), { numRuns: 1_500, seed: 20261121 });
    expect([...exits].toSorted()).toEqual([0, 1]);
  }, 60_000);

  it('refuses a pack that is damaged or not there', async () => {
    const damaged = pack.slice();
    damaged[damaged.length - 200] = (damaged[damaged.length - 200] ?? 0) ^ 1;
    for (const files of [{ [PACK]: damaged, 'in.csv': `id,lng,lat\nx,${AT}\n` }, { 'in.csv': `id,lng,lat\nx,${AT}\n` }]) {
      const { exit, written } = await callSteading(words('--radius', '500', '--out', 'o.json'), files);
      expect([exit, written.size]).toEqual([1, 0]);
    }
  });
});

describe('screen as CSV', () => {
  it('has a row for each site, one for each category without a site, and one for each address that was not placed', async () => {
    const { written } = await ask(`id,lng,lat\n=1+1,${AT}\nlost,0,0\n`, 'out.csv');
    const lines = textOf(written, 'out.csv').trimEnd().split('\r\n');
    expect(lines[0]).toBe('id,lng,lat,precisionMetres,positionSource,category,status,coverage,asOf,siteId,members,name,distanceMetres,bearing,certainty,reason,radiusMetres,asOn,packId,training,signedBy');
    expect(lines[1]).toMatch(/^"'=1\+1",-3\.2,55\.9,10,coordinates,parkOrGreenspace,found,none,,park,park,Links,0,,inside,,500,2026-06-15,[0-9a-f]{64},training,not signed$/u);
    expect(lines[2]).toContain(`,school:near,school:near,"'=HYPERLINK(""http://x"")",${String(metresTo(55.902))},0,inside,`);
    expect(lines[3]).toContain(`"Sgoil ""Taobh"", na Pàirce",${String(metresTo(55.90445))},0,uncertain,`);
    const empty = lines.slice(4, -1);
    expect(empty.find((line) => line.includes(',nursery,'))).toContain(',nursery,noneFound,full,2025-01-31,,,,,,,,500,');
    expect(empty.filter((line) => line.includes(',notSearched,none,'))).toHaveLength(19);
    expect(empty).toHaveLength(20);
    expect(lines.at(-1)).toMatch(/^lost,,,,,,notPlaced,,,,,,,,,"?Its longitude and latitude are 0, 0: that is no position\."?,500,/u);
  });

  it.each([['=1', `"'=1"`], ['+44', `"'+44"`], ['-3', `"'-3"`], ['@x', `"'@x"`], [' =1', `"' =1"`], ['\t1', `"'\t1"`], ['＝1', `"'＝1"`], ['a,b', '"a,b"'], ['a"b', '"a""b"'], ['plain', 'plain'], ['', '']])('guards %j as %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('leaves numbers of its own as numbers (negative control)', () => {
    expect([csvCell(-3.2), csvCell(null), csvCell(0)]).toEqual(['-3.2', '', '0']);
  });
});
