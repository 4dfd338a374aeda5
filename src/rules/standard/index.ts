import type { Criterion, StandardSection } from '../types';
import { ANNUAL_REVIEW, CONTACT_OFFENCE, REVIEW_DUE, SECTION_3_GROUPS } from './annualReview';
import { ENVIRONMENT_CHANGED, HOUSEHOLD_CHANGED, OTHER_EVENT, PERSON_CHANGED } from './change';
import { AGENCY_CONTACTS, DATABASE_CHECKS, HOME_VISIT } from './checks';
import { OTHER_CATEGORIES } from './otherCategories';
import { PHYSICAL_CHECK } from './physicalCheck';
import { RATIONALE_DOCUMENTED } from './rationale';
import { ACCURATE_THEN, MINIMUM, RECORD_PARTS } from './record';
import { ERA_OUTSTANDING, INITIAL_REGISTRATION, SUBSEQUENT_ADDRESS } from './registration';
import { UNDER_18 } from './under18';

/** Raised whenever a literal of the standard changes; the text itself is told apart by its content (standardText.ts). */
export const STANDARD_VERSION = '2026.2';

/** The standard as Steading applies it, in the order of the documents. */
export const SECTIONS: readonly StandardSection[] = [
  { id: 'who', heading: 'For whom', criteria: [UNDER_18, OTHER_CATEGORIES] },
  { id: 'initial', heading: 'The initial ERA', criteria: [INITIAL_REGISTRATION, SUBSEQUENT_ADDRESS, ERA_OUTSTANDING] },
  { id: 'yearly', heading: 'The yearly review', criteria: [ANNUAL_REVIEW, REVIEW_DUE, SECTION_3_GROUPS, CONTACT_OFFENCE] },
  { id: 'change', heading: 'Reviews between', criteria: [PERSON_CHANGED, HOUSEHOLD_CHANGED, ENVIRONMENT_CHANGED, OTHER_EVENT] },
  { id: 'checks', heading: 'Checks', criteria: [AGENCY_CONTACTS, DATABASE_CHECKS, PHYSICAL_CHECK, HOME_VISIT] },
  { id: 'record', heading: 'The record', criteria: [RATIONALE_DOCUMENTED, ACCURATE_THEN, RECORD_PARTS, MINIMUM] },
];

/** Every criterion of the standard that Steading knows. */
export const STANDARD: readonly Criterion[] = SECTIONS.flatMap(({ criteria }) => criteria);
