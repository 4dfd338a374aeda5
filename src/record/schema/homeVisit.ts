import { CHANGES, HOME_ANSWERS, HOME_TOPICS } from '@/terms';
import * as v from 'valibot';
import { instant, isoDate, line, oneOf, text } from './fields';

/** `text`: what was said; why, where it was not asked. By role, never by name. */
const homeAnswerSchema = v.object({ answer: oneOf(HOME_ANSWERS), text: v.optional(text, '') });

const changeId = v.picklist(Object.keys(CHANGES) as (keyof typeof CHANGES)[]);

/** The questions of a home visit (ERA-2017 4.0, read in part). `changed`: what the visit showed to have changed; `reviews`: those that were begun for it. */
export const homeVisitSchema = v.object({
  answers: v.optional(v.record(v.picklist(Object.keys(HOME_TOPICS) as (keyof typeof HOME_TOPICS)[]), homeAnswerSchema), {}),
  changed: v.optional(v.array(changeId), []),
  source: v.optional(line, ''),
  on: v.optional(isoDate, null),
  reviews: v.optional(v.array(v.object({ reviewId: line, reference: line, changed: changeId, at: instant, by: line })), []),
});

export type HomeVisit = v.InferOutput<typeof homeVisitSchema>;

export const noHomeVisit: HomeVisit = { answers: {}, changed: [], source: '', on: null, reviews: [] };
