import type { ComparedFact } from '@/stores';
import type { Fault } from './fault';

/** Facts that differ, and of which nobody has said which holds. */
export const undecided = (facts: readonly ComparedFact[], choices: Readonly<Record<string, unknown>>, words: (path: string) => string, id: string): readonly Fault[] =>
  facts.filter(({ path, conflict }) => conflict && (choices[path] ?? null) === null).map(({ path }) => ({ field: `${id}-${path}`, say: `${words(path)}: say which holds.` }));
