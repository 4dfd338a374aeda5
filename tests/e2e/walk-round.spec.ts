import type { Locator, Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { asFromCamera, SECRETS, segmentsIn } from '../cases/jpeg';
import { expect, expectAccessible, openTraining, test } from './app';
import { readStorage, tracesOf, tracesOfBytes } from './atRest';
import { caseOf, expectMapsReady, show } from './screens';
import { draftSaved } from './walk';

const SHOTS = process.env['STEADING_SHOTS'];
const PHONE = { width: 390, height: 844 };
test.use({ viewport: PHONE, hasTouch: true });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const kind = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(`${SHOTS}/${name}-seen.png`, await page.screenshot());
  writeFileSync(`${SHOTS}/${name}.png`, await page.screenshot({ fullPage: true }));
}

/** What a thumb meets lies under the middle of the label, and is large enough for it. */
async function tapOption(group: Locator, name: string, least = 44): Promise<void> {
  const radio = group.getByRole('radio', { name, exact: true });
  const label = group.page().locator(`label[for="${await radio.getAttribute('id') ?? ''}"]`);
  const box = await label.boundingBox();
  expect(box?.height ?? 0, `the target ‘${name}’`).toBeGreaterThanOrEqual(least);
  await label.tap();
  await expect(radio).toBeChecked();
}

async function expectNoSideways(page: Page, where: string): Promise<void> {
  for (const width of [320, PHONE.width]) {
    await page.setViewportSize({ ...PHONE, width });
    const { needed, there } = await page.evaluate(() => ({ needed: document.documentElement.scrollWidth, there: innerWidth }));
    expect(needed, `${where} at ${String(width)} pixels scrolls sideways`).toBeLessThanOrEqual(there);
  }
}

/** Green, with something red in it that must not be kept: on the upright picture (1000 by 2000, which is more than is kept) from 400, 200 to 800, 600. As the camera wrote it, lying, with all that cameras tell. */
async function photoFile(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2000, height: 1000 });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#2a8a3a';
    context.fillRect(0, 0, 2000, 1000);
    context.fillStyle = '#e01010';
    context.fillRect(200, 200, 400, 400);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return Buffer.from(asFromCamera(Buffer.from(base64, 'base64')));
}

/** What the page decodes: the file at first, what was stored at last; and every address of a blob that it makes. */
async function watchPictures(page: Page): Promise<{ decoded(): Promise<readonly Buffer[]>; addresses(): Promise<number> }> {
  await page.evaluate(() => {
    const seen = { decoded: [] as Blob[], addresses: 0 };
    const { createImageBitmap: decode } = globalThis;
    const address = URL.createObjectURL.bind(URL);
    Object.assign(globalThis, { seen, createImageBitmap: (blob: Blob, options?: ImageBitmapOptions) => { seen.decoded.push(blob); return decode(blob, options); } });
    URL.createObjectURL = (blob) => { seen.addresses += 1; return address(blob); };
  });
  const read = <T>(what: (seen: { decoded: Blob[]; addresses: number }) => T) => page.evaluate(`(${what.toString()})(globalThis.seen)`) as Promise<Awaited<T>>;
  return {
    decoded: async () => (await read(async ({ decoded }) => Promise.all(decoded.map(async (blob) => Array.from(new Uint8Array(await blob.arrayBuffer())))))).map((bytes) => Buffer.from(bytes)),
    addresses: () => read(({ addresses }) => addresses),
  };
}

/** A finger from one point of a picture to another, in shares of its sides. */
async function draw(page: Page, picture: Locator, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const at = ([x, y]: readonly [number, number]) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  const finger = await page.context().newCDPSession(page);
  // A second apart, by their own account: after a fling the browser would swallow the next tap.
  const steps = [['touchStart', from], ['touchMove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]], ['touchMove', to], ['touchEnd', null]] as const;
  for (const [second, [type, where]] of steps.entries()) await finger.send('Input.dispatchTouchEvent', { type, touchPoints: where === null ? [] : [at(where)], timestamp: Date.now() / 1_000 - steps.length + second });
}

const CAPTION = 'canary-caption-7Q';

/** Of a picture on the screen: whether any red is left, and what lies in the middle of what was covered, and beside it. */
const coloursOf = (picture: Locator) => picture.evaluate((canvas) => {
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  const at = (x: number, y: number) => Array.from(data.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 3));
  let red = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) > (data[i + 1] ?? 0) + 40) red += 1;
  const [r = 0, g = 0, b = 0] = at(400, 1120);
  return { height: canvas.height, red, covered: at(480, 320), seen: g > r + 40 && g > b + 40 ? 'green' : 'otherwise' };
});

/** The file had all that a camera tells; what was stored is a picture and nothing else. */
function expectBare(original: Buffer | undefined, kept: Buffer | undefined): void {
  if (!original || !kept) throw new Error('Both were decoded.');
  expect(segmentsIn(original).markers.slice(0, 4), 'control').toEqual(['e1', 'e1', 'e2', 'fe']);
  expect(original.includes(SECRETS.gps), 'control').toBe(true);
  const { markers, ...rest } = segmentsIn(kept);
  expect(rest).toEqual({ behind: 0, width: 800, height: 1600 });
  expect(markers.filter((marker) => marker.startsWith('e') || marker === 'fe')).toEqual(['e0']);
  for (const secret of Object.values(SECRETS)) expect(kept.includes(secret), secret).toBe(false);
}

test('by touch, offline: an attempt, then a visit with every kind of place dealt with, a finding of the map corrected, a place added, and all of it printed', async ({ page, app, context }) => {
  test.setTimeout(300_000);
  await openTraining(page, app);
  const base = await caseOf(page, 'TRAIN-0001');
  await show(page, '/office');
  await page.locator('label[for="photosAllowed-yes"]').tap();
  await page.getByLabel('Why, and by which policy').fill('DPIA of 3 May');
  await button(page, 'Save the settings').tap();
  await expect(page.getByText('Saved. They hold from now on')).toBeVisible();
  await show(page, `${base}/sites`);
  await button(page, 'Look around the address').tap();
  await expect(page.getByRole('region', { name: 'Numbered sites' })).toBeVisible();
  await expect(page.getByText('answered on the physical check')).toBeVisible();
  await button(page, 'Save and go to all tasks').tap();
  await expect(page.getByRole('heading', { level: 2, name: 'What is found' })).toBeVisible();
  await context.setOffline(true);
  await app.stop();

  // Nobody in: counted, and no physical check.
  await page.getByRole('link', { name: 'Physical check', exact: true }).tap();
  await button(page, 'Start the walk-round').tap();
  await tapOption(kind(page, 'Did two go?'), 'No');
  await page.getByText('It could not be done', { exact: true }).tap();
  await tapOption(kind(page, 'Why was it not done?'), 'Nobody in');
  await expectNoSideways(page, 'an attempt');
  await button(page, 'Record the attempt').tap();
  await expect(page.getByText('One attempt was not done.')).toBeVisible();

  // The visit: in pairs, expected back, each kind of place.
  await button(page, 'Start another visit').tap();
  await tapOption(kind(page, 'Did two go?'), 'Yes');
  await page.getByLabel('Who was the second, by role?').fill('Housing officer');
  await page.getByText('Who, when, and back by when', { exact: true }).tap();
  await page.getByLabel('Who holds that time, by role?').fill('Duty sergeant');
  await page.getByLabel('Back by').fill('00:00');
  await expect(page.getByRole('alert').filter({ hasText: 'You are expected back by 00:00.' })).toContainText('Steading has told nobody');
  await expectAccessible(page, 'expected back, and late');
  await shot(page, 'late');
  await button(page, 'I have checked in').tap();
  await expect(page.getByText('You are expected back by')).toHaveCount(0);

  await tapOption(kind(page, 'CCTV'), 'Could not check');
  await kind(page, 'Phrases for: Why not? (CCTV)').getByRole('button', { name: 'Too dark' }).tap();
  await expect(page.getByRole('textbox', { name: 'Why not? (CCTV)' })).toHaveValue('Too dark.');

  // The map's school is closed; a shop that no map holds.
  await tapOption(kind(page, 'Schools'), 'Seen');
  await button(page, 'Correct one').tap();
  const listed = page.locator('.st_listed').first();
  const schoolName = (await listed.locator('strong').textContent() ?? '').replace(/^\d+\. /u, '');
  await tapOption(listed.getByRole('group').first(), 'Closed, or no longer there');
  await listed.getByLabel('Note').fill('Boarded up.');
  await expectAccessible(page, 'a finding of the map corrected');
  await shot(page, 'corrected');
  await button(page, 'Close the list').tap();

  // A photo of it: upright, its red part covered, nothing else of the file kept.
  const pictures = await watchPictures(page);
  await button(page, 'Add a photo (Schools)').tap();
  await expect(page.getByLabel('Take a photo (Schools)')).toHaveAttribute('capture', 'environment');
  await page.getByLabel('Take a photo (Schools)').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photoFile(page) });
  const picture = page.getByRole('img', { name: 'The photo, not stored yet' });
  await draw(page, picture, [0.36, 0.08], [0.84, 0.32]);
  await expect(page.getByText('1 part is covered.')).toBeVisible();
  await button(page, 'Keep the photo').tap();
  await expect(page.getByText('cover what may not be in it, then tick this')).toBeVisible();
  await page.getByLabel('What does it show?').fill(`Gate, ${CAPTION}`);
  await page.locator('label[for="photo.nobody"]').tap();
  await expectAccessible(page, 'a photo to be covered');
  await expectNoSideways(page, 'a photo to be covered');
  await shot(page, 'cover');
  await button(page, 'Keep the photo').tap();
  await expect(page.getByText('This record holds 1 photo.')).toBeVisible();
  const [original] = await pictures.decoded();
  expect(await pictures.addresses(), 'addresses of blobs').toBe(0);
  await tapOption(kind(page, 'Shops'), 'Seen');
  await button(page, /^Add one that the map does not hold/u).tap();
  await page.getByLabel('What is it?').fill('Sweet shop');
  await page.getByLabel('Where, as seen from the address?').fill('Across the road');
  await button(page, 'On the map').tap();
  await expectMapsReady(page);
  await button(page, 'Place the pin in the middle of the map').tap();
  await expect(page.getByText('Placed on the map.')).toBeVisible();
  await shot(page, 'added');
  await expectAccessible(page, 'a place added on the walk-round');

  // The page is killed between two taps: nothing is lost that was sealed.
  await draftSaved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Open the training area' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Walk-round' })).toBeVisible({ timeout: 60_000 });
  await expect(kind(page, 'CCTV').getByRole('radio', { name: 'Could not check' })).toBeChecked();

  await button(page, /^The rest: not seen/u).tap();
  await expectAccessible(page, 'the rest, asked once');
  await button(page, 'I looked: none seen').tap();
  await expect(page.getByText(/kinds of place recorded as looked for and not seen/u)).toBeVisible();
  await tapOption(kind(page, 'Was it at school-run time?'), 'Yes');
  await kind(page, 'Phrases for: What was seen of the school run?').getByRole('button', { name: 'Children pass the door' }).tap();
  await kind(page, 'Phrases for: Risks to the community').getByRole('button', { name: 'Toys in the stair' }).tap();
  await kind(page, 'Phrases for: Risks to the person').getByRole('button', { name: 'Graffiti aimed at somebody' }).tap();
  await kind(page, 'Phrases for: Risks to staff (if any)').getByRole('button', { name: 'Dogs' }).tap();
  await expectNoSideways(page, 'a walk-round');
  await expectAccessible(page, 'a whole walk-round');
  await shot(page, 'walk');
  await button(page, 'End the visit').tap();
  await expect(page.getByText('Walked and looked.')).toBeVisible();
  const stored = await watchPictures(page);
  await button(page, 'Show photo 1').tap();
  const shown = page.getByRole('img', { name: `Photo: Gate, ${CAPTION}` });
  await expect(shown).toHaveJSProperty('width', 800);
  expect(await coloursOf(shown)).toEqual({ height: 1600, red: 0, covered: [0, 0, 0], seen: 'green' });
  const [kept] = await stored.decoded();
  expectBare(original, kept);
  expect(await stored.addresses(), 'addresses of blobs').toBe(0);
  const onDevice = await readStorage(page);
  expect(onDevice.includes('keyring'), 'control: what lies in clear is found').toBe(true);
  for (const trace of [...tracesOf(CAPTION), ...tracesOf(SECRETS.gps), ...tracesOfBytes((kept ?? Buffer.alloc(0)).subarray(-200, -100))]) expect(onDevice.includes(trace), trace.toString('latin1')).toBe(false);
  await expectNoSideways(page, 'the physical check');
  await expectAccessible(page, 'the physical check');
  await shot(page, 'task');
  await button(page, 'Save and go to all tasks').tap();
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Physical check', exact: true }) }).locator('.ds_tag')).toHaveText('Done');

  // The map's own finding stands beside what was met, in the list; and in print.
  await show(page, `${base}/sites`);
  await expect(page.getByRole('row').filter({ hasText: schoolName }).first()).toContainText('On the physical check: Closed, or no longer there. Boarded up. Visit 2');
  await show(page, `${base}/record`);
  for (const words of ['1 photo is held in the vault and not printed', 'Tried and not done: once.', 'Sweet shop', 'Physical check, visit 2', 'Closed, or no longer there. Boarded up.', 'Could not be checked on the physical check: CCTV (Too dark).', 'Graffiti aimed at somebody.']) {
    await expect(page.getByText(words).first(), words).toBeAttached();
  }
  await expect(page.getByText('This record holds no physical check')).toHaveCount(0);
});

test('a home visit at which something has changed begins a review of the same person at the same address', async ({ page, app }) => {
  await openTraining(page, app);
  await show(page, `${await caseOf(page, 'TRAIN-0002')}/homeVisit`);
  await tapOption(kind(page, 'Changes since the last visit'), 'Something to report', 24);
  await page.getByLabel('What is there to report? (Changes since the last visit)').fill('A lodger has moved in.');
  await button(page, /^Answer the rest with/u).tap();
  await page.locator('label[for="homeVisit.changed-household"]').tap();
  await page.getByLabel('Source', { exact: true }).fill('Home visit, the individual');
  await expectAccessible(page, 'a home visit');
  await expectNoSideways(page, 'a home visit');
  await shot(page, 'home');
  await button(page, 'Begin a review: the household').tap();
  await expect(page.getByText(/^Begun as a review of/u)).toBeVisible();
  await page.getByRole('link', { name: 'What starts this assessment', exact: true }).tap();
  await expect(page.getByRole('radio', { name: 'The household has changed' })).toBeChecked();
});
