import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, openReady, openTraining, test } from './app';
import { caseOf, expectFits, readLog, show } from './screens';
import { date } from './walk';
import { pointer } from './hand';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

/** A finger, and how often it came down. What is chosen from a list costs two: to open it, and to choose. */
function finger(page: Page) {
  const count = { touches: 0, keys: 0 };
  const tap = async (target: Locator) => { await target.tap(); count.touches += 1; };
  return {
    count,
    tap,
    pick: (group: string | RegExp, label: string | RegExp) => tap(page.getByRole('group', { name: group }).locator('label', { hasText: label }).first()),
    choose: async (list: Locator, label: string | RegExp) => {
      await list.tap();
      await list.selectOption(await list.locator('option', { hasText: label }).first().getAttribute('value'));
      count.touches += 2;
    },
    type: async (field: Locator, text: string) => { await field.tap(); await field.fill(text); count.touches += 1; count.keys += text.length; },
  };
}

test('agencies are asked and left in two steps, a phoned reply is one short form, and what is missing is a limit', async ({ page, app, watch }) => {
  await openTraining(page, app);
  const assessment = await caseOf(page, 'TRAIN-0001');
  await app.stop();
  const before = app.requests();
  await show(page, `${assessment}/agencies`);
  const hand = finger(page);
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
  const call = finger(page);
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

test('a landlord answers about a flat without a vault, with the server gone, and the reply is taken in by an officer’s word', async ({ page, app, browser, watch }, info) => {
  await openTraining(page, app);
  const assessment = await caseOf(page, 'TRAIN-0001');
  // The landlord’s own device: Steading was there once, and no vault is.
  const context = await browser.newContext({ locale: 'en-GB', hasTouch: true, viewport: { width: 390, height: 844 } });
  const landlord = await context.newPage();
  await openReady(landlord, app);
  await expect(landlord.getByRole('heading', { name: 'Welcome to Steading' })).toBeVisible();
  await app.stop();
  const before = app.requests();

  await show(page, `${assessment}/requests`);
  await page.getByRole('button', { name: 'Log it, and make the file' }).tap();
  await expect(page.getByRole('alert')).toContainText('Enter the day until which it may be answered.');
  await expectAccessible(page, 'property request, with faults');
  await page.getByLabel('To whom does it go?').fill('Linn Homes, Link Officer');
  await page.getByLabel('What is it for?').fill('Canary purpose of our log.');
  await date(pointer(page), /Until when may it be answered/u, '2099-01-31');
  const [made] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the file' }).tap()]);
  expect(made.suggestedFilename()).toMatch(/^property-information-request-PR-[0-9A-Z]{4}-[0-9A-Z]{2}\.age$/u);
  const request = info.outputPath('request.age');
  await made.saveAs(request);
  const words = (await page.locator('.st_code').innerText()).trim();
  expect(words.split('-')).toHaveLength(6);
  await expectAccessible(page, 'property request made');
  await expectFits(page, 'property request made');

  const hand = finger(landlord);
  await hand.tap(landlord.getByRole('link', { name: 'Answer a property information request' }));
  await expect(landlord.getByRole('heading', { level: 1, name: 'Property information' })).toBeVisible();
  await expectAccessible(landlord, 'reply, closed');
  await landlord.getByLabel('Request file').setInputFiles(request);
  hand.count.touches += 2;
  await hand.type(landlord.getByLabel('The six words'), 'acorn actor adult amber angle apple');
  await hand.tap(landlord.getByRole('button', { name: 'Open the request' }));
  await expect(landlord.getByRole('alert')).toContainText('These words do not open this file');
  await hand.type(landlord.getByLabel('The six words'), words.replaceAll('-', ' '));
  await hand.tap(landlord.getByRole('button', { name: 'Open the request' }));
  await expect(landlord.getByText('What type of property is it?')).toBeVisible();
  await expect(landlord.locator('main')).not.toContainText(/TRAIN-|ST-[0-9A-Z]{4}|MAPPA|SONR|Canary|police/u);
  for (const [group, label] of [['What type', 'Flat'], ['What tenure', 'Social rent'], ['How is it entered', 'Common door with door entry'], ['common stair', 'Yes'], ['drying green', 'Yes'], ['bin store', 'No'], ['Is there a garden', 'None'], ['CCTV', 'Not known'], ['Is it available', 'Yes']] as const) {
    await hand.pick(new RegExp(group, 'u'), new RegExp(`^${label}$`, 'u'));
  }
  await hand.type(landlord.getByLabel('How large is it?'), 'Two bedrooms');
  await hand.type(landlord.getByLabel('Since when is it empty'), '2 November');
  await hand.type(landlord.getByLabel('Anything else to say about the building?'), 'Lift to all floors.');
  await hand.type(landlord.getByLabel('Who answers?'), 'Housing officer');
  await expectAccessible(landlord, 'reply, answered');
  await expectFits(landlord, 'reply, answered');
  const [back] = await Promise.all([landlord.waitForEvent('download'), hand.tap(landlord.getByRole('button', { name: 'Save the reply as a file' }))]);
  const reply = info.outputPath('reply.age');
  await back.saveAs(reply);
  // Some 23 touches at three seconds and 120 letters at one: under five minutes, the words that were mistyped among them.
  expect(hand.count.touches).toBeLessThanOrEqual(24);
  expect(hand.count.keys).toBeLessThanOrEqual(150);
  expect(await landlord.evaluate(async () => ({ local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length })), 'the page keeps nothing').toEqual({ local: 0, session: 0, databases: 0 });
  await landlord.reload();
  await expect(landlord.getByLabel('Request file')).toBeVisible();
  await expect(landlord.getByText('What type of property is it?')).toHaveCount(0);

  await page.getByLabel('Reply file').setInputFiles(reply);
  await expect(page.getByRole('heading', { name: 'Reported by the landlord, by file' })).toBeVisible();
  await expectAccessible(page, 'reply, in quarantine');
  await page.getByRole('button', { name: 'Take it in as reported' }).tap();
  await expect(page.getByText('On record, as the landlord reported it.')).toBeVisible();
  await page.getByLabel('Reply file').setInputFiles(reply);
  await expect(page.getByRole('alert')).toContainText('a reply counts once');
  await show(page, `${assessment}/agencies`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Registered social landlord' })).toContainText('Answered about the property only');
  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts.filter((act) => act.startsWith('Disclosure'))).toEqual(['Disclosure: property information request made']);
  expect(acts).toContain('Collection: reply of a landlord taken in');
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
  await context.close();
});
