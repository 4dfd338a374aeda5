import { ADDRESS_KINDS, MAPPA_CATEGORIES, MAPPA_LEVELS, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import type { ConductFacts } from './types';

type Words = Readonly<Record<string, string>>;

/** Each fact's name and answers in words. */
export const FACT_WORDS: Readonly<Record<keyof ConductFacts, { readonly label: string; readonly values: Words }>> = {
  registered: { label: 'Subject to SONR', values: YES_NO_UNKNOWN },
  category: { label: 'MAPPA category', values: MAPPA_CATEGORIES },
  level: { label: 'MAPPA level', values: MAPPA_LEVELS },
  supervision: { label: 'Supervision', values: SUPERVISION },
  under18: { label: 'Under 18', values: YES_NO_UNKNOWN },
  trigger: { label: 'Event', values: TRIGGERS },
  addressKind: { label: 'Address', values: ADDRESS_KINDS },
};

export const FACT_NAMES = Object.keys(FACT_WORDS) as readonly (keyof ConductFacts)[];

/** e.g. 'Event: Annual review (renewal of registration)'. */
export function factInWords(facts: ConductFacts, fact: keyof ConductFacts): string {
  const { label, values } = FACT_WORDS[fact];
  const value = facts[fact];
  return `${label}: ${value === null ? 'not answered' : (values[value] ?? value)}`;
}
