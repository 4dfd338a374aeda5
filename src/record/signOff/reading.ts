import { NEIGHBOURS_FINDING } from '../findings/ofPeople';
import { isAboutNeighbours } from '../neighbours';
import type { Assessment } from '../schema/assessment';

/**
 * The record as it is read for signing: it stays for as long as the record does, so nothing is in it that goes sooner (nearby households; digest, harm 8) or that the police alone
 * read (harm 9); and of signatures only those that were cancelled before.
 */
export function readingOf({ neighbours: _neighbours, othersOfConcern: _others, signed = [], ...assessment }: Assessment): Assessment {
  const { formulation, history } = assessment;
  const before = signed.filter(({ cancelled }) => cancelled !== null);
  const isHere = (path: string) => !isAboutNeighbours(path) && !path.startsWith('assessment.othersOfConcern');
  return {
    ...assessment,
    ...(formulation && { formulation: { ...formulation, dealings: Object.fromEntries(Object.entries(formulation.dealings).filter(([key]) => key !== NEIGHBOURS_FINDING)) } }),
    ...(before.length > 0 && { signed: before }),
    history: history.map((entry) => ({ ...entry, fields: entry.fields.filter(({ path }) => isHere(path)) })),
  };
}
