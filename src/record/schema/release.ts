import { RELEASE_DAYS, RELEASE_KINDS, RELEASE_TOLD, type ReleaseToldId, TELLING, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, oneOf, text } from './fields';

const noTelling = { answer: null, note: '' } as const;
const telling = v.optional(v.object({ answer: v.optional(oneOf(TELLING), null), note: v.optional(line, '') }), noTelling);

/** The day itself stands with the other fixed days (`clocks.releaseOn`); where it stood before, in the record's history. A part may come from another team alone. */
export const releaseSchema = v.object({
  kind: v.optional(oneOf(RELEASE_KINDS), null),
  day: v.optional(oneOf(RELEASE_DAYS), null),
  /** How the day may move, or what is known of it: the officer's words. */
  mayMove: v.optional(text, ''),
  /** The establishment, and who answers there by role. */
  from: v.optional(line, ''),
  /** Of home leave. */
  returnsOn: v.optional(isoDate, null),
  host: v.optional(line, ''),
  hostAgrees: v.optional(oneOf(YES_NO_UNKNOWN), null),
  told: v.optional(v.object(Object.fromEntries(Object.keys(RELEASE_TOLD).map((id) => [id, telling])) as Record<ReleaseToldId, typeof telling>), Object.fromEntries(Object.keys(RELEASE_TOLD).map((id) => [id, noTelling])) as Record<ReleaseToldId, typeof noTelling>),
  /** A condition on where the person lives; its words are for the Responsible Authorities alone (digest, harm 1). */
  condition: v.optional(oneOf(YES_NO_UNKNOWN), null),
  conditionSays: v.optional(text, ''),
  /** What happens where there is no address by that day (digest, harm 5). */
  ifNone: v.optional(text, ''),
});

export type Release = v.InferOutput<typeof releaseSchema>;

export const noRelease: Release = v.parse(releaseSchema, {});
