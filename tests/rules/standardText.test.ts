import { canonicalText, standardIdOf, type StandardText } from '@/rules/standardText';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anyProtocol } from './protocolFixture';
import { TEXT } from './standardFixture';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const idOf = (text: StandardText) => standardIdOf(text, sha256);

/** The same value with the keys of every object the other way round. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)])) as T;
}

/** Every text that differs from the given one in a single word, number or truth. */
function changedOnce(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => changedOnce(inner).map((changed) => value.with(index, changed)));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => changedOnce(inner).map((changed) => ({ ...value, [key]: changed })));
  return [typeof value === 'number' ? value + 1 : `${value} `];
}

describe('the address of a standard by its content', () => {
  it('is the hash of its canonical text in UTF-8', () => {
    expect(idOf(TEXT)).toBe(createHash('sha256').update(canonicalText(TEXT), 'utf8').digest('hex'));
    expect(standardIdOf(TEXT, (bytes) => new TextDecoder().decode(bytes))).toBe(canonicalText(TEXT));
  });

  it('does not know the order of keys', () => {
    expect(JSON.stringify(turned(TEXT))).not.toBe(JSON.stringify(TEXT));
    expect(idOf(turned(TEXT))).toBe(idOf(TEXT));
  });

  it('is the same after a JSON round trip, whatever the protocol', () => {
    expect(idOf(JSON.parse(JSON.stringify(TEXT)) as StandardText)).toBe(idOf(TEXT));
    fc.assert(fc.property(anyProtocol, (protocol) => idOf(JSON.parse(JSON.stringify({ ...TEXT, protocol })) as StandardText) === idOf({ ...TEXT, protocol })));
  });

  it('is another for any changed word', () => {
    const texts = changedOnce(TEXT) as readonly StandardText[];
    expect(texts.length).toBeGreaterThan(80);
    expect(new Set([TEXT, ...texts].map(idOf)).size).toBe(texts.length + 1);
  });

  it('is another for another order of what is asked', () => {
    expect(idOf({ ...TEXT, sections: TEXT.sections.toReversed() })).not.toBe(idOf(TEXT));
  });
});

describe('canonical text', () => {
  it('sorts keys, keeps lists and has no spaces (RFC 8785)', () => {
    expect(canonicalText({ b: [2, 1], a: { d: null, c: 'é' }, e: 1e21 })).toBe('{"a":{"c":"é","d":null},"b":[2,1],"e":1e+21}');
  });

  it('throws where JSON cannot hold the value', () => {
    expect(() => canonicalText(undefined)).toThrow(new TypeError('There is no value to write.'));
    expect(() => canonicalText({ days: NaN })).toThrow('NaN is not allowed');
    expect(() => canonicalText('\ud83c')).toThrow('Lone surrogate is not allowed');
  });
});
