import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintWords } from '@/vault/format/fingerprint';
import { WORDS } from '@/vault/format/words';

const ADDRESS = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('the six words of an address', () => {
  it('are the same for ever: a card on the wall still fits', async () => {
    expect(await fingerprintWords(ADDRESS)).toBe('world trumpet hedge bell crisp pelican');
    expect(WORDS.length).toBe(1448);
  });

  it('are six words of the list, and others for another text', async () => {
    await fc.assert(fc.asyncProperty(fc.string(), fc.string(), async (one, other) => {
      const [first, second] = [await fingerprintWords(one), await fingerprintWords(other)];
      expect(first.split(' ')).toHaveLength(6);
      expect(first.split(' ').every((word) => WORDS.includes(word))).toBe(true);
      expect(first === second).toBe(one === other);
    }));
  });

  it('use the whole list, not a part of it', async () => {
    const seen = new Set<string>();
    for (let n = 0; n < 2_500; n += 1) for (const word of (await fingerprintWords(String(n))).split(' ')) seen.add(word);
    expect(seen.size).toBeGreaterThan(WORDS.length - 10);
  });
});
