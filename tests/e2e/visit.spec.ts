import type { Page } from '@playwright/test';
import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { expectFits, lock, readLog, show } from './screens';
import { chooseConduct, createVault, date, openTask, PASSPHRASE, save, startAssessment, unlock } from './walk';

const WHY = 'Why is it conducted?';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function downloaded(page: Page, press: () => Promise<void>, as: string): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^steading-[A-Z0-9]{8}-${as}-`, 'u'));
  return file.path();
}

async function openConduct(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Assessments', exact: true }).click();
  await page.getByRole('cell').getByRole('link', { name: /^ST-/u }).click();
  await openTask(pointer(page), 'Conduct an ERA, or not');
}

test('the vault goes from the desk to the tablet, is worked on there, and comes home; the desk shows nothing meanwhile', async ({ page, app, another }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0071');
  await show(page, '/vault/visit');
  await expectFits(page, 'taking a vault on a visit');
  await button(page, 'Close the vault here and make the file').click();
  await expect(page.locator('#visit-back-error')).toContainText('Enter the day');
  await date(pointer(page), 'Back by', '2099-01-05');
  const out = await downloaded(page, () => button(page, 'Close the vault here and make the file').click(), 'visit');
  await expect(page.getByRole('heading', { level: 1, name: 'This vault is on a visit' })).toBeVisible();
  await expectFits(page, 'a desk whose vault is on a visit');
  await button(page, 'Lock').click();
  await unlockClosed(page);
  await expect(page.getByText('V-2026-0071')).toHaveCount(0);

  const tablet = await another({ viewport: { width: 820, height: 1180 } });
  await openReady(tablet, app);
  await restore(tablet, out);
  await unlock(pointer(tablet));
  await expect(tablet.getByText(/^On a visit since .*; back by 5 January 2099\./u)).toBeVisible();
  await expectAccessible(tablet, 'a tablet on a visit');
  await openConduct(tablet);
  await chooseConduct(pointer(tablet), 'conducted');
  await tablet.getByLabel(WHY).fill('Written on the visit.');
  await save(pointer(tablet));
  await openTask(pointer(tablet), 'Conduct an ERA, or not');
  await tablet.getByLabel(WHY).fill('Half typed on the visit');
  await tablet.getByRole('link', { name: 'Bring back', exact: true }).click();
  await expectFits(tablet, 'bringing a vault back');
  const back = await downloaded(tablet, () => button(tablet, 'Close the vault here and make the return file').click(), 'return');
  await expect(tablet.getByRole('heading', { level: 1, name: 'This copy is closed' })).toBeVisible();
  await expectFits(tablet, 'a tablet whose visit is over');

  await readReturn(page, out);
  await expect(page.getByText(/it is the file that went out/u)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'a file that is no return');
  const reloaded = page.waitForEvent('load');
  await readReturn(page, back);
  await reloaded;
  await expect(page.getByText('The visit is brought back')).toBeVisible();
  await unlock(pointer(page));
  await openConduct(page);
  await expect(page.getByLabel(WHY)).toHaveValue('Half typed on the visit');
  const acts = (await readLog(page)).map(({ act }) => act);
  expect(acts.filter((act) => /visit/u.test(act))).toEqual(['taken on a visit', 'return file of a visit made', 'brought back from a visit']);
  await lock(page);
});

async function restore(page: Page, path: string): Promise<void> {
  await page.getByText('Restore a vault from a backup file').click();
  await page.getByLabel('Backup file').setInputFiles(path);
  await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await button(page, 'Restore the backup').click();
  await expect(page.getByText('The vault is on this device again.')).toBeVisible({ timeout: 60_000 });
}

async function unlockClosed(page: Page): Promise<void> {
  await page.locator('#unlock-secret').fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await expect(page.getByRole('heading', { level: 1, name: 'This vault is on a visit' })).toBeVisible({ timeout: 60_000 });
}

async function readReturn(page: Page, path: string): Promise<void> {
  await page.locator('#return-file').setInputFiles(path);
  await page.locator('#return-secret').fill(PASSPHRASE);
  await button(page, 'Read the return file').click();
}
