import { BUILDING_FEATURES, CONCERN_ANSWERS, ENTRANCES, HOSTEL_FEATURES, LANDLORD_KINDS, NEIGHBOUR_QUESTIONS, NEIGHBOUR_SOURCES, PROPERTY_KINDS, PROPERTY_SOURCES, STATEMENT_KINDS, TENURES } from '@/terms';
import * as v from 'valibot';
import { answersTo, instant, isoDate, line, noAnswers, oneOf, realDate, text } from './fields';

/** What is seen from the building: a place, and by which kind of statement. Never a victim's place. */
export const sightLineSchema = v.object({ addedId: line, text: line, kind: oneOf(STATEMENT_KINDS) });

/** What belongs to the building and not to one home: a block profile holds this, and an assessment a copy of it. No field is about people. */
export const buildingSchema = v.object({
  entrance: oneOf(ENTRANCES),
  features: answersTo(BUILDING_FEATURES),
  /** How many homes share it, where doors and stores are, who has keys by role. */
  closeAndStair: text,
  sightLines: v.array(sightLineSchema),
  /** Asked where people stay in rooms. */
  hostel: v.object({ rooms: line, features: answersTo(HOSTEL_FEATURES), visitors: text }),
});

/** Which profile an assessment took its facts of the building from. `facts`: as they were taken; absent in a record that another team handed over. */
export const usedProfileSchema = v.object({
  profileId: v.exactOptional(line),
  organisation: line,
  role: line,
  profiledOn: realDate,
  /** From this day on it is to be refreshed, by the office's setting of the day it was used. */
  staleOn: realDate,
  usedAt: instant,
  facts: v.exactOptional(buildingSchema),
});

export const propertySchema = v.object({
  kind: oneOf(PROPERTY_KINDS),
  size: line,
  tenure: oneOf(TENURES),
  landlord: oneOf(LANDLORD_KINDS),
  /** Which rooms, and what each looks onto. */
  rooms: text,
  building: buildingSchema,
  source: oneOf(PROPERTY_SOURCES),
  knownOn: isoDate,
  fromProfile: v.nullable(usedProfileSchema),
});

/** Digest, harm 8: yes, no or not known; no ages, no names, and no field that could hold one. Deleted after the decision: `deleted` says when, and nothing of what. */
export const neighboursSchema = v.object({
  answers: answersTo(NEIGHBOUR_QUESTIONS),
  source: oneOf(NEIGHBOUR_SOURCES),
  knownOn: isoDate,
  deleted: v.nullable(v.object({ at: instant, by: line })),
});

/** Digest, harm 9: police-only; in no hand-over, no block profile, and in no print but one for a Responsible Authority. */
export const othersOfConcernSchema = v.object({ answer: oneOf(CONCERN_ANSWERS), answeredOn: isoDate });

export type Building = v.InferOutput<typeof buildingSchema>;
export type Property = v.InferOutput<typeof propertySchema>;
export type Neighbours = v.InferOutput<typeof neighboursSchema>;
export type OthersOfConcern = v.InferOutput<typeof othersOfConcernSchema>;

export const emptyBuilding: Building = {
  entrance: null, features: noAnswers(BUILDING_FEATURES), closeAndStair: '', sightLines: [], hostel: { rooms: '', features: noAnswers(HOSTEL_FEATURES), visitors: '' },
};
export const emptyProperty: Property = { kind: null, size: '', tenure: null, landlord: null, rooms: '', building: emptyBuilding, source: null, knownOn: null, fromProfile: null };
export const noNeighbours: Neighbours = { answers: noAnswers(NEIGHBOUR_QUESTIONS), source: null, knownOn: null, deleted: null };
export const noOthersOfConcern: OthersOfConcern = { answer: null, answeredOn: null };
