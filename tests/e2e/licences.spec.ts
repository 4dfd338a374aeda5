import { THIRD_PARTY } from '../../src/views/parts/thirdParty';
import { expect, openReady, test } from './app';

test('the licence texts of all that is built in can be read with the server gone', async ({ page, app }) => {
  await openReady(page, app);
  await app.stop();
  await page.goto(`${app.url}/licences.txt`);
  const text = await page.locator('body').innerText();
  expect(Object.keys(THIRD_PARTY).filter((name) => !text.includes(name))).toEqual([]);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  // Its signs are read as they were written, though no server says what they are encoded in.
  expect(await page.evaluate(() => document.characterSet)).toBe('UTF-8');
});
