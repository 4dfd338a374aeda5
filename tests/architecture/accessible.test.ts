import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './imports';

const views = filesBelow('src', ['.vue']).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

/** Speech input says what it sees, so a name begins with what is written (2.5.3). What is written with no letters, ‘+’, is said by its name. */
function otherwiseNamed(file: string, source: string): readonly string[] {
  return [...source.matchAll(/<(?:button|a|RouterLink|summary)\b[^>]*?\s:?aria-label="`?([^"]*)"[^>]*>\s*([^<{]*[A-Za-z][^<{]*)/gu)]
    .filter(([, name = '', written = '']) => !name.startsWith(written.trim()))
    .map(([, name = '', written = '']) => `${file}: ‘${written.trim()}’ is named ‘${name}’`);
}

/** What would keep somebody from pasting (3.3.8), or lead the focus another way than the page is read (2.4.3), or act before the finger is lifted (2.5.2). */
const HINDERS = [/@(?:paste|copy|cut|drop)\b(?!.*take)|onpaste=/u, /(?<!:)\btabindex="[1-9]/u, /@(?:mousedown|touchstart)/u];
const hindered = (file: string, source: string): readonly string[] => HINDERS.filter((how) => how.test(source)).map((how) => `${file}: ${how.source}`);

describe('what no rule of axe tells', () => {
  it('every button and link is named as it is written', () => {
    expect(views.flatMap(([file, source]) => otherwiseNamed(file, source))).toEqual([]);
  });

  it('nobody is kept from pasting, the focus goes as the page is read, and nothing happens before the finger is lifted', () => {
    expect(views.flatMap(([file, source]) => hindered(file, source))).toEqual([]);
  });

  it.each(['<button type="button" :aria-label="`Delete ${what}`">Take it away</button>', '<RouterLink to="/" aria-label="Home">Start</RouterLink>'])('negative control: %s is told', (source) => {
    expect(otherwiseNamed('x.vue', source)).toHaveLength(1);
  });
  it.each(['<input @paste.prevent />', '<b tabindex="2">', '<b @mousedown="go">'])('negative control: %s is told', (source) => {
    expect(hindered('x.vue', source)).toHaveLength(1);
  });
  it.each(['<button aria-label="Zoom in">+</button>', '<button :aria-label="`Remove ${name}`">Remove</button>', '<button :tabindex="still ? undefined : 0">'])('control: %s is not', (source) => {
    expect([...otherwiseNamed('x.vue', source), ...hindered('x.vue', source)]).toEqual([]);
  });
});

describe('docs/accessibility.md', () => {
  const page = readFileSync(join(ROOT, 'docs/accessibility.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| \d\.\d+\.\d+ /u.test(line));

  it('judges each of the 55 criteria of level A and AA once, as met, not applicable or not met', () => {
    const numbers = rows.map((row) => /^\| ([\d.]+)/u.exec(row)?.[1]);
    expect(new Set(numbers).size).toBe(55);
    expect(numbers).toHaveLength(55);
    expect(rows.filter((row) => !/^\| [\d.]+ [^|]+ \| (?:met|not applicable|\*\*not met\*\*) \|/u.test(row))).toEqual([]);
  });

  it('names no test that is not there', () => {
    const named = [...page.matchAll(/`(tests\/[\w./-]+)`/gu)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
