import { emptyBuilding, emptyProfileFacts, type ProfileFacts } from '@/record';
import { useBlockHandOver, useBlocks, useHandOver, useHandOverReceive, useHandOverSend, useOffice, useSession } from '@/stores';
import { setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { OFFICER, PASSPHRASE, testClock, testDoor } from '../vault/testDoor';
import { NOW, stores } from './stores';

const FACTS: ProfileFacts = {
  ...emptyProfileFacts, kind: 'stair', place: { text: '3 Linn Street, Linnhead', postcode: 'ZZ1 1AA', position: null }, profiledBy: { role: 'Link Officer', organisation: 'Example HA' }, profiledOn: '2026-01-12',
  building: { ...emptyBuilding, entrance: 'sharedClose', features: { ...emptyBuilding.features, lift: 'no', dryingGreen: 'yes' }, closeAndStair: 'Eight homes.' },
};

async function team(name: string, agency = 'rsl') {
  const { pinia, forward } = stores({ door: testDoor({ clock: testClock(NOW).clock }) });
  setActivePinia(pinia);
  const session = useSession(pinia);
  await session.create({ kind: 'work', officer: { ...OFFICER, agency }, passphrase: PASSPHRASE });
  session.recoveryCode = null;
  const own = {
    session, forward, blocks: useBlocks(pinia), gives: useBlockHandOver(pinia), handOver: useHandOver(pinia), receives: useHandOverReceive(pinia), sends: useHandOverSend(pinia), office: useOffice(pinia),
  };
  await own.handOver.load();
  await own.handOver.saveUs({ team: name, regime: 'ukGdpr' });
  const acts = async () => (await session.openVault().readLog()).map(({ event, act }) => `${event}: ${act}`);
  return { ...own, acts };
}
type Team = Awaited<ReturnType<typeof team>>;

async function introduce(ours: Team, theirs: Team): Promise<string> {
  const partner = await ours.handOver.learnFromCard((await theirs.handOver.card()).bytes);
  await ours.handOver.check(partner, 'phone');
  return partner.partnerId;
}

const known = async ({ blocks }: Team, id: string) => (await blocks.read(id)) ?? expect.fail('no profile');

async function landlordAndCouncil() {
  const [landlord, council] = [await team('Example HA'), await team('Example Council', 'solo')];
  const [councilId] = [await introduce(landlord, council), await introduce(council, landlord)];
  return { landlord, council, councilId };
}

describe('block profiles of a vault', () => {
  it('are documents of their own, on the log, with the earlier looks kept, and marked once they are old', async () => {
    const { blocks, office, acts, session } = await team('Example HA');
    const id = await blocks.save(null, FACTS);
    expect(blocks.profiles).toMatchObject([{ id, stale: false, summary: { text: '3 Linn Street, Linnhead', profiledOn: '2026-01-12' } }]);
    await blocks.save(await blocks.read(id), { ...FACTS, profiledOn: '2026-02-01' });
    expect((await blocks.read(id))?.profile.earlier.map(({ facts }) => facts.profiledOn)).toEqual(['2026-01-12']);
    office.office = { ...office.office, blockProfiles: { staleAfterMonths: 6, reason: 'Refits each summer.' } };
    expect(blocks.profiles[0]?.stale).toBe(true);
    expect((await acts()).slice(-2)).toEqual(['collection: block profile saved', 'alteration: block profile saved']);
    expect(session.openVault().list('office').map((entry) => entry.id), 'the office’s other documents are no profiles').toContain('hand-over');
    await blocks.remove((await blocks.read(id)) ?? expect.fail('none'));
    expect([blocks.profiles, await blocks.read(id)]).toEqual([[], null]);
  });

  it('are not saved over somebody else’s save', async () => {
    const { blocks } = await team('Example HA');
    const id = await blocks.save(null, FACTS);
    const before = await blocks.read(id);
    await blocks.save(before, { ...FACTS, profiledOn: '2026-02-01' });
    await expect(blocks.save(before, { ...FACTS, profiledOn: '2026-03-01' })).rejects.toThrow();
  });
});

describe('a block profile handed over', () => {
  it('goes as it is, without earlier looks and other holders, is put on record by choice, and stands on the log of both', async () => {
    const { landlord, council, councilId } = await landlordAndCouncil();
    const id = await landlord.blocks.save(null, { ...FACTS, building: { ...FACTS.building, closeAndStair: 'Canary of an earlier look.' } });
    await landlord.blocks.save(await landlord.blocks.read(id), FACTS);
    const file = await landlord.gives.send(await known(landlord, id), councilId);
    expect(landlord.gives.sentOf(id)).toMatchObject([{ fileId: file.fileId, team: 'Example Council', reference: '3 Linn Street, Linnhead', assessmentId: null }]);
    const { parts, manifest } = await council.session.openVault().openHandOver(file.bytes);
    expect(parts.map(({ name, value }) => [name, value])).toEqual([['blockProfile', FACTS]]);
    expect(JSON.stringify([parts, manifest])).not.toMatch(/Canary|assessment|"given"|"earlier"/u);

    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: null });
    expect(council.blocks.profiles).toEqual([]);
    const waiting = (await council.gives.waiting(file.fileId)) ?? expect.fail('nothing waits');
    const taken = await council.gives.take(waiting, null, () => true);
    expect((await known(council, taken)).profile.now).toEqual(FACTS);
    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: 'replayed' });
    expect((await landlord.acts()).at(-1)).toBe('disclosure: block profile handed over');
    expect((await council.acts()).slice(-2)).toEqual(['collection: file of another team put in quarantine', 'collection: block profile received from Example HA']);

    // Refreshed and sent again, it meets what the council wrote meanwhile.
    await council.blocks.save(await known(council, taken), { ...FACTS, building: { ...FACTS.building, closeAndStair: 'The council counts nine.', features: { ...FACTS.building.features, cctv: 'yes' } } });
    await landlord.blocks.save(await known(landlord, id), { ...FACTS, profiledOn: '2026-11-01', building: { ...FACTS.building, closeAndStair: 'Ten homes now.' } });
    const again = await landlord.gives.send(await known(landlord, id), councilId);
    await council.receives.open(again.bytes);
    const second = (await council.gives.waiting(again.fileId)) ?? expect.fail('nothing waits');
    expect(second.ours.map(({ profileId }) => profileId)).toEqual([taken]);
    const ours = second.ours[0] ?? null;
    expect(council.gives.compared(ours, second.theirs).filter(({ conflict }) => conflict)).toMatchObject([{ path: 'building.closeAndStair', ours: 'The council counts nine.', theirs: 'Ten homes now.' }]);
    await council.gives.take(second, ours, (path) => path === 'building.closeAndStair');
    const merged = (await known(council, taken)).profile;
    expect(merged.now.building).toMatchObject({ closeAndStair: 'Ten homes now.', features: { cctv: 'yes' } });
    expect(merged.earlier).toHaveLength(2);
  });

  it('is corrected by a newer look, and recalled, as a record is: the holder sees what it concerns, and that it still stands on what was recalled', async () => {
    const { landlord, council, councilId } = await landlordAndCouncil();
    const id = await landlord.blocks.save(null, FACTS);
    const first = await landlord.gives.send(await known(landlord, id), councilId);
    await council.receives.open(first.bytes);
    const own = await council.gives.take((await council.gives.waiting(first.fileId)) ?? expect.fail('nothing waits'), null, () => true);
    await landlord.blocks.save(await known(landlord, id), { ...FACTS, profiledOn: '2026-11-01' });
    landlord.forward(60_000);
    const newer = await landlord.gives.send(await known(landlord, id), councilId);
    expect(landlord.handOver.book.sent.map(({ fileId, notices }) => [fileId, notices.map(({ kind, fileId: by }) => [kind, by])])).toEqual([[first.fileId, [['correction', newer.fileId]]], [newer.fileId, []]]);
    await council.receives.open(newer.bytes);
    const second = (await council.gives.waiting(newer.fileId)) ?? expect.fail('nothing waits');
    expect([second.manifest.concerns, second.before?.profileId, second.ours.map(({ profileId }) => profileId)]).toEqual([first.fileId, own, [own]]);
    council.forward(60_000);
    await council.gives.take(second, second.ours[0] ?? null, () => true);

    // The sender’s own profile is gone: whoever has it is still told.
    await landlord.blocks.remove(await known(landlord, id));
    const recall = await landlord.sends.sendNotice(landlord.gives.sentOf(id)[0] ?? expect.fail('not in the book'), 'recall', 'The stair was taken for its neighbour.');
    council.forward(60_000);
    expect(council.gives.recalledOf(await known(council, own))).toEqual([]);
    expect(await council.receives.open(recall.bytes)).toMatchObject({ refusal: null });
    const notice = (await council.receives.waiting(recall.fileId)) ?? expect.fail('no notice');
    expect([notice.manifest.purpose, notice.record, council.handOver.book.received.find(({ fileId }) => fileId === notice.manifest.concerns)?.profileId]).toEqual(['The stair was taken for its neighbour.', null, own]);
    expect(JSON.stringify(notice.manifest)).not.toContain(id);
    expect(council.gives.recalledOf(await known(council, own))).toMatchObject([{ kind: 'recall', team: 'Example HA' }]);
    await council.receives.leave(notice, 'Looked at again.');
    expect(council.gives.recalledOf(await known(council, own)), 'until it was put right').toHaveLength(1);
    council.forward(60_000);
    await council.blocks.save(await known(council, own), { ...FACTS, profiledOn: '2026-11-20' });
    expect(council.gives.recalledOf(await known(council, own))).toEqual([]);
    expect((await landlord.acts()).slice(-2)).toEqual(['erasure: block profile removed', 'disclosure: recall notice made']);
  });

  it('is corrected and recalled by the team alone that sent it', async () => {
    const { landlord, council, councilId } = await landlordAndCouncil();
    const id = await landlord.blocks.save(null, FACTS);
    const file = await landlord.gives.send(await known(landlord, id), councilId);
    await council.receives.open(file.bytes);
    const third = await team('Third HA');
    await introduce(council, third);
    const toCouncil = await introduce(third, council);
    const theirs = await third.gives.send(await known(third, await third.blocks.save(null, FACTS)), toCouncil);
    const sent = third.handOver.book.sent[0] ?? expect.fail('nothing sent');
    const forged = await third.sends.sendNotice({ ...sent, fileId: file.fileId }, 'recall', 'Not theirs to recall.');
    expect(await council.receives.open(forged.bytes)).toMatchObject({ refusal: 'anotherSender' });
    expect(await council.receives.open(theirs.bytes), 'control').toMatchObject({ refusal: null });
  });

  it('is offered by its postcode beside a profile of ours, and can be left with a reason', async () => {
    const { landlord, council, councilId } = await landlordAndCouncil();
    const own = await council.blocks.save(null, { ...FACTS, place: { ...FACTS.place, text: '3 Linn St', postcode: 'zz11aa' } });
    const file = await landlord.gives.send(await known(landlord, await landlord.blocks.save(null, FACTS)), councilId);
    await council.receives.open(file.bytes);
    const waiting = (await council.gives.waiting(file.fileId)) ?? expect.fail('nothing waits');
    expect(waiting.ours.map(({ profileId }) => profileId)).toEqual([own]);
    await council.gives.leave(waiting, 'We know it better.');
    expect(council.handOver.book.received).toMatchObject([{ state: 'left', kind: 'blockProfile', done: 'We know it better.' }]);
    expect(await council.gives.waiting(file.fileId)).toBeNull();
  });

  it('that holds a field more is refused whole, whoever signed it', async () => {
    const { landlord, council, councilId } = await landlordAndCouncil();
    const id = await landlord.blocks.save(null, FACTS);
    const partner = landlord.handOver.book.partners.find(({ partnerId }) => partnerId === councilId) ?? expect.fail('no partner');
    const seal = (value: unknown) => landlord.session.openVault().sealHandOver({
      team: 'Example HA', regime: 'ukGdpr', kind: 'blockProfile', to: [{ team: partner.name, agency: partner.agency, address: partner.address }], grounds: {}, purpose: 'x', profile: null, asOf: NOW, source: '', reliability: '', expiresOn: '9999-12-31', concerns: null,
      ids: { blockProfile: id }, parts: [{ name: 'blockProfile', value, fields: 1 }],
    });
    for (const more of [{ othersOfConcern: 'yes' }, { neighbours: { childrenInStair: 'yes' } }, { reasons: 'x' }]) await expect(council.receives.open((await seal({ ...FACTS, ...more })).bytes)).rejects.toThrow('does not know');
    expect(await council.receives.open((await seal(FACTS)).bytes)).toMatchObject({ refusal: null });
  });

  it('goes to nobody whose words were not compared', async () => {
    const { landlord } = await landlordAndCouncil();
    const profile = await known(landlord, await landlord.blocks.save(null, FACTS));
    const stranger = await landlord.handOver.learnFromCard((await (await team('Strangers')).handOver.card()).bytes);
    await expect(landlord.gives.send(profile, stranger.partnerId)).rejects.toThrow('six words');
  });
});
