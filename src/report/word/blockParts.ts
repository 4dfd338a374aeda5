import { AlignmentType, BorderStyle, HeadingLevel, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block } from '../document';
import { statementName } from '../words';
import { columnWidths } from './columnWidths';
import { runsOf } from './runs';

/** A picture as it is placed: a PNG, its size in pixels, and what it shows, in words. */
export interface WordPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What the blocks stand on. `width`: of the text, in twips. `map` null: none could be drawn. */
export interface WordPage {
  readonly width: number;
  readonly map: WordPicture | null;
}

export type WordPart = Paragraph | Table;

const NO_MAP = 'No map in this copy: no area pack was loaded, or the map could not be drawn. The table has every site.';
/** Of an inch: Word's own measure, and that of a picture (docx: 96 pixels to the inch). */
const TWIPS_A_PIXEL = 15;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export const paragraph = (style: string, words: string): Paragraph => new Paragraph({ style, children: runsOf(words) });

interface Look { readonly style: string; readonly header: boolean; readonly widths: readonly number[]; readonly boldFirst: boolean; readonly lines: 'all' | 'below' }

/** A row is never split over two pages; a header row stands on each. */
function tableRow(cells: readonly string[], { style, widths, boldFirst, header }: Look, isHeader: boolean): TableRow {
  return new TableRow({
    cantSplit: true, tableHeader: isHeader && header,
    children: widths.map((width, at) => new TableCell({
      width: { size: width, type: WidthType.DXA }, ...(isHeader && { shading: { fill: 'EBEBEB' } }),
      children: [new Paragraph({ style, keepNext: isHeader, children: runsOf(cells[at] ?? '', isHeader || (boldFirst && at === 0) ? { bold: true } : {}) })],
    })),
  });
}

function table(head: readonly string[] | null, rows: readonly (readonly string[])[], total: number, look: Omit<Look, 'widths' | 'header'>): Table {
  const widths = columnWidths(head === null ? rows : [head, ...rows], total);
  const whole: Look = { ...look, widths, header: head !== null };
  const inner = look.lines === 'all' ? LINE : NONE;
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: total, type: WidthType.DXA }, columnWidths: widths, tableLook: { firstRow: head !== null, firstColumn: look.boldFirst, noHBand: true, noVBand: true },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: { top: LINE, bottom: LINE, left: inner, right: inner, insideHorizontal: LINE, insideVertical: inner },
    rows: [...(head === null ? [] : [tableRow(head, whole, true)]), ...rows.map((row) => tableRow(row, whole, false))],
  });
}

function picture({ png, width, height, alt }: WordPicture, page: WordPage): Paragraph {
  const scale = Math.min(1, page.width / TWIPS_A_PIXEL / width);
  return new Paragraph({
    keepNext: true, alignment: AlignmentType.LEFT,
    children: [new ImageRun({ type: 'png', data: png, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText: { id: '1', name: 'Map', title: 'Map', description: alt } })],
  });
}

/** One block of a document as Word's own paragraphs, lists and tables. */
export function blockParts(block: Block, page: WordPage): readonly WordPart[] {
  switch (block.kind) {
    case 'facts': {
      const told = block.rows.some(({ statement }) => statement !== undefined);
      const rows = block.rows.map(({ label, value, statement }) => [label, value, ...(told ? [statement === undefined ? '' : statementName(statement)] : [])]);
      return rows.length === 0 ? [] : [table(null, rows, page.width, { style: 'FactWords', boldFirst: true, lines: 'below' })];
    }
    case 'text': return [
      ...(block.heading === undefined ? [] : [paragraph('Label', block.heading)]),
      paragraph('Words', block.text),
      ...(block.statement === undefined ? [] : [paragraph('StatementKind', statementName(block.statement))]),
    ];
    case 'table': return [paragraph('Caption', block.caption), table(block.columns, block.rows, page.width, { style: 'TableWords', boldFirst: false, lines: 'all' })];
    case 'list': return block.items.map((item) => new Paragraph({ style: 'ListParagraph', bullet: { level: 0 }, children: runsOf(item) }));
    case 'note': return [paragraph('RecordNote', block.text)];
    case 'map': return [page.map === null ? paragraph('RecordNote', NO_MAP) : picture(page.map, page), ...(block.beside === undefined ? [] : [paragraph('RecordNote', block.beside)])];
  }
}

export const heading = (level: 1 | 2, words: string): Paragraph => new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: runsOf(words) });
