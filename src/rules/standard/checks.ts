import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

/** ERA-2017 5.1 and 5.2: who is asked and what is looked up. Recommended checks; they never decide whether an ERA is conducted. */
export const AGENCY_CONTACTS = {
  id: 'agencyContacts',
  question: 'Have the agencies been asked that may hold something relevant?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '5.1', status: 'confirmed', says: 'Recommended contacts: justice social work (team manager), children and families social work, adult protection, education; housing (SOLO); registered social landlord (Link Officer); NHS (liaison officer or MAPPA lead); police (Detective Sergeant of the Offender Management Unit, today SOPU); Scottish Prison Service (integrated case management co-ordinator); a support organisation where there is an intensive support package.' },
    { document: 'NASSO-2019', clause: '3.2', status: 'confirmed', says: 'The ERA is collaborative: each agency gives the relevant information that it holds. It informs the decision and does not make it.' },
  ],
} as const satisfies Criterion;

export const DATABASE_CHECKS = {
  id: 'databaseChecks',
  question: 'Have the database checks been made that this case needs?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '5.2', status: 'confirmed', says: 'Database checks are recommended, not all of them in every case; who makes them is agreed locally. Justice social work looks in its own systems, children and families and adult protection.' },
    { document: 'ERA-2017', clause: '5.2', status: 'partial', says: 'Housing looks in council tax, housing benefit, electoral register, housing management and homelessness systems, private landlord registration, the Care Inspectorate website and what is known of the accommodation. The list may go on.' },
    { document: 'ERA-2017', clause: '5.2', status: 'open', says: 'The lists for police, education, NHS and the Scottish Prison Service have not been seen.' },
    { document: 'MAPPA-NG', clause: '5.49', status: 'reading', says: 'Graded replies: no trace; trace, not relevant; trace, relevant; trace, relevance not yet known. Seen only in a poor copy.' },
  ],
} as const satisfies Criterion;

export const HOME_VISIT = {
  id: 'homeVisit',
  question: 'Have current housing, contact with neighbours and third-party visitors been asked about?',
  kind: 'recommended',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '4.0', status: 'partial', says: 'On home visits the Responsible Authorities routinely ask about current housing, contact with neighbours, and third-party visitors such as health visitors and carers. The list may go on.' },
  ],
} as const satisfies Criterion;
