import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from '../torture/ownBrowser';
import { bare, expect, openReady, serve } from './app';
import { copyOf, forget } from './device';
import { pointer } from './hand';
import { lock, show } from './screens';
import { chooseConduct, createVault, openTask, save, startAssessment, unlock } from './walk';

const WHY = 'Why is it conducted?';
const OTHER_WAY = 'What points the other way?';
const NEXT_PASSPHRASE = 'cobble orchard pewter sandal';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The page types the time into the field, twenty times a second; what is there afterwards tells how much was lost. */
async function typeTimes(page: Page): Promise<void> {
  await page.getByLabel(OTHER_WAY).evaluate((field) => {
    setInterval(() => {
      (field as HTMLTextAreaElement).value = String(Date.now());
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 50);
  });
  await page.waitForTimeout(3_000);
}

/** The record as it was saved, and the draft up to the second before. */
async function expectCase(page: Page, app: { readonly url: string }, path: string, passphrase: string, lostAt: number): Promise<void> {
  await openReady(page, app as Parameters<typeof openReady>[1]);
  await unlock(pointer(page), passphrase);
  await show(page, path);
  await expect(page.getByLabel(WHY)).toHaveValue('Saved before anything was lost.');
  const kept = Number(await page.getByLabel(OTHER_WAY).inputValue());
  expect(kept, 'something was typed').toBeGreaterThan(0);
  expect(lostAt - kept, 'milliseconds of typing that were lost').toBeLessThan(1_000);
}

bare('one case through a lost passphrase, a killed tab, an empty battery and a lost tablet: it is there each time, with the draft of the last second', async ({ installed }) => {
  const app = await serve(installed.port);
  const profiles = [0, 1].map(() => copyOf(installed.profile));
  const [first = '', second = ''] = profiles;
  let device = await startBrowser(first);
  try {
    // The passphrase.
    await openReady(device.page, app);
    const { recoveryCode } = await createVault(pointer(device.page));
    await startAssessment(pointer(device.page), 'V-2026-0072');
    await openTask(pointer(device.page), 'Conduct an ERA, or not');
    await chooseConduct(pointer(device.page), 'conducted');
    await device.page.getByLabel(WHY).fill('Saved before anything was lost.');
    const path = new URL(device.page.url()).pathname;
    await save(pointer(device.page));
    await show(device.page, path);
    await typeTimes(device.page);
    let lostAt = Date.now();
    await lock(device.page);
    await button(device.page, 'I have lost the passphrase').click();
    await device.page.locator('#unlock-secret').fill(recoveryCode);
    await button(device.page, 'Unlock').click();
    await expect(device.page.getByRole('heading', { level: 1, name: 'Vault' })).toBeVisible({ timeout: 60_000 });
    await device.page.locator('#change-passphrase').fill(NEXT_PASSPHRASE);
    await device.page.locator('#change-repeated').fill(NEXT_PASSPHRASE);
    await button(device.page, 'Change the passphrase').click();
    await expect(device.page.getByText(/Changed\.|changed\./u).first()).toBeVisible({ timeout: 60_000 });
    await lock(device.page);
    await expectCase(device.page, app, path, NEXT_PASSPHRASE, lostAt);

    // The tab.
    await typeTimes(device.page);
    const devtools = await device.page.context().newCDPSession(device.page);
    const crashed = device.page.waitForEvent('crash');
    lostAt = Date.now();
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const next = await device.page.context().newPage();
    await expectCase(next, app, path, NEXT_PASSPHRASE, lostAt);

    // The battery.
    await typeTimes(next);
    lostAt = Date.now();
    await device.kill();
    device = await startBrowser(first);
    await expectCase(device.page, app, path, NEXT_PASSPHRASE, lostAt);

    // The tablet: gone with its profile, a backup of that moment is elsewhere.
    await typeTimes(device.page);
    lostAt = Date.now();
    await show(device.page, '/vault');
    const backup = await caught(device.page, () => button(device.page, 'Make a backup').click());
    await device.kill();
    const file = join(second, 'from-the-agency.steadingbackup');
    writeFileSync(file, backup);
    device = await startBrowser(second);
    await openReady(device.page, app);
    await device.page.getByText('Restore a vault from a backup file').click();
    await device.page.getByLabel('Backup file').setInputFiles(file);
    await device.page.getByLabel('Passphrase of the backup').fill(NEXT_PASSPHRASE);
    await button(device.page, 'Restore the backup').click();
    await expect(device.page.getByText('The vault is on this device again.')).toBeVisible({ timeout: 60_000 });
    await expectCase(device.page, app, path, NEXT_PASSPHRASE, lostAt);
  } finally {
    await device.kill();
    profiles.forEach(forget);
    await app.stop();
  }
});

/** The file that the page hands to the browser: a browser that a test did not start itself saves no downloads for it. */
async function caught(page: Page, press: () => Promise<void>): Promise<Buffer> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.arrayBuffer().then((buffer) => { document.body.dataset['file'] = [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join(''); });
      return make(blob);
    };
  });
  await press();
  await expect(page.locator('body')).toHaveAttribute('data-file', /./u);
  return Buffer.from(await page.locator('body').getAttribute('data-file') ?? '', 'hex');
}
