import { frozenIn, packed, readingOf, requestIn, signOffText, unpacked } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANARIES, canariesIn } from './handOver/canaries';

const DOCUMENT = { title: 'A record', reference: 'ST-7F3K-2M', watermark: 'ST-7F3K-2M, as at noon', training: false, sections: [{ id: 'header', heading: 'About', blocks: [{ kind: 'note', text: 'Said.' }] }] };
const asked = (document: string, leftOpen: readonly string[] = []) => requestIn([{ name: 'request', value: { text: JSON.stringify(['steading sign-off', 1, 'ST-7F3K-2M', leftOpen, document]) } }]);

describe('a reading for signing', () => {
  it('holds nothing of nearby households or of what the police alone answer, of a record that says something else in each of its fields', () => {
    const all = canariesIn(CANARIES).filter((path) => path.startsWith('assessment.'));
    const apart = /^assessment\.(?:neighbours|othersOfConcern|signed)(?:\.|$)/u;
    const left = canariesIn({ assessment: readingOf(CANARIES.assessment) });
    expect(all.filter((path) => apart.test(path)).length).toBeGreaterThan(10);
    expect(left.filter((path) => /^assessment\.(?:neighbours|othersOfConcern)/u.test(path))).toEqual([]);
    expect(all.filter((path) => !apart.test(path)).filter((path) => !left.includes(path))).toEqual([]);
  });

  it('comes back from the record to the byte, whatever its words are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const text = JSON.stringify({ ...DOCUMENT, title: words });
      expect(unpacked(packed(text))).toBe(text);
      expect(frozenIn(unpacked(packed(text)))?.title).toBe(words);
    }));
  });

  it('is no reading once it is damaged', () => {
    expect(unpacked('AAAA')).toBe('');
    expect(unpacked('no base64')).toBe('');
  });
});

describe('a record that another team asks to sign', () => {
  it('is shown whole, with the findings that are left open', () => {
    expect(asked(JSON.stringify(DOCUMENT), ['A school.'])).toMatchObject({ reference: 'ST-7F3K-2M', signOff: { leftOpen: ['A school.'], document: DOCUMENT } });
    expect(asked(JSON.stringify(DOCUMENT))?.text).toBe(signOffText(DOCUMENT, { document: packed(JSON.stringify(DOCUMENT)), leftOpen: [] }));
  });

  it.each<[string, string]>([
    ['a field that no screen shows', JSON.stringify({ ...DOCUMENT, small: 'print' })],
    ['a block that no screen shows', JSON.stringify({ ...DOCUMENT, sections: [{ id: 'a', heading: 'A', blocks: [{ kind: 'hidden', text: 'x' }] }] })],
    ['a field given twice', JSON.stringify(DOCUMENT).replace('{"title"', '{"title":"Another","title"')],
    ['spaces that the signature would cover and nobody sees', JSON.stringify(DOCUMENT, null, 1)],
    ['no document', 'a text'],
  ])('is refused with %s', (_, document) => {
    expect(asked(document)).toBeNull();
  });
});
