import { chromium, expect, test } from '@playwright/test';
import { browserPath } from './browserPath';
import { serveWith } from './serveWith';

const NAME = 'steading.test';

test('over http on any name but localhost Steading refuses, shows no form and makes no vault', async () => {
  const server = await serveWith({ name: NAME });
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByRole('heading', { level: 1, name: 'Steading cannot be used from this address' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('https');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('form, input, select, textarea')).toHaveCount(0);
    // A deep link is refused the same way.
    await page.goto(`${server.url}/vault`);
    await expect(page.getByRole('heading', { level: 1, name: 'Steading cannot be used from this address' })).toBeVisible();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(await page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length }))).toEqual({ local: 0, session: 0 });
  } finally {
    await browser.close();
    await server.stop();
  }
});
