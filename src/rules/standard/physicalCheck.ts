import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

export const PHYSICAL_CHECK = {
  id: 'physicalCheck',
  question: 'Has a potential property been identified?',
  kind: 'must',
  asksFor: null,
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'ERA-2017', clause: '5.3', status: 'confirmed', says: 'Once a potential property has been identified, a physical check must be carried out, for risks to the community and to the person. It follows the risks identified and the victim profile; concerns are documented in ViSOR.' },
    { document: 'ERA-2017', clause: '5.3', status: 'partial', says: "It includes play parks, community centres, churches, shops, schools and nurseries, sheltered housing, CCTV, licensed premises, children's toys and equipment. The list may go on." },
  ],
} as const satisfies Criterion;
