import type { YesNoUnknown } from '@/terms';

type Answers<T extends string> = Readonly<Record<T, YesNoUnknown | null>>;

/** The terms that nobody has answered. 'Not known' is an answer. */
export function unansweredOf<T extends string>(terms: Readonly<Record<T, string>>, answers: Answers<T>): readonly T[] {
  return (Object.keys(terms) as T[]).filter((term) => (answers[term] ?? null) === null);
}

/** Fills what nobody has answered and changes nothing else. */
export function restWith<T extends string>(terms: Readonly<Record<T, string>>, answers: Answers<T>, value: YesNoUnknown): Answers<T> {
  return { ...answers, ...Object.fromEntries(unansweredOf(terms, answers).map((term) => [term, value])) };
}
