import { filesWith, tracesOf } from './atRest';
import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { expectFits, readLog, show } from './screens';
import { chooseConduct, createVault, date, openTask, option, save, startAssessment, stateOf } from './walk';

test('a block profile is made once and used in an assessment, told as old, and printed; what is police-only is in no other copy', async ({ page, app }) => {
  const hand = pointer(page);
  await openReady(page, app);
  await createVault(hand);
  await app.stop();

  await show(page, '/blocks/new');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByText('Say how one gets in, or that it is not known.').first()).toBeVisible();
  await expectAccessible(page, 'block profile, faults');
  await page.getByLabel('What kind of building is it?').selectOption({ label: 'Tenement close or stair' });
  await page.getByLabel('Address of the building').fill('12 Canary Street');
  await page.getByLabel('Postcode', { exact: true }).fill('EH8 9DR');
  await page.getByLabel('How does one get in?').selectOption({ label: 'Shared close or stair' });
  await hand.choose(option(page, 'Lift', 'No'));
  await hand.choose(option(page, /^Drying green/u, 'Yes'));
  await page.getByLabel(/^Close, stair/u).fill('Ten homes by the landlord’s file.');
  await page.getByRole('button', { name: 'Answer the rest with ‘Not known’' }).click();
  await page.getByLabel('Organisation').fill('Example Housing Association');
  await page.getByLabel('Role', { exact: true }).fill('Link Officer');
  await date(hand, 'Looked at on', '2025-03-03');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByText('Assessments that used it before keep what they took.')).toBeVisible();
  await expect(page.getByText('To be refreshed', { exact: true })).toBeVisible();
  await expectAccessible(page, 'block profile, to be refreshed');
  await expectFits(page, 'block profile');
  await page.getByRole('link', { name: 'Block profiles' }).click();
  await expect(page.getByRole('link', { name: '12 Canary Street, EH8 9DR' })).toBeVisible();
  await expectAccessible(page, 'list of block profiles');

  await startAssessment(hand, 'V-2026-0099');
  const tasks = new URL(page.url()).pathname;
  await openTask(hand, 'Address');
  await page.getByLabel('Street address').fill('12 Canary Street');
  await page.getByLabel('Postcode', { exact: true }).fill('eh89dr');
  await save(hand);
  await openTask(hand, 'Conduct an ERA, or not');
  await chooseConduct(hand, 'conducted');
  await save(hand);
  await openTask(hand, 'Property and building');
  await page.getByLabel(/^Close, stair/u).fill('Eight homes: counted at the door.');
  await page.getByLabel('Which profile?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Use in this assessment' }).click();
  await expect(page.getByText('Say which holds where the two differ.')).toBeVisible();
  await expectAccessible(page, 'a profile beside the property');
  await hand.choose(page.getByRole('radio', { name: 'What stands here' }));
  await page.getByRole('button', { name: 'Use in this assessment' }).click();
  await expect(page.getByText('The block profile is to be refreshed')).toBeVisible();
  await expect(page.getByLabel('What kind of property is it?').locator('option:checked')).toHaveText('Flat in a tenement or block');
  await expect(page.getByLabel(/^Close, stair/u)).toHaveValue('Eight homes: counted at the door.');
  await page.getByRole('button', { name: 'Answer the rest of the property with ‘Not known’' }).click();
  await hand.choose(option(page, /^Children living in the stair/u, 'Yes'));
  await page.getByLabel('Who answered?').selectOption({ label: 'The landlord' });
  await date(hand, 'Answered on', '2026-11-18');
  await hand.choose(option(page, /^Are there other people of concern/u, 'Yes'));
  await date(hand, 'Looked up on', '2026-11-18');
  await expectAccessible(page, 'property answered');
  await expectFits(page, 'property answered');
  await save(hand);
  await expect(stateOf(page, 'Property and building')).toHaveText('Done');

  await show(page, `${tasks}/record`);
  const record = page.locator('main');
  await expect(record).toContainText('block profile of 3 March 2025 by Example Housing Association (Link Officer)');
  await expect(record).toContainText('It was past that day when it was used.');
  await expect(record).toContainText('Told otherwise here than in the profile: Building: close and stair');
  await expect(record).not.toContainText(/POLICE ONLY|Children living in the stair/u);
  await page.locator('summary', { hasText: 'Print or copy this record' }).click();
  await page.getByText(/^It stays with Responsible Authorities/u).click();
  await expect(record).toContainText('POLICE ONLY: other people of concern here');
  await expect(record).toContainText('Children living in the stair or next door');
  await expectAccessible(page, 'record for Responsible Authorities');

  // Nearby households go when the officer says so, from the record and its history.
  await show(page, '/retention');
  await expect(page.getByText('waits for the decision')).toBeVisible();
  await expectAccessible(page, 'answers to be deleted');
  await page.getByRole('button', { name: /^Delete the answers about nearby households/u }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('Deleted from one record')).toBeVisible();
  await show(page, `${tasks}/record`);
  await page.locator('summary', { hasText: 'Print or copy this record' }).click();
  await page.getByText(/^It stays with Responsible Authorities/u).click();
  await expect(record).toContainText('What was answered earlier was deleted on');
  await expect(record).not.toContainText('Children living in the stair');
  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts).toEqual(expect.arrayContaining(['Collection: block profile saved', 'Alteration: property and building recorded', 'Alteration: answers about nearby households deleted']));
});

test('a profile goes to another team sealed, and there stands beside its own', async ({ page, app, browser }, info) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const council = await context.newPage();
  const cards = [];
  for (const [screen, team] of [[page, 'Example HA'], [council, 'Example Council']] as const) {
    await openReady(screen, app);
    await createVault(pointer(screen));
    await screen.getByRole('link', { name: 'Hand-over', exact: true }).click();
    await screen.getByLabel('What is your team called?').fill(team);
    await screen.getByText(/^General: UK GDPR/u).click();
    await screen.getByRole('button', { name: 'Save name and law' }).click();
    const [card] = await Promise.all([screen.waitForEvent('download'), screen.getByRole('button', { name: 'Save our address as a file' }).click()]);
    const path = info.outputPath(`${team}.steadingteam`);
    await card.saveAs(path);
    cards.push(path);
  }
  for (const [screen, card] of [[page, cards[1]], [council, cards[0]]] as const) {
    await screen.getByLabel('Add a team by its address file').setInputFiles(card ?? '');
    await screen.getByText('Read out on the telephone').click();
    await screen.getByRole('button', { name: 'The words are the same' }).click();
    await expect(screen.getByText('Words compared by A. Officer')).toBeVisible();
  }
  const made = async (screen: typeof page, lift: 'Yes' | 'No'): Promise<void> => {
    const hand = pointer(screen);
    await show(screen, '/blocks/new');
    await screen.getByLabel('What kind of building is it?').selectOption({ label: 'Hostel' });
    await screen.getByLabel('Address of the building').fill('1 Canary Lane');
    await screen.getByLabel('Postcode', { exact: true }).fill('EH8 9DR');
    await screen.getByLabel('How does one get in?').selectOption({ label: 'Staffed or watched entrance' });
    await hand.choose(option(screen, 'Lift', lift));
    await screen.getByLabel('Organisation').fill('Example HA');
    await screen.getByLabel('Role', { exact: true }).fill('Link Officer');
    await date(hand, 'Looked at on', '2026-11-02');
    await screen.getByRole('button', { name: 'Save the profile' }).click();
    await expect(screen.getByText('Assessments that used it before keep what they took.')).toBeVisible();
  };
  await made(page, 'Yes');
  await made(council, 'No');
  await page.locator('summary', { hasText: 'Make a sealed file for another team' }).click();
  await page.getByLabel('To which team?').selectOption({ index: 1 });
  await page.getByText(/^I have read it, the free text too/u).click();
  await expectAccessible(page, 'block profile, hand-over');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the file' }).click()]);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  expect(filesWith(info.outputDir, tracesOf('Canary Lane'))).toEqual([]);

  await show(council, '/handover');
  await council.getByLabel('Hand-over file').setInputFiles(path);
  await expect(council.getByRole('heading', { name: 'Block profile from Example HA' })).toBeVisible();
  await council.getByLabel('Which of your profiles is it about?').selectOption({ index: 1 });
  await council.getByRole('button', { name: 'Take the profile' }).click();
  await expect(council.getByText('Building: Lift: say which holds.').first()).toBeVisible();
  await expectAccessible(council, 'a profile beside ours');
  await expectFits(council, 'a profile beside ours');
  await pointer(council).choose(council.getByRole('group', { name: /^Building: Lift/u }).getByRole('radio', { name: 'Theirs' }));
  await council.getByRole('button', { name: 'Take the profile' }).click();
  await expect(council.getByRole('heading', { level: 1, name: '1 Canary Lane' })).toBeVisible();
  await expect(option(council, 'Lift', 'Yes')).toBeChecked();
  await expect(council.getByRole('heading', { name: 'Earlier looks' })).toBeVisible();
  await context.close();
});
