import type { NearbyAnswer } from '@/geo';
import { ADDRESS_KINDS, AGENCIES, CATEGORIES, CHANGES, CONDUCT_CHOICES, ERA_PARTS, GROUNDS, HOME_CHANGES, OUTCOMES, STATEMENT_KINDS, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';
import { agenciesSchema } from './agencies';
import { askedSchema } from './asked';
import { authoritySchema, notAuthorisedSchema } from './authority';
import { carriedSchema } from './carried';
import { changesAnsweredSchema, reviewOfSchema } from './changesAnswered';
import { clocksSchema, lastDoneSchema } from './clocks';
import { afterOfferSchema } from './afterOffer';
import { answersTo, instant, isoDate, line, lngLat, oneOf, text } from './fields';
import { formulationSchema } from './formulation';
import { childrenSchema, statementSchema } from './people';
import { panelsSchema } from './panel';
import { placementSchema } from './placement';
import { propertyRequestSchema } from './propertyRequests';
import { homeVisitSchema } from './homeVisit';
import { physicalCheckSchema } from './physicalCheck';
import { mapFrameSchema } from './mapFrame';
import { packSignatureSchema } from './publishers';
import { roundSchema } from './signOff';
import { viewsSchema } from './views';
import { keepingSchema } from './keeping';
import { neighboursSchema, othersOfConcernSchema, propertySchema } from './property';

const categoryId = v.picklist(Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[]);

export const RELEVANCE = {
  relevant: 'Relevant to this victim profile',
  notRelevant: 'Not relevant to this victim profile',
  cannotSay: 'Cannot say yet',
} as const;

/** Judged once per category; singly only for exceptions. The machine's finding stays beside it in `surroundings`. */
export const judgementSchema = v.object({ relevance: oneOf(RELEVANCE), reason: text });

/** As the pack has it: yyyy-mm-dd; null: not given. */
const packDay = v.nullable(v.pipe(v.string(), v.isoDate()));

/** What was looked up, as it was answered then: never recomputed, only looked up again. */
export const surroundingsSchema = v.object({
  lookedUpAt: instant,
  lookedUpBy: line,
  /** The position used, so that a pin moved later shows. */
  answer: v.custom<NearbyAnswer>((value) => typeof value === 'object' && value !== null && 'categories' in value),
  /** Attribution and date (null: not given) of each layer that answered, for the printed record. */
  layers: v.array(v.object({ id: line, title: line, asOf: packDay, staleAfter: packDay, attribution: text, licence: line, leavesOut: v.array(v.object({ what: text, count: v.nullable(v.number()), ask: text })) })),
  /** Who signed the pack; null: not signed. Absent: looked up before it was kept. */
  signature: v.exactOptional(v.nullable(packSignatureSchema)),
  /** The office's reason for looking this far: not a limit. */
  radiusReason: text,
});

/** A place the map did not hold: seen, or reported by somebody. Never a victim's place. */
export const addedSiteSchema = v.object({
  addedId: line,
  name: line,
  category: categoryId,
  where: line,
  point: v.nullable(lngLat),
  basis: oneOf(STATEMENT_KINDS),
  source: line,
  knownOn: isoDate,
});

/** For what no map answers (CCTV, toys; childminders, children's homes): seen on the visit, or what the agency said. */
export const CHECKS = {
  there: 'Yes, there is',
  notSeen: 'Looked or asked: none reported',
  couldNotCheck: 'Could not check',
} as const;
export const checkSchema = v.object({ answer: oneOf(CHECKS), note: text });

/** A merged site that is not one place, by the officer's word: its listings stand apart. The pack and what was looked up stay as they are. */
export const splitSchema = v.object({ reason: text });

export const TASK_IDS = ['address', 'person', 'trigger', 'placement', 'conduct', 'property', 'children', 'homeVisit', 'physicalCheck', 'sites', 'agencies', 'formulation', 'outcome', 'review'] as const;
export type TaskId = (typeof TASK_IDS)[number];

export const changeSchema = v.object({
  at: instant,
  by: line,
  what: line,
  /** Of a record that was signed: why it was amended. */
  amends: v.exactOptional(text),
  fields: v.array(v.object({ path: v.string(), from: v.unknown(), to: v.unknown() })),
});

export const assessmentSchema = v.object({
  schema: v.literal(2),
  /** Printed reference, e.g. 'ST-7F3K-2M'. */
  reference: line,
  personId: line,
  addressId: line,
  startedAt: instant,
  startedBy: line,
  addressKind: oneOf(ADDRESS_KINDS),
  trigger: v.object({
    kind: oneOf(TRIGGERS),
    occurredOn: isoDate,
    /** Which agency's which event started the clock (ERA-2017 4.0 leaves 'notification' undefined). */
    agency: oneOf(AGENCIES),
    event: line,
    note: text,
  }),
  /** Since the last ERA or review of this address. */
  changes: answersTo(CHANGES),
  lastEra: lastDoneSchema,
  lastReview: lastDoneSchema,
  /** Answers to the questions of the office's local protocol, by their id. */
  local: v.record(v.string(), oneOf(YES_NO_UNKNOWN)),
  clocks: clocksSchema,
  conduct: v.object({
    decision: oneOf(CONDUCT_CHOICES),
    rationale: text,
    /** What points the other way, asked of every decision. */
    otherWay: text,
    /** What is relied on: beside an ERA where one is conducted, instead of it where none is. */
    reliedOn: text,
    /** What holds until the ERA is done, or until the question is opened again. */
    interimControls: text,
    /** Of a departure: Steading's list, so that departures can be counted by ground. */
    ground: oneOf(GROUNDS),
    /** Of 'not in full'. */
    partsLeftOut: v.array(v.picklist(Object.keys(ERA_PARTS) as (keyof typeof ERA_PARTS)[])),
    leftOutWhat: text,
    /** A second officer's authority for a departure: by their own key, or none but the decider's; else as recorded by the first. */
    authority: v.exactOptional(v.nullable(authoritySchema)),
    /** Whoever was asked elsewhere and did not authorise it; absent: nobody. It stays, whatever authority comes later. */
    notAuthorised: v.exactOptional(v.array(notAuthorisedSchema)),
    authorisedBy: line,
    authorisedOn: isoDate,
    reopenOn: isoDate,
  }),
  /** What kind of case it is; absent: begun before it was asked. */
  placement: v.exactOptional(placementSchema),
  property: v.exactOptional(propertySchema),
  neighbours: v.exactOptional(neighboursSchema),
  othersOfConcern: v.exactOptional(othersOfConcernSchema),
  children: childrenSchema,
  statements: v.array(statementSchema),
  /** Whom of ERA-2017 5.1 and 5.2 was asked, and what came; absent: begun before Steading asked. */
  agencies: v.exactOptional(agenciesSchema),
  /** What landlords were asked about a property alone, and answered; absent: nothing. */
  propertyRequests: v.exactOptional(v.array(propertyRequestSchema)),
  surroundings: v.nullable(surroundingsSchema),
  judgements: v.record(v.string(), judgementSchema),
  exceptions: v.record(v.string(), judgementSchema),
  addedSites: v.array(addedSiteSchema),
  /** By the site's id; absent or without it: one place. */
  splits: v.exactOptional(v.record(v.string(), splitSchema)),
  checks: v.record(v.string(), checkSchema),
  /** ERA-2017 5.3, as a walk-round; absent: begun before Steading asked for it. */
  physicalCheck: v.exactOptional(physicalCheckSchema),
  /** ERA-2017 4.0; absent likewise. */
  homeVisit: v.exactOptional(homeVisitSchema),
  /** Reviews that were proposed as a newer area pack told otherwise of the surroundings; absent: none was answered. */
  changesAnswered: v.exactOptional(changesAnsweredSchema),
  /** What came after the decision; absent: nothing. */
  afterOffer: v.exactOptional(afterOfferSchema),
  /** Panels that had this address before them as a candidate; absent: none. */
  panels: v.exactOptional(panelsSchema),
  /** How what was found is weighed, and what is done about it; absent: begun before Steading asked. */
  formulation: v.exactOptional(formulationSchema),
  /** Begun as a review of another record. */
  reviewOf: v.exactOptional(reviewOfSchema),
  /** What of it was taken over; absent: nothing. */
  carried: v.exactOptional(carriedSchema),
  outcome: v.object({
    decision: oneOf(OUTCOMES),
    reasons: text,
    otherWay: text,
    conditions: text,
    /** Conflict with a victim or a condition: never where, never who (digest, harm 1). */
    victimOrConditionConflict: v.nullable(v.picklist(['yes', 'no', 'notChecked'])),
    conflictAnsweredBy: oneOf(AGENCIES),
    /** Lived in, and not manageable as it is: what is changed. Absent: decided before it was asked so. */
    homeChanges: v.exactOptional(v.array(v.picklist(Object.keys(HOME_CHANGES) as (keyof typeof HOME_CHANGES)[]))),
    /** Not manageable, or lived in: what happens instead (digest, harm 5). */
    insteadWhat: text,
    insteadRiskier: oneOf(YES_NO_UNKNOWN),
    insteadWhy: text,
    refusalNumber: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
    whoIsTold: text,
    decidedOn: isoDate,
    decidedBy: line,
  }),
  /** What agencies and the landlord hold of it; absent: begun before Steading asked. */
  views: v.exactOptional(viewsSchema),
  review: v.object({ reviewOn: isoDate, why: text, retentionRule: line }),
  /** How the map is shown in print; absent or null: whole. */
  mapFrame: v.exactOptional(v.nullable(mapFrameSchema)),
  /** What happened to the record's keeping since; absent: nothing. */
  keeping: v.exactOptional(keepingSchema),
  /** What the standard asked and answered when this was last put on record, whole: it prints so for ever, whatever a later Steading says. */
  asked: v.nullable(askedSchema),
  /** Readings of the record that officers signed, the latest last; absent: begun before Steading asked. The record's, never a draft's. */
  signed: v.exactOptional(v.array(roundSchema)),
  /** Typed while a signed record is amended; the history keeps it. */
  amendment: v.exactOptional(text),
  history: v.array(changeSchema),
});

export type Assessment = v.InferOutput<typeof assessmentSchema>;
export type Judgement = v.InferOutput<typeof judgementSchema>;
export type AddedSite = v.InferOutput<typeof addedSiteSchema>;
export type Splits = NonNullable<Assessment['splits']>;
export type Change = v.InferOutput<typeof changeSchema>;
export type Surroundings = v.InferOutput<typeof surroundingsSchema>;
