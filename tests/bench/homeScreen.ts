import { chromium } from '@playwright/test';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';
import { browserPath } from '../e2e/browserPath';
import { type fillVault, PASSPHRASE, watchHome } from './support/homePage';
import { table } from './support/measure';

const [ASSESSMENTS, RUNS] = [10_000, 9];
export const title = `the home screen of the built application after unlocking a vault of ${ASSESSMENTS.toLocaleString('en-GB')} assessments (goal 10: interactive within 100 ms)`;
const ROOT = resolve(import.meta.dirname, '../..');

/** Beside the application's own files, at the same origin: a page that fills a vault of this device. */
async function served(): Promise<{ readonly root: string; readonly url: string; readonly close: () => Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'steading-home-bench-'));
  const dist = join(root, 'dist');
  writeFileSync(join(root, 'fill.html'), '<!doctype html><title>bench</title><script type="module" src="/fill.ts"></script>');
  writeFileSync(join(root, 'fill.ts'), `import { fillVault } from ${JSON.stringify(join(import.meta.dirname, 'support/homePage.ts'))};\nObject.assign(window, { fillVault });\n`);
  await build({ root, configFile: false, logLevel: 'error', resolve: { alias: { '@': join(ROOT, 'src') } }, worker: { format: 'es' }, build: { target: 'chrome120', outDir: dist, assetsDir: 'fill', rollupOptions: { input: join(root, 'fill.html') } } });
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { port: 0, host: 'localhost', open: false } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { root, url: `http://localhost:${String(address.port)}`, close: () => new Promise((done) => { server.httpServer.close(() => { done(); }); if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections(); }) };
}

export async function run(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/sw.js'))) throw new Error('There is no built application. Build it first: npm run build');
  const { root, url, close } = await served();
  const profile = mkdtempSync(join(tmpdir(), 'steading-home-profile-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/fill.html`);
    await page.waitForFunction(() => 'fillVault' in window);
    await page.evaluate((many) => (Reflect.get(window, 'fillVault') as typeof fillVault)(many), ASSESSMENTS);
    // What tsx names its functions with; the page has no such thing.
    await page.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
    await page.addInitScript(watchHome);
    const taken: { readonly painted: number; readonly answered: number }[] = [];
    for (let n = 0; n < RUNS; n += 1) {
      await page.goto(url);
      await page.locator('#unlock-secret').fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Unlock', exact: true }).click();
      await page.waitForFunction(() => 'answered' in (Reflect.get(window, 'seenHome') as object), undefined, { timeout: 120_000 });
      const { gone = NaN, painted = NaN, answered = NaN } = await page.evaluate(() => Reflect.get(window, 'seenHome') as Record<string, number>);
      taken.push({ painted: painted - gone, answered: answered - painted });
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await page.locator('#unlock-secret').waitFor();
    }
    const row = (what: string, goal: string, all: readonly number[]) => { const sorted = all.toSorted((a, b) => a - b); return { what, 'median ms': sorted[Math.floor(sorted.length / 2)] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN, goal }; };
    table([
      row('from the gate’s going to the table drawn, the page free', '100 ms', taken.map(({ painted }) => painted)),
      row('a word typed into its search at once, until drawn', '', taken.map(({ answered }) => answered)),
    ]);
    console.log(`  ${String(RUNS)} unlocks, each in a page loaded anew; each within: opening the list on the log, durably, before it is shown; no area pack, so nothing is compared behind it`);
  } finally {
    await context.close();
    await close();
    rmSync(root, { recursive: true, force: true });
    rmSync(profile, { recursive: true, force: true });
  }
}
