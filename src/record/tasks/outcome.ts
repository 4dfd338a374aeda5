import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';
import { viewsMissing } from './views';

/** Not manageable; or conditions where the person lives already: what happens instead is asked (digest, harm 5). */
export function asksInstead({ addressKind, outcome: { decision } }: Pick<Assessment, 'addressKind' | 'outcome'>): boolean {
  return decision === 'notManageable' || (addressKind === 'livedIn' && decision === 'manageableWithConditions');
}

/** The person stays there unless something is changed: a plan, a disclosure, a condition, a move. */
export const asksHomeChanges = (assessment: Pick<Assessment, 'addressKind' | 'outcome'>): boolean => assessment.addressKind === 'livedIn' && asksInstead(assessment);

/** Where the person lives already, 'not manageable' is no refusal. */
export function countsRefusals({ addressKind, outcome: { decision } }: Pick<Assessment, 'addressKind' | 'outcome'>): boolean {
  return decision === 'notManageable' && (addressKind === 'proposed' || addressKind === 'temporary');
}

function insteadMissing(assessment: Assessment): Missing[] {
  const { outcome } = assessment;
  return missingFrom([
    [asksHomeChanges(assessment) && outcome.homeChanges?.length === 0, 'outcome.homeChanges', 'The person lives there: say what is changed.'],
    [isBlank(outcome.insteadWhat), 'outcome.insteadWhat', 'Say what happens instead.'],
    [outcome.insteadRiskier === null, 'outcome.insteadRiskier', 'Say whether that is riskier.'],
    [isBlank(outcome.insteadWhy), 'outcome.insteadWhy', 'Say why you think so.'],
    [countsRefusals(assessment) && outcome.refusalNumber === null, 'outcome.refusalNumber', 'Say which refusal in a row this is for the person.'],
    [isBlank(outcome.whoIsTold), 'outcome.whoIsTold', 'Say who is told, and what.'],
  ]);
}

/** Answered by police or justice social work, who alone can see what it rests on; 'not checked' is an honest answer and is printed as a limit. */
function conflictMissing({ victimOrConditionConflict: conflict, conflictAnsweredBy: by }: Assessment['outcome']): Missing[] {
  const answered = conflict === 'yes' || conflict === 'no';
  return missingFrom([
    [conflict === null, 'outcome.victimOrConditionConflict', 'Answer whether the address conflicts with a victim or a condition. Never write where or who.'],
    [answered && by !== 'police' && by !== 'justiceSocialWork', 'outcome.conflictAnsweredBy', 'Say whether police or justice social work answered about the conflict.'],
  ]);
}

/** 'Withdrawn' needs its reasons and who decided it, nothing more. */
export function outcomeMissing({ assessment, today }: CaseFileToday): Missing[] {
  const { outcome } = assessment;
  const withdrawn = outcome.decision === 'withdrawn';
  return [
    ...missingFrom([
      [outcome.decision === null, 'outcome.decision', 'Record what the Responsible Authorities decide.'],
      [isBlank(outcome.reasons), 'outcome.reasons', 'Write the reasons.'],
      [!withdrawn && isBlank(outcome.otherWay), 'outcome.otherWay', 'Say what points the other way.'],
      [outcome.decision === 'manageableWithConditions' && isBlank(outcome.conditions), 'outcome.conditions', 'Write the conditions for the Risk Management Plan.'],
    ]),
    ...(withdrawn ? [] : conflictMissing(outcome)),
    ...(asksInstead(assessment) ? insteadMissing(assessment) : []),
    ...(withdrawn || assessment.views === undefined ? [] : viewsMissing(assessment.views, today)),
    ...missingFrom([
      [isBlank(outcome.decidedBy), 'outcome.decidedBy', 'Say who decided, by name and role.'],
      [outcome.decidedOn === null, 'outcome.decidedOn', 'Enter the date of the decision.'],
      [outcome.decidedOn !== null && outcome.decidedOn > today, 'outcome.decidedOn', 'Enter a date of decision that is not in the future.'],
    ]),
  ];
}
