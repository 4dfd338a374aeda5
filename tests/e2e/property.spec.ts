import { openWithPassphrase } from '@/vault/format/age';
import { readFileSync } from 'node:fs';
import { filesWith, tracesOf } from './atRest';
import { expect, expectAccessible, openReady, test } from './app';
import { countingFinger } from './countingFinger';
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
  await page.locator('summary', { hasText: 'Print or copy this record' }).click();
  // What is shown is what goes: nearby households to Responsible Authorities, what only the police answer to nobody but them.
  const shown = page.locator('.st_record');
  for (const [copy, police, neighbours] of [['Full record: the police alone', true, true], ['Full record: Responsible Authorities', false, true], ['ViSOR or MAPPS: text to paste', false, false], ['RSL Link Officer', false, false]] as const) {
    await page.getByRole('radio', { name: copy }).check({ force: true });
    await expect(page.getByText(`Shown below: ${copy}`)).toBeVisible();
    await expect(shown.getByText('POLICE ONLY: other people of concern here'), copy).toHaveCount(police ? 1 : 0);
    await expect(shown.getByText('Children living in the stair or next door', { exact: true }), copy).toHaveCount(neighbours ? 1 : 0);
  }
  await expect(shown).toContainText('Other parts of the record are held by the lead agency.');
  await expect(shown).not.toContainText('Contact with children');
  await expectAccessible(page, 'record for a landlord');
  await expectFits(page, 'record for a landlord');

  // Nearby households go when the officer says so, from the record and its history.
  await show(page, '/retention');
  await expect(page.getByText('waits for the decision')).toBeVisible();
  await expectAccessible(page, 'answers to be deleted');
  await page.getByRole('button', { name: /^Delete the answers about nearby households/u }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('Deleted from one record')).toBeVisible();
  await show(page, `${tasks}/record`);
  await expect(record).toContainText('What was answered earlier was deleted on');
  await expect(record).not.toContainText('Children living in the stair');
  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts).toEqual(expect.arrayContaining(['Collection: block profile saved', 'Alteration: property and building recorded', 'Alteration: answers about nearby households deleted']));
});

test('a landlord answers without a vault; the reply stands beside the record, becomes a block profile, and that goes to another team and is recalled', async ({ page, app, browser, watch }, info) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const council = await context.newPage();
  const cards = [];
  for (const [screen, team] of [[page, 'Example SOPU'], [council, 'Example Council']] as const) {
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
  // The landlord’s own device: Steading was there once, and no vault is.
  const phone = await browser.newContext({ locale: 'en-GB', hasTouch: true, viewport: { width: 390, height: 844 } });
  const landlord = await phone.newPage();
  await openReady(landlord, app);
  await expect(landlord.getByRole('heading', { name: 'Welcome to Steading' })).toBeVisible();
  await app.stop();
  const before = app.requests();
  const hand = pointer(page);
  await startAssessment(hand, 'V-CANARY-77');
  const assessment = new URL(page.url()).pathname;
  await openTask(hand, 'Address');
  await page.getByLabel('Street address').fill('1 Canary Lane');
  await page.getByLabel(/^Flat/u).fill('2/1');
  await page.getByLabel('Postcode', { exact: true }).fill('EH8 9DR');
  await save(hand);

  await show(page, `${assessment}/requests`);
  await page.getByRole('button', { name: 'Log it, and make the file' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the day until which it may be answered.');
  await expectAccessible(page, 'property request, with faults');
  await page.getByLabel('Who asks?').fill('Housing service');
  await page.getByLabel('To whom does it go?').fill('Linn Homes');
  await page.getByLabel('What is it for?').fill('CANARY purpose of our log.');
  await date(hand, /Until when may it be answered/u, '2099-01-31');
  const [made] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the file' }).click()]);
  expect(made.suggestedFilename()).toMatch(/^property-information-request-PR-[0-9A-Z]{4}-[0-9A-Z]{2}\.age$/u);
  const request = info.outputPath('request.age');
  await made.saveAs(request);
  const words = (await page.locator('.st_code').innerText()).trim();
  expect(words.split('-')).toHaveLength(6);
  await expectAccessible(page, 'property request made');
  await expectFits(page, 'property request made');
  const CASE = /V-CANARY|CANARY purpose|ST-[0-9A-Z]{4}|MAPPA|SONR|A\. Officer|police|concern/u;
  const asked = new TextDecoder().decode(await openWithPassphrase(words, new Uint8Array(readFileSync(request))) ?? new Uint8Array());
  expect(asked).toContain('1 Canary Lane');
  expect(asked).not.toMatch(CASE);

  const touch = countingFinger(landlord);
  await touch.tap(landlord.getByRole('link', { name: 'Answer a property information request' }));
  await expect(landlord.getByRole('heading', { level: 1, name: 'Property information' })).toBeVisible();
  await expectAccessible(landlord, 'reply, closed');
  await landlord.getByLabel('Request file').setInputFiles(request);
  touch.count.touches += 2;
  await touch.type(landlord.getByLabel('The six words'), 'acorn actor adult amber angle apple');
  await touch.tap(landlord.getByRole('button', { name: 'Open the request' }));
  await expect(landlord.getByRole('alert')).toContainText('These words do not open this file');
  await touch.type(landlord.getByLabel('The six words'), words.replaceAll('-', ' '));
  await touch.tap(landlord.getByRole('button', { name: 'Open the request' }));
  await expect(landlord.getByText('What type of property is it?')).toBeVisible();
  await expect(landlord.locator('main')).not.toContainText(CASE);
  await expect(landlord.locator('body'), 'nor why it is asked').not.toContainText(/exclusion|score|verdict|offen/iu);
  for (const [group, label] of [['What type', 'Flat'], ['What tenure', 'Social rent'], ['How is it entered', 'Common door with door entry'], ['common stair', 'Yes'], ['drying green', 'Yes'], ['bin store', 'No'], ['Is there a garden', 'None'], ['CCTV', 'Not known'], ['Is it available', 'Yes']] as const) {
    await touch.pick(new RegExp(group, 'u'), new RegExp(`^${label}$`, 'u'));
  }
  await touch.type(landlord.getByLabel('How large is it?'), 'Two bedrooms');
  await touch.type(landlord.getByLabel('Since when is it empty'), '2 November');
  await touch.type(landlord.getByLabel('Anything else to say about the building?'), 'Lift to all floors.');
  await touch.type(landlord.getByLabel('Who answers?'), 'Housing officer');
  await expectAccessible(landlord, 'reply, answered');
  await expectFits(landlord, 'reply, answered');
  const [back] = await Promise.all([landlord.waitForEvent('download'), touch.tap(landlord.getByRole('button', { name: 'Save the reply as a file' }))]);
  const reply = info.outputPath('reply.age');
  await back.saveAs(reply);
  // Some 23 touches at three seconds and 120 letters at one: under five minutes, the words that were mistyped among them.
  expect(touch.count.touches).toBeLessThanOrEqual(24);
  expect(touch.count.keys).toBeLessThanOrEqual(150);
  expect(await landlord.evaluate(async () => ({ local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length })), 'the page keeps nothing').toEqual({ local: 0, session: 0, databases: 0 });
  await landlord.reload();
  await expect(landlord.getByLabel('Request file')).toBeVisible();
  await expect(landlord.getByText('What type of property is it?')).toHaveCount(0);

  await page.getByLabel('Reply file').setInputFiles(reply);
  await expect(page.getByRole('heading', { name: 'Reported by the landlord, by file' })).toBeVisible();
  await expectAccessible(page, 'reply, in quarantine');
  await page.getByRole('button', { name: 'Take it in as reported' }).click();
  await expect(page.getByText('On record, as the landlord reported it.')).toBeVisible();
  await page.getByLabel('Reply file').setInputFiles(reply);
  await expect(page.getByRole('alert')).toContainText('a reply counts once');
  await show(page, `${assessment}/agencies`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Registered social landlord' })).toContainText('Answered about the property only');

  // Beside the record: what stands there gives way to nothing without a word.
  await show(page, `${assessment}/requests`);
  await page.getByRole('link', { name: 'Look at it beside the record' }).click();
  await hand.choose(option(page, /^Shared bin store$/u, 'Yes'));
  await hand.choose(option(page, /^Are there other people of concern/u, 'Yes'));
  await date(hand, 'Looked up on', '2026-11-18');
  await page.getByRole('button', { name: 'Take over from the landlord’s reply' }).click();
  await expect(page.getByRole('alert')).toContainText('Building: Shared bin store: say which holds.');
  await expectAccessible(page, 'a reply beside the record');
  await expectFits(page, 'a reply beside the record');
  await hand.choose(page.getByRole('group', { name: /^Building: Shared bin store: which holds/u }).getByRole('radio', { name: 'What stands here' }));
  await hand.choose(page.getByRole('group', { name: /^Property: size: take it over/u }).getByRole('radio', { name: 'Leave' }));
  await page.getByRole('button', { name: 'Take over from the landlord’s reply' }).click();
  await expect(page.getByText(/It is on record once you save/u)).toBeVisible();
  await expect(page.getByLabel('What kind of property is it?').locator('option:checked')).toHaveText('Flat in a tenement or block');
  await expect(page.getByLabel('Source', { exact: true }).locator('option:checked')).toHaveText('The landlord’s reply to our request');
  await save(hand);
  await show(page, `${assessment}/record`);
  await expect(page.locator('main')).toContainText(/From the landlord’s reply of .* \(Housing officer\) to request PR-.*, taken over on .* by A\. Officer: Property: kind/u);
  await expect(page.locator('main')).toContainText(/Told otherwise here than in the landlord’s reply of .*: Building: Shared bin store\./u);

  // And as a profile of the building, without the flat.
  await show(page, `${assessment}/requests`);
  await page.getByRole('link', { name: 'Make or refresh the block profile from it' }).click();
  await expect(page.getByLabel('Address of the building')).toHaveValue('1 Canary Lane');
  await expectAccessible(page, 'a profile from a reply');
  await page.getByLabel('What kind of building is it?').selectOption({ label: 'Tenement close or stair' });
  await page.getByLabel('Organisation').fill('Linn Homes');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '1 Canary Lane' })).toBeVisible();
  await expect(option(page, /^Drying green/u, 'Yes')).toBeChecked();
  await page.locator('summary', { hasText: 'Make a sealed file for another team' }).click();
  await page.getByLabel('To which team?').selectOption({ index: 1 });
  await page.getByText(/^I have read it, the free text too/u).click();
  await expectAccessible(page, 'block profile, hand-over');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the file' }).click()]);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  for (const trace of ['1 Canary Lane', 'V-CANARY-77', 'CANARY purpose']) expect(filesWith(info.outputDir, tracesOf(trace)), trace).toEqual([]);

  await show(council, '/handover');
  await council.getByLabel('Hand-over file').setInputFiles(path);
  await expect(council.getByRole('heading', { name: 'Block profile from Example SOPU' })).toBeVisible();
  await expect(council.getByRole('region', { name: 'Ours and theirs' })).toContainText('Lift to all floors.');
  await expect(council.getByRole('region', { name: 'Ours and theirs' })).not.toContainText(CASE);
  await expect(council.locator('main')).not.toContainText(/V-CANARY|CANARY purpose|ST-[0-9A-Z]{4}|2\/1|PR-[0-9A-Z]{4}|concern/u);
  await expectAccessible(council, 'a profile from another team');
  await expectFits(council, 'a profile from another team');
  await council.getByRole('button', { name: 'Take the profile' }).click();
  await expect(council.getByRole('heading', { level: 1, name: '1 Canary Lane' })).toBeVisible();

  // What went can be recalled, and whoever has it sees of which building it is.
  await show(page, '/handover');
  await page.getByRole('button', { name: 'Correct or recall 1 Canary Lane to Example Council' }).click();
  await hand.choose(page.getByRole('radio', { name: /^Recall/u }));
  await page.getByLabel('What exactly, and what should they do?').fill('It was taken for its neighbour.');
  const [notice] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Log it, and make the notice' }).click()]);
  await notice.saveAs(info.outputPath('notice.age'));
  await show(council, '/handover');
  await council.getByLabel('Hand-over file').setInputFiles(info.outputPath('notice.age'));
  await expect(council.getByRole('heading', { name: 'Recall from Example SOPU' })).toBeVisible();
  await expect(council.getByText('It is not to be used any more')).toBeVisible();
  await expectAccessible(council, 'recall of a profile');
  await council.getByLabel('What was done about it?').fill('To be looked at anew.');
  await council.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(council.getByText('Kept, and on the log.')).toBeVisible();
  await show(council, '/blocks');
  await council.getByRole('link', { name: '1 Canary Lane, EH8 9DR' }).click();
  await expect(council.getByText('Example SOPU recalled what it had sent of this building')).toBeVisible();
  const acts = (await readLog(page)).map(({ kind, act }) => `${kind}: ${act}`);
  expect(acts.filter((act) => act.startsWith('Disclosure'))).toEqual(['Disclosure: property information request made', 'Disclosure: block profile handed over', 'Disclosure: recall notice made']);
  expect(acts).toEqual(expect.arrayContaining(['Collection: reply of a landlord taken in', 'Alteration: property and building recorded', 'Collection: block profile saved']));
  expect(app.requests(), 'requests since the server was stopped').toBe(before);
  watch.expectNothing();
  await context.close();
  await phone.close();
});
