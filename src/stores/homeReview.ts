import type { ChangeId } from '@/terms';
import { defineStore } from 'pinia';
import { useAssessment } from './assessment';
import { besideWithReview } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useSession } from './session';
import { useStandard } from './standard';
import { startReview } from './startReview';
import { useToday } from './today';
import { readRecord } from './workingCopy';

const TRIGGER_OF = { person: 'personChanged', household: 'householdChanged', environment: 'environmentChanged' } as const satisfies Record<ChangeId, string>;
const EVENT_OF = { person: 'A home visit showed that circumstances of the person have changed', household: 'A home visit showed that the household has changed', environment: 'A home visit showed that the environment has changed' } as const satisfies Record<ChangeId, string>;

/** A home visit that tells of a change may lead to a review (ERA-2017 4.0): begun by the officer, case by case, for the same person at the same address. */
export const useHomeReview = defineStore('homeReview', () => {
  const session = useSession();
  const open = useAssessment();
  const casework = useCasework();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();

  /** Puts the draft on record first, then the review and the word of it in one save. Returns the id of the review. Throws as `commit` and `save` do. */
  async function begin(changed: ChangeId): Promise<string> {
    await open.commit('home visit recorded');
    const vault = session.openVault();
    const found = await readRecord(vault, open.assessmentId ?? '');
    const homeVisit = found?.docs.assessment.homeVisit;
    if (found === null || homeVisit === undefined) throw new Error('This record holds no home visit.');
    const { docs, ids } = found;
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const said = homeVisit.answers.changes?.text.trim() ?? '';
    const review = startReview(docs.assessment, ids.assessment, { kind: TRIGGER_OF[changed], event: EVENT_OF[changed], note: said, occurredOn: homeVisit.on }, stamp);
    const what = 'review opened, as a home visit told of a change';
    const noted = { homeVisit: { ...homeVisit, reviews: [...homeVisit.reviews, { reviewId: review.id, reference: review.assessment.reference, changed, ...stamp }] } };
    const { writes, notes } = besideWithReview(found, noted, review, { ...stamp, what, today: calendar.look(), protocol: standard.protocol }, { act: what, detail: {} });
    await vault.save(writes, notes);
    casework.refresh();
    await open.close();
    return review.id;
  }

  return { begin };
});
