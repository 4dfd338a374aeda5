import { expect, expectAccessible, openTraining, test } from './app';
import { countingFinger } from './countingFinger';
import { expectFits, show } from './screens';

test.use({ hasTouch: true, viewport: { width: 1280, height: 900 } });

/** Of a finger or mouse, and of somebody who types. */
const [SECONDS_A_TOUCH, SECONDS_A_LETTER, AT_MOST_SECONDS] = [3, 0.3, 600];

test('an annual review in which nothing changed is done within ten minutes, beginning from the exercise’s record of last year', async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, '/training');
  const exercise = page.getByRole('region', { name: 'The annual review of a home' });
  await exercise.getByRole('button', { name: 'Begin' }).click();
  const begin = page.getByRole('button', { name: 'Begin the annual review' });
  await expect(begin).toBeVisible();
  const last = new URL(page.url()).pathname;

  const hand = countingFinger(page);
  const tasks = page.getByText('tasks done. They can be done in any order.');
  const task = async (name: string, fill: () => Promise<void>) => test.step(name, async () => {
    await hand.tap(page.getByRole('link', { name, exact: true }));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await fill();
    await expect(page.getByText(/^Still needed here/u)).toHaveCount(0);
    await hand.tap(page.getByRole('button', { name: 'Save and go to all tasks' }));
    await expect(tasks).toBeVisible();
  });
  const button = (name: string | RegExp) => hand.tap(page.getByRole('button', { name }));
  const holds = () => button(/^It holds today/u);
  const date = async (legend: string | RegExp, on: string) => {
    const [year = '', month = '', day = ''] = on.split('-');
    const group = page.getByRole('group', { name: legend });
    for (const [label, text] of [['Day', String(Number(day))], ['Month', String(Number(month))], ['Year', year]] as const) await hand.type(group.getByLabel(label), text);
    await page.keyboard.press('Tab');
  };
  const write = (label: string | RegExp, text: string) => hand.type(page.getByLabel(label), text);
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format());
  const nextYear = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4, 8)}01`;

  await hand.tap(begin);
  await expect(page.getByText('Taken over from the record before')).toBeVisible();
  const review = new URL(page.url()).pathname;
  expect(review).not.toBe(last);
  await task('Address', () => hand.tap(page.locator('label', { hasText: /^Already lived in/u })));
  await task('What starts this assessment', async () => {
    await date(/On what date did the agency learn/u, today);
    await hand.pick(/Which agency learned/u, 'Police Scotland');
    await button('Answer the rest with ‘No’');
  });
  await task('Kind of case', holds);
  await task('Conduct an ERA, or not', async () => {
    await hand.pick('What do the agencies decide?', 'An ERA is conducted');
    await write('Why is it conducted?', 'Full annual review.');
    await write('What points the other way?', 'Nothing has changed.');
    await write('What is known already, and relied on?', 'Review of last year.');
    await write('What holds until the ERA is done?', 'Visits as planned.');
  });
  await task('Property and building', holds);
  await task('Children and other people', async () => {
    for (const legend of [/under 18 live here/u, /Do children visit/u, /children minded here/u]) await hand.pick(legend, 'No');
    await hand.type(page.locator('#children\\.source'), 'Home visit');
    await date('Known on', today);
  });
  await task('Home visit', async () => {
    for (const legend of [/^Current housing/u, /^Contact with neighbours/u, /^Third-party visitors/u, /^Changes since/u]) await hand.pick(legend, 'Asked: nothing to report');
    await hand.type(page.locator('#homeVisit\\.source'), 'Home visit');
    await date(/date of the home visit|On what date|Date of the/iu, today);
  });
  await task('Physical check', async () => {
    await button('Start the walk-round');
    await hand.pick('Did two go?', 'No');
    await button(/^The rest: not seen/u);
    await button('I looked: none seen');
    await hand.pick('Was it at school-run time?', 'No');
    for (const risks of [/to the community$/u, /to the person$/u]) await hand.tap(page.getByRole('group', { name: risks }).getByRole('button', { name: 'No risk was seen' }));
    await button('End the visit');
    await expect(page.getByText('Walked and looked.')).toBeVisible();
  });
  await task('Sites near the address', async () => {
    await button('Look around the address');
    await expect(page.getByRole('heading', { name: 'What was looked for, and what came of it' })).toBeVisible();
    await holds();
    const asked = page.getByRole('group', { name: /^(?:Childminders|Children.s homes)/u });
    for (const one of await asked.all()) await hand.tap(one.locator('label', { hasText: /none reported/u }));
  });
  await task('Agencies and databases', async () => {
    for (const agency of ['Housing: SOLO', 'Police: SOPU']) await hand.pick('Nobody has dealt with these yet', agency);
    await button('Ask these: asked today');
    await write('The others are not asked in this case, because', 'They hold nothing here.');
    await button('The others are not asked');
  });
  for (const agency of [/^Housing: SOLO/u, /^Police/u]) {
    await hand.tap(page.getByRole('link', { name: 'Log a reply' }));
    await hand.choose(page.getByLabel('Which agency?'), agency);
    await hand.pick('What did it answer?', 'No trace');
    const databases = page.locator('label', { hasText: 'The same holds for its database checks' });
    if (await databases.isVisible()) await hand.tap(databases);
    await write(/^Who answered/u, 'Duty desk');
    await button('Put it on record');
    await expect(tasks).toBeVisible();
  }
  await task('Findings and risk formulation', holds);
  await task('Decision', async () => {
    await hand.pick(/conflict with a victim/u, 'No');
    await hand.choose(page.getByLabel('Which agency answered?'), 'Police Scotland');
    await hand.pick(/What do the Responsible Authorities decide/u, /^Manageable$/u);
    await write('Reasons', 'As last year; nothing new was found.');
    await write('What points the other way?', 'A school is near.');
    await hand.pick(/Do the agencies agree/u, /^Every agency that answered agrees/u);
    await write(/^Decided by/u, 'Sergeant, SOPU');
    await date(/Decided on/u, today);
  });
  await task('Review', async () => {
    await date(/When is this looked at again/u, nextYear);
    await write(/Why then/u, 'Annual review.');
    await write(/[Rr]etention rule/u, 'Rule 7');
  });
  await expect(page.getByText(/^(\d+) of \1 tasks done/u)).toBeVisible();

  const { touches, keys } = hand.count;
  const seconds = touches * SECONDS_A_TOUCH + keys * SECONDS_A_LETTER;
  test.info().annotations.push({ type: 'hand', description: `${String(touches)} touches, ${String(keys)} letters: ${String(Math.round(seconds))} s` });
  expect(seconds, `${String(touches)} touches, ${String(keys)} letters`).toBeLessThanOrEqual(AT_MOST_SECONDS);

  await show(page, `${review}/since`);
  await expect(page.getByText('nothing of these is told otherwise')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /number of days/u })).toBeVisible();
  await expectAccessible(page, 'told otherwise than before');
  await expectFits(page, 'told otherwise than before');
  await show(page, '/training');
  await exercise.locator('summary').click();
  await expect(exercise.getByText('Read the printed record first')).toBeVisible();
  await expectAccessible(page, 'exercises, one done');
});
