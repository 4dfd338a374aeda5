import { expect, type Locator, type Page } from '@playwright/test';
import { AGENCIES, type AgencyId, CONDUCT_CHOICES, type ConductChoice, FRAME_PARTS, type Trigger, TRIGGERS } from '../../src/terms';
import { expectAccessible } from './app';
import { expectFits } from './screens';
import type { Hand } from './hand';

/** Steps of an assessment as an officer takes them, by what is written on the screen. */

export const PASSPHRASE = 'harbour lantern gravel thistle';
const RETENTION_RULE = 'MAPPA records, rule 7';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
export const option = (page: Page, legend: string | RegExp, label: string | RegExp): Locator => page.getByRole('group', { name: legend }).getByRole('radio', { name: label }).first();
const tasksShown = (page: Page) => expect(page.getByText('tasks done. They can be done in any order.')).toBeVisible();

const judged = new Set<string>();

/** A step that many tests take, in the same state: judged once in each worker, not once in each test. */
async function expectStepAccessible(page: Page, where: string): Promise<void> {
  if (judged.has(where)) return;
  await expectAccessible(page, where);
  judged.add(where);
}

export async function createVault({ page, ...hand }: Hand, agency: AgencyId = 'police'): Promise<{ recoveryCode: string }> {
  await hand.press(button(page, 'Set up a vault'));
  await hand.type(page.getByLabel('Your name'), 'A. Officer');
  await hand.type(page.getByLabel('Your role'), 'Offender management officer');
  await hand.select(page.getByLabel('Your agency'), AGENCIES[agency]);
  await hand.type(page.getByLabel('New passphrase'), PASSPHRASE);
  await hand.type(page.getByLabel('The same passphrase again'), PASSPHRASE);
  await hand.press(button(page, 'Set up the vault'));
  await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible({ timeout: 60_000 });
  await expectStepAccessible(page, 'recovery code');
  const recoveryCode = await noteRecoveryCode({ page, ...hand });
  await expect(page.getByRole('heading', { level: 1, name: 'Assessments' })).toBeVisible();
  return { recoveryCode };
}

/** From the vault's screen; their recovery code is noted as an officer would. */
export async function addOfficer({ page, ...hand }: Hand, name: string, passphrase: string): Promise<void> {
  await hand.press(button(page, 'Add an officer'));
  await hand.type(page.getByLabel('Your name'), name);
  await hand.type(page.getByLabel('Your role'), 'Sergeant');
  await hand.select(page.getByLabel('Your agency'), 'Police Scotland');
  await hand.type(page.locator('#officer-passphrase'), passphrase);
  await hand.type(page.locator('#officer-repeated'), passphrase);
  await expectFits(page, 'adding an officer');
  await hand.press(button(page, 'Add this officer'));
  await noteRecoveryCode({ page, ...hand });
}

/** Returns the code. */
async function noteRecoveryCode({ page, ...hand }: Hand): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible({ timeout: 60_000 });
  const groups = await page.locator('.sheet .group').allTextContents();
  await hand.type(page.getByLabel(/last group of the code/), groups.at(-1) ?? '');
  await hand.press(page.getByRole('button', { name: /on paper: go on/ }));
  return groups.join('-');
}

export async function unlock({ page, ...hand }: Hand, passphrase = PASSPHRASE): Promise<void> {
  await expect(page.locator('#unlock-secret')).toBeVisible();
  await hand.type(page.locator('#unlock-secret'), passphrase);
  await hand.press(button(page, 'Unlock'));
  await expect(button(page, 'Lock')).toBeVisible({ timeout: 60_000 });
}

export async function loadPack({ page, ...hand }: Hand, path: string): Promise<void> {
  await hand.press(link(page, 'Area pack'));
  await hand.pickFile(page.locator('#pack-file'), path);
  await expect(page.getByText(/is now in use\./)).toBeVisible({ timeout: 60_000 });
}

export async function setOffice({ page, ...hand }: Hand, radiusMetres: number): Promise<void> {
  await hand.press(link(page, 'Office'));
  await hand.type(page.getByLabel('Name of the office'), 'Divisional office');
  await hand.type(page.getByLabel('Distance in metres'), String(radiusMetres));
  await hand.type(page.getByLabel('Why this far'), 'Agreed with the council for tenement streets; reviewed each year.');
  await hand.press(button(page, 'Add retention rule'));
  await hand.type(page.getByLabel('Name of the rule'), RETENTION_RULE);
  await hand.type(page.getByLabel('For how long is a record kept?'), '6 years after registration ends');
  await hand.press(button(page, 'Save the settings'));
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
}

export async function startAssessment({ page, ...hand }: Hand, reference: string): Promise<void> {
  await hand.press(link(page, 'Assessments'));
  await hand.press(link(page, 'Start an assessment'));
  await expect(page.getByRole('heading', { level: 1, name: 'Start an assessment' })).toBeVisible();
  // What is asked of whom hangs on the form, which waits for its draft.
  await expect(button(page, 'Start')).toBeVisible();
  const who = page.getByRole('radio', { name: 'Not in this vault yet' });
  if (await who.isVisible()) await hand.choose(who);
  await hand.type(page.getByLabel('Reference of the person'), reference);
  const where = page.getByRole('radio', { name: /A new address/ });
  if (await where.isVisible()) await hand.choose(where);
  await hand.press(button(page, 'Start'));
  await tasksShown(page);
}

export async function openTask({ page, ...hand }: Hand, title: string): Promise<void> {
  await hand.press(link(page, title));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** What the list of tasks says of one: its marks, then its state. */
export const stateOf = (page: Page, title: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) }).locator('.ds_tag');

export async function save({ page, ...hand }: Hand): Promise<void> {
  await hand.press(button(page, 'Save and go to all tasks'));
  await tasksShown(page);
}

export async function date({ page, ...hand }: Hand, legend: string | RegExp, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  const group = page.getByRole('group', { name: legend });
  await hand.type(group.getByLabel('Day'), String(Number(day)));
  await hand.type(group.getByLabel('Month'), String(Number(month)));
  await hand.type(group.getByLabel('Year'), year);
  await page.keyboard.press('Tab');
}

/** Postcode first, then the pin, then the words: as on a visit with no list of addresses. */
export async function fillAddress(hand: Hand, postcode: string): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Address');
  await hand.type(page.getByLabel('Find the address'), postcode);
  await hand.press(button(page, 'Search'));
  await hand.press(page.locator('.st_found__button').first());
  await expect(page.getByText('Place the pin on the building')).toBeVisible();
  await expect(page.locator('.st_map[data-state="ready"]')).toBeVisible();
  await expectStepAccessible(page, 'address, postcode only');
  await hand.press(button(page, 'Place the pin in the middle of the map'));
  await hand.type(page.getByLabel('Street address'), '12 Example Street');
  await hand.type(page.getByLabel('Flat or door'), '2F1');
  await hand.choose(page.getByRole('radio', { name: /^Proposed/ }));
  await expectStepAccessible(page, 'address, pin placed');
  await save(hand);
}

/** What was not answered in a grid of answers is answered with 'No'. */
export async function answerRest({ page, ...hand }: Hand, legend: RegExp): Promise<void> {
  const grid = page.getByRole('group', { name: legend });
  await hand.press(grid.getByRole('button', { name: 'Answer the rest with ‘No’' }));
  await expect(grid.getByRole('status')).toContainText(/Check them before you save|Every row had an answer/);
}

export async function fillPerson(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Person');
  await hand.choose(option(page, /under 18/, 'No'));
  await hand.choose(option(page, /subject to sex offender notification/, 'Yes'));
  await hand.choose(option(page, /MAPPA category/, /Category 1/));
  await hand.choose(option(page, /MAPPA level/, /Level 1/));
  await hand.choose(option(page, /statutory supervision/, /^Yes: under a licence/));
  await hand.choose(option(page, /^Licence$/, 'Yes'));
  await answerRest(hand, /Which licence or orders/);
  await answerRest(hand, /Which of these behaviours/);
  await expectStepAccessible(page, 'person');
  await save(hand);
}

/** The event that the police learned of; `on`: ISO date. */
export async function fillTriggerOf(hand: Hand, { kind, event, on }: { kind: Trigger; event: string; on: string }): Promise<void> {
  const { page } = hand;
  await hand.choose(option(page, /What has happened/, TRIGGERS[kind]));
  await hand.type(page.getByLabel('What exactly was the notification?'), event);
  await date(hand, /On what date did the agency learn/, on);
  await hand.choose(option(page, /Which agency learned/, 'Police Scotland'));
}

export async function fillTrigger(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'What starts this assessment');
  await fillTriggerOf(hand, { kind: 'newAddress', event: 'The person’s own notification at the police station', on: '2026-11-16' });
  await expectStepAccessible(page, 'trigger');
  await save(hand);
}

/** A home within the area: little is asked. */
export async function fillPlacement(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Kind of case');
  await hand.choose(option(page, /What kind of place/, /^A home of the person/));
  await hand.choose(option(page, /from one area to another/, 'No'));
  await expectStepAccessible(page, 'kind of case');
  await save(hand);
}

/** Every task is done or not needed. */
export const allTasksDone = (page: Page): Promise<void> => expect(page.getByText(/^(\d+) of \1 tasks done/u)).toBeVisible();

export const chooseConduct = ({ page, ...hand }: Hand, choice: ConductChoice): Promise<void> =>
  hand.choose(page.getByRole('group', { name: 'What do the agencies decide?' }).getByRole('radio', { name: CONDUCT_CHOICES[choice], exact: true }));

export async function fillConduct(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Conduct an ERA, or not');
  await chooseConduct(hand, 'conducted');
  await hand.type(page.getByLabel('Why is it conducted?'), 'A subsequent address of a registered person; the property has not been assessed before.');
  await hand.type(page.getByLabel('What points the other way?'), 'The stair was profiled by the landlord last year.');
  await hand.type(page.getByLabel('What is known already, and relied on?'), 'The ERA of the address that the person leaves, of spring 2026.');
  await hand.type(page.getByLabel('What holds until the ERA is done?'), 'The person stays where they are; weekly contact.');
  await expectStepAccessible(page, 'conduct decision');
  await save(hand);
}

/** In one tap: nobody knows yet. */
export async function fillProperty(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Property and building');
  await hand.press(button(page, 'Answer the rest of the property with ‘Not known’'));
  await expectStepAccessible(page, 'property and building');
  await save(hand);
}

/** Children visit: so a referral and a disclosure are decided on too. One typed statement. */
export async function fillChildren(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Children and other people');
  await hand.choose(option(page, /anybody under 18 live here/, 'No'));
  await hand.choose(option(page, /Do children visit/, 'Yes'));
  await hand.choose(option(page, /children minded here/, 'Not known'));
  await answerRest(hand, /Who else is of the household/);
  await hand.type(page.locator('#children\\.source'), 'Home visit, two officers');
  await date(hand, 'Known on', '2026-11-18');
  await hand.choose(option(page, /Is a referral made/, /^Yes: made/));
  await hand.type(page.locator('#children\\.referral\\.why'), 'A grandchild stays at weekends.');
  await hand.type(page.getByLabel('To which team?'), 'Children and families, east');
  await date(hand, 'On what date was it made?', '2026-11-19');
  await hand.choose(option(page, /Is a disclosure made/, /^Not decided yet/));
  await hand.type(page.locator('#children\\.disclosure\\.why'), 'Put to the panel first.');
  await hand.press(button(page, 'Add a statement'));
  const statement = page.getByRole('group', { name: 'Statement 1' });
  await hand.type(statement.getByLabel('What is said?'), 'The stair door does not close by itself.');
  await hand.choose(statement.getByRole('radio', { name: /^Fact/ }));
  await hand.select(statement.getByLabel('About whom, by role?'), 'The property or the place, not a person');
  await hand.type(statement.getByLabel('Source'), 'Home visit');
  await date(hand, 'Of what date?', '2026-11-18');
  await expectStepAccessible(page, 'children and other people');
  await save(hand);
}

/** One visit, alone, on which nothing was seen. */
export async function fillPhysicalCheck(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Physical check');
  await hand.press(button(page, 'Start the walk-round'));
  await hand.choose(option(page, 'Did two go?', 'No'));
  await hand.press(button(page, /^The rest: not seen/));
  await hand.press(button(page, 'I looked: none seen'));
  await hand.choose(option(page, 'Was it at school-run time?', 'No'));
  await hand.press(page.getByRole('group', { name: /to the community$/ }).getByRole('button', { name: 'No risk was seen' }));
  await hand.press(page.getByRole('group', { name: /to the person$/ }).getByRole('button', { name: 'No risk was seen' }));
  await hand.press(button(page, 'End the visit'));
  await expect(page.getByText('Walked and looked.')).toBeVisible();
  await save(hand);
}

/** Looks around, judges every category that is on the list, and answers what no map can. */
export async function fillSites(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Sites near the address');
  await hand.press(button(page, 'Look around the address'));
  await expect(page.getByRole('heading', { name: 'What was looked for, and what came of it' })).toBeVisible();
  await expect(page.locator('.st_map[data-state="ready"]')).toBeVisible();
  const groups = page.locator('fieldset.st_group');
  for (let at = 0; at < await groups.count(); at += 1) {
    await hand.choose(groups.nth(at).getByRole('radio', { name: at % 2 === 0 ? 'Relevant to this victim profile' : 'Not relevant to this victim profile', exact: true }).first());
    await hand.type(groups.nth(at).getByLabel('Reason').first(), 'By the victim profile.');
  }
  const checks = page.getByRole('group', { name: /^(CCTV|Children.s toys|Childminders|Children.s homes)/ });
  // CCTV and toys are the walk-round's.
  expect(await checks.count()).toBe(2);
  for (let at = 0; at < 2; at += 1) {
    await hand.choose(checks.nth(at).getByRole('radio', { name: /none reported/ }));
    await hand.type(page.getByLabel(/^Note: who said so/).nth(at), 'Visit of 18 November 2026, two officers.');
  }
  await expectStepAccessible(page, 'sites');
}

/** From the kind of case to the sites, which stay open. */
export async function fillUpToSites(hand: Hand): Promise<void> {
  await fillPlacement(hand);
  await fillConduct(hand);
  await fillProperty(hand);
  await fillChildren(hand);
  await fillPhysicalCheck(hand);
  await fillSites(hand);
}

/** Two are asked, the others are not, with one reason. */
export async function fillAgencies(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Agencies and databases');
  for (const agency of ['Housing: SOLO', 'Police: SOPU']) await hand.choose(page.getByRole('checkbox', { name: agency }));
  await hand.press(button(page, 'Ask these: asked today'));
  await expect(page.getByText('2 agencies: asked today.')).toBeVisible();
  await hand.type(page.getByLabel('The others are not asked in this case, because'), 'They hold nothing on this address that the SOLO does not.');
  await hand.press(button(page, 'The others are not asked'));
  await expectStepAccessible(page, 'agencies');
  await save(hand);
}

/** What was found is accepted, by where it was found; each part of the formulation in a few words. */
export async function fillFormulation(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Findings and risk formulation');
  const groups = page.locator('section:has(.st_findings)');
  for (let at = 0; at < await groups.count(); at += 1) {
    const group = groups.nth(at);
    const many = group.getByRole('button', { name: /^One answer for/ });
    const isMany = await many.isVisible();
    await hand.press(isMany ? many : group.getByRole('button', { name: 'Say what is done' }));
    await hand.choose(group.getByRole('radio', { name: /^It is accepted/ }));
    await hand.type(group.getByRole('textbox', { name: 'Reason' }), 'Known, and watched at each visit.');
    if (isMany) await hand.press(group.getByRole('button', { name: /^Say it of these/ }));
  }
  await expect(page.getByText('Nothing said yet')).toHaveCount(0);
  for (const { label } of Object.values(FRAME_PARTS)) await hand.type(page.getByRole('textbox', { name: label, exact: true }), 'As weighed at the meeting.');
  await expectStepAccessible(page, 'findings and risk formulation');
  await save(hand);
}

export async function fillOutcome(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Decision');
  await hand.choose(option(page, /conflict with a victim/, 'No'));
  await hand.select(page.getByLabel('Which agency answered?'), 'Police Scotland');
  await hand.choose(option(page, /What do the Responsible Authorities decide/, 'Manageable with conditions'));
  await hand.type(page.getByLabel('Reasons'), 'The concerns that were found can be met by the conditions below.');
  await hand.type(page.getByLabel('What points the other way?'), 'A nursery opens on the same street in the new year.');
  await hand.type(page.getByLabel(/^Conditions/), 'Unannounced visits each fortnight: SOPU, from the first week.');
  await hand.choose(option(page, /Do the agencies agree/, /^Every agency that answered agrees/));
  await hand.type(page.getByLabel(/^Decided by/), 'A. Sergeant, SOPU');
  await date(hand, /Decided on/, '2026-11-20');
  await expectStepAccessible(page, 'decision');
  await save(hand);
}

export async function fillReview(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Review');
  await date(hand, /When is this looked at again/, '2027-05-20');
  await hand.type(page.getByLabel(/Why then/), 'Half-way to the annual review; sooner when the nursery opens.');
  await hand.select(page.getByLabel(/Retention rule/), `${RETENTION_RULE}: 6 years after registration ends`);
  await expectStepAccessible(page, 'review');
  await save(hand);
}

/** Logs the disclosure and lets the browser print; window.print is caught, as no dialogue can be answered here. Returns the file name offered. */
export async function printRecord(hand: Hand): Promise<string> {
  const { page } = hand;
  await hand.press(link(page, 'Read and print the record'));
  await expect(page.locator('.st_map[data-state="ready"]')).toBeVisible();
  await expectStepAccessible(page, 'record');
  await page.evaluate(() => { window.print = () => { document.body.dataset['printedAs'] = document.title; }; });
  await hand.press(page.locator('summary', { hasText: 'Print or copy this record' }));
  await hand.choose(page.getByRole('radio', { name: 'Full record: Responsible Authorities' }));
  await hand.choose(page.getByRole('radio', { name: /^Printed/ }));
  await hand.type(page.getByLabel('Who is it for?'), 'SOPU file');
  await hand.type(page.getByLabel('What for?'), 'Case file');
  await hand.press(button(page, 'Log it, and go on'));
  await expect(page.locator('body')).toHaveAttribute('data-printed-as', /./);
  return await page.locator('body').getAttribute('data-printed-as') ?? '';
}

/** From the tasks of a complete record: kept longer with a reason, then shrunk to reference, decision and days. */
export async function keepAndShrink({ page, ...hand }: Hand): Promise<void> {
  await hand.press(link(page, 'Keeping and disposal'));
  await expect(page.getByText('Somebody looks at it by hand')).toBeVisible();
  await date({ page, ...hand }, /Until when/u, '2031-05-01');
  await hand.type(page.getByLabel('Kept longer because'), 'The office’s schedule is being changed.');
  await hand.press(button(page, 'Keep it longer'));
  await expect(page.getByText(/^Kept longer, until 1 May 2031/u)).toBeVisible();
  await expectStepAccessible(page, 'keeping of a complete record');
  await hand.type(page.getByLabel('Where does the whole record stand?'), 'ViSOR, pasted today');
  await hand.type(page.getByLabel('Why does it shrink?'), 'It need not stand here a second time.');
  await hand.press(button(page, 'Shrink the record'));
  await expect(page.getByRole('heading', { name: 'What is left of this record' })).toBeVisible();
  await expectStepAccessible(page, 'shrunk record');
}

/** The field that a draft of the conduct decision is typed into. */
export const WHY_CONDUCTED = 'Why is it conducted?';

/** What stands beside a form once its draft is on the disk. */
export const draftSaved = (page: Page, timeout?: number): Promise<void> => expect(page.getByText(/^Saved at .* sealed on this device$/u)).toBeVisible(timeout === undefined ? {} : { timeout });

/** The conduct decision, opened and answered with 'conducted': ready for its reason. */
export async function conductYes(hand: Hand): Promise<void> {
  await openTask(hand, 'Conduct an ERA, or not');
  await chooseConduct(hand, 'conducted');
  await expect(hand.page.getByLabel(WHY_CONDUCTED)).toBeVisible();
}
