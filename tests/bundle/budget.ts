import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a first load may weigh, gzipped: a tablet on a poor line gets the whole application once, and this before anything shows. */
const BUDGETS = { js: 130_000, css: 40_000 } as const;

interface Chunk { file: string; imports?: string[]; css?: string[]; isEntry?: boolean }

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** The entry and everything it imports statically; lazy chunks are not first load. */
export function firstLoad(manifest: Readonly<Record<string, Chunk>>): { js: Set<string>; css: Set<string> } {
  const js = new Set<string>();
  const css = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || js.has(chunk.file)) return;
    js.add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return { js, css };
}

function gzipped(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).byteLength, 0);
}

/** Prints both sums; returns how many are over. */
export function checkBudget(): number {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const load = firstLoad(manifest);
  if (load.js.size === 0) throw new Error('The build has no entry: nothing was measured.');
  let over = 0;
  for (const kind of ['js', 'css'] as const) {
    const bytes = gzipped(load[kind]);
    const fits = bytes <= BUDGETS[kind];
    if (!fits) over += 1;
    console.log(`${fits ? 'within' : 'OVER'} budget: first-load ${kind} ${(bytes / 1000).toFixed(1)} kB of ${BUDGETS[kind] / 1000} kB gzipped (${load[kind].size} files)`);
  }
  return over;
}
