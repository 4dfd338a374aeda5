import type { Clause } from '../types';

const NO_ORDER_ALONE = {
  document: 'NASSO-2019', clause: '3.2', status: 'reading', says: 'A sexual harm prevention order alone does not make justice social work lead.',
} as const satisfies Clause;

/** Who leads, by supervision (NASSO-2019 3.2; MAPPA-NG chapter 2). */
export const LEAD_CLAUSES = {
  police: [
    { document: 'NASSO-2019', clause: '3.2', status: 'confirmed', says: 'The police lead where there is no statutory supervision, where it has ended, or for a community sentence without licence conditions and without justice social work, for example unpaid work only.' },
    { document: 'MAPPA-NG', clause: 'ch. 2', status: 'confirmed', says: 'The national guidance says the same of the police.' },
    NO_ORDER_ALONE,
  ],
  justiceSocialWork: [
    { document: 'NASSO-2019', clause: '3.2', status: 'confirmed', says: 'Justice social work leads where the person is under a licence or an order with supervision.' },
    { document: 'MAPPA-NG', clause: 'ch. 2', status: 'confirmed', says: 'The national guidance says the same of justice social work.' },
    NO_ORDER_ALONE,
  ],
  healthBoard: [
    { document: 'NASSO-2019', clause: '3.2', status: 'confirmed', says: 'The health board leads for restricted patients.' },
    { document: 'MAPPA-NG', clause: 'ch. 3', status: 'confirmed', says: 'Health boards are Responsible Authorities only for restricted patients.' },
  ],
} as const satisfies Record<string, readonly Clause[]>;
