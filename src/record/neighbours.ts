import { NEIGHBOURS_FINDING } from './findings/ofPeople';
import type { Assessment, Change } from './schema/assessment';
import { noNeighbours } from './schema/property';

/** What is done about them may say what was answered: it goes too. */
export const NEIGHBOUR_PATHS: readonly string[] = ['assessment.neighbours', `assessment.formulation.dealings.${NEIGHBOURS_FINDING}`];
export const isAboutNeighbours = (path: string): boolean => NEIGHBOUR_PATHS.some((start) => path === start || path.startsWith(`${start}.`));

/** Whether anything about nearby households is still held: an answer, what is done about them, or the history's memory of either. */
export function holdsNeighbours({ neighbours, formulation, history }: Pick<Assessment, 'neighbours' | 'formulation' | 'history'>): boolean {
  const { answers, source = null, knownOn = null } = neighbours ?? {};
  if (Object.hasOwn(formulation?.dealings ?? {}, NEIGHBOURS_FINDING)) return true;
  return [source, knownOn, ...Object.values(answers ?? {})].some((value) => value !== null) || history.some(({ fields }) => fields.some(({ path }) => isAboutNeighbours(path)));
}

const withoutThem = (entry: Change): Change => ({ ...entry, fields: entry.fields.filter(({ path }) => !isAboutNeighbours(path)) });

/**
 * The record without what was answered about nearby households (digest, harm 8): the answers are blank, and so is every earlier entry of the history that held one. That
 * it was deleted, when and by whom, is kept.
 */
export function withoutNeighbours<T extends Pick<Assessment, 'neighbours' | 'history' | 'formulation'>>(assessment: T, { at, by }: { readonly at: string; readonly by: string }): T {
  const { formulation } = assessment;
  const dealings = Object.fromEntries(Object.entries(formulation?.dealings ?? {}).filter(([key]) => key !== NEIGHBOURS_FINDING));
  return {
    ...assessment,
    ...(formulation === undefined ? {} : { formulation: { ...formulation, dealings } }),
    neighbours: { ...structuredClone(noNeighbours), deleted: { at, by } },
    history: [...assessment.history.map(withoutThem), { at, by, what: 'answers about nearby households deleted', fields: [] }],
  };
}
