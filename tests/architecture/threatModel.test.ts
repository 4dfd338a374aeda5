import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `| threat | guard | \`file\`: words of a test’s name |` */
const ROW = /^\| (?!threat|---)(.+) \| (.+) \| `(.+?)`: (.+) \|$/u;

export function missingTests(page: string, read: (file: string) => string | null): readonly string[] {
  return page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat')).flatMap((line) => {
    const [, , , file = '', name = ''] = ROW.exec(line) ?? [];
    const text = file === '' ? null : read(file);
    return text?.includes(name) === true ? [] : [line];
  });
}

const fromDisk = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

describe('the threat model', () => {
  const page = readFileSync('docs/threat-model.md', 'utf8');

  it('names a test that exists for every threat', () => {
    expect(page.split('\n').filter((line) => ROW.test(line)).length).toBeGreaterThan(50);
    expect(missingTests(page, fromDisk)).toEqual([]);
  });

  it('would show a test that is gone, and a row without one', () => {
    const row = '| a threat | a guard | `tests/x.test.ts`: holds |';
    expect(missingTests(row, () => "it('holds', …)")).toEqual([]);
    expect(missingTests(row, () => "it('does not', …)")).toEqual([row]);
    expect(missingTests('| a threat | a guard | none |', () => '')).toEqual(['| a threat | a guard | none |']);
  });
});
