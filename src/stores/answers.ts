import { askedOf, askedThenOf, asksAuthority, clockSettings, conductFacts, findingsOf, foundNoMore, mergedSites, movedSince, numberedSites, type Office, sitesToJudge, type TaskId, taskStates } from '@/record';
import { isEmptyReconciliation, reconcile, type StandardText, wouldChange } from '@/rules';
import { computed, type Ref } from 'vue';
import { assessmentScene } from './assessmentScene';
import type { DocName, Docs, OnRecord } from './workingCopy';

interface Given {
  readonly docs: Ref<Docs | null>;
  readonly stored: Ref<OnRecord | null>;
  readonly changed: Ref<readonly DocName[]>;
  readonly today: Ref<string>;
  readonly office: Ref<Office>;
  readonly standard: Ref<{ readonly id: string; readonly text: StandardText }>;
}

/** What the standard, the list of sites and the tasks say of the working copy as it stands; computed, never stored. */
export function answersOf({ docs, stored, changed, today, office, standard }: Given) {
  /** A complete record that nobody is changing: it says what it said then, whatever the standard says today. */
  const asThen = computed(() => {
    const record = stored.value;
    return record === null || changed.value.length > 0 ? null : askedThenOf(record.docs, today.value);
  });
  const protocol = computed(() => (asThen.value?.standard ?? standard.value.text).protocol);
  const asked = computed(() => asThen.value ?? (docs.value && askedOf({
    ...docs.value, settings: clockSettings(office.value), standard: standard.value,
  })));
  const decision = computed(() => asked.value?.decision ?? null);
  const reasons = computed(() => asked.value?.reasons ?? []);
  const departures = computed(() => asked.value?.departures ?? []);
  const deadlines = computed(() => asked.value?.deadlines ?? []);
  const needsAuthority = computed(() => docs.value !== null && asksAuthority({ ...docs.value, protocol: protocol.value }));
  const otherAnswers = computed(() => docs.value && decision.value ? wouldChange(conductFacts(docs.value.person, docs.value.assessment), decision.value, protocol.value) : []);
  /** What is new to answer, what changed and what fell away since this was last put on record; null: nothing. */
  const reconciliation = computed(() => {
    const then = stored.value?.docs.assessment.asked ?? null;
    if (asThen.value !== null || then === null || standard.value.id === '' || then.standardId === standard.value.id) return null;
    const found = reconcile(then.standard, standard.value.text);
    return isEmptyReconciliation(found) ? null : found;
  });
  const tasks = computed(() => docs.value && taskStates({ ...docs.value, today: today.value, protocol: protocol.value }));
  const found = computed(() => docs.value ? findingsOf({ ...docs.value, today: today.value, protocol: protocol.value }) : []);
  const gone = computed(() => docs.value ? foundNoMore(docs.value.assessment, found.value) : []);
  const numbered = computed(() => docs.value ? numberedSites(docs.value.assessment) : []);
  const toJudge = computed(() => docs.value ? sitesToJudge(docs.value.assessment) : []);
  const merged = computed(() => docs.value ? mergedSites(docs.value.assessment) : []);
  const moved = computed(() => {
    const current = docs.value;
    return current?.assessment.surroundings ? movedSince(current.assessment.surroundings, current.address) : false;
  });
  const scene = computed(() => docs.value && assessmentScene(docs.value));
  /** What is on record, without the draft: the printed map shows this. */
  const storedScene = computed(() => stored.value && assessmentScene(stored.value.docs));
  const taskState = (id: TaskId) => tasks.value?.[id] ?? null;
  return { protocol, asked, decision, reasons, otherAnswers, departures, deadlines, needsAuthority, reconciliation, tasks, taskState, found, gone, numbered, toJudge, merged, moved, scene, storedScene };
}
