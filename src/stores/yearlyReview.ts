import { defineStore } from 'pinia';
import { useAssessment } from './assessment';
import { reviewBegun } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useSession } from './session';
import { useStandard } from './standard';
import { startReview } from './startReview';
import { useToday } from './today';
import { readRecord } from './workingCopy';

/** The full review of each year (ERA-2017 4.0), begun from the record before: for the same person at the same address. */
export const useYearlyReview = defineStore('yearlyReview', () => {
  const session = useSession();
  const casework = useCasework();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();
  const open = useAssessment();

  /** Returns the id of the review. The record itself stays as it is. Throws where it has a draft, or is not in the vault any more. */
  async function begin(assessmentId: string): Promise<string> {
    if (open.assessmentId === assessmentId && open.changed.length > 0) throw new Error('This record has a draft. Put it on record, or give it up, then begin the review.');
    const vault = session.openVault();
    const found = await readRecord(vault, assessmentId);
    if (found === null) throw new Error('This record is not in the vault any more. Go back to the list.');
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const review = startReview(found.docs.assessment, assessmentId, { kind: 'annualReview', event: '', note: '' }, stamp);
    const { writes, notes } = reviewBegun(found, review, { today: calendar.look(), protocol: standard.protocol });
    await vault.save(writes, notes);
    casework.refresh();
    return review.id;
  }

  return { begin };
});
