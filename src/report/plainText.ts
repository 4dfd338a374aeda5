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

const LONGEST_LINE = 78;
const PLAIN: readonly (readonly [RegExp, string])[] = [[/[‘’]/gu, "'"], [/[“”]/gu, '"'], [/[–—]/gu, '-'], [/…/gu, '...'], [/±/gu, '+/-'], [/\u00a0/gu, ' ']];

/** Letters of any keyboard, and lines that no field cuts; what goes on is set in by two. A longer word stays whole. */
function shortLines(words: string): readonly string[] {
  const plain = PLAIN.reduce((text, [from, to]) => text.replace(from, to), words);
  return plain.split('\n').flatMap((line) => {
    const lines: string[] = [];
    for (const word of line.split(' ')) {
      const last = lines.at(-1);
      if (last === undefined) lines.push(word);
      else if (last.length + 1 + word.length <= LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(`  ${word}`);
    }
    return lines;
  });
}

/** The document as plain text, to paste into ViSOR or MAPPS. The map does not go along. */
export function asPlainText({ title, watermark, training, plain, sections }: RecordDocument): string {
  const lines = [
    ...(training ? ['TRAINING: fictional'] : []), title, watermark,
    ...sections.flatMap(({ heading, blocks }) => ['', heading.toUpperCase(), ...blocks.flatMap(linesOf)]),
  ];
  return (plain ? lines.flatMap(shortLines) : lines).join('\n');
}
