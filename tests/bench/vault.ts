import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';
import { browserPath } from '../e2e/browserPath';
import { table } from './support/measure';
import type { Timed, timeDexie, timeVault } from './support/vaultPage';

export const title = 'a vault of 10,000 records with its journal, in a browser, beside plain Dexie (goal 10: searchable 150 ms after the key, open 20 ms, durable save 50 ms, p95)';
const ROOT = resolve(import.meta.dirname, '../..');
const [RECORDS, TIMES] = [10_000, 200];

const p95 = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? NaN;
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

export async function run(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'steading-vault-bench-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="/main.ts"></script>');
  writeFileSync(join(root, 'main.ts'), `import * as timings from ${JSON.stringify(join(import.meta.dirname, 'support/vaultPage.ts'))};\nObject.assign(window, timings);\n`);
  await build({ root, configFile: false, logLevel: 'error', resolve: { alias: { '@': join(ROOT, 'src') } }, worker: { format: 'es' }, build: { target: 'chrome120' } });
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { port: 0, host: 'localhost', open: false } });
  const profile = mkdtempSync(join(tmpdir(), 'steading-vault-profile-'));
  // A profile on the disk: one in memory would have nothing to wait for.
  const context = await chromium.launchPersistentContext(profile, { executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await context.newPage();
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    await page.goto(`http://localhost:${String(address.port)}`);
    await page.waitForFunction(() => 'timeDexie' in window);
    const dexie = await page.evaluate(([records, times]) => (Reflect.get(window, 'timeDexie') as typeof timeDexie)(records, times), [RECORDS, TIMES] as const);
    const vault = await page.evaluate(([records, times]) => (Reflect.get(window, 'timeVault') as typeof timeVault)(records, times), [RECORDS, TIMES] as const);
    const row = (what: string, goal: string, ours: number, plain: number) => ({ what, 'vault ms': ours, 'Dexie ms': plain, 'times Dexie': ours / plain, goal });
    const p95s = (what: string, goal: string, of: (timed: Timed) => readonly number[]) => [row(`${what}, p95`, goal, p95(of(vault)), p95(of(dexie))), row(`${what}, median`, '', median(of(vault)), median(of(dexie)))];
    table([
      row('searchable after the key, median of 5', '150 ms', vault.searchableMs, dexie.searchableMs),
      row('  after the recovery code’s, with its log entry', '', vault.byCodeMs, dexie.searchableMs),
      row('  from the button, Argon2id (128 MiB, 3) within', '', vault.wholeMs, dexie.searchableMs),
      ...p95s('open a record', '20 ms', ({ open }) => open),
      ...p95s('durable save of a record', '50 ms', ({ save }) => save),
      ...p95s('autosave of a draft', '', ({ draft }) => draft),
    ]);
    console.log(`  second copy: ${vault.secondCopy}; ${String(RECORDS)} records of about 2 kB, ${String(TIMES)} of each; unlocks after the key, ms: ${vault.unlocks.map((ms) => ms.toFixed(0)).join(', ')}; an erasure, which folds the journal: ${vault.eraseMs.toFixed(0)} ms; Dexie: nothing sealed, no log, no second copy`);
  } finally {
    await context.close();
    await new Promise<void>((done) => { server.httpServer.close(() => { done(); }); });
    rmSync(root, { recursive: true, force: true });
    rmSync(profile, { recursive: true, force: true });
  }
}
