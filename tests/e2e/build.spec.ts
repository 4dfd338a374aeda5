import { readFileSync } from 'node:fs';
import { COUNCILS, greenspace, PARKS, POSTCODES, SCHOOLS } from '../geo/build/madeUpFiles';
import { expect, expectAccessible, openReady, openTraining, test } from './app';
import { pointer } from './hand';
import { expectFits, show } from './screens';
import { createVault } from './walk';

const given = (name: string, content: string | Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

test('with the server gone, the publishers’ files and a list of any columns become a pack in use that answers near an address', async ({ page, app }) => {
  const hand = pointer(page);
  await openReady(page, app);
  await createVault(hand);
  // Nothing of a build may need the network: neither the thread, nor SQLite for the GeoPackage.
  await app.stop();
  await hand.press(page.getByRole('link', { name: 'Area pack', exact: true }));
  await hand.press(page.getByRole('link', { name: 'Build an area pack' }));
  await expectAccessible(page, 'build, empty');
  await page.getByRole('button', { name: 'Build the pack' }).click();
  await expect(page.getByRole('alert')).toContainText('Add at least one file with places');

  await page.getByLabel('Add files').setInputFiles([given('a.geojson', COUNCILS), given('b.geojson', SCHOOLS), given('c.zip', POSTCODES), given('green.gpkg', await greenspace()), given('parks.csv', PARKS), given('map.osm.pbf', '\0\0\0\r\n\tOSMHeader')]);
  await expect(page.getByRole('combobox', { name: /^a\.geojson/ })).toHaveValue('councils');
  await expect(page.getByRole('combobox', { name: /^b\.geojson/ })).toHaveValue('schools');
  await expect(page.getByRole('combobox', { name: /^c\.zip/ })).toHaveValue('postcodes');
  await expect(page.getByRole('combobox', { name: /^green\.gpkg/ })).toHaveValue('greenspace');
  await expect(page.getByRole('combobox', { name: /^parks\.csv/ })).toHaveValue('mapped');
  await expect(page.getByText('only the command line reads this')).toBeVisible();
  await page.getByRole('button', { name: 'Remove map.osm.pbf' }).click();
  await page.getByLabel('Council', { exact: true }).selectOption('Testshire');

  const parks = page.getByRole('region', { name: 'parks.csv', exact: true });
  await expect(parks.getByLabel('Longitude')).toHaveValue('Long');
  await parks.getByRole('button', { name: 'Show what would be taken' }).click();
  await expect(parks.getByRole('alert')).toContainText('choose the column with the name');
  await parks.getByLabel('Name of the place').selectOption('Park');
  await parks.getByLabel('Kind of place').selectOption('Play parks');
  await parks.getByLabel('Title of the list').fill('Play parks of Testshire');
  await parks.getByLabel('Whose data it is').fill('Testshire Council');
  await parks.getByLabel('Licence').fill('Open Government Licence v3.0');
  await parks.getByLabel('Credit').fill('© Testshire Council');
  await parks.getByLabel('How far a place may lie').fill('20');
  await parks.getByRole('button', { name: 'Show what would be taken' }).click();
  await expect(parks.getByText('2 of 4 rows would be taken.')).toBeVisible();
  await expect(parks.getByText('1 dropped: No location')).toBeVisible();
  await expect(parks.getByRole('cell', { name: 'Links Swings' })).toBeVisible();
  const mapping = page.waitForEvent('download');
  await parks.getByRole('button', { name: 'Save this mapping as a file' }).click();
  expect(JSON.parse(readFileSync(await (await mapping).path(), 'utf8'))).toMatchObject({ format: 'steading-mapping', title: 'Play parks of Testshire', columns: { name: 'Park' } });

  await page.getByRole('button', { name: 'Build the pack' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Say where this list is complete');
  await parks.getByText('In the area and 5 km around it').click();
  for (const [part, value] of [['day', '1'], ['month', '10'], ['year', '2026']] as const) await parks.getByLabel(new RegExp(`^${part}$`, 'iu')).fill(value);
  await expectAccessible(page, 'build, filled in');
  await expectFits(page, 'build, filled in');
  await page.getByRole('button', { name: 'Build the pack' }).click();
  await expect(page.getByRole('heading', { name: 'Testshire was built' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Play parks of Testshire' })).toContainText('Given twice');
  await expect(page.getByText('No source covers Nurseries')).not.toContainText(/--|\(nursery\)/u);
  await expectFits(page, 'build, account');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^testshire-\d{4}-\d\d-\d\d\.steadingpack$/u);
  await page.getByRole('button', { name: 'Use this pack' }).click();
  await expect(page.getByText('Testshire is now in use. It is not signed')).toBeVisible();

  await show(page, '/stock');
  await page.getByLabel('Addresses', { exact: true }).setInputFiles(given('homes.csv', 'id,postcode\nH-1,ZX1 1AA\n'));
  await page.getByLabel('How far to look').fill('800');
  await page.getByRole('button', { name: 'Look around every address' }).click();
  await page.getByRole('button', { name: 'H-1', exact: true }).click();
  for (const name of ['Links Primary School', 'Links Swings', 'Links Park']) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
});

test('a source that is of no use is named, what was filled in stays, and the training vault uses no pack that it builds', async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, '/pack/build');
  await page.getByLabel('Add files').setInputFiles([given('schools.geojson', SCHOOLS), given('postcodes.zip', Buffer.from(POSTCODES).subarray(0, 200))]);
  await expect(page.getByText('damaged or cut short')).toBeVisible();
  await page.getByRole('combobox', { name: /^postcodes\.zip/ }).selectOption('Postcodes (Code-Point Open or ONS NSPL)');
  await page.getByText('A box', { exact: true }).click();
  await page.getByLabel('West, south, east, north').fill('-3.3,55.85,-3.1,55.95');
  await page.getByRole('button', { name: 'Build the pack' }).click();
  const failed = page.getByRole('alert').filter({ hasText: 'No pack was built' });
  await expect(failed).toContainText('postcodes.zip');
  await expectAccessible(page, 'build, failed');
  await expect(page.getByLabel('West, south, east, north')).toHaveValue('-3.3,55.85,-3.1,55.95');
  await page.getByRole('button', { name: 'Remove postcodes.zip' }).click();
  await page.getByRole('button', { name: 'Build the pack' }).click();
  await expect(page.getByRole('heading', { name: /was built/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this pack' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save as a file' })).toBeVisible();
});
