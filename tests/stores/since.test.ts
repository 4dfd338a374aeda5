import { useAssessment, useCasework, useSession, useSince, useYearlyReview } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetDevice, NOTE } from '../vault/testDoor';
import { vaultWithCase } from './openCase';
import { stores } from './stores';

afterEach(forgetDevice);

async function reviewed() {
  const vault = await vaultWithCase();
  const { pinia } = stores();
  useSession(pinia).vault = vault;
  useCasework(pinia).refresh();
  return { vault, open: useAssessment(pinia), since: useSince(pinia), review: await useYearlyReview(pinia).begin('s1') };
}

describe('a review beside the record before', () => {
  it('is compared as it stands, drafts too, with both records on the log', async () => {
    const { vault, open, since, review } = await reviewed();
    await open.open(review);
    if (open.docs?.assessment.property) open.docs.assessment.property.size = 'Three bedrooms';
    await since.read();
    expect([since.state, since.since?.told.map(({ path, fields }) => [path, fields[0]?.to])]).toEqual(['read', [['property.size', 'Three bedrooms']]]);
    expect(since.since?.standard, 'the case was never put on record').toEqual({ is: 'unknown' });
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'combination', act: 'review compared with the record before', about: [{ id: 's1' }, { id: review }] });
  });

  it('says of a record that is no review that there is nothing to compare', async () => {
    const { open, since } = await reviewed();
    await open.open('s1');
    await since.read();
    expect([since.state, since.since]).toEqual(['none', null]);
  });

  it('says that the record before is gone', async () => {
    const { vault, open, since, review } = await reviewed();
    await vault.erase([{ table: 'assessment', id: 's1', baseRev: 1 }], [NOTE]);
    await open.open(review);
    await since.read();
    expect(since.state).toBe('gone');
  });
});
