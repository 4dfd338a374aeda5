import { statSync } from 'node:fs';
import { buildEdinburghPack } from '../cli/edinburghPack';
import { expect, expectAccessible, openReady, test } from './app';
import { createVault, fillConduct, fillOutcome, fillPerson, fillReview, fillSites, fillTrigger, loadPack, openTask, save, setOffice, startAssessment, unlock } from './walk';

test('the whole way through on the real Edinburgh data, with the server gone, to the printed PDF', async ({ page, app, watch }, info) => {
  const pack = await buildEdinburghPack();
  test.skip(pack === null, 'The real Edinburgh files are not beside this checkout.');
  if (pack === null) return;

  await openReady(page, app);
  await expectAccessible(page, 'first screen');
  await app.stop();
  const before = app.requests();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await createVault(page);
  await loadPack(page, pack.path);
  await expectAccessible(page, 'area pack');
  await setOffice(page, 400);
  await expectAccessible(page, 'office');

  await startAssessment(page, 'V-2026-0417');
  await expectAccessible(page, 'tasks');
  await openTask(page, 'Address');
  await page.getByLabel('Find the address').fill('eh89dr');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: /^EH8 9DR/ }).click();
  await expect(page.getByRole('heading', { name: 'Where it is' })).toBeVisible();
  await expect(page.getByText('Place the pin on the building')).toBeVisible();
  await expectAccessible(page, 'address, postcode only');
  await page.getByRole('button', { name: 'Place the pin in the middle of the map' }).click();
  await page.getByLabel('Street address').fill('12 Example Street, Edinburgh');
  await page.getByLabel('Flat or door').fill('2F1');
  await page.getByLabel(/^Proposed/).check();
  await expectAccessible(page, 'address, pin placed');
  await save(page);
  await fillPerson(page);
  await fillTrigger(page);
  await fillConduct(page);

  await openTask(page, 'Sites near the address');
  await page.getByRole('button', { name: 'Look around the address' }).click();
  await expect(page.getByRole('heading', { name: 'What was looked for, and what came of it' })).toBeVisible();
  await expect(page.locator('.st_map[data-state="ready"]')).toBeVisible();
  await fillSites(page);
  await expectAccessible(page, 'sites');
  await info.attach('sites', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
  await save(page);
  await fillOutcome(page);
  await fillReview(page);
  await expect(page.getByText('7 of 7 tasks done')).toBeVisible();

  // A lock and an unlock in between, as on any visit.
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await unlock(page);
  await expect(page.getByText('7 of 7 tasks done')).toBeVisible();

  await page.getByRole('link', { name: 'Read and print the record' }).click();
  await expect(page.getByRole('heading', { name: /Environmental Risk Assessment/ }).first()).toBeVisible();
  await expect(page.locator('.st_map[data-state="ready"]')).toBeVisible();
  await expectAccessible(page, 'record');
  await page.getByText('Print or copy this record').click();
  await page.getByLabel(/^Printed/).check();
  await page.getByLabel('Who is it for?').fill('SOPU file');
  await page.getByLabel('What for?').fill('Case file');
  await page.evaluate(() => { window.print = () => { document.body.dataset['printedAs'] = document.title; }; });
  await page.getByRole('button', { name: 'Log it, and go on' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed-as', /^steading-ST-/);
  const pdf = info.outputPath('record.pdf');
  await page.pdf({ path: pdf, format: 'A4', tagged: true, printBackground: true, preferCSSPageSize: true });
  expect(statSync(pdf).size).toBeGreaterThan(20_000);

  // What left the vault is on its log, with whom it was for.
  await page.getByRole('link', { name: 'Vault', exact: true }).click();
  await page.getByRole('link', { name: /log/i }).first().click();
  await expect(page.getByRole('cell', { name: 'Disclosure' }).first()).toBeVisible();
  await expectAccessible(page, 'log');
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
});
