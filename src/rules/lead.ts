import { LEAD_CLAUSES } from './standard/leadAgency';
import type { ConductDecision, ConductFacts } from './types';

type Lead = ConductDecision['lead'];

const led = (agency: keyof typeof LEAD_CLAUSES): Lead => ({ agency, clauses: LEAD_CLAUSES[agency] });
const NOBODY_YET: Lead = { agency: null, clauses: [] };

/** What makes justice social work lead: yes, no, or null while it cannot be said. Preventive orders say nothing (NASSO-2019 3.2 [reading]). */
function supervisedByOrder({ licence, cpoWithSupervision }: ConductFacts['orders']): boolean | null {
  if (licence === 'yes' || cpoWithSupervision === 'yes') return true;
  return licence === 'no' && cpoWithSupervision === 'no' ? false : null;
}

/** Supervision and the licence or order that it would rest on are answered against each other. */
export function leadContradiction({ category, supervision, orders }: ConductFacts): boolean {
  if (category === 'category2') return false;
  const byOrder = supervisedByOrder(orders);
  return (supervision === 'no' && byOrder === true) || (supervision === 'yes' && byOrder === false);
}

/**
 * | category 2 | supervision    | licence or order with supervision | lead                |
 * | yes        | any            | any                               | health board        |
 * | not given  | any            | any                               | unknown             |
 * | no         | yes            | yes, not known                    | justice social work |
 * | no         | no             | no, not known                     | police              |
 * | no         | not known      | yes / no / not known              | justice social work / police / unknown |
 */
export function leadOf(facts: ConductFacts): Lead {
  if (facts.category === 'category2') return led('healthBoard');
  if (facts.category === null || leadContradiction(facts)) return NOBODY_YET;
  const supervised = facts.supervision === 'yes' ? true : facts.supervision === 'no' ? false : supervisedByOrder(facts.orders);
  if (supervised === null) return NOBODY_YET;
  return led(supervised ? 'justiceSocialWork' : 'police');
}
