import { Document, Footer, Header, NumberFormat, Packer, PageNumber, PageOrientation, Paragraph, Table, TabStopType, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { RecordDocument } from '../document';
import { blockParts, heading, paragraph, type WordPage, type WordPart, type WordPicture } from './blockParts';
import { runsOf } from './runs';
import { SIZES, stylesOf } from './styles';
import { xmlText } from './xmlText';

/** An average letter of Arial in twips, for each half point of its size. */
const LETTER = 5.4;
/** A4 and margins, in twips: those of the print (pageMargins.ts). */
const A4 = { width: 11_906, height: 16_838 } as const;
const MARGINS = {
  upright: { top: 1021, right: 794, bottom: 1021, left: 794, header: 454, footer: 454 },
  oneSheet: { top: 680, right: 567, bottom: 680, left: 567, header: 284, footer: 284 },
} as const;

/** Parts are headings of the first rank; where a document has none, its sections are. */
function bodyOf({ title, watermark, sections }: RecordDocument, page: WordPage): WordPart[] {
  const hasParts = sections.some(({ part }) => part !== undefined);
  const body: WordPart[] = [
    new Paragraph({ style: 'Title', children: runsOf(title) }),
    paragraph('RecordNote', `An editable copy: the record itself stays in the vault, under ${watermark}. What is changed here is not the record.`),
  ];
  sections.forEach(({ part, heading: words, blocks }, at) => {
    if (part !== undefined && part !== sections[at - 1]?.part) body.push(heading(1, part));
    body.push(heading(hasParts ? 2 : 1, words));
    for (const block of blocks) {
      const parts = blockParts(block, page);
      // Word makes one table of two that touch.
      if (body.at(-1) instanceof Table && parts[0] instanceof Table) body.push(paragraph('AfterTable', ''));
      body.push(...parts);
    }
  });
  return body.at(-1) instanceof Table ? [...body, paragraph('AfterTable', '')] : body;
}

/** On each page: what it is, as at when, its number among all; TRAINING where it is. */
function pageMargins({ reference, watermark, training }: RecordDocument, width: number) {
  const mark = training ? 'TRAINING: fictional' : '';
  const tabs = [{ type: TabStopType.RIGHT, position: width }];
  return {
    headers: { default: new Header({ children: [new Paragraph({ style: 'PageMargin', tabStops: tabs, children: [...runsOf(`${reference}: an editable copy`), new TextRun({ children: ['\t'] }), ...runsOf(mark, { bold: true })] })] }) },
    footers: { default: new Footer({ children: [new Paragraph({ style: 'PageMargin', tabStops: tabs, children: [
      ...runsOf(training ? `${watermark}. ${mark}` : watermark), new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ] })] }) },
  };
}

/** Everything of the library's that tells the hour it was made at is set to `at`, so that the same document gives the same bytes. */
function atThatTime(file: Uint8Array, at: string): Uint8Array {
  const parts = unzipSync(file);
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
  const second = new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');
  parts['docProps/core.xml'] = strToU8(core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${second}`));
  return zipSync(parts, { mtime: at });
}

/**
 * A document as an editable Word file (.docx: ECMA-376, WordprocessingML), A4, in British English, with Word's own headings, lists, header rows and alternative text. Its properties
 * name nobody: title, 'Steading' and `at` (ISO instant). Text is text: nothing in it becomes a field or markup, and what XML cannot hold is shown as U+FFFD. The same document, map
 * and instant give the same bytes.
 */
export async function wordFile(document: RecordDocument, { map, at }: { readonly map: WordPicture | null; readonly at: string }): Promise<Uint8Array<ArrayBuffer>> {
  const shape = document.oneSheet ? 'oneSheet' : 'upright';
  const margin = MARGINS[shape];
  const [across, down] = shape === 'oneSheet' ? [A4.height, A4.width] : [A4.width, A4.height];
  const [width, height] = [across - margin.left - margin.right, down - margin.top - margin.bottom];
  const file = new Document({
    title: xmlText(document.title), creator: 'Steading', lastModifiedBy: 'Steading', description: '', revision: 1,
    styles: stylesOf(shape),
    sections: [{
      properties: { page: { size: { ...A4, orientation: shape === 'oneSheet' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } },
      ...pageMargins(document, width),
      children: bodyOf(document, { width, height, map, letter: SIZES[shape].table * LETTER }),
    }],
  });
  return atThatTime(new Uint8Array(await Packer.toArrayBuffer(file)), at) as Uint8Array<ArrayBuffer>;
}
