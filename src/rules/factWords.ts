import { ADDRESS_KINDS, BEHAVIOURS, CHANGES, dayInWords, MAPPA_CATEGORIES, MAPPA_LEVELS, ORDERS, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import { factAt } from './facts';
import { addYears } from './timescales';
import type { Protocol } from './protocolTypes';
import type { ConductFacts, FactPath } from './types';

interface FactWords {
  readonly label: string;
  /** Answers by their value. */
  readonly values: Readonly<Record<string, string>>;
}

const PLAIN: Readonly<Record<Exclude<FactPath, `${string}.${string}`>, FactWords>> = {
  under18: { label: 'Under 18', values: YES_NO_UNKNOWN },
  registered: { label: 'Subject to SONR', values: YES_NO_UNKNOWN },
  category: { label: 'MAPPA category', values: MAPPA_CATEGORIES },
  level: { label: 'MAPPA level', values: MAPPA_LEVELS },
  supervision: { label: 'Supervision', values: SUPERVISION },
  trigger: { label: 'Event', values: TRIGGERS },
  addressKind: { label: 'Address', values: ADDRESS_KINDS },
  lastEra: { label: 'Last ERA of this address', values: { never: 'Never done', unknown: 'Not known' } },
  lastReview: { label: 'Last review of it', values: { never: 'Never done', unknown: 'Not known' } },
};

const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = { orders: ORDERS, behaviours: BEHAVIOURS, changes: CHANGES };
const CHANGED = ': changed since';

function localWords(id: string, protocol: Protocol | null): string {
  return [...(protocol?.groups ?? []), ...(protocol?.triggers ?? [])].find((question) => question.id === id)?.question ?? id;
}

/** A fact's name and answers in words. */
export function wordsOf(path: FactPath, protocol: Protocol | null): FactWords {
  const [group = '', id = ''] = path.split('.', 2);
  if (id === '') return PLAIN[path as keyof typeof PLAIN];
  const label = group === 'local' ? localWords(id, protocol) : `${GROUPS[group]?.[id] ?? id}${group === 'changes' ? CHANGED : ''}`;
  return { label, values: YES_NO_UNKNOWN };
}

/** Other answers worth trying, by value: every known one, and for a date one within the year and one before it. */
export function otherValues(path: FactPath, facts: ConductFacts, protocol: Protocol | null): Readonly<Record<string, string>> {
  const known = Object.fromEntries(Object.entries(wordsOf(path, protocol).values).filter(([value]) => value !== 'unknown'));
  return path === 'lastEra' || path === 'lastReview' ? { ...known, [facts.asOf]: 'within the last year', [addYears(facts.asOf, -2)]: 'more than a year ago' } : known;
}

/** What is no answer by name is a day, e.g. 'Event: Annual review (renewal of registration)'. */
export function factInWords(facts: ConductFacts, path: FactPath, protocol: Protocol | null): string {
  const { label, values } = wordsOf(path, protocol);
  const value = factAt(facts, path);
  return `${label}: ${value === null ? 'not answered' : (values[value] ?? dayInWords(value))}`;
}
