import { type AssessmentSummary, taskStates } from '@/record';
import type { IndexEntry } from '@/vault';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { BesideTask, Exercise } from '../../training/exercises/exercise';
import { TRAINING_CASES } from '../../training/cases';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useRetention } from './retention';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { writesOf } from './trainingCase';
import { readRecord } from './workingCopy';

/** Sealed as a draft, in the training vault: which exercise is at which fictional person, and whether hints are shown. */
const DRAFT_ID = 'exercises';
interface Kept { readonly persons: Readonly<Record<string, string>>; readonly hints: boolean }

/** How far the trainee is. `assessmentId` null: not begun. `waits`: the record of last year is there, and its review is not begun. */
export interface ExerciseShown {
  readonly reference: string;
  readonly title: string;
  readonly exercise: Exercise;
  readonly assessmentId: string | null;
  readonly waits: boolean;
  readonly done: number;
  readonly of: number;
}

/** The exercises of the training area, with what stands beside each task. In any other vault nothing of them is loaded. */
export const useExercises = defineStore('exercises', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const packs = usePacks();
  const retention = useRetention();
  const standard = useStandard();
  const calendar = useToday();
  const clock = useClock();
  const open = useAssessment();
  const texts = shallowRef<Readonly<Record<string, Exercise>>>({});
  const kept = shallowRef<Kept>({ persons: {}, hints: true });
  const shown = shallowRef<readonly ExerciseShown[]>([]);
  const busy = ref(false);

  async function load(): Promise<void> {
    if (!session.isTraining) return;
    kept.value = await session.openVault().readDraft<Kept>(DRAFT_ID) ?? kept.value;
    texts.value = (await import('../../training/exercises/exercises')).EXERCISES;
  }

  async function keep(change: Partial<Kept>): Promise<void> {
    kept.value = { ...kept.value, ...change };
    await session.openVault().saveDraft(DRAFT_ID, kept.value);
  }

  /** What stands beside a task of the open record; null: it is no exercise that was begun, or of the annual review the record of last year. */
  function beside(task: string): (BesideTask & { readonly title: string }) | null {
    const docs = open.docs;
    if (!session.isTraining || docs === null) return null;
    const one = TRAINING_CASES.find(({ personReference }) => kept.value.persons[personReference] === docs.assessment.personId);
    if (one === undefined || (one.addressKind === 'livedIn' && docs.assessment.reviewOf === undefined)) return null;
    const found = texts.value[one.personReference]?.beside[task];
    return found === undefined ? null : { ...found, title: one.title };
  }

  /** The newest record of that person. */
  const newest = (personId: string | undefined): IndexEntry<AssessmentSummary> | undefined =>
    casework.assessments.filter(({ summary }) => summary.personId === personId).toSorted((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt))[0];

  async function look(): Promise<void> {
    await load();
    const found = await Promise.all(TRAINING_CASES.map(async ({ personReference: reference, title, addressKind }): Promise<readonly ExerciseShown[]> => {
      const exercise = texts.value[reference];
      if (exercise === undefined) return [];
      const entry = newest(kept.value.persons[reference]);
      const record = entry === undefined ? null : await readRecord(session.openVault(), entry.id);
      const states = record === null ? [] : Object.values(taskStates({ ...record.docs, today: calendar.look(), protocol: standard.protocol }));
      const waits = record !== null && addressKind === 'livedIn' && record.docs.assessment.reviewOf === undefined;
      return [{ reference, title, exercise, assessmentId: entry?.id ?? null, waits, of: states.length, done: waits ? 0 : states.filter(({ state }) => state === 'done' || state === 'notNeeded').length }];
    }));
    shown.value = found.flat();
  }

  /** A fresh copy of the case with what is given; every record of that fictional person goes first. Returns the id of the record to open. Throws outside the training vault. */
  async function begin(reference: string): Promise<string> {
    const one = TRAINING_CASES.find(({ personReference }) => personReference === reference);
    const { pack } = packs;
    if (!session.isTraining || one === undefined || pack === null) throw new Error('Exercises are begun in the training area alone.');
    busy.value = true;
    try {
      const persons = new Set(casework.people.filter(({ summary }) => summary.reference === reference).map(({ id }) => id));
      for (const { id } of casework.assessments.filter(({ summary }) => persons.has(summary.personId))) {
        await retention.dispose(id, { why: 'The exercise is begun again.', decidedBy: 'Trainee', told: (await retention.handedOver(id)).copies });
      }
      retention.certificate = null;
      const vault = session.openVault();
      const today = calendar.look();
      const { exerciseCase } = await import('./exerciseCase');
      const docs = await exerciseCase(one, { pack, office: office.office, at: clock.now().toISOString(), by: vault.officer.name, today });
      const writes = writesOf(docs, today);
      await vault.save(writes, [{ event: 'collection', act: 'exercise begun', about: writes.map(({ table, id }) => ({ table, id, rev: 1 })), detail: {} }]);
      await keep({ persons: { ...kept.value.persons, [reference]: docs.assessment.personId } });
      casework.refresh();
      await look();
      return writes.at(-1)?.id ?? '';
    } finally {
      busy.value = false;
    }
  }

  return { kept, shown, busy, load, look, begin, beside, showHints: (hints: boolean) => keep({ hints }) };
});
