import { CHECK_AGENCIES } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, text } from './fields';

/** Which event of which agency started a clock of an agency's own; and when that agency answered. */
export const agencyClockSchema = v.object({ startedOn: isoDate, event: line, answeredOn: isoDate });

/** A later day for a deadline: the first one is kept beside it. */
export const extensionSchema = v.object({ deadlineId: line, to: isoDate, reason: text, decidedOn: isoDate, by: line });

export const clocksSchema = v.object({
  /** The person's own change of home address (SOA-2003 s.84(1)): shown, never ruled on. */
  movedOn: isoDate,
  releaseOn: isoDate,
  /** Until when the landlord holds the property. */
  voidHeldUntil: isoDate,
  bidClosesOn: isoDate,
  agencies: v.record(v.picklist(Object.keys(CHECK_AGENCIES) as (keyof typeof CHECK_AGENCIES)[]), agencyClockSchema),
  extensions: v.array(extensionSchema),
});

/** What was done before at this address: a day, never, not known, or nobody has answered. */
export const lastDoneSchema = v.object({ answer: v.nullable(v.picklist(['on', 'never', 'unknown'])), on: isoDate });

export type Clocks = v.InferOutput<typeof clocksSchema>;
export type AgencyClock = v.InferOutput<typeof agencyClockSchema>;
export type LastDone = v.InferOutput<typeof lastDoneSchema>;

export const noClocks: Clocks = { movedOn: null, releaseOn: null, voidHeldUntil: null, bidClosesOn: null, agencies: {}, extensions: [] };
export const notAnswered: LastDone = { answer: null, on: null };
