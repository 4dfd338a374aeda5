import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inked } from '../../build/designSystemInks';

const DESIGN_SYSTEM = readFileSync(new URL('../../node_modules/@scottish-government/design-system/dist/css/design-system.min.css', import.meta.url), 'utf8');
/** Parts of the design system that Steading shows, and that hold colours. */
const SHOWN = /\.ds_(?:button|input|select|radio|checkbox|details|tag|table|error-summary|question|hint-text|file-upload|inset-text|summary-list|task-list|back-link)(?![a-z])/u;
const COLOUR = /#[\da-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)/giu;

describe('the design system in Steading’s colours', () => {
  it.each([
    ['.a{color:#1a1a1a;background-color:#fff}', '.a{color:var(--st-ink);background-color:var(--st-paper)}'],
    ['.a{border:.0625rem solid #b3b3b3}', '.a{border:.0625rem solid var(--st-line)}'],
    ['.a{background:#0065bd;color:#fff}', '.a{background:var(--st-button);color:#fff}'],
    ['.a:focus{background-color:#fdd522;color:#1a1a1a}', '.a:focus{background-color:#fdd522;color:#1a1a1a}'],
    ['.a:not(:focus):hover{color:#1a1a1a}', '.a:not(:focus):hover{color:var(--st-ink)}'],
    ['.a{background-color:hsl(49,98%,79%);color:#cb4e0b}', '.a{background-color:light-dark(hsl(49,98%,79%),hsl(49 98% 16%/1));color:light-dark(#cb4e0b,hsl(21 90% 78%/1))}'],
    ['.a{box-shadow:0 0 2px rgba(0,0,0,.15);background:url("data:x;fill=%231a1a1a")}', '.a{box-shadow:0 0 2px rgba(0,0,0,.15);background:url("data:x;fill=%231a1a1a")}'],
    ['@media print{.a{color:#1a1a1a}}', '@media print{.a{color:var(--st-ink)}}'],
  ])('%s', (before, after) => {
    expect(inked(before)).toBe(after);
  });

  it('leaves no colour that knows one theme alone in what Steading shows, but for the focus, white letters on a coloured ground, and nothing at all', () => {
    const rules = [...inked(DESIGN_SYSTEM).matchAll(/([^{}]+)\{([^{}]*)\}/gu)].filter(([, selector = '']) => SHOWN.test(selector) && !/:focus(?!\))/u.test(selector) && !selector.includes('.ds_reversed'));
    expect(rules.length).toBeGreaterThan(150);
    const left = rules.flatMap(([, selector = '', body = '']) => [...body.replaceAll(/light-dark\((?:[^()]|\([^()]*\))*\)/gu, '').matchAll(COLOUR)].map(([colour]) => `${selector}: ${colour}`));
    expect(left.filter((one) => !/: (?:#fff|rgba\(0,\s*0,\s*0,[^)]*\))$/u.test(one))).toEqual([]);
  });

  it('changes nothing but colours', () => {
    const bare = (css: string) => css.replaceAll(/light-dark\((?:[^()]|\([^()]*\))*\)|var\(--st-[\w-]+\)/gu, '¤').replaceAll(COLOUR, '¤');
    expect(bare(inked(DESIGN_SYSTEM))).toBe(bare(DESIGN_SYSTEM));
  });
});
