import type { Block, RecordDocument } from '@/report';
import { wordFile } from '@/report/word';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { printed } from './request';
import { AT, faultOf, paragraphsIn, partsIn, wordParts } from './wordParts';

const BLOCKS: readonly Block[] = [
  { kind: 'facts', rows: [{ label: 'Reference', value: 'ST-1' }, { label: 'Registered', value: 'Yes', statement: 'fact' }] },
  { kind: 'facts', rows: [{ label: 'Printed', value: 'Now' }] },
  { kind: 'text', heading: 'Rationale', statement: 'assessment', text: 'First line.\nSecond line.' },
  { kind: 'table', caption: 'Sites', columns: ['No.', 'Name'], rows: [['1', 'Linnhead Primary'], ['2', 'Linnhead Academy']] },
  { kind: 'list', items: ['One limit', 'Another limit'] },
  { kind: 'note', text: 'Accurate at the time it was undertaken.' },
  { kind: 'map' },
];
const document = (blocks: readonly Block[] = BLOCKS, rest: Partial<RecordDocument> = {}): RecordDocument => ({ title: 'A record', reference: 'ST-1', watermark: 'ST-1, as at today, log K7QX2M9P', training: false, sections: [{ id: 'one', heading: 'First section', blocks }], ...rest });
const saying = (words: string) => document([{ kind: 'note', text: words }, { kind: 'list', items: ['an item'] }]);
const bodyOf = async (...given: Parameters<typeof wordParts>) => (await wordParts(...given))['word/document.xml'] ?? '';
const styleOf = (xml: string, words: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].find(([one]) => one.includes(words))?.[0].match(/<w:pStyle w:val="(\w+)"/u)?.[1];
const PNG = { png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47), width: 1320, height: 1120, alt: 'Map with & numbers', beside: '2 of 9 numbered sites lie outside' };

describe('a Word file', () => {
  it('says every kind of block, in reading order', async () => {
    expect(paragraphsIn(await bodyOf(document()))).toEqual([
      'A record', 'An editable copy: the record itself stays in the vault, under ST-1, as at today, log K7QX2M9P. What is changed here is not the record.', 'First section',
      'Reference', 'ST-1', 'Registered', 'Yes', 'Fact', 'Printed', 'Now', 'Rationale', 'First line.\nSecond line.', 'Professional assessment',
      'Sites', 'No.', 'Name', '1', 'Linnhead Primary', '2', 'Linnhead Academy', 'One limit', 'Another limit', 'Accurate at the time it was undertaken.',
      'No map in this copy: no area pack was loaded, or the map could not be drawn. The table has every site.',
    ]);
  });

  it('holds each word of a whole record, and none that its document has not', async () => {
    const record = printed(CONDUCTED);
    const of = (block: Block): readonly string[] => {
      switch (block.kind) {
        case 'facts': return block.rows.flatMap(({ label, value, statement }) => [label, value, ...(statement === undefined ? [] : [{ fact: 'Fact', assessment: 'Professional assessment', reported: 'Reported by somebody else' }[statement]])]);
        case 'text': return [block.heading ?? '', block.text, block.statement === undefined ? '' : { fact: 'Fact', assessment: 'Professional assessment', reported: 'Reported by somebody else' }[block.statement]];
        case 'table': return [block.caption, ...block.columns, ...block.rows.flat()];
        case 'list': return block.items;
        case 'note': return [block.text];
        case 'map': return ['No map in this copy: no area pack was loaded, or the map could not be drawn. The table has every site.'];
      }
    };
    const said = record.sections.flatMap(({ part, heading, blocks }, at) => [part === record.sections[at - 1]?.part ? '' : part ?? '', heading, ...blocks.flatMap(of)]).filter((words) => words !== '');
    expect(said.length).toBeGreaterThan(300);
    expect(paragraphsIn(await bodyOf(record)).slice(2)).toEqual(said);
  });

  it.each([['with parts', 'Part A', 'Heading2'], ['without', undefined, 'Heading1']] as const)('has headings that Word knows: %s', async (_, part, rank) => {
    const sections = ['one', 'two', 'three'].map((id) => ({ id, heading: `Section ${id}`, blocks: [], ...(part !== undefined && { part: id === 'three' ? 'Part B' : part }) }));
    const xml = await bodyOf(document([], { sections }));
    expect(styleOf(xml, 'A record')).toBe('Title');
    expect(sections.map(({ heading }) => styleOf(xml, heading))).toEqual([rank, rank, rank]);
    expect(paragraphsIn(xml).filter((words) => words.startsWith('Part'))).toEqual(part === undefined ? [] : ['Part A', 'Part B']);
    if (part !== undefined) expect(styleOf(xml, 'Part B')).toBe('Heading1');
  });

  it('repeats the header row of a table on each page, splits no row, and lists as a list', async () => {
    const xml = await bodyOf(document());
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table);
    expect(tables.map((table) => table.match(/<w:tblHeader\/>/gu)?.length ?? 0), 'facts have none, a table one').toEqual([0, 0, 1]);
    expect(tables[2]?.slice(0, tables[2].indexOf('</w:tr>'))).toContain('<w:tblHeader/>');
    for (const table of tables) expect(table.match(/<w:cantSplit\/>/gu)).toHaveLength(table.match(/<w:tr>/gu)?.length ?? -1);
    expect(tables.map((table) => table.match(/<w:gridCol /gu)?.length)).toEqual([3, 2, 2]);
    expect(xml, 'two tables that touch would be one').not.toContain('</w:tbl><w:tbl>');
    expect(xml.match(/<w:numPr>/gu)).toHaveLength(2);
    expect(styleOf(xml, 'Sites')).toBe('Caption');
  });

  it('says on each page what it is, and that it is for training where it is', async () => {
    for (const training of [true, false]) {
      const parts = await wordParts(document(BLOCKS, { training }));
      const [header = '', footer = ''] = [parts['word/header1.xml'], parts['word/footer1.xml']];
      expect(footer).toContain('ST-1, as at today, log K7QX2M9P');
      expect([...footer.matchAll(/<w:instrText[^>]*>(\w+)</gu)].map(([, field]) => field)).toEqual(['PAGE', 'NUMPAGES']);
      expect([header, footer].map((one) => one.includes('TRAINING: fictional'))).toEqual([training, training]);
    }
  });

  it('places the map with its words, as wide as the text', async () => {
    const parts = await wordParts(document(), PNG);
    const xml = parts['word/document.xml'] ?? '';
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(xml).toContain('descr="Map with &amp; numbers"');
    const [, across = '0', down = '0'] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(xml) ?? [];
    expect(Number(across) / 36_000, 'millimetres').toBeCloseTo(182, 0);
    expect(Number(across) / Number(down)).toBeCloseTo(1320 / 1120, 2);
    expect(paragraphsIn(xml).at(-1)).toBe(PNG.beside);
    expect(xml).not.toContain('No map in this copy');
  });

  it('is A4, upright or across, in British English', async () => {
    const size = async (rest: Partial<RecordDocument>) => /<w:pgSz [^>]*>/u.exec(await bodyOf(document(BLOCKS, rest), PNG))?.[0];
    expect(await size({})).toBe('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(await size({ oneSheet: true })).toBe('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect((await wordParts(document()))['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
  });

  it('has properties that name nobody', async () => {
    const parts = await wordParts(printed(CONDUCTED));
    const core = [...(parts['docProps/core.xml'] ?? '').matchAll(/<(?:\w+):(\w+)(?: [^>]*)?>([^<]+)</gu)].map(([, name, value]) => [name, value]);
    expect(core).toEqual([['title', 'Environmental Risk Assessment: record'], ['creator', 'Steading'], ['lastModifiedBy', 'Steading'], ['revision', '1'], ['created', '2026-03-20T10:00:00Z'], ['modified', '2026-03-20T10:00:00Z']]);
    const elsewhere = Object.entries(parts).filter(([name]) => !/word\/(?:document|header1|footer1)\.xml$/u.test(name)).map(([, text]) => text).join('\n');
    for (const of of ['Bell', 'Linn', 'V-1002', 'ZZ1', 'ST-7F3K-2M']) expect(elsewhere).not.toContain(of);
  });

  it('is the same, byte for byte, for the same record and moment', async () => {
    const [one, other] = [await wordFile(document(), { map: PNG, at: AT }), await wordFile(document(), { map: PNG, at: AT })];
    expect(one).toEqual(other);
    expect(await wordFile(document(), { map: PNG, at: '2026-03-21T10:00:00.000Z' })).not.toEqual(one);
  });
});

describe('hostile words', () => {
  it.each([
    ['markup', '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "c:\\x"</w:instrText>', null], ['entities', '&amp; & &#0; &xxe;', null], ['a field', '{ DDEAUTO c:\\\\cmd.exe }', null],
    ['the library’s own mark', 'see {default-bullet-numbering-0} and {image1.png}', null], ['control characters', 'a\u0000b\u0007c\u001Bd', 'a\uFFFDb\uFFFDc\uFFFDd'], ['halves of a pair', 'x\uD800y\uDC00z', 'x\uFFFDy\uFFFDz'],
    ['no characters', 'x\uFFFEy\uFFFF', 'x\uFFFDy\uFFFD'], ['directions', '\u202Eabc\u2066def\u200F', null], ['a pair', '👩🏽‍🦽 𝔘', null], ['line ends', 'a\r\nb\rc', 'a\nb\nc'], ['tabs and blanks', '  a\tb  ', null], ['a CDATA end', ']]>', null],
  ])('stand as they were typed, or marked where no XML can hold them: %s', async (_, words, shown) => {
    const parts = await wordParts(saying(words));
    for (const [name, text] of Object.entries(parts)) expect(faultOf(text), name).toBeNull();
    const xml = parts['word/document.xml'] ?? '';
    expect(paragraphsIn(xml).at(-2)).toBe(shown ?? words);
    expect(xml).not.toMatch(/<w:(?:instrText|fldSimple|hyperlink|object)/u);
  });

  it('never break the file, wherever they stand', async () => {
    const nasty = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '{', '}', '\u0001', '\uD83D', '\uDE00', '\uFFFF', '\n', '\r', ' ', 'a', ']]>', '</w:p>', '&lt;', 'default-bullet-numbering-0'), maxLength: 12 });
    await fc.assert(fc.asyncProperty(nasty, nasty, async (a, b) => {
      const blocks: readonly Block[] = [
        { kind: 'facts', rows: [{ label: a, value: b, statement: 'reported' }] }, { kind: 'text', heading: a, text: b }, { kind: 'table', caption: a, columns: [b, a], rows: [[a, b]] }, { kind: 'list', items: [a] }, { kind: 'note', text: b }, { kind: 'map' },
      ];
      const file = await wordFile(document([], { title: a, reference: b, watermark: a, sections: [{ id: 'x', heading: a, part: b, blocks }] }), { map: { ...PNG, alt: a, beside: b }, at: AT });
      for (const [name, text] of Object.entries(partsIn(file))) if (!name.startsWith('word/media/')) expect(faultOf(text), name).toBeNull();
    }), { numRuns: 40 });
  });

  it('negative control: a broken part is told', () => {
    for (const broken of ['<a>&</a>', '<a>\u0001</a>', '<a><b></a></b>', '<a>', '<a>]]></a>']) expect(faultOf(broken)).not.toBeNull();
    expect(faultOf('<?xml version="1.0"?><a b="c"><d/>&amp;</a>')).toBeNull();
  });
});
