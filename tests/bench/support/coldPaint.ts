import { chromium } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { browserPath } from '../../e2e/browserPath';

const BROWSER = { executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] };

/** A built application that a browser profile has once loaded; its server is gone. */
export interface Loaded {
  /** Milliseconds to the first contentful paint of a browser that was started for this. */
  coldPaintMs(): Promise<number>;
}

/** Serves `root`'s dist until the service worker serves the page, then stops the server for good. `ready`: what stands on the page then. */
export async function loadOnce(root: string, ready: string): Promise<Loaded> {
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { port: 0, host: 'localhost', open: false } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const url = `http://localhost:${String(address.port)}/`;
  const profile = mkdtempSync(join(tmpdir(), 'steading-profile-'));
  const first = await chromium.launchPersistentContext(profile, BROWSER);
  const page = await first.newPage();
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.locator(ready).first().waitFor();
  await page.waitForTimeout(1_000);
  await first.close();
  if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
  await new Promise<void>((resolve) => { server.httpServer.close(() => { resolve(); }); });

  return {
    async coldPaintMs() {
      const context = await chromium.launchPersistentContext(profile, BROWSER);
      try {
        const cold = await context.newPage();
        await cold.goto(url);
        await cold.locator(ready).first().waitFor();
        return await cold.evaluate(() => new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0];
            if (paint) resolve(paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }));
      } finally {
        await context.close();
      }
    },
  };
}
