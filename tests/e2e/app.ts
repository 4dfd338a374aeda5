import type { AxeResults } from 'axe-core';
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { deviceLike, emptyDevice, forget, newProfile, startOn, type Device } from './device';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built application on a port of its own, with every request that reaches it counted at the server. */
export interface Served {
  readonly url: string;
  readonly port: number;
  requests(): number;
  stop(): Promise<void>;
}

export async function serve(port = 0): Promise<Served> {
  const server = await preview({ root: ROOT, logLevel: 'error', preview: { port, host: 'localhost', strictPort: port !== 0, open: false } });
  // Node ends an idle connection after five seconds: on a starved machine a browser still counts on it.
  if ('keepAliveTimeout' in server.httpServer) server.httpServer.keepAliveTimeout = 120_000;
  let requests = 0;
  server.httpServer.on('request', () => { requests += 1; });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  let stopped = false;
  return {
    url: `http://localhost:${address.port}`,
    port: address.port,
    requests: () => requests,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await new Promise<void>((resolve) => { server.httpServer.close(() => { resolve(); }); });
    },
  };
}

/** What no test may see: requests to anywhere else, things that the page's policy stopped, errors that nobody caught. */
export class Watch {
  readonly elsewhere: string[] = [];
  readonly violations: string[] = [];
  readonly errors: string[] = [];

  constructor(context: BrowserContext, private readonly origin: string) {
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.origin) && !url.startsWith('blob:') && !url.startsWith('data:')) this.elsewhere.push(url);
    });
    context.on('weberror', (error) => { this.errors.push(error.error().message); });
    context.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy|Trusted Type|TrustedHTML|TrustedScript/i.test(text)) this.violations.push(text);
    });
  }

  expectNothing(): void {
    expect(this.elsewhere, 'requests that left the origin').toEqual([]);
    expect(this.violations, 'stopped by the page’s policy').toEqual([]);
    expect(this.errors, 'errors nobody caught').toEqual([]);
  }
}

/** A profile in which the application was opened once, as on a device that has Steading and no vault. It holds at this port alone. */
interface Installed {
  readonly port: number;
  readonly profile: string;
}

async function install(): Promise<Installed> {
  const app = await serve();
  const profile = newProfile();
  const { page, close } = await startOn(profile);
  const watch = new Watch(page.context(), app.url);
  await openReady(page, app);
  watch.expectNothing();
  await close();
  await app.stop();
  return { port: app.port, profile };
}

interface Here {
  /** A test begins with Steading installed and no vault. Where installing is what is looked at, or how full a device is: false. */
  readonly isInstalled: boolean;
  readonly app: Served;
  /** The page of one more device, which has nothing of the first; it ends with the test. */
  readonly another: (options?: BrowserContextOptions) => Promise<Page>;
  readonly watch: Watch;
}

/** For tests that start browsers of their own. */
export const bare = base.extend<object, { installed: Installed }>({
  // The copy of some 250 files that a service worker makes costs more than most tests do: once in each worker, not once in each test.
  installed: [async ({}, use) => {
    const installed = await install();
    await use(installed);
    forget(installed.profile);
  }, { scope: 'worker' }],
});

export const test = bare.extend<Here>({
  isInstalled: [true, { option: true }],
  app: async ({ isInstalled, installed }, use) => {
    const app = await serve(isInstalled ? installed.port : 0);
    await use(app);
    await app.stop();
  },
  another: async ({ browser, isInstalled, installed, viewport, locale, timezoneId }, use) => {
    const devices: Device[] = [];
    await use(async (options = {}) => {
      const all = { viewport, ...(locale !== undefined && { locale }), ...(timezoneId !== undefined && { timezoneId }), ...options };
      const device = isInstalled ? await deviceLike(installed.profile, all) : await emptyDevice(browser, all);
      devices.push(device);
      return device.page;
    });
    for (const { end } of devices) await end();
  },
  page: async ({ another, hasTouch, isMobile, colorScheme }, use) => {
    await use(await another({ hasTouch, isMobile, colorScheme }));
  },
  context: async ({ page }, use) => {
    await use(page.context());
  },
  watch: [async ({ context, app }, use) => {
    const watch = new Watch(context, app.url);
    await use(watch);
    watch.expectNothing();
  }, { auto: true }],
});

export { expect };

/** Of axe's rules, those that a change of colours could break. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];
/** The smaller of its two files: every page that is judged reads all of it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const JUDGED_BY = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every screen that a test stops at is checked with axe, in the state it is in, by its colours in the dark theme too: none is forgotten, none is excused. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // One page without frames: judged in itself. axe is brought once a page, as it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async ({ tags, byColour }) => {
    const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> } };
    const judge = async (theme: string, context: unknown, runOnly: { type: string; values: string[] }) => {
      const { violations } = await axe.run(context, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${theme}${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
    };
    /** What bears letters, one for each pairing of their colour and size with the ground: a long table holds hundreds of the same. */
    const oneOfEach = (): Element[] => {
      const found = new Map<string, Element>();
      for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
        const bears = element.matches('input, select, textarea') || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
        if (!bears || element.offsetWidth < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
        let under: Element | null = element;
        while (under && getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        found.set([color, fontSize, fontWeight, under && getComputedStyle(under).backgroundColor].join(), element);
      }
      return [...found.values()];
    };
    // A colour halfway through its change is nobody's colour, and where the pointer lies a browser may find out while axe reads: each is at its end at once.
    const atOnce = new CSSStyleSheet();
    atOnce.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets.push(atOnce);
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const light = await judge('', document, { type: 'tag', values: tags });
    // By the device's choice, not the system's: nothing is drawn anew but colours, and those at once.
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.dataset['theme'] = 'dark';
    const dark = await judge('in dark, ', { include: oneOfEach() }, { type: 'rule', values: byColour });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== atOnce);
    delete document.documentElement.dataset['theme'];
    // Read, so that the light colours are back before changes take their time again.
    void getComputedStyle(document.body).color;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    return [...light, ...dark];
  }, { tags: JUDGED_BY, byColour: BY_COLOUR });
  expect(violations, where).toEqual([]);
}

/** Opens the application and waits until it says that it works offline. */
export async function openReady(page: Page, app: Served): Promise<void> {
  await page.goto(app.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

export async function openTraining(page: Page, app: Served): Promise<void> {
  await openReady(page, app);
  await page.getByRole('button', { name: /training area/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Assessments' })).toBeVisible({ timeout: 60_000 });
}
