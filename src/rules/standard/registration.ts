import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** The initial ERA: first registration, and every later address of a registered person. */
export const INITIAL_REGISTRATION = {
  id: 'initialRegistration',
  question: 'Is this the first registration of a person subject to SONR?',
  kind: 'must',
  asksFor: 'must',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'NSG-2017-05', clause: 'minute on the ERA guidance', status: 'minuted', says: "At initial registration an ERA 'must' be carried out." },
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "Everyone subject to SONR 'will be subject of' an initial ERA." },
    { document: 'NASSO-2019', clause: 'annex 2', status: 'confirmed', says: "The strategy repeats that everyone subject to SONR 'will be subject of' an initial ERA." },
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: 'While no address has been identified there is nothing to look at yet, but the duty stands.' },
  ],
} as const satisfies Criterion;

export const SUBSEQUENT_ADDRESS = {
  id: 'subsequentAddress',
  question: 'Is this a new address of a registered person?',
  kind: 'must',
  asksFor: 'must',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "The initial ERA that registered people 'will be subject of' includes any subsequent address." },
    { document: 'NASSO-2019', clause: 'annex 2', status: 'confirmed', says: 'The strategy says the same of any subsequent address.' },
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: 'A proposed address, and an address to which a person is released and does not yet live in, are read as a subsequent address. So is each of several addresses between which a person moves.' },
  ],
} as const satisfies Criterion;

/** 'Any subsequent address' taken at its word: a home without an ERA still lacks it, whatever the event. */
export const ERA_OUTSTANDING = {
  id: 'eraOutstanding',
  question: 'Has no ERA of this address been done yet, although the registered person stays there?',
  kind: 'must',
  asksFor: 'must',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "Everyone subject to SONR 'will be subject of' an initial ERA, any subsequent address included." },
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: 'Where it was never done, it is read as still outstanding, whatever event brings the address up.' },
  ],
} as const satisfies Criterion;
