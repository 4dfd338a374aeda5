import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** Reviews that the Responsible Authorities may trigger, case by case. */
export const PERSON_CHANGED = {
  id: 'personChanged',
  question: 'Have the circumstances of the person changed?',
  kind: 'discretionary',
  asksFor: 'discretionary',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "Changed circumstances of the person may lead the Responsible Authorities to review, case by case. Frequency follows risk; changes are highlighted in ViSOR and the agencies' own systems." },
  ],
} as const satisfies Criterion;

export const HOUSEHOLD_CHANGED = {
  id: 'householdChanged',
  question: 'Has the household changed?',
  kind: 'discretionary',
  asksFor: 'discretionary',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: 'Who lives in, visits or is minded in the home is read as part of the circumstances of the person: a change may lead to a review, case by case.' },
  ],
} as const satisfies Criterion;

export const ENVIRONMENT_CHANGED = {
  id: 'environmentChanged',
  question: 'Has the environment of the address changed?',
  kind: 'discretionary',
  asksFor: 'discretionary',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'A changed environment may lead the Responsible Authorities to review, case by case. Frequency follows risk.' },
  ],
} as const satisfies Criterion;

export const OTHER_EVENT = {
  id: 'otherEvent',
  question: 'Is there another event for which the agencies may choose to assess?',
  kind: 'discretionary',
  asksFor: 'discretionary',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-05', clause: 'minute on the ERA guidance', status: 'minuted', says: 'The standard is a minimum: an area may go beyond it.' },
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: "For an event that the published text does not name, an ERA is the agencies' discretion." },
  ],
} as const satisfies Criterion;
