import { placeByUprn, readUprns } from '@/geo/sources';
import { lngLatToGrid } from '@/geo';
import { gzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';

const HEAD = 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE';
const box = { west: -3.3, south: 55.9, east: -3.1, north: 56 };
const row = (uprn: string, lat: string, lng: string, grid = ',') => `${uprn},${grid},${lat},${lng}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const read = (bytes: Uint8Array | string, { size = 7, most = 100 } = {}) => readUprns('u.csv', inPieces(typeof bytes === 'string' ? utf8(bytes) : bytes, size), { box, most });
const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\r\n');

describe('OS Open UPRN', () => {
  const good = row('00118183036', '55.95', '-3.19');

  it('keeps the points of the area, wherever the pieces of the file end', async () => {
    const text = file(good, row('2', '55.951', '-3.2'), row('3', '57', '-3.2'), row('4', '51.5', '-0.1'));
    for (const size of [1, 7, 64, 10_000]) {
      for (const bytes of [utf8(text), gzipSync(utf8(text))]) {
        const { points, read: count, dropped } = await read(bytes, { size });
        expect([...points]).toEqual([['118183036', { lng: -3.19, lat: 55.95 }], ['2', { lng: -3.2, lat: 55.951 }]]);
        expect([count, dropped.rows()]).toEqual([4, [{ reason: 'Outside the area and its margin', count: 2 }]]);
      }
    }
  });

  it('reads columns in any order, with a byte order mark, and without an end of line at the end', async () => {
    expect([...(await read('\ufefflongitude,"latitude",UPRN\n-3.19,55.95,"7"')).points.keys()]).toEqual(['7']);
  });

  it('drops what is no place of its own, with the reason', async () => {
    const { eastings, northings } = lngLatToGrid({ lng: -3.19, lat: 55.95 });
    const bad = [
      [row('x', '55.95', '-3.19'), 'Not a UPRN'], [row('0', '55.95', '-3.19'), 'Not a UPRN'], [row('1234567890123', '55.95', '-3.19'), 'Not a UPRN'], [row('2', '', ''), 'No location'],
      [row('2', '0', '0'), 'Coordinates are 0, 0'], [row('2', '-3.19', '55.95'), 'Latitude and longitude are swapped in this row'], [row('118183036', '55.95', '-3.19'), 'Listed twice'],
      [row('2', '55.95', '-3.19', `${String(eastings + 100)},${String(northings)}`), 'Its grid reference and its degrees are different places'],
    ] as const;
    for (const [line, reason] of bad) expect((await read(file(good, line))).dropped.rows()).toEqual([{ reason, count: 1 }]);
    expect((await read(file(row('2', '55.95', '-3.19', `${String(eastings + 4)},${String(northings)}`)))).points.size).toBe(1);
  });

  const matrix: readonly (readonly [name: string, bytes: Uint8Array | string, message: RegExp])[] = [
    ['an empty file', '', /is empty/u],
    ['a header alone', HEAD, /has no rows/u],
    ['missing columns', 'UPRN,X,Y\n1,2,3\n', /no column LATITUDE, LONGITUDE\. It has: UPRN, X, Y/u],
    ['swapped columns', file(row('1', '-3.19', '55.95'), row('2', '-3.19', '55.95'), good), /latitude and longitude swapped/u],
    ['London alone', file(row('1', '51.5', '-0.1')), /none of its 1 UPRNs lies in the area/u],
    ['0, 0 alone', file(row('1', '0', '0')), /none of its 1 UPRNs.*Coordinates are 0, 0: 1/u],
    ['a row that is cut', file(good, '12,3'), /row 3 has 2 columns instead of 5/u],
    ['more than the pack bears', file(...Array.from({ length: 101 }, (_, i) => row(String(i + 1), '55.95', '-3.19'))), /more than 100 UPRNs in the area.*smaller area with --bbox.*your own stock/u],
    ['a zip', zipSync({ 'u.csv': utf8(file(good)) }), /is a zip\. Unpack it/u],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x55, 0), /UTF-16/u],
    ['binary', Uint8Array.of(1, 2, 0, 3), /is not text/u],
    ['damaged gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 99, 99, 99), /is gzip, but (?:damaged|cut short)/u],
    ['gzip that is cut short', gzipSync(utf8(file(good))).subarray(0, 40), /is gzip, but damaged or cut short/u],
    ['a row without end', `${HEAD}\n${'9'.repeat(200_000)}`, /more than 100,000 letters/u],
  ];
  it.each(matrix)('refuses %s', async (_, bytes, message) => {
    await expect(read(bytes, { size: 10_000 })).rejects.toThrow(message);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(readUprns('u', inPieces(utf8(file(good)), 9), { box, signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('puts addresses on their UPRN, and makes the other UPRNs findable', async () => {
    const uprns = await read(file(good, row('2', '55.951', '-3.2')));
    const address = { uprn: '0118183036', text: '1 Road', flat: '', postcode: 'EH1 1AA', point: { lng: -3.18, lat: 55.94 } };
    const stranger = { ...address, uprn: '' };
    expect(placeByUprn([address, stranger], uprns)).toEqual([
      { ...address, point: { lng: -3.19, lat: 55.95 } }, stranger, { uprn: '2', text: '', flat: '', postcode: '', point: { lng: -3.2, lat: 55.951 } },
    ]);
  });

  const real = sharedData('uprn-sample-from-schools/osopenuprn_format_scottish_schools.csv');
  it.skipIf(!real)(`reads the real sample: 2,410 UPRNs of Scotland, their two positions alike ${needsSharedData}`, async () => {
    const all = await readUprns('u', inPieces(new Uint8Array(readFileSync(real ?? '')), 65_536), { box: { west: -9, south: 54, east: 0, north: 61 } });
    expect([all.read, all.points.size, all.dropped.rows()]).toEqual([2410, 2410, []]);
    expect(all.points.get('118183036')).toEqual({ lng: -3.9926291, lat: 55.7973766 });
  });
});
