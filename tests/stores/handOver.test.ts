import { certificateText } from '@/report';
import { DRAFT_OF, type ToSend } from '@/stores';
import { beforeEach, describe, expect, it } from 'vitest';
import { newAgeAddress, sealForRecipients } from '@/vault/format/age';
import { writeCard } from '@/vault/format/handOver/card';
import { writeHandOver } from '@/vault/format/handOver/file';
import type { TeamKeys } from '@/vault/format/handOver/team';
import { vouchText } from '@/vault/format/keyring';
import { newSigningKey, sign } from '@/vault/format/signature';
import { aboutFile, newTeam } from '../vault/format/handOver/team';
import { ADDRESS, CONDUCTED, PERSON } from '../cases/caseFile';
import { NOW } from './stores';
import { introduce, record, team, type Team } from './team';

async function toSend(ours: Team, assessmentId: string, partnerId: string, change: Partial<ToSend> = {}): Promise<ToSend> {
  const { rev } = await ours.sends.preview(assessmentId, change.profile ?? 'ra');
  return { act: 'share', partnerId, assessmentId, profile: 'ra', purpose: 'Joint arrangements.', grounds: { duty: 'responsibleAuthority' }, source: 'Our record', reliability: 'Checked', expiresOn: '2027-02-20', rev, ...change };
}

let police: Team;
let council: Team;
let councilId: string;
let policeId: string;

beforeEach(async () => {
  police = await team('SOPU Kinlowrie');
  council = await team('Kinlowrie Council', 'solo');
  councilId = await introduce(police, council);
  policeId = await introduce(council, police);
});

describe('a record handed over', () => {
  it('goes into quarantine, and by the officer’s choice into the record, on the log of both sides', async () => {
    const id = await record(police);
    const file = await police.sends.send(await toSend(police, id, councilId));
    expect(police.handOver.book.sent).toMatchObject([{ fileId: file.fileId, team: 'Kinlowrie Council', profile: 'ra', assessmentId: id }]);
    expect((await police.acts()).at(-1)).toBe('disclosure: record shared within MAPPA');

    const opened = await council.receives.open(file.bytes);
    expect(opened).toMatchObject({ refusal: null, words: police.handOver.own?.words });
    expect(council.casework.assessments).toEqual([]);
    const waiting = await council.receives.waiting(file.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    expect(waiting.record).toBeNull();
    expect(waiting.sections.map((section) => section.id)).toEqual(['address', 'person', 'reference', 'conduct', 'outcome']);
    const taken = await council.receives.take(waiting, waiting.sections.map((section) => ({ id: section.id, take: section.id !== 'outcome', reason: '' })));
    expect(taken).toBe(id);
    await council.assessment.open(id);
    expect(council.assessment.docs).toMatchObject({
      person: { reference: 'V-1002' }, address: { text: '3 Linn Street' },
      assessment: { conduct: { rationale: 'The rationale of the police.' }, outcome: { decision: null }, reference: police.assessment.docs?.assessment.reference },
    });
    expect(council.assessment.docs?.assessment.history.at(-1)?.what).toMatch(/^received from SOPU Kinlowrie, file [0-9a-f]{8}, as of /u);
    expect((await council.acts()).slice(-3)).toEqual(['collection: file of another team put in quarantine', 'consultation: file of another team opened', expect.stringMatching(/^collection: received from SOPU Kinlowrie/u)]);
    expect(await council.session.openVault().readDraft(`hand-over:${file.fileId}`)).toBeNull();
    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: 'replayed' });
    expect(await police.receives.open(file.bytes)).toMatchObject({ refusal: 'ownFile' });
  });

  it('stands beside what we have: a conflict is shown, and replaces ours only where the officer says so', async () => {
    const id = await record(police);
    const first = await police.sends.send(await toSend(police, id, councilId));
    await council.receives.open(first.bytes);
    const before = await council.receives.waiting(first.fileId);
    if (!before) throw new Error('Nothing waits.');
    await council.receives.take(before, before.sections.map((section) => ({ id: section.id, take: true, reason: '' })));
    await council.assessment.open(id);
    const { docs } = council.assessment;
    if (!docs) throw new Error('Nothing is open.');
    docs.assessment.conduct.rationale = 'The rationale of the council.';
    docs.assessment.outcome.reasons = 'Reasons of the council.';
    await council.assessment.commit('test');

    const second = await police.sends.send(await toSend(police, id, councilId));
    await council.receives.open(second.bytes);
    const waiting = await council.receives.waiting(second.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    const { ids, revs } = waiting.record ?? expect.fail('no record of ours');
    expect((await council.session.openVault().readLog()).at(-1), 'our own record was read beside it').toMatchObject({
      event: 'consultation', act: 'file of another team opened', about: (['person', 'address', 'assessment'] as const).map((table) => ({ table, id: ids[table], rev: revs[table] })),
    });
    const conflicts = waiting.sections.flatMap(({ compared }) => compared.filter(({ conflict }) => conflict));
    expect(conflicts).toEqual([{ path: 'assessment.conduct.rationale', ours: 'The rationale of the council.', value: 'The rationale of the police.', conflict: true }]);
    await council.receives.take(waiting, [{ id: 'conduct', take: true, reason: 'Theirs is of the meeting.' }]);
    await council.assessment.open(id);
    expect(council.assessment.docs?.assessment).toMatchObject({ conduct: { rationale: 'The rationale of the police.' }, outcome: { reasons: 'Reasons of the council.' } });
    expect((await council.acts()).at(-1)).toMatch(/^alteration: received from SOPU/u);
    expect(council.handOver.book.received.at(-1)?.done).toContain('Theirs is of the meeting.');
    const log = await council.session.openVault().readLog();
    expect(log.at(-1)?.detail).toMatchObject({ sections: 'Conduct decision', replaced: 'Conduct decision' });
    expect(JSON.stringify(log), 'the log outlives the record').not.toContain('Theirs is of the meeting.');
  });

  it('may be left, with the reason in the book; nothing of it is in the record', async () => {
    const file = await police.sends.send(await toSend(police, await record(police), councilId));
    await council.receives.open(file.bytes);
    const waiting = await council.receives.waiting(file.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    await council.receives.leave(waiting, 'Another office deals with it.');
    expect(council.handOver.book.received).toMatchObject([{ state: 'left', done: 'Another office deals with it.' }]);
    expect(council.session.openVault().list('assessment')).toEqual([]);
    expect(await council.receives.waiting(file.fileId)).toBeNull();
  });

  it('to a landlord ties no addresses together: the person is not named, not even by our own number', async () => {
    const id = await record(police);
    const file = await police.sends.send(await toSend(police, id, councilId, { profile: 'rsl' }));
    const { manifest, parts } = await council.session.openVault().openHandOver(file.bytes);
    expect(Object.keys(manifest.ids)).toEqual(['address', 'assessment']);
    expect(parts.map(({ name }) => name)).toEqual(['address', 'reference', 'outcome']);
    expect(JSON.stringify(parts)).not.toContain('V-1002');
    await council.receives.open(file.bytes);
    const waiting = await council.receives.waiting(file.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    await council.receives.take(waiting, waiting.sections.map((section) => ({ id: section.id, take: true, reason: '' })));
    await council.assessment.open(id);
    expect(council.assessment.docs).toMatchObject({ person: { reference: '' }, address: { text: '3 Linn Street' }, assessment: { outcome: { decision: 'manageable' } } });
  });
});

describe('nothing leaves', () => {
  it('of why the person was not told or why it could not wait: both stay on our log and in our book', async () => {
    const grounds = { decidedBy: 'urgent', urgentWhy: 'Why urgent.', personTold: 'no', notToldWhy: 'Because of a victim.', mayDo: 'Keep it.' };
    const file = await police.sends.send(await toSend(police, await record(police), councilId, { act: 'disclosure', profile: 'rsl', grounds }));
    const { manifest } = await council.session.openVault().openHandOver(file.bytes);
    expect(manifest.grounds).toEqual({ decidedBy: 'urgent', personTold: 'no', mayDo: 'Keep it.' });
    expect(police.handOver.book.sent[0]?.grounds).toEqual(grounds);
    expect((await police.session.openVault().readLog()).at(-1)?.detail).toMatchObject({ notToldWhy: 'Because of a victim.', urgentWhy: 'Why urgent.' });
  });

  it('for a team whose words were not compared', async () => {
    const id = await record(police);
    const { bytes } = await council.handOver.card();
    await police.handOver.forget(police.handOver.book.partners[0] ?? expect.fail('no partner'));
    const partner = await police.handOver.learnFromCard(bytes);
    await expect(police.sends.send(await toSend(police, id, partner.partnerId))).rejects.toThrow('six words');
    expect(police.handOver.book.sent).toEqual([]);
  });

  it('that was changed since it was looked through', async () => {
    const id = await record(police);
    await expect(police.sends.send({ ...(await toSend(police, id, councilId)), rev: 1 })).rejects.toThrow('look it through again');
    expect((await police.acts()).filter((act) => act.startsWith('disclosure'))).toEqual([]);
  });

  it('where it cannot be put on the log', async () => {
    const request = await toSend(police, await record(police), councilId);
    const vault = police.session.openVault();
    police.session.vault = { ...vault, save: () => Promise.reject(new Error('The device is full.')) };
    await expect(police.sends.send(request)).rejects.toThrow('full');
    police.session.vault = vault;
    expect(police.handOver.book.sent).toEqual([]);
  });
});

describe('a file is not taken', () => {
  it('from a team that nobody knows, until it is known and its words were compared', async () => {
    const file = await police.sends.send(await toSend(police, await record(police), councilId));
    await council.handOver.forget(council.handOver.book.partners[0] ?? expect.fail('no partner'));
    const { manifest, ...unknown } = await council.receives.open(file.bytes);
    expect(unknown).toEqual({ refusal: 'unknownSender', words: police.handOver.own?.words });
    const { team: name, regime, officer, keys } = manifest.sender;
    const partner = await council.handOver.learn({ name, regime, agency: officer.agency, keys, signedBy: officer.officerId });
    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: 'uncheckedSender' });
    expect(council.handOver.book.received).toEqual([]);
    await council.handOver.check(partner, 'inPerson');
    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: null });
  });

  it('that holds a field which no profile lets out, or a part that is none', async () => {
    const vault = police.session.openVault();
    const { address } = council.handOver.own ?? expect.fail('no address');
    const seal = (name: string, value: unknown) => vault.sealHandOver({
      team: 'SOPU', regime: 'part3', kind: 'share', to: [{ team: 'x', agency: 'y', address }], grounds: {}, purpose: '', profile: 'ra', asOf: NOW, source: '', reliability: '', expiresOn: '2027-02-20', concerns: null, ids: {},
      parts: [{ name, value, fields: 1 }],
    });
    for (const [name, value] of [['outcome', { assessment: { outcome: { victimAddress: 'x' } } }], ['outcome', { assessment: { history: [{ what: 'x' }] } }], ['other', {}], ['person', { person: 'x' }], ['person', 7]] as const) {
      await expect(council.receives.open((await seal(name, value)).bytes), JSON.stringify(value)).rejects.toThrow('does not know');
    }
    await expect(council.receives.open((await seal('outcome', { assessment: { outcome: { reasons: 'x' } } })).bytes)).resolves.toMatchObject({ refusal: null });
  });

  it('into quarantine without being listed; a content that could not be saved comes with the file again', async () => {
    const file = await police.sends.send(await toSend(police, await record(police), councilId));
    const vault = council.session.openVault();
    const full = () => Promise.reject(new Error('The device is full.'));
    council.session.vault = { ...vault, save: full };
    await expect(council.receives.open(file.bytes)).rejects.toThrow('full');
    expect(await vault.readDraft(`hand-over:${file.fileId}`)).toBeNull();
    council.session.vault = { ...vault, saveDraft: full };
    await expect(council.receives.open(file.bytes)).rejects.toThrow('full');
    council.session.vault = vault;
    expect(council.handOver.book.received).toMatchObject([{ fileId: file.fileId, state: 'waiting' }]);
    expect(await council.receives.waiting(file.fileId)).toBeNull();
    expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: null });
    expect(await council.receives.waiting(file.fileId)).toMatchObject({ manifest: { fileId: file.fileId } });
    expect(council.handOver.book.received).toHaveLength(1);
  });

  it('into the record where a value does not fit it: nothing is saved, and the file waits on', async () => {
    const vault = police.session.openVault();
    const { address } = council.handOver.own ?? expect.fail('no address');
    const file = await vault.sealHandOver({
      team: 'SOPU', regime: 'part3', kind: 'share', to: [{ team: 'x', agency: 'y', address }], grounds: {}, purpose: '', profile: 'ra', asOf: NOW, source: '', reliability: '', expiresOn: '2027-02-20', concerns: null, ids: {},
      parts: [{ name: 'outcome', value: { assessment: { outcome: { decision: 'suitable' } } }, fields: 1 }],
    });
    await council.receives.open(file.bytes);
    const waiting = await council.receives.waiting(file.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    await expect(council.receives.take(waiting, [{ id: 'outcome', take: true, reason: '' }])).rejects.toThrow('outcome.decision');
    expect(council.session.openVault().list('assessment')).toEqual([]);
    expect(await council.receives.waiting(file.fileId)).not.toBeNull();
  });
});

describe('a correction and a recall', () => {
  it('reach a team that was removed from the partners, also once it is known anew; a record does not', async () => {
    const id = await record(police);
    await police.sends.send(await toSend(police, id, councilId));
    await police.handOver.forget(police.handOver.book.partners[0] ?? expect.fail('no partner'));
    await expect(police.sends.send(await toSend(police, id, councilId))).rejects.toThrow('removed from your partners');
    const recall = async () => (await police.sends.sendNotice(police.handOver.book.sent[0] ?? expect.fail('Nothing was sent.'), 'recall', 'Do not use it.')).bytes;
    expect(await council.receives.open(await recall())).toMatchObject({ refusal: null });
    expect(await introduce(police, council)).toBe(councilId);
    expect(police.handOver.book.partners).toHaveLength(1);
    expect(await council.receives.open(await recall())).toMatchObject({ refusal: null });
    await expect(police.sends.send(await toSend(police, id, councilId))).resolves.toMatchObject({ fileName: expect.stringMatching(/age$/u) as string });
  });

  it('of another team than the sender’s are not taken, and touch nothing', async () => {
    const third = await team('Third team');
    await introduce(council, third);
    const file = await police.sends.send(await toSend(police, await record(police), councilId));
    await council.receives.open(file.bytes);
    const { address } = council.handOver.own ?? expect.fail('no address');
    const notice = await third.session.openVault().sealHandOver({
      team: 'Third team', regime: 'part3', kind: 'recall', to: [{ team: 'x', agency: 'y', address }], grounds: {}, purpose: 'Delete it.', profile: null, asOf: NOW, source: '', reliability: '', expiresOn: '2027-02-20', concerns: file.fileId, ids: {}, parts: [],
    });
    expect(await council.receives.open(notice.bytes)).toMatchObject({ refusal: 'anotherSender' });
    expect(council.handOver.book.received).toHaveLength(1);
  });

  it('are all that a team is kept for: one that had nothing goes when it is removed', async () => {
    await police.handOver.forget(police.handOver.book.partners[0] ?? expect.fail('no partner'));
    expect(police.handOver.book.partners).toEqual([]);
  });

  it.each(['correction', 'recall'] as const)('go to whoever had the file, and are answered there: %s', async (kind) => {
    const id = await record(police);
    const file = await police.sends.send(await toSend(police, id, councilId));
    await council.receives.open(file.bytes);
    const waiting = await council.receives.waiting(file.fileId);
    if (!waiting) throw new Error('Nothing waits.');
    await council.receives.take(waiting, waiting.sections.map((section) => ({ id: section.id, take: true, reason: '' })));

    const [sent] = police.handOver.book.sent;
    if (!sent) throw new Error('Nothing was sent.');
    const notice = await police.sends.sendNotice(sent, kind, 'The decision was taken back.');
    expect(police.handOver.book.sent[0]?.notices).toMatchObject([{ kind, fileId: notice.fileId }]);
    expect(await council.receives.open(notice.bytes)).toMatchObject({ refusal: null, manifest: { kind, concerns: file.fileId, purpose: 'The decision was taken back.' } });
    const told = await council.receives.waiting(notice.fileId);
    if (!told) throw new Error('Nothing waits.');
    expect(told.record?.ids.assessment).toBe(id);
    await council.receives.leave(told, 'Our record was changed.');
    expect(council.handOver.book.received.at(-1)).toMatchObject({ kind, done: 'Our record was changed.', assessmentId: id });
    expect((await council.acts()).at(-1)).toBe(`alteration: ${kind} notice of another team answered`);
    expect(policeId).not.toBe(councilId);
  });
});

describe('a record that goes takes what the book said of it along', () => {
  const CANARY = 'Zebrawort';
  /** All that is left of hand-overs, as it lies opened in the vault. */
  const left = async (ours: Team) => JSON.stringify((await ours.session.openVault().read('office', 'hand-over'))?.value);
  const GONE = { why: 'Its time is over.', decidedBy: 'A. Fyfe' };

  /** The police have shared it, recalled one file, and sent one more; at the council one was taken, one left, and a file and a recall wait. */
  async function handedOver() {
    const id = await record(police);
    const share = async () => police.sends.send(await toSend(police, id, councilId, { purpose: `Purpose ${CANARY}`, grounds: { duty: CANARY } }));
    const [taken, leftFile, waits] = [await share(), await share(), await share()];
    const open = async (file: { fileId: string; bytes: Uint8Array }) => { await council.receives.open(file.bytes); return (await council.receives.waiting(file.fileId)) ?? expect.fail('Nothing waits.'); };
    const first = await open(leftFile);
    await council.receives.leave(first, `Left ${CANARY}`);
    const second = await open(taken);
    await council.receives.take(second, second.sections.map((section) => ({ id: section.id, take: true, reason: `Reason ${CANARY}` })));
    await open(waits);
    const recall = await police.sends.sendNotice(police.handOver.book.sent[0] ?? expect.fail('Nothing was sent.'), 'recall', `Recall ${CANARY}`);
    await open(recall);
    return { id, taken, leftFile, waits, recall };
  }

  it('on both sides: file, team, kind and days stay, and no reference, purpose, ground or answer', async () => {
    const { id, taken, waits, recall } = await handedOver();
    for (const ours of [police, council]) expect(await left(ours)).toContain(ours === police ? CANARY : `Left ${CANARY}`);
    const { copies } = await police.retention.handedOver(id);
    expect(copies.map(({ team: name, expiresOn, recalledOn }) => [name, expiresOn, recalledOn])).toEqual([['Kinlowrie Council', '2027-02-20', '2026-11-21'], ['Kinlowrie Council', '2027-02-20', null], ['Kinlowrie Council', '2027-02-20', null]]);
    const [toSend, toTake] = [DRAFT_OF.notice(taken.fileId), DRAFT_OF.received(waits.fileId)];
    await police.session.openVault().saveDraft(toSend, { what: CANARY });
    await council.session.openVault().saveDraft(toTake, { why: CANARY });
    await police.retention.dispose(id, { ...GONE, told: copies });
    expect(await police.session.openVault().readDraft(toSend), 'a notice that was being typed').toBeNull();
    expect(await council.retention.handedOver(id)).toEqual({ copies: [], waiting: 2 });
    await council.retention.dispose(id, GONE);
    expect(await council.session.openVault().readDraft(toTake), 'what was being typed of a file in quarantine').toBeNull();
    for (const ours of [police, council]) {
      expect(await left(ours)).not.toContain(CANARY);
      expect(await left(ours)).not.toContain(id);
      expect([ours.handOver.book.sent, ours.handOver.book.received]).toEqual([[], []]);
      expect(ours.handOver.book.partners).toHaveLength(1);
    }
    expect(council.handOver.book.past).toHaveLength(4);
    for (const file of [waits, recall]) expect(await council.session.openVault().readDraft(`hand-over:${file.fileId}`)).toBeNull();
    for (const file of [waits, taken, recall]) expect(await council.receives.open(file.bytes)).toMatchObject({ refusal: 'replayed' });
  });

  it('with the teams that hold copies on the certificate, without content, and a later recall still reaches them', async () => {
    const { id, taken } = await handedOver();
    await police.retention.dispose(id, { ...GONE, told: (await police.retention.handedOver(id)).copies });
    const certificate = certificateText(police.retention.certificate ?? expect.fail('no certificate'));
    expect(certificate).toContain('Kinlowrie Council: file');
    expect(certificate).toContain('of 21 November 2026, to be used until 20 February 2027; recall made on 21 November 2026.');
    expect(certificate).toContain('; not recalled.');
    for (const said of [CANARY, '3 Linn Street', 'V-1002']) expect(certificate).not.toContain(said);
    const past = police.handOver.book.past.find(({ fileId }) => fileId === taken.fileId) ?? expect.fail('not in the book');
    const notice = await police.sends.sendNotice(past, 'recall', 'Destroy it.');
    expect(await council.receives.open(notice.bytes)).toMatchObject({ refusal: null, manifest: { concerns: taken.fileId, ids: {} } });
    expect((await council.receives.waiting(notice.fileId))?.record?.ids.assessment, 'known by the file that it concerns').toBe(id);
  });

  it('and not before the officer was told of every copy: nothing is erased', async () => {
    const { id } = await handedOver();
    const { copies } = await police.retention.handedOver(id);
    for (const told of [undefined, [], copies.slice(1)]) await expect(police.retention.dispose(id, { ...GONE, ...(told && { told }) })).rejects.toThrow('Nothing was disposed of');
    expect(await police.session.openVault().read('assessment', id)).not.toBeNull();
    expect(police.handOver.book.sent).toHaveLength(3);
  });

  it('with what a repair told, which names records by their reference', async () => {
    const id = await record(police);
    await police.session.openVault().saveDraft('vault:repair', { account: 'V-1002 could not be restored.' });
    await police.retention.dispose(id, GONE);
    expect(await police.session.openVault().readDraft('vault:repair')).toBeNull();
  });

  it('or not at all, where the disposal is not saved', async () => {
    const { id, waits } = await handedOver();
    const vault = council.session.openVault();
    council.session.vault = { ...vault, erase: () => Promise.reject(new Error('The device is full.')) };
    await expect(council.retention.dispose(id, GONE)).rejects.toThrow('full');
    council.session.vault = vault;
    await council.handOver.load();
    expect(council.handOver.book.received).toHaveLength(4);
    expect(await council.receives.waiting(waits.fileId)).not.toBeNull();
  });

  it('also where it shrinks; its holders are still known when it goes later', async () => {
    const { id } = await handedOver();
    await police.assessment.open(id);
    const { docs } = police.assessment;
    if (!docs) throw new Error('Nothing is open.');
    Object.assign(docs.person, PERSON);
    Object.assign(docs.address, ADDRESS);
    const { reference, personId, addressId, history } = docs.assessment;
    Object.assign(docs.assessment, { ...structuredClone(CONDUCTED), reference, personId, addressId, history });
    await police.assessment.commit('test');
    await police.retention.shrink(id, { why: 'In ViSOR', keptWhere: 'V-1' });
    expect(await left(police)).not.toContain(CANARY);
    const { copies } = await police.retention.handedOver(id);
    expect(copies).toHaveLength(3);
    await police.retention.dispose(id, { ...GONE, told: copies });
    expect(await left(police)).not.toContain(id);
    expect(police.handOver.book.past).toHaveLength(3);
    expect(police.retention.certificate).toMatchObject({ copies, bookLines: 3, quarantined: 0 });
  });

  it('and leaves the lines of every other record as they are', async () => {
    const { id } = await handedOver();
    const other = await record(police);
    const kept = await police.sends.send(await toSend(police, other, councilId, { purpose: 'Of another record.' }));
    await police.retention.dispose(id, { ...GONE, told: (await police.retention.handedOver(id)).copies });
    expect(police.handOver.book.sent).toMatchObject([{ fileId: kept.fileId, assessmentId: other, purpose: 'Of another record.' }]);
  });
});

describe('a partner with another name', () => {
  it.each<[string, { team: string; agency: string; regime: 'part3' | 'ukGdpr' }]>([
    ['another team', { team: 'Kinlowrie Homes', agency: 'solo', regime: 'part3' }],
    ['another agency', { team: 'Kinlowrie Council', agency: 'police', regime: 'part3' }],
    ['another law', { team: 'Kinlowrie Council', agency: 'solo', regime: 'ukGdpr' }],
  ])('is checked again, the old name beside the new: %s', async (_, renamed) => {
    const learn = async (about: typeof renamed) => police.handOver.learnFromCard((await council.session.openVault().teamCard(about)).bytes);
    const before = { team: 'Kinlowrie Council', agency: 'solo', regime: 'part3' as const };
    expect(await learn(before), 'the same again stays checked').toMatchObject({ checked: { how: 'phone' } });
    const partner = await learn(renamed);
    expect(partner).toMatchObject({ partnerId: councilId, name: renamed.team, checked: null, renamedFrom: { name: 'Kinlowrie Council', agency: 'solo', regime: 'part3' } });
    await expect(police.sends.send(await toSend(police, await record(police), councilId))).rejects.toThrow('six words');
    await police.handOver.check(partner, 'phone');
    expect(police.handOver.book.partners[0]).toMatchObject({ name: renamed.team, checked: { how: 'phone' } });
    expect(police.handOver.book.partners[0]).not.toHaveProperty('renamedFrom');
  });
});

describe('whoever left a team', () => {
  const LEAVER = 'd'.repeat(32);
  const FOUNDER = 'a'.repeat(32);
  const FAKE = 'f'.repeat(32);
  const MEMBER = 'e'.repeat(32);
  /** Whoever signs as the member with a key of their own. */
  const STOLEN = 'stolen';

  /** A team of two by its keys alone, the second of whom left with epoch 2; and the files that either of them can make. */
  async function teamOfTwo() {
    const first = await newTeam();
    const { recipient: later } = await newAgeAddress();
    const [leaver, fake] = [await newSigningKey(), await newSigningKey()];
    const { vaultId } = first.keys;
    const vouched = async (officerId: string, verifyKey: string, vouchedBy: string, by: CryptoKey) => ({ officerId, verifyKey, vouchedBy, vouch: await sign(by, vouchText(vaultId, officerId, verifyKey)), leftInEpoch: null });
    const [founder] = first.keys.officers;
    if (!founder) throw new Error('A team has a founder.');
    const second = await vouched(LEAVER, leaver.verifyKey, FOUNDER, first.founderKey);
    const before: TeamKeys = { ...first.keys, officers: [founder, second] };
    const after: TeamKeys = { ...before, epoch: 2, address: later, officers: [founder, { ...second, leftInEpoch: 2 }] };
    const withFake: TeamKeys = { ...after, officers: [...after.officers, await vouched(FAKE, fake.verifyKey, LEAVER, leaver.privateHalf)] };
    const [member, stolen] = [await newSigningKey(), await newSigningKey()];
    const withMember: TeamKeys = { ...after, officers: [...after.officers, await vouched(MEMBER, member.verifyKey, FOUNDER, first.founderKey)] };
    const asMember: TeamKeys = { ...after, officers: [...after.officers, await vouched(MEMBER, stolen.verifyKey, LEAVER, leaver.privateHalf)] };
    const signs: Readonly<Record<string, CryptoKey>> = { [FOUNDER]: first.founderKey, [LEAVER]: leaver.privateHalf, [FAKE]: fake.privateHalf, [MEMBER]: member.privateHalf, [STOLEN]: stolen.privateHalf };
    const own = council.handOver.own ?? expect.fail('no address');
    let count = 0;
    async function file(keys: TeamKeys, officerId: string, by = officerId) {
      count += 1;
      const about = aboutFile(keys, own.address);
      const plain = await writeHandOver({ ...about, fileId: String(count).padStart(32, '0'), sender: { ...about.sender, officer: { ...about.sender.officer, officerId } } }, [{ name: 'outcome', value: { assessment: { outcome: { reasons: 'x' } } }, fields: 1 }], (text) => sign(signs[by] ?? first.founderKey, text));
      return council.receives.open(await sealForRecipients([own.address], plain));
    }
    const card = async (keys: TeamKeys, officerId: string) => council.handOver.learnFromCard(await writeCard({ team: 'SOPU Northern', agency: 'police', regime: 'part3', keys, madeAt: NOW, officerId }, (text) => sign(signs[officerId] ?? first.founderKey, text)));
    return { before, after, withFake, withMember, asMember, file, card };
  }

  it('is believed while nobody told us (the control), and with an old list no more once the new words were compared', async () => {
    const { before, after, file, card } = await teamOfTwo();
    await council.handOver.check(await card(before, FOUNDER), 'phone');
    expect(await file(before, LEAVER)).toMatchObject({ refusal: null });
    expect(await file(after, FOUNDER), 'a later epoch asks for its words').toMatchObject({ refusal: 'newerKeys' });
    const renewed = await card(after, FOUNDER);
    expect(renewed).toMatchObject({ checked: null, epoch: 2, pinned: 1, left: [LEAVER] });
    expect(await file(after, FOUNDER)).toMatchObject({ refusal: 'uncheckedSender' });
    await council.handOver.check(renewed, 'phone');
    expect(await file(after, FOUNDER)).toMatchObject({ refusal: null });
    expect(await file(before, LEAVER)).toMatchObject({ refusal: 'senderLeft' });
    expect(await file(before, FOUNDER), 'also under the name of another').toMatchObject({ refusal: 'earlierKeys' });
    expect(await file({ ...before, epoch: 2, address: after.address }, LEAVER)).toMatchObject({ refusal: 'senderLeft' });
  });

  it('cannot take the place of somebody who stayed: their key is pinned with their id', async () => {
    const { withMember, asMember, file, card } = await teamOfTwo();
    await council.handOver.check(await card(withMember, FOUNDER), 'phone');
    expect(await file(withMember, MEMBER)).toMatchObject({ refusal: null });
    expect(await file(asMember, MEMBER, STOLEN)).toMatchObject({ refusal: 'otherKey' });
  });

  it('cannot bring in an officer of their own, by a file or by a card, nor an older card', async () => {
    const { before, after, withFake, file, card } = await teamOfTwo();
    await council.handOver.check(await card(after, FOUNDER), 'phone');
    const pinned = council.handOver.book.partners;
    expect(await file(withFake, FAKE)).toMatchObject({ refusal: 'vouchedByLeaver' });
    for (const [keys, officerId] of [[withFake, FAKE], [{ ...withFake, epoch: 3 }, FAKE], [before, FOUNDER], [before, LEAVER], [{ ...before, epoch: 9 }, FOUNDER]] as const) await expect(card(keys, officerId)).rejects.toThrow('Nothing of it was kept');
    expect(council.handOver.book.partners).toEqual(pinned);
  });
});
