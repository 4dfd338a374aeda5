import { type Assessment, changesBetween, parseAssessment, type SignOffRound, summaryOfAssessment, withChange } from '@/record';
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

/** The write that puts signatures under a reading of the record, and its entry on the log. Throws RecordError. */
export function signedBeside(record: OnRecord, signed: readonly SignOffRound[], stamp: Stamp): { readonly writes: readonly Write[]; readonly note: LogNote } {
  const write = besideTasks(record, { signed: [...signed] }, stamp);
  return { writes: [write], note: { event: 'alteration', act: stamp.what, about: [{ table: 'assessment', id: write.id, rev: write.baseRev + 1 }], detail: {} } };
}

/** The write that puts a new review in the vault, and its entry on the log. */
export function reviewBegun({ docs }: OnRecord, { id, assessment }: ReturnType<typeof startReview>, { today, protocol }: Pick<Stamp, 'today' | 'protocol'>): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[] } {
  const begun: Write = { table: 'assessment', id, baseRev: 0, value: assessment, summary: summaryOfAssessment({ ...docs, assessment, today, protocol }) };
  return { writes: [begun], notes: [{ event: 'collection', act: 'assessment started', about: [{ table: 'assessment', id, rev: 1 }], detail: {} }] };
}

/**
 * The same, with the review that is begun because of it (null: none): the writes and the entries of one save. `note`: what the log says of the record. Throws RecordError.
 */
export function besideWithReview(record: OnRecord, change: Partial<Assessment>, review: ReturnType<typeof startReview> | null, stamp: Stamp, note: Pick<LogNote, 'act' | 'detail'>): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[] } {
  const write = besideTasks(record, change, stamp);
  const noted: LogNote = { event: 'alteration', ...note, about: [{ table: 'assessment', id: write.id, rev: write.baseRev + 1 }] };
  if (review === null) return { writes: [write], notes: [noted] };
  const begun = reviewBegun(record, review, stamp);
  return { writes: [write, ...begun.writes], notes: [noted, ...begun.notes] };
}
