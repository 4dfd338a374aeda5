import { expect, expectAccessible, openTraining, test } from './app';
import { countingFinger } from './countingFinger';
import { caseOf, expectFits, show } from './screens';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

test('agencies are asked and left in two steps, a phoned reply is one short form, and what is missing is a limit', async ({ page, app, watch }) => {
  await openTraining(page, app);
  const assessment = await caseOf(page, 'TRAIN-0001');
  await app.stop();
  const before = app.requests();
  await show(page, `${assessment}/agencies`);
  const hand = countingFinger(page);
  for (const agency of ['Justice social work: team manager', 'Education', 'NHS: liaison officer']) await hand.pick('Nobody has dealt with these yet', agency);
  await hand.tap(page.getByRole('button', { name: 'Ask these: asked today' }));
  await expect(page.getByText('3 agencies: asked today.')).toBeVisible();
  await hand.tap(page.getByRole('button', { name: 'The others are not asked' }));
  await expect(page.getByText('Say why the others are not asked.')).toBeVisible();
  await expectAccessible(page, 'agencies, with a fault');
  await hand.type(page.getByLabel('The others are not asked in this case, because'), 'Known to hold nothing on this stair.');
  await hand.tap(page.getByRole('button', { name: 'The others are not asked' }));
  await expect(page.getByText('7 agencies: not asked in this case.')).toBeVisible();
  await hand.tap(page.getByRole('button', { name: 'Record Education' }));
  await hand.pick('What is known from Education?', 'Trace, relevant');
  await expectAccessible(page, 'agencies, a row opened');
  await expectFits(page, 'agencies, a row opened');
  await page.setViewportSize({ width: 390, height: 844 });
  await hand.pick('What is known from Education?', 'Asked, no answer yet');
  await hand.tap(page.getByRole('button', { name: 'Save and go to all tasks' }));

  // Somebody rings: from the list of tasks to the record, as a finger goes.
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  const call = countingFinger(page);
  await call.tap(page.getByRole('link', { name: 'Log a reply' }));
  await call.choose(page.getByLabel('Which agency?'), /^Justice social work/u);
  await call.pick('What did it answer?', 'Trace, not relevant');
  await call.tap(page.locator('label', { hasText: 'The same holds for its database checks' }));
  await call.tap(page.getByRole('button', { name: 'Team manager' }));
  await expectAccessible(page, 'log a reply');
  await expectFits(page, 'log a reply');
  await page.setViewportSize({ width: 390, height: 844 });
  await call.tap(page.getByRole('button', { name: 'Put it on record' }));
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  // A touch takes about three seconds and a letter one: under a minute, with room to listen.
  expect(call.count).toEqual({ touches: 7, keys: 0 });

  await show(page, `${assessment}/record`);
  const record = page.locator('.st_record');
  await expect(record.getByRole('table', { name: /^Each agency of ERA-2017/u }).getByRole('row', { name: /^Justice social work: team manager/u })).toContainText('Trace, not relevant');
  await expect(record.getByText(/^No answer yet: Education \(asked on /u)).toContainText('NHS: liaison officer');
  await expect(record.getByText(/^Not asked, or does not apply \(Known to hold nothing on this stair\): Housing: SOLO/u)).toBeVisible();
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
});
