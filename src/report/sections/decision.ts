import { asksInstead, countsRefusals, eraIsConducted } from '@/record';
import { AGENCIES, HOME_CHANGES, OUTCOMES, YES_NO_UNKNOWN } from '@/terms';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf, text } from '../words';

/** Never where, never who: the answer and the agency that gave it (digest, harm 1). */
const CONFLICTS = { yes: 'Yes: see ViSOR', no: 'No', notChecked: 'Not checked: see ViSOR' } as const;

export function outcomeSection({ assessment, office }: RecordRequest): Section {
  const { outcome, conduct } = assessment;
  const heading = 'The decision';
  if (eraIsConducted(assessment) === false) {
    const what = conduct.decision === 'reviewNotDone' ? 'The annual review is not done' : 'No ERA is conducted';
    return { id: 'outcome', heading, blocks: [note(outcome.decision === null ? `${what}, so there is no decision on the address here.` : `${what}. Recorded before that was decided, and kept: ${OUTCOMES[outcome.decision]}.`)] };
  }
  if (outcome.decision === null) return { id: 'outcome', heading, blocks: [note('No decision is recorded yet.')] };
  return {
    id: 'outcome', heading,
    blocks: [
      facts(
        row('Decision of the Responsible Authorities', OUTCOMES[outcome.decision], 'assessment'),
        row('Decided', `${dayPhrase(outcome.decidedOn)} by ${given(outcome.decidedBy)}${office.panelName.trim() === '' ? '' : ` (${office.panelName.trim()})`}`, 'fact'),
        row('Conflict with a victim or a condition', termOf(CONFLICTS, outcome.victimOrConditionConflict), 'reported'),
        row('Conflict answered by', termOf(AGENCIES, outcome.conflictAnsweredBy), 'fact'),
      ),
      text('Reasons', outcome.reasons, 'assessment'),
      text('What points the other way', outcome.otherWay, 'assessment'),
      ...(outcome.decision === 'manageableWithConditions' ? [text('Conditions, for the Risk Management Plan', outcome.conditions, 'assessment')] : []),
      note("An offer or allocation is the landlord's own decision and is not recorded here."),
    ],
  };
}

/** Empty where nothing happens instead. */
export function insteadSections({ assessment }: RecordRequest): readonly Section[] {
  if (eraIsConducted(assessment) === false || !asksInstead(assessment)) return [];
  const { outcome, addressKind } = assessment;
  return [{
    id: 'instead', heading: addressKind === 'livedIn' ? 'What changes instead' : 'What happens instead',
    blocks: [
      ...(addressKind === 'livedIn' ? [note('The person lives there: this is no refusal.'), ...((outcome.homeChanges ?? []).length === 0 ? [] : [facts(row('What is changed', (outcome.homeChanges ?? []).map((id) => HOME_CHANGES[id]).join('; '), 'assessment'))])] : []),
      text('What', outcome.insteadWhat, 'assessment'),
      facts(row('Is that riskier?', termOf(YES_NO_UNKNOWN, outcome.insteadRiskier), 'assessment')),
      text('Why', outcome.insteadWhy, 'assessment'),
      facts(
        ...(countsRefusals(assessment) ? [row('Refusal in a row', outcome.refusalNumber === null ? 'Not given' : String(outcome.refusalNumber), 'fact')] : []),
        row('Who is told', given(outcome.whoIsTold), 'fact'),
      ),
    ],
  }];
}

export function reviewSection({ assessment: { review } }: RecordRequest): Section {
  return {
    id: 'review', heading: 'Review and retention',
    blocks: [
      facts(row('Reviewed again on', dayPhrase(review.reviewOn), 'fact'), row('Retention rule', given(review.retentionRule), 'fact')),
      text('Why then', review.why, 'assessment'),
    ],
  };
}
