import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inked } from '../../build/designSystemInks';
import { filesBelow, ROOT } from './imports';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const THEME = 'src/theme.css';
const screens = filesBelow('src', ['.vue', '.css']).filter((file) => file !== THEME);

/** In a style or an SVG attribute: written out, or by a colour's English name. */
const LITERAL = /#[\da-f]{3,8}\b(?=[^\n]*[;"'}])|\b(?:rgb|hsl|hwb|oklch|oklab|lab|lch)a?\(|(?:color|background|border[a-z-]*|outline|fill|stroke|shadow)\s*[:=][^;\n]*\b(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|amber|navy)\b/giu;
/** Words that are no colour: of links, of `url(#id)`, of entities. */
const NO_COLOUR = /&#\w+;|href="#[^"]*"|`#\$\{[^`]*`|\/\*.*?\*\/|<!--.*?-->|<script[\s\S]*?<\/script>/gsu;

const coloursIn = (file: string, source: string): readonly string[] => [...source.replaceAll(NO_COLOUR, '').matchAll(LITERAL)].map(([colour]) => `${file}: ${colour}`);
/** Where a screen gives something a style of its own by what it shows: its distance, say. */
const boundIn = (file: string, source: string): readonly string[] => [...source.matchAll(/\s(?::style|v-bind:style)=|\sv-bind="\{ style/gu)].map(() => `${file}: a bound style`);

const declared = new Map([...read(THEME).matchAll(/^\s*--st-([\w-]+):\s*([^;]+);/gmu)].map(([, name = '', value = '']) => [name, value]));
const usedIn = (source: string) => [...source.matchAll(/var\(--st-([\w-]+)/gu)].map(([, name = '']) => name);

describe('colours', () => {
  it('come from the theme in every screen and style sheet', () => {
    expect(screens.length).toBeGreaterThan(150);
    expect(screens.flatMap((file) => coloursIn(file, read(file)))).toEqual([]);
  });

  it.each(['<style>.a { color: #444; }</style>', '<style>.a { background: white; }</style>', '<path stroke="#1a1a1a" />', '<style>.a { box-shadow: 0 0 2px rgb(0 0 0 / 20%); }</style>', '<style>.a { border: 1px solid grey; }</style>'])('negative control: %s is told', (source) => {
    expect(coloursIn('x.vue', source)).toHaveLength(1);
  });

  it.each(['<style>.a { color: var(--st-ink); border-color: currentcolor; background: transparent; }</style>', '<a href="#page-title">Up</a>', '<i class="ds_tag--grey">&#8217;</i>'])('control: %s is not', (source) => {
    expect(coloursIn('x.vue', source)).toEqual([]);
  });

  it('are bound to nothing that a screen shows: no distance, no answer, no outcome has one', () => {
    expect(screens.flatMap((file) => boundIn(file, read(file)))).toEqual([]);
    expect(boundIn('x.vue', '<td :style="{ color: near }">')).toHaveLength(1);
    expect([...declared.keys()].filter((name) => /near|far|good|bad|safe|risk|high|low|success|danger/u.test(name))).toEqual([]);
  });

  it('of the theme are all used, and none is used that it does not have', () => {
    const used = new Set([THEME, ...screens].flatMap((file) => usedIn(read(file))).concat(usedIn(inked(read('node_modules/@scottish-government/design-system/dist/css/design-system.min.css')))));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect([...declared.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
});

/** Relative luminance of WCAG 2.2, of a colour as the theme writes it: #rgb or #rrggbb. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
function inTheme(name: string, theme: 'light' | 'dark'): string {
  const value = declared.get(name) ?? '';
  const [, light = value, dark = value] = /^light-dark\(([^,]+), ([^)]+)\)$/u.exec(value) ?? [];
  return theme === 'light' ? light : dark;
}

const LETTERS: readonly (readonly [letters: string, ground: string])[] = [
  ...['paper', 'soft', 'softer'].flatMap((ground) => ['ink', 'quiet', 'link', 'link-strong'].map((letters) => [letters, ground] as const)),
  ['error', 'paper'], ['error', 'soft'],
  ...['training', 'error-soft', 'tint'].flatMap((ground) => ['ink', 'link', 'quiet'].map((letters) => [letters, ground] as const)),
  ['link-strong', 'tint'], ['on-training', 'training'], ['on-head', 'head'], ['on-head-button', 'head-button'], ['on-head', 'button'], ['on-head', 'button-strong'],
  ['on-chosen', 'chosen'], ['on-focus', 'focus'], ['on-focus', 'head-mark'], ['on-site', 'site'], ['ink', 'line'],
];
/** What tells a field, a state or a mark from what it lies on (1.4.11). */
const EDGES: readonly (readonly [edge: string, ground: string])[] = [['ink', 'paper'], ['ink', 'soft'], ['link', 'paper'], ['rule', 'paper'], ['error-line', 'paper'], ['training-line', 'paper'], ['site', 'map-land'], ['head-mark', 'head'], ['chosen', 'paper']];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(LETTERS)('%s on %s reads at 4.5 : 1 or more', (letters, ground) => {
    expect(contrast(inTheme(letters, theme), inTheme(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('%s stands out from %s at 3 : 1 or more', (edge, ground) => {
    expect(contrast(inTheme(edge, theme), inTheme(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('control: contrast is that of the WCAG', () => {
  expect(contrast('#fff', '#000000')).toBeCloseTo(21);
  expect(contrast('#767676', '#fff')).toBeCloseTo(4.54, 2);
});
