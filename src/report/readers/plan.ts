import { type Formulation, picked, type Profile, PROFILES } from '@/record';
import { dayPhrase } from '../dates';
import type { RecordDocument, Section } from '../document';
import { conditionsOf, type Measure, measuresOf, planBlocks } from '../measures';
import type { RecordRequest } from '../request';
import { facts, note, row } from '../words';
import { copyOf, copySection } from './head';

/** For a plan or a system that keeps it by its own rules: as for a Responsible Authority, without nearby households, which have a clock of their own (digest, harm 8). */
export const KEPT_ELSEWHERE: Profile = { ...PROFILES.ra, fields: PROFILES.ra.fields.filter((field) => !field.startsWith('assessment.neighbours')) };

export function measuresForOthers(request: RecordRequest): readonly Measure[] {
  const { formulation } = (picked(request, KEPT_ELSEWHERE).assessment ?? {}) as { readonly formulation?: Partial<Formulation> };
  return measuresOf(formulation?.dealings ?? {});
}

/** The block alone. */
export function planDocument(request: RecordRequest): RecordDocument {
  const { outcome, review } = request.assessment;
  const [measures, conditions] = [measuresForOthers(request), conditionsOf(outcome)];
  const plan: Section = { id: 'plan', heading: 'For the Risk Management Plan', blocks: measures.length + conditions.length === 0 ? [note('No measure and no condition is on record.')] : planBlocks(measures, conditions) };
  const until: Section = { id: 'review', heading: 'Until when', blocks: [facts(row('Reviewed again on', dayPhrase(review.reviewOn), 'fact')), note('What was found, and why, stands in the full record.')] };
  return copyOf(request, 'Environmental Risk Assessment. For the Risk Management Plan', [copySection(request, 'The Risk Management Plan'), plan, until]);
}
