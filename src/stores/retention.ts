import { type Assessment, changesBetween, copiesOut, type CopyOut, type DeletionDay, deletionDay, emptyAddress, emptyPerson, forgotten, type Forgotten, type Keeping, neighboursKept, neighboursRule, nothingOfKeeping, parseAssessment, type Retention, retentionOf, shrinkRecord, summaryOfAddress, summaryOfAssessment, summaryOfPerson, withChange, withoutNeighbours } from '@/record';
import { type Disposal, newCertificateNumber } from '@/report';
import type { Erased, LogNote, Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useHandOver } from './handOver';
import { useHandOverReceive } from './handOverReceive';
import { newId } from './newId';
import { useOffice } from './office';
import { usePhotos } from './photos';
import { DRAFT_OF, draftsOfRecord } from './recordDrafts';
import { useSession } from './session';
import { useToday } from './today';
import { type Draft, type OnRecord, readRecord } from './workingCopy';

/** Sealed notes of the comparison with the area pack: they name sites of each record in force. */
const COMPARED_DRAFT = 'surroundings';

/** What a repair of the vault told, with the references of what could not be restored (src/vault/copies.ts). */
const REPAIR_DRAFT = 'vault:repair';

const dayOf = ({ kept }: { readonly kept: DeletionDay }): string => (kept.is === 'waits' ? '9' : kept.day);
const soonestFirst = (a: { readonly kept: DeletionDay }, b: { readonly kept: DeletionDay }): number => dayOf(a).localeCompare(dayOf(b));

/** How long each record is kept by the office's rules, and what an officer decides about it. Nothing is ever deleted by itself. */
export const useRetention = defineStore('retention', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const open = useAssessment();
  const handOver = useHandOver();
  const receives = useHandOverReceive();
  const photoBooks = usePhotos();
  const clock = useClock();
  const calendar = useToday();

  /** Of the last disposal, until the next or a lock: to be saved or printed. */
  const certificate = shallowRef<Disposal | null>(null);
  const all = computed(() => casework.assessments.map((entry) => ({ ...entry, retention: retentionOf(entry.summary.keeping, entry.summary.state, office.office.retentionRules, calendar.day) })));
  const of = (...kinds: readonly Retention['is'][]) => all.value.filter(({ retention }) => kinds.includes(retention.is));
  const due = computed(() => of('due'));
  const uncounted = computed(() => of('uncounted'));
  const later = computed(() => of('kept', 'keptLonger', 'waits'));
  /** Complete records whose day of review has come. */
  const reviews = computed(() => casework.assessments.filter(({ summary }) => summary.state === 'complete' && !summary.keeping.shrunk && summary.reviewOn !== null && summary.reviewOn <= calendar.day));
  const neighboursOf = (keeping: (typeof casework.assessments)[number]['summary']['keeping']) => neighboursKept(keeping, neighboursRule(office.office), calendar.day);
  /** Records that hold answers about nearby households: those to be deleted first. */
  const neighbours = computed(() => casework.assessments.map(({ id, summary }) => ({ id, reference: summary.reference, kept: neighboursOf(summary.keeping) })).flatMap(({ kept, ...rest }) => (kept === null ? [] : [{ ...rest, kept }])).sort(soonestFirst));
  const neighboursDue = computed(() => neighbours.value.filter(({ kept }) => kept.is === 'due'));
  /** Records that hold photos, likewise; those of a record that is gone are due. */
  const photos = computed(() => [...casework.photos.keys()].map((id) => {
    const of = casework.assessments.find((one) => one.id === id)?.summary;
    return { id, reference: of?.reference ?? 'A record that is gone', kept: of === undefined ? { is: 'due', day: calendar.day } as const : deletionDay(of.keeping, photoBooks.rule, calendar.day) };
  }).sort(soonestFirst));
  const photosDue = computed(() => photos.value.filter(({ kept }) => kept.is === 'due'));
  const retentionOfRecord = (id: string) => all.value.find((entry) => entry.id === id)?.retention ?? null;

  /** Throws where the record is gone, or where somebody's draft of it is open here: that is put on record or given up first. */
  async function recordOf(id: string): Promise<OnRecord> {
    if (open.assessmentId === id && open.changed.length > 0) throw new Error('This record has a draft. Put it on record, or give it up, then decide about its keeping.');
    const record = await readRecord(session.openVault(), id);
    if (record === null) throw new Error('This record is not in the vault any more. Go back to the list.');
    return record;
  }

  /** What the task screens hold is read anew: it was changed behind them. */
  async function written(id: string): Promise<void> {
    casework.refresh();
    if (open.assessmentId !== id) return;
    await open.close();
    await open.open(id);
  }

  async function alter(id: string, what: string, change: (keeping: Keeping, by: { at: string; by: string }) => Keeping): Promise<void> {
    const { docs, revs } = await recordOf(id);
    const vault = session.openVault();
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const next = { ...docs.assessment, keeping: change(docs.assessment.keeping ?? nothingOfKeeping, stamp) };
    const fields = changesBetween(docs.assessment, next).map((one) => ({ ...one, path: `assessment.${one.path}` }));
    await put(id, revs.assessment, { ...docs, assessment: withChange(parseAssessment(next), { ...stamp, what }, fields) }, what);
  }

  async function put(id: string, baseRev: number, docs: OnRecord['docs'], what: string, beside: readonly Write[] = [], dropDrafts: readonly string[] = [], inBook: Forgotten | null = null, erased: readonly Erased[] = []): Promise<void> {
    const summary = summaryOfAssessment({ ...docs, today: calendar.look(), protocol: docs.assessment.asked?.standard.protocol ?? null });
    const writes: Write[] = [{ table: 'assessment', id, baseRev, value: docs.assessment, summary }, ...beside];
    const note: LogNote = { event: 'alteration', act: what, about: writes.map((one) => ({ table: one.table, id: one.id, rev: one.baseRev + 1 })), detail: {} };
    if (inBook !== null) await handOver.change(inBook.book, { ...note, about: [...note.about, ...handOver.noted(what).about] }, writes, dropDrafts, erased);
    else if (erased.length > 0) await session.openVault().erase(erased, [note], { writes, dropDrafts });
    else await session.openVault().save(writes, [note], dropDrafts);
    await written(id);
  }

  /** A backup brings back what is past its clock: it goes again at once, out of drafts and quarantine too, before any screen shows it. Returns from how many records and files; null: there was no restore. */
  async function afterRestore(): Promise<number | null> {
    const vault = session.openVault();
    if (vault.restoredAt() === null || vault.readOnly() !== null) return null;
    const due = neighboursDue.value.map(({ id }) => id);
    for (const id of due) {
      const draft = await vault.readDraft<Draft>(DRAFT_OF.assessment(id));
      if (draft?.assessment) await vault.saveDraft(DRAFT_OF.assessment(id), { ...draft, assessment: { baseRev: draft.assessment.baseRev + 1, value: withoutNeighbours(draft.assessment.value, stampNow()) } });
      await takeNeighboursOut(id);
    }
    const files = await receives.dropPastNeighbours();
    await vault.settleRestore({ event: 'alteration', act: 'what was past its clock deleted after a restore', about: [], detail: { records: String(due.length), files: String(files) } });
    return due.length + files;
  }

  /** Digest, harm 8: out of the record and out of what its history remembers; the entry says that, and not what. Throws where a draft would bring it back. */
  async function deleteNeighbours(id: string): Promise<void> {
    const { docs } = await recordOf(id);
    if (await session.openVault().readDraft(DRAFT_OF.assessment(id)) !== null) throw new Error(`${docs.assessment.reference} has a draft, which may hold the answers too. Put it on record, or give it up, then delete.`);
    await takeNeighboursOut(id);
    await receives.dropPastNeighbours();
  }

  const stampNow = () => ({ at: clock.now().toISOString(), by: session.openVault().officer.name });

  async function takeNeighboursOut(id: string): Promise<void> {
    const { docs, revs } = await recordOf(id);
    await put(id, revs.assessment, { ...docs, assessment: parseAssessment(withoutNeighbours(docs.assessment, stampNow())) }, 'answers about nearby households deleted', [], [DRAFT_OF.dealings(id)]);
  }

  /** The event that the rule counts from has come. `on`: ISO date. */
  const recordEvent = (id: string, on: string | null) => alter(id, 'day that retention counts from recorded', (keeping) => ({ ...keeping, eventOn: on }));

  /** `until`: ISO date ahead. */
  const keepLonger = (id: string, { until, why }: { until: string; why: string }) =>
    alter(id, 'kept longer', (keeping, stamp) => ({ ...keeping, keptLonger: [...keeping.keptLonger, { answerId: newId(), until, why: why.trim(), ...stamp }] }));

  /** Nobody else's record needs them any more. */
  function unshared({ ids }: OnRecord): { readonly person: boolean; readonly address: boolean } {
    const others = casework.assessments.filter((one) => one.id !== ids.assessment).map(({ summary }) => summary);
    return { person: others.every(({ personId }) => personId !== ids.person), address: others.every(({ addressId }) => addressId !== ids.address) };
  }

  /** By the book as it is before the record leaves it. */
  function draftsOf(ids: OnRecord['ids']): readonly string[] {
    const waiting = forgotten(handOver.book, ids.assessment, 'gone')?.quarantined ?? [];
    return [...draftsOfRecord(ids, [...copiesOut(handOver.book, ids.assessment).map(({ fileId }) => fileId), ...waiting]), COMPARED_DRAFT, REPAIR_DRAFT];
  }

  /** Who has had files of the record, and how much about it waits in quarantine: read anew, to be shown before it goes. */
  async function handedOver(id: string): Promise<{ readonly copies: readonly CopyOut[]; readonly waiting: number }> {
    await handOver.load();
    return { copies: copiesOut(handOver.book, id), waiting: forgotten(handOver.book, id, 'gone')?.quarantined.length ?? 0 };
  }

  /** After the record was pasted into ViSOR or MAPPS: reference, decision and days stay. A person or an address of other records stays whole. */
  async function shrink(id: string, given: { readonly why: string; readonly keptWhere: string }): Promise<void> {
    const record = await recordOf(id);
    const { docs, revs, ids } = record;
    const stamp = { at: clock.now().toISOString(), by: session.openVault().officer.name };
    const assessment: Assessment = parseAssessment(shrinkRecord({ ...docs, today: calendar.look(), protocol: docs.assessment.asked?.standard.protocol ?? null }, { ...stamp, why: given.why.trim(), keptWhere: given.keptWhere.trim() }));
    await handOver.load();
    const alone = unshared(record);
    const person = { ...emptyPerson, reference: docs.person.reference };
    const beside: Write[] = [
      ...(alone.person ? [{ table: 'person', id: ids.person, baseRev: revs.person, value: person, summary: summaryOfPerson(person) } as const] : []),
      ...(alone.address ? [{ table: 'address', id: ids.address, baseRev: revs.address, value: emptyAddress, summary: summaryOfAddress(emptyAddress) } as const] : []),
    ];
    await put(id, revs.assessment, { ...docs, assessment }, 'record shrunk', beside, draftsOf(ids), forgotten(handOver.book, id, 'shrunk'), photoBooks.rowsOf(id));
  }

  /** Takes the record off the vault, and the person and the address where no other record is about them. Keeps a certificate without content to be saved. `told`: the copies that the officer was shown; throws where there is another. */
  async function dispose(id: string, given: { readonly why: string; readonly decidedBy: string; readonly told?: readonly CopyOut[] }): Promise<void> {
    const record = await recordOf(id);
    const { copies } = await handedOver(id);
    if (!copies.every(({ fileId }) => given.told?.some((one) => one.fileId === fileId))) throw new Error('Other teams have had files of this record. Nothing was disposed of: look through who has a copy, then decide again.');
    const inBook = forgotten(handOver.book, id, 'gone');
    const { docs, revs, ids } = record;
    const vault = session.openVault();
    const alone = unshared(record);
    const erased: Erased[] = [
      { table: 'assessment', id, baseRev: revs.assessment },
      ...(alone.person ? [{ table: 'person', id: ids.person, baseRev: revs.person } as const] : []),
      ...(alone.address ? [{ table: 'address', id: ids.address, baseRev: revs.address } as const] : []),
    ];
    const photoRows = photoBooks.rowsOf(id);
    const photosTaken = photoBooks.held(id);
    const at = clock.now().toISOString();
    const number = newCertificateNumber((length) => crypto.getRandomValues(new Uint8Array(length)));
    const note: LogNote = { event: 'erasure', act: 'record disposed of', about: erased.map(({ table, id: erasedId, baseRev }) => ({ table, id: erasedId, rev: baseRev })), detail: { certificate: number } };
    const retention = retentionOfRecord(id);
    if (open.assessmentId === id) await open.close();
    const dropDrafts = draftsOf(ids);
    if (inBook === null) await vault.erase([...erased, ...photoRows], [note], { dropDrafts });
    else await handOver.change(inBook.book, { ...note, about: [...note.about, ...handOver.noted('').about] }, [], dropDrafts, [...erased, ...photoRows]);
    casework.refresh();
    certificate.value = {
      number, at, officer: vault.officer, vaultCode: vault.code, reference: docs.assessment.reference, rule: docs.assessment.review.retentionRule,
      since: retention?.is === 'due' ? retention.since : null, why: given.why.trim(), decidedBy: given.decidedBy.trim(), erased: erased.map(({ table }) => table), photos: photosTaken, copies, bookLines: inBook?.lines ?? 0, quarantined: inBook?.quarantined.length ?? 0,
      logHeadCode: await vault.logHeadCode(), lastBackupAt: vault.lastBackupAt(), newKeys: null, regime: office.office.regime ?? null,
    };
  }

  /** New keys were made after the disposal: the certificate says so, and no more than they do. */
  async function certifyNewKeys(): Promise<void> {
    const vault = session.openVault();
    if (certificate.value) certificate.value = { ...certificate.value, newKeys: { at: clock.now().toISOString(), epoch: vault.epoch(), logHeadCode: await vault.logHeadCode() } };
  }

  return { certificate, all, due, uncounted, later, reviews, neighbours, neighboursDue, deleteNeighbours, afterRestore, photos, photosDue, deletePhotos: (id: string) => photoBooks.remove(id), retentionOfRecord, recordEvent, keepLonger, handedOver, shrink, dispose, certifyNewKeys };
});
