import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, openTraining, test } from './app';
import { pointer } from './hand';
import { caseOf, expectFits, readLog, show } from './screens';
import { date, fillTriggerOf, openTask, option, save, stateOf } from './walk';

const TRIGGER = 'What starts this assessment';
const EVENT = 'The person’s own notification at the police station';
const WHY = 'Two databases of the health board stand still until the tenth.';
const WHOLE = 'Initial ERA, all agencies';
const SOLO = "SOLO's part of the initial ERA";
const OTHERS = "Other agencies' part of the initial ERA";
const OWN = "The person's own notification of a change of home address";

const rowOf = (page: Page, what: string) => page.getByRole('region', { name: 'Deadlines' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: what, exact: true }) });
const due = (page: Page, what: string) => rowOf(page, what).getByRole('cell').first();

async function expectDue(page: Page, days: Readonly<Record<string, string>>): Promise<void> {
  for (const [what, on] of Object.entries(days)) await expect(due(page, what).locator('strong'), what).toHaveText(on);
}

async function saveOffice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
}

/** The calendar file, its folded lines made whole (RFC 5545 3.1). */
async function calendarFile(page: Page): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as calendar file (.ics)' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '') };
}

test('due days of a new address, counted across St Andrew’s Day and by the office’s own calendar, extended with a reason, in a calendar file, and not guessed', async ({ page, app }) => {
  await page.clock.install({ time: new Date('2026-11-27T10:00:00Z') });
  await openTraining(page, app);
  const hand = pointer(page);
  const assessment = await caseOf(page, 'TRAIN-0001');
  const clocks = async () => {
    await show(page, `${assessment}/clocks`);
    await expect(rowOf(page, WHOLE)).toBeVisible();
  };
  await show(page, assessment);
  await openTask(hand, TRIGGER);
  // A Thursday.
  await fillTriggerOf(hand, { kind: 'newAddress', event: EVENT, on: '2026-11-26' });
  await save(hand);
  await expect(page.getByText(`Next deadline: ${SOLO}, by 1 December 2026`)).toBeVisible();
  await page.getByRole('link', { name: 'Clocks and deadlines' }).click();
  await expectDue(page, { [WHOLE]: '8 December 2026', [SOLO]: '1 December 2026', [OTHERS]: '8 December 2026', [OWN]: 'Not known.' });
  await expect(rowOf(page, SOLO)).toContainText('4 calendar days left');
  await expect(rowOf(page, OWN)).toContainText('never ruled on');
  await expectAccessible(page, 'clocks of a new address');

  await rowOf(page, WHOLE).getByRole('button', { name: /^Show the counting/u }).click();
  const counting = page.locator('#counting');
  await expect(counting).toBeFocused();
  const rows = await counting.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')));
  expect(rows).toEqual([
    '26 November 2026 | Thursday | Does not count: the day of the event', '27 November 2026 | Friday | 1',
    '28 November 2026 | Saturday | Does not count: weekend', '29 November 2026 | Sunday | Does not count: weekend',
    "30 November 2026 | Monday | Does not count: St Andrew's Day (Scottish bank holiday)",
    '1 December 2026 | Tuesday | 2', '2 December 2026 | Wednesday | 3', '3 December 2026 | Thursday | 4', '4 December 2026 | Friday | 5',
    '5 December 2026 | Saturday | Does not count: weekend', '6 December 2026 | Sunday | Does not count: weekend',
    '7 December 2026 | Monday | 6', '8 December 2026 | Tuesday | 7',
  ]);
  await expectAccessible(page, 'the counting');
  await expectFits(page, 'the counting');
  await page.getByRole('button', { name: 'Hide the counting' }).click();
  await expect(rowOf(page, WHOLE).getByRole('button', { name: /^Show the counting/u })).toBeFocused();

  // An agency that has answered is not waited for.
  const agencies = page.getByRole('region', { name: 'Each agency’s clock' });
  await agencies.getByRole('button', { name: /^Record\s+Housing: SOLO$/u }).click();
  await agencies.getByRole('link', { name: 'agencies and databases' }).click();
  await page.getByRole('link', { name: 'Log a reply' }).click();
  await hand.select(page.getByLabel('Which agency?'), 'Housing: SOLO');
  await hand.choose(option(page, 'What did it answer?', /^No trace/u));
  await hand.type(page.getByLabel('Who answered?'), 'SOLO');
  await page.getByRole('button', { name: 'Put it on record' }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  await clocks();
  await expect(agencies.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Housing: SOLO' }) })).toContainText('Answered on 27 November 2026');
  await expectAccessible(page, 'an agency that has answered');
  await expectFits(page, 'an agency that has answered');

  await page.getByRole('button', { name: 'Add extension' }).click();
  const extension = page.getByRole('group', { name: 'Extension 1' });
  await extension.getByLabel('Which deadline is extended?').selectOption({ label: WHOLE });
  await expect(extension.getByText('First due day: 8 December 2026.')).toBeVisible();
  await date(hand, 'To which later day?', '2026-12-08');
  await expect(extension.getByText('Enter a day after 8 December 2026, the first due day.')).toBeVisible();
  await date(hand, 'To which later day?', '2026-12-15');
  const unfinished = page.locator('.st_note').filter({ hasText: 'it moves no day' });
  await expect(unfinished.getByRole('listitem')).toHaveText(['Extension 1: give the reason.']);
  await expectDue(page, { [WHOLE]: '8 December 2026' });
  await expectAccessible(page, 'an extension without its reason');
  await save(hand);
  await expect(stateOf(page, TRIGGER)).toHaveText(['In progress']);
  await expect(page.getByText(`Next deadline: ${WHOLE}, by 8 December 2026`)).toBeVisible();
  await clocks();
  await page.getByLabel('Why does it take longer?').fill(WHY);
  await expect(unfinished).toHaveCount(0);
  await expectDue(page, { [WHOLE]: '15 December 2026', [SOLO]: '1 December 2026' });
  await expect(due(page, WHOLE)).toContainText(`First due day: 8 December 2026. To 15 December 2026, decided by Trainee, on 27 November 2026. Reason: ${WHY}`);
  await save(hand);
  await expect(stateOf(page, TRIGGER)).toHaveText(['Done']);

  await clocks();
  const reference = await page.getByText(/^Assessment ST-/u).textContent().then((words) => words?.replace('Assessment ', '').trim() ?? 'none');
  const { name, text } = await calendarFile(page);
  expect(name).toBe(`steading-${reference}.ics`);
  await expect(page.getByText(`Handed to the browser as ${name}.`)).toBeVisible();
  expect([...text.matchAll(/^(?:DTSTART;VALUE=DATE|SUMMARY):(.*)\r$/gmu)].map(([, value]) => value)).toEqual([
    '20261215', `Steading ${reference}: Initial ERA\\, all agencies`, '20261201', `Steading ${reference}: ${SOLO}`, '20261208', `Steading ${reference}: ${OTHERS}`,
  ]);
  for (const words of ['TRAIN', 'Market', 'Kinlowrie', 'ZX1', 'Trainee', 'police', 'health board']) expect(text.toLowerCase(), words).not.toContain(words.toLowerCase());
  expect((await readLog(page)).at(-2)?.act).toBe('deadlines saved as a calendar file');

  await show(page, '/office');
  await hand.choose(page.getByRole('radio', { name: /^Side by side/u }));
  await saveOffice(page);
  await clocks();
  await expectDue(page, { [WHOLE]: '15 December 2026', [SOLO]: '1 December 2026', [OTHERS]: '4 December 2026' });
  await show(page, '/office');
  await page.getByRole('button', { name: 'Add local holiday' }).click();
  const holiday = page.getByRole('group', { name: 'Local holiday 1' });
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Enter the date of local holiday 1, or remove it.');
  await expectAccessible(page, 'office settings, a holiday without its day');
  await holiday.getByLabel('Name').fill('Trades day');
  await date(hand, 'Date', '2026-12-03');
  await saveOffice(page);
  await clocks();
  await expectDue(page, { [SOLO]: '1 December 2026', [OTHERS]: '7 December 2026' });
  await expect(due(page, WHOLE)).toContainText('First due day: 9 December 2026.');
  await rowOf(page, OTHERS).getByRole('button', { name: /^Show the counting/u }).click();
  await expect(counting.getByRole('row').filter({ hasText: '3 December 2026' })).toContainText('Does not count: Trades day (local holiday)');

  // Into a year whose bank holidays nobody has given.
  await show(page, `${assessment}/trigger`);
  await date(hand, /On what date did the agency learn/, '2027-12-22');
  await save(hand);
  await expect(page.getByText('1 deadline cannot be counted yet.')).toBeVisible();
  await clocks();
  await expectDue(page, { [WHOLE]: 'Not known.', [SOLO]: '24 December 2027', [OTHERS]: '31 December 2027' });
  await expect(due(page, WHOLE)).toContainText('The calendar does not hold the Scottish bank holidays of 2028');
  await expect(rowOf(page, WHOLE).getByRole('button', { name: /^Show the counting/u })).toHaveCount(0);
  await expectAccessible(page, 'clocks into a year that is not covered');
  await show(page, '/office');
  await page.getByRole('button', { name: 'Add further year' }).click();
  const year = page.getByRole('group', { name: 'Further year 1' });
  await year.getByLabel('Year', { exact: true }).first().fill('2028');
  await year.getByLabel('Where were they published?').fill('mygov.scot, read for this test');
  await year.getByRole('button', { name: 'Add another bank holiday' }).click();
  for (const [at, on, name] of [[1, '3', 'New Year’s Day (substitute)'], [2, '4', '2 January (substitute)']] as const) {
    const day = year.getByRole('group', { name: `Bank holiday ${String(at)}` });
    await day.getByLabel('Day', { exact: true }).fill(on);
    await day.getByLabel('Month').fill('1');
    await day.getByLabel('Year').fill('2028');
    await day.getByLabel('Name').fill(name);
  }
  await saveOffice(page);
  await expectAccessible(page, 'office settings with a further year');
  await clocks();
  // 23, 24, 29, 30 and 31 December; 5 and 6 January. The extension ends before it and moves nothing.
  await expectDue(page, { [WHOLE]: '6 January 2028' });
  await show(page, '/');
  await expect(page.getByRole('row').filter({ hasText: 'TRAIN-0001' })).toContainText('31 December 2027');
});
