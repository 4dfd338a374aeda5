import { STATEMENT_KINDS, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, oneOf, text } from './fields';

/** Whom a statement is about, by role and never by name (DPA 2018 s.38(3)). A victim has no role here: nothing about one is written in this record. */
export const ROLES = {
  individual: 'The individual',
  household: 'Somebody of the household',
  child: 'A child',
  visitor: 'A visitor, carer or health visitor',
  neighbour: 'A neighbour',
  landlord: 'The landlord or its staff',
  place: 'The property or the place, not a person',
} as const;
export type Role = keyof typeof ROLES;

/** A typed statement: fact, professional assessment, or reported, with its source and date (DPA 2018 s.38(2)). */
export const statementSchema = v.object({
  statementId: line,
  kind: oneOf(STATEMENT_KINDS),
  about: oneOf(ROLES),
  text,
  source: line,
  on: isoDate,
});

/** What follows from contact with children: a referral, a disclosure. 'notDecided' is an honest answer and is printed as a limit. */
export const FOLLOW_UPS = {
  made: 'Yes: made',
  notNeeded: 'No: considered, and not needed',
  notDecided: 'Not decided yet',
} as const;
export const followUpSchema = v.object({ decision: oneOf(FOLLOW_UPS), why: text, to: line, on: isoDate });

/** Always considered: yes, no or not known, with its source. No ages, no names (digest, harm 8). */
export const childrenSchema = v.object({
  livingHere: oneOf(YES_NO_UNKNOWN),
  visiting: oneOf(YES_NO_UNKNOWN),
  minded: oneOf(YES_NO_UNKNOWN),
  source: line,
  knownOn: isoDate,
  /** To children and families social work (CP-2021). */
  referral: followUpSchema,
  /** To others than the MAPPA agencies (MAPPA-NG ch. 13). */
  disclosure: followUpSchema,
});

export type Statement = v.InferOutput<typeof statementSchema>;
export type FollowUp = v.InferOutput<typeof followUpSchema>;
export type Children = v.InferOutput<typeof childrenSchema>;

export const noChildrenAnswers: Children = {
  livingHere: null, visiting: null, minded: null, source: '', knownOn: null,
  referral: { decision: null, why: '', to: '', on: null }, disclosure: { decision: null, why: '', to: '', on: null },
};

export const newStatement = (statementId: string): Statement => ({ statementId, kind: null, about: null, text: '', source: '', on: null });
