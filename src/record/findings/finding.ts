import type { FindingKind } from '@/terms';

/** Something that was found and that a formulation deals with. `key`: the same for as long as it is the same finding; `text`: as it reads today, with what was judged of it. */
export interface Finding {
  readonly key: string;
  readonly kind: FindingKind;
  readonly text: string;
}

/** A sentence of its own, whatever it ends with. */
export function sentence(words: string): string {
  const said = words.trim();
  return said === '' || /[.?!]$/u.test(said) ? said : `${said}.`;
}

/** 'Lead: words.'; one sentence alone where nothing is added. */
export const told = (lead: string, words: string): string => (words.trim() === '' ? sentence(lead) : `${lead}: ${sentence(words)}`);

/** Questions of yes and no that are answered with 'yes'. */
export function saidYes(kind: FindingKind, path: string, questions: Readonly<Record<string, string>>, answers: Readonly<Record<string, unknown>> | undefined, source = ''): Finding[] {
  return Object.entries(questions).filter(([id]) => answers?.[id] === 'yes').map(([id, question]) => ({ key: `${path}:${id}`, kind, text: `${question} Yes.${source === '' ? '' : ` ${sentence(source)}`}` }));
}
