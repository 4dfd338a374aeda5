import * as v from 'valibot';
import { instant, isoDate, line, realDate, text } from './fields';

/** Kept past its day, by whose word, why and until when: then it is looked at again. */
const keptLongerSchema = v.object({ answerId: line, until: realDate, why: text, at: instant, by: line });

/**
 * What is left of a record after it was pasted into ViSOR or MAPPS (digest, harm 10): its reference, decision and days. `listed`: what lists and yearly counts said of it
 * when it was shrunk; its answers are gone, so nothing of it can be computed anew.
 */
const shrunkSchema = v.object({ at: instant, by: line, why: text, keptWhere: line, listed: v.record(v.string(), v.unknown()) });

export const keepingSchema = v.object({
  /** The day of the event that the retention rule counts from; null: it has not come. */
  eventOn: isoDate,
  keptLonger: v.array(keptLongerSchema),
  shrunk: v.nullable(shrunkSchema),
});

export type Keeping = v.InferOutput<typeof keepingSchema>;
export const nothingOfKeeping: Keeping = { eventOn: null, keptLonger: [], shrunk: null };
