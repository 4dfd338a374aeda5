import { DEALINGS, FRAME_PARTS, type FramePart, RISK_TOOLS, type RiskToolId } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, oneOf, text } from './fields';

/** What is done about one finding. `read`: the finding as it read then; where it reads otherwise today, it is open again. */
export const dealingSchema = v.object({
  how: v.optional(oneOf(DEALINGS), null),
  /** Of a measure: what, who (by role) and by when, for the Risk Management Plan. */
  what: v.optional(text, ''),
  owner: v.optional(line, ''),
  dueOn: v.optional(isoDate, null),
  /** Why it is accepted, or not relevant. */
  reason: v.optional(text, ''),
  read: v.optional(text, ''),
});

/** As it came from whoever applied the tool. */
export const toolOutcomeSchema = v.object({ outcome: v.optional(line, ''), on: v.optional(isoDate, null), by: v.optional(line, '') });

/** How what was found is weighed. Every part may be left out by a hand-over. */
export const formulationSchema = v.object({
  frame: v.optional(v.object(Object.fromEntries(Object.keys(FRAME_PARTS).map((id) => [id, v.optional(text, '')])) as Record<FramePart, v.OptionalSchema<typeof text, ''>>), {}),
  tools: v.optional(v.record(v.picklist(Object.keys(RISK_TOOLS) as RiskToolId[]), toolOutcomeSchema), {}),
  /** By the key of a finding. */
  dealings: v.optional(v.record(v.string(), dealingSchema), {}),
});

export type Formulation = v.InferOutput<typeof formulationSchema>;
export type Dealing = v.InferOutput<typeof dealingSchema>;

export const noDealing: Dealing = { how: null, what: '', owner: '', dueOn: null, reason: '', read: '' };
export const noFormulation: Formulation = { frame: Object.fromEntries(Object.keys(FRAME_PARTS).map((id) => [id, ''])) as Formulation['frame'], tools: {}, dealings: {} };
