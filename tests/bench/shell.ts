import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoad } from '../bundle/budget';
import { loadOnce } from './support/coldPaint';
import { emptyVueApp } from './support/emptyVueApp';
import { table } from './support/measure';

export const title = 'cold offline first paint of the built application, beside an empty Vue app with a service worker (goal 8)';
const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = 9;

export async function run(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/sw.js'))) throw new Error('There is no built application. Build it first: npm run build');
  const empty = await emptyVueApp();
  const ways = [{ name: 'Steading', root: ROOT, ready: 'h1' }, { name: 'an empty Vue app', root: empty, ready: 'h1' }] as const;
  const apps: { name: string; root: string; coldPaintMs: () => Promise<number>; taken: number[] }[] = [];
  for (const { name, root, ready } of ways) apps.push({ name, root, ...(await loadOnce(root, ready)), taken: [] });
  // One after the other in turn, so that a busy minute of the machine meets both.
  for (const app of apps) await app.coldPaintMs();
  for (let n = 0; n < RUNS; n += 1) for (const app of apps) app.taken.push(await app.coldPaintMs());
  const rows = apps.map(({ name, root, taken }) => ({ name, ms: median(taken), least: Math.min(...taken), most: Math.max(...taken), ...sizes(root) }));
  const [ours, other] = [rows[0]?.ms ?? NaN, rows[1]?.ms ?? NaN];
  table(rows.map(({ name, ms, least, most, js, css, all }) => ({ application: name, 'median ms': Math.round(ms), least: Math.round(least), most: Math.round(most), 'first-load JS kB gz': js / 1000, 'CSS kB gz': css / 1000, 'whole offline copy kB': Math.round(all / 1000) })));
  console.log(`  goal: at most 1.2 × an empty Vue app (is ${(ours / other).toFixed(2)} ×, ${String(RUNS)} cold starts each), first-load JS at most 130 kB gz (is ${((rows[0]?.js ?? NaN) / 1000).toFixed(1)} kB)`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Bytes: what is needed before anything shows, gzipped, and all that the service worker keeps, as it lies there. */
function sizes(root: string): { js: number; css: number; all: number } {
  const dist = join(root, 'dist');
  const { js, css } = firstLoad(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Parameters<typeof firstLoad>[0]);
  const gzipped = (files: ReadonlySet<string>) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).byteLength, 0);
  const kept = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(html|js|css|svg|png|woff2|webmanifest|txt)$/u.test(path) && path !== 'sw.js');
  return { js: gzipped(js), css: gzipped(css), all: kept.reduce((sum, path) => sum + readFileSync(join(dist, path)).byteLength, 0) };
}
