import type { Clause, Limit, LimitId } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

const NOTIFICATION = {
  document: 'ERA-2017', clause: '4.0', status: 'reading', says: "'After notification' is not defined: the record says which event, of which agency, started the clock.",
} as const satisfies Clause;

const AFTER_NOTIFICATION = {
  document: 'ERA-2017', clause: '4.0', status: 'reading', says: "The day of notification does not count. The due day is the last full working day that is counted after it, at its end: the stricter reading of 'clear'.",
} as const satisfies Clause;

const ONE_AFTER_THE_OTHER = {
  document: 'ERA-2017', clause: '4.0', status: 'reading', says: '2 + 5 = 7 is read as one after the other: the other agencies begin when the time of the SOLO ends. An office may set the two side by side.',
} as const satisfies Clause;

/** The label is what the deadline is called wherever it is shown. */
export const LIMITS: Readonly<Record<LimitId, Limit>> = {
  initialEra: {
    id: 'initialEra', label: 'Initial ERA, all agencies', value: 7, unit: 'clearWorkingDays', inForce: ERA_2017_IN_FORCE,
    clauses: [
      { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "All agencies have 7 clear working days after notification for the initial ERA, 'recommended as a minimum'." },
      NOTIFICATION,
      AFTER_NOTIFICATION,
    ],
  },
  solo: {
    id: 'solo', label: "SOLO's part of the initial ERA", value: 2, unit: 'clearWorkingDays', inForce: ERA_2017_IN_FORCE,
    clauses: [
      { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'Of the 7 working days of the initial ERA, 2 full days are for the SOLO.' },
      NOTIFICATION,
      AFTER_NOTIFICATION,
    ],
  },
  otherAgencies: {
    id: 'otherAgencies', label: "Other agencies' part of the initial ERA", value: 5, unit: 'clearWorkingDays', inForce: ERA_2017_IN_FORCE,
    clauses: [
      { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'Of the 7 working days of the initial ERA, 5 full days are for the other agencies.' },
      NOTIFICATION,
      AFTER_NOTIFICATION,
      ONE_AFTER_THE_OTHER,
    ],
  },
  annualReview: {
    id: 'annualReview', label: 'Annual review, all agencies', value: 21, unit: 'clearWorkingDays', inForce: ERA_2017_IN_FORCE,
    clauses: [
      { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: "All agencies have 21 clear working days from the date of renewal for the annual review, 'as a minimum'." },
      { document: 'ERA-2017', clause: '4.0', status: 'reading', says: "The date of renewal does not count. The due day is the last full working day that is counted after it, at its end: the stricter reading of 'clear'." },
    ],
  },
  // The Act's own three days, as they came into force; later orders that added duties left them as they were.
  ownNotification: {
    id: 'ownNotification', label: "The person's own notification of a change of home address", value: 3, unit: 'calendarDays', inForce: { from: '2004-05-01', to: null },
    clauses: [
      { document: 'SOA-2003', clause: 's. 84(1)', status: 'confirmed', says: 'A person subject to SONR notifies a change of home address within 3 days beginning with the day of the change.' },
      { document: 'SOA-2003', clause: 's. 84(1)', status: 'reading', says: "The day of the change is the first of the 3; weekends and holidays count. The duty is the person's own: Steading shows the day and never rules on whether it was kept." },
    ],
  },
};
