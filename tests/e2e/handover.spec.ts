import type { Page } from '@playwright/test';
import { GROUNDS } from '../../src/terms';
import { filesWith, tracesOf } from './atRest';
import { expect, expectAccessible, test } from './app';
import { pointer } from './hand';
import { expectFits, readLog, show } from './screens';
import { introduce, keep, setUp, share } from './teams';
import { chooseConduct, date, fillPerson, fillTrigger, openTask, option, PASSPHRASE, save, startAssessment } from './walk';

const WHY = 'Why is it conducted?';

const acts = async (page: Page) => (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);

test('two teams exchange addresses, share a record, and take it beside their own, on the log of both', async ({ page: police, app, another }, info) => {
  const council = await another();
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
});

test('a second officer of another team is asked by a file, does not authorise a departure, then authorises it, and both answers are printed', async ({ page: police, app, another }, info) => {
  const council = await another();
  const ours = await setUp(police, app, info, 'SOPU, Example Division', /^Law enforcement: Data/u);
  const theirs = await setUp(council, app, info, 'Example Council', /^General: UK GDPR/u);
  await introduce(police, theirs, 'Example Council');
  await introduce(council, ours, 'SOPU, Example Division');
  const hand = pointer(police);
  await startAssessment(hand, 'V-2026-0052');
  await fillPerson(hand);
  await fillTrigger(hand);
  await openTask(hand, 'Conduct an ERA, or not');
  await chooseConduct(hand, 'notConducted');
  await police.getByLabel('Why is it not conducted?').fill('The address is given up this week.');
  await police.getByLabel('What points the other way?').fill('It is a new address.');
  await police.getByLabel('What is relied on instead?').fill('The visit of last week.');
  await police.getByLabel('What controls hold meanwhile?').fill('Weekly contact.');
  await hand.choose(option(police, 'On which ground?', GROUNDS.leaving));
  await date(hand, /question opened again/, '2099-01-05');
  await hand.choose(option(police, 'Who answers for this beside you?', /^An officer of another team signs it/));

  async function ask(): Promise<string> {
    await police.getByLabel('Which team?').selectOption({ label: 'Example Council, Police Scotland' });
    await hand.choose(option(police, /By which duty/u, /Responsible Authority/u));
    await date(hand, /Until when can it be answered/u, '2098-12-31');
    await police.getByText(/^I have read what goes/u).click();
    const path = await keep(info, police.waitForEvent('download'), police.getByRole('button', { name: 'Log it, and make the request' }).click());
    await expect(police.getByText('Asked of Example Council, and not answered yet')).toBeVisible();
    return path;
  }
  async function answer(request: string, choice: RegExp, reason: string | null): Promise<string> {
    await council.getByLabel('Hand-over file').setInputFiles(request);
    await expect(council.getByRole('heading', { name: 'SOPU, Example Division asks for authority for a departure' })).toBeVisible();
    await expect(council.getByText('The address is given up this week.')).toBeVisible();
    await expect(council.getByText('V-2026-0052')).toHaveCount(0);
    await pointer(council).choose(option(council, /as the second officer/u, choice));
    if (reason !== null) await council.getByLabel('Why not?').fill(reason);
    await council.getByLabel('Your own passphrase').fill(PASSPHRASE);
    const path = await keep(info, council.waitForEvent('download'), council.getByRole('button', { name: 'Sign it, log it, and make the answer' }).click());
    await expect(council.getByText('On the log, and handed to the browser')).toBeVisible();
    return path;
  }
  async function take(answered: string, button: string): Promise<void> {
    await police.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hand-over' }).click();
    await police.getByLabel('Hand-over file').setInputFiles(answered);
    await expect(police.getByRole('heading', { name: 'Answer of Example Council about authority' })).toBeVisible();
    await expectFits(police, 'an answer about authority');
    await police.getByRole('button', { name: button }).click();
    await expect(police.getByRole('heading', { level: 1, name: 'Conduct an ERA, or not' })).toBeVisible();
  }

  await police.getByRole('button', { name: 'Log it, and make the request' }).click();
  await expect(police.getByRole('alert')).toContainText('Choose the team whose officer you ask.');
  await expectFits(police, 'asking another team for authority');
  const first = await ask();
  // Nothing is lost while the file is away: the decision is on record, and the request is told again.
  await save(hand);
  await openTask(hand, 'Conduct an ERA, or not');
  await expect(police.getByText('Asked of Example Council, and not answered yet')).toBeVisible();
  await police.getByLabel('What controls hold meanwhile?').fill('Daily contact.');
  await expect(police.getByText('The decision was changed since.')).toBeVisible();
  await police.getByLabel('What controls hold meanwhile?').fill('Weekly contact.');
  await expect(police.getByText('The decision was changed since.')).toHaveCount(0);

  const refusal = await answer(first, /^I do not authorise it/u, 'Look at the address first.');
  await take(refusal, 'Put the refusal on record');
  await expect(police.getByText('Look at the address first.')).toBeVisible();
  await expect(police.getByText('The departure still lacks authority.')).toBeVisible();

  await hand.choose(option(police, 'Who answers for this beside you?', /^An officer of another team signs it/));
  // Closed by its answer.
  await expect(police.getByText('not answered yet')).toHaveCount(0);
  const second = await ask();
  await council.getByLabel('Hand-over file').setInputFiles(second);
  await expect(council.getByRole('heading', { name: /asks for authority/u })).toBeVisible();
  await council.getByRole('button', { name: 'Sign it, log it, and make the answer' }).click();
  await expect(council.getByRole('alert')).toContainText('Say whether you authorise it.');
  await expectFits(council, 'a request for authority');
  const given = await answer(second, /^I authorise this departure/u, null);
  await take(given, 'Put the authority on record');
  const signed = police.getByRole('status').filter({ hasText: 'Signed by a second officer' });
  await expect(signed).toContainText('by their own key, in another team’s vault, Example Council');
  await expect(signed).toContainText(theirs.words);
  await save(hand);
  await show(police, `${new URL(police.url()).pathname.replace(/\/$/u, '')}/record`);
  const printed = police.locator('article, main').filter({ hasText: 'Whether an ERA is conducted' }).first();
  await expect(printed).toContainText('Authorised by a second officer, by their own key, in another team’s vault: Example Council');
  await expect(printed).toContainText('It holds');
  await expect(printed).toContainText('Look at the address first.');
  expect(await acts(police)).toEqual(expect.arrayContaining(['Disclosure: authority for a departure asked of another team', expect.stringMatching(/^Alteration: refusal of authority received/u), expect.stringMatching(/^Alteration: authority received/u)]));
  expect(await acts(council)).toEqual(expect.arrayContaining(['Disclosure: authority for a departure of another team not given', 'Disclosure: authority for a departure of another team given']));
});
