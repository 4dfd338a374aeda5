import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** Comply or explain. 'recommended' is the nearest kind: the explanation, not the review, is what the text insists on. */
export const ANNUAL_REVIEW = {
  id: 'annualReview',
  question: 'Is this the yearly review of a registered person?',
  kind: 'recommended',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'After the initial ERA there is a full review every year for everyone registered. If it is not carried out, the Responsible Authorities must fully consider why and document their reasons.' },
    { document: 'NSG-2017-05', clause: 'minute on the ERA guidance', status: 'minuted', says: 'There is a presumption of a yearly review for the groups of section 3.0.' },
    { document: 'ERA-2017', clause: '3.0', status: 'open', says: 'Which groups section 3.0 names has not been seen.' },
  ],
} as const satisfies Criterion;
