import type { Criterion, Limit } from '@/rules';
import type { StandardText } from '@/rules/standardText';
import { PROTOCOL } from './protocolFixture';

const inForce = { from: '2017-11-01', to: null };

export function criterion(changed: Partial<Criterion>): Criterion {
  return {
    id: 'annualReview',
    question: 'Is this the annual review?',
    kind: 'must',
    asksFor: 'must',
    clauses: [
      { document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'Every year a full review.' },
      { document: 'NSG-2017-05', clause: 'minute', status: 'minuted', says: 'The reasons are documented.' },
    ],
    inForce,
    ...changed,
  };
}

export function limit(id: Limit['id'], value: number): Limit {
  return { id, label: `Limit ${id}`, value, unit: 'clearWorkingDays', clauses: [{ document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: `${value} days as a minimum.` }], inForce };
}

/** A small standard, with the example of a protocol. */
export const TEXT: StandardText = {
  format: 'steading-standard',
  formatVersion: 1,
  version: '2027-01',
  documents: { 'ERA-2017': 'Guidance on environmental risk assessments, November 2017' },
  statuses: { confirmed: 'read in the published text' },
  sections: [
    { id: 'review', heading: 'Every year', criteria: [criterion({})] },
    { id: 'address', heading: 'A new address', criteria: [criterion({ id: 'newAddress', question: 'Is this a new address?' })] },
  ],
  limits: [limit('solo', 2), limit('annualReview', 21)],
  lead: { police: [{ document: 'NASSO-2019', clause: '3.2', status: 'confirmed', says: 'Police where there is no statutory supervision.' }] },
  bankHolidays: [{ year: 2027, days: [{ on: '2027-01-01', name: "New Year's Day" }], source: 'A published list' }],
  protocol: PROTOCOL,
};
