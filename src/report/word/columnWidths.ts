/** Words longer than this are broken within their column. */
const LONGEST_WORD = 18;
/** From here on, a longer text takes more lines and not more width. */
const LONGEST_TEXT = 320;

const wordOf = (cell: string) => Math.min(LONGEST_WORD, Math.max(...cell.split(/[\s/]+/u).map((word) => word.length)));

/**
 * Widths that add up to `total`, from what the columns hold: each has room for its longest word, and what is left goes to the longer texts. Fixed in the file, as not every reader
 * of Word files computes its own. `letter`: the width of a letter; `margins`: left and right of a cell, together; all in the same unit.
 */
export function columnWidths(rows: readonly (readonly string[])[], { total, letter, margins }: { readonly total: number; readonly letter: number; readonly margins: number }): readonly number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const needs = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    const room = margins + (1 + Math.max(...cells.map(wordOf))) * letter;
    return { room, more: Math.max(0, Math.min(LONGEST_TEXT, Math.max(...cells.map((cell) => cell.length))) * letter + margins - room) };
  });
  const rooms = needs.reduce((sum, { room }) => sum + room, 0);
  const more = needs.reduce((sum, one) => sum + one.more, 0);
  const left = Math.max(0, total - rooms);
  const widths = needs.map(({ room, more: own }) => Math.floor(room * Math.min(1, total / rooms) + (more === 0 ? left / count : left * (own / more))));
  const [first = 0, ...rest] = widths;
  return [first + total - widths.reduce((sum, width) => sum + width, 0), ...rest];
}
