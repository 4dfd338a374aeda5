import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

const COMPLY_OR_EXPLAIN = {
  document: 'ERA-2017', clause: '4.0', status: 'confirmed',
  says: 'After the initial ERA there is a full review every year for everyone registered. If it is not carried out, the Responsible Authorities must fully consider why and document their reasons.',
} as const;

/** Comply or explain, for everyone registered. */
export const ANNUAL_REVIEW = {
  id: 'annualReview',
  question: 'Is this the yearly review of a registered person?',
  kind: 'must',
  asksFor: 'complyOrExplain',
  inForce: ERA_2017_IN_FORCE,
  clauses: [COMPLY_OR_EXPLAIN],
} as const satisfies Criterion;

/** A year is counted by the calendar, from the later of the last ERA and its last review. */
export const REVIEW_DUE = {
  id: 'reviewDue',
  question: 'Is a year past since the last ERA of this address and its last review?',
  kind: 'must',
  asksFor: 'complyOrExplain',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    COMPLY_OR_EXPLAIN,
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: "'Every year' is read as: once a year is past since the last ERA or review, the yearly review is due, whatever event brings the address up." },
  ],
} as const satisfies Criterion;

/** The groups themselves have not been seen: nobody can answer this yet, so it asks for nothing. */
export const SECTION_3_GROUPS = {
  id: 'section3Groups',
  question: 'Does the person belong to a group of section 3.0, for which a yearly review is presumed?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-05', clause: 'minute on the ERA guidance', status: 'minuted', says: 'There is a presumption of a yearly review for the groups of section 3.0.' },
    { document: 'ERA-2017', clause: '3.0', status: 'open', says: 'Which groups section 3.0 names has not been seen.' },
  ],
} as const satisfies Criterion;

/** By behaviours. The definition is open: what was not minuted is unknown, never 'no'. */
export const CONTACT_OFFENCE = {
  id: 'contactOffence',
  question: 'Is there a contact offence, as defined by behaviours?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-11', clause: 'minutes of 2017 (which of the two is to be confirmed)', status: 'minuted', says: "'Contact offences' are to be defined by behaviours, among them third-party contact and inciting a child or an adult at risk to engage in sexual activity." },
    { document: 'ERA-2017', clause: '3.0', status: 'open', says: 'The published definition has not been seen: the list of behaviours may go on.' },
  ],
} as const satisfies Criterion;
