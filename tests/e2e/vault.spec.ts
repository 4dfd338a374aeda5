import { chromium, test as plain } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAccessible, openReady, openTraining, serve, test } from './app';
import { filesWith, readStorage, tracesOf } from './atRest';
import { newAgeAddress } from '../../src/vault/format/age';
import { newVault } from '../vault/testDoor';
import { browserPath } from './browserPath';
import { pointer } from './hand';
import { lock, pathTo, readLog, show } from './screens';
import { addOfficer, conductYes, createVault, draftSaved, openTask, PASSPHRASE, printRecord, save, startAssessment, unlock, WHY_CONDUCTED } from './walk';

test('a page that ends right after the word Saved, without a lock, loses nothing of the draft', async ({ page, context, app }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0002');
  await conductYes(pointer(page));
  const path = new URL(page.url()).pathname;
  await page.getByLabel(WHY_CONDUCTED).fill('The last words before the battery went.');
  await draftSaved(page);
  await page.close();

  const again = await context.newPage();
  await again.goto(`${app.url}${path}`);
  await unlock(pointer(again));
  await expect(again.getByText('Your draft is back')).toBeVisible();
  await expect(again.getByLabel(WHY_CONDUCTED)).toHaveValue('The last words before the battery went.');
});

/** Another team's address file, made by the same code outside the browser. */
async function cardOf(team: string): Promise<Buffer> {
  const { vault } = await newVault();
  return Buffer.from((await vault.teamCard({ team, agency: 'council', regime: 'ukGdpr' })).bytes);
}

plain('nothing that an officer types can be read in the browser’s profile, in any encoding; a plain value put there by hand is found', async () => {
  const app = await serve();
  const profile = mkdtempSync(join(tmpdir(), 'steading-profile-'));
  const typed = { reference: 'Canary-Reference-71Q', address: 'Canary Address Wynd 52', draft: 'Canary draft whose words never reach the disk', office: 'Office-Canary-Name-38', officeDraft: 'Canary reason in a draft of the office', officer: 'Canary Second-Officer 83', team: 'Canary Partner-Team 47', recipient: 'Canary Log-Reader 95' };
  const control = { database: 'Control value in a database 64', local: 'Control value in local storage 29' };
  try {
    const context = await chromium.launchPersistentContext(profile, { executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'], locale: 'en-GB' });
    const page = await context.newPage();
    await openReady(page, app);
    await createVault(pointer(page));
    await page.getByRole('link', { name: 'Office', exact: true }).click();
    await page.getByLabel('Name of the office').fill(typed.office);
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
    await startAssessment(pointer(page), typed.reference);
    await openTask(pointer(page), 'Address');
    await page.getByLabel('Street address').pressSequentially(typed.address);
    await save(pointer(page));
    await conductYes(pointer(page));
    await page.getByLabel(WHY_CONDUCTED).pressSequentially(typed.draft);
    await draftSaved(page);
    await page.getByRole('link', { name: 'Office', exact: true }).click();
    await page.getByLabel('Why this far').pressSequentially(typed.officeDraft);
    await page.getByRole('link', { name: 'Vault', exact: true }).click();
    await addOfficer(pointer(page), typed.officer, 'quarry bramble window tinsel');
    await page.getByRole('link', { name: 'Hand-over', exact: true }).click();
    await page.getByLabel('Add a team by its address file').setInputFiles({ name: 'a.steadingaddress', mimeType: 'application/octet-stream', buffer: await cardOf(typed.team) });
    await expect(page.getByRole('listitem').filter({ hasText: typed.team })).toBeVisible();
    await show(page, '/vault/log');
    await page.getByRole('link', { name: 'Export the log for an information officer' }).click();
    await page.getByLabel('Who is to read it').fill(typed.recipient);
    await page.getByLabel('What for').fill('Yearly check of lawfulness');
    await page.getByLabel('Address of the recipient').fill((await newAgeAddress()).recipient);
    await page.getByText('I have compared these words').click();
    const exported = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Log it as a disclosure and make the file' }).click();
    await exported;
    expect(await page.evaluate(() => document.title)).not.toContain('Canary');
    await lock(page);
    await page.evaluate(async ({ database, local }) => {
      localStorage.setItem('control', local);
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('control', 1);
        request.onupgradeneeded = () => { request.result.createObjectStore('plain').put({ database }, 1); };
        request.onsuccess = () => { request.result.close(); resolve(); };
        request.onerror = () => { reject(new Error('The control could not be written.')); };
      });
    }, control);
    const read = await readStorage(page);
    for (const text of Object.values(typed)) for (const trace of tracesOf(text)) expect(read.includes(trace), `${text} can be read by a script`).toBe(false);
    for (const text of Object.values(control)) expect(read.includes(text), 'the control is read').toBe(true);
    await context.close();

    for (const text of Object.values(typed)) expect(filesWith(profile, tracesOf(text)), `${text} lies on the disk in clear`).toEqual([]);
    for (const text of Object.values(control)) expect(filesWith(profile, tracesOf(text)).length, `the control '${text}' is found`).toBeGreaterThan(0);
    expect(filesWith(profile, tracesOf(PASSPHRASE)), 'the passphrase lies on the disk').toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
    await app.stop();
  }
});

test('wrong passphrases are counted down, then make the officer wait, also after a reload; the recovery code needs no wait', async ({ page, app }) => {
  await page.clock.install();
  await openReady(page, app);
  const { recoveryCode } = await createVault(pointer(page));
  await lock(page);
  const secret = page.locator('#unlock-secret');
  const press = page.getByRole('button', { name: 'Unlock', exact: true });
  const message = page.locator('#unlock-secret-error');
  const says = ['You have 4 more tries', 'You have 3 more tries', 'You have 2 more tries', 'You have 1 more try', 'Wait until'];
  for (const words of says) {
    await secret.fill('not the passphrase at all');
    await press.click();
    await expect(message).toContainText('That passphrase does not open this vault.');
    await expect(message).toContainText(words);
  }
  await expect(press).toBeDisabled();
  await expectAccessible(page, 'made to wait');
  // The right one does not open it now either: not even tried.
  await page.reload();
  await secret.fill(PASSPHRASE);
  await press.click();
  await expect(message).toContainText('Too many wrong passphrases. Wait until');
  await expect(press).toBeDisabled();
  await page.clock.fastForward(31_000);
  await expect(press).toBeEnabled();
  await unlock(pointer(page));
  await lock(page);

  await page.getByRole('button', { name: 'I have lost the passphrase' }).click();
  await secret.fill(recoveryCode.replaceAll('-', ' ').toLowerCase());
  await press.click();
  await expect(page.getByRole('heading', { name: 'Set a new passphrase now' })).toBeVisible({ timeout: 60_000 });
  await page.locator('#change-passphrase').fill('quarry bramble window tinsel');
  await page.locator('#change-repeated').fill('quarry bramble window tinsel');
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(page.getByText('Changed. Use the new passphrase from now on')).toBeVisible({ timeout: 30_000 });
  await lock(page);
  await secret.fill(PASSPHRASE);
  await press.click();
  await expect(message).toContainText('That passphrase does not open this vault.');
  await unlock(pointer(page), 'quarry bramble window tinsel');
});

test('a backup with a neutral name opens on another device with the passphrase, and not with another', async ({ page, app, another }, info) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0003');
  await conductYes(pointer(page));
  await page.getByLabel(WHY_CONDUCTED).fill('Words that come back from the backup.');
  await save(pointer(page));
  await page.getByRole('link', { name: 'Vault', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^steading-[0-9A-Z]{8}-\d{4}-\d\d-\d\d-log-[0-9A-Z]{8}\.steadingbackup$/u);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  expect(filesWith(info.outputDir, tracesOf('Words that come back'))).toEqual([]);

  const other = await another();
  await openReady(other, app);
  await other.getByText('Restore a vault from a backup file').click();
  await other.getByLabel('Backup file').setInputFiles(path);
  await other.getByLabel('Passphrase of the backup').fill('not the passphrase at all');
  await other.getByRole('button', { name: 'Restore the backup' }).click();
  await expect(other.getByText('That does not open this backup. Nothing was written.').first()).toBeVisible({ timeout: 30_000 });
  expect(await other.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('steading-vault')))).toEqual([]);
  await other.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await other.getByRole('button', { name: 'Restore the backup' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Unlock your vault' })).toBeVisible({ timeout: 30_000 });
  await unlock(pointer(other));
  await other.getByRole('cell').getByRole('link', { name: /^ST-/u }).click();
  await other.getByRole('link', { name: 'Conduct an ERA, or not' }).click();
  await expect(other.getByLabel(WHY_CONDUCTED)).toHaveValue('Words that come back from the backup.');
});

test('an idle vault locks itself with the draft kept, a used one does not, and the screen of the address bar comes back', async ({ page, app }) => {
  await page.clock.install();
  await openTraining(page, app);
  const path = `${await pathTo(page, /^ST-/u)}/review`;
  await show(page, path);
  await page.clock.runFor('09:00');
  await page.getByLabel(/^Why then/u).fill('Typed before the officer was called away.');
  await page.keyboard.press('Tab');
  // The scroll to the next field counts as use: it is over when the draft is on disk.
  await draftSaved(page);
  await page.clock.runFor('09:00');
  await expect(page.getByRole('button', { name: 'Lock', exact: true }), 'nine minutes after the last key').toBeVisible();
  await page.clock.runFor('01:10');
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Steading' })).toBeVisible();
  await expect(page.getByText('Typed before')).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe(path);
  await page.getByRole('button', { name: 'Open the training area' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel(/^Why then/u)).toHaveValue('Typed before the officer was called away.');
});

test('the log holds collection, alteration, consultation, combination and disclosure of a short walk', async ({ page, app }) => {
  await openTraining(page, app);
  const assessment = await pathTo(page, /^ST-/u);
  await show(page, `${assessment}/sites`);
  await page.getByRole('button', { name: 'Look around the address' }).click();
  await expect(page.getByRole('heading', { name: 'What was looked for, and what came of it' })).toBeVisible();
  await save(pointer(page));
  await printRecord(pointer(page));
  const entries = await readLog(page);
  const acts = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ act }) => act);
  expect(acts('Collection')).toContain('training cases made');
  expect(acts('Combination')).toEqual(['looked around an address']);
  expect(acts('Alteration')).toEqual(['sites near the address recorded']);
  expect(acts('Disclosure')).toEqual(['record printed']);
  expect(acts('Consultation')).toEqual(expect.arrayContaining(['list of assessments opened', 'sites near an address opened', 'record opened', 'log opened']));
  expect(acts('Erasure')).toEqual([]);
});
