import type { Page } from '@playwright/test';
import { expect, expectAccessible, openReady, openTraining, test } from './app';
import { expectMapsReady, pathTo, readLog, routesInSource, type Screen, SCREENS, show } from './screens';

const SIZES = [{ width: 1280, height: 900 }, { width: 820, height: 1180 }, { width: 390, height: 844 }];
const REFERENCE = 'TRAIN-0001';
/** Words of the case on screen: none of them may stand in a window title, which history and task bar keep in clear. */
const OF_THE_CASE = /TRAIN|Market|Kinlowrie|ZX1|Trainee/iu;

test('every route has a screen in this walk', () => {
  expect(SCREENS.map(({ path }) => path)).toEqual(routesInSource());
  expect(routesInSource().length).toBeGreaterThan(15);
});

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { needed, there } = await page.evaluate(() => ({ needed: document.documentElement.scrollWidth, there: innerWidth }));
    expect(needed, `${where} at ${String(size.width)} pixels scrolls sideways`).toBeLessThanOrEqual(there);
  }
}

/** What stands in the margins of each printed page. */
const pageMargins = (page: Page) => page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).filter((rule) => rule.startsWith('@page')));

test('every screen of the training area is accessible, marked as training, neutral in its title, fits three widths, and is on the log', async ({ page, app }) => {
  await openTraining(page, app);
  const assessment = (await page.getByRole('row').filter({ hasText: REFERENCE }).getByRole('link').first().getAttribute('href')) ?? '';
  const person = await pathTo(page, REFERENCE);
  // With sites, map and answers, so that the screens are seen full.
  await show(page, `${assessment}/sites`);
  await page.getByRole('button', { name: 'Look around the address' }).click();
  await expect(page.getByRole('heading', { name: 'What was looked for, and what came of it' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('button', { name: 'Save and go to all tasks' }).click();
  await expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();
  const before = (await readLog(page)).length;

  const path = (screen: Screen) => screen.path.replace('/assessments/:assessmentId', assessment).replace('/people/:personId', person).replace('/:rest(.*)*', '/no/such/page');
  const extra: readonly (Screen & { heading: string })[] = [
    { path: '/assessments/0123456789abcdef0123456789abcdef', title: 'Assessment: tasks', logged: 'assessment opened', heading: 'No such assessment' },
    { path: '/people/0123456789abcdef0123456789abcdef', title: 'Person', logged: 'person opened', heading: 'No such person' },
  ];
  for (const screen of [...SCREENS, ...extra]) {
    await test.step(screen.path, async () => {
      await show(page, path(screen));
      await expect(page).toHaveTitle(`${screen.title}: Steading`);
      expect(await page.title()).not.toMatch(OF_THE_CASE);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveCount(1);
      await expect(heading, `${screen.path}: a screen reader starts at the heading`).toBeFocused();
      if ('heading' in screen) await expect(heading).toHaveText(String(screen.heading));
      await expect(page.locator('.st_training')).toBeVisible();
      await expectMapsReady(page);
      await expectAccessible(page, screen.path);
      await expectNoSidewaysScroll(page, screen.path);
      await expectAccessible(page, `${screen.path} on a phone`);
      await page.setViewportSize(SIZES[0] ?? { width: 1280, height: 900 });
    });
  }

  const since = (await readLog(page)).slice(before);
  expect(since.map(({ act }) => act)).toEqual([...SCREENS.flatMap(({ logged }) => logged ?? []), ...extra.map(({ logged }) => logged), 'log opened']);
  expect(new Set(since.map(({ kind }) => kind))).toEqual(new Set(['Consultation']));
  expect(since.filter(({ act }) => act === 'record opened').map(({ documents }) => documents)).toEqual([1]);

  await show(page, `${assessment}/record`);
  await expect(page.locator('.st_record')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.st_record').getByText('TRAINING: every person, address and place in this record is fictional.')).toBeVisible();
  expect((await pageMargins(page)).filter((rule) => rule.includes('TRAINING: fictional')), 'the mark stands on every printed page').toHaveLength(1);
  await expect(page.locator('.st_training')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await show(page, '/about');
  expect(await pageMargins(page), 'no other screen is printed under this record’s name').toEqual([]);
});

test('the gate, the form for a new vault and the restore form are accessible and fit three widths', async ({ page, app }) => {
  await openReady(page, app);
  await page.getByText('Restore a vault from a backup file').click();
  await expectAccessible(page, 'gate');
  await expectNoSidewaysScroll(page, 'gate');
  await page.getByRole('button', { name: 'Set up a vault', exact: true }).click();
  await page.getByRole('button', { name: 'Set up the vault', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused();
  await expectAccessible(page, 'new vault, empty form refused');
  await expectNoSidewaysScroll(page, 'new vault');
  await expect(page).toHaveTitle(/Steading$/u);
});
