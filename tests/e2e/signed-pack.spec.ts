import { type Page } from '@playwright/test';
import { newSigner } from '../geo/pack/signer';
import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { packFile, signedPackFile } from './packFiles';
import { lock } from './screens';
import { createVault, unlock } from './walk';

const publishedBy = (page: Page) => page.locator('.ds_summary-list__item').filter({ hasText: 'Published by' });
const take = (page: Page, file: Awaited<ReturnType<typeof packFile>>) => page.locator('#pack-file').setInputFiles(file);
const titled = (title: string) => (content: Parameters<NonNullable<Parameters<typeof packFile>[0]>>[0]) => ({ ...content, title });

test('the publisher of a signed pack is pinned; another key and no signature are asked about, and a forged one is refused', async ({ page, app }) => {
  const [council, stranger] = [await newSigner(), await newSigner()];
  const hand = pointer(page);
  await openReady(page, app);
  await createVault(hand);
  await hand.press(page.getByRole('link', { name: 'Area pack', exact: true }));

  await take(page, await signedPackFile('Testshire Council', council));
  await expect(page.getByText('Burgh for tests is now in use.')).toBeVisible();
  await expect(publishedBy(page)).toContainText(`Testshire Council`);
  await expect(publishedBy(page)).toContainText(council.fingerprint);
  await expectAccessible(page, 'signed pack');

  const question = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Do not use it' }) });
  const inUse = page.locator('.ds_summary-list__item').filter({ hasText: /^Pack/u });
  await take(page, await signedPackFile('Testshire Council', stranger, titled('Other key')));
  await expect(question).toContainText('This pack is signed by another key');
  await expect(question).toContainText(council.fingerprint);
  await expect(question).toContainText(stranger.fingerprint);
  await expectAccessible(page, 'pack in doubt');
  await hand.press(page.getByRole('button', { name: 'Do not use it' }));
  await expect(page.getByText('It was not taken. Burgh for tests stays in use.')).toBeVisible();
  await expect(inUse.first()).toContainText('Burgh for tests');

  const forged = await signedPackFile('Testshire Council', council, titled('Forged'));
  forged.buffer.writeUInt8(forged.buffer.readUInt8(forged.buffer.length - 1) ^ 1, forged.buffer.length - 1);
  await take(page, forged);
  await expect(page.getByRole('alert').filter({ hasText: 'The pack was not loaded' })).toContainText('The signature of this pack does not hold');

  await take(page, await packFile(titled('Unsigned burgh')));
  await expect(question).toContainText('This pack is not signed');
  await hand.press(page.getByRole('button', { name: 'Use it without a signature' }));
  await expect(page.getByText('Unsigned burgh is now in use.')).toBeVisible();
  await expect(publishedBy(page)).toContainText('Not signed');

  // Accepted once is not asked again at the next unlock.
  await lock(page);
  await unlock(hand);
  await hand.press(page.getByRole('link', { name: 'Area pack', exact: true }));
  await expect(inUse.first()).toContainText('Unsigned burgh');
});
