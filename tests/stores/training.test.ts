import { writePack } from '@/geo';
import { type Address, askedThenOf, type Assessment, carriedOpen, recordState, TASK_IDS } from '@/record';
import { useAssessment, useCasework, useExercises, useOffice, usePacks, useSession, useSince, useTraining, useYearlyReview } from '@/stores';
import { readRecord } from '@/stores/workingCopy';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_CASES } from '../../training/cases';
import { EXERCISES } from '../../training/exercises/exercises';
import { trainingContent } from '../../training/trainingContent';
import { filesBelow, importsOf, ROOT } from '../architecture/imports';
import { sha256 } from '../geo/contentFixture';
import { forgetDevice, testDoor } from '../vault/testDoor';
import { openCase, vaultWithCase } from './openCase';
import { stores, testShelf } from './stores';

afterEach(forgetDevice);

let area: Uint8Array<ArrayBuffer>;
beforeAll(async () => { area = new Uint8Array(await writePack(trainingContent(), { sha256 })); });

/** Opened as its button does, with the whole fictional area. */
async function trainingPage(shelf = testShelf()) {
  if (await shelf.training() === null) await shelf.putTraining(area);
  const made = stores({ door: testDoor(), shelf });
  await useTraining(made.pinia).open();
  const casework = useCasework(made.pinia);
  casework.refresh();
  return { ...made, shelf, casework, session: useSession(made.pinia) };
}

describe('the training vault', () => {
  it('opens with its three cases, each at a position in its own area pack', async () => {
    const { session, casework, pinia } = await trainingPage();
    const packs = usePacks(pinia);
    expect([session.isOpen, session.isTraining, session.recoveryCode]).toEqual([true, true, null]);
    expect(packs.header?.training).toBe(true);
    expect(casework.people.map(({ summary }) => summary.reference).sort()).toEqual(TRAINING_CASES.map(({ personReference }) => personReference).sort());
    expect(casework.assessments).toHaveLength(3);
    for (const { id } of casework.assessments) {
      const assessment = (await session.openVault().read<Assessment>('assessment', id))?.value;
      const address = (await session.openVault().read<Address>('address', assessment?.addressId ?? ''))?.value;
      const known = packs.pack?.addresses().find(({ uprn }) => uprn === address?.uprn);
      expect(address?.position).toEqual({ point: known?.point, precision: 'building', from: 'search' });
      expect(known).toBeDefined();
      expect(assessment?.trigger.note).toContain('What it shows:');
    }
  });

  it('can be looked around in at once: an office distance is set', async () => {
    const { casework, pinia } = await trainingPage();
    const open = useAssessment(pinia);
    for (const { id } of casework.assessments) {
      await open.open(id);
      await open.lookAround();
      expect(open.docs?.assessment.surroundings?.answer).toMatchObject({ training: true, inArea: true, radiusMetres: useOffice(pinia).office.radiusMetres });
      expect(open.numbered.length).toBeGreaterThan(3);
      await open.close();
    }
  });

  it('is opened again, not made again', async () => {
    const first = await trainingPage();
    await first.session.lock();
    const again = await trainingPage(first.shelf);
    expect(again.casework.assessments).toHaveLength(3);
    expect(again.session.onDevice).toHaveLength(1);
  });
});

const REFERENCES = TRAINING_CASES.map(({ personReference }) => personReference);
const [FLAT = '', HOME = '', TONIGHT = ''] = REFERENCES;
const TODAY = '2026-11-21';

async function exercisesPage() {
  const page = await trainingPage();
  const record = async (id: string) => {
    const found = await readRecord(page.session.openVault(), id);
    if (found === null) throw new Error('The record is there.');
    return found.docs;
  };
  return { ...page, record, exercises: useExercises(page.pinia), open: useAssessment(page.pinia) };
}

describe('an exercise of the training area', () => {
  it.each(REFERENCES)('%s takes the place of the bare case, and begun again is a fresh copy: what was written goes', async (reference) => {
    const { exercises, casework, session, open, record } = await exercisesPage();
    await exercises.look();
    expect(exercises.shown.map(({ assessmentId }) => assessmentId)).toEqual([null, null, null]);
    const first = await exercises.begin(reference);
    await open.open(first);
    if (open.docs) open.docs.assessment.conduct.rationale = 'Written by a trainee.';
    await open.commit('conduct decision recorded');
    const again = await exercises.begin(reference);
    expect(casework.assessments).toHaveLength(3);
    expect(casework.people.map(({ summary }) => summary.reference).sort()).toEqual(REFERENCES);
    expect(await session.openVault().read('assessment', first)).toBeNull();
    expect((await record(again)).assessment.conduct.rationale).not.toContain('trainee');
    expect((await record(again)).address.position?.precision).toBe('building');
    expect(exercises.shown.find((one) => one.reference === reference)).toMatchObject({ assessmentId: again, of: 14 });
    expect((await session.openVault().readLog()).filter(({ act }) => act === 'exercise begun')).toHaveLength(2);
  });

  it('fills in what is known, and leaves the decisions to the trainee', async () => {
    const { exercises, record } = await exercisesPage();
    const flat = await record(await exercises.begin(FLAT));
    expect([flat.person.supervision, flat.assessment.property?.kind, flat.assessment.placement?.release?.kind, flat.assessment.clocks.releaseOn]).toEqual(['yes', 'flat', 'release', '2026-12-31']);
    expect([flat.assessment.conduct.decision, flat.assessment.outcome.decision, flat.assessment.surroundings]).toEqual([null, null, null]);
    const tonight = await record(await exercises.begin(TONIGHT));
    expect([tonight.person.supervision, tonight.assessment.addressKind, tonight.assessment.conduct.decision]).toEqual(['no', 'temporary', null]);
  });

  it('of the annual review brings the whole record of last year, complete under the protocol of then; its review begins from it, and tells what the standard says no more', async () => {
    const { exercises, record, open, pinia } = await exercisesPage();
    const id = await exercises.begin(HOME);
    const then = await record(id);
    const asked = askedThenOf(then, TODAY);
    expect(asked?.standard.protocol?.name).toBe('Kinlowrie protocol (fictional)');
    expect(recordState({ ...then, today: TODAY, protocol: asked?.standard.protocol ?? null })).toEqual({ state: 'complete', departure: false });
    expect(then.assessment.surroundings?.answer.training).toBe(true);
    expect(exercises.shown.find(({ reference }) => reference === HOME)).toMatchObject({ waits: true, done: 0 });

    const review = await useYearlyReview(pinia).begin(id);
    expect(carriedOpen((await record(review)).assessment)).toEqual(['placement', 'property', 'sites', 'formulation']);
    await open.open(review);
    await open.lookAround();
    const since = useSince(pinia);
    await since.read();
    expect(since.since?.told).toEqual([]);
    expect(since.since?.sites).toEqual({ added: [], gone: [] });
    expect(since.since?.standard).toMatchObject({ is: 'changed', found: { added: [], changed: [{ id: 'annualReview', what: ['days', 'reason'] }], fellAway: [{ kind: 'prompt', id: 'school' }] } });
    await exercises.look();
    expect(exercises.shown.find(({ reference }) => reference === HOME)).toMatchObject({ assessmentId: review, waits: false });
  });
});

describe('hints', () => {
  it('stand beside the tasks of an exercise that was begun; beside a bare case, and beside the record of last year, none', async () => {
    const { exercises, open, casework, pinia } = await exercisesPage();
    const bare = casework.assessments[0]?.id ?? '';
    await open.open(bare);
    await exercises.load();
    expect(exercises.beside('conduct')).toBeNull();
    await open.open(await exercises.begin(FLAT));
    expect(exercises.beside('conduct')).toEqual({ ...EXERCISES[FLAT]?.beside.conduct, title: 'A flat proposed before release' });
    expect(exercises.beside('homeVisit'), 'not asked of a proposed flat').toBeNull();
    const last = await exercises.begin(HOME);
    await open.open(last);
    expect(exercises.beside('conduct')).toBeNull();
    await open.open(await useYearlyReview(pinia).begin(last));
    expect(exercises.beside('conduct')?.hints.length).toBeGreaterThan(0);
  });

  it('and their being shown or not is kept in the training vault', async () => {
    const { exercises, session } = await exercisesPage();
    await exercises.showHints(false);
    expect(await session.openVault().readDraft('exercises')).toMatchObject({ hints: false });
  });

  it('never stand in a real vault: nothing of them is loaded, whatever the person is called, and no exercise is begun', async () => {
    const vault = await vaultWithCase();
    const { pinia, open } = await openCase(vault);
    const exercises = useExercises(pinia);
    await vault.saveDraft('exercises', { persons: { [FLAT]: open.docs?.assessment.personId }, hints: true });
    if (open.docs) open.docs.person.reference = FLAT;
    await exercises.look();
    expect([exercises.shown, exercises.kept.persons, exercises.beside('conduct')]).toEqual([[], {}, null]);
    await expect(exercises.begin(FLAT)).rejects.toThrow(/training area alone/u);
    expect(useSession(pinia).isTraining).toBe(false);
  });

  it('are loaded late, in the training vault, and by nothing else', () => {
    const LATE = /^(?:training\/exercises\/|src\/stores\/(?:exerciseCase|exerciseGiven|lastYear)\.ts)/u;
    const readers = filesBelow('src', ['.ts', '.vue']).flatMap((file) => {
      const source = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^import type .*$/gmu, '');
      return importsOf(file, source).filter(({ to }) => LATE.test(to)).map(({ to, specifier }) => `${file} ${source.includes(`await import('${specifier}')`) ? 'late' : 'at once'}: ${to}`);
    });
    expect(readers.sort()).toEqual([
      'src/stores/exerciseCase.ts at once: src/stores/exerciseGiven.ts', 'src/stores/exerciseCase.ts at once: src/stores/lastYear.ts',
      'src/stores/exercises.ts late: src/stores/exerciseCase.ts', 'src/stores/exercises.ts late: training/exercises/exercises.ts', 'src/stores/lastYear.ts at once: src/stores/exerciseGiven.ts',
    ]);
    const form = readFileSync(join(ROOT, 'src/views/parts/TaskForm.vue'), 'utf8');
    expect(form).toContain("defineAsyncComponent(() => import('./ExerciseHints.vue'))");
    expect(form).toContain('<ExerciseHints v-if="task && session.isTraining"');
  });
});

describe('the words of the exercises', () => {
  const lines = Object.values(EXERCISES).flatMap(({ teaches, given, task, beside, debrief }) => [teaches, given, task, ...debrief, ...Object.values(beside).flatMap(({ file = [], hints }) => [...file, ...hints])]);
  const FORBIDDEN = /\b(?:offender|RSO|hit|clean area|suitable|safe|score of|correct answer|wrong answer|Mr|Mrs|Ms)\b/iu;

  it('are those of Scotland, name nobody, and judge nobody’s answer', () => {
    expect(Object.keys(EXERCISES)).toEqual(REFERENCES);
    expect(Object.values(EXERCISES).flatMap(({ beside }) => Object.keys(beside)).filter((id) => !TASK_IDS.some((task) => task === id)), 'each stands beside a task').toEqual([]);
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter((line) => FORBIDDEN.test(line))).toEqual([]);
    expect(FORBIDDEN.test('A suitable flat.'), 'control').toBe(true);
  });
});
