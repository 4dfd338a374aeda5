import type { OpenPack } from '@/geo';
import { type Assessment, type AssessmentSummary, changesBetween, type ChangesAnswered, parseAssessment, type SurroundingsChange, summaryOfAssessment, withChange } from '@/record';
import { changeLine } from '@/report';
import type { Protocol } from '@/rules';
import type { LogNote, Write } from '@/vault';
import { newId } from './newId';
import { startReview } from './startReview';
import type { OnRecord } from './workingCopy';

const LONGEST_DETAIL = 2_000;

export type Answer = { readonly answer: 'opened' } | { readonly answer: 'declined'; readonly reason: string };

interface Answering {
  readonly changes: readonly SurroundingsChange[];
  readonly pack: Pick<OpenPack, 'header' | 'signature'>;
  readonly summary: AssessmentSummary;
  /** ISO instant and officer's name. */
  readonly at: string;
  readonly by: string;
  /** ISO date in Scotland. */
  readonly today: string;
  readonly protocol: Protocol | null;
}

/**
 * One save for the answer to a proposed review: the record with the answer in its own history, and the review where one is opened (an assessment of the same person at the
 * same address). What was read and what the standard asked then stay as they were. Throws RecordError.
 */
export function reviewAnswer({ docs, revs, ids }: OnRecord, given: Answer, { changes, pack: { header, signature }, summary, at, by, today, protocol }: Answering): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[]; readonly reviewId: string | null } {
  const { assessment } = docs;
  const review = given.answer === 'opened' ? reviewOf(assessment, ids.assessment, changes, { at, by }) : null;
  const answered: ChangesAnswered = {
    answerId: newId(), answer: given.answer, reason: given.answer === 'declined' ? given.reason.trim() : '', at, by,
    packId: header.packId, packTitle: header.title, signature, asOn: today, changes: [...changes],
    review: review && { assessmentId: review.id, reference: review.assessment.reference },
  };
  const answers = { ...assessment, changesAnswered: [...(assessment.changesAnswered ?? []), answered] };
  const what = given.answer === 'opened' ? 'review opened, as the surroundings changed' : 'proposed review declined';
  const fields = changesBetween(assessment, answers).map((change) => ({ ...change, path: `assessment.${change.path}` }));
  // What lists say of the record hangs on none of this.
  const writes: Write[] = [{ table: 'assessment', id: ids.assessment, baseRev: revs.assessment, value: withChange(parseAssessment(answers), { at, by, what }, fields), summary }];
  if (review !== null) writes.push({ table: 'assessment', id: review.id, baseRev: 0, value: review.assessment, summary: summaryOfAssessment({ ...docs, assessment: review.assessment, today, protocol }) });
  const about = writes.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 }));
  const detail = { pack: header.packId, ...(answered.reason === '' ? {} : { reason: answered.reason.slice(0, LONGEST_DETAIL) }) };
  const notes: LogNote[] = [{ event: 'alteration', act: what, about: about.slice(0, 1), detail }];
  if (review !== null) notes.push({ event: 'collection', act: 'assessment started', about: about.slice(1), detail: {} });
  return { writes, notes, reviewId: review?.id ?? null };
}

function reviewOf(assessment: Assessment, assessmentId: string, changes: readonly SurroundingsChange[], by: { readonly at: string; readonly by: string }) {
  const note = `A newer area pack tells otherwise than was read for ${assessment.reference}:\n${changes.map(changeLine).join('\n')}`;
  return startReview(assessment, assessmentId, { kind: 'environmentChanged', event: 'A newer area pack tells otherwise of the surroundings', note }, by);
}
