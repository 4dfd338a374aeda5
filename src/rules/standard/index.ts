import type { Criterion } from '../types';
import { ANNUAL_REVIEW } from './annualReview';
import { ENVIRONMENT_CHANGED, OTHER_EVENT, PERSON_CHANGED } from './change';
import { OTHER_CATEGORIES } from './otherCategories';
import { PHYSICAL_CHECK } from './physicalCheck';
import { RATIONALE_DOCUMENTED } from './rationale';
import { INITIAL_REGISTRATION, SUBSEQUENT_ADDRESS } from './registration';
import { UNDER_18 } from './under18';

/** Every criterion of the standard that Steading knows, in the order of the digest's sections. */
export const STANDARD: readonly Criterion[] = [
  UNDER_18,
  INITIAL_REGISTRATION,
  SUBSEQUENT_ADDRESS,
  ANNUAL_REVIEW,
  PERSON_CHANGED,
  ENVIRONMENT_CHANGED,
  OTHER_EVENT,
  OTHER_CATEGORIES,
  PHYSICAL_CHECK,
  RATIONALE_DOCUMENTED,
];
