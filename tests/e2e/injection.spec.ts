import { emptyOffice, parseAddress, parseAssessment, parseOffice, parsePerson, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '../../src/record';
import { createVaultDoor } from '../../src/vault';
import { keysInThisThread } from '../../src/vault/keyHolder';
import { ADDRESS, caseOf, CONDUCTED, NOT_CONDUCTED, NOT_IN_FULL, PERSON } from '../cases/caseFile';
import '../vault/testDoor';
import { expect, openReady, test } from './app';
import { pointer } from './hand';
import { injectedInto, payloads, payloadsIn } from './injected';
import { SCREENS, show } from './screens';
import { printRecord, unlock } from './walk';

const PASSPHRASE = 'harbour lantern gravel thistle';
const fits = (parse: (value: unknown) => unknown) => (value: unknown): boolean => { try { parse(value); return true; } catch { return false; } };
const told = { answer: 'on', on: '2025-01-02' } as const;

/** As much as a record can hold, so that every free field has a place. */
const FULL = {
  ...CONDUCTED,
  trigger: { ...CONDUCTED.trigger, event: 'Own notification', note: 'A note' },
  clocks: { ...CONDUCTED.clocks, agencies: { solo: { startedOn: '2026-03-02', event: 'Asked', answeredOn: null } }, extensions: [{ deadlineId: 'solo', to: '2026-03-12', reason: 'Ill', decidedOn: '2026-03-04', by: 'E. Fyfe' }] },
  children: { ...CONDUCTED.children, visiting: 'yes', referral: { decision: 'made', why: 'Visits', to: 'The team', on: '2026-03-05' }, disclosure: { decision: 'made', why: 'Visits', to: 'The parent', on: '2026-03-05' } },
  lastEra: told,
  outcome: { ...CONDUCTED.outcome, decision: 'notManageable', conditions: 'A condition', insteadWhat: 'Stays', insteadRiskier: 'yes', insteadWhy: 'No support', refusalNumber: 2, whoIsTold: 'The landlord' },
  keeping: { eventOn: null, keptLonger: [{ answerId: 'k', until: '2040-01-01', why: 'Appeal', at: '2026-03-09T10:00:00.000Z', by: 'E. Fyfe' }], shrunk: null },
  history: [{ at: '2026-03-09T10:00:00.000Z', by: 'E. Fyfe', what: 'decision recorded', fields: [{ path: 'assessment.outcome.reasons', from: 'Before', to: 'After' }] }],
} as const;

/** A vault made by the same code outside the browser, whose every free word is a payload; as a backup file. */
async function hostileBackup() {
  const next = payloads();
  const door = createVaultDoor({ makeKeys: keysInThisThread, locks: null, storage: null });
  const { vault } = await door.create({ kind: 'work', officer: { name: next(), role: next(), agency: next() }, passphrase: PASSPHRASE });
  const office = injectedInto({ ...emptyOffice, radiusMetres: 500, retentionRules: [{ ruleId: 'r', name: 'Rule', keepFor: '6 years' }] }, fits(parseOffice), next);
  const writes = [{ table: 'office', id: 'office', baseRev: 0, value: office, summary: {} }] as Parameters<typeof vault.save>[0][number][];
  for (const [at, base] of [FULL, NOT_CONDUCTED, NOT_IN_FULL, FULL, FULL, FULL, FULL, NOT_IN_FULL].entries()) {
    const [personId, addressId] = [`p${String(at)}`, `a${String(at)}`];
    const person = injectedInto(PERSON, fits(parsePerson), next);
    const address = injectedInto(ADDRESS, fits(parseAddress), next);
    const assessment = { ...injectedInto(parseAssessment(base), (value) => fits(parseAssessment)(value) && fits(() => summaryOfAssessment({ ...caseOf(value, { person, address }) }))(value), next), personId, addressId };
    writes.push(
      { table: 'person', id: personId, baseRev: 0, value: person, summary: summaryOfPerson(person) },
      { table: 'address', id: addressId, baseRev: 0, value: address, summary: summaryOfAddress(address) },
      { table: 'assessment', id: `s${String(at)}`, baseRev: 0, value: assessment, summary: summaryOfAssessment(caseOf(assessment, { person, address })) },
    );
  }
  await vault.save(writes, [{ event: 'collection', act: next(), about: [], detail: {} }]);
  const { bytes } = await vault.backup();
  await vault.lock();
  return { buffer: Buffer.from(bytes), count: payloadsIn(JSON.stringify(writes)) };
}

test('hundreds of payloads, one in each free field of records, settings and log, run on no screen and in no print', async ({ page, app }) => {
  test.setTimeout(180_000);
  const { buffer, count } = await hostileBackup();
  expect(count).toBeGreaterThan(500);
  await openReady(page, app);
  // The control: the same text as markup, on a page without our policy, runs.
  const bare = await page.context().newPage();
  await bare.setContent('<img src=x onerror="window.ran=1">');
  const ran = () => bare.evaluate(() => (globalThis as { ran?: number }).ran ?? null);
  await expect.poll(ran, 'the control runs').toBe(1);
  await bare.close();

  await page.getByText('Restore a vault from a backup file').click();
  await page.getByLabel('Backup file').setInputFiles({ name: 'hostile.steadingbackup', mimeType: 'application/octet-stream', buffer });
  await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Restore the backup' }).click();
  await unlock(pointer(page), PASSPHRASE);

  const paths = ['s0', 's1', 's2'].flatMap((id) => SCREENS.map(({ path }) => path.replace(':assessmentId', id).replace(':personId', id.replace('s', 'p'))).filter((path) => id === 's0' || path.includes(id)));
  for (const path of paths.filter((one) => !one.includes('(.*)'))) {
    await test.step(path, async () => {
      await show(page, path);
      const found = await page.evaluate(() => ({
        ran: (globalThis as { ran?: number }).ran ?? null,
        made: document.querySelectorAll('[id^="injected"], iframe, main script, [onerror], [onload], [onfocus], [ontoggle], a[href^="javascript:"], a[href*="example.invalid"]').length,
        styles: document.querySelectorAll('style').length + [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(({ cssText }) => cssText.includes('example.invalid') && !cssText.startsWith('@page')).length,
        title: document.title,
      }));
      expect(found).toMatchObject({ ran: null, made: 0, styles: 0 });
      expect(found.title).not.toMatch(/window\.ran|example\.invalid/u);
    });
  }
  await show(page, '/assessments/s0');
  await expect(page.getByText(/window\.ran=/u).first(), 'the payloads are shown, as words').toBeVisible();
  await printRecord(pointer(page));
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran ?? null)).toBeNull();
  expect(await page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ constructor }) => constructor.name)))).toEqual(['CSSPageRule']);
});
