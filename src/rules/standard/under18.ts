import type { Criterion } from '../types';

/** The heading is the published page's; that the adult route stops is our reading of 'children in need first'. Published September 2021: dated by month. */
export const UNDER_18 = {
  id: 'under18',
  question: 'Is the person under 18?',
  kind: 'must',
  asksFor: null,
  inForce: { from: '2021-09-01', to: null },
  clauses: [
    { document: 'CP-2021', clause: 'Part 4, Harmful sexual behaviour by children', status: 'reading', says: 'A young person who has caused sexual harm is a child in need first, so the adult route stops for a person under 18.' },
  ],
} as const satisfies Criterion;

export const UNDER_18_STOP = {
  why: 'The person is under 18: children in need first. The adult route stops here.',
  turnTo: "Turn to children and families social work, and to the area's child protection procedure and MAPPA procedure for young people.",
} as const;
