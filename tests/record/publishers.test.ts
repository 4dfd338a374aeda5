import { accepted, noPublishers, type PackOrigin, parsePublishers, trustOf } from '@/record';
import { describe, expect, it } from 'vitest';

const BY = { at: '2026-11-21T10:00:00.000Z', officer: 'Morag Sinclair' };
const origin = (fingerprint: string | null, publisher = 'Testshire Council', more: Partial<PackOrigin> = {}): PackOrigin => ({
  packId: 'a', areaName: 'Testshire', councilCode: 'S12000099', signature: fingerprint === null ? null : { publisher, fingerprint }, ...more,
});
const ELSEWHERE = { areaName: 'Othershire', councilCode: 'S12000098' };
const known = accepted(noPublishers, origin('AAAA'), BY);

describe('whether a pack may be used without asking', () => {
  it.each([
    ['the first signed pack', noPublishers, origin('AAAA'), 'first'],
    ['an unsigned pack where none was signed so far', noPublishers, origin(null), 'unsigned'],
    ['a pack signed by a known key', known, origin('AAAA', 'Testshire Council', { packId: 'b' }), 'known'],
    ['a pack of another area signed by a known key', known, origin('AAAA', 'Under another name', ELSEWHERE), 'known'],
    ['the same area signed by another key', known, origin('BBBB', 'Somebody else'), 'otherKey'],
    ['the same area written otherwise, without its code', known, origin('BBBB', 'Somebody else', { areaName: ' TESTSHIRE ', councilCode: null }), 'otherKey'],
    ['the same publisher’s name over another key', known, origin('BBBB', 'testshire  council', ELSEWHERE), 'otherKey'],
    ['a publisher and an area that are new', known, origin('BBBB', 'Othershire Council', ELSEWHERE), 'otherPublisher'],
    ['an unsigned pack after a signed one', known, origin(null), 'unsigned?'],
    ['an unsigned pack of another area after a signed one', known, origin(null, '', ELSEWHERE), 'unsigned?'],
    ['an unsigned pack that was accepted', accepted(known, origin(null), BY), origin(null), 'known'],
    ['an unsigned pack other than the accepted one', accepted(known, origin(null), BY), origin(null, '', { packId: 'b' }), 'unsigned?'],
  ] as const)('%s', (_what, publishers, pack, expected) => {
    const trust = trustOf(publishers, pack);
    const asked = trust.is === 'ask' ? (trust.why === 'unsigned' ? 'unsigned?' : trust.why) : trust.is;
    expect(asked).toBe(expected);
    if (trust.is === 'ask') expect(trust.pins.map(({ fingerprint }) => fingerprint)).toEqual(['AAAA']);
  });

  it('asks about the key that was replaced, should it come back', () => {
    const replaced = accepted(known, origin('BBBB'), BY);
    expect(replaced.pins.map(({ fingerprint }) => fingerprint)).toEqual(['BBBB']);
    expect(trustOf(replaced, origin('AAAA'))).toMatchObject({ is: 'ask', why: 'otherKey' });
  });

  it('keeps a second publisher beside the first, and parses what it wrote', () => {
    const both = accepted(accepted(known, origin('BBBB', 'Othershire Council', ELSEWHERE), BY), origin(null), BY);
    expect(both.pins.map(({ fingerprint, pinnedBy }) => [fingerprint, pinnedBy])).toEqual([['AAAA', 'Morag Sinclair'], ['BBBB', 'Morag Sinclair']]);
    expect(parsePublishers(JSON.parse(JSON.stringify(both)))).toEqual(both);
    expect(() => parsePublishers({ ...both, schema: 2 })).toThrow();
    expect(() => parsePublishers({ ...both, pins: [{}] })).toThrow();
  });
});
