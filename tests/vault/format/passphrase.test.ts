import { describe, expect, it } from 'vitest';
import { WeakPassphrase } from '@/vault';
import { systemRandom } from '@/vault/format/bytes';
import { checkPassphrase, generatePassphrase } from '@/vault/format/passphrase';
import { WORDS } from '@/vault/format/words';

describe('the passphrase rule', () => {
  it('asks for 15 characters, counted as people see them', () => {
    expect(() => { checkPassphrase('fourteen chars'); }).toThrow(WeakPassphrase);
    expect(() => { checkPassphrase('fifteen charact'); }).not.toThrow();
    // 14 letters, one of them typed as two code points: still 14.
    expect(() => { checkPassphrase('fourt\u0065\u0301en chars'); }).toThrow(/at least 15 characters/u);
    expect(() => { checkPassphrase('🔑'.repeat(8)); }).toThrow(WeakPassphrase);
  });

  it('is kept by every generated one', () => {
    for (let at = 0; at < 200; at += 1) {
      const made = generatePassphrase(systemRandom);
      expect(made.split('-').every((word) => WORDS.includes(word))).toBe(true);
      expect(() => { checkPassphrase(made); }).not.toThrow();
    }
  });

  it('draws evenly: what would favour the first words is drawn again', () => {
    const drawn = [0xffff_ffff, 1, 2, 3, 4];
    const random = () => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, drawn.shift() ?? 0);
      return bytes;
    };
    expect(generatePassphrase(random)).toBe([1, 2, 3, 4].map((at) => WORDS[at]).join('-'));
  });
});

describe('the words', () => {
  it('are enough, plain, and each there once', () => {
    expect(WORDS.length).toBeGreaterThanOrEqual(1024);
    expect(new Set(WORDS).size).toBe(WORDS.length);
    expect(WORDS.filter((word) => !/^[a-z]{4,8}$/u.test(word))).toEqual([]);
  });
});
