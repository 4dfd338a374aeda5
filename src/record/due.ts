import type { Deadline, Deadlines } from '@/rules';
import type { CheckAgencyId, ConductChoice } from '@/terms';
import { answeredOn, CHECK_AGENCY_IDS } from './agencies';
import type { CaseFile } from './caseFile';
import { clockFacts, conductFacts } from './facts';
import type { Assessment } from './schema/assessment';
import type { AssessmentSummary, DueFacts } from './summaries';

/** Ids of the deadlines that nobody waits for: of an agency that has answered, or is not asked; the SOLO's part of the initial ERA, and the others' once all of them are dealt with. */
export function answeredDeadlines(assessment: Pick<Assessment, 'agencies' | 'clocks'>): readonly string[] {
  const settled = CHECK_AGENCY_IDS.filter((id) => answeredOn(assessment, id) !== null || assessment.agencies?.contacts[id]?.reply === 'notAsked');
  const all = CHECK_AGENCY_IDS.every((id) => id === 'solo' || settled.includes(id));
  return [...settled.map((id) => `agency.${id}`), ...(settled.includes('solo') ? ['solo'] : []), ...(all ? ['otherAgencies'] : [])];
}

/** The words of an extension stay in the record: a list counts by its day. */
export function dueFacts({ person, assessment }: Pick<CaseFile, 'person' | 'assessment'>): DueFacts {
  const clock = clockFacts(person, assessment);
  const extensions = clock.extensions.map(({ reason, ...rest }) => ({ ...rest, reason: reason.trim() === '' ? '' : 'See the record.' }));
  return { facts: conductFacts(person, assessment), clock: { ...clock, extensions }, answered: answeredDeadlines(assessment) };
}

type Dated = Deadline & { readonly dueOn: string };

/** Ruled on, and counted to a day. */
export const isDated = (deadline: Deadline): deadline is Dated => deadline.ruledOn && deadline.dueOn !== null;

export const earlierFirst = (a: Dated, b: Dated): number => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn));

/** The earliest deadline that is ruled on and can be counted; null: none. `answered`: ids of deadlines that are met. */
export function nextDeadline(deadlines: readonly Deadline[], answered: readonly string[]): Dated | null {
  return deadlines.filter(isDated).filter(({ id }) => !answered.includes(id)).toSorted(earlierFirst)[0] ?? null;
}

/** The deadline that holds for one of the agencies: its own clock where it has one, or the one that it shares. null: none runs for it. */
export function agencyDeadline(id: CheckAgencyId, deadlines: readonly Deadline[]): Deadline | null {
  const of = (wanted: string) => deadlines.find((deadline) => deadline.id === wanted);
  return of(`agency.${id}`) ?? of('annualReview') ?? of(id === 'solo' ? 'solo' : 'otherAgencies') ?? null;
}

export interface NextDue {
  readonly for: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly overdue: boolean;
}

/** The earliest day that an assessment in progress is held to, counted anew; null: none, or none that can be counted. `today`: ISO date. */
export function nextDue({ due, state }: Pick<AssessmentSummary, 'due' | 'state'>, deadlines: Deadlines, today: string): NextDue | null {
  // A list that an earlier Steading wrote has no facts to count from.
  if (state === 'complete' || !due) return null;
  const first = nextDeadline(deadlines(due.facts, due.clock), due.answered);
  return first && { for: first.for, dueOn: first.dueOn, overdue: first.dueOn < today };
}

type Choice = { readonly choice: ConductChoice | null } | { readonly decision: ConductChoice | null };

/** A decision to leave an ERA or a review out, wholly or in part, holds until its day; from then on it is open again. `today`: ISO date. */
export function isReopened(decided: Choice & { readonly reopenOn: string | null }, today: string): boolean {
  const choice = 'choice' in decided ? decided.choice : decided.decision;
  return choice !== null && choice !== 'conducted' && decided.reopenOn !== null && decided.reopenOn <= today;
}
