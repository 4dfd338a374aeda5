import { clockInScotland } from '@/terms';
import { useBackBy, useHomeReview, useWalkRound } from '@/stores';
import { type Assessment, startAssessment } from '@/record';
import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetDevice, OFFICER } from '../vault/testDoor';
import { openCase, vaultWithCase } from './openCase';
import { NOW } from './stores';

afterEach(forgetDevice);

describe('the walk-round', () => {
  let vault: Awaited<ReturnType<typeof vaultWithCase>>;
  beforeEach(async () => { vault = await vaultWithCase(); });

  async function walking() {
    const page = await openCase(vault);
    const walk = useWalkRound(page.pinia);
    await page.type(({ assessment }) => { if (assessment.physicalCheck) assessment.physicalCheck.visits = []; });
    walk.start();
    return { ...page, walk };
  }

  it('begins a visit now, by this officer in their role, and only one at a time', async () => {
    const { walk, open } = await walking();
    walk.start();
    expect(open.docs?.assessment.physicalCheck?.visits).toHaveLength(1);
    expect(walk.visit).toMatchObject({ from: clockInScotland(NOW), by: OFFICER.name, byRole: OFFICER.role, outcome: null, looked: {} });
  });

  it('stamps each tap with its time, and fills the rest only where nothing was tapped', async () => {
    const { walk } = await walking();
    walk.look('cctv', { answer: 'couldNotCheck' });
    walk.look('cctv', { note: 'Too dark.' });
    const others = walk.kinds.length - 1;
    expect(walk.left).toHaveLength(others);
    expect(walk.lookRest('notSeen')).toBe(others);
    expect(walk.left).toEqual([]);
    expect(walk.visit?.looked['cctv']).toEqual({ answer: 'couldNotCheck', note: 'Too dark.', at: NOW });
    expect(walk.visit?.looked['school']).toEqual({ answer: 'notSeen', note: '', at: NOW });
  });

  it('keeps what the map says of a place beside what was met, and puts it on the list, the map and the record', async () => {
    const { walk, open } = await walking();
    const before = structuredClone(open.docs?.assessment.surroundings?.answer);
    const [site] = open.numbered;
    if (site === undefined) throw new Error('The case has sites.');
    walk.seeSite(site, { found: 'elsewhere', where: 'Round the corner', point: { lng: -3.91, lat: 55.81 } });
    expect(walk.visit?.sites[site.key]).toMatchObject({ found: 'elsewhere', at: NOW, listed: '1. Linnhead Primary: School, 120 m, North. School locations, as of 1 November 2025' });
    expect(open.docs?.assessment.surroundings?.answer, 'the map’s own').toEqual(before);
    const [again] = open.numbered;
    expect(again).toMatchObject({ geometry: site.geometry, nearby: site.nearby });
    expect(again?.onVisit?.seen.where).toBe('Round the corner');
    expect(open.scene?.sites.filter(({ number }) => number === 1).map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [-3.91, 55.81] }, site.geometry]);
  });

  it('adds what the map does not hold with this visit as its source; of an office’s own kind it says so in the note', async () => {
    const { walk, open } = await walking();
    const addedId = walk.addSeen('shop');
    expect(open.docs?.assessment.addedSites.find((site) => site.addedId === addedId)).toMatchObject({ category: 'shop', basis: 'fact', source: `Physical check, visit 1: ${OFFICER.role}`, knownOn: walk.visit?.on });
    expect(walk.addSeen('school-bus-stop')).toBeNull();
  });

  it('puts an ended visit on record; where that fails, the visit is under way still', async () => {
    const { walk, open, session } = await walking();
    const { save } = vault;
    session.vault = { ...vault, save: () => Promise.reject(new Error('The device is full.')) };
    await expect(walk.end('done')).rejects.toThrow('The device is full.');
    expect(walk.visit).toMatchObject({ outcome: null, to: null });
    session.vault = { ...vault, save };
    await walk.end('done');
    expect(walk.visit).toBeNull();
    const again = (await openCase(vault)).open;
    expect(again.docs?.assessment.physicalCheck?.visits[0]).toMatchObject({ outcome: 'done', to: clockInScotland(NOW) });
    expect(open.changed).toEqual([]);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'alteration' });
  });

  it('is back tap for tap after the page was killed', async () => {
    const { walk, open } = await walking();
    walk.look('shop', { answer: 'seen', note: 'Across the road.' });
    await nextTick();
    await open.flush();
    const again = await openCase(vault);
    expect(useWalkRound(again.pinia).visit?.looked['shop']).toMatchObject({ answer: 'seen', note: 'Across the road.' });
  });

  it('asks nothing of a record that was begun before', async () => {
    const page = await openCase(vault);
    await page.type(({ assessment }) => { Reflect.deleteProperty(assessment, 'physicalCheck'); });
    const walk = useWalkRound(page.pinia);
    walk.start();
    expect(walk.visit).toBeNull();
    expect(page.open.docs?.assessment).not.toHaveProperty('physicalCheck');
  });

  it('reminds whoever is expected back once the time has come, until they have checked in, also when another screen is open', async () => {
    const { walk, pinia, open } = await walking();
    const back = useBackBy(pinia);
    if (walk.visit === null) throw new Error('A visit is under way.');
    walk.visit.back = { expectedAt: '23:59', checkedInAt: null, heldBy: 'Duty sergeant' };
    await nextTick();
    expect(back.isLate).toBe(false);
    walk.visit.back.expectedAt = '00:00';
    await nextTick();
    expect(back).toMatchObject({ isLate: true, expected: { expectedAt: '00:00', heldBy: 'Duty sergeant' } });
    await open.close();
    await nextTick();
    expect(back.isLate).toBe(true);
    await open.open('s1');
    await nextTick();
    if (walk.visit === null) throw new Error('A visit is under way.');
    walk.visit.back.checkedInAt = '00:05';
    await nextTick();
    expect(back.isLate).toBe(false);
  });
});

describe('a home visit that tells of a change', () => {
  it('begins a review of the same person at the same address, and says so on record and log', async () => {
    const vault = await vaultWithCase();
    const page = await openCase(vault);
    const empty = startAssessment({ reference: '', personId: '', addressId: '', startedAt: NOW, startedBy: '' }).homeVisit;
    if (empty === undefined) throw new Error('A new assessment has the part.');
    const { useCasework } = await import('@/stores');
    useCasework(page.pinia).refresh();
    await page.type(({ assessment }) => { assessment.homeVisit = { ...empty, answers: { changes: { answer: 'told', text: 'A lodger has moved in.' } }, changed: ['household'], on: '2026-03-05' }; });
    const id = await useHomeReview(page.pinia).begin('household');
    const review = (await vault.read('assessment', id))?.value as Assessment;
    const first = (await vault.read('assessment', 's1'))?.value as Assessment;
    expect(review).toMatchObject({ personId: first.personId, addressId: first.addressId, reviewOf: { assessmentId: 's1', reference: first.reference }, trigger: { kind: 'householdChanged', occurredOn: '2026-03-05', note: 'A lodger has moved in.' } });
    expect(first.homeVisit?.reviews).toMatchObject([{ reviewId: id, reference: review.reference, changed: 'household' }]);
    expect((await vault.readLog()).slice(-2)).toMatchObject([{ event: 'alteration', act: 'review opened, as a home visit told of a change' }, { event: 'collection', act: 'assessment started' }]);
  });
});
