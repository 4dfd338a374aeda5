import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, openTraining, test } from './app';
import { pointer } from './hand';
import { caseOf, expectFits, show } from './screens';
import { answerRest, date, fillTriggerOf, openTask, option, save, stateOf } from './walk';

const TRIGGER = 'What starts this assessment';
const CONDUCT = 'Conduct an ERA, or not';
const QUESTION = 'Is the home above licensed premises?';
const NAME = 'Kinlowrie housing risk protocol';
const IN_USE = `In use now: ${NAME}, version 1.`;
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

async function open(page: Page, value: unknown): Promise<void> {
  await page.getByLabel('Open a protocol file').setInputFiles({ name: 'protocol.json', mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
}

async function fileText(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the protocol as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('steading-protocol-1.json');
  return readFileSync(await file.path(), 'utf8');
}

async function standardId(page: Page): Promise<string> {
  await show(page, '/standard');
  const id = page.locator('.st_id');
  await expect(id).toHaveText(/^[0-9a-f]{12}$/u);
  return await id.textContent() ?? '';
}

test('a local protocol asks more and never less: written, answered, refused where it weakens, carried as a file, and kept by the record that was answered under it', async ({ page, app }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00Z') });
  await openTraining(page, app);
  const hand = pointer(page);
  const assessment = await caseOf(page, 'TRAIN-0002');
  const changed = page.locator('.st_note').filter({ hasText: 'has changed since this was last put on record' });
  await show(page, assessment);
  await openTask(hand, TRIGGER);
  await fillTriggerOf(hand, { kind: 'other', event: 'A letter from the landlord', on: '2026-11-20' });
  await hand.choose(option(page, /Was there an ERA of this address before/, 'On a date'));
  await date(hand, 'On what date was the last ERA?', '2026-06-01');
  await hand.choose(option(page, /Was that ERA reviewed since/, 'Never'));
  await answerRest(hand, /What has changed since/);
  await save(hand);
  await expect(stateOf(page, TRIGGER)).toHaveText(['Done']);
  await openTask(hand, CONDUCT);
  await expect(page.getByText("An ERA is the agencies' discretion, case by case.", { exact: true })).toBeVisible();
  const national = await standardId(page);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Local protocol' }).click();
  await expectAccessible(page, 'no local protocol');
  await page.getByRole('button', { name: 'Write a local protocol' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Add trigger' }).click();
  const trigger = page.getByRole('group', { name: 'Trigger 1' });
  await expect(trigger.getByLabel('Question')).toBeFocused();
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect(problem(page)).toBeFocused();
  await expect(problem(page).getByRole('link')).toHaveText([/^Name: /u, /^Version: /u, /^Owner: /u, /^In force from: /u, ...['id', 'question', 'what yes asks for', 'where it stands', 'reason'].map((field) => new RegExp(`^Trigger 1, ${field}: `, 'u'))]);
  await expectAccessible(page, 'an empty protocol, refused');
  await expectFits(page, 'an empty protocol, refused');
  await hand.type(page.getByLabel('Name', { exact: true }), NAME);
  await hand.type(page.getByLabel('Version'), '1');
  await hand.type(page.getByLabel('Owner'), 'Strategic Oversight Group');
  await date(hand, 'In force from', '2026-04-01');
  await hand.type(trigger.getByLabel('Question'), QUESTION);
  await hand.select(trigger.getByLabel('What does yes ask for?'), 'Must: an ERA must be carried out');
  await hand.type(trigger.getByLabel('Where it stands in your document'), 'section 2.1');
  await hand.type(trigger.getByLabel('Why the office asks it'), 'Agreed after the review of 2025.');
  await hand.type(trigger.getByLabel('Id'), 'above-licensed');
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect(page.getByText(IN_USE)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page, 'a local protocol in use');
  const local = await standardId(page);
  expect(local).not.toBe(national);
  await expect(page.getByRole('region', { name: 'What the office adds' })).toContainText(QUESTION);

  await show(page, assessment);
  await expect(changed.getByRole('heading')).toHaveText(['New to answer: 1']);
  await expect(changed.getByRole('listitem')).toHaveText([QUESTION]);
  await expect(stateOf(page, TRIGGER)).toHaveText(['In progress']);
  await expectAccessible(page, 'tasks, with what is new to answer');
  await openTask(hand, TRIGGER);
  await expect(page.getByRole('region', { name: 'Asked by the local protocol' })).toContainText(`${NAME}, version 1 (Strategic Oversight Group)`);
  await hand.choose(option(page, QUESTION, 'Yes'));
  await expectAccessible(page, 'a question of the local protocol');
  await save(hand);
  await expect(changed).toHaveCount(0);
  await expect(stateOf(page, TRIGGER)).toHaveText(['Done']);
  await openTask(hand, CONDUCT);
  await expect(page.getByText('An ERA must be carried out.', { exact: true })).toBeVisible();
  await page.getByText('The clauses, how sure we are of each, and how each was answered').click();
  await expect(page.getByRole('listitem').filter({ hasText: `${NAME}, section 2.1 (version 1): ` })).toContainText("[local: the office's own protocol]");
  const expectKept = async () => {
    await show(page, `${assessment}/record`);
    const record = page.locator('.st_record');
    await expect(record).toContainText(`Asked by the office's own protocol: ${NAME}, version 1.`);
    await expect(record.getByRole('row').filter({ hasText: QUESTION }).first()).toContainText('section 2.1');
    await expect(record).toContainText(new RegExp(`Standard applied\\s*Version [\\d.]+, ${local}`, 'u'));
    await expect(record).toContainText(`Local protocol${NAME}, version 1`);
  };
  await expectKept();

  await show(page, '/protocol');
  const file = await fileText(page);
  const content = JSON.parse(file) as Record<string, unknown>;
  const bad: readonly [string, unknown, readonly string[]][] = [
    ['weaker', { ...content, version: '2', limits: [{ limit: 'initialEra', days: 10, reason: 'Busy.' }], removes: ['annualReview'] }, ['limits.0.days: Enter fewer than 7 days', 'removes: A local protocol adds to the standard; it cannot remove']],
    ['taking a national id', { ...content, version: '2', triggers: [{ id: 'annualReview', question: 'Shall it be done?', asksFor: 'discretionary', clause: '1', reason: 'Busy.' }] }, ['triggers.0.id: Use another id']],
    ['changed under its version', { ...content, owner: 'Somebody else' }, ['version: The file holds version 1, which is in use, with other content.']],
    ['no protocol', 'not json', ['This file is not JSON']],
  ];
  for (const [what, value, says] of bad) {
    await test.step(what, async () => {
      await open(page, value);
      for (const words of says) await expect(problem(page), what).toContainText(words);
      await expect(page.getByText('Nothing was changed: the protocol above stays in use.')).toBeVisible();
      await expect(page.getByRole('definition')).toHaveText([NAME, '1', 'Strategic Oversight Group', '1 April 2026']);
    });
    if (what === 'weaker') await expectAccessible(page, 'a protocol file that weakens, refused');
  }
  expect(await standardId(page)).toBe(local);

  await show(page, '/protocol');
  await page.locator('summary', { hasText: 'Stop using it' }).click();
  await page.getByRole('button', { name: 'Stop using it' }).click();
  await expect(page.getByText('No local protocol is in use now.')).toBeVisible();
  expect(await standardId(page)).toBe(national);
  await expectKept();
  await show(page, assessment);
  await expect(changed.getByRole('heading')).toHaveText(['No longer asked: 1']);
  await openTask(hand, CONDUCT);
  await expect(page.getByText("An ERA is the agencies' discretion, case by case.", { exact: true })).toBeVisible();

  await show(page, '/protocol');
  await open(page, file);
  await expect(page.getByText(IN_USE)).toBeVisible();
  expect(await fileText(page), 'the same bytes after export, import and export').toBe(file);
  expect(await standardId(page), 'the same text has the same id').toBe(local);
  await show(page, assessment);
  await expect(changed).toHaveCount(0);
  await openTask(hand, TRIGGER);
  await expect(option(page, QUESTION, 'Yes')).toBeChecked();
});
