import { type AppliedStandard, type Since, sinceBefore } from '@/record';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { useSession } from './session';
import { useStandard } from './standard';
import { readRecord } from './workingCopy';

/** A review beside the record that it begins from. */
export const useSince = defineStore('since', () => {
  const session = useSession();
  const open = useAssessment();
  const standard = useStandard();
  const since = shallowRef<Since | null>(null);
  /** 'none': the open record is no review; 'gone': the record before is not in this vault any more. */
  const state = ref<'reading' | 'none' | 'gone' | 'read'>('reading');

  /** What the review is answered under: kept with a complete one, else the standard of today, whose id may not be counted yet. */
  async function applied(): Promise<AppliedStandard> {
    if (open.asked !== null && open.asked.standardId !== '') return open.asked;
    const { id, text } = await standard.now();
    return { standardId: id, standard: text };
  }

  /** That the record before is read is on the log first. */
  async function read(): Promise<void> {
    [since.value, state.value] = [null, 'reading'];
    const before = open.docs?.assessment.reviewOf ?? null;
    if (before === null) { state.value = 'none'; return; }
    const vault = session.openVault();
    await session.note({ event: 'combination', act: 'review compared with the record before', about: [before.assessmentId, open.assessmentId ?? ''].map((id) => ({ table: 'assessment' as const, id, rev: null })), detail: {} });
    const found = await readRecord(vault, before.assessmentId);
    if (found === null || open.docs === null) { state.value = 'gone'; return; }
    since.value = sinceBefore(found.docs.assessment, open.docs.assessment, await applied());
    state.value = 'read';
  }

  return { since, state, read };
});
