import type { Download, Page, TestInfo } from '@playwright/test';
import { AGENCIES, type AgencyId } from '../../src/terms';
import { expect, expectAccessible, openReady, type Served } from './app';
import { pointer } from './hand';
import { createVault, date, option } from './walk';

/** What a press saves, as a file of the test's own. */
export async function keep(info: TestInfo, wait: Promise<Download>, press: Promise<void>): Promise<string> {
  const [download] = await Promise.all([wait, press]);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** A vault with a name for others; returns its address file and its six words. */
export async function setUp(page: Page, app: Served, info: TestInfo, team: string, law: RegExp, agency: AgencyId = 'police'): Promise<{ card: string; words: string }> {
  await openReady(page, app);
  await createVault(pointer(page), agency);
  await page.getByRole('link', { name: 'Hand-over', exact: true }).click();
  await page.getByLabel('What is your team called?').fill(team);
  await page.getByText(law).click();
  await page.getByRole('button', { name: 'Save name and law' }).click();
  await expect(page.getByText('Saved. It stands on every file')).toBeVisible();
  const card = await keep(info, page.waitForEvent('download'), page.getByRole('button', { name: 'Save our address as a file' }).click());
  return { card, words: await page.locator('#our-words').innerText() };
}

/** Adds the other team, compares what it reads out, and says so. */
export async function introduce(page: Page, { card, words }: { card: string; words: string }, team: string): Promise<void> {
  await page.getByLabel('Add a team by its address file').setInputFiles(card);
  const entry = page.getByRole('listitem').filter({ hasText: team });
  await expect(entry.getByText('Not checked yet')).toBeVisible();
  await expect(entry.locator('.st_code')).toHaveText(words);
  await entry.getByText('Read out on the telephone').click();
  await entry.getByRole('button', { name: 'The words are the same' }).click();
  await expect(entry.getByText('Words compared by A. Officer')).toBeVisible();
}

/** From the tasks of a record: the full record, to a Responsible Authority. Returns the file. */
export async function share(page: Page, info: TestInfo, team: string, agency: AgencyId = 'police'): Promise<string> {
  const hand = pointer(page);
  await page.getByRole('link', { name: 'Hand over to another team' }).click();
  await hand.choose(page.getByRole('radio', { name: 'Share within MAPPA' }));
  await page.getByLabel('To which team?').selectOption({ label: `${team}, ${AGENCIES[agency]}` });
  await hand.choose(option(page, /By which duty/u, /Responsible Authority/u));
  await page.getByLabel('What is it for?').fill('The joint review of this address.');
  await hand.choose(option(page, /What may they have/u, /the full record/u));
  await expect(page.getByRole('heading', { name: 'Exactly this goes' })).toBeVisible();
  await page.getByRole('button', { name: 'Log it, and make the file' }).click();
  await expect(page.getByRole('alert')).toContainText('Read what goes, and say that you have.');
  await expectAccessible(page, 'hand over, faults');
  await page.getByLabel('Where does it come from?').fill('Our record');
  await page.getByLabel('How reliable is it?').fill('The address was seen; the rest is reported.');
  await date(hand, /Until when may it be used/u, '2099-01-31');
  await page.getByText(/^I have read what goes/u).click();
  const path = await keep(info, page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the file' }).click());
  await expect(page.getByText('On the log, and handed to the browser')).toBeVisible();
  return path;
}
