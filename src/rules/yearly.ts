import type { Answer } from '@/terms';
import { addYears } from './timescales';
import type { ConductFacts, LastDone } from './types';

/** A day on which it was done; null: never, not known or not answered. */
const dayDone = (last: LastDone): string | null => (last === null || last === 'never' || last === 'unknown' ? null : last);

/** Whether it is known that this was done, and when: of an ERA that nobody has answered about, nothing is said. */
export function doneAnswer(last: LastDone): Answer {
  if (last === null) return { is: 'unknown', reason: 'unanswered' };
  if (last === 'unknown') return { is: 'unknown', reason: 'notKnown' };
  return { is: last === 'never' ? 'notMet' : 'met' };
}

/** A review of an ERA that was never done. */
export function historyContradiction({ lastEra, lastReview }: Pick<ConductFacts, 'lastEra' | 'lastReview'>): boolean {
  return lastEra === 'never' && dayDone(lastReview) !== null;
}

/**
 * Is a year past since the later of the last ERA and its last review, on the day `asOf`? (ERA-2017 4.0 [reading])
 * | within the year: either | no           |
 * | never an ERA            | does not arise: the initial ERA is outstanding; contradictory where it was reviewed |
 * | one of them not known   | unknown      |
 * | both past, or no review | yes          |
 */
export function yearPast({ asOf, lastEra, lastReview }: Pick<ConductFacts, 'asOf' | 'lastEra' | 'lastReview'>): Answer {
  if (lastEra === 'never') return historyContradiction({ lastEra, lastReview }) ? { is: 'unknown', reason: 'contradictory' } : { is: 'doesNotApply' };
  if ([lastEra, lastReview].some((last) => { const day = dayDone(last); return day !== null && addYears(day, 1) > asOf; })) return { is: 'notMet' };
  const open = [doneAnswer(lastEra), doneAnswer(lastReview)].find(({ is }) => is === 'unknown');
  return open ?? { is: 'met' };
}
