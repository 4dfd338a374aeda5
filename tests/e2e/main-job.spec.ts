import { readFileSync } from 'node:fs';
import { buildEdinburghPack } from '../cli/edinburghPack';
import { expect, expectAccessible, openReady, test } from './app';
import { keyboard } from './hand';
import { allTasksDone, createVault, fillAddress, fillAgencies, fillFormulation, fillOutcome, fillPerson, fillReview, fillTrigger, fillUpToSites, keepAndShrink, loadPack, printRecord, save, setOffice, startAssessment, unlock } from './walk';

test('the whole way through on the real Edinburgh data, the server gone, to the printed PDF, by keyboard alone', async ({ page, app, watch }, info) => {
  test.setTimeout(300_000);
  const pack = await buildEdinburghPack();
  test.skip(pack === null, 'The real Edinburgh files are not beside this checkout.');
  if (pack === null) return;
  const hand = keyboard(page);

  await openReady(page, app);
  await expectAccessible(page, 'first screen');
  await app.stop();
  const before = app.requests();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await createVault(hand);
  await loadPack(hand, pack.path);
  await expectAccessible(page, 'area pack');
  await setOffice(hand, 300);
  await expectAccessible(page, 'office');
  await startAssessment(hand, 'V-2026-0417');
  await expectAccessible(page, 'tasks');
  await fillAddress(hand, 'eh89dr');
  await fillPerson(hand);
  await fillTrigger(hand);
  await fillUpToSites(hand);
  await info.attach('sites', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
  await save(hand);
  await fillAgencies(hand);
  await fillFormulation(hand);
  await fillOutcome(hand);
  await fillReview(hand);
  await allTasksDone(page);

  // A lock and an unlock in between, as on any visit.
  await hand.press(page.getByRole('button', { name: 'Lock', exact: true }));
  await unlock(hand);
  await allTasksDone(page);

  expect(await printRecord(hand)).toMatch(/^steading-ST-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  const pdf = info.outputPath('record.pdf');
  await page.pdf({ path: pdf, format: 'A4', tagged: true, outline: true, printBackground: true, preferCSSPageSize: true });
  const bytes = readFileSync(pdf, 'latin1');
  expect(bytes).toContain('/StructTreeRoot');
  expect(bytes).toContain('/Outlines');
  // Title, parts A and B with what stands beside them, sections; tables with heads and captions; lists.
  const tags = Object.fromEntries(['H1', 'H2', 'H3', 'H4', 'TH', 'Caption', 'LI'].map((tag) => [tag, bytes.match(new RegExp(`/S /${tag}\\b`, 'gu'))?.length ?? 0]));
  expect(tags).toMatchObject({ H1: 1, H2: 4, H4: 0 });
  for (const tag of ['H3', 'TH', 'Caption', 'LI']) expect(tags[tag], tag).toBeGreaterThan(5);
  expect(bytes.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(2);

  // What left the vault is on its log.
  await hand.press(page.getByRole('link', { name: 'Vault', exact: true }));
  await hand.press(page.getByRole('link', { name: /log/i }).first());
  await expect(page.getByRole('cell', { name: 'Disclosure' }).first()).toBeVisible();
  await expectAccessible(page, 'log');

  // Years later: the record stands in ViSOR, and here its answers go.
  await hand.press(page.getByRole('link', { name: 'Assessments', exact: true }));
  await hand.press(page.getByRole('cell').getByRole('link', { name: /^ST-/u }));
  await keepAndShrink(hand);
  await hand.press(page.getByRole('link', { name: 'Assessments', exact: true }));
  await hand.press(page.getByRole('cell').getByRole('link', { name: /^ST-/u }));
  await expect(page.getByRole('heading', { level: 1, name: 'Shrunk record' })).toBeVisible();
  await expect(page.getByText('12 Example Street')).toHaveCount(0);
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
});
