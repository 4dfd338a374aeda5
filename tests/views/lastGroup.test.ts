import { describe, expect, it } from 'vitest';
import { isLastGroup, lastGroupOf } from '../../src/views/parts/lastGroup';
import { vaultName } from '../../src/views/parts/vaultName';

const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4T01';

describe('the last group of a recovery code', () => {
  it('is what stands behind the last hyphen', () => {
    expect(lastGroupOf(CODE)).toBe('4T01');
  });

  it.each(['4T01', '4t01', ' 4t01 ', '4T 01', '4TO1', '4toi', '4TOL'])('takes %s', (typed) => {
    expect(isLastGroup(CODE, typed)).toBe(true);
  });

  it.each(['', '4T0', '4T012', 'ABCD', 'YZ23', CODE])('refuses %s', (typed) => {
    expect(isLastGroup(CODE, typed)).toBe(false);
  });
});

describe('the name of a vault', () => {
  it('is its eight letters in two groups', () => {
    expect(vaultName('ABCDEFGH')).toBe('Vault ABCD-EFGH');
  });

  it('leaves a code that is grouped already', () => {
    expect(vaultName('ABCD-EFGH')).toBe('Vault ABCD-EFGH');
  });
});
