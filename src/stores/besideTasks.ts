import { type Assessment, changesBetween, parseAssessment, summaryOfAssessment, withChange } from '@/record';
import type { Protocol } from '@/rules';
import type { Write } from '@/vault';
import type { OnRecord } from './workingCopy';

interface Stamp {
  readonly what: string;
  /** ISO instant and officer's name. */
  readonly at: string;
  readonly by: string;
  /** ISO date in Scotland. */
  readonly today: string;
  /** In force today; a record that was put on record under another is listed under that. */
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
  const { asked } = docs.assessment;
  const summary = summaryOfAssessment({ ...docs, assessment, today, protocol: asked === null ? protocol : asked.standard.protocol });
  return { table: 'assessment', id: ids.assessment, baseRev: revs.assessment, value: assessment, summary };
}
