import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserPath } from '../e2e/browserPath';

/** A browser in a process group of its own, on a profile that stays: it can be killed as by a battery that ends, and nothing else with it. */
export interface OwnBrowser {
  readonly page: Page;
  /** SIGSTOP to the whole group: none of its processes does anything more. */
  freeze(): void;
  /** SIGKILL to the whole group; resolves when the last of its processes is gone. */
  kill(): Promise<void>;
}

const PATIENCE_MS = 30_000;

export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-GB', '--window-size=1280,900', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(browserPath() ?? 'chromium', args, { detached: true, stdio: 'ignore' });
  const group = child.pid;
  if (group === undefined) throw new Error('The browser did not start.');

  async function kill(): Promise<void> {
    if (group === undefined) return;
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      return;
    }
    const until = Date.now() + PATIENCE_MS;
    while (isThere(group)) {
      if (Date.now() > until) throw new Error('The browser does not end.');
      await pause(20);
    }
  }

  try {
    const browser = await connect(portFile);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (!page) throw new Error('The browser has no page.');
    return { page, freeze: () => { process.kill(-group, 'SIGSTOP'); }, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Zombies count: a process that has not been waited for may still hold its files. */
function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

async function connect(portFile: string): Promise<Browser> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
      if (port !== '') return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await pause(50);
  }
}
