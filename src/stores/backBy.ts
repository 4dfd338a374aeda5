import { clockInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { useAssessment } from './assessment';
import { useClock } from './clock';
import { useToday } from './today';

const LOOK_EVERY_MILLISECONDS = 15_000;

interface Expected { readonly assessmentId: string; readonly expectedAt: string; readonly heldBy: string }

/**
 * Lone working: by when an officer is expected back, of the visit of today that was opened last. It lives as long as the page: a lock ends it, and nothing is sent to anybody.
 */
export const useBackBy = defineStore('backBy', () => {
  const open = useAssessment();
  const clock = useClock();
  const calendar = useToday();
  const expected = ref<Expected | null>(null);
  const now = ref(clockInScotland(clock.now()));
  const isLate = computed(() => expected.value !== null && now.value >= expected.value.expectedAt);

  function look(): void {
    now.value = clockInScotland(clock.now());
  }

  watch(() => {
    const id = open.assessmentId;
    if (id === null || open.docs === null) return null;
    const visit = open.docs.assessment.physicalCheck?.visits.findLast(({ on, back }) => on === calendar.day && back.expectedAt !== null && back.checkedInAt === null);
    return { id, expectedAt: visit?.back.expectedAt ?? null, heldBy: visit?.back.heldBy ?? '' };
  }, (found) => {
    // Of an assessment that was left, what was expected still holds.
    if (found === null) return;
    look();
    if (found.expectedAt !== null) expected.value = { assessmentId: found.id, expectedAt: found.expectedAt, heldBy: found.heldBy };
    else if (expected.value?.assessmentId === found.id) expected.value = null;
  }, { immediate: true, deep: true });
  setInterval(look, LOOK_EVERY_MILLISECONDS);

  return { expected, isLate, look };
});
