import type { ToHandOver } from '@/vault';
import { authorityText, type Assessment, signedText } from '@/record';
import { asPlainText } from '@/report';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_CONDUCTED } from '../cases/caseFile';
import { PASSPHRASE } from '../vault/testDoor';
import { introduce, record, team, type Team } from './team';

const UNTIL = '2027-02-20';
let police: Team;
let council: Team;
let councilId: string;
let policeId: string;
let id: string;

/** A departure in which nothing but the authority is missing; every other free text of the record is a canary. */
function departure(assessment: Assessment): void {
  Object.assign(assessment, { trigger: { ...NOT_CONDUCTED.trigger, event: 'Canary event', note: 'Canary note' }, addressKind: 'livedIn', changes: NOT_CONDUCTED.changes, lastEra: NOT_CONDUCTED.lastEra, lastReview: NOT_CONDUCTED.lastReview });
  Object.assign(assessment.conduct, { ...NOT_CONDUCTED.conduct, authorisedBy: '', authorisedOn: null, reopenOn: '2027-09-01' });
  Object.assign(assessment.outcome, { decision: null, reasons: 'Canary reasons', conditions: 'Canary conditions', whoIsTold: 'Canary told' });
  assessment.review.why = 'Canary why';
  assessment.statements = [{ statementId: 's1', kind: 'reported', about: 'neighbour', text: 'Canary statement', source: 'Canary source', on: '2026-03-04' }];
}

async function stored(ours: Team): Promise<Assessment> {
  await ours.assessment.close();
  await ours.assessment.open(id);
  return ours.assessment.docs?.assessment ?? expect.fail('Nothing is open.');
}

async function ask(expiresOn = UNTIL, partnerId = councilId) {
  return police.byFile.ask({ partnerId, assessmentId: id, text: authorityText(await stored(police)), grounds: { duty: 'responsibleAuthority' }, expiresOn });
}

async function waits(ours: Team, { fileId, bytes }: { readonly fileId: string; readonly bytes: Uint8Array }) {
  expect(await ours.receives.open(bytes)).toMatchObject({ refusal: null });
  return (await ours.receives.waiting(fileId)) ?? expect.fail('Nothing waits.');
}

/** The council's answer as a file. */
async function answered(request: { readonly fileId: string; readonly bytes: Uint8Array }, answer: 'authorised' | 'notAuthorised' = 'authorised', reason = '') {
  const given = await council.byFile.answer(await waits(council, request), { answer, reason, passphrase: PASSPHRASE });
  return given.is === 'answered' ? given.file : expect.fail(given.is);
}

async function change(rationale: string): Promise<void> {
  const assessment = await stored(police);
  assessment.conduct.rationale = rationale;
  await police.assessment.commit('test');
}

async function printedConduct(): Promise<string> {
  await stored(police);
  await police.print.prepare();
  const document = police.print.document ?? expect.fail('nothing to print');
  return asPlainText({ ...document, sections: document.sections.filter((section) => section.id === 'conduct') });
}

beforeEach(async () => {
  police = await team('SOPU Kinlowrie', 'police', 'A. Bell');
  council = await team('Kinlowrie Council', 'solo', 'E. Fyfe');
  councilId = await introduce(police, council);
  policeId = await introduce(council, police);
  id = await record(police, departure);
});

describe('an authority from another team’s vault', () => {
  it('is asked, signed there by the officer’s own key, taken at home, printed with its team and checked again from the record alone', async () => {
    const request = await ask();
    expect((await police.acts()).at(-1)).toBe('disclosure: authority for a departure asked of another team');
    expect(police.handOver.book.sent).toMatchObject([{ act: 'authorityRequest', team: 'Kinlowrie Council', assessmentId: id, expiresOn: UNTIL }]);
    expect((await council.receives.open(request.bytes)).manifest.sender.team).toBe('SOPU Kinlowrie');
    const answer = await answered(request);
    expect((await council.acts()).slice(-3)).toEqual(['consultation: file of another team opened', 'alteration: an answer to another team signed', 'disclosure: authority for a departure of another team given']);
    expect(council.handOver.book).toMatchObject({ received: [{ kind: 'authorityRequest', state: 'taken', done: 'Authorised by E. Fyfe.' }], sent: [{ act: 'authorityAnswer', assessmentId: null, partnerId: policeId }] });
    expect(await council.session.openVault().readDraft(`hand-over:${request.fileId}`), 'nothing of the decision stays there').toBeNull();

    const waiting = await waits(police, answer);
    expect(await police.byFile.standing(waiting)).toMatchObject({ answer: 'authorised', isAsItStands: true, askedByOfficer: 'A. Bell', officer: { name: 'E. Fyfe' } });
    expect((await stored(police)).conduct.authority ?? null, 'nothing before it is taken').toBeNull();
    expect(await police.byFile.take(waiting)).toBe(id);
    const { conduct, history } = await stored(police);
    expect(conduct).toMatchObject({ authorisedBy: 'E. Fyfe, Justice social worker', authorisedOn: '2026-11-21', authority: { by: 'key', name: 'E. Fyfe', elsewhere: { team: 'Kinlowrie Council', words: council.handOver.own?.words, requestId: request.fileId } } });
    expect(police.assessment.taskState('conduct')?.missing).toEqual([]);
    expect(history.at(-1)?.what).toBe(`authority received from Kinlowrie Council, file ${answer.fileId.slice(0, 8)}`);
    expect((await police.acts()).at(-1)).toBe(`alteration: ${history.at(-1)?.what ?? ''}`);
    expect(police.byFile.openFor(id)).toEqual([]);

    // Whatever becomes of the partner.
    await police.handOver.forget(police.handOver.book.partners[0] ?? expect.fail('no partner'));
    const { authority } = conduct;
    if (authority?.by !== 'key') throw new Error('No key.');
    expect(await police.session.openVault().checkAuthority(authority, signedText(authority))).toBe(true);
    const print = await printedConduct();
    expect(print).toMatch(/by their own key, in another team’s vault: Kinlowrie Council: E\. Fyfe, Justice social worker, .* \[Fact/u);
    expect(print).toContain(`Six words of that team, compared before: ${council.handOver.own?.words ?? ''}`);
    expect(print).toContain('Signature, checked for this print: It holds');
  });

  it.each<[string, (authority: Signed) => unknown]>([
    ['another name', (one) => { one.name = 'A. Bell'; }],
    ['another decision', (one) => { one.text = one.text.replace('Nothing has changed', 'All has changed'); }],
    ['another time', (one) => { one.at = '2026-11-22T09:00:00.000Z'; }],
    ['another request', (one) => { one.elsewhere.requestId = 'f'.repeat(32); }],
    ['another asker', (one) => { one.elsewhere.askedBy = 'f'.repeat(32); }],
    ['other words', (one) => { one.elsewhere.words = 'acorn birch cable daisy eagle fern'; }],
    ['another vault', (one) => { one.elsewhere.vaultId = 'f'.repeat(32); }],
    ['nobody behind the officer', (one) => { one.elsewhere.officers = []; }],
    ['a refusal made of it', (one) => { one.reason = 'No.'; }],
  ])('holds no more in the record once it is changed there: %s', async (_, forge) => {
    await police.byFile.take(await waits(police, await answered(await ask())));
    const { authority } = (await stored(police)).conduct;
    const holds = (one: Signed) => police.session.openVault().checkAuthority(one, signedText(one));
    const copy = () => JSON.parse(JSON.stringify(authority)) as Signed;
    expect(await holds(copy())).toBe(true);
    const forged = copy();
    forge(forged);
    expect(await holds(forged)).toBe(false);
  });

  it('shows in print where it does not hold', async () => {
    await police.byFile.take(await waits(police, await answered(await ask())));
    const assessment = await stored(police);
    if (assessment.conduct.authority?.by !== 'key') throw new Error('No key.');
    assessment.conduct.authority.name = 'Somebody else';
    await police.assessment.commit('test');
    expect(await printedConduct()).toContain('It does NOT hold');
  });

  it('is asked with the decision’s own words, the reference and our name, and nothing else of the record', async () => {
    const assessment = await stored(police);
    const request = await ask();
    const { manifest, parts } = await council.session.openVault().openHandOver(request.bytes);
    expect(parts).toEqual([{ name: 'request', fields: 1, value: { text: authorityText(assessment) } }]);
    const { sender, to, parts: listed, fileId, madeAt } = manifest;
    expect(manifest).toEqual({ sender, to, parts: listed, fileId, madeAt, format: 1, kind: 'authorityRequest', grounds: { duty: 'responsibleAuthority' }, purpose: 'A second officer’s authority for a departure from the standard.', profile: null, asOf: expect.stringMatching(/^2026-11-21T/u) as string, source: '', reliability: '', expiresOn: UNTIL, concerns: null, ids: {} });
    expect(sender.team).toBe('SOPU Kinlowrie');
    const whole = JSON.stringify({ manifest, parts });
    expect(JSON.stringify(await police.session.openVault().read('assessment', id))).toContain('Canary statement');
    for (const other of ['anary', 'V-1002', '3 Linn Street', id, assessment.personId, assessment.addressId, '2026-02-27']) expect(whole, other).not.toContain(other);
    // Nor does a recall of it tell more.
    const recall = await police.sends.sendNotice(police.handOver.book.sent[0] ?? expect.fail('not in the book'), 'recall', 'Not needed.');
    expect((await council.session.openVault().openHandOver(recall.bytes)).manifest.ids).toEqual({});
  });
});

type Signed = Parameters<typeof signedText>[0] & { name: string; text: string; at: string; officerId: string; signature: string; reason?: string; elsewhere: { requestId: string; askedBy: string; words: string; vaultId: string; address: string; team: string; officers: [] } };

describe('whoever is asked and does not authorise it', () => {
  it('is kept in the record, with the reason, and the departure still lacks authority', async () => {
    const answer = await answered(await ask(), 'notAuthorised', 'The ERA of last year was of another flat.');
    expect((await council.acts()).at(-1)).toBe('disclosure: authority for a departure of another team not given');
    expect(JSON.stringify([council.handOver.book, await council.session.openVault().readLog()]), 'the reason goes to the asker alone').not.toContain('another flat');
    const waiting = await waits(police, answer);
    await expect(police.receives.leave(waiting, 'Nobody need know.')).rejects.toThrow('cannot be set aside');
    await police.byFile.take(waiting);
    const { conduct } = await stored(police);
    expect(conduct.authority ?? null).toBeNull();
    expect(conduct.notAuthorised).toMatchObject([{ name: 'E. Fyfe', reason: 'The ERA of last year was of another flat.', elsewhere: { team: 'Kinlowrie Council' } }]);
    expect(police.assessment.taskState('conduct')?.missing.map(({ field }) => field)).toEqual(['conduct.authority']);
    const print = await printedConduct();
    expect(print).toContain('The departure lacks authority.');
    expect(print).toMatch(/Not authorised by a second officer, by their own key, in another team’s vault: Kinlowrie Council: E\. Fyfe[\s\S]*It holds[\s\S]*Why it was not authorised: The ERA of last year/u);
    expect((await police.acts()).at(-1)).toMatch(/^alteration: refusal of authority received from Kinlowrie Council/u);
  });

  it('stays on record beside an authority that comes later, and one of an earlier wording says so', async () => {
    const refusal = await answered(await ask(), 'notAuthorised', 'Too short.');
    await change('Longer reasons.');
    await police.byFile.take(await waits(police, refusal));
    await police.byFile.take(await waits(police, await answered(await ask())));
    const print = await printedConduct();
    expect(print).toContain('Signature, checked for this print: It holds');
    expect(print).toContain('What was asked about: An earlier wording of the decision');
    expect(print).not.toContain('The departure lacks authority.');
  });
});

describe('a decision that was changed after it was asked about', () => {
  it('is not authorised by the answer: it says so, and the request ends when the answer is set aside', async () => {
    const request = await ask();
    const [sent] = police.byFile.openFor(id);
    if (!sent) throw new Error('No request.');
    expect(await police.byFile.isAsAsked(sent, await stored(police))).toBe(true);
    const answer = await answered(request);
    await change('Other words.');
    expect(await police.byFile.isAsAsked(sent, await stored(police))).toBe(false);
    const waiting = await waits(police, answer);
    expect(await police.byFile.standing(waiting)).toMatchObject({ isAsItStands: false });
    await expect(police.byFile.take(waiting)).rejects.toThrow('changed after it was asked about');
    expect((await stored(police)).conduct.authority ?? null).toBeNull();
    await police.receives.leave(waiting, 'Other words now.');
    expect(police.byFile.openFor(id)).toEqual([]);
    expect(await police.receives.open(answer.bytes)).toMatchObject({ refusal: 'replayed' });
  });

  it('is, once the change is taken back (the rule before, the other way round)', async () => {
    const answer = await answered(await ask());
    await change('Other words.');
    await change(NOT_CONDUCTED.conduct.rationale);
    await police.byFile.take(await waits(police, answer));
    expect((await stored(police)).conduct.authority?.by).toBe('key');
  });

  it('may be a draft: the answer waits until that is on record or given up, and the draft is kept', async () => {
    const answer = await answered(await ask());
    (await stored(police)).review.why = 'A draft.';
    await police.assessment.flush();
    const waiting = await waits(police, answer);
    await expect(police.byFile.take(waiting)).rejects.toThrow('has a draft');
    await police.assessment.open(id);
    expect(police.assessment.docs?.assessment.review.why).toBe('A draft.');
    await police.assessment.commit('test');
    await police.byFile.take(waiting);
    expect((await stored(police)).conduct.authority?.by).toBe('key');
    expect((await stored(police)).review.why).toBe('A draft.');
  });
});

describe('no request leaves', () => {
  it('to a team whose words were not compared, of words that are not on record, or unlogged', async () => {
    const text = authorityText(await stored(police));
    const request = { partnerId: councilId, assessmentId: id, text, grounds: {}, expiresOn: UNTIL };
    await expect(police.byFile.ask({ ...request, text: text.replace('Nothing', 'Something') })).rejects.toThrow('read it again');
    const vault = police.session.openVault();
    police.session.vault = { ...vault, save: () => Promise.reject(new Error('The device is full.')) };
    await expect(police.byFile.ask(request)).rejects.toThrow('full');
    police.session.vault = vault;
    await police.handOver.forget(police.handOver.book.partners[0] ?? expect.fail('no partner'));
    const { partnerId } = await police.handOver.learnFromCard((await council.handOver.card()).bytes);
    await expect(police.byFile.ask({ ...request, partnerId })).rejects.toThrow('six words');
    expect(police.handOver.book.sent).toEqual([]);
  });
});

describe('no answer leaves', () => {
  it('without the officer’s own passphrase, typed anew: a wrong one is on the log, and the request waits on', async () => {
    const file = await waits(council, await ask());
    expect(await council.byFile.answer(file, { answer: 'authorised', reason: '', passphrase: 'somebody else’s passphrase' })).toMatchObject({ is: 'wrong', freeTriesLeft: 4 });
    expect((await council.acts()).at(-1)).toBe('consultation: passphrase for an answer to another team refused');
    expect(council.handOver.book).toMatchObject({ sent: [], received: [{ state: 'waiting' }] });
  });

  it('to a request whose day has passed, or twice', async () => {
    const file = await waits(council, await ask('2026-11-21'));
    council.forward(86_400_000);
    await expect(council.byFile.answer(file, { answer: 'authorised', reason: '', passphrase: PASSPHRASE })).rejects.toThrow('Its day has passed');
    const again = await waits(council, await ask());
    await council.byFile.answer(again, { answer: 'authorised', reason: '', passphrase: PASSPHRASE });
    await expect(council.byFile.answer(again, { answer: 'notAuthorised', reason: 'No.', passphrase: PASSPHRASE })).rejects.toThrow('counts once');
  });
});

describe('an answer is not taken', () => {
  /** A file that the council seals, made otherwise than its Steading would. */
  async function forged(by: Team, change: Partial<ToHandOver>) {
    const { address } = police.handOver.own ?? expect.fail('no address');
    return by.session.openVault().sealHandOver({
      team: 'x', regime: 'part3', kind: 'authorityAnswer', to: [{ team: 'x', agency: 'y', address }], grounds: {}, purpose: '', profile: null, asOf: '2026-11-21T14:05:00.000Z', source: '', reliability: '', expiresOn: UNTIL, concerns: null, ids: {}, parts: [], ...change,
    });
  }
  const partsOf = async (ours: Team, bytes: Uint8Array) => (await ours.session.openVault().openHandOver(bytes)).parts;

  it('from a team that was not asked, though it signs well', async () => {
    const request = await ask();
    const third = await team('Third Team', 'solo', 'G. Hay');
    await introduce(police, third);
    const text = authorityText(await stored(police));
    const signing = { name: 'G. Hay', role: third.session.openVault().officer.role, agency: 'solo', text, elsewhere: { askedBy: police.session.openVault().vaultId, requestId: request.fileId } };
    const signed = await third.session.openVault().signAnswer(signedText(signing), PASSPHRASE);
    if (signed.is !== 'signed') throw new Error(signed.is);
    const { at, signature } = signed.authority;
    const file = await forged(third, { concerns: request.fileId, parts: [{ name: 'answer', fields: 1, value: { answer: 'authorised', reason: '', at, signature, text } }] });
    expect(await police.receives.open(file.bytes)).toMatchObject({ refusal: 'notAsked' });
  });

  it('twice, nor a second one to the same request, nor one to a request that was recalled or whose record is gone', async () => {
    const request = await ask();
    const answer = await answered(request);
    const again = await forged(council, { concerns: request.fileId, parts: await partsOf(council, answer.bytes) });
    const [first, second] = [await waits(police, answer), await waits(police, again)];
    await police.byFile.take(first);
    expect(await police.byFile.standing(second)).toBeNull();
    await expect(police.byFile.take(second)).rejects.toThrow('no longer waits');
    expect(await police.receives.open(answer.bytes)).toMatchObject({ refusal: 'replayed' });
    expect(await police.receives.open(again.bytes)).toMatchObject({ refusal: 'notAsked' });

    const recalled = await ask();
    const late = await answered(recalled);
    await police.sends.sendNotice(police.handOver.book.sent.at(-1) ?? expect.fail('not in the book'), 'recall', 'Not needed.');
    expect(await police.receives.open(late.bytes)).toMatchObject({ refusal: 'notAsked' });

    const last = await answered(await ask());
    const waiting = await waits(police, last);
    await police.assessment.close();
    await police.retention.dispose(id, { why: 'Its time is over.', decidedBy: 'A. Fyfe', told: (await police.retention.handedOver(id)).copies });
    expect(await police.receives.waiting(last.fileId), 'it went with the record').toBeNull();
    await expect(police.byFile.take(waiting)).rejects.toThrow();
    expect(await police.receives.open(last.bytes)).toMatchObject({ refusal: 'replayed' });
  });

  it('past its day, but for a refusal that waited', async () => {
    const [answer, refusal] = [await answered(await ask('2026-11-21')), await answered(await ask('2026-11-21'), 'notAuthorised', 'No.')];
    const [given, refused] = [await waits(police, answer), await waits(police, refusal)];
    police.forward(86_400_000);
    expect(await police.receives.open(answer.bytes)).toMatchObject({ refusal: 'expired' });
    await expect(police.byFile.take(given)).rejects.toThrow('Its day has passed');
    await police.byFile.take(refused);
    expect((await stored(police)).conduct.notAuthorised).toHaveLength(1);
  });

  it.each<[string, (value: Record<string, unknown>) => Record<string, unknown>, string]>([
    ['made out of a refusal', (value) => ({ ...value, answer: 'authorised', reason: '' }), 'not signed'],
    ['with another reason', (value) => ({ ...value, reason: 'Because.' }), 'not signed'],
    ['over other words', (value) => ({ ...value, text: String(value['text']).replace('Nothing has', 'All has') }), 'not signed'],
    ['with another signature', (value) => ({ ...value, signature: 'A'.repeat(86).concat('==') }), 'not signed'],
    ['with words that no screen shows', (value) => ({ ...value, text: `${String(value['text'])} ` }), 'does not know'],
    ['with more in it', (value) => ({ ...value, more: 1 }), 'does not know'],
  ])('%s, though the file itself is signed', async (_, forge, why) => {
    const request = await ask();
    const [part] = await partsOf(council, (await answered(request, 'notAuthorised', 'No.')).bytes);
    const file = await forged(council, { concerns: request.fileId, parts: [{ name: 'answer', fields: 1, value: forge(part?.value as Record<string, unknown>) }] });
    await expect(police.receives.open(file.bytes)).rejects.toThrow(why);
    const same = await forged(council, { concerns: request.fileId, parts: part ? [part] : [] });
    await expect(police.receives.open(same.bytes), 'the control').resolves.toMatchObject({ refusal: null });
  });

  it('that was signed for another request, or for another asker', async () => {
    const [one, other] = [await ask(), await ask()];
    const parts = await partsOf(council, (await answered(one)).bytes);
    const file = await forged(council, { concerns: other.fileId, parts });
    await expect(police.receives.open(file.bytes)).rejects.toThrow('not signed');
  });
});

describe('a request is not taken', () => {
  it.each<[string, (text: string) => unknown]>([
    ['that holds more than the decision', (text) => ({ text, person: 'V-1002' })],
    ['whose text is not one that a screen shows whole', (text) => ({ text: text.replace('[', '[ ') })],
    ['of some other text', () => ({ text: 'Sign this.' })],
  ])('%s', async (_, value) => {
    const { address } = council.handOver.own ?? expect.fail('no address');
    const text = authorityText(await stored(police));
    const seal = (held: unknown) => police.session.openVault().sealHandOver({
      team: 'x', regime: 'part3', kind: 'authorityRequest', to: [{ team: 'x', agency: 'y', address }], grounds: {}, purpose: '', profile: null, asOf: '2026-11-21T14:05:00.000Z', source: '', reliability: '', expiresOn: UNTIL, concerns: null, ids: {}, parts: [{ name: 'request', fields: 1, value: held }],
    });
    await expect(council.receives.open((await seal(value(text))).bytes)).rejects.toThrow('does not know');
    await expect(council.receives.open((await seal({ text })).bytes), 'the control').resolves.toMatchObject({ refusal: null });
  });
});
