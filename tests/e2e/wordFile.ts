import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { paragraphsIn, partsIn } from '../report/wordParts';
import { expect, expectAccessible } from './app';
import { expectMapsReady } from './screens';

/** Width and height of a PNG, and how many colours a sample of its dots has: a picture with nothing drawn has one. */
async function pictureIn(page: Page, png: Uint8Array): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const dots = new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer());
    return { width: bitmap.width, height: bitmap.height, colours: new Set(dots.filter((_, at) => at % 7 === 0)).size };
  }, [...png]);
}

/** On the record's screen: frames the map closer by keyboard, and saves the record as an editable Word file, whose words and picture are looked at. */
export async function frameAndSaveAsWord(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Frame this map for print' }).press('Enter');
  await expectMapsReady(page);
  await expect(page.getByRole('application', { name: /^Map/u })).toBeFocused();
  const scale = page.locator('.st_map__scale text');
  const before = await scale.textContent() ?? '';
  for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key);
  await expect(scale, 'the keys zoom').not.toHaveText(before);
  await expectAccessible(page, 'framing the map');
  await page.getByRole('button', { name: 'Keep this frame' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Frame this map for print' })).toBeFocused();
  const beside = await page.getByText(/lies? outside the map as framed; the table has all\.$/u).textContent() ?? '';

  await page.locator('summary', { hasText: 'Print or copy this record' }).click();
  await page.getByRole('group', { name: /^Which copy/u }).getByRole('radio').first().check({ force: true });
  await page.getByRole('radio', { name: /Word file/u }).check({ force: true });
  await page.getByLabel('Who is it for?').fill('SOPU file');
  await page.getByLabel('What for?').fill('Case file');
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Log it, and go on' }).click();
  const file = await offered;
  expect(file.suggestedFilename()).toMatch(/^steading-ST-[0-9A-Z]{4}-[0-9A-Z]{2}\.docx$/u);
  const bytes = readFileSync(await file.path());
  const [parts, { 'word/media/image1.png': png = new Uint8Array() }] = [partsIn(bytes), unzipSync(bytes)];
  const words = paragraphsIn(parts['word/document.xml'] ?? '');
  expect(words).toContain(beside);
  expect(words).toContain('TRAINING: every person, address and place in this record is fictional.');
  // The first row of the table of sites: its number is on the map, and on paper in the same place.
  expect(words.join('\n')).toContain(['No.', 'Name', 'Category'].join('\n'));
  const { width, height, colours } = await pictureIn(page, png);
  expect([width, height]).toEqual([1320, 1120]);
  expect(colours).toBeGreaterThan(50);
}
