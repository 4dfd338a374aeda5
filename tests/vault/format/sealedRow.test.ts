import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/vault/format/canonicalText';
import { openRow, rowAad, sealRow } from '@/vault/format/sealedRow';
import { importVaultKey, sealingKey } from '@/vault/format/vaultKeys';

const PLACE = { vaultId: 'a'.repeat(32), table: 'person', id: 'b'.repeat(32), rev: 3, schema: 1, epoch: 2 };
const vaultKey = (epoch = 2) => importVaultKey(PLACE.vaultId, epoch, new Uint8Array(32).fill(7));

describe('a sealed row', () => {
  it('is bound to format, vault, table, id, revision, schema and epoch, byte for byte', () => {
    expect(rowAad(PLACE)).toBe(`steading row|1|${'a'.repeat(32)}|person|${'b'.repeat(32)}|3|1|2`);
  });

  it('opens in its place and in no other', async () => {
    const key = await sealingKey(await vaultKey(), 'record');
    const row = await sealRow(key, PLACE, '{"x":1}');
    expect(await openRow(key, PLACE, row)).toBe('{"x":1}');
    const moved = [{ vaultId: 'c'.repeat(32) }, { table: 'address' }, { id: 'd'.repeat(32) }, { rev: 4 }, { schema: 2 }, { epoch: 1 }];
    for (const change of moved) expect(await openRow(key, { ...PLACE, ...change }, row)).toBeNull();
  });

  it('opens with the key of its purpose and epoch only', async () => {
    const row = await sealRow(await sealingKey(await vaultKey(), 'record'), PLACE, '1');
    expect(await openRow(await sealingKey(await vaultKey(), 'draft'), PLACE, row)).toBeNull();
    expect(await openRow(await sealingKey(await vaultKey(3), 'record'), PLACE, row)).toBeNull();
  });

  it('never uses an iv twice', async () => {
    const key = await sealingKey(await vaultKey(), 'record');
    const rows = await Promise.all(Array.from({ length: 500 }, () => sealRow(key, PLACE, 'same')));
    expect(new Set(rows.map(({ iv }) => iv.join())).size).toBe(500);
  });

  it('gives keys that cannot be taken out', async () => {
    const key = await vaultKey();
    for (const one of [key.base, await sealingKey(key, 'index')]) {
      expect(one.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', one)).rejects.toThrow();
    }
  });
});

describe('canonical text', () => {
  it('is one text for equal values, and refuses what JSON would lose', () => {
    expect(canonicalText({ b: 1, a: { d: [1, 'é'], c: null } })).toBe('{"a":{"c":null,"d":[1,"é"]},"b":1}');
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1]) expect(() => canonicalText(value)).toThrow(TypeError);
  });
});
