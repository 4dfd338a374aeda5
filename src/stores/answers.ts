import { conductFacts, movedSince, numberedSites, sitesToJudge, type TaskId, taskStates } from '@/record';
import { decide, reasonsFor, wouldChange } from '@/rules';
import { computed, type Ref } from 'vue';
import { assessmentScene } from './assessmentScene';
import type { Docs, OnRecord } from './workingCopy';

/** What the standard, the list of sites and the tasks say of the working copy as it stands; computed, never stored. */
export function answersOf({ docs, stored, today }: { docs: Ref<Docs | null>; stored: Ref<OnRecord | null>; today: Ref<string> }) {
  const facts = computed(() => docs.value && conductFacts(docs.value.person, docs.value.assessment));
  const decision = computed(() => facts.value && decide(facts.value));
  const reasons = computed(() => facts.value && decision.value ? reasonsFor(facts.value, decision.value) : []);
  const otherAnswers = computed(() => facts.value && decision.value ? wouldChange(facts.value, decision.value) : []);
  const tasks = computed(() => docs.value && taskStates({ ...docs.value, today: today.value }));
  const numbered = computed(() => docs.value ? numberedSites(docs.value.assessment.surroundings, docs.value.assessment.addedSites) : []);
  const toJudge = computed(() => docs.value ? sitesToJudge(docs.value.assessment.surroundings, docs.value.assessment.addedSites) : []);
  const moved = computed(() => {
    const current = docs.value;
    return current?.assessment.surroundings ? movedSince(current.assessment.surroundings, current.address) : false;
  });
  const scene = computed(() => docs.value && assessmentScene(docs.value));
  /** What is on record, without the draft: the printed map shows this. */
  const storedScene = computed(() => stored.value && assessmentScene(stored.value.docs));
  const taskState = (id: TaskId) => tasks.value?.[id] ?? null;
  return { facts, decision, reasons, otherAnswers, tasks, taskState, numbered, toJudge, moved, scene, storedScene };
}
