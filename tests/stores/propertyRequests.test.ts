import { type Assessment, CHECK_AGENCY_IDS, limitsOf, noReply, numberedSites } from '@/record';
import { siteRow } from '@/report';
import { answerRequest, openRequestFile, useAssessment, useCasework, usePropertyRequests, useSession } from '@/stores';
import { openWithPassphrase } from '@/vault/format/age';
import { setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { OFFICER, PASSPHRASE, testClock, testDoor } from '../vault/testDoor';
import { ADDRESS, CONDUCTED, PERSON } from '../cases/caseFile';
import { CANARIES } from '../record/handOver/canaries';
import { NOW, stores } from './stores';

const ASKING = { recipient: 'Linn Homes, Link Officer', purpose: 'Canary purpose', from: 'Housing service', place: '3 Linn Street, flat 2/1', questions: ['type', 'available', 'building'], expiresOn: '2026-12-05' } as const;
const DAY = 86_400_000;

async function office() {
  const { pinia, forward } = stores({ door: testDoor({ clock: testClock(NOW).clock }) });
  setActivePinia(pinia);
  const session = useSession(pinia);
  await session.create({ kind: 'work', officer: { ...OFFICER, name: 'Canary Officer', agency: 'solo' }, passphrase: PASSPHRASE });
  session.recoveryCode = null;
  const [casework, open, requests] = [useCasework(pinia), useAssessment(pinia), usePropertyRequests(pinia)];
  /** A full record, with the words of every free text a canary. */
  const begin = async (reference: string) => {
    const id = await casework.start({ person: { reference }, address: null });
    await open.open(id);
    const { docs } = open;
    if (!docs) throw new Error('Nothing is open.');
    Object.assign(docs.person, { ...PERSON, reference });
    Object.assign(docs.address, { ...ADDRESS, uprn: '906700000001' });
    const { reference: own, personId, addressId, startedBy, startedAt, agencies, history } = docs.assessment;
    docs.assessment = {
      ...CONDUCTED, reference: own, personId, addressId, startedBy, startedAt, history, ...(agencies && { agencies }),
      conduct: { ...CONDUCTED.conduct, rationale: 'Canary rationale' }, outcome: { ...CONDUCTED.outcome, reasons: 'Canary reasons' },
    };
    await open.commit('test');
    return id;
  };
  const assessment = (): Assessment => { const value = open.docs?.assessment; if (!value) throw new Error('Nothing is open.'); return value; };
  const acts = async () => (await session.openVault().readLog()).map(({ event, act, detail }) => ({ event, act, detail }));
  const answered = async (file: { bytes: Uint8Array; words: string }) => {
    const request = await openRequestFile(file.bytes, file.words);
    if (request === null) throw new Error('The words do not open it.');
    return answerRequest(request, { type: 'flat', available: 'yes', building: 'Lift.' }, 'Housing officer', '2026-11-22');
  };
  return { session, forward, casework, open, requests, begin, assessment, acts, answered };
}
type Office = Awaited<ReturnType<typeof office>>;
let ours: Office;
let id: string;
beforeEach(async () => { ours = await office(); id = await ours.begin('V-CANARY-77'); });

describe('a property information request', () => {
  it('holds nothing of the person, the record, the officer or the sites', async () => {
    const { bytes, words, fileName } = await ours.requests.make({ ...ASKING, questions: [...ASKING.questions] });
    const plain = new TextDecoder().decode(await openWithPassphrase(words, bytes) ?? new Uint8Array());
    expect(plain).toContain('3 Linn Street');
    const { reference, personId, addressId } = ours.assessment();
    const sites = numberedSites(ours.assessment()).map((site) => siteRow(site).name);
    expect(sites.length).toBeGreaterThan(0);
    const secrets = ['CANARY', 'Canary', 'canary', reference, personId, addressId, id, ours.session.openVault().vaultId, 'SONR', 'MAPPA', 'ERA', 'SOPU', 'police', '906700000001', ...sites];
    expect(secrets.length).toBeGreaterThan(15);
    for (const secret of secrets) {
      expect(plain, secret).not.toContain(secret);
      expect(fileName, secret).not.toContain(secret);
    }
    // Control: the same words stand in the record itself.
    expect(JSON.stringify([CANARIES.person, ours.open.docs])).toContain('CANARY');
  });

  it('is on the log as a disclosure with recipient and purpose, and on record, before there is a file; the landlord is waited for', async () => {
    await ours.requests.make({ ...ASKING, questions: [...ASKING.questions] });
    const [request] = ours.assessment().propertyRequests ?? [];
    expect(await ours.acts()).toContainEqual({ event: 'disclosure', act: 'property information request made', detail: { recipient: ASKING.recipient, purpose: ASKING.purpose, request: request?.reference } });
    expect(ours.open.stored?.docs.assessment.propertyRequests).toEqual([request]);
    expect(ours.assessment().agencies?.contacts.rsl).toEqual({ ...noReply, reply: 'waiting', askedOn: '2026-11-21' });
    expect(limitsOf({ address: ADDRESS, assessment: ours.assessment() }).join('\n')).toMatch(/^No answer yet about the property: Linn Homes, Link Officer \(asked on 21 November 2026\)\.$/m);
  });

  it('is neither on record nor a file where the log cannot be written', async () => {
    const vault = ours.session.openVault();
    ours.session.vault = { ...vault, save: () => Promise.reject(new Error('The device is full.')) };
    await expect(ours.requests.make({ ...ASKING, questions: [...ASKING.questions] })).rejects.toThrow('full');
    expect(ours.assessment().propertyRequests ?? []).toEqual([]);
    expect(ours.assessment().agencies?.contacts.rsl).toBeUndefined();
  });
});

describe('a reply', () => {
  const made = () => ours.requests.make({ ...ASKING, questions: [...ASKING.questions] });

  it('waits for the officer’s word, then lands in the record as reported and in the landlord’s row, once', async () => {
    const { bytes } = await ours.answered(await made());
    const arrived = await ours.requests.read(bytes);
    if ('assessmentId' in arrived) throw new Error('It is of this record.');
    expect(ours.assessment().propertyRequests?.[0]).toMatchObject({ state: 'open', reply: null });
    await ours.requests.take(arrived.reply);
    expect(ours.open.stored?.docs.assessment.propertyRequests?.[0]).toMatchObject({ state: 'answered', reply: { answers: { type: 'flat', available: 'yes', building: 'Lift.' }, by: 'Housing officer', answeredOn: '2026-11-22', takenBy: 'Canary Officer' } });
    expect(ours.assessment().agencies?.contacts.rsl).toMatchObject({ reply: 'property', how: 'file', by: 'Housing officer', askedOn: '2026-11-21', answeredOn: '2026-11-21' });
    expect((await ours.acts()).map(({ event, act }) => `${event}: ${act}`)).toEqual(expect.arrayContaining(['consultation: reply of a landlord opened', 'alteration: reply of a landlord taken in', 'collection: reply of a landlord taken in']));
    await expect(ours.requests.read(bytes)).rejects.toThrow('a reply counts once');
    await expect(ours.requests.take(arrived.reply)).rejects.toThrow('a reply counts once');
  });

  it('does not take the place of what the landlord said of the person', async () => {
    const file = await made();
    const rows = ours.assessment().agencies;
    if (rows) rows.contacts.rsl = { ...noReply, reply: 'traceRelevant', what: 'A tenancy of 2024.', answeredOn: '2026-11-21', how: 'phone', by: 'Link Officer' };
    const arrived = await ours.requests.read((await ours.answered(file)).bytes);
    if (!('assessmentId' in arrived)) await ours.requests.take(arrived.reply);
    expect(ours.assessment().agencies?.contacts.rsl).toMatchObject({ reply: 'traceRelevant', how: 'phone' });
  });

  it('is refused after its day, after it was withdrawn, and at another office', async () => {
    const { bytes } = await ours.answered(await made());
    const [request] = ours.assessment().propertyRequests ?? [];
    ours.forward(15 * DAY);
    await expect(ours.requests.read(bytes)).rejects.toThrow('the day of this request has passed (5 December 2026)');
    ours.forward(-15 * DAY);
    await ours.requests.withdraw(request?.requestId ?? '');
    await expect(ours.requests.read(bytes)).rejects.toThrow('withdrawn');
    const theirs = await office();
    await theirs.begin('V-2');
    await expect(theirs.requests.read(bytes)).rejects.toThrow('sealed to another address');
  });

  it('leads to the record that asked, where another is open', async () => {
    const { bytes } = await ours.answered(await made());
    await ours.begin('V-3');
    expect(await ours.requests.read(bytes)).toEqual({ assessmentId: id });
    expect(CHECK_AGENCY_IDS.filter((agency) => ours.assessment().agencies?.contacts[agency]), 'nothing of it is in that one').toEqual([]);
  });
});
