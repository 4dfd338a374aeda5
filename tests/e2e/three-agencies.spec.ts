import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PROFILES } from '../../src/record';
import { buildEdinburghPack } from '../cli/edinburghPack';
import { paragraphsIn, partsIn } from '../report/wordParts';
import { expect, expectAccessible, test } from './app';
import { pointer } from './hand';
import { expectFits, show } from './screens';
import { introduce, keep, setUp, share } from './teams';
import { allTasksDone, date, fillAddress, fillAgencies, fillFormulation, fillOutcome, fillPerson, fillReview, fillTrigger, fillUpToSites, loadPack, openTask, option, PASSPHRASE, save, setOffice, startAssessment } from './walk';

const [POLICE, COUNCIL, WORK] = ['SOPU, Example Division', 'Example Council', 'Example justice social work'];
/** Words of the record, by who may have them. */
const REASONS = 'The concerns that were found can be met by the conditions below.';
const CONDITION = 'Unannounced visits each fortnight';
const WEIGHED = 'As weighed at the meeting.';
const TOLD: Readonly<Record<'panel' | 'rsl' | 'health' | 'education', readonly string[]>> = { panel: [REASONS, CONDITION], rsl: [], health: [CONDITION], education: [CONDITION] };

async function takeFile(page: Page, path: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hand-over' }).click();
  await page.getByLabel('Hand-over file').setInputFiles(path);
}

async function takeAll(page: Page, team: string): Promise<void> {
  await expect(page.getByRole('heading', { name: `From ${team}` })).toBeVisible();
  for (const take of await page.getByRole('radio', { name: 'Take this section' }).all()) await pointer(page).choose(take);
  for (const why of await page.getByLabel(/why does theirs replace ours/u).all()) await why.fill('Known better there.');
  await page.getByRole('button', { name: 'Put the chosen sections on record' }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
}

const found = (text: string): readonly string[] => [REASONS, CONDITION, WEIGHED].filter((words) => text.includes(words));

/** The same copy on the screen, in a Word file, and as a hand-over file to the same reader would hold it. */
async function expectCopies(page: Page, record: string): Promise<void> {
  const hand = pointer(page);
  await show(page, `${record}/record`);
  await page.locator('summary', { hasText: 'Print or copy this record' }).click();
  for (const [id, told] of Object.entries(TOLD)) {
    await hand.choose(page.getByRole('group', { name: /^Which copy/u }).getByRole('radio', { name: PROFILES[id as keyof typeof TOLD].label, exact: true }));
    await hand.choose(page.getByRole('radio', { name: /Word file/u }));
    await page.getByLabel('Who is it for?').fill('Role only');
    await page.getByLabel('What for?').fill('Need to know');
    const offered = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Log it, and go on' }).click();
    const words = paragraphsIn(partsIn(readFileSync(await (await offered).path()))['word/document.xml'] ?? '').join('\n');
    expect([id, found(await page.locator('article').innerText())]).toEqual([id, told]);
    expect([id, found(words)]).toEqual([id, told]);
  }
}

test('one case goes from a council’s request to its annual review by three agencies on three vaults, by files, the server gone', async ({ page: police, app, another, watch }, info) => {
  test.setTimeout(300_000);
  const pack = await buildEdinburghPack();
  test.skip(pack === null, 'The real Edinburgh files are not beside this checkout.');
  if (pack === null) return;
  const [council, work] = [await another(), await another()];
  const hand = pointer(police);
  const ours = await setUp(police, app, info, POLICE, /^Law enforcement: Data/u);
  const theirs = await setUp(council, app, info, COUNCIL, /^General: UK GDPR/u, 'solo');
  const lead = await setUp(work, app, info, WORK, /^Law enforcement: Data/u, 'justiceSocialWork');
  await app.stop();
  const before = app.requests();
  for (const [page, known, team] of [[council, ours, POLICE], [police, theirs, COUNCIL], [police, lead, WORK], [work, ours, POLICE]] as const) await introduce(page, known, team);

  // The council has a flat in mind, and asks.
  await startAssessment(pointer(council), 'V-2026-0417');
  await fillTrigger(pointer(council));
  await takeFile(police, await share(council, info, POLICE));
  await takeAll(police, COUNCIL);
  const record = new URL(police.url()).pathname;

  await loadPack(hand, pack.path);
  await setOffice(hand, 300);
  await show(police, record);
  await fillAddress(hand, 'eh89dr');
  await fillPerson(hand);
  await fillUpToSites(hand);
  await save(hand);
  await fillAgencies(hand);
  await fillFormulation(hand);
  await show(police, `${record}/sign-off`);
  await expect(police.getByText('It cannot be signed yet')).toBeVisible();
  await expectAccessible(police, 'sign-off of a record in progress');
  await show(police, record);
  await fillOutcome(hand);
  await fillReview(hand);
  await allTasksDone(police);

  // The assessor signs here; the manager of justice social work, which leads, in their own vault.
  await police.getByRole('link', { name: 'Sign the record' }).click();
  await hand.choose(option(police, /Who signs as assessor/u, /^I sign it/u));
  await police.getByText('The record as it is signed', { exact: true }).click();
  await expect(police.getByRole('region', { name: 'The record as it is signed' })).toContainText(REASONS);
  await police.getByRole('button', { name: 'Sign as assessor' }).click();
  await expect(police.getByRole('alert')).toContainText('Read the record as it is signed, and say that you have.');
  await expectAccessible(police, 'sign-off, faults');
  await police.getByText('I have read the record as it is signed.').click();
  await police.getByLabel('Your own passphrase').fill(PASSPHRASE);
  await police.getByRole('button', { name: 'Sign as assessor' }).click();
  await expect(police.getByRole('heading', { name: 'Signed by the assessor; the manager has not signed' })).toBeFocused();
  await hand.choose(option(police, /Who signs as manager/u, /^The manager is in another team/u));
  await police.getByLabel('Which team?').selectOption({ label: `${WORK}, Justice social work` });
  await hand.choose(option(police, /By which duty/u, /Responsible Authority/u));
  await date(hand, /Until when can it be answered/u, '2098-12-31');
  await police.getByText(/^I have read what goes/u).click();
  await expectAccessible(police, 'asking for a manager’s signature');
  await expectFits(police, 'asking for a manager’s signature');
  const request = await keep(info, police.waitForEvent('download'), police.getByRole('button', { name: 'Log it, and make the request' }).click());

  await takeFile(work, request);
  await expect(work.getByRole('heading', { name: `${POLICE} asks for the manager’s signature under a record` })).toBeVisible();
  await expect(work.getByRole('region', { name: 'The record as it would be signed' })).toContainText(REASONS);
  await expectAccessible(work, 'a record to be signed');
  await expectFits(work, 'a record to be signed');
  await pointer(work).choose(option(work, /as the manager of the lead agency/u, 'I sign it'));
  await work.getByLabel('Your own passphrase').fill(PASSPHRASE);
  const answer = await keep(info, work.waitForEvent('download'), work.getByRole('button', { name: 'Sign it, log it, and make the answer' }).click());
  await takeFile(police, answer);
  await police.getByRole('button', { name: 'Put the signature on record' }).click();
  await expect(police.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible();
  await expect(police.getByText(`in another team’s vault, ${WORK}`)).toBeVisible();
  await expect(police.getByText('The signature holds.')).toHaveCount(2);
  await expectAccessible(police, 'a signed record');
  await expectFits(police, 'a signed record');

  await expectCopies(police, record);
  // Back to the council, which asked.
  await show(police, record);
  await takeFile(council, await share(police, info, COUNCIL, 'solo'));
  await takeAll(council, POLICE);
  await openTask(pointer(council), 'Decision');
  await expect(council.getByLabel('Reasons')).toHaveValue(REASONS);

  // A year on.
  await show(police, record);
  await police.getByRole('button', { name: 'Begin the annual review' }).click();
  await expect(police.getByText('Taken over from the record before')).toBeVisible();
  await police.getByRole('link', { name: 'What is told otherwise than before' }).click();
  await expect(police.getByText('The same standard, with the same local protocol or none.')).toBeVisible();

  // What was signed is amended with a reason alone, and both readings stay.
  await show(police, `${record}/outcome`);
  await police.getByLabel('Reasons').fill('Amended words.');
  await police.getByRole('button', { name: 'Save and go to all tasks' }).click();
  await expect(police.getByRole('alert')).toContainText('Say why it is amended');
  await expectAccessible(police, 'amending a signed record');
  await police.getByLabel('Why is the signed record amended?').fill('A date was misread.');
  await save(hand);
  await police.getByRole('link', { name: 'Sign the record anew' }).click();
  const row = police.getByRole('row').filter({ hasText: 'Amended words.' });
  await expect(row).toContainText(REASONS);
  await expect(police.getByText('A date was misread.', { exact: true })).toBeVisible();
  await expectAccessible(police, 'an amended record');
  await expectFits(police, 'an amended record');
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
});
