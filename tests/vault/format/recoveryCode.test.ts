import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32 } from '@/vault/format/base32';
import { printRecoveryCode, readRecoveryCode } from '@/vault/format/recoveryCode';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));

describe('base 32', () => {
  it('is Crockford’s', () => {
    expect(toBase32(Uint8Array.from([0xff, 0, 0xff, 0, 0xff]))).toBe('ZW0FY07Z');
    expect(fromBase32('zw0f-yo7z', 5)).toEqual(Uint8Array.from([0xff, 0, 0xff, 0, 0xff]));
  });

  it('refuses other characters, other lengths and fill bits', () => {
    expect(fromBase32('ZU0FY07Z', 5)).toBeNull();
    expect(fromBase32('ZW0FY07', 5)).toBeNull();
    expect(fromBase32('ZZ', 1)).toBeNull();
  });
});

describe('the recovery code', () => {
  test.prop([sixteen], { numRuns: 50 })('is read back as printed, and as people type it', async (code) => {
    const printed = await printRecoveryCode(code);
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
    const typed = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'i');
    expect(await readRecoveryCode(printed)).toEqual(code);
    expect(await readRecoveryCode(` ${typed}\n`)).toEqual(code);
  });

  it('shows nearly every single wrong character by its check characters', async () => {
    const printed = await printRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 7));
    let missed = 0;
    const places = Array.from(printed.matchAll(/[^-]/gu), ({ index }) => index);
    for (const place of places) {
      for (const wrong of '23456789ABCDEFGH') {
        const typed = printed.slice(0, place) + wrong + printed.slice(place + 1);
        if (typed !== printed && (await readRecoveryCode(typed)) !== null) missed += 1;
      }
    }
    expect(missed).toBeLessThanOrEqual(4);
  });

  it('is no code where a piece is missing or more was typed', async () => {
    const printed = await printRecoveryCode(new Uint8Array(16));
    expect(await readRecoveryCode(printed.slice(0, -1))).toBeNull();
    expect(await readRecoveryCode(`${printed}0`)).toBeNull();
    expect(await readRecoveryCode('')).toBeNull();
  });
});
