import { LEAD_CLAUSES } from './standard/leadAgency';
import type { ConductDecision, ConductFacts } from './types';

type Lead = ConductDecision['lead'];

const led = (agency: keyof typeof LEAD_CLAUSES): Lead => ({ agency, clauses: LEAD_CLAUSES[agency] });

/** Category 2 is a restricted patient: any other answer to supervision beside it cannot be true as well. */
export function leadContradiction({ category, supervision }: ConductFacts): boolean {
  return category === 'category2' && supervision !== null && supervision !== 'restrictedPatient';
}

export function leadOf(facts: ConductFacts): Lead {
  if (leadContradiction(facts)) return { agency: null, clauses: [] };
  if (facts.category === 'category2') return led('healthBoard');
  switch (facts.supervision) {
    case 'restrictedPatient': return led('healthBoard');
    case 'licence':
    case 'orderWithSupervision': return led('justiceSocialWork');
    case 'none':
    case 'orderWithoutSupervision': return led('police');
    case null: return { agency: null, clauses: [] };
  }
}
