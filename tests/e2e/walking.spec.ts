import { expect, expectAccessible, openTraining, test } from './app';
import { keyboard } from './hand';
import { caseOf, expectFits, expectMapsReady, show } from './screens';

test('the walk to a site is shown on demand by keys alone, in words and on the map, and the focus goes there and back', async ({ page, app }) => {
  const hand = keyboard(page);
  await openTraining(page, app);
  await show(page, `${await caseOf(page, 'TRAIN-0001')}/sites`);
  await hand.press(page.getByRole('button', { name: /^Look (around the address|again)$/ }));
  await expect(page.getByRole('region', { name: 'Numbered sites' })).toBeVisible();
  await expectMapsReady(page);
  const before = await page.getByRole('region', { name: 'Numbered sites' }).textContent();

  const asked = page.getByRole('button', { name: /^Show the walk to 2\. / });
  await hand.press(asked);
  const walk = page.getByRole('region', { name: /^The walk to 2\. / });
  await expect(walk.getByRole('heading')).toBeFocused();
  await expect(walk).toContainText(/On foot: [\d,.]+ (k?m) along streets and paths/);
  await expect(walk).toContainText('In a straight line to its edge');
  await expect(walk).toContainText('It is not kept in the record');
  expect(await page.getByRole('region', { name: 'Numbered sites' }).textContent(), 'nothing is ordered by it').toBe(before);
  // The numbers of other sites let the line through.
  const faint = page.locator('.st_map-badge').filter({ hasNotText: /^2$/ });
  expect(await faint.first().evaluate((node) => Number(getComputedStyle(node).opacity))).toBeLessThan(1);
  await expectAccessible(page, 'walk shown');
  await expectFits(page, 'walk shown');

  await hand.press(walk.getByRole('button', { name: 'Hide the walk' }));
  await expect(walk).toHaveCount(0);
  await expect(asked).toBeFocused();
  expect(await faint.first().evaluate((node) => Number(getComputedStyle(node).opacity))).toBe(1);
});
