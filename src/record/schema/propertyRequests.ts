import { PROPERTY_QUESTION_IDS } from '@/terms';
import * as v from 'valibot';
import { instant, isoDate, line, text } from './fields';

const questionId = v.picklist(PROPERTY_QUESTION_IDS);

/** As a landlord reported it, by a file that nobody signed; taken in by an officer's word. Answers: a choice by its id, a day as yyyy-mm-dd, or words. */
export const propertyReplySchema = v.object({
  answers: v.optional(v.record(questionId, text), {}),
  by: v.optional(line, ''),
  answeredOn: v.optional(isoDate, null),
  takenAt: v.optional(v.nullable(instant), null),
  takenBy: v.optional(line, ''),
  /** What an officer took over into the record, by path below it; absent: nobody has looked at it beside the record. */
  used: v.exactOptional(v.object({ at: instant, by: line, fields: v.array(line) })),
});

/** A question about a flat or a stair, sent without any case data. Its reference is its own: it leads to no record but from within this vault. */
export const propertyRequestSchema = v.object({
  requestId: line,
  reference: v.optional(line, ''),
  /** For our log and record alone: neither is in the file. */
  recipient: v.optional(line, ''),
  purpose: v.optional(line, ''),
  place: v.optional(line, ''),
  questions: v.optional(v.array(questionId), []),
  madeOn: v.optional(isoDate, null),
  madeBy: v.optional(line, ''),
  expiresOn: v.optional(isoDate, null),
  state: v.optional(v.picklist(['open', 'answered', 'withdrawn']), 'open'),
  reply: v.optional(v.nullable(propertyReplySchema), null),
});

export type PropertyRequest = v.InferOutput<typeof propertyRequestSchema>;
export type PropertyReply = v.InferOutput<typeof propertyReplySchema>;
