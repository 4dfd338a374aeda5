import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './app';

/** Steps of an assessment as an officer takes them, by what is written on the screen. */

export const PASSPHRASE = 'harbour lantern gravel thistle';

export async function createVault(page: Page): Promise<{ recoveryCode: string }> {
  await page.getByLabel('Your name').fill('A. Officer');
  await page.getByLabel('Your role').fill('Offender management officer');
  await page.getByLabel('Your agency').selectOption({ label: 'Police Scotland' });
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set up the vault' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'recovery code');
  const groups = await page.locator('.sheet .group').allTextContents();
  await page.getByLabel(/last group of the code/).fill(groups.at(-1) ?? '');
  await page.getByRole('button', { name: /on paper: go on/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Assessments' })).toBeVisible();
  return { recoveryCode: groups.join('-') };
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).first().fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible({ timeout: 60_000 });
}

export async function loadPack(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'Area pack', exact: true }).click();
  await page.getByLabel('Area pack', { exact: true }).setInputFiles(path);
  await expect(page.getByText(/is now in use\./)).toBeVisible({ timeout: 60_000 });
}

export async function setOffice(page: Page, radiusMetres: number): Promise<void> {
  await page.getByRole('link', { name: 'Office', exact: true }).click();
  await page.getByLabel('Name of the office').fill('Divisional office');
  await page.getByLabel('Distance in metres').fill(String(radiusMetres));
  await page.getByLabel('Why this far').fill('Agreed with the council for tenement streets; reviewed each year.');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
}

export async function startAssessment(page: Page, reference: string): Promise<void> {
  await page.getByRole('link', { name: 'Assessments', exact: true }).click();
  await page.getByRole('link', { name: 'Start an assessment' }).click();
  const who = page.getByLabel('Not in this vault yet');
  if (await who.isVisible()) await who.check();
  await page.getByLabel('Reference of the person').fill(reference);
  const where = page.getByLabel(/A new address/);
  if (await where.isVisible()) await where.check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
}

export async function openTask(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
}

export async function date(page: Page, legend: RegExp, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(String(Number(day)));
  await group.getByLabel('Month').fill(String(Number(month)));
  await group.getByLabel('Year').fill(year);
  await group.getByLabel('Year').blur();
}

export function choice(page: Page, legend: RegExp, option: string | RegExp): Locator {
  return page.getByRole('group', { name: legend }).getByLabel(option).first();
}

export async function fillPerson(page: Page): Promise<void> {
  await openTask(page, 'Person');
  await choice(page, /under 18/, 'No').check();
  await choice(page, /subject to sex offender notification/, 'Yes').check();
  await choice(page, /MAPPA category/, /Category 1/).check();
  await choice(page, /MAPPA level/, /Level 1/).check();
  await choice(page, /Supervision/, /Licence/).check();
  await save(page);
}

export async function fillTrigger(page: Page): Promise<void> {
  await openTask(page, 'What starts this assessment');
  await choice(page, /What has happened/, /New address/).check();
  await date(page, /On what date/, '2026-11-16');
  await choice(page, /Which agency learned/, 'Police Scotland').check();
  await save(page);
}

export async function fillConduct(page: Page): Promise<void> {
  await openTask(page, 'Conduct an ERA, or not');
  await choice(page, /Is an ERA conducted/, /^Yes/).check();
  await page.getByLabel('Why is it conducted?').fill('A subsequent address of a registered person; the property has not been assessed before.');
  await page.getByLabel('What points the other way?').fill('The stair was profiled by the landlord last year.');
  await save(page);
}

/** Judges every category that is on the list, and answers what no map can. */
export async function fillSites(page: Page): Promise<void> {
  const groups = page.locator('fieldset.st_group');
  const count = await groups.count();
  for (let at = 0; at < count; at += 1) {
    await groups.nth(at).getByLabel(at % 2 === 0 ? 'Relevant to this victim profile' : 'Not relevant to this victim profile', { exact: true }).first().check();
    await groups.nth(at).getByLabel('Reason').first().fill('Weighed against the victim profile that the lead agency holds.');
  }
  const checks = page.getByRole('group', { name: /^(CCTV|Children's toys|Childminders|Children's homes)/ });
  const asked = await checks.count();
  expect(asked).toBe(4);
  for (let at = 0; at < asked; at += 1) {
    await checks.nth(at).getByLabel(/none reported/).check();
  }
  const notes = page.getByLabel(/^Note: who said so/);
  for (let at = 0; at < await notes.count(); at += 1) await notes.nth(at).fill('Visit of 18 November 2026, two officers.');
}

export async function fillOutcome(page: Page): Promise<void> {
  await openTask(page, 'Decision');
  await choice(page, /conflict with a victim/, 'No').check();
  await page.getByLabel('Which agency answered?').selectOption({ label: 'Police Scotland' });
  await choice(page, /What do the Responsible Authorities decide/, 'Manageable with conditions').check();
  await page.getByLabel('Reasons').fill('The concerns that were found can be met by the conditions below.');
  await page.getByLabel('What points the other way?').fill('A nursery opens on the same street in the new year.');
  await page.getByLabel(/^Conditions/).fill('Unannounced visits each fortnight: SOPU, from the first week.');
  await page.getByLabel(/^Decided by/).fill('A. Sergeant, SOPU');
  await date(page, /Decided on/, '2026-11-20');
  await save(page);
}

export async function fillReview(page: Page): Promise<void> {
  await openTask(page, 'Review');
  await date(page, /When is this looked at again/, '2027-05-20');
  await page.getByLabel(/Why then/).fill('Half-way to the annual review; sooner when the nursery opens.');
  await page.getByLabel(/Retention rule/).fill('MAPPA records, rule 7');
  await save(page);
}
