import type { Page } from '@playwright/test';
import { expect, expectAccessible, openReady, openTraining, type Served, test } from './app';
import { pointer } from './hand';
import { caseOf, expectFits, lock, show } from './screens';
import { createVault, PASSPHRASE, unlock } from './walk';

const REFERENCE = 'TRAIN-0001';
const gate = (page: Page) => page.getByRole('heading', { level: 1, name: /^(Unlock your vault|Welcome to Steading)$/u });

/** A page in front or behind, as its own code sees it. Nothing but the page's own events tells it. */
const turn = (page: Page, state: 'hidden' | 'visible') => page.evaluate((to) => {
  Object.defineProperty(document, 'visibilityState', { value: to, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, state);
/** What the eye would meet in the middle of the page. */
const isCovered = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement, '::before').position === 'fixed');

async function openTrigger(page: Page, app: Served): Promise<string> {
  await openTraining(page, app);
  const assessment = await caseOf(page, REFERENCE);
  await show(page, `${assessment}/trigger`);
  return assessment;
}

test('a page that nobody uses warns, stays at a touch, and locks; the gate says why', async ({ page, app }) => {
  await page.clock.install();
  await openTraining(page, app);
  await show(page, '/office');
  await page.getByLabel('Name of the panel').fill('Housing panel, typed and not saved');
  const warning = page.getByRole('status').filter({ hasText: 'Steading locks' });
  const minutes = async (many: number) => {
    // A second at a time, as it goes by on a device that is awake: one leap would be a sleep.
    for (let seconds = 0; seconds < many * 60; seconds += 20) await page.clock.runFor(20_000);
  };
  await minutes(9);
  await expect(warning).toHaveCount(0);
  await page.clock.runFor(32_000);
  await expect(warning).toBeVisible();
  await expectAccessible(page, 'the warning');
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(warning).toHaveCount(0);
  const reloaded = page.waitForEvent('load');
  await minutes(10);
  await page.clock.runFor(2_000);
  await reloaded;
  await expect(gate(page)).toBeVisible();
  await expect(page.getByText('Steading locked because nobody used it')).toBeVisible();
  await expectAccessible(page, 'the gate after an idle lock');
});

test('out of sight a page is covered and its draft is sealed; past the grace, or after a sleep, it locks before it is seen again', async ({ page, app }) => {
  await page.clock.install();
  const assessment = await openTrigger(page, app);
  await page.locator('#trigger\\.note').fill('Typed the moment before');
  await turn(page, 'hidden');
  expect(await isCovered(page)).toBe(true);
  await page.clock.runFor(60_000);
  await turn(page, 'visible');
  expect(await isCovered(page), 'back in time').toBe(false);
  await expect(page.locator('#trigger\\.note')).toHaveValue('Typed the moment before');

  // A file picker of its own: five minutes are no matter, and the form is as it was left.
  await show(page, '/protocol');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Open a protocol file').click();
  await chooser;
  await turn(page, 'hidden');
  await page.clock.runFor(5 * 60_000);
  await turn(page, 'visible');
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  expect(await isCovered(page)).toBe(false);

  await show(page, `${assessment}/requests`);
  await page.getByLabel('To whom does it go?').fill('Example HA, Link Officer');
  // A date that nobody has left yet.
  await page.locator('#request\\.expiresOn').getByLabel('Day').fill('3');
  await page.locator('#request\\.expiresOn').getByLabel('Month').fill('4');
  await page.locator('#request\\.expiresOn').getByLabel('Year').pressSequentially('2031');

  // Asleep: the clock leaps, and the first sign of life locks. Nothing is uncovered between that and the reload.
  await turn(page, 'hidden');
  const reloaded = page.waitForEvent('load');
  await page.clock.fastForward(8 * 60 * 60_000);
  await turn(page, 'visible').catch(() => undefined);
  await reloaded;
  await expect(gate(page)).toBeVisible();
  await expect(page.getByText('hidden, or the device slept')).toBeVisible();
  await page.getByRole('button', { name: 'Open the training area' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible({ timeout: 60_000 });
  await show(page, `${assessment}/trigger`);
  await expect(page.locator('#trigger\\.note')).toHaveValue('Typed the moment before');
  await show(page, `${assessment}/requests`);
  await expect(page.getByLabel('To whom does it go?')).toHaveValue('Example HA, Link Officer');
  await expect(page.locator('#request\\.expiresOn').getByLabel('Year')).toHaveValue('2031');
  await expectAccessible(page, 'a request with its draft');
  await page.getByRole('button', { name: 'Give the draft up' }).click();
  await expect(page.getByLabel('To whom does it go?')).toHaveValue('');
});

test('a tab that is killed while somebody types loses no more than the last second', async ({ page, context, app }) => {
  const assessment = await openTrigger(page, app);
  const field = page.locator('#trigger\\.note');
  await field.fill('');
  await field.focus();
  // A number every 50 ms, never a pause of 400: each says when it was typed.
  await page.evaluate(() => {
    const area = document.querySelector<HTMLTextAreaElement>('#trigger\\.note');
    if (!area) throw new Error('No field.');
    setInterval(() => {
      area.value = String(Date.now());
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, 50);
  });
  await page.waitForTimeout(4_000);
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  const killedAt = Date.now();
  // The page dies before it could answer.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;

  const next = await context.newPage();
  await openReady(next, app);
  await next.getByRole('button', { name: 'Open the training area' }).click();
  await expect(next.getByRole('button', { name: 'Lock', exact: true })).toBeVisible({ timeout: 60_000 });
  await show(next, `${assessment}/trigger`);
  const kept = Number(await next.locator('#trigger\\.note').inputValue());
  expect(kept).toBeGreaterThan(0);
  expect(killedAt - kept, 'milliseconds of typing that were lost').toBeLessThan(1_000);
});

test('the lock key locks from inside a field, and the office’s settings and forms half filled in come back as they were typed', async ({ page, app }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await expect(page.getByText('Never backed up from this device.')).toBeVisible();
  await show(page, '/start');
  await page.getByLabel('Reference of the person').fill('KIN-0042');
  await show(page, '/vault/log/export');
  await page.getByLabel('Who is to read it').fill('Information officer');
  await page.getByLabel('What for').fill('Yearly check, typed and not made');
  await page.getByText('Some days').click();
  await show(page, '/office');
  await page.getByLabel('Name of the office').fill('Divisional office');
  await page.getByLabel('Why this far').fill('Agreed with the council, and typed the moment before');
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toHaveAttribute('aria-keyshortcuts', /Control\+Shift\+L/u);
  const reloaded = page.waitForEvent('load');
  await page.keyboard.press('Control+Shift+L');
  await reloaded;
  await expect(gate(page)).toBeVisible();
  await unlock(pointer(page));
  await expect(page.getByText('Your draft is back')).toBeVisible();
  await expect(page.getByLabel('Why this far')).toHaveValue('Agreed with the council, and typed the moment before');
  await expectAccessible(page, 'office settings with a draft');
  await page.getByRole('button', { name: 'Give the draft up' }).click();
  await expect(page.getByLabel('Name of the office')).toHaveValue('');
  await show(page, '/vault/log/export');
  await expect(page.getByLabel('What for')).toHaveValue('Yearly check, typed and not made');
  await expect(page.getByLabel('Some days')).toBeChecked();
  await show(page, '/start');
  await expect(page.getByLabel('Reference of the person')).toHaveValue('KIN-0042');
  await expectFits(page, 'a form with its draft');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/\/assessments\//u);
  await show(page, '/start');
  await expect(page.getByText('Who is it about?')).toBeVisible();
  await expect(page.getByText('Your draft is back'), 'a form that was gone through with').toHaveCount(0);

  // The backup's age stands on every screen, and a backup can be tried.
  await show(page, '/vault');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make a backup', exact: true }).click();
  const path = await (await download).path();
  await show(page, '/');
  await expect(page.getByText('Last backup: today.')).toBeVisible();
  await show(page, '/vault');
  await page.getByText('Try a backup file').click();
  await page.locator('#try-file').setInputFiles(path);
  await page.locator('#try-secret').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Try the backup' }).click();
  await expect(page.getByText('This backup opens whole.')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'a backup tried');
  await expectFits(page, 'a backup tried');
});

test('discreet mode hides names on a list and a record, shows them while held, and is still on after a lock', async ({ page, app }) => {
  const assessment = await openTrigger(page, app);
  await show(page, '/');
  const dots = (selector: string) => page.locator(selector).first().evaluate((node) => getComputedStyle(node).getPropertyValue('-webkit-text-security'));
  const person = 'tbody a[href^="/people/"]';
  expect(await dots(person)).toBe('none');
  const toggle = page.getByRole('button', { name: 'Discreet' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(await dots(person)).toBe('disc');
  await expectAccessible(page, 'the list, discreet');
  await expectFits(page, 'the list, discreet');
  const hold = page.getByRole('button', { name: 'Hold to show' });
  await hold.hover();
  await page.mouse.down();
  expect(await dots(person)).toBe('none');
  await page.mouse.up();
  expect(await dots(person)).toBe('disc');
  await hold.focus();
  await page.keyboard.down('Space');
  expect(await dots(person)).toBe('none');
  await page.keyboard.up('Space');
  expect(await dots(person)).toBe('disc');

  await show(page, `${assessment}/record`);
  await expect(page.locator('.st_record')).toBeVisible();
  expect(await dots('.st_record dd')).toBe('disc');
  await expectAccessible(page, 'the record, discreet');
  await page.emulateMedia({ media: 'print' });
  expect(await dots('.st_record dd'), 'a print is a print').toBe('none');
  await page.emulateMedia({ media: 'screen' });

  await lock(page);
  await page.getByRole('button', { name: 'Open the training area' }).click();
  await expect(page.locator('.st_record')).toBeVisible({ timeout: 60_000 });
  expect(await dots('.st_record dd')).toBe('disc');
  await page.getByRole('button', { name: 'Discreet' }).click();
  await expect(page.getByRole('button', { name: 'Hold to show' })).toHaveCount(0);
  expect(await dots('.st_record dd')).toBe('none');
});
