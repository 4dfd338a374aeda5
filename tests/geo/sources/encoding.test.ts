import { textOf } from '@/geo/sources/encoding';
import { unpackGzip, unpackZip } from '@/geo/sources/sourceFile';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { diskFile, textFile } from './sourceFiles';
import { needsSharedData, sharedData } from '../../cli/sharedData';

const bytes = (...codes: number[]) => Uint8Array.from(codes);

describe('text of a source file', () => {
  it('reads UTF-8, and takes a byte order mark off', () => {
    expect(textOf(textFile('a', 'Taigh na Coille, Àirigh'))).toBe('Taigh na Coille, Àirigh');
    expect(textOf(textFile('a', bytes(0xef, 0xbb, 0xbf, 0x41)))).toBe('A');
  });

  it('reads Windows-1252 where the bytes are no UTF-8', () => {
    expect(textOf(textFile('a', bytes(0x43, 0x61, 0x66, 0xe9, 0x92, 0x73)))).toBe('Café’s');
  });

  it('unpacks gzip, whatever the name', () => {
    expect(textOf(textFile('a.csv', gzipSync(new TextEncoder().encode('x,y'))))).toBe('x,y');
  });

  it('stops gzip and zip that unpack to more than the limit, and lets the same through within it', () => {
    const million = new Uint8Array(1_000_000);
    const gzip = textFile('bomb.gz', gzipSync(million));
    expect(gzip.bytes.byteLength).toBeLessThan(5000);
    expect(() => unpackGzip(gzip, 900_000)).toThrow(/bomb\.gz: unpacks to more than 1 MiB/u);
    expect(unpackGzip(gzip, 1_000_000).bytes.byteLength).toBe(1_000_000);
    const zip = textFile('bomb.zip', zipSync({ 'a.csv': million }));
    expect(() => unpackZip(zip, () => true, 900_000)).toThrow(/unpacks to more than/u);
    expect(unpackZip(zip, () => true, 1_000_000)).toHaveLength(1);
  });

  it('refuses gzip that is cut short', () => {
    const whole = gzipSync(new TextEncoder().encode('a,b\n'.repeat(5000)));
    expect(() => textOf(textFile('cut.gz', whole.subarray(0, whole.byteLength - 20)))).toThrow(/cut short/u);
    // Of real text, any cut: half a list must not pass for the whole of it.
    const list = gzipSync(new TextEncoder().encode(Array.from({ length: 400 }, (_, i) => `${String(i * 7919)},Place ${String(i)}\n`).join('')));
    expect(textOf(textFile('whole.gz', list)).split('\n')).toHaveLength(401);
    for (let length = 2; length < list.byteLength; length += 1) expect(() => textOf(textFile('cut.gz', list.subarray(0, length)))).toThrow(/cut short/u);
  });

  it('reads gzip of several members as one text', () => {
    const [one, two] = ['a,b\n', 'c,d\n'.repeat(30_000)].map((text) => gzipSync(new TextEncoder().encode(text)));
    expect(textOf(textFile('two.gz', Uint8Array.from([...(one ?? []), ...(two ?? [])])))).toBe(`a,b\n${'c,d\n'.repeat(30_000)}`);
  });

  const sample = sharedData('care-inspectorate-2026-05/sample_200_rows_windows1252.csv');
  it.skipIf(!sample)(`reads the register's own encoding ${needsSharedData}`, () => {
    const text = textOf(diskFile(sample));
    expect(text).not.toContain('\uFFFD');
    // Bytes 0x80 to 0x9f are letters and marks in Windows-1252, control characters in Latin-1.
    expect([...text].filter((letter) => letter >= '\u0080' && letter <= '\u009f')).toEqual([]);
    expect([...text].some((letter) => letter > '\u007f')).toBe(true);
  });
});
