import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { bucketBytes, pad, unpad } from '@/vault/format/padding';

describe('padding', () => {
  it('knows 1 KiB doubling to 64 KiB, then steps of 64 KiB', () => {
    const table = [[1, 1024], [1024, 1024], [1025, 2048], [2049, 4096], [40_000, 65_536], [65_536, 65_536], [65_537, 131_072], [131_073, 196_608]];
    expect(table.map(([needed]) => bucketBytes(needed ?? 0))).toEqual(table.map(([, bucket]) => bucket));
  });

  it('hides the length of what differs: none and 1,000 characters look alike', () => {
    expect(pad('').length).toBe(pad('x'.repeat(1000)).length);
    expect(pad('x'.repeat(1021)).length).toBe(2048);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 3000 })])('gives back any text', (text) => {
    const whole = text.toWellFormed();
    expect(unpad(pad(whole))).toBe(whole);
  });

  it('refuses what is not padded, is padded too much, or ends in something else', () => {
    const padded = pad('text');
    expect(unpad(padded.subarray(0, 100))).toBeNull();
    expect(unpad(new Uint8Array(2))).toBeNull();
    expect(unpad(new Uint8Array([...padded, ...new Uint8Array(1024)]))).toBeNull();
    expect(unpad(padded.map((byte, at) => (at === 1023 ? 1 : byte)))).toBeNull();
  });
});
