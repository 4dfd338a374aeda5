import type { Download, Page, TestInfo } from '@playwright/test';
import { filesWith, tracesOf } from './atRest';
import { expect, expectAccessible, openReady, type Served, test } from './app';
import { pointer } from './hand';
import { expectFits, readLog, show } from './screens';
import { chooseConduct, createVault, date, openTask, option, save, startAssessment } from './walk';

const WHY = 'Why is it conducted?';

async function keep(info: TestInfo, wait: Promise<Download>, press: Promise<void>): Promise<string> {
  const [download] = await Promise.all([wait, press]);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** A vault with a name for others; returns its address file and its six words. */
async function setUp(page: Page, app: Served, info: TestInfo, team: string, law: RegExp): Promise<{ card: string; words: string }> {
  await openReady(page, app);
  await createVault(pointer(page));
  await page.getByRole('link', { name: 'Hand-over', exact: true }).click();
  await page.getByLabel('What is your team called?').fill(team);
  await page.getByText(law).click();
  await page.getByRole('button', { name: 'Save name and law' }).click();
  await expect(page.getByText('Saved. It stands on every file')).toBeVisible();
  const card = await keep(info, page.waitForEvent('download'), page.getByRole('button', { name: 'Save our address as a file' }).click());
  return { card, words: await page.locator('#our-words').innerText() };
}

/** Adds the other team, compares what it reads out, and says so. */
async function introduce(page: Page, { card, words }: { card: string; words: string }, team: string): Promise<void> {
  await page.getByLabel('Add a team by its address file').setInputFiles(card);
  const entry = page.getByRole('listitem').filter({ hasText: team });
  await expect(entry.getByText('Not checked yet')).toBeVisible();
  await expect(entry.locator('.st_code')).toHaveText(words);
  await entry.getByText('Read out on the telephone').click();
  await entry.getByRole('button', { name: 'The words are the same' }).click();
  await expect(entry.getByText('Words compared by A. Officer')).toBeVisible();
}

async function share(page: Page, info: TestInfo, team: string): Promise<string> {
  const hand = pointer(page);
  await page.getByRole('link', { name: 'Hand over to another team' }).click();
  await hand.choose(page.getByRole('radio', { name: 'Share within MAPPA' }));
  await page.getByLabel('To which team?').selectOption({ label: `${team}, Police Scotland` });
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

const acts = async (page: Page) => (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);

test('two teams exchange addresses, share a record, and take it beside their own, on the log of both', async ({ page: police, app, browser }, info) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const council = await context.newPage();
  const ours = await setUp(police, app, info, 'SOPU, Example Division', /^Law enforcement: Data/u);
  const theirs = await setUp(council, app, info, 'Example Council', /^General: UK GDPR/u);
  expect(ours.words.split(' ')).toHaveLength(6);
  await introduce(police, theirs, 'Example Council');
  await expectAccessible(police, 'hand-over with a partner');
  await expectFits(police, 'hand-over with a partner');
  await startAssessment(pointer(police), 'V-2026-0044');
  await openTask(pointer(police), 'Conduct an ERA, or not');
  await chooseConduct(pointer(police), 'conducted');
  await police.getByLabel(WHY).fill('Canary words of the police.');
  await save(pointer(police));
  const first = await share(police, info, 'Example Council');
  expect(filesWith(info.outputDir, tracesOf('Canary words of the police'))).toEqual([]);

  // From somebody whom nobody has checked, nothing is taken.
  await council.getByLabel('Hand-over file').setInputFiles(first);
  await expect(council.getByRole('status').filter({ hasText: 'The file was not put in quarantine' })).toContainText(ours.words);
  await introduce(council, ours, 'SOPU, Example Division');
  await council.getByRole('button', { name: 'Open the file again' }).click();
  await expect(council.getByRole('heading', { name: 'From SOPU, Example Division' })).toBeVisible();
  await expectAccessible(council, 'a file beside our record');
  await expectFits(council, 'a file beside our record');
  for (const take of await council.getByRole('radio', { name: 'Take this section' }).all()) await pointer(council).choose(take);
  await council.getByRole('button', { name: 'Put the chosen sections on record' }).click();
  await expect(council.getByText('tasks done. They can be done in any order.')).toBeVisible();

  await openTask(pointer(council), 'Conduct an ERA, or not');
  await expect(council.getByLabel(WHY)).toHaveValue('Canary words of the police.');
  await council.getByLabel(WHY).fill('What the council knows besides.');
  await save(pointer(council));
  await police.getByRole('link', { name: 'All tasks' }).click();
  const second = await share(police, info, 'Example Council');
  const keeping = new URL(police.url()).pathname.replace(/hand-over$/u, 'keeping');
  await council.getByRole('link', { name: 'Hand-over', exact: true }).click();
  await council.getByLabel('Hand-over file').setInputFiles(second);
  const conduct = council.getByRole('group', { name: 'Conduct decision', exact: true });
  const row = conduct.getByRole('row').filter({ hasText: 'Conflict' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('What the council knows besides.');
  await expect(row).toContainText('Canary words of the police.');
  for (const leave of await council.getByRole('radio', { name: 'Leave it: ours stays as it is' }).all()) await pointer(council).choose(leave);
  await pointer(council).choose(conduct.getByRole('radio', { name: 'Take this section' }));
  await council.getByRole('button', { name: 'Put the chosen sections on record' }).click();
  await expect(council.getByRole('alert')).toContainText('say why theirs replaces ours');
  await council.getByLabel(/why does theirs replace ours/u).fill('Agreed at the meeting.');
  await council.getByRole('button', { name: 'Put the chosen sections on record' }).click();
  await openTask(pointer(council), 'Conduct an ERA, or not');
  await expect(council.getByLabel(WHY)).toHaveValue('Canary words of the police.');

  await council.getByRole('link', { name: 'Hand-over', exact: true }).click();
  await council.getByLabel('Hand-over file').setInputFiles(second);
  await expect(council.getByText('A file counts once.')).toBeVisible();
  expect((await acts(police)).filter((act) => act.startsWith('Disclosure'))).toEqual(['Disclosure: record shared within MAPPA', 'Disclosure: record shared within MAPPA']);
  const taken = await acts(council);
  expect(taken.filter((act) => /received from/u.test(act)).map((act) => act.split(':')[0])).toEqual(['Collection', 'Alteration']);
  expect(taken).toContain('Consultation: file of another team opened');

  // Before it goes, the officer is shown who has copies; the certificate names them.
  await show(police, keeping);
  const told = police.locator('.st_note').filter({ hasText: 'These teams had files of this record' });
  await expect(told.getByRole('listitem').filter({ hasText: 'Example Council: file' })).toHaveCount(2);
  await expectAccessible(police, 'keeping, with copies out');
  await expectFits(police, 'keeping, with copies out');
  await police.getByLabel('Why is it disposed of?').fill('Begun for the wrong person.');
  await police.getByLabel('Decided by: name and role').fill('A. Fyfe, manager');
  await police.getByText('It may go for good.', { exact: true }).click();
  await police.getByRole('button', { name: 'Dispose of the record' }).click();
  await police.getByRole('button', { name: 'Make new keys now' }).click();
  await expect(police.getByText('The certificate tells of the new keys now')).toBeVisible();
  await expect(police.getByText('Example Council: file')).toHaveCount(2);
  await expectAccessible(police, 'certificate with copies and new keys');
  await context.close();
});
