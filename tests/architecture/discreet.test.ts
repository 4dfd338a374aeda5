import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'vue/compiler-sfc';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './imports';

/** Expressions that show a person, a place or an officer by name. Fields of forms are hidden all together (style.css). */
const NAMES = /\.reference\b|addressLine\(|officerName|officer\.name|personOf\.get|addressOf\.get|row\.(?:person|address)\b|lookedUpBy|(?:site|cell|place)\.(?:name|label)\b|listingsOf\(|position\.point\.lat/u;

interface Node {
  readonly type: number;
  readonly tag?: string;
  readonly props?: readonly { readonly type: number; readonly name: string; readonly loc: { readonly source: string }; readonly exp?: { readonly loc: { readonly source: string } } }[];
  readonly children?: readonly Node[];
  readonly loc: { readonly source: string };
}
const [ELEMENT, INTERPOLATION, DIRECTIVE] = [1, 5, 7];

/** Where a template shows such a name outside anything that discreet mode hides. */
function shownIn(file: string, source: string): readonly string[] {
  const root = parse(source).descriptor.template?.ast as Node | undefined;
  const walk = (node: Node, hidden: boolean): readonly string[] => {
    const named = (name: string) => node.props?.some((prop) => prop.name === name) ?? false;
    const hides = hidden || named('data-private');
    const bound = node.type !== ELEMENT || node.tag !== 'PageHeading' || hides ? [] : (node.props ?? []).filter((prop) => {
      const marked = named('private') || (named('private-label') && prop.exp?.loc.source === node.props?.find((one) => one.type === DIRECTIVE && one.loc.source.startsWith(':label'))?.exp?.loc.source);
      return prop.type === DIRECTIVE && NAMES.test(prop.exp?.loc.source ?? '') && !marked;
    }).map((prop) => `${file}: ${prop.exp?.loc.source ?? ''}`);
    const own = node.type === INTERPOLATION && !hides && NAMES.test(node.loc.source) ? [`${file}: ${node.loc.source}`] : [];
    return [...own, ...bound, ...(node.children ?? []).flatMap((child) => walk(child, hides))];
  };
  return root === undefined ? [] : walk(root, false);
}

describe('discreet mode', () => {
  it('hides every place where a screen shows a reference, an address, a site or an officer', () => {
    const views = filesBelow('src', ['.vue']);
    expect(views.length).toBeGreaterThan(60);
    expect(views.flatMap((file) => shownIn(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.each([
    '<template><p>{{ open.docs.person.reference }}</p></template>',
    '<template><p><b>{{ addressLine(address) }}</b> <i data-private>x</i></p></template>',
    '<template><PageHeading :title="addressLine(address)" private-label /></template>',
    '<template><PageHeading title="x" :label="docs.reference" /></template>',
  ])('negative control: %s is told', (source) => {
    expect(shownIn('x.vue', source)).toHaveLength(1);
  });

  it.each([
    '<template><p data-private><b>{{ person.reference }}</b></p></template>',
    '<template><PageHeading private :title="addressLine(address)" /></template>',
    '<template><PageHeading title="x" private-label :label="docs.reference" /></template>',
  ])('control: %s is not', (source) => {
    expect(shownIn('x.vue', source)).toEqual([]);
  });
});
