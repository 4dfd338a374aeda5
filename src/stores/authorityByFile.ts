import { type Assessment, type AuthorityAnswer, answerPart, clockSettings, openRequests, type Partner, REFUSALS, requestIn, requestPart, type Sent, signedText, wordsNow } from '@/record';
import { dayInScotland } from '@/terms';
import { type SecretRefused, sha256, type ToHandOver } from '@/vault';
import { defineStore } from 'pinia';
import { alteration, type Saving } from './alteration';
import { useAssessment } from './assessment';
import { type Proven, provenAnswer, withSignature } from './authorityAnswer';
import { signedBeside } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useHandOver } from './handOver';
import { useHandOverReceive, type Waiting } from './handOverReceive';
import { type Offered, useHandOverSend } from './handOverSend';
import { listedBeside } from './listedAnew';
import { useOffice } from './office';
import { draftsOfFile } from './recordDrafts';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { type OnRecord, readRecord } from './workingCopy';

/** What of a record is asked about, and how the log says it. */
const ABOUT = {
  decision: {
    purpose: 'A second officer’s authority for a departure from the standard.', asked: 'authority for a departure asked of another team',
    changed: 'The decision was changed after it was asked about, so this answer is not for its words as they stand. Nothing was changed: set the answer aside, and ask again from the conduct decision.',
    answered: { authorised: 'authority for a departure of another team given', notAuthorised: 'authority for a departure of another team not given' },
    done: { authorised: 'Authorised', notAuthorised: 'Not authorised' }, came: { authorised: 'authority', notAuthorised: 'refusal of authority' },
  },
  signOff: {
    purpose: 'The signature of the lead agency’s manager under the record.', asked: 'signature under the record asked of another team',
    changed: 'The record was changed, or signed anew, after it was asked about, so this signature is not for it as it stands. Nothing was changed: set the answer aside, and ask again from the sign-off.',
    answered: { authorised: 'record of another team signed', notAuthorised: 'record of another team not signed' },
    done: { authorised: 'Signed', notAuthorised: 'Not signed' }, came: { authorised: 'signature', notAuthorised: 'refusal to sign' },
  },
} as const;
const aboutOf = (signsOff: boolean) => ABOUT[signsOff ? 'signOff' : 'decision'];

export interface ToAsk {
  readonly partnerId: string;
  readonly assessmentId: string;
  /** What the officer read before it goes. */
  readonly text: string;
  /** The whole record, for the manager's signature; left out: the conduct decision. */
  readonly signsOff?: true;
  readonly grounds: Readonly<Record<string, string>>;
  /** ISO date. */
  readonly expiresOn: string;
}

/** An answer that waits, beside what it is about as it stands on record. */
export interface Standing extends Proven {
  readonly isAsItStands: boolean;
  /** About the whole record, not the conduct decision. */
  readonly signsOff: boolean;
  /** The officer who asked. */
  readonly askedByOfficer: string;
}

/** A second officer's authority from another team's vault: asked, answered there, and taken home, as files of the hand-over (docs/adr/0024). */
export const useAuthorityByFile = defineStore('authorityByFile', () => {
  const session = useSession();
  const handOver = useHandOver();
  const sends = useHandOverSend();
  const receives = useHandOverReceive();
  const clock = useClock();
  const calendar = useToday();
  const casework = useCasework();
  const standard = useStandard();
  const office = useOffice();
  const open = useAssessment();

  const digest = (text: string) => sha256(new TextEncoder().encode(text));
  const openFor = (assessmentId: string, signsOff = false): readonly Sent[] => openRequests(handOver.book).filter((one) => one.assessmentId === assessmentId && (one.signsOff ?? false) === signsOff);

  /** Whether the words are still those that were asked about. */
  const isAsAsked = async ({ asked, signsOff }: Sent, assessment: Pick<Assessment, 'reference' | 'conduct' | 'signed'>): Promise<boolean> => asked === await digest(wordsNow(assessment, signsOff) ?? '');

  const sealed = (kind: 'authorityRequest' | 'authorityAnswer', { name: team, agency, address }: Partner, what: Pick<ToHandOver, 'purpose' | 'grounds' | 'asOf' | 'expiresOn' | 'concerns' | 'parts'>) =>
    session.openVault().sealHandOver({ ...sends.us(), kind, to: [{ team, agency, address }], profile: null, source: '', reliability: '', ids: {}, ...what });

  /** What is on record goes: of it the decision alone, or all that the manager is to sign. Throws where the record says otherwise than the officer read. */
  async function ask({ partnerId, assessmentId, text, grounds, expiresOn, signsOff }: ToAsk): Promise<Offered> {
    const [partner, record, at] = [sends.partnerInUse(partnerId), await readRecord(session.openVault(), assessmentId), handOver.stamp()];
    if (record === null || wordsNow(record.docs.assessment, signsOff) !== text) throw new Error('What is on record is not what you read. Nothing was asked: read it again.');
    const about = aboutOf(signsOff === true);
    const [{ reference }, rev, asked] = [record.docs.assessment, record.revs.assessment, await digest(text)];
    const file = await sealed('authorityRequest', partner, { purpose: about.purpose, grounds: { ...grounds }, asOf: at.at, expiresOn, concerns: null, parts: [requestPart(text)] });
    const sent: Sent = { fileId: file.fileId, act: 'authorityRequest', partnerId, team: partner.name, assessmentId, reference, rev, profile: '', purpose: about.purpose, grounds: { ...grounds }, asOf: at.at, expiresOn, ...at, asked, ...(signsOff && { signsOff }), notices: [] };
    await handOver.change({ ...handOver.book, sent: [...handOver.book.sent, sent] }, {
      event: 'disclosure', act: about.asked, about: [{ table: 'assessment', id: assessmentId, rev }],
      detail: { recipient: `${partner.name} (${partner.agency})`, purpose: about.purpose, file: file.fileId, ...grounds },
    });
    return file;
  }

  function refuseIfNot({ manifest }: Waiting): void {
    const refusal = receives.refusalFor(manifest);
    if (refusal !== null) throw new Error(REFUSALS[refusal]);
  }

  /** In the other vault: the officer's own key over these words for this request, and the file that goes back. The reason goes with it, and stays in no book here. */
  async function answer(file: Waiting, given: { readonly answer: AuthorityAnswer; readonly reason: string; readonly passphrase: string }): Promise<SecretRefused | { readonly is: 'answered'; readonly file: Offered }> {
    refuseIfNot(file);
    const vault = session.openVault();
    const asked = requestIn(file.parts);
    const { manifest: { fileId: requestId, sender: { keys }, expiresOn }, received } = file;
    const partner = sends.partnerInUse(received.partnerId);
    if (asked === null) throw new Error('This file asks for nothing that Steading can show. Set it aside, and ask the team for another.');
    sends.us();
    const about = aboutOf(asked.signOff !== undefined);
    const isGiven = given.answer === 'authorised';
    const reason = isGiven && (asked.signOff?.leftOpen ?? []).length === 0 ? '' : given.reason.trim();
    const { name, role, agency } = vault.officer;
    const signed = await vault.signAnswer(signedText({ name, role, agency, text: asked.text, elsewhere: { askedBy: keys.vaultId, requestId }, reason, answer: given.answer }), given.passphrase);
    if (signed.is !== 'signed') return signed;
    const { at, signature } = signed.authority;
    const back = await sealed('authorityAnswer', partner, { purpose: about.purpose, grounds: {}, asOf: at, expiresOn, concerns: requestId, parts: [answerPart({ answer: given.answer, reason, at, signature, text: asked.text })] });
    const sent: Sent = {
      fileId: back.fileId, act: 'authorityAnswer', partnerId: partner.partnerId, team: partner.name, assessmentId: null, reference: asked.reference, rev: 0, profile: '', purpose: about.purpose, grounds: {}, asOf: at, expiresOn, ...handOver.stamp(), notices: [],
    };
    const done = `${about.done[given.answer]} by ${vault.officer.name}.`;
    const book = receives.settled(received, { state: 'taken', done });
    await handOver.change({ ...book, sent: [...book.sent, sent] }, handOver.noted(about.answered[given.answer], { recipient: `${partner.name} (${partner.agency})`, request: requestId, file: back.fileId }, 'disclosure'), [], draftsOfFile(requestId));
    return { is: 'answered', file: back };
  }

  /** null: what waits is no answer that holds, or its request is closed. */
  async function standing(file: Waiting): Promise<Standing | null> {
    const proven = await provenAnswer(session.openVault(), file, file.received.team);
    const sent = openRequests(handOver.book).find(({ fileId }) => fileId === file.manifest.concerns);
    if (proven === null || sent === undefined || file.record === null) return null;
    return { ...proven, isAsItStands: proven.text === wordsNow(file.record.docs.assessment, sent.signsOff), signsOff: sent.signsOff === true, askedByOfficer: sent.by };
  }

  /** The record as it is now, with no draft of it: a draft is laid whole over the record, and would take the authority away again. */
  async function recordWithoutDraft(assessmentId: string): Promise<OnRecord> {
    const vault = session.openVault();
    if (open.assessmentId === assessmentId) await open.close();
    if (await vault.readDraft(`assessment:${assessmentId}`) !== null) throw new Error('This assessment has a draft. The answer waits here: put the draft on record or give it up, then take the answer.');
    return (await readRecord(vault, assessmentId)) ?? Promise.reject(new Error('This assessment is not in the vault any more. Nothing was changed: set the answer aside.'));
  }

  function withAnswer(conduct: Assessment['conduct'], { answer: is, reason, at, signature, text, officer, elsewhere }: Proven, answerId: string): Assessment['conduct'] {
    const signed = { ...officer, at, signature, text, elsewhere: { ...elsewhere, officers: [...elsewhere.officers] } };
    return is === 'authorised'
      ? { ...conduct, authority: { by: 'key', ...signed }, authorisedBy: `${officer.name}, ${officer.role}`, authorisedOn: dayInScotland(at) }
      : { ...conduct, notAuthorised: [...(conduct.notAuthorised ?? []), { answerId, ...signed, reason }] };
  }

  async function alteredWith(record: OnRecord, assessment: Assessment, saving: Saving): Promise<Pick<ReturnType<typeof alteration>, 'writes' | 'note'>> {
    const { next, saved, writes, note } = alteration(record, { ...record.docs, assessment }, saving);
    return { writes: [...writes, ...await listedBeside(session.openVault(), record, next, saved, { today: saving.today, protocol: saving.standard.text.protocol })], note };
  }

  /** At home: an answer goes on record where the record still says what was signed; a refusal always. One save with the book and the log. Returns the assessment's id. */
  async function take(file: Waiting): Promise<string> {
    const vault = session.openVault();
    const { manifest: { fileId }, received } = file;
    const proven = await provenAnswer(vault, file, received.team);
    const sent = openRequests(handOver.book).find((one) => one.fileId === file.manifest.concerns);
    // A refusal that waited past its day, or whose officer left meanwhile, is a refusal still.
    if (proven?.answer !== 'notAuthorised') refuseIfNot(file);
    if (proven === null || !sent?.assessmentId) throw new Error('This answer does not hold any more. Set it aside, and ask again.');
    const { assessmentId, signsOff = false } = sent;
    const record = await recordWithoutDraft(assessmentId);
    const { assessment } = record.docs;
    const about = aboutOf(signsOff);
    if (proven.answer === 'authorised' && proven.text !== wordsNow(assessment, signsOff)) throw new Error(about.changed);
    const what = `${about.came[proven.answer]} received from ${received.team}`.slice(0, 450).concat(`, file ${fileId.slice(0, 8)}`);
    const now = await standard.now();
    const stamp = { what, at: clock.now().toISOString(), by: vault.officer.name, today: calendar.look() };
    const { writes, note } = signsOff
      ? signedBeside(record, withSignature(assessment, proven, fileId), { ...stamp, protocol: now.text.protocol })
      : await alteredWith(record, { ...assessment, conduct: withAnswer(assessment.conduct, proven, fileId) }, { ...stamp, standard: now, settings: clockSettings(office.office), amends: what });
    const done = `${about.done[proven.answer]} by ${proven.officer.name}; on record.`;
    await handOver.change(receives.settled(received, { state: 'taken', assessmentId, done }), { ...note, detail: { ...note.detail, team: received.team, file: fileId } }, writes, draftsOfFile(fileId));
    casework.refresh();
    return assessmentId;
  }

  return { openFor, isAsAsked, ask, answer, standing, take };
});
