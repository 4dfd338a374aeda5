import { answerIn, type CaseFile, type Compared, comparedWith, mergedWith, neighboursRule, newReference, openRequests, type Picked, profileIn, type PickedSection, type Received, type Refusal, refusalOf, REFUSALS, requestIn, type SectionChoice, SECTIONS, sectionsIn, withoutPastNeighbours, startAssessment, summaryOfAddress, summaryOfPerson, clockSettings, emptyAddress, emptyPerson, parseAddress, parsePerson } from '@/record';
import { type HandOver, type Manifest, type Part, RefusedHandOver, type Write } from '@/vault';
import { momentInWords } from '@/terms';
import { defineStore } from 'pinia';
import { alteration } from './alteration';
import { provenAnswer } from './authorityAnswer';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useHandOver } from './handOver';
import { listedBeside } from './listedAnew';
import { newId } from './newId';
import { useOffice } from './office';
import { DRAFT_OF, draftsOfFile } from './recordDrafts';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { DOC_NAMES, type Docs, type OnRecord, readRecord } from './workingCopy';

/** A file as it was opened, and whether it may wait here. */
export interface OpenedFile {
  readonly manifest: Manifest;
  /** null: it waits in quarantine now. */
  readonly refusal: Refusal | null;
  /** The sender's fingerprint, to be compared. */
  readonly words: string;
}

export interface ComparedSection extends PickedSection {
  readonly compared: readonly Compared[];
}

/** What waits in quarantine, beside our record. `sections` empty: a notice, a request for authority, or an answer to one. */
export interface Waiting {
  readonly manifest: Manifest;
  readonly received: Received;
  /** null: not in this vault yet. */
  readonly record: OnRecord | null;
  readonly sections: readonly ComparedSection[];
  readonly parts: readonly Part[];
  /** It held answers about nearby households that are past their day: they were taken out. */
  readonly neighboursPast: boolean;
}

/** Whether a file holds what its kind says, and nothing else. */
function isKnown({ manifest: { kind, concerns }, parts }: HandOver): boolean {
  if (kind === 'share' || kind === 'disclosure') return sectionsIn(parts) !== null;
  if (kind === 'blockProfile') return profileIn(parts) !== null;
  if (kind === 'authorityRequest') return concerns === null && requestIn(parts) !== null;
  return concerns !== null && (kind === 'authorityAnswer' ? answerIn(parts) !== null : parts.length === 0);
}

const isOfNeighbours = ({ id }: { readonly id: string }): boolean => id === 'neighbours';

/** What comes from other teams: quarantine first, then into the record by an officer's choice, section by section. */
export const useHandOverReceive = defineStore('handOverReceive', () => {
  const session = useSession();
  const handOver = useHandOver();
  const clock = useClock();
  const calendar = useToday();
  const casework = useCasework();
  const standard = useStandard();
  const office = useOffice();
  const assessments = useAssessment();

  /** Throws RefusedHandOver, in words. What may wait here is in quarantine when this resolves. */
  async function open(file: Uint8Array): Promise<OpenedFile> {
    const vault = session.openVault();
    const opened = await vault.openHandOver(file);
    const { manifest } = opened;
    if (!isKnown(opened)) {
      throw new RefusedHandOver('it holds something that this Steading does not know', 'Update Steading, then choose the file again; or ask the sender for a copy that your Steading reads.');
    }
    const refusal = refusalFor(manifest);
    if (refusal === null && manifest.kind === 'authorityAnswer' && (await provenAnswer(vault, opened, manifest.sender.team)) === null) {
      throw new RefusedHandOver('the answer in it is not signed, for this vault’s request, by the officer who sent it', 'Ask that team to answer again.');
    }
    if (refusal === null) await keep(opened);
    return { manifest, refusal, words: await vault.wordsOf(manifest.sender.keys) };
  }

  function refusalFor(manifest: Manifest): Refusal | null {
    const { vaultId, kind } = session.openVault();
    const { book: { partners, sent, received, past }, own } = handOver;
    return refusalOf(manifest, { vaultId, kind, addresses: own === null ? [] : [own.address, ...own.older], partners, sent, received, past }, calendar.look());
  }

  async function keep(opened: HandOver): Promise<void> {
    const { manifest: { fileId, kind, sender, concerns, asOf, expiresOn, ids } } = opened;
    const vault = session.openVault();
    // Listed first: what lies in quarantine is never more than what the book knows of, and goes with its record. A content that did not follow comes with the file again.
    if (handOver.book.received.some((one) => one.fileId === fileId)) {
      if (await vault.readDraft(DRAFT_OF.quarantine(fileId)) === null) await vault.saveDraft(DRAFT_OF.quarantine(fileId), await withoutPast(opened));
      return;
    }
    const partner = handOver.book.partners.find(({ vaultId }) => vaultId === sender.keys.vaultId);
    // An answer is about our own record, and goes with it.
    const recordId = kind === 'authorityAnswer' ? handOver.book.sent.find((one) => one.fileId === concerns)?.assessmentId : ids['assessment'];
    const received: Received = { fileId, kind, partnerId: partner?.partnerId ?? '', team: partner?.name ?? sender.team, concerns, asOf, expiresOn, ...handOver.stamp(), state: 'waiting', assessmentId: null, recordId: recordId ?? null, done: '' };
    await handOver.change({ ...handOver.book, received: [...handOver.book.received, received] }, handOver.noted('file of another team put in quarantine', { team: received.team, file: fileId }, 'collection'));
    await vault.saveDraft(DRAFT_OF.quarantine(fileId), await withoutPast(opened));
  }

  /** null: nothing of that id waits here. Reading it is a consultation, of our own record too that is shown beside it. */
  async function waiting(fileId: string): Promise<Waiting | null> {
    const received = handOver.book.received.find((one) => one.fileId === fileId && one.state === 'waiting');
    if (received) await dropPast(received);
    const opened = received ? await session.openVault().readDraft<HandOver>(DRAFT_OF.quarantine(fileId)) : null;
    if (!received || opened === null) return null;
    const { manifest, parts } = opened;
    const sections = sectionsIn(parts) ?? [];
    const neighboursPast = manifest.parts.some(({ name }) => isOfNeighbours({ id: name })) && !sections.some(isOfNeighbours);
    const record = await recordOf(manifest);
    const read = record === null ? [] : DOC_NAMES.filter((name) => record.revs[name] > 0).map((name) => ({ table: name, id: record.ids[name], rev: record.revs[name] }));
    await session.note({ event: 'consultation', act: 'file of another team opened', about: read, detail: { file: fileId } });
    const ours: CaseFile | null = record?.docs ?? null;
    return { manifest, received, record, parts, neighboursPast, sections: sections.map((section) => ({ ...section, compared: comparedWith(ours, section.value) })) };
  }

  const inTime = <T extends PickedSection>({ docs }: OnRecord, sections: readonly T[]): readonly T[] => withoutPastNeighbours(docs, sections, neighboursRule(office.office), calendar.look());

  /** What our record would hold past its clock does not come in, and does not wait either. */
  async function withoutPast(opened: HandOver): Promise<HandOver> {
    const sections = sectionsIn(opened.parts);
    if (sections === null || !sections.some(isOfNeighbours)) return opened;
    const left = inTime((await recordOf(opened.manifest)) ?? begun(opened.manifest.ids, null, null), sections);
    return left === sections ? opened : { ...opened, parts: opened.parts.filter((part) => !isOfNeighbours({ id: part.name })) };
  }

  async function dropPast({ fileId, kind, team }: Received): Promise<boolean> {
    const vault = session.openVault();
    const opened = kind === 'share' || kind === 'disclosure' ? await vault.readDraft<HandOver>(DRAFT_OF.quarantine(fileId)) : null;
    const left = opened && await withoutPast(opened);
    if (left === null || left === opened) return false;
    await vault.saveDraft(DRAFT_OF.quarantine(fileId), left);
    await session.note({ ...handOver.noted('answers about nearby households past their day taken out of quarantine', { team, file: fileId }), about: [] });
    return true;
  }

  /** Of everything that waits in quarantine. Returns from how many files something went. */
  async function dropPastNeighbours(): Promise<number> {
    await handOver.load();
    let files = 0;
    for (const one of handOver.book.received) if (one.state === 'waiting' && await dropPast(one)) files += 1;
    return files;
  }

  /** Ours of the same ids. Where the assessment is new here, the person or the address may still be known. null: none of them is. */
  async function recordOf({ ids, concerns }: Manifest): Promise<OnRecord | null> {
    const vault = session.openVault();
    const assessmentId = concerns === null ? ids['assessment'] : [...handOver.book.received, ...handOver.book.sent].find(({ fileId }) => fileId === concerns)?.assessmentId;
    const record = assessmentId ? await readRecord(vault, assessmentId) : null;
    if (record !== null || concerns !== null) return record;
    const [person, address] = await Promise.all([ids['person'] ? vault.read('person', ids['person']) : null, ids['address'] ? vault.read('address', ids['address']) : null]);
    return person === null && address === null ? null : begun(ids, person, address);
  }

  /** An assessment in which nothing is answered, of the sender's ids, over what we know of person and address. */
  function begun(ids: Manifest['ids'], person: { rev: number; value: unknown } | null, address: { rev: number; value: unknown } | null): OnRecord {
    const known = { person: ids['person'] ?? newId(), address: ids['address'] ?? newId(), assessment: ids['assessment'] ?? newId() };
    const assessment = startAssessment({ reference: '', personId: known.person, addressId: known.address, startedAt: clock.now().toISOString(), startedBy: session.openVault().officer.name });
    return {
      ids: known, revs: { person: person?.rev ?? 0, address: address?.rev ?? 0, assessment: 0 },
      docs: { person: person ? parsePerson(person.value) : structuredClone(emptyPerson), address: address ? parseAddress(address.value) : structuredClone(emptyAddress), assessment },
    };
  }

  /** Takes the chosen sections into the record: one save, with the source in the history and on the log. Returns the assessment's id. Throws RecordError where a value does not fit. */
  async function take(file: Waiting, choices: readonly SectionChoice[]): Promise<string> {
    const { manifest, received } = file;
    const vault = session.openVault();
    const refusal = refusalFor(manifest);
    if (refusal !== null) throw new RefusedHandOver(REFUSALS[refusal].replace(/\.$/u, ''), '');
    await assessments.close();
    const record = (await recordOf(manifest)) ?? begun(manifest.ids, null, null);
    const taken = inTime(record, file.sections.filter(({ id }) => choices.some((choice) => choice.id === id && choice.take)));
    if (record.docs.assessment.keeping?.shrunk) throw new RefusedHandOver('your record of this assessment was shrunk, and is not filled again', 'Leave the file, and say why.');
    const merged = withReference(mergedWith(record.docs, taken.map(({ value }): Picked => value)), record.docs);
    const what = `received from ${received.team}`.slice(0, 400).concat(`, file ${manifest.fileId.slice(0, 8)}, as of ${momentInWords(manifest.asOf)}`);
    const now = await standard.now();
    const today = calendar.look();
    const { next, saved, writes, note } = alteration(record, merged, { what, at: clock.now().toISOString(), by: vault.officer.name, today, standard: now, settings: clockSettings(office.office), amends: what });
    const isNew = record.revs.assessment === 0;
    const all: readonly Write[] = [...writes, ...firstWrites(record, next, writes)];
    const beside = isNew ? [] : await listedBeside(vault, record, next, saved, { today, protocol: now.text.protocol });
    const reasons = choices.filter(({ take: takes, reason }) => takes && reason.trim() !== '').map(({ id, reason }) => `${SECTIONS[id].label}: ${reason.trim()}`).join('; ');
    const replaced = choices.filter(({ take: takes, reason }) => takes && reason.trim() !== '').map(({ id }) => SECTIONS[id].label).join(', ');
    const sections = taken.map(({ id }) => SECTIONS[id].label).join(', ');
    const done = `Taken: ${sections}.${reasons === '' ? '' : ` Why theirs replaced ours: ${reasons}`}`;
    // The reasons go with the record, from the book: the log outlives it.
    const detail = { ...note.detail, team: received.team, file: manifest.fileId, sections, ...(replaced !== '' && { replaced }) };
    await handOver.change(settled(received, { state: 'taken', assessmentId: record.ids.assessment, done }), { ...note, event: isNew ? 'collection' : 'alteration', detail }, [...all, ...beside], draftsOfFile(manifest.fileId));
    casework.refresh();
    return record.ids.assessment;
  }

  /** A record that came without its reference gets one of ours. */
  function withReference(merged: Docs, { assessment }: Docs): Docs {
    const reference = merged.assessment.reference || assessment.reference || newReference((length) => crypto.getRandomValues(new Uint8Array(length)));
    return { ...merged, assessment: { ...merged.assessment, reference } };
  }

  /** Documents that are new here are written although nothing of them was taken: an assessment needs its person and its address. */
  function firstWrites({ ids, revs }: OnRecord, next: Docs, writes: readonly Write[]): readonly Write[] {
    return DOC_NAMES.filter((name) => revs[name] === 0 && !writes.some(({ table }) => table === name)).map((name): Write => ({
      table: name, id: ids[name], baseRev: 0, value: next[name], summary: name === 'person' ? summaryOfPerson(next.person) : summaryOfAddress(next.address),
    }));
  }

  const settled = ({ fileId }: Received, change: Partial<Received>) => ({ ...handOver.book, received: handOver.book.received.map((one) => (one.fileId === fileId ? { ...one, ...change } : one)) });

  /** Nothing of it goes into the record; `why` stays in the book. Of a notice: what was done about it. */
  async function leave({ received, record, parts, manifest: { concerns } }: Waiting, why: string): Promise<void> {
    if (answerIn(parts)?.answer === 'notAuthorised' && openRequests(handOver.book).some(({ fileId }) => fileId === concerns)) throw new Error('A refusal is put on record; it cannot be set aside.');
    const isNotice = received.kind === 'correction' || received.kind === 'recall';
    const note = handOver.noted(isNotice ? `${received.kind} notice of another team answered` : 'file of another team not taken', { team: received.team, file: received.fileId });
    const about = isNotice && record ? [...note.about, { table: 'assessment' as const, id: record.ids.assessment, rev: null }] : note.about;
    await handOver.change(settled(received, { state: isNotice ? 'taken' : 'left', done: why, assessmentId: record?.revs.assessment ? record.ids.assessment : null }), { ...note, about }, [], draftsOfFile(received.fileId));
  }

  return { open, waiting, refusalFor, settled, take, leave, dropPastNeighbours };
});
