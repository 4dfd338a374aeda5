import { type Assessment, type Neighbours, noNeighbours, parseAssessment } from '@/record';
import { useCasework, useHandOver, useRetention, useSession } from '@/stores';
import { setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { PROPERTY } from '../cases/caseFile';
import { forgetDevice } from '../device';
import { OFFICER, PASSPHRASE, testClock, testDoor } from '../vault/testDoor';
import { NOW, stores } from './stores';
import { introduce, record, team, type Team } from './team';

const TOLD: Neighbours = { answers: { childrenInStair: 'yes', adultsAtRisk: 'no', others: 'unknown' }, source: 'landlord', knownOn: '2026-03-03', deleted: null };
const DAY = 86_400_000;
/** With Steading's own 28 days: past them on the day of the tests, and 18 days before them. */
const [LONG_AGO, LATELY] = ['2026-10-01', '2026-11-11'];

const told = (decidedOn: string | null) => (assessment: Assessment): void => {
  assessment.property = PROPERTY;
  assessment.neighbours = structuredClone(TOLD);
  assessment.outcome.decidedOn = decidedOn;
  assessment.conduct.decision = 'conducted';
};

async function withAnswers(decidedOn: string | null = LONG_AGO) {
  const ours = await team('SOPU');
  return { ...ours, id: await record(ours, told(decidedOn)) };
}

describe('what is told of people near an address', () => {
  it('comes up for deletion, and is gone from record, history, lists and log entry once it is deleted', async () => {
    const { retention, session, id, acts } = await withAnswers();
    expect(retention.neighboursDue.map((one) => one.id)).toEqual([id]);
    await retention.deleteNeighbours(id);
    const stored = await session.openVault().read<Assessment>('assessment', id);
    expect(stored?.value.neighbours).toMatchObject({ ...noNeighbours, deleted: { by: OFFICER.name } });
    expect(JSON.stringify([stored?.value.history, session.openVault().list('assessment')])).not.toContain('childrenInStair');
    expect(retention.neighbours).toEqual([]);
    expect((await acts()).at(-1)).toBe('alteration: answers about nearby households deleted');
    const last = (await session.openVault().readLog()).at(-1);
    expect(last?.detail).toEqual({});
  });

  it('is not deleted over a draft, which would bring it back', async () => {
    const { retention, assessment, session, id } = await withAnswers();
    await assessment.close();
    await session.openVault().saveDraft(`assessment:${id}`, {});
    await expect(retention.deleteNeighbours(id)).rejects.toThrow('draft');
  });

  it('waits for the decision, and is listed meanwhile', async () => {
    const { retention } = await withAnswers(null);
    expect(retention.neighbours.map(({ kept }) => kept)).toEqual([{ is: 'waits' }]);
    expect(retention.neighboursDue).toEqual([]);
  });
});

describe('a backup that is restored after their day', () => {
  /** The device is lost; so many days later the backup is opened on another one. */
  async function restoredAfter(days: number, ours: Awaited<ReturnType<typeof withAnswers>>) {
    const { bytes } = await ours.session.openVault().backup();
    const { vaultId } = ours.session.openVault();
    await ours.session.openVault().lock();
    forgetDevice();
    const clock = testClock(NOW);
    clock.forward(days * DAY);
    const { pinia, forward } = stores({ door: testDoor({ clock: clock.clock }) });
    forward(days * DAY);
    setActivePinia(pinia);
    const session = useSession(pinia);
    expect(await session.restore(bytes, { passphrase: PASSPHRASE })).toMatchObject({ is: 'restored' });
    const reopen = async () => {
      await session.unlock({ vaultId, passphrase: PASSPHRASE });
      useCasework(pinia).refresh();
      return session.openVault();
    };
    return { session, retention: useRetention(pinia), handOver: useHandOver(pinia), vault: await reopen(), reopen };
  }

  it('brings nothing back of what was due for deletion: record, history and draft are without it before anything is shown', async () => {
    const ours = await withAnswers(LATELY);
    expect(ours.retention.neighboursDue, 'not due when the backup was made').toEqual([]);
    await ours.assessment.close();
    const onRecord = (await ours.session.openVault().read<Assessment>('assessment', ours.id)) ?? expect.fail('no record');
    await ours.session.openVault().saveDraft(`assessment:${ours.id}`, { assessment: { baseRev: onRecord.rev, value: { ...onRecord.value, history: [], conduct: { ...onRecord.value.conduct, rationale: 'Typed and not on record.' } } } });
    const { retention, vault } = await restoredAfter(30, ours);
    expect(JSON.stringify([await vault.read('assessment', ours.id), await vault.readDraft(`assessment:${ours.id}`)]), 'control: the backup holds them').toContain('"childrenInStair":"yes"');
    expect(await retention.afterRestore()).toBe(1);
    const stored = await vault.read<Assessment>('assessment', ours.id);
    expect(JSON.stringify([stored?.value.history, stored?.value.neighbours?.answers])).not.toMatch(/assessment\.neighbours|childrenInStair":"yes/u);
    const draft = await vault.readDraft<{ assessment: { value: Assessment } }>(`assessment:${ours.id}`);
    expect(draft?.assessment.value.conduct.rationale, 'the rest of the draft stays').toBe('Typed and not on record.');
    expect(JSON.stringify(draft)).not.toContain('childrenInStair":"yes');
    expect(() => parseAssessment(draft?.assessment.value)).not.toThrow();
    expect(retention.neighbours).toEqual([]);
    expect((await vault.readLog()).slice(-2).map(({ act, detail }) => [act, detail])).toEqual([['answers about nearby households deleted', {}], ['what was past its clock deleted after a restore', { records: '1', files: '0' }]]);
    expect(await retention.afterRestore(), 'once').toBeNull();
  });

  it('keeps what is not past its day, and an ordinary opening deletes nothing by itself (control)', async () => {
    const ours = await withAnswers(LATELY);
    const { retention, vault, session, reopen } = await restoredAfter(3, ours);
    expect(await retention.afterRestore()).toBe(0);
    expect((await vault.read<Assessment>('assessment', ours.id))?.value.neighbours).toEqual(TOLD);
    await vault.lock();
    session.vault = null;
    const again = await reopen();
    expect([again.restoredAt(), await retention.afterRestore()]).toEqual([null, null]);
  });

  it('is looked through at the next opening where the first one was cut off', async () => {
    const ours = await withAnswers(LATELY);
    const { retention, vault, session, reopen } = await restoredAfter(30, ours);
    await vault.lock();
    session.vault = null;
    const again = await reopen();
    expect(again.restoredAt()).not.toBeNull();
    expect(await retention.afterRestore()).toBe(1);
  });
});

describe('a file of another team that holds them', () => {
  async function between(decidedOn: string | null) {
    const [police, council] = [await team('SOPU Kinlowrie'), await team('Kinlowrie Council', 'solo')];
    const [councilId] = [await introduce(police, council), await introduce(council, police)];
    const id = await record(police, told(decidedOn));
    const { rev } = await police.sends.preview(id, 'ra');
    const { bytes, fileId } = await police.sends.send({
      act: 'share', partnerId: councilId, assessmentId: id, profile: 'ra', purpose: 'Joint arrangements.', grounds: { duty: 'responsibleAuthority' }, source: 'Our record', reliability: 'Checked', expiresOn: '2027-02-20', rev,
    });
    expect(await council.receives.open(bytes)).toMatchObject({ refusal: null });
    return { council, fileId, id };
  }
  const held = async (ours: Team, fileId: string) => JSON.stringify(await ours.session.openVault().readDraft(`hand-over:${fileId}`));
  const waiting = async (ours: Team, fileId: string) => (await ours.receives.waiting(fileId)) ?? expect.fail('nothing waits');
  const takeAll = async (ours: Team, file: Awaited<ReturnType<typeof waiting>>) => {
    const id = await ours.receives.take(file, file.sections.map((section) => ({ id: section.id, take: true, reason: '' })));
    return (await ours.session.openVault().read<Assessment>('assessment', id))?.value;
  };

  it('past their clock does not even wait with them: they are said to be out, and do not come in', async () => {
    const { council, fileId } = await between(LONG_AGO);
    expect(await held(council, fileId)).not.toContain('childrenInStair');
    const file = await waiting(council, fileId);
    expect([file.neighboursPast, file.sections.map(({ id }) => id).includes('neighbours')]).toEqual([true, false]);
    expect((await takeAll(council, file))?.neighbours?.answers ?? noNeighbours.answers).toEqual(noNeighbours.answers);
  });

  it('in time brings them in (control); and those whose day comes while it waits are taken out of quarantine', async () => {
    const { council, fileId } = await between(LATELY);
    expect(await held(council, fileId)).toContain('childrenInStair');
    expect(await council.receives.dropPastNeighbours()).toBe(0);
    council.forward(20 * DAY);
    expect(await council.receives.dropPastNeighbours()).toBe(1);
    expect(await held(council, fileId)).not.toContain('childrenInStair');
    expect((await council.acts()).at(-1)).toBe('alteration: answers about nearby households past their day taken out of quarantine');
    const other = await between(LATELY);
    const file = await waiting(other.council, other.fileId);
    expect(file.neighboursPast).toBe(false);
    expect((await takeAll(other.council, file))?.neighbours?.answers).toEqual(TOLD.answers);
  });

  it('whose day comes while an officer looks it through does not bring them in either', async () => {
    const { council, fileId } = await between(LATELY);
    const file = await waiting(council, fileId);
    council.forward(20 * DAY);
    expect((await takeAll(council, file))?.neighbours?.answers ?? noNeighbours.answers).toEqual(noNeighbours.answers);
  });
});
