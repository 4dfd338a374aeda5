import { STATEMENT_KINDS, type StatementKind } from '@/terms';
import type { Block, RecordDocument } from './document';

const kindOf = (statement: StatementKind | undefined) => (statement === undefined ? '' : ` [${STATEMENT_KINDS[statement]}]`);

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'facts': return block.rows.map(({ label, value, statement }) => `${label}: ${value}${kindOf(statement)}`);
    case 'text': return [`${block.heading === undefined ? '' : `${block.heading}: `}${block.text}${kindOf(block.statement)}`];
    case 'table': return [block.caption, ...block.rows.map((row) => `- ${row.map((cell, at) => `${block.columns[at] ?? ''}: ${cell.replaceAll('\n', ' ')}`).join(' | ')}`)];
    case 'list': return block.items.map((item) => `- ${item}`);
    case 'note': return [block.text];
    case 'map': return [];
  }
}

/** The document as plain text, to paste into ViSOR or MAPPS. The map does not go along. */
export function asPlainText({ title, watermark, training, sections }: RecordDocument): string {
  return [
    ...(training ? ['TRAINING: fictional'] : []), title, watermark,
    ...sections.flatMap(({ heading, blocks }) => ['', heading.toUpperCase(), ...blocks.flatMap(linesOf)]),
  ].join('\n');
}
