/** Words longer than this are broken within their column. */
const LONGEST_WORD = 16;
/** From here on, a longer text takes more lines and not more width. */
const LONGEST_LINE = 90;

const longestWord = (cell: string) => Math.min(LONGEST_WORD, Math.max(...cell.split(/\s+/u).map((word) => word.length)));

/** Widths that add up to `total`, from what the columns hold: each has room for its longest word, the rest goes to the long texts. Fixed, as not every reader of Word files computes its own. */
export function columnWidths(rows: readonly (readonly string[])[], total: number): readonly number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const needs = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    const word = 2 + Math.max(...cells.map(longestWord));
    const line = Math.min(LONGEST_LINE, Math.max(...cells.map((cell) => cell.length)));
    return { word, line: Math.max(word, line) };
  });
  const words = needs.reduce((sum, { word }) => sum + word, 0);
  const lines = needs.reduce((sum, { line }) => sum + line, 0);
  const forWords = Math.min(0.6, words / 130);
  const widths = needs.map(({ word, line }) => Math.floor(total * (forWords * (word / words) + (1 - forWords) * (line / lines))));
  const [first = 0, ...rest] = widths;
  return [first + total - widths.reduce((sum, width) => sum + width, 0), ...rest];
}
