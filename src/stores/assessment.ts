import { clockSettings, RecordError, surroundingsFrom } from '@/record';
import { calendarFile as calendarFileOf } from '@/report';
import { nearby } from '@/geo';
import { errorMetresOf } from '@/terms';
import { type LogNote, StaleRevision } from '@/vault';
import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef, watch } from 'vue';
import { alteration } from './alteration';
import { answersOf } from './answers';
import { autosave } from './autosave';
import { useCasework } from './casework';
import { useClock } from './clock';
import { listedBeside } from './listedAnew';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { changedDocs, DOC_NAMES, type DocName, type Docs, type Draft, draftOf, type OnRecord, readRecord, resume, settle, workingCopy } from './workingCopy';

type SaveState = 'saved' | 'saving' | 'notSaved' | 'failed';

/** The assessment that is open: what is stored, the working copy, and the way between them. */
export const useAssessment = defineStore('assessment', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const packs = usePacks();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();

  const assessmentId = ref<string | null>(null);
  const docs = ref<Docs | null>(null);
  const saveState = ref<SaveState>('saved');
  const savedAt = ref<string | null>(null);
  const saveFailure = ref<string | null>(null);
  const draftResumed = ref(false);
  /** The revisions from which a draft was begun, where somebody saved since. */
  const begun = shallowRef<Partial<Record<DocName, number>>>({});
  const changedElsewhere = computed<readonly DocName[]>(() => DOC_NAMES.filter((name) => name in begun.value));
  const stored = shallowRef<OnRecord | null>(null);

  const saving = autosave(flush);
  let draftOnDisk = false;
  let queue: Promise<unknown> = Promise.resolve();

  const draftId = computed(() => `assessment:${assessmentId.value ?? ''}`);
  const today = computed(() => calendar.day);
  const changed = computed<readonly DocName[]>(() => docs.value && stored.value ? changedDocs(stored.value, docs.value) : []);
  const answers = answersOf({
    docs, stored, changed, today, office: computed(() => office.office), standard: computed(() => ({ id: standard.id, text: standard.text })),
  });

  /** One after the other: no draft lands behind the save that drops it, and the assessment asked for last is the one that is open. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** Opens an assessment, with the draft that a lock or a crash left. false: there is no such assessment. */
  function open(id: string): Promise<boolean> {
    return inTurn(async () => {
      calendar.look();
      if (assessmentId.value === id && docs.value !== null) return true;
      await closeNow();
      const vault = session.openVault();
      const record = await readRecord(vault, id);
      if (record === null) return false;
      const draft = await vault.readDraft<Draft>(`assessment:${id}`);
      lay(record, draft ?? {});
      assessmentId.value = id;
      draftOnDisk = draft !== null;
      draftResumed.value = draft !== null;
      saveState.value = 'saved';
      savedAt.value = null;
      return true;
    });
  }

  function lay(record: OnRecord, draft: Draft): void {
    const laid = resume(record, draft);
    stored.value = record;
    docs.value = laid.docs;
    begun.value = laid.begun;
  }

  /** Seals the working copy now, if there is anything that is not on disk. */
  async function flush(): Promise<void> {
    saving.cancel();
    await inTurn(writeDraft);
  }

  async function writeDraft(): Promise<void> {
    const current = docs.value;
    const record = stored.value;
    if (current === null || record === null || (saveState.value !== 'notSaved' && saveState.value !== 'failed')) return;
    saveState.value = 'saving';
    try {
      const vault = session.openVault();
      const draft = draftOf(record, current, begun.value);
      draftOnDisk = Object.keys(draft).length > 0;
      if (draftOnDisk) await vault.saveDraft(draftId.value, draft);
      else await vault.dropDraft(draftId.value);
      wasSaved();
    } catch (error) {
      draftOnDisk = true;
      failed(error);
    }
  }

  function wasSaved(): void {
    // Typed meanwhile: that is not on disk yet.
    if (saveState.value === 'saving') saveState.value = 'saved';
    savedAt.value = timeOf(clock.now());
    saveFailure.value = null;
  }

  function failed(error: unknown): void {
    saveState.value = 'failed';
    saveFailure.value = error instanceof Error ? error.message : 'the device did not take it.';
  }

  watch(docs, (_, before) => {
    if (before === null || docs.value === null) return;
    if (changed.value.length === 0 && !draftOnDisk) {
      saving.cancel();
      if (saveState.value === 'notSaved') saveState.value = 'saved';
      return;
    }
    saveState.value = 'notSaved';
    saving.soon();
  }, { deep: true });

  session.beforeLock(flush);

  /**
   * Puts the working copy on record: one save with officer, time and every changed field, the log entry with it, the draft dropped.
   * Throws with nothing of it on record and the draft kept: RecordError where a value does not fit; StaleRevision where somebody saved
   * since, and then the draft lies over what they saved: the next commit puts it on record, and the history keeps both.
   * `notes`: what goes on the log in the same save.
   */
  async function commit(what: string, notes: readonly LogNote[] = []): Promise<void> {
    saving.cancel();
    await inTurn(async () => {
      const current = docs.value;
      const record = stored.value;
      if (current === null || record === null) return;
      try {
        // Nothing typed, but the standard asks anew: that it was seen and is answered as before goes on record too.
        if (changed.value.length === 0 && answers.reconciliation.value === null) await session.openVault().dropDraft(draftId.value);
        else await putOnRecord(current, record, what, notes);
        draftOnDisk = false;
        draftResumed.value = false;
        begun.value = {};
        wasSaved();
        if (changed.value.length === 0) saveState.value = 'saved';
      } catch (error) {
        await keepDraft(error);
        throw error;
      }
    });
  }

  async function putOnRecord(current: Docs, record: OnRecord, what: string, notes: readonly LogNote[]): Promise<void> {
    calendar.look();
    const vault = session.openVault();
    const sent = workingCopy(current);
    const now = await standard.now();
    const { next, saved, writes, note } = alteration(record, sent, {
      what, at: clock.now().toISOString(), by: vault.officer.name, today: today.value, standard: now, settings: clockSettings(office.office),
    });
    saveState.value = 'saving';
    const beside = await listedBeside(vault, record, next, saved, { today: today.value, protocol: now.text.protocol });
    const revs = await vault.save([...writes, ...beside], [note, ...notes], [draftId.value]);
    const newer = Object.fromEntries(saved.map((name, at) => [name, revs[at]?.rev ?? record.revs[name] + 1]));
    stored.value = { ids: record.ids, docs: next, revs: { ...record.revs, ...newer } };
    settle(current, sent, next);
    casework.refresh();
  }

  async function keepDraft(error: unknown): Promise<void> {
    saveState.value = 'notSaved';
    await writeDraft();
    if (error instanceof RecordError) return;
    failed(error);
    if (!(error instanceof StaleRevision)) return;
    const newest = await readRecord(session.openVault(), assessmentId.value ?? '');
    if (newest !== null && stored.value !== null && docs.value !== null) lay(newest, draftOf(stored.value, docs.value, begun.value));
  }

  /** Shows what was put on this record beside its tasks. Nothing where something of it is a draft. */
  async function reread(): Promise<void> {
    await inTurn(async () => {
      const record = assessmentId.value === null || changed.value.length > 0 ? null : await readRecord(session.openVault(), assessmentId.value);
      if (record !== null) lay(record, {});
    });
  }

  /** Gives up the working copy; what is stored stays. Throws where the draft cannot be taken off the disk: then nothing is given up. */
  async function discardDraft(): Promise<void> {
    saving.cancel();
    await inTurn(async () => {
      const record = stored.value;
      if (record === null) return;
      await session.openVault().dropDraft(draftId.value);
      draftOnDisk = false;
      lay(record, {});
      draftResumed.value = false;
      saveState.value = 'saved';
    });
  }

  /** Throws where the working copy cannot be sealed: then it stays open, as it exists nowhere else. */
  async function close(): Promise<void> {
    saving.cancel();
    await inTurn(closeNow);
  }

  async function closeNow(): Promise<void> {
    await writeDraft();
    if (docs.value !== null && saveState.value === 'failed') throw new Error(`This assessment stays open, as its draft is not on the device: ${saveFailure.value ?? ''}`);
    saving.cancel();
    assessmentId.value = null;
    docs.value = null;
    stored.value = null;
    begun.value = {};
  }

  /** Looks around the address as it stands now and keeps the answer whole. Logged as combination: person and place are brought together. */
  async function lookAround(): Promise<void> {
    const id = assessmentId.value;
    const position = docs.value?.address.position;
    const pack = packs.pack;
    const { radiusMetres, radiusReason } = office.office;
    if (id === null || !position || pack === null || radiusMetres === null) return;
    const answer = nearby(pack, { point: { ...position.point }, errorMetres: errorMetresOf(position) }, radiusMetres, today.value);
    await session.note({
      event: 'combination', act: 'looked around an address',
      about: [{ table: 'assessment', id, rev: null }],
      detail: { pack: pack.header.packId, radiusMetres: String(radiusMetres) },
    });
    // Another assessment may have been opened meanwhile.
    if (docs.value === null || assessmentId.value !== id) return;
    docs.value.assessment.surroundings = markRaw(surroundingsFrom({
      answer, header: pack.header, signature: pack.signature, office: { radiusReason }, at: clock.now().toISOString(), by: session.openVault().officer.name,
    }));
  }

  /** The deadlines as an .ics text: the printed reference and days, nothing of the person (report/calendarFile.ts). Its leaving is on the log first. */
  async function calendarFile(): Promise<{ readonly name: string; readonly text: string }> {
    const reference = stored.value?.docs.assessment.reference ?? '';
    await session.note({
      event: 'consultation', act: 'deadlines saved as a calendar file',
      about: [{ table: 'assessment', id: assessmentId.value ?? '', rev: stored.value?.revs.assessment ?? null }], detail: {},
    });
    return { name: `steading-${reference}.ics`, text: calendarFileOf(answers.deadlines.value, { reference, stampedAt: clock.now().toISOString() }) };
  }

  return {
    assessmentId, docs, stored, saveState, savedAt, saveFailure, draftResumed, changedElsewhere, changed, today, ...answers,
    open, flush, commit, discardDraft, reread, close, lookAround, calendarFile,
  };
});

function timeOf(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' }).format(at);
}
