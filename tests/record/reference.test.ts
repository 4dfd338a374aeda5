import { newReference } from '@/record';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';

describe('newReference', () => {
  it('prints as ST-7F3K-2M does, without vowels or letters that are taken for digits', () => {
    for (let count = 0; count < 500; count += 1) expect(newReference(randomBytes)).toMatch(/^ST-[2-9B-DF-HJKMNP-TV-XZ]{4}-[2-9B-DF-HJKMNP-TV-XZ]{2}$/);
  });

  it('makes no letter likelier: the top bytes, which would, are drawn again', () => {
    const draws = [Uint8Array.of(243, 255, 250, 0, 1, 2), Uint8Array.of(242, 27, 26, 9, 9, 9)];
    expect(newReference(() => draws.shift() ?? new Uint8Array(6))).toBe(`ST-${ALPHABET.slice(0, 3)}Z-2Z`);
  });

  it('draws again where the reference is taken', () => {
    const draws = [new Uint8Array(6), new Uint8Array(6).fill(1)];
    expect(newReference(() => draws.shift() ?? new Uint8Array(6), { isTaken: (reference) => reference === 'ST-2222-22' })).toBe('ST-3333-33');
  });

  it('says by its beginning what it numbers', () => {
    expect(newReference(() => new Uint8Array(6), { prefix: 'DC' })).toBe('DC-2222-22');
  });

  it('stops with a reason where the device gives no random bytes', () => {
    expect(() => newReference((length) => new Uint8Array(length).fill(255))).toThrow(/no usable random bytes/);
    expect(() => newReference((length) => new Uint8Array(length), { isTaken: () => true })).toThrow(/no usable random bytes/);
  });
});
