import {
  type Address, type Assessment, type Person, type TaskId,
  changesBetween, conductFacts, movedSince, numberedSites, parseAddress, parseAssessment, parsePerson, sitesToJudge,
  summaryOfAddress, summaryOfAssessment, summaryOfPerson, surroundingsFrom, taskStates, withChange,
} from '@/record';
import { nearby } from '@/geo';
import { PRECISIONS } from '@/terms';
import { decide, reasonsFor, wouldChange } from '@/rules';
import type { Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, ref, toRaw, watch } from 'vue';
import { assessmentScene } from './assessmentScene';
import { useCasework } from './casework';
import { dayInScotland, useClock } from './clock';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useSession } from './session';

/** How soon after the last keystroke the working copy is sealed to disk. Well under the second that may be lost. */
const AUTOSAVE_MILLISECONDS = 400;

interface Docs { person: Person; address: Address; assessment: Assessment }
type DocName = keyof Docs;
const DOC_NAMES: readonly DocName[] = ['person', 'address', 'assessment'];

/** Only what was changed, with the revision it was changed from. */
type Draft = { [K in DocName]?: { baseRev: number; value: Docs[K] } };

type SaveState = 'saved' | 'saving' | 'notSaved' | 'failed';

/** The assessment that is open: what is stored, the working copy, and the way between them. */
export const useAssessment = defineStore('assessment', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const packs = usePacks();
  const clock = useClock();

  const assessmentId = ref<string | null>(null);
  const docs = ref<Docs | null>(null);
  const saveState = ref<SaveState>('saved');
  const savedAt = ref<string | null>(null);
  const saveFailure = ref<string | null>(null);
  const draftResumed = ref(false);
  /** Documents that somebody saved elsewhere since the draft was begun. */
  const changedElsewhere = ref<readonly DocName[]>([]);
  const stored = ref<{ docs: Docs; revs: Record<DocName, number>; ids: Record<DocName, string> } | null>(null);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const draftId = computed(() => `assessment:${assessmentId.value ?? ''}`);
  const today = computed(() => dayInScotland(clock.now()));
  const facts = computed(() => docs.value && conductFacts(docs.value.person, docs.value.assessment));
  const decision = computed(() => facts.value && decide(facts.value));
  const reasons = computed(() => facts.value && decision.value ? reasonsFor(facts.value, decision.value) : []);
  const otherAnswers = computed(() => facts.value && decision.value ? wouldChange(facts.value, decision.value) : []);
  const tasks = computed(() => docs.value && taskStates({ ...docs.value, today: today.value }));
  const numbered = computed(() => docs.value ? numberedSites(docs.value.assessment.surroundings, docs.value.assessment.addedSites) : []);
  const toJudge = computed(() => docs.value ? sitesToJudge(docs.value.assessment.surroundings, docs.value.assessment.addedSites) : []);
  const changed = computed<readonly DocName[]>(() => {
    const current = docs.value;
    const base = stored.value;
    if (current === null || base === null) return [];
    return DOC_NAMES.filter((name) => changesBetween(base.docs[name], current[name]).length > 0);
  });

  async function readStored(id: string): Promise<NonNullable<typeof stored.value> | null> {
    const vault = session.openVault();
    const row = await vault.read('assessment', id);
    if (row === null) return null;
    const assessment = parseAssessment(row.value);
    const [person, address] = await Promise.all([vault.read('person', assessment.personId), vault.read('address', assessment.addressId)]);
    if (person === null || address === null) throw new Error('The person or the address of this assessment is missing from the vault. Restore the last backup, and keep this device as it is until somebody has looked at it.');
    return {
      docs: { person: parsePerson(person.value), address: parseAddress(address.value), assessment },
      revs: { person: person.rev, address: address.rev, assessment: row.rev },
      ids: { person: assessment.personId, address: assessment.addressId, assessment: id },
    };
  }

  /** Opens an assessment, with the draft that a lock or a crash left. false: there is no such assessment. */
  async function open(id: string): Promise<boolean> {
    if (assessmentId.value === id && docs.value !== null) return true;
    await close();
    const found = await readStored(id);
    if (found === null) return false;
    const draft = await session.openVault().readDraft<Draft>(`assessment:${id}`);
    const next = structuredClone(found.docs);
    const elsewhere: DocName[] = [];
    if (draft?.person) { next.person = draft.person.value; if (draft.person.baseRev !== found.revs.person) elsewhere.push('person'); }
    if (draft?.address) { next.address = draft.address.value; if (draft.address.baseRev !== found.revs.address) elsewhere.push('address'); }
    if (draft?.assessment) { next.assessment = draft.assessment.value; if (draft.assessment.baseRev !== found.revs.assessment) elsewhere.push('assessment'); }
    stored.value = found;
    docs.value = next;
    assessmentId.value = id;
    draftResumed.value = draft !== null;
    changedElsewhere.value = elsewhere;
    saveState.value = 'saved';
    savedAt.value = null;
    return true;
  }

  /** Seals the working copy now, if there is anything that is not on disk. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    if (saveState.value !== 'notSaved' && saveState.value !== 'failed') return;
    writing = writeDraft();
    await writing;
  }

  async function writeDraft(): Promise<void> {
    const current = docs.value;
    const base = stored.value;
    if (current === null || base === null) return;
    saveState.value = 'saving';
    try {
      const draft: Draft = Object.fromEntries(changed.value.map((name) => [name, { baseRev: base.revs[name], value: toRaw(current[name]) }]));
      await session.openVault().saveDraft(draftId.value, JSON.parse(JSON.stringify(draft)));
      if (saveState.value === 'saving') saveState.value = 'saved';
      savedAt.value = timeOf(clock.now());
      saveFailure.value = null;
    } catch (error) {
      saveState.value = 'failed';
      saveFailure.value = error instanceof Error ? error.message : 'the device did not take it.';
    }
  }

  watch(docs, (_, before) => {
    if (before === null || docs.value === null || changed.value.length === 0) return;
    saveState.value = 'notSaved';
    clearTimeout(timer);
    timer = setTimeout(() => { void flush(); }, AUTOSAVE_MILLISECONDS);
  }, { deep: true });

  session.beforeLock(flush);

  /**
   * Puts the working copy on record: one save with officer, time and every changed field, the log entry with it, the draft dropped.
   * Throws RecordError (nothing saved, the draft stays) where a value does not fit.
   */
  async function commit(what: string): Promise<void> {
    const current = docs.value;
    const base = stored.value;
    if (current === null || base === null) return;
    clearTimeout(timer);
    await writing;
    const names = changed.value;
    if (names.length === 0) {
      await session.openVault().dropDraft(draftId.value);
      saveState.value = 'saved';
      return;
    }
    const by = { at: clock.now().toISOString(), by: session.openVault().officer.name, what };
    const person = parsePerson(plain(current.person));
    const address = parseAddress(plain(current.address));
    const allChanges = names.flatMap((name) => changesBetween(base.docs[name], current[name]).map((change) => ({ ...change, path: `${name}.${change.path}` })));
    const assessment = parseAssessment(plain(withChange(current.assessment, by, allChanges)));
    const next: Docs = { person, address, assessment };
    const summaries = { person: summaryOfPerson(person), address: summaryOfAddress(address), assessment: summaryOfAssessment({ ...next, today: today.value }) };
    const saved: DocName[] = [...new Set<DocName>([...names, 'assessment'])];
    const writes: Write[] = saved.map((name) => ({ table: name, id: base.ids[name], baseRev: base.revs[name], value: next[name], summary: summaries[name] }));
    saveState.value = 'saving';
    try {
      const revs = await session.openVault().save(
        writes,
        [{ event: 'alteration', act: what, about: writes.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 })), detail: { fields: allChanges.map(({ path }) => path).join(', ').slice(0, 2000) } }],
        [draftId.value],
      );
      stored.value = { ids: base.ids, docs: structuredClone(next), revs: { ...base.revs, ...Object.fromEntries(saved.map((name, at) => [name, revs[at]?.rev ?? base.revs[name] + 1])) } };
      docs.value = next;
      draftResumed.value = false;
      changedElsewhere.value = [];
      saveState.value = 'saved';
      savedAt.value = timeOf(clock.now());
      casework.refresh();
    } catch (error) {
      saveState.value = 'failed';
      saveFailure.value = error instanceof Error ? error.message : 'the device did not take it.';
      throw error;
    }
  }

  /** Gives up the working copy; what is stored stays. */
  async function discardDraft(): Promise<void> {
    const base = stored.value;
    if (base === null) return;
    clearTimeout(timer);
    await writing;
    docs.value = structuredClone(toRaw(base).docs);
    draftResumed.value = false;
    changedElsewhere.value = [];
    saveState.value = 'saved';
    await session.openVault().dropDraft(draftId.value);
  }

  async function close(): Promise<void> {
    if (docs.value !== null) await flush();
    assessmentId.value = null;
    docs.value = null;
    stored.value = null;
  }

  /** Looks around the address as it stands now and keeps the answer whole. Logged as combination: person and place are brought together. */
  async function lookAround(): Promise<void> {
    const current = docs.value;
    const pack = packs.pack;
    const position = current?.address.position;
    const radiusMetres = office.office.radiusMetres;
    if (!current || !position || pack === null || radiusMetres === null) return;
    const answer = nearby(pack, { point: { ...position.point }, errorMetres: PRECISIONS[position.precision].errorMetres }, radiusMetres, today.value);
    await session.note({
      event: 'combination', act: 'looked around an address',
      about: [{ table: 'assessment', id: assessmentId.value ?? '', rev: null }],
      detail: { pack: pack.header.packId, radiusMetres: String(radiusMetres) },
    });
    current.assessment.surroundings = surroundingsFrom({
      answer, header: pack.header, office: office.office, at: clock.now().toISOString(), by: session.openVault().officer.name,
    });
  }

  const moved = computed(() => {
    const current = docs.value;
    return current?.assessment.surroundings ? movedSince(current.assessment.surroundings, current.address) : false;
  });
  const scene = computed(() => docs.value && assessmentScene(docs.value));
  /** What is on record, without the draft: the printed map shows this. */
  const storedScene = computed(() => stored.value && assessmentScene(stored.value.docs));

  function taskState(id: TaskId) {
    return tasks.value?.[id] ?? null;
  }

  return {
    assessmentId, docs, stored, saveState, savedAt, saveFailure, draftResumed, changedElsewhere, changed, today, moved, scene, storedScene,
    facts, decision, reasons, otherAnswers, tasks, taskState, numbered, toJudge, open, flush, commit, discardDraft, close, lookAround,
  };
});

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function timeOf(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' }).format(at);
}
