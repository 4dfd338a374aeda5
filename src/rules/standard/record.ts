import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** What is asked of the record and of how the agencies use it, not of the facts. */
export const ACCURATE_THEN = {
  id: 'accurateThen',
  question: 'Does the record say that it is accurate at the time it was undertaken?',
  kind: 'must',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'An ERA is accurate at the time it is undertaken. Housing is discussed at MAPPA review meetings.' },
  ],
} as const satisfies Criterion;

export const RECORD_PARTS = {
  id: 'recordParts',
  question: 'Does the record hold the risk formulation and the property with its surroundings?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-11', clause: 'minutes of 2017 (which of the two is to be confirmed)', status: 'minuted', says: 'Part A of the template holds the risk formulation statement, in the wording of the Risk Management Authority; part B the rest.' },
    { document: 'ERA-2017', clause: 'annex', status: 'open', says: 'The layout of the published template has not been seen.' },
  ],
} as const satisfies Criterion;

export const MINIMUM = {
  id: 'minimum',
  question: 'Does the office go beyond the standard?',
  kind: 'discretionary',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-05', clause: 'minute on the ERA guidance', status: 'minuted', says: 'The standard is a minimum: an area may go beyond it. Its aims are consistency, proportionality and sustainability.' },
    { document: 'ERA-2017', clause: '2.0', status: 'confirmed', says: 'Additional guidance, for use by the Responsible Authorities only so far as it is compatible with their statutory functions.' },
  ],
} as const satisfies Criterion;
