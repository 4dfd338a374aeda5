import { type Page } from '@playwright/test';
import { expect, openReady, openTraining, test } from './app';
import { type Hand, pointer } from './hand';
import { asFile, packFile, withMarkup } from './packFiles';
import { expectMapsReady, lock, pathTo, show } from './screens';
import { chooseConduct, createVault, draftSaved, openTask, save, startAssessment, unlock } from './walk';

const MARKUP = '<img src=x onerror="window.ran=\'typed\'">';

async function take(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
  await page.locator('#pack-file').setInputFiles(file);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('Find the address').fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

async function inTrainingTask(page: Page, app: Parameters<typeof openTraining>[1], task: string): Promise<string> {
  await openTraining(page, app);
  const assessment = await pathTo(page, /^ST-/u);
  await show(page, `${assessment}/${task}`);
  return assessment;
}

test('a postcode that the pack lacks is told as such, and what is no place at all too', async ({ page, app }) => {
  await inTrainingTask(page, app, 'address');
  const error = page.locator('#place-query-error');
  await search(page, 'eh8 9dr');
  await expect(error).toContainText('EH8 9DR is not in this pack: it is new, ended, outside the area, or mistyped. Check it, or place the pin on the map.');
  await search(page, '  ');
  await expect(error).toContainText('Enter a postcode, a street address or coordinates.');
  await search(page, '\u{1F600} \u0000 no such lane %00 ../../ 999999999999999999');
  await expect(error).toContainText('Nothing in this pack matches.');
  await search(page, 'ZX1 1AG');
  await expect(error).toBeHidden();
  await expect(page.locator('.st_found__button').first()).toBeVisible();
});

test('a point far outside the pack is warned of, and nothing near it is called absent', async ({ page, app }) => {
  const assessment = await inTrainingTask(page, app, 'address');
  await search(page, '51.5074, -0.1278');
  await page.locator('.st_found__button').first().click();
  await expect(page.getByText('Outside the loaded area')).toBeVisible();
  await save(pointer(page));
  await openTask(pointer(page), 'Sites near the address');
  await page.getByRole('button', { name: 'Look around the address' }).click();
  const rows = page.getByRole('region', { name: 'What was looked for' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const said = await rows.evaluateAll((all) => all.map((row) => [...row.children].at(-1)?.textContent ?? ''));
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((words) => !words.startsWith('Not searched'))).toEqual([]);
  await save(pointer(page));
  await show(page, `${assessment}/record`);
  await expect(page.locator('.st_record')).toContainText('The address lies outside the area that the data was gathered for.');
  await expect(page.locator('.st_record')).not.toContainText(/none found (?!may|is no longer)/iu);
});

test('a pack that is empty, no pack, cut short, damaged, too new or fictional is refused in words, and the pack in use stays', async ({ page, app }) => {
  const good = await packFile();
  const flipped = (at: number) => { const bytes = Buffer.from(good.buffer); bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at); return asFile(bytes); };
  const newer = Buffer.from(good.buffer);
  newer.writeUInt32LE(newer.readUInt32LE(8) + 1, 8);
  await openReady(page, app);
  await createVault(pointer(page));
  await page.getByRole('link', { name: 'Area pack', exact: true }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'The pack was not loaded' });
  await take(page, asFile(Buffer.from('no pack at all')));
  await expect(refused).toContainText('No pack is in use: nothing is looked up until one is loaded.');
  await take(page, good);
  await expect(page.getByText('Burgh for tests is now in use.')).toBeVisible();
  const identity = await page.locator('dd .st_code').textContent();

  const bad: readonly [string, ReturnType<typeof asFile>, RegExp][] = [
    ['empty', asFile(Buffer.alloc(0)), /cut short.*Download or copy it again/u],
    ['noise', asFile(Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i * 31 + i * 7) % 256))), /not a Steading area pack.*ends in \.steadingpack/u],
    ['cut at a half', asFile(good.buffer.subarray(0, good.buffer.length / 2)), /cut short.*Download or copy it again/u],
    ['cut by one byte', asFile(good.buffer.subarray(0, -1)), /cut short.*Download or copy it again/u],
    ['a bit of its header flipped', flipped(100), /damaged.*Download or copy it again/u],
    ['a bit of its body flipped', flipped(Math.floor(good.buffer.length * 0.6)), /damaged.*Download or copy it again/u],
    ['made for a later version', asFile(newer), /made for a later Steading\. Update Steading/u],
    ['fictional', await packFile((content) => ({ ...content, training: true })), /fictional training area/u],
  ];
  for (const [what, file, words] of bad) {
    await test.step(what, async () => {
      await take(page, file);
      await expect(refused, what).toContainText(words, { timeout: 30_000 });
      await expect(refused).toContainText('Burgh for tests stays in use.');
      await expect(page.locator('dd .st_code')).toHaveText(identity ?? 'none');
      // Gone before the next: a message of the file before would pass for its own.
      await take(page, good);
      await expect(refused).toHaveCount(0);
      await expect(page.getByText('Burgh for tests is now in use.')).toBeVisible();
    });
  }
  await lock(page);
  await unlock(pointer(page));
  await expect(page.locator('dd .st_code')).toHaveText(identity ?? 'none');
});

test('a background map that cannot be read costs the streets, and not the sites', async ({ page, app }) => {
  await openReady(page, app);
  const hand: Hand = pointer(page);
  await createVault(hand);
  await page.getByRole('link', { name: 'Area pack', exact: true }).click();
  await take(page, await packFile((content) => ({ ...content, basemap: new Uint8Array(500).fill(7) })));
  await expect(page.getByText('Burgh for tests is now in use.')).toBeVisible();
  await startAssessment(hand, 'V-2026-0001');
  await openTask(hand, 'Address');
  await expectMapsReady(page);
  await expect(page.getByText('The background map of this pack cannot be read')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Place the pin in the middle of the map' })).toBeVisible();
});

async function expectOnlyText(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => ({ ran: (window as { ran?: string }).ran ?? null, images: document.querySelectorAll('img[src="x"], img[onerror]').length })), where).toEqual({ ran: null, images: 0 });
}

test('markup in the words of a pack and of an officer is shown as text on every screen, on the map and in the record, and nothing runs', async ({ page, app }) => {
  await openReady(page, app);
  const hand: Hand = pointer(page);
  await createVault(hand);
  await page.getByRole('link', { name: 'Area pack', exact: true }).click();
  await take(page, await packFile(withMarkup));
  await expect(page.getByText(/is now in use\./u)).toBeVisible();
  for (const where of ['title', 'area', 'layer', 'publisher', 'attribution', 'leavesOut', 'ask']) await expect(page.getByText(`<img src=x onerror="window.ran='${where}'">`).first(), where).toBeVisible();
  await expectOnlyText(page, 'area pack');
  await page.getByRole('link', { name: 'Office', exact: true }).click();
  await page.getByLabel('Name of the office').fill(`${MARKUP} office`);
  await page.getByLabel('Distance in metres').fill('400');
  await page.getByLabel('Why this far').fill(`${MARKUP} why`);
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
  await startAssessment(hand, `${MARKUP} ref`);
  const assessment = new URL(page.url()).pathname;
  await openTask(hand, 'Address');
  await search(page, 'ZX1 1AG');
  await page.locator('.st_found__button').filter({ hasText: '43 Market Street' }).first().click();
  await expect(page.getByLabel('Street address')).toHaveValue(/^<img src=x/u);
  await expectMapsReady(page);
  await expectOnlyText(page, 'address');
  await save(hand);
  await openTask(hand, 'Sites near the address');
  await page.getByRole('button', { name: 'Look around the address' }).click();
  await expect(page.getByRole('region', { name: 'Numbered sites' })).toContainText(`<img src=x onerror="window.ran='site'">`);
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByLabel('What is it?').fill(`${MARKUP} added`);
  await page.getByLabel('Reason').first().fill(`${MARKUP} reason`);
  await expectMapsReady(page);
  await page.locator('.st_map-badge').last().dispatchEvent('mouseover');
  await expect(page.locator('.st_map-tip')).toContainText('<img src=x');
  await expectOnlyText(page, 'sites, with a tip on the map');
  await save(hand);
  await openTask(hand, 'Conduct an ERA, or not');
  await chooseConduct(hand, 'conducted');
  await page.getByLabel('Why is it conducted?').fill(`${MARKUP} rationale`);
  await save(hand);

  await show(page, `${assessment}/record`);
  for (const words of [`${MARKUP} ref`, `${MARKUP} office`, `${MARKUP} added`, `${MARKUP} reason`, `${MARKUP} rationale`, `<img src=x onerror="window.ran='site'">`, `<img src=x onerror="window.ran='layer'">`, `<img src=x onerror="window.ran='address'">`]) {
    await expect(page.locator('.st_record'), words).toContainText(words);
  }
  await expectMapsReady(page);
  await expectOnlyText(page, 'record');
  await show(page, '/');
  await expect(page.getByRole('region', { name: 'Assessments', exact: true })).toContainText(`${MARKUP} ref`);
  const person = await pathTo(page, /<img src=x/u);
  await expectOnlyText(page, 'list');
  for (const path of [person, '/start', '/vault', '/vault/log', `${assessment}/outcome`]) {
    await show(page, path);
    await expectOnlyText(page, path);
  }
  // The check sees what it looks for: an image that a script of ours puts there, and markup that the page's policy refuses to make HTML of.
  expect(await page.evaluate((markup) => { try { return Reflect.set(document.createElement('div'), 'innerHTML', markup); } catch { return 'refused'; } }, MARKUP)).toBe('refused');
  await page.evaluate(() => { const image = document.createElement('img'); image.setAttribute('src', 'x'); document.body.append(image); });
  await expect(expectOnlyText(page, 'control')).rejects.toThrow();
});

test('a megabyte typed into a line and into a reason is refused at saving with the limit, and the draft keeps it through a reload', async ({ page, app }) => {
  const assessment = await inTrainingTask(page, app, 'address');
  const long = 'Every word is kept. '.repeat(52_500);
  expect(long.length).toBeGreaterThan(1_000_000);
  const typedInto = async (label: string, path: string, limit: string) => {
    await show(page, `${assessment}/${path}`);
    if (path === 'conduct') await chooseConduct(pointer(page), 'conducted');
    await page.getByLabel(label).fill(long);
    await draftSaved(page, 30_000);
    await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(limit);
    await page.reload();
    await page.getByRole('button', { name: 'Open the training area' }).click();
    await expect(page.getByText('Your draft is back')).toBeVisible({ timeout: 60_000 });
    expect((await page.getByLabel(label).inputValue()) === long, `${label} holds all of it`).toBe(true);
    await page.getByLabel(label).fill('Short again.');
    await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
    await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  };
  await typedInto('Street address', 'address', 'Use at most 500 characters here.');
  await typedInto('Why is it conducted?', 'conduct', 'Use at most 20,000 characters here.');
});

test('a date that does not exist is refused at its field and at saving, and is not dropped without a word', async ({ page, app }) => {
  const assessment = await inTrainingTask(page, app, 'trigger');
  const group = page.getByRole('group', { name: /On what date/u });
  for (const [day, month, year] of [['31', '2', '2026'], ['29', '2', '2027'], ['0', '5', '2026'], ['1', '13', '2026'], ['7', '', '2026'], ['1', '1', '26']] as const) {
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' }), [day, month, year].join(' ')).toContainText('Enter a real date: day, month and year.');
    await expect(group).toContainText('Enter a real date: day, month and year.');
    await expect(group.getByLabel('Day')).toHaveValue(day);
  }
  await group.getByLabel('Day').fill('29');
  await group.getByLabel('Month').fill('2');
  await group.getByLabel('Year').fill('2028');
  await save(pointer(page));
  await show(page, `${assessment}/trigger`);
  await expect(group.getByLabel('Year')).toHaveValue('2028');
});
