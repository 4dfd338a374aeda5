import { readFileSync } from 'node:fs';
import { trainingContent } from '../../training/trainingContent';
import { expect, expectAccessible, openTraining, test } from './app';
import { expectFits, readLog, show } from './screens';

const { addresses } = trainingContent();
/** Every address of the burgh, and some that cannot be placed. */
const CSV = `id,uprn,postcode\n${addresses.map(({ uprn, postcode }, i) => `H-${String(i + 1)},${uprn},${postcode}`).join('\n')}\nX-1,,ZZ1 1ZZ\n`;
const asCsv = (text: string) => ({ name: 'homes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file of addresses is looked around in a thread of its own, read one by one, and saved as facts without an order or a total', async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, '/stock');
  await page.getByRole('button', { name: 'Look around every address' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the file with the addresses.');
  await page.getByLabel('Addresses', { exact: true }).setInputFiles(asCsv(CSV));
  await page.getByRole('button', { name: 'Look around every address' }).click();
  await expect(page.getByText('Every address that could be placed has been looked around.')).toBeVisible();
  await expect(page.getByText(`${String(addresses.length)} addresses were placed, 1 was not.`)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'X-1' })).toContainText('is not in this pack');
  const counted = page.getByRole('status').filter({ hasText: 'in the order of the file' });
  await expect(counted).toContainText('1 to 20 of');
  await page.getByRole('button', { name: 'Next 20' }).press('Enter');
  await expect(counted).toContainText('21 to 40 of');
  await expect(counted, 'the list is read from its top').toBeFocused();
  await page.getByLabel('Find an id').fill('h-12');
  const first = page.getByRole('button', { name: 'H-12', exact: true });
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('region', { name: 'What was looked for' })).toBeVisible();
  await expectAccessible(page, 'one of many addresses');
  await expectFits(page, 'one of many addresses');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved.split('\r\n')[0]).toMatch(/^id,lng,lat,.*,category,status,coverage/u);
  expect(saved).toContain('notPlaced');
  expect(saved).not.toMatch(/score|suitable|rank|total/iu);
  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts).toContainEqual(expect.stringMatching(/Combination.*looked around the addresses of a file/iu));
  expect(acts).toContainEqual(expect.stringMatching(/near the addresses of a file saved as a file/u));
});

test('a long run is stopped at once, nothing of it is kept, and a wrong file is told by name', async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, '/stock');
  const { lng, lat } = addresses[0]?.point ?? { lng: 0, lat: 0 };
  // Far more addresses than a run of a moment: each at a point of its own.
  const many = Array.from({ length: 200_000 }, (_, i) => `N-${String(i)},${(lng + (i % 500) * 2e-5).toFixed(6)},${(lat + Math.floor(i / 500) * 2e-5).toFixed(6)}`);
  await page.getByLabel('Addresses', { exact: true }).setInputFiles(asCsv(`id,lng,lat\n${many.join('\n')}\n`));
  await page.getByRole('button', { name: 'Look around every address' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing of it is kept.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'homes.csv' })).toHaveCount(0);
  await page.getByLabel('Addresses', { exact: true }).setInputFiles(asCsv('name;postcode\nSomebody;ZX1 1AA\n'));
  await page.getByRole('button', { name: 'Look around every address' }).click();
  await expect(page.getByRole('alert')).toContainText('homes.csv');
  await expect(page.getByRole('button', { name: 'Look around every address' })).toBeEnabled();
});
