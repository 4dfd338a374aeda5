import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Served } from '../e2e/app';
import { loopDisk } from './loopDisk';
import { savingRounds, type SavingResult } from './savingRounds';

/** A file system writes most things back within seconds by itself: that must not be what saves them. */
const ROUND_MS = { least: 1_000, most: 6_000 };

/** `strict`: Steading as it is. `relaxed`: the control, the same application in a browser that keeps no private files and promises too early. */
export type Durability = 'strict' | 'relaxed';

/**
 * The power goes in the middle of saving: the browser is stopped, its disk is copied as it stands, and the copy is what goes on. It is a device
 * whose disk keeps what it has been given: a disk that lies about its own cache is beyond this.
 */
export async function powerCuts(app: Served, cuts: number, random: () => number, durability: Durability = 'strict', progress?: (line: string) => void): Promise<SavingResult> {
  const disk = loopDisk();
  const profile = join(disk.folder, 'profile');
  mkdirSync(profile);
  const relaxed = durability === 'relaxed';
  try {
    return await savingRounds(app, {
      profile, roundMs: ROUND_MS,
      settle: disk.settle, isControl: relaxed, ...(relaxed && { prepare: promiseTooEarly }),
      async cut(browser) {
        browser.freeze();
        const copy = await disk.copy();
        await browser.kill();
        await disk.goOnFrom(copy);
      },
    }, cuts, random, progress);
  } finally {
    disk.remove();
  }
}

/** From outside the application: it names no such way, and its build holds none. Comlink's answer to the journal's opening is "no such files here". */
const PROMISE_TOO_EARLY = `
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode) { return transaction.call(this, stores, mode, { durability: 'relaxed' }); };
  const Real = Worker;
  window.Worker = function (url, options) {
    if (options?.name !== 'journal') return new Real(url, options);
    const none = new EventTarget();
    const postMessage = ({ id }) => queueMicrotask(() => none.dispatchEvent(new MessageEvent('message', { data: { id, type: 'RAW', value: null } })));
    return Object.assign(none, { terminate() {}, postMessage });
  };
  window.promisesTooEarly = true;
`;

async function promiseTooEarly(page: Page): Promise<void> {
  await page.addInitScript({ content: PROMISE_TOO_EARLY });
}
