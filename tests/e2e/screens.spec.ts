import type { Page } from '@playwright/test';
import { PROTOCOL } from '../rules/protocolFixture';
import { expect, expectAccessible, openReady, openTraining, type Served, test } from './app';
import { pointer } from './hand';
import { caseOf, expectFits, expectMapsReady, pathTo, readLog, routesInSource, type Screen, SCREENS, show } from './screens';
import { chooseConduct, date, fillTriggerOf, option, save } from './walk';
import { frameAndSaveAsWord } from './wordFile';

const REFERENCE = 'TRAIN-0001';
/** Words of the case on screen: none of them may stand in a window title, which history and task bar keep in clear. */
const OF_THE_CASE = /TRAIN|Market|Kinlowrie|ZX1|Trainee/iu;

test('every route has a screen in this walk', () => {
  expect(SCREENS.map(({ path }) => path)).toEqual(routesInSource());
  expect(routesInSource().length).toBeGreaterThan(15);
});

/** Sites, map, answers, lists and notes of every kind, so that the screens are seen full: among them a departure that ran out, and questions of a local protocol. */
async function fillEverything(page: Page, assessment: string): Promise<void> {
  const hand = pointer(page);
  const task = async (name: string, fill: () => Promise<void>) => {
    await show(page, `${assessment}/${name}`);
    await fill();
    await save(hand);
  };
  await show(page, '/protocol');
  await page.getByLabel('Open a protocol file').setInputFiles({ name: 'protocol.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...PROTOCOL, inForceFrom: '2026-04-01' })) });
  await expect(page.getByText(/^In use now: /u)).toBeVisible();
  await show(page, '/office');
  await page.getByRole('button', { name: 'Add local holiday' }).click();
  await page.getByRole('group', { name: 'Local holiday 1' }).getByLabel('Name').fill('Trades day');
  await date(hand, 'Date', '2026-12-03');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
  await task('trigger', () => fillTriggerOf(hand, { kind: 'newAddress', event: 'Own notification', on: '2026-11-16' }));
  await task('conduct', async () => {
    await chooseConduct(hand, 'notInFull');
    await page.getByRole('group', { name: 'Which parts are left out?' }).getByText('Physical check of the property').click();
    await date(hand, /question opened again/, '2026-11-20');
  });
  await task('children', async () => {
    await hand.choose(option(page, /Do children visit/, 'Yes'));
    await hand.choose(option(page, /Is a referral made/, /^Yes: made/));
    await page.getByRole('button', { name: 'Add a statement' }).click();
  });
  await task('clocks', () => page.getByRole('button', { name: 'Add extension' }).click());
  await task('sites', async () => {
    await page.getByRole('button', { name: 'Look around the address' }).click();
    await expect(page.getByRole('heading', { name: 'Distances of the local protocol' })).toBeVisible();
    await page.getByRole('button', { name: 'Add a place' }).click();
  });
}

/** What stands in the margins of each printed page. */
const pageMargins = (page: Page) => page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).filter((rule) => rule.startsWith('@page')));

interface Asked extends Screen { readonly heading?: string }

/** The training case with everything filled in, and the paths of the screens in it. */
async function filled(page: Page, app: Served): Promise<{ readonly assessment: string; readonly path: (screen: Screen) => string }> {
  await openTraining(page, app);
  const [assessment, person] = [await caseOf(page, REFERENCE), await pathTo(page, REFERENCE)];
  await fillEverything(page, assessment);
  return { assessment, path: (screen) => screen.path.replace('/assessments/:assessmentId', assessment).replace('/people/:personId', person).replace('/:rest(.*)*', '/no/such/page') };
}

async function walkThrough(page: Page, screens: readonly Asked[], path: (screen: Screen) => string): Promise<void> {
  const before = (await readLog(page)).length;
  for (const screen of screens) {
    await test.step(screen.path, async () => {
      await show(page, path(screen));
      await expect(page).toHaveTitle(`${screen.title}: Steading`);
      expect(await page.title()).not.toMatch(OF_THE_CASE);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveCount(1);
      await expect(heading, `${screen.path}: a screen reader starts at the heading`).toBeFocused();
      if (screen.heading !== undefined) await expect(heading).toHaveText(screen.heading);
      await expect(page.locator('.st_training')).toBeVisible();
      await expectMapsReady(page);
      await expectAccessible(page, screen.path);
      await expectFits(page, screen.path);
    });
  }
  const since = (await readLog(page)).slice(before);
  expect(since.map(({ act }) => act)).toEqual([...screens.flatMap(({ logged }) => logged ?? []), 'log opened']);
  expect(new Set(since.map(({ kind }) => kind))).toEqual(new Set(['Consultation']));
  expect(since.filter(({ act }) => act === 'record opened').map(({ documents }) => documents)).toEqual(screens.some(({ logged }) => logged === 'record opened') ? [1] : []);
}

const ofAnAssessment = ({ path }: Screen) => path.startsWith('/assessments/');
const HOLDS = 'is accessible, marked as training, neutral in its title, fits three widths, and is on the log';

// Two halves, which the two workers take side by side.
test(`every screen of an assessment of the training area ${HOLDS}`, async ({ page, app }) => {
  const { assessment, path } = await filled(page, app);
  await walkThrough(page, [
    ...SCREENS.filter(ofAnAssessment),
    { path: '/assessments/0123456789abcdef0123456789abcdef', title: 'Assessment: tasks', logged: 'assessment opened', heading: 'No such assessment' },
  ], path);

  await show(page, `${assessment}/record`);
  await expect(page.locator('.st_record')).toBeVisible();
  await app.stop();
  await frameAndSaveAsWord(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.st_record').getByText('TRAINING: every person, address and place in this record is fictional.')).toBeVisible();
  expect((await pageMargins(page)).filter((rule) => rule.includes('TRAINING: fictional')), 'the mark stands on every printed page').toHaveLength(1);
  await expect(page.locator('.st_training')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await show(page, '/about');
  expect(await pageMargins(page), 'no other screen is printed under this record’s name').toEqual([]);
});

test(`every other screen of the training area ${HOLDS}`, async ({ page, app }) => {
  const { path } = await filled(page, app);
  await walkThrough(page, [
    ...SCREENS.filter((screen) => !ofAnAssessment(screen)),
    { path: '/people/0123456789abcdef0123456789abcdef', title: 'Person', logged: 'person opened', heading: 'No such person' },
  ], path);
});

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(21, 25, 29)'];

/** What the page had for a ground when something of it was first drawn, in a frame or before. */
const groundAtFirst = (page: Page) => page.evaluate(() => (window as unknown as { first?: string }).first);

test('dark follows the system, or the device’s choice from the first frame on, with the vault locked too; paper is light', async ({ page, app }) => {
  await page.addInitScript(() => {
    const look = () => {
      if (document.body?.firstElementChild) (window as unknown as { first?: string }).first ??= getComputedStyle(document.body).backgroundColor;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openReady(page, app);
  expect(await ground(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(page)).toBe(DARK);
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accessibility' })).toBeFocused();
  await expectAccessible(page, 'accessibility statement, locked');
  await page.evaluate(() => { document.getElementById('page-title')?.style.setProperty('color', '#1a1a1a'); });
  await expect(expectAccessible(page, 'negative control'), 'black letters are told').rejects.toThrow('in dark, color-contrast: #page-title');
  await page.evaluate(() => { document.getElementById('page-title')?.removeAttribute('style'); });
  await page.getByRole('group', { name: 'Colours of the screen' }).getByText('Light', { exact: true }).click();
  expect(await ground(page)).toBe(LIGHT);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Light', exact: true })).toBeChecked();
  expect([await groundAtFirst(page), await ground(page)]).toEqual([LIGHT, LIGHT]);
  await page.getByRole('group', { name: 'Colours of the screen' }).getByText('Dark', { exact: true }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark', exact: true })).toBeChecked();
  expect([await groundAtFirst(page), await ground(page)]).toEqual([DARK, DARK]);
  await page.emulateMedia({ media: 'print' });
  expect(await ground(page)).toBe(LIGHT);
});

test('the gate, the form for a new vault and the restore form are accessible and fit three widths', async ({ page, app }) => {
  await openReady(page, app);
  await page.getByText('Restore a vault from a backup file').click();
  await expectAccessible(page, 'gate');
  await expectFits(page, 'gate');
  await page.getByRole('button', { name: 'Set up a vault', exact: true }).click();
  await page.getByRole('button', { name: 'Set up the vault', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused();
  await expectAccessible(page, 'new vault, empty form refused');
  await expectFits(page, 'new vault');
  await expect(page).toHaveTitle(/Steading$/u);
});
