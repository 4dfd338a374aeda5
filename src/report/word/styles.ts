import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';

const INK = '1A1A1A';
const FAINT = '444444';

/** Half points: body, tables, title, part, section. */
export const SIZES = {
  upright: { body: 20, table: 16, title: 32, part: 28, section: 24 },
  oneSheet: { body: 15, table: 14, title: 22, part: 18, section: 17 },
} as const;

/** Word's own styles (Title, Heading 1 to 3, Caption) keep their names, so that its navigation and its tagged PDF know them; those of ours are made from Normal. */
export function stylesOf(shape: keyof typeof SIZES): IStylesOptions {
  const size = SIZES[shape];
  const tight = shape === 'oneSheet' ? 0.4 : 1;
  const space = (before: number, after: number) => ({ before: Math.round(before * tight), after: Math.round(after * tight) });
  const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });
  const own = (id: string, name: string, rest: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });
  const heading = (points: number, before: number) => ({ run: { size: points, bold: true, color: INK }, paragraph: { keepNext: true, spacing: space(before, 100) } });
  return {
    default: {
      document: { run: { font: 'Arial', size: size.body, color: INK, language: { value: 'en-GB' } }, paragraph: { spacing: lines(shape === 'oneSheet' ? 240 : 264) } },
      title: { run: { size: size.title, bold: true, color: INK }, paragraph: { spacing: space(0, 160) } },
      heading1: heading(size.part, 360), heading2: heading(size.section, 280), heading3: heading(size.body, 160),
      caption: { run: { size: size.table + 2, bold: true, italics: false, color: INK }, paragraph: { keepNext: true, spacing: space(140, 60) } },
    },
    paragraphStyles: [
      { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: space(0, 50) } },
      own('Words', 'Words', { paragraph: { spacing: space(60, 80) } }),
      own('Label', 'Label', { run: { bold: true }, paragraph: { keepNext: true, spacing: space(120, 20) } }),
      own('StatementKind', 'Statement kind', { run: { italics: true, size: size.table, color: FAINT }, paragraph: { spacing: space(0, 120) } }),
      own('RecordNote', 'Record note', { paragraph: { spacing: space(120, 120), indent: { left: 160 }, border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: '333E48' } } } }),
      own('TableWords', 'Table words', { run: { size: size.table }, paragraph: { spacing: lines(240) } }),
      own('FactWords', 'Fact words', { paragraph: { spacing: lines(250) } }),
      own('AfterTable', 'After a table', { run: { size: 8 }, paragraph: { spacing: lines(240) } }),
      own('PageMargin', 'Page margin', { run: { size: 16 } }),
    ],
  };
}
