import { type AssessmentSummary, statisticalYearOf } from '@/stores';

type Dated = Pick<AssessmentSummary, 'authorisedOn' | 'startedAt'>;

/** The day that a decision counts by: of its authority; where none is recorded, of the assessment's beginning. */
export const countedOn = ({ authorisedOn, startedAt }: Dated): string => authorisedOn ?? startedAt.slice(0, 10);

/** Statistical years (1 April to 31 March) in which anything is counted, and this one; newest first. */
export function yearsIn(summaries: readonly Dated[], today: string): readonly string[] {
  return [...new Set([today, ...summaries.map(countedOn)].map((day) => statisticalYearOf(day).label))].sort((a, b) => b.localeCompare(a));
}

export const inYear = <T extends Dated>(summaries: readonly T[], label: string): readonly T[] => summaries.filter((summary) => statisticalYearOf(countedOn(summary)).label === label);

/** Not conducted, not in full, or no review, where the standard asked for nothing: no departure, and counted apart. */
export const atDiscretion = <T extends Pick<AssessmentSummary, 'choice' | 'departure'>>(summaries: readonly T[]): readonly T[] =>
  summaries.filter(({ choice, departure }) => choice !== null && choice !== 'conducted' && !departure);
