import { type IRunOptions, TextRun } from 'docx';
import { xmlText } from './xmlText';

/**
 * Words as runs: a line end is a line end, and nothing in them is a field or markup. A '{' ends its piece of text, as the library fills in its own marks, '{…}', once the XML is
 * whole, and would fill one that somebody typed.
 */
export function runsOf(words: string, look: Pick<IRunOptions, 'bold' | 'italics' | 'style'> = {}): readonly TextRun[] {
  return xmlText(words).split('\n').map((line, at) => new TextRun({ ...look, ...(at > 0 && { break: 1 }), children: line.split(/(?<=\{)/u) }));
}
