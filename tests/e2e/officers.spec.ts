import type { Page } from '@playwright/test';
import { GROUNDS } from '../../src/terms';
import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { expectFits, lock, readLog } from './screens';
import { addOfficer, chooseConduct, createVault, date, fillPerson, fillTrigger, openTask, option, PASSPHRASE, startAssessment, unlock } from './walk';

const OTHERS = 'quarry bramble window tinsel';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const openVaultScreen = async (page: Page) => {
  await page.getByRole('link', { name: 'Vault', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Officers', exact: true })).toBeVisible();
};

test('a second officer is added, opens the vault as themselves, signs a departure with their own key, and removes the first, whose passphrase then opens nothing', async ({ page, app }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await openVaultScreen(page);
  await addOfficer(pointer(page), 'B. Officer', OTHERS);
  await expectFits(page, 'the vault with a second officer');

  await startAssessment(pointer(page), 'V-2026-0051');
  await fillPerson(pointer(page));
  await fillTrigger(pointer(page));
  await openTask(pointer(page), 'Conduct an ERA, or not');
  await chooseConduct(pointer(page), 'notConducted');
  await page.getByLabel('Why is it not conducted?').fill('The address is given up this week.');
  await page.getByLabel('What points the other way?').fill('It is a new address.');
  await page.getByLabel('What is relied on instead?').fill('The visit of last week.');
  await page.getByLabel('What controls hold meanwhile?').fill('Weekly contact.');
  await pointer(page).choose(option(page, 'On which ground?', GROUNDS.leaving));
  await pointer(page).choose(option(page, 'Who answers for this beside you?', /^A second officer of this vault/));
  const secret = page.getByLabel('Passphrase of the second officer');
  await secret.fill(OTHERS);
  await button(page, 'Sign as second officer').click();
  await expect(page.getByText('Still needed above: Enter the date on which the question is opened again.').first()).toBeVisible();
  await date(pointer(page), /question opened again/, '2099-01-05');
  await secret.fill(PASSPHRASE);
  await button(page, 'Sign as second officer').click();
  await expect(page.getByText(/not the passphrase of another officer.* Yours does not count here/).first()).toBeVisible({ timeout: 30_000 });
  await secret.fill(OTHERS);
  await button(page, 'Sign as second officer').click();
  await expect(page.getByText('B. Officer, Sergeant, Police Scotland, on')).toBeVisible({ timeout: 30_000 });
  await expectFits(page, 'a departure that was signed');
  await page.getByLabel('Why is it not conducted?').fill('Other reasons.');
  await expect(page.getByText('B. Officer signed an earlier wording')).toBeVisible();
  await page.getByLabel('Why is it not conducted?').fill('The address is given up this week.');
  await expect(page.getByText('B. Officer signed an earlier wording')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  await lock(page);

  await unlock(pointer(page), OTHERS);
  await openVaultScreen(page);
  await expect(page.getByText('Opened by B. Officer, Sergeant, Police Scotland.')).toBeVisible();
  await button(page, 'Remove A. Officer').click();
  await expectAccessible(page, 'removing an officer');
  await page.locator('form').getByRole('button', { name: 'Remove A. Officer' }).click();
  await expect(page.getByText('A. Officer is removed, and everything here is sealed under new keys')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Keys so far: set 2')).toBeVisible();
  await expectFits(page, 'the vault after a removal');
  expect((await readLog(page)).map(({ act }) => act)).toEqual(expect.arrayContaining(['officer added', 'passphrase of a second officer refused', 'conduct decision recorded', 'officer removed']));
  await lock(page);

  await page.locator('#unlock-secret').fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await expect(page.locator('#unlock-secret-error')).toContainText('That passphrase does not open this vault.', { timeout: 60_000 });
  await unlock(pointer(page), OTHERS);
  await page.getByRole('link', { name: 'Assessments', exact: true }).click();
  await page.getByRole('cell').getByRole('link', { name: /^ST-/u }).click();
  await page.getByRole('link', { name: 'Conduct an ERA, or not' }).click();
  await expect(page.getByText('B. Officer, Sergeant, Police Scotland, on')).toBeVisible();
});

test('a passkey opens the vault beside the passphrase, and no more once it is removed', async ({ page, context, app }) => {
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await openReady(page, app);
  await createVault(pointer(page));
  await openVaultScreen(page);
  await button(page, 'Add a passkey of this device').click();
  await expect(page.getByText('Added. It opens the vault on this device')).toBeVisible({ timeout: 30_000 });
  await expectFits(page, 'ways in with a passkey');
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);
  expect(JSON.stringify(credentials)).not.toContain('Officer');
  await lock(page);

  await button(page, 'Unlock with a passkey').click();
  await expect(button(page, 'Lock')).toBeVisible({ timeout: 60_000 });
  await lock(page);
  await unlock(pointer(page));
  await openVaultScreen(page);
  await button(page, 'Remove passkey 1').click();
  await expect(page.getByText('Removed. It opens this vault no more.')).toBeVisible({ timeout: 30_000 });
  await button(page, 'Make new keys now').click();
  await expect(page.getByText('Done. Everything is sealed under new keys.')).toBeVisible({ timeout: 60_000 });
  expect((await readLog(page)).map(({ act }) => act)).toEqual(expect.arrayContaining(['passkey added', 'passkey removed', 'new epoch']));
  await lock(page);
  await expect(page.locator('#unlock-secret')).toBeVisible();
  await expect(button(page, 'Unlock with a passkey')).toHaveCount(0);
});
