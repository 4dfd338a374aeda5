import { type Page, test as plain } from '@playwright/test';
import { seeded } from '../geo/geodesic';
import { killRounds } from '../torture/killRounds';
import { expect, expectAccessible, openReady, serve, test } from './app';
import { pointer } from './hand';
import { lock, readLog } from './screens';
import { conductYes, createVault, draftSaved, openTask, save, startAssessment, unlock, WHY_CONDUCTED } from './walk';

// How full a device is, is told to the byte by one that keeps its files in memory.
test.use({ isInstalled: false });

async function deleteDatabases(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (name.startsWith('steading-vault')) await new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
    }
  });
}

async function enterPassphrase(page: Page): Promise<void> {
  await page.locator('#unlock-secret').fill('harbour lantern gravel thistle');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

test('a database deleted behind the app: the vault is listed, unlocked, repaired, and record, draft and log are there', async ({ page, app }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0005');
  await conductYes(pointer(page));
  await page.getByLabel(WHY_CONDUCTED).fill('Saved before the database went.');
  await save(pointer(page));
  await openTask(pointer(page), 'Conduct an ERA, or not');
  await page.getByLabel(WHY_CONDUCTED).fill('A draft from before the database went.');
  await draftSaved(page);
  await lock(page);
  await deleteDatabases(page);
  await page.reload();
  await enterPassphrase(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Something is missing on this device' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Everything can be restored.')).toBeVisible();
  await expectAccessible(page, 'repair');
  await page.getByRole('button', { name: 'Repair the vault and open it' }).click();
  await expect(page.getByLabel(WHY_CONDUCTED)).toHaveValue('A draft from before the database went.', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Vault', exact: true }).click();
  await expect(page.getByText('Everything was restored.')).toBeVisible();
  await expectAccessible(page, 'vault, after a repair');
  await page.getByRole('button', { name: 'I have noted this: take it off the screen' }).click();
  await expect(page.getByText('Everything was restored.')).toHaveCount(0);
  expect((await readLog(page)).map(({ act }) => act)).toContain('vault repaired from its second copy');
});

test('a full device: the save fails whole and says what to do, the draft is kept in the reserve', async ({ page, app, context }) => {
  await openReady(page, app);
  await createVault(pointer(page));
  await startAssessment(pointer(page), 'V-2026-0006');
  await conductYes(pointer(page));
  await page.getByLabel(WHY_CONDUCTED).fill('Before the device was full.');
  await save(pointer(page));
  await openTask(pointer(page), 'Conduct an ERA, or not');
  const devtools = await context.newCDPSession(page);
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: app.url });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: usage + 64 });
  await page.getByLabel(WHY_CONDUCTED).fill(`Typed on a full device. ${'Long. '.repeat(3000)}`);
  await draftSaved(page);
  await page.getByRole('link', { name: 'Vault', exact: true }).click();
  await expect(page.getByText('The room that Steading set aside is in use')).toBeVisible();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.url });
  await lock(page);
  await unlock(pointer(page));
  await page.goBack().catch(() => undefined);
  await page.getByRole('link', { name: 'Assessments', exact: true }).click();
  await page.getByRole('cell').getByRole('link', { name: /^ST-/u }).click();
  await page.getByRole('link', { name: 'Conduct an ERA, or not' }).click();
  await expect(page.getByLabel(WHY_CONDUCTED)).toHaveValue(/^Typed on a full device\./u);
});

plain('a browser killed five times in the middle of saving: everything that was acknowledged is there each time', async () => {
  const app = await serve();
  try {
    const result = await killRounds(app, 5, seeded(42));
    expect(result.faults).toEqual([]);
    expect(result.repairs, 'a cut-off save is finished without a question').toEqual([]);
    expect(result.acknowledged, 'something was acknowledged').toBeGreaterThan(0);
  } finally {
    await app.stop();
  }
});
