import { readFileSync } from 'node:fs';
import { expect, expectAccessible, openTraining, test } from './app';
import { caseOf, readLog, show } from './screens';

test('a record is disposed of: a certificate without content, a line on the log, and nothing left in the lists', async ({ page, app }) => {
  await openTraining(page, app);
  const assessment = await caseOf(page, 'TRAIN-0002');
  const reference = await page.getByRole('row').filter({ hasText: 'TRAIN-0002' }).getByRole('link', { name: /^ST-/u }).textContent() ?? '';
  await show(page, `${assessment}/keeping`);
  await page.getByLabel('Why is it disposed of?').fill('Begun for the wrong person.');
  await page.getByLabel('Decided by: name and role').fill('Trainee’s manager');
  await page.getByRole('button', { name: 'Dispose of the record' }).click();
  await expect(page.getByText('Tick that it may go for good').first()).toBeVisible();
  await expectAccessible(page, 'keeping, with faults');
  await page.getByText('It may go for good.', { exact: true }).click();
  await page.getByRole('button', { name: 'Dispose of the record' }).click();
  await expect(page.getByRole('heading', { name: 'Certificate of disposal' })).toBeVisible();
  await expectAccessible(page, 'certificate of disposal');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the certificate as text' }).click();
  const certificate = readFileSync(await (await download).path(), 'utf8');
  expect(certificate).toContain(`Record: ${reference}`);
  expect(certificate).not.toMatch(/TRAIN-0002|Kinlowrie|ZX1/u);

  await show(page, '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Assessments' })).toBeVisible();
  await expect(page.getByText('TRAIN-0002')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'TRAIN-0001' })).toHaveCount(1);
  await show(page, assessment);
  await expect(page.getByRole('heading', { level: 1, name: 'No such assessment' })).toBeVisible();
  expect((await readLog(page)).filter(({ kind }) => kind === 'Erasure')).toEqual([{ kind: 'Erasure', act: 'record disposed of', documents: 3 }]);
});
