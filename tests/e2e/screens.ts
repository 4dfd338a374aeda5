import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './app';

/** A screen behind the gate: the router's path, what its window is called, and what its opening is on the log (null: it shows nothing of the vault). */
export interface Screen {
  readonly path: string;
  readonly title: string;
  readonly logged: string | null;
}

/** Every route, as the officers know it. `routesInSource` holds this list against the router itself. */
export const SCREENS: readonly Screen[] = [
  { path: '/', title: 'Assessments', logged: 'list of assessments opened' },
  { path: '/start', title: 'Start an assessment', logged: 'list of people opened' },
  { path: '/people/:personId/candidates', title: 'Candidates', logged: 'candidates of a person opened' },
  { path: '/people/:personId', title: 'Person', logged: 'person opened' },
  { path: '/assessments/:assessmentId', title: 'Assessment: tasks', logged: 'assessment opened' },
  { path: '/assessments/:assessmentId/address', title: 'Address', logged: 'address of an assessment opened' },
  { path: '/assessments/:assessmentId/person', title: 'Person', logged: 'person of an assessment opened' },
  { path: '/assessments/:assessmentId/trigger', title: 'What starts it', logged: 'trigger of an assessment opened' },
  { path: '/assessments/:assessmentId/placement', title: 'Kind of case', logged: 'kind of case opened' },
  { path: '/assessments/:assessmentId/conduct', title: 'Conduct an ERA or not', logged: 'conduct decision opened' },
  { path: '/assessments/:assessmentId/property', title: 'Property and building', logged: 'property and building opened' },
  { path: '/assessments/:assessmentId/children', title: 'Children and other people', logged: 'children and other people of an assessment opened' },
  { path: '/assessments/:assessmentId/clocks', title: 'Clocks', logged: 'clocks of an assessment opened' },
  { path: '/assessments/:assessmentId/sites', title: 'Sites near the address', logged: 'sites near an address opened' },
  { path: '/assessments/:assessmentId/agencies', title: 'Agencies and databases', logged: 'agencies of an assessment opened' },
  { path: '/assessments/:assessmentId/since', title: 'Told otherwise than before', logged: 'comparison with the record before opened' },
  { path: '/assessments/:assessmentId/formulation', title: 'Findings and risk formulation', logged: 'risk formulation of an assessment opened' },
  { path: '/assessments/:assessmentId/reply', title: 'Log a reply', logged: 'agencies of an assessment opened' },
  { path: '/assessments/:assessmentId/requests', title: 'Property information requests', logged: 'property information requests of an assessment opened' },
  { path: '/assessments/:assessmentId/requests/:requestId/profile', title: 'Block profile from a reply', logged: 'property information requests of an assessment opened' },
  { path: '/assessments/:assessmentId/homeVisit', title: 'Home visit', logged: 'home visit of an assessment opened' },
  { path: '/assessments/:assessmentId/physicalCheck', title: 'Physical check', logged: 'physical check of an assessment opened' },
  { path: '/assessments/:assessmentId/physicalCheck/walk', title: 'Walk round', logged: 'walk-round of an assessment opened' },
  { path: '/assessments/:assessmentId/outcome', title: 'Decision', logged: 'decision opened' },
  { path: '/assessments/:assessmentId/review', title: 'Review', logged: 'review opened' },
  { path: '/assessments/:assessmentId/changed', title: 'Surroundings changed', logged: 'changes of the surroundings opened' },
  { path: '/assessments/:assessmentId/after', title: 'After the decision', logged: 'events after the decision opened' },
  { path: '/assessments/:assessmentId/keeping', title: 'Keeping and disposal', logged: 'keeping of a record opened' },
  { path: '/assessments/:assessmentId/sign-off', title: 'Sign off', logged: 'sign-off opened' },
  { path: '/assessments/:assessmentId/record', title: 'Record', logged: 'record opened' },
  { path: '/assessments/:assessmentId/hand-over', title: 'Hand over to another team', logged: 'hand-over of an assessment opened' },
  { path: '/retention', title: 'Review and disposal', logged: 'review and disposal opened' },
  { path: '/blocks', title: 'Block profiles', logged: null },
  { path: '/blocks/:profileId', title: 'Block profile', logged: null },
  { path: '/oversight', title: 'Counts for oversight', logged: 'counts for oversight opened' },
  { path: '/departures', title: 'Departures', logged: 'departures opened' },
  { path: '/pack', title: 'Area pack', logged: null },
  { path: '/pack/build', title: 'Build a pack', logged: null },
  { path: '/stock', title: 'Many addresses', logged: null },
  { path: '/office', title: 'Office settings', logged: null },
  { path: '/protocol', title: 'Local protocol', logged: null },
  { path: '/standard', title: 'The standard', logged: null },
  { path: '/handover', title: 'Hand over', logged: 'hand-over opened' },
  { path: '/vault', title: 'Vault', logged: null },
  { path: '/vault/visit', title: 'Visit', logged: null },
  { path: '/vault/log', title: 'Log', logged: 'log opened' },
  { path: '/vault/log/export', title: 'Export the log', logged: null },
  { path: '/reply', title: 'Property information', logged: null },
  { path: '/training', title: 'Exercises', logged: 'exercises opened' },
  { path: '/new', title: 'New in Steading', logged: null },
  { path: '/accessibility', title: 'Accessibility', logged: null },
  { path: '/about', title: 'About Steading', logged: null },
  { path: '/:rest(.*)*', title: 'Not found', logged: null },
];

/** The router's own leaf paths, read from its text: it imports Vue files, which a test in Node cannot. */
export function routesInSource(): string[] {
  const source = readFileSync(new URL('../../src/router.ts', import.meta.url), 'utf8');
  const declared = [...source.matchAll(/path: '([^']*)',(\s+name:)?/gu)];
  let parent = '';
  return declared.flatMap(([, path = '', named]) => {
    if (named === undefined) { parent = path; return []; }
    return [path.startsWith('/') ? path : `${parent}${path === '' ? '' : '/'}${path}`];
  });
}

/** Goes to a screen as the Back button does: inside the page, without a reload, which would lock the vault. */
export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    document.title = '';
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
  // The router names the window once the screen is there.
  await expect(page).not.toHaveTitle('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const DESKTOP = { width: 1280, height: 900 };
const SIZES = [DESKTOP, { width: 820, height: 1180 }, { width: 320, height: 844 }];

/** The screen as it stands scrolls sideways at no width, and is accessible on a phone too. 320 pixels are what a zoom of 400% leaves of 1280 (WCAG 1.4.10). */
export async function expectFits(page: Page, where: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { needed, there } = await page.evaluate(() => ({ needed: document.documentElement.scrollWidth, there: innerWidth }));
    expect(needed, `${where} at ${String(size.width)} pixels scrolls sideways`).toBeLessThanOrEqual(there);
  }
  await expectAccessible(page, `${where} on a phone`);
  await page.setViewportSize(DESKTOP);
}

/** No map of this screen is still being drawn, or failed. */
export async function expectMapsReady(page: Page): Promise<void> {
  await expect(page.locator('.st_map:not([data-state="ready"])')).toHaveCount(0);
}

/** Locks, and waits for the page to be a new one: a lock ends in a reload. */
export async function lock(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await reloaded;
}

/** The path of a link to an assessment or a person in the list of assessments, by its words. */
export async function pathTo(page: Page, name: string | RegExp): Promise<string> {
  const href = await page.getByRole('link', { name }).first().getAttribute('href');
  if (href === null) throw new Error(`No link ${String(name)}.`);
  return href;
}

/** The path of a training case, from the list of assessments, by the person's reference. */
export async function caseOf(page: Page, reference: string): Promise<string> {
  const href = await page.getByRole('row').filter({ hasText: reference }).getByRole('link', { name: /^ST-/u }).getAttribute('href');
  if (href === null) throw new Error(`No assessment of ${reference}.`);
  return href;
}

/** The log as the screen shows it, oldest first; being opened itself, it ends with 'log opened'. */
export async function readLog(page: Page): Promise<readonly { kind: string; act: string; documents: number }[]> {
  await show(page, '/vault/log');
  await expect(page.getByRole('button', { name: 'Check the log again' })).toBeVisible();
  const rows = await page.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  return rows.map(([, , kind = '', act = '', , documents = '']) => ({ kind, act, documents: Number(documents) })).toReversed();
}
