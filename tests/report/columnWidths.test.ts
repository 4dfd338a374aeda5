import { columnWidths } from '@/report/word/columnWidths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PAGE = { total: 10_318, letter: 86, margins: 120 };
const widths = (...rows: readonly (readonly string[])[]) => columnWidths(rows, PAGE);

describe('the widths of columns', () => {
  it('give a number little and a text much', () => {
    const [number = 0, name = 0, source = 0] = widths(['No.', 'Name', 'Source'], ['1', 'Linnhead Primary', 'School locations, as of 1 November 2025; listed by the office too, after a visit']);
    expect(number).toBeLessThan(800);
    expect(source).toBeGreaterThan(2 * name);
  });

  it('have room for each column’s longest word', () => {
    const rows = [['Category', 'Uncertain', 'What can be said'], ['Kindergarten', '0', 'x '.repeat(400)]];
    columnWidths(rows, PAGE).forEach((width, at) => {
      const longest = Math.max(...rows.flatMap((row) => (row[at] ?? '').split(' ')).map((word) => word.length));
      expect(width).toBeGreaterThanOrEqual(longest * PAGE.letter + PAGE.margins);
    });
  });

  it('add up to the page, whatever the columns hold', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const found = columnWidths(rows, PAGE);
      expect(found).toHaveLength(Math.max(...rows.map((row) => row.length)));
      expect(found.reduce((sum, width) => sum + width, 0)).toBe(PAGE.total);
      for (const width of found) expect(width).toBeGreaterThan(0);
    }));
  });
});
