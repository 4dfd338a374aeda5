import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './imports';

const FIELD = /<(input|textarea|select)\b[^>]*>/gs;
/** Autofill, session restore, cloud spelling and translation keep text in clear (vault.md). */
const ASKED = ['autocomplete="off"', 'spellcheck="false"', 'translate="no"'];
/** A file picker holds no text. */
const isFilePicker = (tag: string) => /type="file"/.test(tag);

function faultsIn(file: string, source: string): readonly string[] {
  return [...source.matchAll(FIELD)].flatMap(([tag]) => isFilePicker(tag) ? [] : ASKED.filter((attribute) => !tag.includes(attribute)).map((attribute) => `${file}: ${tag.slice(0, 60)} lacks ${attribute}`));
}

/** Ways in which a string could become HTML, or a style could need what the page's policy forbids. */
function sinksIn(file: string, source: string): readonly string[] {
  const sinks = [/\bv-html\b/, /\.innerHTML\s*=/, /insertAdjacentHTML/, /document\.write/, /\bsrcdoc\b/, /\sstyle="/, /bindPopup\(\s*['"`]/, /bindTooltip\(\s*['"`]/];
  return sinks.filter((sink) => sink.test(source)).map((sink) => `${file}: ${sink.source}`);
}

const views = filesBelow('src', ['.vue']);
const code = filesBelow('src', ['.vue', '.ts']);

describe('every field of the screens', () => {
  it('keeps what is typed out of autofill, spell-check services and translation', () => {
    expect(views.length).toBeGreaterThan(15);
    expect(views.flatMap((file) => faultsIn(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it('negative control: a bare input is told', () => {
    expect(faultsIn('x.vue', '<input id="a" autocomplete="off" />')).toHaveLength(2);
  });
});

describe('no string becomes HTML', () => {
  it('in any source file', () => {
    expect(code.flatMap((file) => sinksIn(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.each(['<p v-html="name"></p>', 'node.innerHTML = name;', "layer.bindTooltip('<b>' + name)", '<p style="color:red">'])('negative control: %s', (source) => {
    expect(sinksIn('x.vue', source)).toHaveLength(1);
  });
});
