import type { AfterOffer } from '@/record';
import { AFTER_EVENTS, REVIEWED_AS } from '@/terms';
import { defineStore } from 'pinia';
import { useAssessment } from './assessment';
import { besideWithReview } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { newId } from './newId';
import { useSession } from './session';
import { useStandard } from './standard';
import { startReview } from './startReview';
import { useToday } from './today';
import { readRecord } from './workingCopy';

/** What the officer says of something that came after the decision. */
export type AfterAnswer = Pick<AfterOffer, 'event' | 'on' | 'source' | 'what' | 'answer' | 'reason'>;

/** After the decision: a letting next door, an exchange, a new partner, an eviction. Each is put on record at once with what follows from it; what was decided and asked then stays as it was. */
export const useAfterOffer = defineStore('afterOffer', () => {
  const session = useSession();
  const casework = useCasework();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();
  const open = useAssessment();

  /** One save: the record with the event, and the review where one is begun. Returns the review's id; null: none. Throws StaleRevision, RecordError; throws where the record has a draft. */
  async function record(assessmentId: string, given: AfterAnswer): Promise<string | null> {
    if (open.assessmentId === assessmentId && open.changed.length > 0) throw new Error('This record has a draft. Put it on record, or give it up, then record what came after.');
    const vault = session.openVault();
    const found = await readRecord(vault, assessmentId);
    if (found === null) throw new Error('This record is not in the vault any more. Go back to the list.');
    const { docs } = found;
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const words = AFTER_EVENTS[given.event];
    const review = given.answer === 'opened'
      ? startReview(docs.assessment, assessmentId, { kind: REVIEWED_AS[given.event], event: words, note: `After the decision of ${docs.assessment.reference}: ${given.what.trim() || words}` }, stamp) : null;
    const entry: AfterOffer = { ...given, answerId: newId(), source: given.source.trim(), what: given.what.trim(), reason: given.reason.trim(), ...stamp, review: review && { assessmentId: review.id, reference: review.assessment.reference } };
    const { writes, notes } = besideWithReview(found, { afterOffer: [...(docs.assessment.afterOffer ?? []), entry] }, review,
      { ...stamp, what: `after the decision: ${words.toLowerCase()}`, today: calendar.look(), protocol: standard.protocol }, { act: 'event after the decision recorded', detail: { event: given.event, answer: given.answer } });
    await vault.save(writes, notes);
    casework.refresh();
    if (open.assessmentId === assessmentId) {
      await open.close();
      await open.open(assessmentId);
    }
    return review?.id ?? null;
  }

  return { record };
});
