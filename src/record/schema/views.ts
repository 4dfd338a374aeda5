import { AGENCIES, AGREEMENT, ESCALATION, LANDLORD_VIEWS } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, oneOf, text } from './fields';

/** An agency that does not agree, and where that is settled. */
export const dissentSchema = v.object({
  dissentId: line,
  agency: oneOf(AGENCIES),
  /** What it holds instead, and why. */
  view: text,
  /** By role. */
  by: line,
  on: isoDate,
  escalated: oneOf(ESCALATION),
  /** Why not; or what the group is asked. */
  escalatedWhy: text,
  escalatedOn: isoDate,
  /** What came of it; '': nothing yet. */
  result: text,
});

/** What the agencies and the landlord hold of the decision. Each part may be left out by a hand-over. */
export const viewsSchema = v.object({
  agree: v.optional(oneOf(AGREEMENT), null),
  notAskedWhy: v.optional(text, ''),
  dissents: v.optional(v.array(dissentSchema), []),
  landlord: v.optional(v.object({ view: v.optional(oneOf(LANDLORD_VIEWS), null), words: v.optional(text, ''), by: v.optional(line, ''), on: v.optional(isoDate, null) }), {}),
});

export type Views = v.InferOutput<typeof viewsSchema>;
export type Dissent = v.InferOutput<typeof dissentSchema>;

export const noViews: Views = { agree: null, notAskedWhy: '', dissents: [], landlord: { view: null, words: '', by: '', on: null } };
export const newDissent = (dissentId: string): Dissent => ({ dissentId, agency: null, view: '', by: '', on: null, escalated: null, escalatedWhy: '', escalatedOn: null, result: '' });
