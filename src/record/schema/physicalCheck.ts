import { LOOKS, SITE_LOOKS, VISIT_OUTCOMES, WHY_NOT_DONE, YES_NO } from '@/terms';
import * as v from 'valibot';
import { instant, isoDate, line, lngLat, oneOf, text } from './fields';

/** '08:40', as clocks in Scotland showed it; null: not given. */
const clockTime = v.nullable(v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time, for example 08:40.')));

/** One kind of place on one visit. `note`: where from, what; why, where it could not be checked. `at`: when it was tapped. */
export const lookSchema = v.object({ answer: oneOf(LOOKS), note: text, at: v.nullable(instant) });

/** One place that the map lists, as it was met. `listed`: what the map said of it then, in words, kept here for ever, whatever is looked up later. */
export const siteLookSchema = v.object({
  found: oneOf(SITE_LOOKS),
  note: text,
  /** Where it really is. */
  where: line,
  point: v.nullable(lngLat),
  listed: line,
  at: v.nullable(instant),
});

/** Lone working, as a plain record. Steading sends nothing to anybody. */
const backSchema = v.object({ expectedAt: clockTime, checkedInAt: clockTime, heldBy: line });

/** One visit or attempt. What a hand-over leaves out is taken as not said. */
export const propertyVisitSchema = v.object({
  visitId: line,
  on: isoDate,
  from: clockTime,
  to: clockTime,
  /** The officer of this vault who wrote it down; who went, by role. */
  by: v.optional(line, ''),
  byRole: line,
  inPairs: oneOf(YES_NO),
  secondRole: line,
  /** null: under way. */
  outcome: oneOf(VISIT_OUTCOMES),
  whyNot: oneOf(WHY_NOT_DONE),
  whyNotNote: text,
  back: v.optional(backSchema, { expectedAt: null, checkedInAt: null, heldBy: '' }),
  schoolRun: v.object({ walked: oneOf(YES_NO), seen: text }),
  /** By category, or by the id of a kind of place of the local protocol. */
  looked: v.record(v.string(), lookSchema),
  /** By the site's key in the list. */
  sites: v.record(v.string(), siteLookSchema),
});

/** ERA-2017 5.3: risks to the community and to the person; to staff besides. */
export const physicalCheckSchema = v.object({
  visits: v.optional(v.array(propertyVisitSchema), []),
  risks: v.optional(v.object({ community: v.optional(text, ''), person: v.optional(text, ''), staff: v.optional(text, '') }), {}),
});

export type PhysicalCheck = v.InferOutput<typeof physicalCheckSchema>;
export type PropertyVisit = v.InferOutput<typeof propertyVisitSchema>;
export type Look = v.InferOutput<typeof lookSchema>;
export type SiteSeen = v.InferOutput<typeof siteLookSchema>;

export const noPhysicalCheck: PhysicalCheck = { visits: [], risks: { community: '', person: '', staff: '' } };

/** A visit that begins: nothing is answered yet. */
export const newVisit = (given: Pick<PropertyVisit, 'visitId' | 'on' | 'from' | 'by' | 'byRole'>): PropertyVisit => ({
  ...given, to: null, inPairs: null, secondRole: '', outcome: null, whyNot: null, whyNotNote: '',
  back: { expectedAt: null, checkedInAt: null, heldBy: '' }, schoolRun: { walked: null, seen: '' }, looked: {}, sites: {},
});
