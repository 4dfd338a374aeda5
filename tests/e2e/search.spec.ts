import { expect, expectAccessible, openTraining, test } from './app';
import { expectFits, expectMapsReady, pathTo, show } from './screens';

const PHONE = { width: 390, height: 844 };

test.beforeEach(async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, `${await pathTo(page, /^ST-/u)}/address`);
});

test('an address is found as it is typed, with a slip and a short form, by keys alone', async ({ page }) => {
  const field = page.getByRole('combobox', { name: 'Find the address' });
  await field.focus();
  await page.keyboard.type('43 Markte St');
  const options = page.getByRole('listbox', { name: 'Places found' }).getByRole('option');
  await expect(options.first()).toContainText('43 Market Street');
  await expect(page.getByRole('search').getByRole('status')).toContainText(/places? found/u);
  await expectAccessible(page, 'places found as typed');
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', 'place-found-0');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toBeFocused();
  await expectAccessible(page, 'a place chosen by keys');
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(page.getByLabel('Street address')).toHaveValue(/^43 Market Street/u);
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('high st');
  await expect(options.filter({ hasText: 'street, ±' })).toHaveCount(1);
  await expectFits(page, 'places found');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
});

test('a grid reference keeps the error of its square, and is warned of where it is wide', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.getByLabel('Find the address').fill('NT 2 7');
  await page.getByRole('option').first().click();
  await expect(page.getByText('within 7,077 m of the point')).toBeVisible();
  await expect(page.getByText('Place the pin on the building')).toBeVisible();
  await expectAccessible(page, 'a grid reference taken, on a phone');
});

test('the map goes to a place that was found, so that its middle is not that of the place before', async ({ page }) => {
  const position = page.getByText(/^Position: /u);
  await expectMapsReady(page);
  const before = await position.textContent();
  await page.getByLabel('Find the address').fill('1 High Street');
  await page.getByRole('option').first().click();
  await expect(position).not.toHaveText(before ?? '');
  const [, lat = NaN, lng = NaN] = (/Position: (\S+), (\S+)/u.exec(await position.textContent() ?? '') ?? []).map(Number);
  await page.getByRole('button', { name: 'Place the pin in the middle of the map' }).click();
  const [, pinLat = NaN, pinLng = NaN] = (/Position: (\S+), (\S+)/u.exec(await position.textContent() ?? '') ?? []).map(Number);
  expect([Math.abs(pinLat - lat), Math.abs(pinLng - lng)].every((degrees) => degrees < 0.0005), 'degrees from the place that was found').toBe(true);
});

test('where the device is goes in with its own error, is asked for by the button alone, and a refusal is told', async ({ page, context, app }) => {
  const button = page.getByRole('button', { name: 'Use where I am' });
  await expectMapsReady(page);
  const requests: string[] = [];
  context.on('request', (request) => { requests.push(request.url()); });
  await button.click();
  await expect(page.locator('#place-query-error')).toContainText('does not let Steading know where it is');
  await expectAccessible(page, 'location refused');
  await context.grantPermissions(['geolocation'], { origin: app.url });
  await context.setGeolocation({ longitude: -3.9, latitude: 55.8, accuracy: 37 });
  await button.click();
  await expect(page.getByText('Position: 55.80000, -3.90000')).toBeVisible();
  await expect(page.getByRole('search').getByRole('status')).toContainText('within 37 m of it');
  await expect(page.locator('#position-words')).toContainText('within 37 m of the point');
  expect(requests.filter((url) => /-?3\.9|55\.8/u.test(url) || !url.startsWith(app.url)), 'requests with a place, or to elsewhere').toEqual([]);
});
