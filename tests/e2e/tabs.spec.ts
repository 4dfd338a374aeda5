import { expect, expectAccessible, openReady, test } from './app';
import { pointer } from './hand';
import { chooseConduct, createVault, PASSPHRASE, startAssessment } from './walk';

test('a second tab is told, takes over, and goes on with the draft that the first tab kept when it locked', async ({ page: first, context, app }) => {
  await openReady(first, app);
  await createVault(pointer(first));
  await startAssessment(pointer(first), 'V-2026-0001');
  await first.getByRole('link', { name: 'Conduct an ERA, or not' }).click();
  const rationale = 'Why is it conducted?';
  await chooseConduct(pointer(first), 'conducted');
  const path = new URL(first.url()).pathname;

  const second = await context.newPage();
  await second.goto(`${app.url}${path}`);
  await second.locator('#unlock-secret').fill(PASSPHRASE);
  await second.getByRole('button', { name: 'Unlock', exact: true }).click();
  const told = second.getByRole('status').filter({ hasText: 'This vault is open in another tab' });
  await expect(told).toBeVisible({ timeout: 30_000 });
  await expectAccessible(second, 'told of the other tab');
  await expect(first.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();

  // Typed in the first tab at the last moment, before any autosave.
  await first.getByLabel(rationale).fill('Typed the moment before the other tab took over.');
  await second.getByRole('button', { name: 'Take over here' }).click();
  await expect(second.getByRole('button', { name: 'Lock', exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(first.getByRole('heading', { level: 1, name: 'Unlock your vault' })).toBeVisible();
  await expect(first.getByText('Typed the moment')).toHaveCount(0);

  expect(new URL(second.url()).pathname).toBe(path);
  await expect(second.getByLabel(rationale)).toHaveValue('Typed the moment before the other tab took over.');
  await expect(second.getByText('Your draft is back')).toBeVisible();
  await second.getByRole('button', { name: 'Save and go to all tasks' }).click();
  await expect(second.getByText('tasks done. They can be done in any order.')).toBeVisible();

  // And back: what the second saved is what the first reads.
  await first.locator('#unlock-secret').fill(PASSPHRASE);
  await first.getByRole('button', { name: 'Unlock', exact: true }).click();
  await first.getByRole('button', { name: 'Take over here' }).click();
  await expect(first.getByLabel(rationale)).toHaveValue('Typed the moment before the other tab took over.', { timeout: 60_000 });
  await expect(first.getByText('Your draft is back')).toHaveCount(0);
  await expect(second.getByRole('heading', { level: 1, name: 'Unlock your vault' })).toBeVisible();
});
