import { groundsThatGo, partsOf, type PastFile, picked, type PickedSection, type ProfileId, PROFILES, sectionsOf, type Sent } from '@/record';
import { dayInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { useHandOver } from './handOver';
import { useSession } from './session';
import { type OnRecord, readRecord } from './workingCopy';

/** A record as one recipient would have it. */
export interface Preview {
  readonly reference: string;
  readonly rev: number;
  /** ISO instant of the last change put on record. */
  readonly asOf: string;
  readonly sections: readonly PickedSection[];
}

export interface ToSend {
  readonly act: 'share' | 'disclosure';
  readonly partnerId: string;
  readonly assessmentId: string;
  readonly profile: ProfileId;
  readonly purpose: string;
  /** For our log and book all of them; the file's head holds those of GROUNDS_THAT_GO. */
  readonly grounds: Readonly<Record<string, string>>;
  readonly source: string;
  readonly reliability: string;
  /** ISO date. */
  readonly expiresOn: string;
  /** The revision that the officer looked through: another is not sent. */
  readonly rev: number;
}

export interface Offered {
  readonly fileId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const asOf = ({ docs: { assessment: { history, startedAt } } }: OnRecord): string => history.at(-1)?.at ?? startedAt;

/** What leaves for other teams: sealed first, then on the log and in the book in one save, and only then given to the browser. */
export const useHandOverSend = defineStore('handOverSend', () => {
  const session = useSession();
  const handOver = useHandOver();

  async function found(assessmentId: string): Promise<OnRecord> {
    const record = await readRecord(session.openVault(), assessmentId);
    if (record === null) throw new Error('This assessment is not in the vault any more. Choose another.');
    return record;
  }

  async function preview(assessmentId: string, profile: ProfileId): Promise<Preview> {
    const record = await found(assessmentId);
    return { reference: record.docs.assessment.reference, rev: record.revs.assessment, asOf: asOf(record), sections: sectionsOf(picked(record.docs, PROFILES[profile])) };
  }

  function checkedPartner(partnerId: string) {
    const partner = handOver.book.partners.find((one) => one.partnerId === partnerId);
    if (!partner) throw new Error('This team is not among your partners any more. Nothing was sent.');
    if (partner.checked === null) throw new Error('Nothing is sent to this team before its six words were compared. Do that under ‘Partner teams’; a team that was removed is added by its address file again first.');
    return partner;
  }

  /** A team that was removed gets corrections and recalls, and no record. */
  function partnerInUse(partnerId: string) {
    const partner = checkedPartner(partnerId);
    if (partner.unusedSince !== undefined) throw new Error('This team was removed from your partners. Nothing was sent: add it by its address file again first.');
    return partner;
  }

  function us() {
    const { team, regime } = handOver.book.us;
    if (regime === null || team.trim() === '') throw new Error('Say first what your team is called, and under which law it holds its records (Hand-over, ‘Our address’).');
    return { team, regime };
  }

  async function send({ act, partnerId, assessmentId, profile, purpose, grounds, source, reliability, expiresOn, rev }: ToSend): Promise<Offered> {
    const vault = session.openVault();
    const [partner, sender, record] = [partnerInUse(partnerId), us(), await found(assessmentId)];
    if (record.revs.assessment !== rev) throw new Error('The record was saved since you looked it through. Nothing was sent: look it through again.');
    const sections = sectionsOf(picked(record.docs, PROFILES[profile]));
    const { person, address, assessment } = record.ids;
    // Without a field of the person, no id of the person: it would tie a landlord's addresses together.
    const ids = { assessment, address, ...(PROFILES[profile].fields.some((field) => field.startsWith('person.')) && { person }) };
    const file = await vault.sealHandOver({
      ...sender, kind: act, to: [{ team: partner.name, agency: partner.agency, address: partner.address }], grounds: groundsThatGo(grounds), purpose, profile, asOf: asOf(record), source, reliability, expiresOn, concerns: null, ids, parts: partsOf(sections),
    });
    const sent: Sent = {
      fileId: file.fileId, act, partnerId, team: partner.name, assessmentId, reference: record.docs.assessment.reference, rev, profile, purpose, grounds: { ...grounds }, asOf: asOf(record), expiresOn, ...handOver.stamp(), notices: [],
    };
    await handOver.change({ ...handOver.book, sent: [...handOver.book.sent, sent] }, {
      event: 'disclosure', act: act === 'share' ? 'record shared within MAPPA' : 'record disclosed to others', about: [{ table: 'assessment', id: assessmentId, rev }],
      detail: { recipient: `${partner.name} (${partner.agency})`, purpose, profile, file: file.fileId, ...grounds },
    });
    return file;
  }

  /** To whoever had the file, at the address that they have today; also of a record that is gone. What it said stays in the book while the record does. */
  async function sendNotice(sent: Sent | PastFile, kind: 'correction' | 'recall', what: string): Promise<Offered> {
    const [partner, sender, at] = [checkedPartner(sent.partnerId), us(), handOver.stamp()];
    const file = await session.openVault().sealHandOver({
      ...sender, kind, to: [{ team: partner.name, agency: partner.agency, address: partner.address }], grounds: {}, purpose: what, profile: null, asOf: at.at, source: '', reliability: '', expiresOn: NEVER, concerns: sent.fileId,
      // Whoever was asked for authority has no id of the record, and gets none now.
      ids: sent.assessmentId === null || ('act' in sent ? sent.act : sent.kind) === 'authorityRequest' ? {} : { assessment: sent.assessmentId }, parts: [],
    });
    const notice = { fileId: file.fileId, kind, what, ...at };
    const past = handOver.book.past.map((one) => (one.fileId === sent.fileId && kind === 'recall' ? { ...one, recalledOn: dayInScotland(at.at) } : one));
    await handOver.change({ ...handOver.book, past, sent: handOver.book.sent.map((one) => (one.fileId === sent.fileId ? { ...one, notices: [...one.notices, notice] } : one)) }, {
      event: 'disclosure', act: kind === 'correction' ? 'correction notice made' : 'recall notice made', about: sent.assessmentId === null ? handOver.noted('').about : [{ table: 'assessment', id: sent.assessmentId, rev: null }],
      detail: { recipient: `${partner.name} (${partner.agency})`, concerns: sent.fileId, file: file.fileId },
    });
    return file;
  }

  return { preview, send, sendNotice, partnerInUse, us };
});

/** A correction is due however late it comes. */
const NEVER = '9999-12-31';
