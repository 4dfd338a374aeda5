import { type Assessment, type AssessmentSummary, summaryOfAssessment } from '@/record';
import { useCasework, useOffice } from '@/stores';
import type { OpenVault } from '@/vault';
import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, LOCAL, PERSON, TODAY } from '../cases/caseFile';
import { onRecord } from '../report/request';
import { forgetDevice, NOTE } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';

afterEach(forgetDevice);

/** A second assessment of the same person: an ERA that was not conducted. */
const OTHER = { ...CONDUCTED, reference: 'ST-2222-22', conduct: { ...CONDUCTED.conduct, decision: 'notConducted' as const } };

async function withOther(assessment: Assessment = OTHER): Promise<OpenVault> {
  const vault = await vaultWithCase();
  const summary = summaryOfAssessment({ person: PERSON, address: ADDRESS, assessment, today: TODAY, protocol: assessment.asked?.standard.protocol ?? null });
  await vault.save([{ table: 'assessment', id: 's2', baseRev: 0, value: assessment, summary }], [NOTE]);
  return vault;
}
const listed = (vault: OpenVault) => vault.list<AssessmentSummary>('assessment').find(({ id }) => id === 's2');

describe('other assessments of a person that was changed', () => {
  it('say in the lists what now holds, and keep their own words', async () => {
    const vault = await withOther();
    const { open, type } = await openCase(vault);
    expect(listed(vault)?.summary.departure, 'the case starts as a departure').toBe(true);
    await type((docs) => { docs.person.registered = 'no'; docs.person.category = 'category3'; });
    await open.commit('person recorded');
    expect(listed(vault)?.summary.departure).toBe(false);
    expect((await vault.read('assessment', 's2'))?.value).toEqual(OTHER);
  });

  it('go on being listed under the standard that they were answered under, whatever the office asks today', async () => {
    const vault = await withOther(onRecord(CONDUCTED));
    const { open, type, pinia } = await openCase(vault);
    useOffice(pinia).office = { ...useOffice(pinia).office, protocol: { ...LOCAL, inForceFrom: '2026-01-01' } };
    expect(listed(vault)?.summary.state).toBe('complete');
    await type((docs) => { docs.person.reference = 'V-2026-0418'; });
    await open.commit('person recorded');
    expect(listed(vault)?.summary.state).toBe('complete');
    expect(vault.list<AssessmentSummary>('assessment').find(({ id }) => id === IDS.assessment)?.summary.state, 'the one that was saved is asked what the office asks today').toBe('inProgress');
  });

  it('are not written where nothing that lists say of them changes', async () => {
    const vault = await withOther();
    const { open, type } = await openCase(vault);
    await type(rationale('Only of this assessment.'));
    await open.commit('conduct recorded');
    expect(listed(vault)?.rev).toBe(1);
    expect((await vault.read('assessment', IDS.assessment))?.rev).toBe(2);
  });
});

describe('lists that an earlier Steading wrote', () => {
  it('are written anew some hundreds at a time, all of them, and their values stay as they were', async () => {
    const vault = await vaultWithCase();
    const count = 260;
    await vault.save(Array.from({ length: count }, (_, at) => ({ table: 'assessment' as const, id: `old${at}`, baseRev: 0, value: { ...CONDUCTED, reference: `ST-${at}` }, summary: { reference: `ST-${at}` } })), [NOTE]);
    const casework = useCasework((await openCase(vault)).pinia);
    await casework.load();
    expect(casework.assessments.filter(({ id }) => id.startsWith('old')).map(({ summary }) => [summary.reference, summary.state]).slice(0, 1)).toEqual([['ST-0', 'complete']]);
    expect(casework.assessments.every(({ summary }) => 'choice' in summary)).toBe(true);
    expect((await vault.read('assessment', `old${count - 1}`))?.value).toEqual({ ...CONDUCTED, reference: `ST-${count - 1}` });
    const anew = (await vault.readLog()).filter(({ act }) => act === 'lists written anew').map(({ about }) => about.length);
    expect([Math.max(...anew) < count, anew.reduce((sum, length) => sum + length, 0)]).toEqual([true, count]);
    await casework.load();
    expect((await vault.readLog()).filter(({ act }) => act === 'lists written anew'), 'once').toHaveLength(anew.length);
  });
});
