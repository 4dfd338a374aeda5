import { CARRIED_PARTS, type CarriedPart } from '@/terms';
import * as v from 'valibot';
import { instant, isoDate, line } from './fields';

/** An officer has looked at it again, and said so. */
const held = v.object({ at: instant, by: line });

/** Which parts of a review were taken over from the record before, by whom each was said to hold still (null: nobody yet). `decidedOn`: of that record. */
export const carriedSchema = v.object({
  reference: line,
  decidedOn: isoDate,
  parts: v.record(v.picklist(Object.keys(CARRIED_PARTS) as CarriedPart[]), v.nullable(held)),
});

export type Carried = v.InferOutput<typeof carriedSchema>;
