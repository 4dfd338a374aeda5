import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, openReady, type Served } from '../e2e/app';
import { pointer } from '../e2e/hand';
import { conductYes, createVault, draftSaved, startAssessment, unlock, WHY_CONDUCTED } from '../e2e/walk';
import { startBrowser, type OwnBrowser } from './ownBrowser';

const [OPEN, REPAIRED] = ['open', 'repaired'];
const PATIENCE_MS = 30_000;

/** A device that goes off in the middle of saving, and comes back with what had reached its disk. */
export interface FragileDevice {
  /** The browser's profile; what lies there is what is left after a cut. */
  readonly profile: string;
  readonly roundMs: { readonly least: number; readonly most: number };
  /** Before the first page of a browser is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Called once the vault is set up; of a control, which ends with its first loss, before each round. */
  readonly settle?: () => void;
  readonly isControl?: boolean;
  /** Nothing of the browser runs any more when this resolves. It may do nothing that waits before the browser is stopped. */
  cut(browser: OwnBrowser): Promise<void>;
}

export interface SavingResult {
  readonly cuts: number;
  readonly acknowledged: number;
  /** Rounds after which less was there than had been acknowledged, or something that was never typed. */
  readonly faults: readonly string[];
  /** Openings at which the two copies had to be mended by hand, with what the screen said: a cut-off save alone never asks for that. */
  readonly repairs: readonly string[];
  /** Openings at which the browser had lost the application's own offline files, and had to be started a second time. */
  readonly restarts: number;
}

/** Types and saves until the device goes off at a random moment; then opens the vault again and reads what is there. */
export async function savingRounds(app: Served, device: FragileDevice, cuts: number, random: () => number, progress: (line: string) => void = () => undefined): Promise<SavingResult> {
  const { least, most } = device.roundMs;
  const faults: string[] = [];
  const repairs: string[] = [];
  let [acknowledged, restarts, there, number] = [0, 0, 0, 0];
  let browser: OwnBrowser | null = null;
  try {
    browser = await startBrowser(device.profile);
    await device.prepare?.(browser.page);
    await openReady(browser.page, app);
    const path = await firstSave(browser.page);
    for (let round = 1; round <= cuts; round += 1) {
      // What was typed and never told to be saved may be there or not: only what is there now counts as kept from here on.
      const told = { last: there, next: number, saves: 0 };
      const isAnew = round === 1 || device.isControl === true;
      if (isAnew) device.settle?.();
      const typing = typeUntilGone(browser.page, path, app, told, round % 2 === 0);
      // Where nothing was acknowledged, nothing can be lost, however slow the machine is: least of all by the control.
      if (isAnew) await toldOfOne(told);
      await pause(least + random() * (most - least));
      await device.cut(browser);
      number = await typing;
      acknowledged += told.saves;
      browser = await opened(app, device, path);
      if (!(await isReady(browser.page))) {
        restarts += 1;
        await browser.kill();
        browser = await opened(app, device, path);
      }
      const { page } = browser;
      const says = await unlockOrRepair(page);
      if (says.startsWith(REPAIRED)) repairs.push(`round ${String(round)}: ${says}`);
      there = says === OPEN || says.startsWith(REPAIRED) ? Number(await page.getByLabel(WHY_CONDUCTED).inputValue({ timeout: 30_000 }).catch(() => '-1')) : -1;
      const what = `round ${String(round)}: ${String(told.last)} was acknowledged`;
      if (there < 0) return { cuts: round, acknowledged, faults: [...faults, `${what}, and the vault does not open: ${says}`], repairs, restarts };
      progress(`${what}, ${String(there)} is there${says === OPEN ? '' : `; ${says}`}`);
      if (there < told.last || there > told.next) faults.push(`${what}, ${String(there)} is there`);
      if (device.isControl === true && faults.length > 0) return { cuts: round, acknowledged, faults, repairs, restarts };
    }
    return { cuts, acknowledged, faults, repairs, restarts };
  } finally {
    await browser?.kill();
  }
}

async function toldOfOne(told: { readonly saves: number }): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; told.saves === 0 && Date.now() < until;) await pause(20);
}

async function opened(app: Served, device: FragileDevice, path: string): Promise<OwnBrowser> {
  const browser = await startBrowser(device.profile);
  await device.prepare?.(browser.page);
  await browser.page.goto(`${app.url}${path}`);
  return browser;
}

/** The lock screen lets a vault be opened, or set up where none is left, once the application's own files are all on the device. */
async function isReady(page: Page): Promise<boolean> {
  const either = ['Unlock', 'Set up a vault'].map((name) => page.getByRole('button', { name, exact: true })).reduce((one, other) => one.or(other));
  return expect(either.first()).toBeEnabled({ timeout: 12_000 }).then(() => true, () => false);
}

/** What the screen says where neither can be had. */
async function unlockOrRepair(page: Page): Promise<string> {
  try {
    await unlock(pointer(page));
    return OPEN;
  } catch {
    const mend = page.getByRole('button', { name: 'Repair the vault and open it' });
    const said = (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ').slice(0, 600);
    if (!(await mend.isVisible())) return said;
    await mend.click();
    return `${REPAIRED}: ${said}`;
  }
}

/** A vault with one assessment whose reason is '0', saved; where it is typed. */
async function firstSave(page: Page): Promise<string> {
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0009');
  await conductYes(pointer(page));
  await page.getByLabel(WHY_CONDUCTED).fill('0');
  await draftSaved(page);
  return new URL(page.url()).pathname;
}

/** Each number is typed as the reason, then waited for until the screen says that it is sealed; in every other round it is saved to the record as well. */
async function typeUntilGone(page: Page, path: string, app: Served, told: { last: number; next: number; saves: number }, alsoSave: boolean): Promise<number> {
  try {
    for (;;) {
      told.next += 1;
      await page.getByLabel(WHY_CONDUCTED).fill(String(told.next));
      await draftSaved(page);
      told.last = told.next;
      told.saves += 1;
      if (!alsoSave) continue;
      await page.getByRole('button', { name: 'Save and go to all tasks', exact: true }).click();
      await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
      await page.getByRole('link', { name: 'Conduct an ERA, or not', exact: true }).click();
      await expect(page).toHaveURL(`${app.url}${path}`);
    }
  } catch {
    return told.next;
  }
}
