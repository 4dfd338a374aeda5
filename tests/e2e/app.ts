import axe, { type AxeResults } from 'axe-core';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built application on a port of its own, with every request that reaches it counted at the server. */
export interface Served {
  readonly url: string;
  readonly port: number;
  requests(): number;
  stop(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const server = await preview({ root: ROOT, logLevel: 'error', preview: { port: 0, host: 'localhost', strictPort: false, open: false } });
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

export const test = base.extend<{ app: Served; watch: Watch }>({
  // Playwright reads the names of what a fixture needs from this pattern: none.
  app: async ({}, use) => {
    const app = await serve();
    await use(app);
    await app.stop();
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
const JUDGED_BY = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every screen that a test stops at is checked with axe, in the state it is in, by its colours in the dark theme too: none is forgotten, none is excused. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // One page without frames: judged in itself. axe is brought once a page, as it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
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
    // A colour halfway through its change is nobody's colour.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const light = await judge('', document, { type: 'tag', values: tags });
    // By the device's choice, not the system's: nothing is drawn anew but colours, and those at once.
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.dataset['theme'] = 'dark';
    const dark = await judge('in dark, ', { include: oneOfEach() }, { type: 'rule', values: byColour });
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
