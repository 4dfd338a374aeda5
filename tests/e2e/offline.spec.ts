import { type Page, test as plain } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, openReady, openTraining, test, Watch } from './app';
import { serveWith } from './serveWith';
import { expectMapsReady, lock, pathTo, SCREENS, show } from './screens';

/** The browser's own question for a newer service worker comes within this of a load, or of the start of a worker. */
const SETTLED_MS = 3_000;

async function walkAll(page: Page): Promise<void> {
  const assessment = await pathTo(page, /^ST-/u);
  const person = await pathTo(page, 'TRAIN-0001');
  for (const { path } of SCREENS) {
    await show(page, path.replace('/assessments/:assessmentId', assessment).replace('/people/:personId', person).replace('/:rest(.*)*', '/no/such/page'));
    await expectMapsReady(page);
  }
}

async function openTrainingHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the training area' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

// How Steading comes onto a device is looked at here: none has it yet.
test.use({ isInstalled: false });

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test('after one load and with the server gone, a reload, the training area, every screen and a deep link work', async ({ page, app }) => {
  await openReady(page, app);
  await app.stop();
  await expect(fetch(app.url), 'the server is really gone').rejects.toThrow();
  await page.reload();
  await openTrainingHere(page);
  await walkAll(page);
  await show(page, '/');
  const deep = `${await pathTo(page, /^ST-/u)}/conduct`;
  await page.goto(`${app.url}${deep}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Steading' })).toBeVisible();
  await openTrainingHere(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Conduct an ERA, or not' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(deep);
});

test('the training pack lies in the origin’s private files and in no cache', async ({ page, app }) => {
  await openTraining(page, app);
  const there = await page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await (await navigator.storage.getDirectory()).getDirectoryHandle('packs')).keys()) names.push(name);
    const cached: string[] = [];
    for (const name of await caches.keys()) cached.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
    return { names, cached };
  });
  expect(there.names).toContain('training.steadingpack');
  expect(there.cached.filter((path) => path.includes('steadingpack'))).toEqual([]);
  expect(there.cached, 'the caches were read').toContain('/index.html');
});

plain('while a vault is open the server is asked for nothing, but for the browser’s own question for a newer service worker', async ({ page, context }) => {
  const server = await serveWith();
  const watch = new Watch(context, server.url);
  try {
    await page.goto(server.url);
    await controlled(page);
    await expect(page.getByRole('button', { name: 'Open the training area' })).toBeEnabled();
    await page.waitForTimeout(SETTLED_MS);
    const before = server.paths.length;
    expect(server.paths, 'the requests are counted').toContain('/training.steadingpack');
    const asked: string[] = [];
    page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
    await openTrainingHere(page);
    await walkAll(page);
    await page.waitForTimeout(SETTLED_MS);
    expect(asked.filter((path) => path.startsWith('/assets/')).length, 'parts loaded late came from the device').toBeGreaterThan(10);
    // Chromium asks for it after the start of any worker that a service worker serves; no page can stop it, and it carries nothing of the page.
    expect(server.paths.slice(before).filter((path) => path !== '/sw.js')).toEqual([]);
    expect(server.paths.slice(before).length).toBeLessThanOrEqual(2);
    watch.expectNothing();
  } finally {
    await server.stop();
  }
});

plain('a network that takes requests and never answers does not keep an officer out of what is on the device', async ({ page }) => {
  let silent = false;
  const server = await serveWith({ answer: () => silent });
  try {
    await page.goto(server.url);
    await controlled(page);
    await expect(page.getByRole('button', { name: 'Open the training area' })).toBeEnabled();
    silent = true;
    await page.reload();
    await expect(page.getByRole('button', { name: 'Open the training area' })).toBeEnabled({ timeout: 8_000 });
    await openTrainingHere(page);
    expect(server.paths.at(-1), 'the silence was met').toMatch(/training\.steadingpack|sw\.js/u);
  } finally {
    await server.stop();
  }
});

plain('an offline copy that could not be fetched whole is told, and nothing is opened without it', async ({ page }) => {
  const server = await serveWith({
    answer(path, response) {
      if (!/\/assets\/drawMap-[\w-]+\.js$/u.test(path)) return false;
      response.statusCode = 503;
      response.end();
      return true;
    },
  });
  try {
    await page.goto(server.url);
    await expect(page.getByText('The offline copy could not be made')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open the training area' })).toBeDisabled();
  } finally {
    await server.stop();
  }
});

plain('a new version waits: not at a reload, not while a vault is open, only when the officer says so on a locked page', async ({ page, context }) => {
  const worker = readFileSync(new URL('../../dist/sw.js', import.meta.url), 'utf8');
  let released = 'first';
  const server = await serveWith({
    answer(path, response) {
      if (path !== '/sw.js') return false;
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(`${worker}\nself.addEventListener('message', ({ data, ports }) => { if (data?.say === 'version') ports[0].postMessage('${released}'); });\n`);
      return true;
    },
  });
  const watch = new Watch(context, server.url);
  const version = () => page.evaluate(() => new Promise<string>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => { resolve(String(data)); };
    navigator.serviceWorker.controller?.postMessage({ say: 'version' }, [channel.port2]);
  }));
  const waits = page.getByText('A new version is waiting');
  try {
    await page.goto(server.url);
    await controlled(page);
    expect(await version()).toBe('first');
    released = 'second';
    await page.reload();
    await expect(waits).toBeVisible();
    expect(await version()).toBe('first');
    await page.reload();
    await expect(waits).toBeVisible();
    await openTrainingHere(page);
    await expect(waits).toBeHidden();
    expect(await version()).toBe('first');
    await lock(page);
    // Not by asking for the version: every message keeps the first version at work, and it gives way only when it rests.
    const reloaded = page.waitForEvent('load', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Update now' }).click();
    await reloaded;
    expect(await version()).toBe('second');
    await expect(waits).toBeHidden();
    watch.expectNothing();
  } finally {
    await server.stop();
  }
});
