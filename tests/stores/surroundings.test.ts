import type { OpenPack } from '@/geo';
import { type Assessment, emptyOffice, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { useAssessment, useCasework, useOffice, usePacks, useSession, useSurroundings } from '@/stores';
import type { OpenVault } from '@/vault';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADDRESS, CONDUCTED, PERSON, TODAY, weighed } from '../cases/caseFile';
import { AT, later, packWith, school, SITES } from '../geo/change/changes';
import { forgetDevice, newVault, NOTE, reopened } from '../vault/testDoor';
import { stores } from './stores';

afterEach(forgetDevice);

const ADDRESS_HERE = { ...ADDRESS, position: { point: AT, precision: 'building', from: 'pin' } } as const;
const IDS = ['s1', 's2', 's3'] as const;

let packs: { then: OpenPack; rebuilt: OpenPack; opened: OpenPack; openedMoved: OpenPack; silent: OpenPack };
beforeAll(async () => {
  const opened = [...SITES, school('new', 50, 50)];
  packs = {
    then: await packWith(), rebuilt: await later(), opened: await later({ sites: opened }),
    openedMoved: await later({ builtAt: '2026-07-01T00:00:00Z', sites: opened.map((one) => (one.siteId === 'school:2' ? school('2', 60, 300) : one)) }),
    silent: await later({ layers: [], sites: [] }),
  };
});

/** Three people at three addresses, each with a complete record that was read in the older pack. */
async function vaultInForce(): Promise<OpenVault> {
  const { vault } = await newVault();
  for (const id of IDS) {
    await vault.save([
      { table: 'person', id: `p-${id}`, baseRev: 0, value: PERSON, summary: summaryOfPerson(PERSON) },
      { table: 'address', id: `a-${id}`, baseRev: 0, value: ADDRESS_HERE, summary: summaryOfAddress(ADDRESS_HERE) },
      { table: 'assessment', id, baseRev: 0, value: { ...CONDUCTED, personId: `p-${id}`, addressId: `a-${id}` }, summary: {} },
    ], [NOTE]);
    const page = pageOf(vault, packs.then);
    useOffice(page.pinia).office = { ...emptyOffice, radiusMetres: 500, radiusReason: 'Agreed.' };
    await page.open.open(id);
    await page.open.lookAround();
    const { docs } = page.open;
    if (docs === null) throw new Error('It did not open.');
    docs.assessment.judgements = { ...docs.assessment.judgements, parkOrGreenspace: { relevance: 'notRelevant', reason: 'Not this profile.' } };
    docs.assessment.exceptions = {};
    Object.assign(docs.assessment, { formulation: weighed(docs.assessment, { address: docs.address }).formulation });
    await page.open.commit('sites recorded');
    expect(summaryOfAssessment({ ...docs, today: TODAY, protocol: null }).state).toBe('complete');
    await page.open.close();
  }
  return vault;
}

function pageOf(vault: OpenVault, pack: OpenPack) {
  const page = stores();
  useSession(page.pinia).vault = vault;
  const casework = useCasework(page.pinia);
  casework.refresh();
  const packStore = usePacks(page.pinia);
  packStore.pack = pack;
  return { ...page, casework, packStore, open: useAssessment(page.pinia), surroundings: useSurroundings(page.pinia) };
}

const combinations = async (vault: OpenVault) => (await vault.readLog()).filter(({ event, act }) => event === 'combination' && act.startsWith('records compared'));
const assessmentOf = async (vault: OpenVault, id: string) => (await vault.read<Assessment>('assessment', id))?.value;

describe('records in force and a newer pack', () => {
  let vault: OpenVault;
  beforeEach(async () => { vault = await vaultInForce(); });

  it('proposes a review of each of which the pack tells otherwise, and logs the combination', async () => {
    const { surroundings } = pageOf(vault, packs.opened);
    await surroundings.compare();
    expect(surroundings.proposals.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(['s1', 's2', 's3']);
    expect(surroundings.proposals[0]?.changes.map(({ kind, now }) => [kind, now && 'name' in now ? now.name : null])).toEqual([['added', 'School new']]);
    expect(await combinations(vault)).toMatchObject([{ about: [{ id: expect.anything() }, {}, {}], detail: { pack: packs.opened.header.packId } }]);
    expect(JSON.stringify(await combinations(vault)), 'the log names no place').not.toContain('School');
    expect([surroundings.progress, surroundings.unread, surroundings.failure]).toEqual([null, [], null]);
  });

  it('proposes nothing for a rebuilt pack of the same content (control), nor for the pack that was read', async () => {
    for (const pack of [packs.rebuilt, packs.then]) {
      const { surroundings } = pageOf(vault, pack);
      await surroundings.compare();
      expect(surroundings.proposals).toEqual([]);
    }
    expect(await combinations(vault), 'the pack that was read is not compared').toHaveLength(1);
  });

  it('calls nothing gone where the pack no longer covers the place', async () => {
    const { surroundings } = pageOf(vault, packs.silent);
    await surroundings.compare();
    expect(surroundings.proposals).toHaveLength(3);
    expect(new Set(surroundings.proposals.flatMap(({ changes }) => changes.map(({ kind }) => kind)))).toEqual(new Set(['status']));
  });

  it('goes on at the next unlock where a lock broke off, and compares nothing twice', async () => {
    const reads: string[] = [];
    const counted: OpenVault = { ...vault, read: (table, id) => { reads.push(id); return vault.read(table, id); } };
    await pageOf(counted, packs.opened).surroundings.compare();
    expect(reads.length).toBeGreaterThan(0);
    reads.length = 0;
    const second = pageOf(counted, packs.opened);
    await second.surroundings.compare();
    expect(reads).toEqual([]);
    expect(second.surroundings.proposals).toHaveLength(3);
    expect(await combinations(vault)).toHaveLength(1);
  });

  it('ends an earlier run when another pack is taken in meanwhile', async () => {
    const { surroundings, packStore } = pageOf(vault, packs.opened);
    const running = surroundings.compare();
    packStore.pack = packs.rebuilt;
    await Promise.all([running, surroundings.compare()]);
    expect(surroundings.proposals).toEqual([]);
  });

  it('shows nothing where the log cannot be written, and says so', async () => {
    const { surroundings } = pageOf({ ...vault, note: () => Promise.reject(new Error('The device is full.')) }, packs.opened);
    await surroundings.compare();
    expect([surroundings.proposals, surroundings.failure]).toEqual([[], 'The device is full.']);
  });

  it('tells of a record that cannot be read, and compares the others', async () => {
    const { surroundings } = pageOf({ ...vault, read: (table, id) => (id === 's2' ? Promise.reject(new Error('damaged')) : vault.read(table, id)) }, packs.opened);
    await surroundings.compare();
    expect(surroundings.unread).toEqual(['s2']);
    expect(surroundings.proposals.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(['s1', 's3']);
  });

  it('leaves out a record whose address has moved since, and one that a later record replaces', async () => {
    await vault.save([{ table: 'address', id: 'a-s1', baseRev: 1, value: { ...ADDRESS_HERE, position: { ...ADDRESS_HERE.position, point: { lng: -3.21, lat: 55.9 } } }, summary: summaryOfAddress(ADDRESS_HERE) }], [NOTE]);
    const value = { ...(await assessmentOf(vault, 's2')), startedAt: '2026-04-01T09:00:00.000Z' } as Assessment;
    await vault.save([{ table: 'assessment', id: 's2-later', baseRev: 0, value, summary: summaryOfAssessment({ person: PERSON, address: ADDRESS_HERE, assessment: value, today: TODAY, protocol: null }) }], [NOTE]);
    const { surroundings } = pageOf(vault, packs.opened);
    await surroundings.compare();
    expect(surroundings.proposals.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(['s2-later', 's3']);
  });
});

describe('the officer’s answer', () => {
  let vault: OpenVault;
  beforeEach(async () => { vault = await vaultInForce(); });

  it('declines with a reason that record and log keep; what was read and asked stays as it was', async () => {
    const before = await assessmentOf(vault, 's1');
    const { surroundings } = pageOf(vault, packs.opened);
    await surroundings.compare();
    expect(await surroundings.answer('s1', { answer: 'declined', reason: ' Known since the visit. ' })).toBeNull();
    const after = await assessmentOf(vault, 's1');
    expect(after?.changesAnswered).toMatchObject([{ answer: 'declined', reason: 'Known since the visit.', packId: packs.opened.header.packId, review: null, changes: [{ kind: 'added' }] }]);
    expect([after?.surroundings, after?.asked, after?.judgements]).toEqual([before?.surroundings, before?.asked, before?.judgements]);
    expect(after?.history.at(-1)).toMatchObject({ what: 'proposed review declined', fields: [{ path: 'assessment.changesAnswered' }] });
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'alteration', act: 'proposed review declined', about: [{ id: 's1' }], detail: { reason: 'Known since the visit.' } });
    expect(surroundings.proposals.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(['s2', 's3']);
  });

  it('is asked again only when a later pack changes something else, and then about that alone', async () => {
    const page = pageOf(vault, packs.opened);
    await page.surroundings.compare();
    await page.surroundings.answer('s1', { answer: 'declined', reason: 'Known.' });
    const again = pageOf(vault, await later({ builtAt: '2026-06-15T00:00:00Z', sites: [...SITES, school('new', 50, 60)] }));
    await again.surroundings.compare();
    expect(again.surroundings.proposalOf('s1')).toBeNull();
    expect(again.surroundings.proposalOf('s2'), 'control: nobody answered for this one').not.toBeNull();
    const other = pageOf(vault, packs.openedMoved);
    await other.surroundings.compare();
    expect(other.surroundings.proposalOf('s1')?.changes.map(({ kind }) => kind)).toEqual(['moved']);
    expect(other.surroundings.proposalOf('s2')?.changes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'moved']);
  });

  it('opens a review of the same person at the same address by the changed environment, in one save', async () => {
    const save = vi.fn(vault.save);
    const page = pageOf({ ...vault, save }, packs.opened);
    await page.surroundings.compare();
    const id = await page.surroundings.answer('s3', { answer: 'opened' });
    expect(save).toHaveBeenCalledOnce();
    const [review, record] = [await assessmentOf(vault, id ?? ''), await assessmentOf(vault, 's3')];
    expect(review).toMatchObject({ personId: 'p-s3', addressId: 'a-s3', surroundings: null, trigger: { kind: 'environmentChanged', occurredOn: null, agency: null }, changes: { environment: null }, reviewOf: { assessmentId: 's3', reference: record?.reference } });
    expect(review?.trigger.note).toContain('Added: School: School new.');
    expect(record?.changesAnswered).toMatchObject([{ answer: 'opened', reason: '', review: { assessmentId: id, reference: review?.reference } }]);
    expect(page.surroundings.proposalOf('s3')).toBeNull();
    expect(page.casework.assessments.find((one) => one.id === id)?.summary).toMatchObject({ trigger: 'environmentChanged', state: 'inProgress' });
    expect((await vault.readLog()).slice(-2).map(({ event, act }) => `${event}: ${act}`)).toEqual(['alteration: review opened, as the surroundings changed', 'collection: assessment started']);
  });

  it('is in the record that is open, and outlives a lock', async () => {
    const page = pageOf(vault, packs.opened);
    await page.open.open('s1');
    await page.surroundings.compare();
    await page.surroundings.answer('s1', { answer: 'declined', reason: 'Known.' });
    expect(page.open.stored?.docs.assessment.changesAnswered).toHaveLength(1);
    await vault.lock();
    const later2 = pageOf(await reopened(vault.vaultId), packs.opened);
    await later2.surroundings.compare();
    expect(later2.surroundings.proposals.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(['s2', 's3']);
  });

  it('writes nothing where somebody saved meanwhile, or nothing is proposed', async () => {
    const page = pageOf({ ...vault, save: () => Promise.reject(new Error('stale')) }, packs.opened);
    await page.surroundings.compare();
    await expect(page.surroundings.answer('s1', { answer: 'declined', reason: 'x' })).rejects.toThrow('stale');
    expect((await assessmentOf(vault, 's1'))?.changesAnswered).toBeUndefined();
    const none = pageOf(vault, packs.rebuilt);
    await none.surroundings.compare();
    await expect(none.surroundings.answer('s1', { answer: 'opened' })).rejects.toThrow('No review is proposed');
  });
});
