import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { literalsOf, literalsUnder, neverSaid } from './words';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

describe('words that Steading never says', () => {
  it('stand in no literal under src', () => {
    const literals = literalsUnder(SRC);
    expect(literals.length).toBeGreaterThan(500);
    expect(neverSaid(literals)).toEqual([]);
  });

  it.each([
    ['a string', 'a.ts', "export const say = 'A safe address';"],
    ['a template string', 'a.ts', 'export const say = (n: number) => `${n} hits within 500 m`;'],
    ['a template text', 'A.vue', '<template><p>This house is suitable.</p></template>'],
    ['an attribute', 'A.vue', '<template><p title="Clean area">x</p></template>'],
    ['an expression in a template', 'A.vue', `<template><p>{{ found ? 'Some' : 'None nearby' }}</p></template>`],
    ['a label for the person', 'a.ts', "export const say = 'The offender lives here';"],
  ])('control: are found in %s', (_where, file, source) => expect(neverSaid(literalsOf(file, source))).toHaveLength(1));

  it.each([
    ['a comment', 'a.ts', '/** Never say safe or hit. */ export const say = 1;'],
    ['the path of an import', 'a.ts', "import { x } from './safe';\nexport const say = x;"],
    ['a word that only holds one', 'a.ts', "export const say = 'Safeguarding, white, architecture';"],
    ['a title', 'a.ts', "export const say = 'Sex Offender Liaison Officer';"],
  ])('control: are not seen in %s', (_where, file, source) => expect(neverSaid(literalsOf(file, source))).toEqual([]));
});
