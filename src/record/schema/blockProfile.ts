import { BLOCK_KINDS } from '@/terms';
import * as v from 'valibot';
import { positionSchema } from './address';
import { instant, isoDate, line, oneOf, realDate } from './fields';
import { buildingSchema, emptyBuilding } from './property';

/**
 * What a landlord knows of a building, once for every case: no case, no people, no neighbours, no other people of concern, no reasons (digest, harms 8 and 9). There is no
 * field for any of them, and this is all that a file of it holds.
 */
export const profileFactsSchema = v.object({
  kind: oneOf(BLOCK_KINDS),
  place: v.object({ text: line, postcode: line, position: v.nullable(positionSchema) }),
  building: buildingSchema,
  /** By role and organisation, never by name. */
  profiledBy: v.object({ role: line, organisation: line }),
  profiledOn: isoDate,
});

/** A document of the vault of its own, in the `office` table. `given`: teams that had it before the book of hand-overs told so; nothing is added. */
export const blockProfileSchema = v.object({
  schema: v.literal(1),
  now: profileFactsSchema,
  /** Oldest first; `until`: when it was replaced. */
  earlier: v.array(v.object({ until: instant, facts: profileFactsSchema })),
  given: v.optional(v.array(v.object({ fileId: line, team: line, on: realDate })), []),
});

export type ProfileFacts = v.InferOutput<typeof profileFactsSchema>;
export type BlockProfile = v.InferOutput<typeof blockProfileSchema>;

export const emptyProfileFacts: ProfileFacts = { kind: null, place: { text: '', postcode: '', position: null }, building: emptyBuilding, profiledBy: { role: '', organisation: '' }, profiledOn: null };
