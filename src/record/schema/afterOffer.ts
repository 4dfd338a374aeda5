import { AFTER_EVENTS } from '@/terms';
import * as v from 'valibot';
import { instant, line, realDate, text } from './fields';

export const AFTER_ANSWERS = { opened: 'A review was opened', declined: 'No review was opened', noted: 'No review: the person has left, and the record stands no longer' } as const;

/** What came after the decision, and what the officer did about it. Put on record at once; what the record decided stays as it was. */
export const afterOfferSchema = v.array(v.object({
  answerId: line,
  event: v.picklist(Object.keys(AFTER_EVENTS) as (keyof typeof AFTER_EVENTS)[]),
  on: realDate,
  /** By role; no names. */
  source: line,
  what: text,
  answer: v.picklist(Object.keys(AFTER_ANSWERS) as (keyof typeof AFTER_ANSWERS)[]),
  /** Asked where no review is opened. */
  reason: text,
  at: instant,
  by: line,
  review: v.nullable(v.object({ assessmentId: line, reference: line })),
}));

export type AfterOffer = v.InferOutput<typeof afterOfferSchema>[number];
