import { type Assessment, type AuthorityAnswer, answerPart, authorityText, clockSettings, openRequests, type Partner, REFUSALS, requestIn, requestPart, type Sent, signedText } from '@/record';
import { dayInScotland } from '@/terms';
import { type SecretRefused, sha256, type ToHandOver } from '@/vault';
import { defineStore } from 'pinia';
import { alteration } from './alteration';
import { useAssessment } from './assessment';
import { type Proven, provenAnswer } from './authorityAnswer';
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

const PURPOSE = 'A second officer’s authority for a departure from the standard.';
const CHANGED = 'The decision was changed after it was asked about, so this answer is not for its words as they stand. Nothing was changed: set the answer aside, and ask again from the conduct decision.';

export interface ToAsk {
  readonly partnerId: string;
  readonly assessmentId: string;
  /** What the officer read before it goes. */
  readonly text: string;
  readonly grounds: Readonly<Record<string, string>>;
  /** ISO date. */
  readonly expiresOn: string;
}

/** An answer that waits, beside the decision as it stands on record. */
export interface Standing extends Proven {
  readonly isAsItStands: boolean;
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
  const openFor = (assessmentId: string): readonly Sent[] => openRequests(handOver.book).filter((one) => one.assessmentId === assessmentId);

  /** Whether the decision is still the one that was asked about. */
  const isAsAsked = async ({ asked }: Sent, assessment: Pick<Assessment, 'reference' | 'conduct'>): Promise<boolean> => asked === await digest(authorityText(assessment));

  const sealed = (kind: 'authorityRequest' | 'authorityAnswer', { name: team, agency, address }: Partner, what: Pick<ToHandOver, 'grounds' | 'asOf' | 'expiresOn' | 'concerns' | 'parts'>) =>
    session.openVault().sealHandOver({ ...sends.us(), kind, to: [{ team, agency, address }], purpose: PURPOSE, profile: null, source: '', reliability: '', ids: {}, ...what });

  /** What is on record goes, and of it the decision alone. Throws where the record says otherwise than the officer read. */
  async function ask({ partnerId, assessmentId, text, grounds, expiresOn }: ToAsk): Promise<Offered> {
    const [partner, record, at] = [sends.partnerInUse(partnerId), await readRecord(session.openVault(), assessmentId), handOver.stamp()];
    if (record === null || authorityText(record.docs.assessment) !== text) throw new Error('The decision on record is not the one that you read. Nothing was asked: read it again.');
    const [{ reference }, rev, asked] = [record.docs.assessment, record.revs.assessment, await digest(text)];
    const file = await sealed('authorityRequest', partner, { grounds: { ...grounds }, asOf: at.at, expiresOn, concerns: null, parts: [requestPart(text)] });
    const sent: Sent = { fileId: file.fileId, act: 'authorityRequest', partnerId, team: partner.name, assessmentId, reference, rev, profile: '', purpose: PURPOSE, grounds: { ...grounds }, asOf: at.at, expiresOn, ...at, asked, notices: [] };
    await handOver.change({ ...handOver.book, sent: [...handOver.book.sent, sent] }, {
      event: 'disclosure', act: 'authority for a departure asked of another team', about: [{ table: 'assessment', id: assessmentId, rev }],
      detail: { recipient: `${partner.name} (${partner.agency})`, purpose: PURPOSE, file: file.fileId, ...grounds },
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
    const isGiven = given.answer === 'authorised';
    const reason = isGiven ? '' : given.reason.trim();
    const { name, role, agency } = vault.officer;
    const signed = await vault.signAnswer(signedText({ name, role, agency, text: asked.text, elsewhere: { askedBy: keys.vaultId, requestId }, ...(!isGiven && { reason }) }), given.passphrase);
    if (signed.is !== 'signed') return signed;
    const { at, signature } = signed.authority;
    const back = await sealed('authorityAnswer', partner, { grounds: {}, asOf: at, expiresOn, concerns: requestId, parts: [answerPart({ answer: given.answer, reason, at, signature, text: asked.text })] });
    const sent: Sent = {
      fileId: back.fileId, act: 'authorityAnswer', partnerId: partner.partnerId, team: partner.name, assessmentId: null, reference: asked.reference, rev: 0, profile: '', purpose: PURPOSE, grounds: {}, asOf: at, expiresOn, ...handOver.stamp(), notices: [],
    };
    const done = `${isGiven ? 'Authorised' : 'Not authorised'} by ${vault.officer.name}.`;
    const book = receives.settled(received, { state: 'taken', done });
    await handOver.change({ ...book, sent: [...book.sent, sent] }, handOver.noted(`authority for a departure of another team ${isGiven ? 'given' : 'not given'}`, { recipient: `${partner.name} (${partner.agency})`, request: requestId, file: back.fileId }, 'disclosure'), [], draftsOfFile(requestId));
    return { is: 'answered', file: back };
  }

  /** null: what waits is no answer that holds, or its request is closed. */
  async function standing(file: Waiting): Promise<Standing | null> {
    const proven = await provenAnswer(session.openVault(), file, file.received.team);
    const sent = openRequests(handOver.book).find(({ fileId }) => fileId === file.manifest.concerns);
    if (proven === null || sent === undefined || file.record === null) return null;
    return { ...proven, isAsItStands: proven.text === authorityText(file.record.docs.assessment), askedByOfficer: sent.by };
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

  /** At home: an authority goes on record where the decision still says what was signed; a refusal always. One save with the book and the log. Returns the assessment's id. */
  async function take(file: Waiting): Promise<string> {
    const vault = session.openVault();
    const { manifest: { fileId }, received } = file;
    const proven = await provenAnswer(vault, file, received.team);
    const assessmentId = openRequests(handOver.book).find((one) => one.fileId === file.manifest.concerns)?.assessmentId;
    // A refusal that waited past its day, or whose officer left meanwhile, is a refusal still.
    if (proven?.answer !== 'notAuthorised') refuseIfNot(file);
    if (proven === null || !assessmentId) throw new Error('This answer does not hold any more. Set it aside, and ask again.');
    const record = await recordWithoutDraft(assessmentId);
    const { assessment } = record.docs;
    if (proven.answer === 'authorised' && proven.text !== authorityText(assessment)) throw new Error(CHANGED);
    const isGiven = proven.answer === 'authorised';
    const what = `${isGiven ? 'authority' : 'refusal of authority'} received from ${received.team}`.slice(0, 450).concat(`, file ${fileId.slice(0, 8)}`);
    const now = await standard.now();
    const today = calendar.look();
    const merged = { ...record.docs, assessment: { ...assessment, conduct: withAnswer(assessment.conduct, proven, fileId) } };
    const { next, saved, writes, note } = alteration(record, merged, { what, at: clock.now().toISOString(), by: vault.officer.name, today, standard: now, settings: clockSettings(office.office) });
    const beside = await listedBeside(vault, record, next, saved, { today, protocol: now.text.protocol });
    const done = `${isGiven ? 'Authorised' : 'Not authorised'} by ${proven.officer.name}; on record.`;
    await handOver.change(receives.settled(received, { state: 'taken', assessmentId, done }), { ...note, detail: { ...note.detail, team: received.team, file: fileId } }, [...writes, ...beside], draftsOfFile(fileId));
    casework.refresh();
    return assessmentId;
  }

  return { openFor, isAsAsked, ask, answer, standing, take };
});
