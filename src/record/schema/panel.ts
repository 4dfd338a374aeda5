import { AGENCIES, OFFERS, OUTCOMES } from '@/terms';
import * as v from 'valibot';
import { instant, line, realDate, text } from './fields';

const agency = v.picklist(Object.keys(AGENCIES) as (keyof typeof AGENCIES)[]);

/**
 * A panel that had this address before it among a person's candidates. Every candidate's record holds it, so that each is whole by itself and goes by its own retention
 * rule. Who was there stands by agency and role. What is manageable is the Responsible Authorities'; what is offered is the landlord's.
 */
export const panelsSchema = v.array(v.object({
  answerId: line,
  /** The same in each candidate's record. */
  panelId: line,
  on: realDate,
  /** As the office called it then. */
  name: line,
  attendance: v.array(v.object({ agency, role: line })),
  quorate: v.picklist(['yes', 'no']),
  quorumNote: text,
  /** 'None declared' is said, not left blank. */
  interests: text,
  /** The other candidates, by the reference of their records. */
  beside: v.array(v.object({ assessmentId: line, reference: line })),
  views: v.array(v.object({ agency, view: text })),
  needs: text,
  manageable: v.picklist([...Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[], 'notDecided']),
  offered: v.picklist(Object.keys(OFFERS) as (keyof typeof OFFERS)[]),
  why: text,
  /** If none of these: what then? */
  ifNone: text,
  dissent: text,
  at: instant,
  by: line,
}));

export type Panel = v.InferOutput<typeof panelsSchema>[number];
