import { type ClockSettings, deadlinesOf, type Protocol } from '@/rules';
import type { ConductChoice } from '@/terms';
import type { CaseFile } from './caseFile';
import { clockFacts, conductFacts } from './facts';
import type { Assessment } from './schema/assessment';
import type { AssessmentSummary, DueFacts } from './summaries';

/** Ids of the deadlines whose part is answered: an agency's own, and the SOLO's part of the initial ERA. */
export function answeredDeadlines({ agencies }: Assessment['clocks']): readonly string[] {
  const answered = Object.entries(agencies).filter(([, clock]) => (clock?.answeredOn ?? null) !== null).map(([id]) => id);
  return [...answered.map((id) => `agency.${id}`), ...(answered.includes('solo') ? ['solo'] : [])];
}

/** The words of an extension stay in the record: a list counts by its day. */
export function dueFacts({ person, assessment }: Pick<CaseFile, 'person' | 'assessment'>): DueFacts {
  const clock = clockFacts(person, assessment);
  const extensions = clock.extensions.map(({ reason, ...rest }) => ({ ...rest, reason: reason.trim() === '' ? '' : 'See the record.' }));
  return { facts: conductFacts(person, assessment), clock: { ...clock, extensions }, answered: answeredDeadlines(assessment.clocks) };
}

export interface NextDue {
  readonly for: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly overdue: boolean;
}

/** The earliest day that an assessment in progress is held to, counted anew; null: none, or none that can be counted. `today`: ISO date. */
export function nextDue({ due, state }: Pick<AssessmentSummary, 'due' | 'state'>, settings: ClockSettings, protocol: Protocol | null, today: string): NextDue | null {
  // A list that an earlier Steading wrote has no facts to count from.
  if (state === 'complete' || !due) return null;
  const [first] = deadlinesOf(due.facts, due.clock, settings, protocol)
    .flatMap(({ id, for: words, dueOn, ruledOn }) => (ruledOn && dueOn !== null && !due.answered.includes(id) ? [{ for: words, dueOn, overdue: dueOn < today }] : []))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
  return first ?? null;
}

type Choice = { readonly choice: ConductChoice | null } | { readonly decision: ConductChoice | null };

/** A decision to leave an ERA or a review out, wholly or in part, holds until its day; from then on it is open again. `today`: ISO date. */
export function isReopened(decided: Choice & { readonly reopenOn: string | null }, today: string): boolean {
  const choice = 'choice' in decided ? decided.choice : decided.decision;
  return choice !== null && choice !== 'conducted' && decided.reopenOn !== null && decided.reopenOn <= today;
}
