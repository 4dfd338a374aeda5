import { mkdirSync, writeFileSync } from 'node:fs';
import type { PackContent, Site } from '../../src/geo';
import { newSigner } from '../geo/pack/signer';
import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { packFile, signedPackFile } from './packFiles';
import { expectFits, expectMapsReady, lock, readLog, show } from './screens';
import { allTasksDone, createVault, fillAddress, fillAgencies, fillFormulation, fillOutcome, fillPerson, fillReview, fillTrigger, fillUpToSites, openTask, save, setOffice, startAssessment, stateOf, unlock } from './walk';

const POSTCODE = 'ZX1 1AG';
const SHOTS = process.env['STEADING_SHOTS'];

/** A school of two listings near the address, which an officer will tell apart. */
function merged(content: PackContent): PackContent {
  const here = content.postcodes.find(({ postcode }) => postcode === POSTCODE)?.point ?? { lng: 0, lat: 0 };
  const school: Site = {
    siteId: 'school:twin', name: 'Tolbooth Primary School', category: 'school', layerId: 'schools', detail: 'Primary', address: '', errorMetres: 10, flags: [],
    geometry: { type: 'Point', coordinates: [here.lng + 0.002, here.lat] },
    members: [
      { siteId: 'school:twin', name: 'Tolbooth Primary School', layerId: 'schools', placed: false, at: { point: { lng: here.lng + 0.0021, lat: here.lat + 0.001 }, errorMetres: 10, extentMetres: 0 } },
      { siteId: 'osm:way/7', name: 'Tolbooth PS', layerId: 'places', placed: true },
    ],
  };
  return { ...content, sites: [...content.sites, school] };
}

function altered(content: PackContent): PackContent {
  const base = merged(content);
  const here = base.postcodes.find(({ postcode }) => postcode === POSTCODE)?.point ?? { lng: 0, lat: 0 };
  const opened: Site = { siteId: 'school:new', name: 'Quayside New Primary', category: 'school', layerId: 'schools', detail: 'Primary', address: '', errorMetres: 10, flags: [], geometry: { type: 'Point', coordinates: [here.lng, here.lat + 0.001] } };
  return { ...base, title: 'Burgh for tests, summer', layers: base.layers.filter(({ id }) => id !== 'licensed'), sites: [...base.sites.filter(({ layerId, siteId }) => layerId !== 'licensed' && siteId !== 'school:twin'), opened] };
}

test('a newer pack proposes reviews of records in force: one is declined, and after another change one is opened', async ({ page, app, watch }) => {
  test.setTimeout(300_000);
  const shot = async (name: string) => {
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    for (const width of [1280, 820]) {
      await page.setViewportSize({ width, height: 1000 });
      writeFileSync(`${SHOTS}/${name}-${String(width)}.png`, await page.screenshot({ fullPage: true }));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const hand = pointer(page);
  const council = await newSigner();
  const take = async (change: (content: PackContent) => PackContent) => {
    await show(page, '/pack');
    await page.locator('#pack-file').setInputFiles(await signedPackFile('Testshire Council', council, change));
    await expect(page.getByText(/is now in use\./)).toBeVisible({ timeout: 60_000 });
  };
  await openReady(page, app);
  await createVault(hand);
  await take(merged);
  await setOffice(hand, 500);
  await startAssessment(hand, 'V-2026-0418');
  await fillAddress(hand, POSTCODE);
  await fillPerson(hand);
  await fillTrigger(hand);
  await fillUpToSites(hand);

  // The officer's split: the listings stand apart, each by its own name and source, and can be joined again.
  const rows = page.getByRole('region', { name: 'Numbered sites' }).getByRole('row');
  const before = await rows.count();
  await page.getByText(/^Taken as one place, though several sources list it/).click();
  await page.getByRole('button', { name: /^Not one place: .Tolbooth Primary School. \(/ }).click();
  await expect(page.getByLabel('Why is it not one place?'), 'what was pressed is gone').toBeFocused();
  await page.getByLabel('Why is it not one place?').fill('The old building is a nursery school of its own.');
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.filter({ hasText: 'Told apart from Tolbooth PS by the officer' })).toContainText('Tolbooth Primary School');
  await expectAccessible(page, 'sites, told apart');
  await shot('split');
  await page.getByRole('button', { name: /^One place after all/ }).click();
  await expect(rows).toHaveCount(before);
  await page.getByRole('button', { name: /^Not one place: .Tolbooth Primary School. \(/ }).click();
  await page.getByLabel('Why is it not one place?').fill('The old building is a nursery school of its own.');
  await save(hand);
  await fillAgencies(hand);
  await fillFormulation(hand);
  await fillOutcome(hand);
  await fillReview(hand);
  await allTasksDone(page);
  const record = new URL(page.url()).pathname;
  await show(page, '/');
  await expect(page.getByRole('heading', { name: 'Surroundings changed' }), 'the pack that was read proposes nothing').toHaveCount(0);

  // A pack in doubt is compared with nothing; accepted, with every record in force.
  await show(page, '/pack');
  await page.locator('#pack-file').setInputFiles(await packFile(altered));
  await expect(page.getByRole('button', { name: 'Do not use it' })).toBeVisible();
  await expect(page.getByText(/It tells otherwise/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Use it without a signature' }).click();
  const taken = page.getByRole('status').filter({ hasText: 'Burgh for tests, summer is now in use.' });
  await expect(taken).toBeFocused();
  await expect(taken).toBeInViewport();
  await expect(page.getByText('It tells otherwise than was read for 1 record in force.')).toBeVisible();
  await expectAccessible(page, 'pack, told otherwise');
  await shot('pack');
  await show(page, '/');
  await expect(page.getByRole('heading', { name: 'Surroundings changed' })).toBeVisible();
  await expectFits(page, 'home, surroundings changed');
  await shot('home');
  await page.getByRole('region', { name: 'Surroundings changed' }).getByRole('link', { name: /^ST-/ }).click();
  const changes = page.getByRole('region', { name: 'What the newer area pack tells otherwise' });
  await expect(changes.getByRole('row', { name: /^Added School: Quayside New Primary/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /^Gone School: Tolbooth Primary School/ })).toBeVisible();
  const licensed = changes.getByRole('row', { name: /^What can be said Licensed premises/ });
  await expect(licensed).toContainText('Not searched.');
  await expect(licensed).toContainText('That is not the same as gone.');
  await expect(changes.getByRole('row', { name: /^Gone Licensed/ })).toHaveCount(0);
  await expectAccessible(page, 'changed');
  await expectFits(page, 'changed');
  await shot('changed');
  await page.getByRole('button', { name: 'Decline, with this reason' }).click();
  await expect(page.getByText('Say why no review is opened.').first()).toBeVisible();
  await expectAccessible(page, 'changed, no reason given');
  await page.getByLabel('Or say why no review is opened').fill('Known since the visit of 18 November.');
  await page.getByRole('button', { name: 'Decline, with this reason' }).click();
  await expect(page.getByText(/^No review was opened: Known since the visit of 18 November\..*Not signed: nothing shows who published this data\./)).toBeVisible();
  await shot('declined');

  // Declined is declined, over a lock and a rebuilt pack too; what was read stays as it was read.
  await lock(page);
  await unlock(hand);
  await take((content) => ({ ...altered(content), builtAt: '2026-07-01T00:00:00Z' }));
  await show(page, '/');
  await expect(page.getByRole('heading', { name: 'Surroundings changed' })).toHaveCount(0);
  await show(page, `${record}/record`);
  await expectMapsReady(page);
  await expect(page.getByText('Tolbooth Primary School').first()).toBeVisible();
  await expect(page.getByText(/Told apart from Tolbooth PS by the officer/).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Surroundings that changed' })).toBeVisible();
  await shot('record');

  await take((content) => {
    const next = altered(content);
    return { ...next, sites: next.sites.map((site) => (site.siteId === 'school:new' && site.geometry.type === 'Point' ? { ...site, geometry: { ...site.geometry, coordinates: [site.geometry.coordinates[0] ?? 0, (site.geometry.coordinates[1] ?? 0) + 0.0005] } } : site)) };
  });
  await show(page, record);
  await expect(page.getByText(/The area pack in use tells otherwise than was read for this record: 1 added/)).toBeVisible();
  await shot('tasks');
  await page.getByRole('link', { name: 'See what changed' }).click();
  await page.getByRole('button', { name: 'Open a review of this address' }).click();
  await expect(page.getByText(/^Begun as a review of/)).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(record);
  await shot('review');
  await openTask(hand, 'What starts this assessment');
  await expect(page.getByRole('radio', { name: 'Environment has changed' })).toBeChecked();
  await expect(page.locator('#trigger\\.note')).toHaveValue(/Added: School: Quayside New Primary/);
  await save(hand);

  // What a year seldom changes is taken over, and waits for somebody to look at it again.
  await expect(page.getByText(/^Kind of case; Property and building; Judgements of sites/)).toBeVisible();
  await expect(stateOf(page, 'Property and building')).toHaveText('In progress');
  await openTask(hand, 'Property and building');
  await expectAccessible(page, 'property, taken over');
  await shot('taken-over');
  await hand.press(page.getByRole('button', { name: 'It holds today, as it stands here' }));
  await save(hand);
  await expect(stateOf(page, 'Property and building')).toHaveText('Done');
  await expect(page.getByText(/^Kind of case; Judgements of sites/)).toBeVisible();

  await hand.press(page.getByRole('link', { name: 'What is told otherwise than before' }));
  await expect(page.getByText('Nothing of these is told otherwise.')).toBeVisible();
  await expect(page.getByText(/has not looked around the address, so nothing can be said/)).toBeVisible();
  await shot('since');

  // The annual review of the record that is complete.
  await show(page, record);
  await shot('complete');
  await hand.press(page.getByRole('button', { name: 'Begin the annual review' }));
  await expect(page.getByText(/^Begun as a review of/)).toBeVisible();
  await openTask(hand, 'What starts this assessment');
  await expect(page.getByRole('radio', { name: 'Annual review (renewal of registration)' })).toBeChecked();

  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts).toEqual(expect.arrayContaining(['Combination: records compared with the area pack in use', 'Alteration: proposed review declined', 'Alteration: review opened, as the surroundings changed']));
  watch.expectNothing();
});
