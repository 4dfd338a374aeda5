import type { OpenPack } from '@/geo';
import type { Assessment, ChangesAnswered, SurroundingsChange } from '@/record';
import { changeLine } from '@/report';
import type { Protocol } from '@/rules';
import type { LogNote, Write } from '@/vault';
import { besideWithReview } from './besideTasks';
import { newId } from './newId';
import { startReview } from './startReview';
import type { OnRecord } from './workingCopy';

const LONGEST_DETAIL = 2_000;

export type Answer = { readonly answer: 'opened' } | { readonly answer: 'declined'; readonly reason: string };

interface Answering {
  readonly changes: readonly SurroundingsChange[];
  readonly pack: Pick<OpenPack, 'header' | 'signature'>;
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
export function reviewAnswer(record: OnRecord, given: Answer, { changes, pack: { header, signature }, at, by, today, protocol }: Answering): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[]; readonly reviewId: string | null } {
  const { docs: { assessment }, ids } = record;
  const review = given.answer === 'opened' ? reviewOf(assessment, ids.assessment, changes, { at, by }) : null;
  const answered: ChangesAnswered = {
    answerId: newId(), answer: given.answer, reason: given.answer === 'declined' ? given.reason.trim() : '', at, by,
    packId: header.packId, packTitle: header.title, signature, asOn: today, changes: [...changes],
    review: review && { assessmentId: review.id, reference: review.assessment.reference },
  };
  const what = given.answer === 'opened' ? 'review opened, as the surroundings changed' : 'proposed review declined';
  const detail = { pack: header.packId, ...(answered.reason === '' ? {} : { reason: answered.reason.slice(0, LONGEST_DETAIL) }) };
  const { writes, notes } = besideWithReview(record, { changesAnswered: [...(assessment.changesAnswered ?? []), answered] }, review, { at, by, what, today, protocol }, { act: what, detail });
  return { writes, notes, reviewId: review?.id ?? null };
}

function reviewOf(assessment: Assessment, assessmentId: string, changes: readonly SurroundingsChange[], by: { readonly at: string; readonly by: string }) {
  const note = `A newer area pack tells otherwise than was read for ${assessment.reference}:\n${changes.map(changeLine).join('\n')}`;
  return startReview(assessment, assessmentId, { kind: 'environmentChanged', event: 'A newer area pack tells otherwise of the surroundings', note }, by);
}
