import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, openReady, type Served } from '../e2e/app';
import { pointer } from '../e2e/hand';
import { chooseConduct, createVault, openTask, startAssessment, unlock } from '../e2e/walk';
import { startBrowser, type OwnBrowser } from './ownBrowser';

const WHY = 'Why is it conducted?';
const SAVED = /^Saved at .* sealed on this device$/u;
const LONGEST_ROUND_MS = 2_500;

export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  /** Rounds after which less was there than had been acknowledged, or something that was never typed. */
  readonly faults: readonly string[];
  /** Openings at which the two copies had to be mended by hand: a cut-off save alone never asks for that. */
  readonly repairs: number;
}

/** Types and saves until the browser is killed at a random moment; then opens the vault again and reads what is there. */
export async function killRounds(app: Served, kills: number, random: () => number): Promise<KillResult> {
  const profile = mkdtempSync(join(tmpdir(), 'steading-kill-'));
  const faults: string[] = [];
  let acknowledged = 0;
  let repairs = 0;
  let browser: OwnBrowser | null = null;
  try {
    browser = await startBrowser(profile);
    await openReady(browser.page, app);
    await createVault(pointer(browser.page));
    await startAssessment(pointer(browser.page), 'V-2026-0009');
    await openTask(pointer(browser.page), 'Conduct an ERA, or not');
    await chooseConduct(pointer(browser.page), 'conducted');
    await browser.page.getByLabel(WHY).fill('0');
    await expect(browser.page.getByText(SAVED)).toBeVisible();
    const path = new URL(browser.page.url()).pathname;
    let number = 0;
    for (let round = 1; round <= kills; round += 1) {
      const told = { last: number, next: number };
      const typing = typeUntilGone(browser.page, path, app, told, round % 2 === 0);
      await pause(random() * LONGEST_ROUND_MS);
      await browser.kill();
      const before = number;
      number = await typing;
      acknowledged += told.last - before;
      browser = await startBrowser(profile);
      const { page } = browser;
      await page.goto(`${app.url}${path}`);
      await unlock(pointer(page)).catch(async (error: unknown) => {
        const mend = page.getByRole('button', { name: 'Repair the vault and open it' });
        if (!(await mend.isVisible())) throw error;
        repairs += 1;
        await mend.click();
      });
      const there = Number(await page.getByLabel(WHY).inputValue({ timeout: 60_000 }).catch(() => '-1'));
      if (there < told.last || there > told.next) faults.push(`round ${String(round)}: ${String(told.last)} was acknowledged, ${String(there)} is there`);
      number = Math.max(number, there);
    }
    return { kills, acknowledged, faults, repairs };
  } finally {
    await browser?.kill();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Each number is typed as the reason, then waited for until the screen says that it is sealed; in every other round it is saved to the record as well. */
async function typeUntilGone(page: Page, path: string, app: Served, told: { last: number; next: number }, alsoSave: boolean): Promise<number> {
  try {
    for (;;) {
      told.next += 1;
      await page.getByLabel(WHY).fill(String(told.next));
      await expect(page.getByText(SAVED)).toBeVisible();
      told.last = told.next;
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
