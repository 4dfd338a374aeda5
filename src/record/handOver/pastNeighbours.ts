import type { CaseFile } from '../caseFile';
import { neighboursPast } from '../retention';
import type { Office } from '../schema/office';
import { mergedWith } from './incoming';
import type { PickedSection } from './pick';

/** Digest, harm 8: sections of a file without answers about nearby households, where our record with all of them would hold such answers past our office's clock. `today`: ISO date. */
export function withoutPastNeighbours<T extends PickedSection>(ours: CaseFile, sections: readonly T[], rule: NonNullable<Office['neighbours']>, today: string): readonly T[] {
  const others = sections.filter(({ id }) => id !== 'neighbours');
  if (others.length === sections.length) return sections;
  return neighboursPast(mergedWith(ours, sections.map(({ value }) => value)).assessment, rule, today) === null ? sections : others;
}
