import type { Page } from '@playwright/test';
import { CLAUSE_STATUSES, LIMITS, SECTIONS } from '../../src/rules';
import { GROUNDS } from '../../src/terms';
import { expect, expectAccessible, openTraining, test } from './app';
import { type Hand, keyboard, pointer } from './hand';
import { caseOf, lock, show } from './screens';
import { answerRest, chooseConduct, date, fillTriggerOf, openTask, option, save, stateOf } from './walk';

const CONDUCT = 'Conduct an ERA, or not';
const YEARLY = 'Is this the yearly review of a registered person?';
const SECOND_OFFICER = 'Second officer who authorises this: name and role';
const typedElsewhere = (page: Page) => option(page, 'Who answers for this beside you?', /^Authorised elsewhere/u);
const rowOf = (page: Page, reference: string) => page.getByRole('row').filter({ hasText: reference });
const stillNeeded = (page: Page) => page.locator('details').filter({ hasText: 'Still needed here' });

async function explain({ page, ...hand }: Hand, why: string): Promise<void> {
  await hand.type(page.getByLabel(why), 'Nothing has changed, and two home visits of this autumn are on file.');
  await hand.type(page.getByLabel('What points the other way?'), 'A primary school is planned on the next street.');
  await hand.type(page.getByLabel(/^What is relied on instead/), 'The visits of September and November.');
  await hand.type(page.getByLabel(/^What controls hold/), 'Monthly visits go on.');
}

test('an annual review that is not done is a departure in every list and in the record, runs out on its day, and is decided again', async ({ page, app }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00Z') });
  await openTraining(page, app);
  const hand = pointer(page);
  const assessment = await caseOf(page, 'TRAIN-0002');
  await show(page, assessment);
  await openTask(hand, 'What starts this assessment');
  await fillTriggerOf(hand, { kind: 'annualReview', event: 'Renewal of registration at the police station', on: '2026-11-20' });
  await date(hand, /registration renewed/, '2026-11-20');
  await hand.choose(option(page, /Was there an ERA of this address before/, 'On a date'));
  await date(hand, 'On what date was the last ERA?', '2025-11-18');
  await hand.choose(option(page, /Was that ERA reviewed since/, 'Never'));
  await answerRest(hand, /What has changed since/);
  await expectAccessible(page, 'what starts an annual review');
  await save(hand);

  await openTask(hand, CONDUCT);
  await expect(page.getByText('An ERA is carried out, or the reasons for not doing it are fully considered and documented (comply or explain).', { exact: true })).toBeVisible();
  await chooseConduct(hand, 'conducted');
  const departs = page.locator('.st_note').filter({ hasText: 'This departs from the standard' });
  await expect(departs).toHaveCount(0);
  await chooseConduct(hand, 'reviewNotDone');
  await expect(departs).toContainText(`${YEARLY} (comply or explain)`);
  await expect(departs.getByRole('listitem').filter({ hasText: /^ERA-2017 4\.0: .*\[confirmed: /u })).toHaveCount(1);
  await explain(hand, 'Why is the annual review not done?');
  await hand.choose(option(page, 'On which ground?', GROUNDS.recentEra));
  await hand.choose(typedElsewhere(page));
  await hand.type(page.getByLabel(SECOND_OFFICER), 'trainee, sergeant');
  await date(hand, /did they authorise it/, '2026-11-23');
  await date(hand, /question opened again/, '2027-02-01');
  await stillNeeded(page).locator('summary').click();
  await expect(stillNeeded(page).getByRole('listitem')).toHaveText(['Name another officer: the one who began this assessment cannot authorise it as well.']);
  await expectAccessible(page, 'a review not done, authorised by the first officer');
  await hand.type(page.getByLabel(SECOND_OFFICER), 'C. Inspector, SOPU');
  await expect(stillNeeded(page)).toHaveCount(0);
  await save(hand);

  await expect(stateOf(page, CONDUCT)).toHaveText(['Departure', 'Done']);
  await expect(page.getByRole('link', { name: CONDUCT })).toHaveAccessibleDescription('Done Departure');
  await expectAccessible(page, 'tasks of a departure');
  await show(page, '/');
  await expect(rowOf(page, 'TRAIN-0002')).toContainText('Departure: The annual review is not done');
  await expect(page.getByRole('row').filter({ hasText: 'Departure:' })).toHaveCount(1);
  await expectAccessible(page, 'list with a departure');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Departures' }).click();
  await expect(page.getByText('1 departure in 2026-27.')).toBeVisible();
  const counted = (caption: RegExp, row: string) => page.getByRole('table', { name: caption }).getByRole('row').filter({ hasText: row }).getByRole('cell');
  await expect(counted(/^What was asked/u, 'comply or explain')).toHaveText('1');
  await expect(counted(/^What was asked/u, 'says must')).toHaveText('0');
  await expect(counted(/^What was chosen/u, 'The annual review is not done')).toHaveText('1');
  await expect(counted(/^Ground/u, GROUNDS.recentEra)).toHaveText('1');
  const listed = page.getByRole('region', { name: 'Departures' }).getByRole('row').filter({ hasText: 'TRAIN-0002' });
  for (const words of ['23 November 2026', 'comply or explain', GROUNDS.recentEra, '1 February 2027']) await expect(listed, words).toContainText(words);
  await expectAccessible(page, 'departures, one');
  await show(page, `${assessment}/record`);
  for (const words of [
    'DEPARTURE FROM THE STANDARD', `Departs from ERA-2017 4.0, 'comply or explain': ${YEARLY}`, 'The annual review is NOT done.', GROUNDS.recentEra, 'C. Inspector, SOPU', '1 February 2027',
  ]) await expect(page.locator('.st_record'), words).toContainText(words);
  await expectAccessible(page, 'record of a departure');

  // Locked first: an open vault locks by itself where the clock jumps.
  await lock(page);
  await page.clock.setSystemTime(new Date('2027-02-01T09:00:00Z'));
  await page.getByRole('button', { name: /training area/i }).click();
  await expect(page.locator('.st_record')).toBeVisible({ timeout: 60_000 });
  await show(page, '/');
  await expect(rowOf(page, 'TRAIN-0002')).toContainText('Decision ran out on 1 February 2027: decide again');
  await expectAccessible(page, 'list with a decision that ran out');
  await show(page, assessment);
  await expect(stateOf(page, CONDUCT)).toHaveText(['Departure', 'Ran out: decide again', 'In progress']);
  await openTask(hand, CONDUCT);
  await expect(page.locator('.st_note').filter({ hasText: 'This decision ran out' })).toContainText('It held until 1 February 2027.');
  await expectAccessible(page, 'conduct decision that ran out');
  await hand.press(page.getByRole('button', { name: 'Decide again' }));
  await expect(page.getByRole('radio', { name: 'The annual review is not done' })).toBeFocused();
  await expect(page.getByLabel(SECOND_OFFICER)).toHaveValue('');
  for (const legend of [/did they authorise it/, /question opened again/]) for (const part of ['Day', 'Month', 'Year']) await expect(page.getByRole('group', { name: legend }).getByLabel(part)).toHaveValue('');
  await expect(page.getByLabel('Why is the annual review not done?')).toHaveValue(/^Nothing has changed/u);
  await expectAccessible(page, 'conduct decision, again');
  await save(hand);
  await expect(stateOf(page, CONDUCT)).toHaveText(['Departure', 'In progress']);
  await show(page, '/departures');
  await expect(listed).toContainText('Not recorded yet');
});

test('a person under 18 stops the adult route: every screen says whom to turn to, no clock runs, and an ERA cannot be settled on', async ({ page, app }) => {
  await openTraining(page, app);
  const hand = pointer(page);
  await show(page, await caseOf(page, 'TRAIN-0003'));
  const stop = page.locator('.st_note--error').filter({ hasText: 'The person is under 18: children in need first.' });
  await expect(stop).toHaveCount(0);
  await openTask(hand, 'Person');
  await hand.choose(option(page, /under 18/, 'Yes'));
  await expect(stop).toHaveAttribute('role', 'alert');
  await expectAccessible(page, 'person under 18');
  await save(hand);
  await expect(stop).toContainText('Turn to children and families social work');
  await expect(page.getByText(/^No deadline runs/u)).toBeVisible();
  await expectAccessible(page, 'tasks of a person under 18');
  await openTask(hand, CONDUCT);
  await expect(stop).toContainText('Turn to children and families social work');
  await expect(page.getByText('The adult standard does not apply.', { exact: true }).first()).toBeVisible();
  await chooseConduct(hand, 'conducted');
  await stillNeeded(page).locator('summary').click();
  await expect(stillNeeded(page)).toContainText('The adult route stops here.');
  await expectAccessible(page, 'conduct decision for a person under 18');
  await save(hand);
  await expect(stateOf(page, CONDUCT)).toHaveText(['In progress']);
});

test('by keyboard alone: a grid of answers by arrow keys, and a first ERA that is not conducted, to a task that is done', async ({ page, app }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00Z') });
  await openTraining(page, app);
  const hand = keyboard(page);
  await hand.press(rowOf(page, 'TRAIN-0001').getByRole('link', { name: /^ST-/u }));
  await openTask(hand, 'Person');
  await hand.choose(option(page, /^Licence$/u, 'Yes'));
  await hand.choose(option(page, /^Sexual risk order/u, 'Not known'));
  await answerRest(hand, /Which licence or orders/);
  await expect(option(page, /^Licence$/u, 'Yes')).toBeChecked();
  await expect(option(page, /^Sexual risk order/u, 'Not known')).toBeChecked();
  await expect(option(page, /^Older order/u, 'No')).toBeChecked();
  await expectAccessible(page, 'grid answered by keys');
  await save(hand);
  await openTask(hand, 'What starts this assessment');
  await fillTriggerOf(hand, { kind: 'initialRegistration', event: 'First notification', on: '2026-11-20' });
  await save(hand);
  await openTask(hand, CONDUCT);
  await chooseConduct(hand, 'notConducted');
  await explain(hand, 'Why is it not conducted?');
  await hand.choose(option(page, 'On which ground?', GROUNDS.leaving));
  await hand.choose(typedElsewhere(page));
  await hand.type(page.getByLabel(SECOND_OFFICER), 'C. Inspector, SOPU');
  await date(hand, /did they authorise it/, '2026-11-23');
  await date(hand, /question opened again/, '2026-12-07');
  await expect(page.locator('.st_note').filter({ hasText: 'This departs from the standard' })).toContainText('Is this the first registration of a person subject to SONR? (must)');
  await save(hand);
  await expect(stateOf(page, CONDUCT)).toHaveText(['Departure', 'Done']);
});

test('the standard, reached from the foot of the page, shows every section and clause with its label, and by label', async ({ page, app }) => {
  await openTraining(page, app);
  await page.getByRole('contentinfo').getByRole('link', { name: 'The standard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The standard, as Steading applies it' })).toBeVisible();
  const criteria = SECTIONS.flatMap((section) => section.criteria);
  for (const { heading } of SECTIONS) await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(criteria.length);
  for (const { question, clauses } of criteria) {
    const shown = page.getByRole('article', { name: question, exact: true });
    await expect(shown.getByRole('listitem')).toHaveText(clauses.map(({ document, clause, says, status }) => `${document}, ${clause}. ${says} [${status}: ${CLAUSE_STATUSES[status]}]`));
  }
  await expect(page.getByRole('region', { name: 'Table of the limits' }).getByRole('rowheader')).toHaveText(Object.values(LIMITS).map(({ label }) => label));
  await page.getByText(/clauses that were not seen whole$/u).click();
  await expectAccessible(page, 'standard');

  const reading = criteria.filter(({ clauses }) => clauses.some(({ status }) => status === 'reading'));
  expect(reading.length).toBeGreaterThan(3);
  await pointer(page).choose(page.getByRole('radio', { name: /^reading: our interpretation \(\d+\)$/u }));
  await expect(page.getByRole('article')).toHaveCount(reading.length);
  const labels = await page.getByRole('article').getByRole('listitem').allTextContents();
  expect(labels.filter((words) => !words.trim().endsWith(`[reading: ${CLAUSE_STATUSES.reading}]`))).toEqual([]);
  await expectAccessible(page, 'standard, readings only');
  await page.getByRole('link', { name: 'Limits of time' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Limits of time' })).toBeFocused();
});
