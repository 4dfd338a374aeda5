import { crc32 } from '@/geo/sources/crc32';
import { SourceError } from '@/geo/sources';
import { unpackGzip, unpackZip } from '@/geo/sources/sourceFile';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const TEXT = strToU8('PC,EA,NO\n'.concat('"ZX1 1AA",325000,673000\n'.repeat(200)));
const flipped = (bytes: Uint8Array, at: number) => { const copy = bytes.slice(); copy[at] = (copy[at] ?? 0) ^ 1; return copy; };
/** Stored, not packed: a flipped letter is a letter still, and nothing but the sum can tell. */
const zip = zipSync({ 'Data/ab.csv': [TEXT, { level: 0 }], 'Doc/ü.txt': [strToU8('more'), { level: 0 }] });
const inText = 40 + 'Data/ab.csv'.length;

describe('a packed file that was damaged on the way', () => {
  it('is told by the sum of a zip, by the name of the part', () => {
    const unpack = (bytes: Uint8Array) => unpackZip({ name: 'codepo.zip', bytes }, () => true);
    expect(unpack(zip).map(({ bytes }) => bytes.byteLength)).toEqual([TEXT.byteLength, 4]);
    expect(() => unpack(flipped(zip, inText))).toThrow(/codepo\.zip: has a file that is damaged \(Data\/ab\.csv\)\. Download it again/u);
    expect(unpackZip({ name: 'codepo.zip', bytes: flipped(zip, inText) }, (path) => path.startsWith('Doc/')), 'a part that is not asked for is not looked at').toHaveLength(1);
  });

  it('is told by the sum of a gzip, also where it still unpacks to the same length', () => {
    const gzip = gzipSync(TEXT, { level: 0 });
    expect(unpackGzip({ name: 'a.gz', bytes: gzip }).bytes).toEqual(TEXT);
    expect(() => unpackGzip({ name: 'a.gz', bytes: flipped(gzip, gzip.length - 60) })).toThrow(SourceError);
    const two = new Uint8Array([...gzip, ...gzipSync(strToU8('more'))]);
    expect(unpackGzip({ name: 'a.gz', bytes: two }).bytes.byteLength).toBe(TEXT.byteLength + 4);
  });

  it.each([['123456789', 0xcbf43926], ['', 0]])('the sum of %j is that of the standard', (text, sum) => {
    expect(crc32(strToU8(text))).toBe(sum);
    expect(crc32(strToU8(text.slice(4)), crc32(strToU8(text.slice(0, 4))))).toBe(sum);
  });
});
