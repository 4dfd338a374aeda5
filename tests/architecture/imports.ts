import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Import } from './arrows';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const IMPORT = /(?:\bimport|\bexport)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function resolved(from: string, specifier: string): string {
  const base = specifier.startsWith('@/') ? join('src', specifier.slice(2)) : specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : null;
  if (base === null) return specifier;
  for (const candidate of [base, `${base}.ts`, `${base}/index.ts`]) {
    try {
      if (statSync(join(ROOT, candidate)).isFile()) return candidate;
    } catch { /* the next candidate */ }
  }
  return base;
}

/** Every import, static or dynamic, of types or values, of the given source. */
export function importsOf(from: string, source: string): readonly Import[] {
  return [...source.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    return { from, specifier, to: resolved(from, specifier) };
  });
}

export function allImports(): readonly Import[] {
  return [...filesBelow('src', ['.ts', '.vue']), ...filesBelow('training', ['.ts'])].flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
}
