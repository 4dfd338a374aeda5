import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/** A browser's storage that nobody else has, and a page in it. */
export interface Device {
  readonly page: Page;
  /** Closes it, and forgets what was on it. */
  end(): Promise<void>;
}

/** What a browser keeps in order to be faster, and fills again by itself: a copy of a profile need not hold it. */
const CACHES = ['Cache', 'GPUCache', 'DawnWebGPUCache', 'DawnGraphiteCache'].map((name) => join(sep, 'Default', name));

export function copyOf(profile: string): string {
  const copy = newProfile();
  cpSync(profile, copy, { recursive: true, filter: (path) => !CACHES.some((cache) => path.endsWith(cache)) });
  return copy;
}

/** One that begins with a copy of a profile. */
export async function deviceLike(profile: string, options: BrowserContextOptions): Promise<Device> {
  const copy = copyOf(profile);
  const { page, close } = await startOn(copy, options);
  return { page, end: async () => { await close(); forget(copy); } };
}

/** One with nothing on it, which keeps what it is given in memory, as a private window does. */
export async function emptyDevice(browser: Browser, options: BrowserContextOptions): Promise<Device> {
  const context = await browser.newContext(options);
  return { page: await context.newPage(), end: () => context.close() };
}

export async function startOn(profile: string, options: BrowserContextOptions = {}): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, options);
  const [page = await context.newPage()] = context.pages();
  return { page, close: () => context.close() };
}

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'steading-device-'));
export const forget = (profile: string): void => { rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); };
