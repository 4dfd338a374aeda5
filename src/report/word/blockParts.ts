import { AlignmentType, BorderStyle, HeadingLevel, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block } from '../document';
import { statementName } from '../words';
import { columnWidths } from './columnWidths';
import { runsOf } from './runs';
import { xmlText } from './xmlText';

/** A picture as it is placed: a PNG, its size in pixels, what it shows, in words, and what is said beside it ('': nothing). */
export interface WordPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly beside: string;
}

/** What the blocks stand on. `width` and `height` of the text, and the width of an average `letter` in a table: twips. `map` null: none could be drawn. */
export interface WordPage {
  readonly width: number;
  readonly height: number;
  readonly letter: number;
  readonly map: WordPicture | null;
}

export type WordPart = Paragraph | Table;

const NO_MAP = 'No map in this copy: no area pack was loaded, or the map could not be drawn. The table has every site.';
/** 1,440 twips to the inch; the library places pictures by 96 pixels to it. */
const TWIPS_A_PIXEL = 15;
/** Of the text's height: heading and caption stay on its page. */
const TALLEST = 0.8;
const CELL = { top: 30, bottom: 30, left: 60, right: 60 } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export const paragraph = (style: string, words: string): Paragraph => new Paragraph({ style, children: runsOf(words) });

/** How a table looks. `head` null: it has no header row, and its first column says what the others are of. */
interface Look {
  readonly head: readonly string[] | null;
  readonly style: 'TableWords' | 'FactWords';
}

/** A row is never split over two pages; a header row stands on each. */
function tableRow(cells: readonly string[], widths: readonly number[], style: string, bold: 'all' | 'first' | 'none'): TableRow {
  const isHead = bold === 'all';
  return new TableRow({
    cantSplit: true, ...(isHead && { tableHeader: true }),
    children: widths.map((width, at) => new TableCell({
      width: { size: width, type: WidthType.DXA }, ...(isHead && { shading: { fill: 'EBEBEB' } }),
      children: [new Paragraph({ style, ...(isHead && { keepNext: true }), children: runsOf(cells[at] ?? '', isHead || (bold === 'first' && at === 0) ? { bold: true } : {}) })],
    })),
  });
}

function tableOf(rows: readonly (readonly string[])[], widths: readonly number[], { head, style }: Look): Table {
  const upright = head === null ? NONE : LINE;
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: widths, margins: CELL,
    tableLook: { firstRow: head !== null, firstColumn: head === null, noHBand: true, noVBand: true },
    borders: { top: LINE, bottom: LINE, left: upright, right: upright, insideHorizontal: LINE, insideVertical: upright },
    rows: [...(head === null ? [] : [tableRow(head, widths, style, 'all')]), ...rows.map((row) => tableRow(row, widths, style, head === null ? 'first' : 'none'))],
  });
}

/** The same in every table of facts: what, its value, and what kind of statement it is. */
function factWidths(total: number, told: boolean): readonly number[] {
  const [label, kind] = [Math.round(total * 0.29), told ? Math.round(total * 0.17) : 0];
  return [label, total - label - kind, ...(told ? [kind] : [])];
}

function picture({ png, width, height, alt }: WordPicture, page: WordPage): Paragraph {
  const scale = Math.min(1, page.width / TWIPS_A_PIXEL / width, (TALLEST * page.height) / TWIPS_A_PIXEL / height);
  return new Paragraph({
    keepNext: true, alignment: AlignmentType.LEFT,
    children: [new ImageRun({ type: 'png', data: png, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText: { id: '1', name: 'Map', title: 'Map', description: xmlText(alt) } })],
  });
}

/** One block of a document as Word's own paragraphs, lists and tables. */
export function blockParts(block: Block, page: WordPage): readonly WordPart[] {
  switch (block.kind) {
    case 'facts': {
      const told = block.rows.some(({ statement }) => statement !== undefined);
      const rows = block.rows.map(({ label, value, statement }) => [label, value, ...(told ? [statement === undefined ? '' : statementName(statement)] : [])]);
      return rows.length === 0 ? [] : [tableOf(rows, factWidths(page.width, told), { head: null, style: 'FactWords' })];
    }
    case 'text': return [
      ...(block.heading === undefined ? [] : [paragraph('Label', block.heading)]),
      paragraph('Words', block.text),
      ...(block.statement === undefined ? [] : [paragraph('StatementKind', statementName(block.statement))]),
    ];
    case 'table': return [paragraph('Caption', block.caption), tableOf(block.rows, columnWidths([block.columns, ...block.rows], { total: page.width, letter: page.letter, margins: 2 * CELL.left }), { head: block.columns, style: 'TableWords' })];
    case 'list': return block.items.map((item) => new Paragraph({ style: 'ListParagraph', bullet: { level: 0 }, children: runsOf(item) }));
    case 'note': return [paragraph('RecordNote', block.text)];
    case 'map': return page.map === null ? [paragraph('RecordNote', NO_MAP)] : [picture(page.map, page), ...(page.map.beside === '' ? [] : [paragraph('RecordNote', page.map.beside)])];
  }
}

export const heading = (level: 1 | 2, words: string): Paragraph => new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: runsOf(words) });
