import { summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { useCasework, useOffice, useOversight, useSession } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, PERSON } from '../cases/caseFile';
import { forgetDevice, newVault, NOTE } from '../vault/testDoor';
import { stores } from './stores';

afterEach(forgetDevice);
const FOR = { recipient: 'Strategic Oversight Group', purpose: 'Yearly statistics' };

async function counted(decidedOn: string, count: number, surroundings: typeof CONDUCTED.surroundings = null) {
  const { vault } = await newVault();
  for (let at = 0; at < count; at += 1) {
    const value = { ...CONDUCTED, surroundings, reference: `ST-${at}`, personId: `p${at}`, addressId: `a${at}`, outcome: { ...CONDUCTED.outcome, decidedOn } };
    await vault.save([
      { table: 'person', id: value.personId, baseRev: 0, value: PERSON, summary: summaryOfPerson(PERSON) }, { table: 'address', id: value.addressId, baseRev: 0, value: ADDRESS, summary: summaryOfAddress(ADDRESS) },
      { table: 'assessment', id: `s${at}`, baseRev: 0, value, summary: summaryOfAssessment(caseOf(value)) },
    ], [NOTE]);
  }
  const page = stores();
  useSession(page.pinia).vault = vault;
  useCasework(page.pinia).refresh();
  useOffice(page.pinia).office.officeName = '=Linn "office"';
  const counts = useOversight(page.pinia);
  counts.chosen = '2025-26';
  return { vault, counts };
}

describe('counts that leave the vault', () => {
  it('are on the log as disclosure with whom and what for, and hold counts alone', async () => {
    const { vault, counts } = await counted('2026-03-10', 6);
    const { name, text } = await counts.asCsv(FOR);
    expect(name).toBe('steading-counts-2025-26.csv');
    expect(text).toMatch(/\r\n1 April 2025 to 31 March 2026,"'=Linn ""office""","Assessments, by what was decided on conducting them",An ERA[^\r]*,6\r\n/u);
    expect(text).not.toMatch(/ST-\d|p\d,/u);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'disclosure', act: 'counts for oversight saved', about: [], detail: { ...FOR, year: '2025-26' } });
  });

  it('say of few that they are held back, and never nought', async () => {
    const { counts } = await counted('2026-03-10', 2);
    const { text } = await counts.asCsv(FOR);
    expect(text).toMatch(/conducting them",An ERA[^\r]*,held back\r\n/u);
    expect(text).not.toMatch(/,2\r\n/u);
  });

  it('leave out what was looked up in the training area', async () => {
    const real = CONDUCTED.surroundings;
    if (real === null) throw new Error('The case has surroundings.');
    const { counts } = await counted('2026-03-10', 6, { ...real, answer: { ...real.answer, training: true } });
    expect(counts.groups.flatMap(({ rows }) => rows).every(({ count }) => count === 0)).toBe(true);
  });

  it('do not leave where the log cannot be written (negative control)', async () => {
    const { vault, counts } = await counted('2026-03-10', 6);
    await vault.lock();
    await expect(counts.asCsv(FOR)).rejects.toThrow();
  });
});
