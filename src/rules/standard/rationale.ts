import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** Asked of the record, not of the facts: the record's own task answers it. */
export const RATIONALE_DOCUMENTED = {
  id: 'rationaleDocumented',
  question: 'Is the rationale for conducting or not conducting the ERA considered and documented?',
  kind: 'must',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-05', clause: 'minutes of 2017 (which of the two is to be confirmed)', status: 'minuted', says: 'The rationale for conducting or not conducting an ERA is fully considered and documented, so that the decision is defensible.' },
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'If an annual review is not carried out, the Responsible Authorities must fully consider why and document their reasons.' },
  ],
} as const satisfies Criterion;
