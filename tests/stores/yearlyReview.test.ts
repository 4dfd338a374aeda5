import { carriedOpen, parseAssessment } from '@/record';
import { useAssessment, useCasework, useSession, useYearlyReview } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { forgetDevice } from '../vault/testDoor';
import { vaultWithCase } from './openCase';
import { stores } from './stores';

afterEach(forgetDevice);

async function lastYear() {
  const vault = await vaultWithCase();
  const page = stores();
  useSession(page.pinia).vault = vault;
  useCasework(page.pinia).refresh();
  return { vault, yearly: useYearlyReview(page.pinia), open: useAssessment(page.pinia), casework: useCasework(page.pinia), read: async (id: string) => parseAssessment((await vault.read('assessment', id))?.value) };
}

describe('the annual review', () => {
  it('is a record of its own, begun from the last one, which stays as it is', async () => {
    const { vault, yearly, casework, read } = await lastYear();
    const id = await yearly.begin('s1');
    const review = await read(id);
    expect(review).toMatchObject({ personId: 'p1', addressId: 'a1', trigger: { kind: 'annualReview' }, reviewOf: { assessmentId: 's1', reference: CONDUCTED.reference } });
    expect(review.reference).not.toBe(CONDUCTED.reference);
    expect(carriedOpen(review)).toContain('property');
    expect(await read('s1')).toEqual(parseAssessment(CONDUCTED));
    expect(casework.assessments.map((one) => one.id)).toContain(id);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'collection', act: 'assessment started', about: [{ id }] });
  });

  it('is not begun beside a draft of that record, nor from one that is gone', async () => {
    const { yearly, open, casework } = await lastYear();
    await open.open('s1');
    if (open.docs) open.docs.assessment.outcome.reasons = 'Being rewritten.';
    await expect(yearly.begin('s1')).rejects.toThrow(/draft/u);
    await expect(yearly.begin('gone')).rejects.toThrow(/not in the vault any more/u);
    expect(casework.assessments).toHaveLength(1);
  });
});
