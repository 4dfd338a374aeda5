import { type Assessment, changesBetween, parseAssessment, summaryOfAssessment, withChange } from '@/record';
import type { Protocol } from '@/rules';
import type { LogNote, Write } from '@/vault';
import { listedUnder } from './listedAnew';
import type { startReview } from './startReview';
import type { OnRecord } from './workingCopy';

interface Stamp {
  readonly what: string;
  /** ISO instant and officer's name. */
  readonly at: string;
  readonly by: string;
  /** ISO date in Scotland. */
  readonly today: string;
  /** In force today; a record that is complete is listed under the one that it was put on record under. */
  readonly protocol: Protocol | null;
}

/**
 * The write that puts something on a record beside its tasks (what came after, a panel): with its own line in the history, while what was decided and what the standard asked
 * then stay as they were. Throws RecordError.
 */
export function besideTasks({ docs, revs, ids }: OnRecord, change: Partial<Assessment>, { what, at, by, today, protocol }: Stamp): Write {
  const next = { ...docs.assessment, ...change };
  const fields = changesBetween(docs.assessment, next).map((one) => ({ ...one, path: `assessment.${one.path}` }));
  const assessment = withChange(parseAssessment(next), { at, by, what }, fields);
  const beside = { ...docs, assessment };
  const summary = summaryOfAssessment({ ...beside, ...listedUnder(beside, { today, protocol }) });
  return { table: 'assessment', id: ids.assessment, baseRev: revs.assessment, value: assessment, summary };
}

/**
 * The same, with the review that is begun because of it (null: none): the writes and the entries of one save. `note`: what the log says of the record. Throws RecordError.
 */
export function besideWithReview(record: OnRecord, change: Partial<Assessment>, review: ReturnType<typeof startReview> | null, stamp: Stamp, note: Pick<LogNote, 'act' | 'detail'>): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[] } {
  const write = besideTasks(record, change, stamp);
  const noted: LogNote = { event: 'alteration', ...note, about: [{ table: 'assessment', id: write.id, rev: write.baseRev + 1 }] };
  if (review === null) return { writes: [write], notes: [noted] };
  const { today, protocol } = stamp;
  const begun: Write = { table: 'assessment', id: review.id, baseRev: 0, value: review.assessment, summary: summaryOfAssessment({ ...record.docs, assessment: review.assessment, today, protocol }) };
  return { writes: [write, begun], notes: [noted, { event: 'collection', act: 'assessment started', about: [{ table: 'assessment', id: review.id, rev: 1 }], detail: {} }] };
}
