import { parseAssessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { useAfterOffer, useAssessment, useCasework, useSession } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS, caseOf, CONDUCTED, PERSON } from '../cases/caseFile';
import { forgetDevice, newVault, NOTE } from '../vault/testDoor';
import { stores } from './stores';

afterEach(forgetDevice);

async function decided() {
  const { vault } = await newVault();
  const value = { ...CONDUCTED, personId: 'p1', addressId: 'a1' };
  await vault.save([
    { table: 'person', id: 'p1', baseRev: 0, value: PERSON, summary: summaryOfPerson(PERSON) },
    { table: 'address', id: 'a1', baseRev: 0, value: ADDRESS, summary: summaryOfAddress(ADDRESS) },
    { table: 'assessment', id: 's1', baseRev: 0, value, summary: summaryOfAssessment(caseOf(value)) },
  ], [NOTE]);
  const page = stores();
  useSession(page.pinia).vault = vault;
  const casework = useCasework(page.pinia);
  casework.refresh();
  const read = async (id: string) => parseAssessment((await vault.read('assessment', id))?.value);
  const summaryOf = (id: string) => casework.assessments.find((one) => one.id === id)?.summary;
  return { vault, read, summaryOf, casework, after: useAfterOffer(page.pinia), open: useAssessment(page.pinia) };
}

const EVENT = { event: 'newPartner', on: '2026-03-18', source: 'home visit', what: 'Somebody has moved in.', answer: 'opened', reason: '' } as const;

describe('what comes after the decision', () => {
  it('opens a review of the same person at the same address, in one save, and leaves what was decided', async () => {
    const { vault, read, after, summaryOf } = await decided();
    const before = await read('s1');
    const id = await after.record('s1', EVENT);
    const [record, review] = [await read('s1'), await read(id ?? '')];
    expect(review).toMatchObject({ personId: 'p1', addressId: 'a1', trigger: { kind: 'householdChanged', note: expect.stringContaining('Somebody has moved in.') as string }, reviewOf: { assessmentId: 's1' } });
    expect(record.afterOffer).toMatchObject([{ event: 'newPartner', answer: 'opened', review: { assessmentId: id } }]);
    expect({ ...record, afterOffer: null, history: null }).toEqual({ ...before, afterOffer: null, history: null });
    expect(record.history.at(-1)?.what).toBe('after the decision: a new partner, or a new household');
    expect(summaryOf('s1')).toMatchObject({ state: 'complete', outcome: 'manageable' });
    const log = await vault.readLog();
    expect(log.filter(({ act }) => act === 'event after the decision recorded' || act === 'assessment started').map(({ event }) => event)).toEqual(expect.arrayContaining(['alteration', 'collection']));
  });

  it('keeps why no review is opened, and opens none', async () => {
    const { read, after, casework } = await decided();
    expect(await after.record('s1', { ...EVENT, event: 'decant', answer: 'declined', reason: 'Two weeks, same stair.' })).toBeNull();
    expect((await read('s1')).afterOffer).toMatchObject([{ answer: 'declined', reason: 'Two weeks, same stair.', review: null }]);
    expect(casework.assessments).toHaveLength(1);
  });

  it('tells lists that the person has left, and on which day', async () => {
    const { after, summaryOf } = await decided();
    await after.record('s1', { ...EVENT, event: 'left', answer: 'noted', reason: 'Moved to the next address.' });
    expect(summaryOf('s1')?.leftOn).toBe('2026-03-18');
  });

  it('writes nothing behind a draft: that is settled first', async () => {
    const { vault, after, open, read } = await decided();
    await open.open('s1');
    if (open.docs) open.docs.assessment.outcome.reasons = 'Being typed.';
    await expect(after.record('s1', EVENT)).rejects.toThrow('This record has a draft');
    expect((await read('s1')).afterOffer).toBeUndefined();
    expect((await vault.readLog()).some(({ act }) => act === 'event after the decision recorded')).toBe(false);
    await open.discardDraft();
    expect(await after.record('s1', EVENT)).not.toBeNull();
  });
});
