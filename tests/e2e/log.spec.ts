import { readFileSync } from 'node:fs';
import { newAgeAddress } from '@/vault/format/age';
import { callSteading } from '../cli/callSteading';
import { expect, expectAccessible, openTraining, test } from './app';
import { expectFits, show } from './screens';

test('an export of the log is verified in Node, without the key and with it; an older code is found in the log', async ({ page, app }, info) => {
  const theirs = await newAgeAddress();
  await openTraining(page, app);
  await show(page, '/vault/log');
  const code = await page.locator('.st_code').innerText();
  await page.getByRole('link', { name: 'Export the log for an information officer' }).click();
  await page.getByLabel('Who is to read it').fill('Information officer, Kinlowrie');
  await page.getByLabel('What for').fill('Yearly check of lawfulness');
  await page.getByLabel('Address of the recipient').fill(theirs.recipient);
  const words = await page.locator('.st_code').innerText();
  expect(words.split(' ')).toHaveLength(6);
  await page.getByText('I have compared these words').click();
  await expectFits(page, 'export of the log');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Log it as a disclosure and make the file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^steading-[0-9A-Z]{8}-log-1-\d+-[0-9A-Z]{8}\.steadinglog$/u);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);

  const files = { f: new Uint8Array(readFileSync(path)), key: `# public key: ${theirs.recipient}\n${theirs.identity}\n` };
  const without = await callSteading(['verify', 'f'], files);
  expect([without.exit, without.out.includes('not seen: What the entries say')]).toEqual([0, true]);
  const opened = await callSteading(['verify', 'f', '--identity', 'key', '--json'], files);
  expect(opened.exit).toBe(0);
  const { entries } = JSON.parse(opened.out) as { entries: { event: string; act: string; detail: Record<string, string> }[] };
  expect(entries.at(-1)).toMatchObject({ event: 'disclosure', act: 'log exported', detail: { recipient: 'Information officer, Kinlowrie', purpose: 'Yearly check of lawfulness', address: words } });

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.getByLabel('Code of the log’s head').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Look for it in this log' }).click();
  await expect(page.getByText(/^It stands at number \d+, and \d+ numbers have followed/u)).toBeVisible();
  await page.getByLabel('Kind').selectOption('Disclosure');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expectAccessible(page, 'log with a filter');
  await expectFits(page, 'log with a filter');
});
