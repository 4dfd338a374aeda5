import type { Criterion } from '../types';
import { ERA_2017_IN_FORCE } from './documents';

export const OTHER_CATEGORIES = {
  id: 'otherCategories',
  question: 'Is the person in MAPPA category 2 or 3 without being subject to SONR?',
  kind: 'discretionary',
  asksFor: 'discretionary',
  inForce: ERA_2017_IN_FORCE,
  clauses: [
    { document: 'MAPPA-NG', clause: 'categories', status: 'confirmed', says: 'Category 1: subject to SONR; category 2: restricted patients; category 3: other risk of serious harm.' },
    { document: 'ERA-2017', clause: '4.0', status: 'reading', says: "ERA-2017 speaks of category 1. For categories 2 and 3 an ERA is the agencies' discretion." },
  ],
} as const satisfies Criterion;
