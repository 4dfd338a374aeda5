export { decide } from './decide';
export { reasonsFor, wouldChange } from './explain';
export { REQUIREMENTS } from './requirement';
export { STANDARD } from './standard';
export { CLAUSE_STATUSES, DOCUMENTS } from './standard/documents';
export { RATIONALE_DOCUMENTED } from './standard/rationale';
export type * from './types';
