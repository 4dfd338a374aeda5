import type { Answer } from '@/terms';
import { type Judged, UNANSWERED } from './criteria';
import { localCriteria } from './protocol/localCriteria';
import type { Protocol } from './protocolTypes';
import type { ConductFacts } from './types';

function localAnswer({ local }: ConductFacts, id: string): Answer {
  switch (Object.hasOwn(local, id) ? (local[id] ?? null) : null) {
    case 'yes': return { is: 'met' };
    case 'no': return { is: 'notMet' };
    case 'unknown': return { is: 'unknown', reason: 'notKnown' };
    case null: return UNANSWERED;
  }
}

/** The questions of the local protocol beside the national ones: groups on their events, triggers always. */
export function localJudged(protocol: Protocol | null): readonly Judged[] {
  if (protocol === null) return [];
  return localCriteria(protocol).map(({ criterion, onEvents }) => ({
    criterion,
    facts: onEvents === null ? [`local.${criterion.id}`] : [`local.${criterion.id}`, 'trigger'],
    answer: (facts) => {
      if (onEvents !== null && facts.trigger === null) return UNANSWERED;
      if (onEvents !== null && facts.trigger !== null && !onEvents.includes(facts.trigger)) return { is: 'doesNotApply' };
      return localAnswer(facts, criterion.id);
    },
  }));
}
