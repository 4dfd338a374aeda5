import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'vue/compiler-sfc';

/** A text that a reader may come to see, and where it stands. */
export interface Literal {
  readonly file: string;
  readonly text: string;
}

function inScript(file: string, source: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push({ file, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

interface TemplateNode { readonly type: number; readonly content?: unknown; readonly children?: readonly unknown[]; readonly props?: readonly unknown[]; readonly value?: unknown; readonly exp?: unknown }
const isNode = (value: unknown): value is TemplateNode => typeof value === 'object' && value !== null && 'type' in value;

/** Text, attribute values and the expressions' own source: all that a template can show. */
function inTemplate(file: string, node: unknown): Literal[] {
  if (!isNode(node)) return [];
  const own = typeof node.content === 'string' ? [{ file, text: node.content }] : [];
  const below = [node.content, node.value, node.exp, ...(node.children ?? []), ...(node.props ?? [])];
  return [...own, ...below.flatMap((child) => inTemplate(file, child))];
}

/** Every literal of a source file; comments are not among them. */
export function literalsOf(file: string, source: string): readonly Literal[] {
  if (!file.endsWith('.vue')) return inScript(file, source);
  const { descriptor } = parse(source);
  const scripts = [descriptor.script, descriptor.scriptSetup].flatMap((block) => (block ? inScript(`${file}.ts`, block.content) : []));
  return [...scripts, ...inTemplate(file, descriptor.template?.ast)];
}

/** The digest's never-list. 'offender' is kept out by hand: it stands in titles that may be quoted. */
export const NEVER: readonly RegExp[] = [
  /\bhits?\b/i, /\bclean area\b/i, /\b(un)?suitab(le|ly|ility)\b/i, /\b(un)?safe(ly|r|st)?\b/i, /\bnone nearby\b/i, /\bnothing nearby\b/i, /\bnational exclusion (zone|distance)\b/i,
  /\boffenders?\b(?! notification)/i,
];

/** Texts that name a word only to say that Steading never says it, and titles of documents, laws and offices. */
const EXCEPTIONS: readonly RegExp[] = [
  /That is not the same as none nearby/g,
  /It never says that there is nothing nearby where no data was searched/g,
  /Scotland has no national exclusion distance/g,
  /National Accommodation Strategy for Sex Offenders/g,
  /Management of Offenders etc\. \(Scotland\) Act 2005/g,
  /Sex Offender Liaison Officer/g,
  /offender management officer/g,
  /Offender Management Unit/g,
  // The strongbox.
  /in the office safe/g,
];

export function neverSaid(literals: readonly Literal[]): readonly string[] {
  return literals.flatMap(({ file, text }) => {
    const rest = EXCEPTIONS.reduce((left, exception) => left.replace(exception, ''), text.replaceAll(/\s+/g, ' '));
    return NEVER.filter((word) => word.test(rest)).map((word) => `${file}: ${String(word)} in "${text.trim().slice(0, 120)}"`);
  });
}

export function literalsUnder(folder: string): readonly Literal[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .flatMap((file) => literalsOf(file, readFileSync(join(folder, file), 'utf8')));
}
