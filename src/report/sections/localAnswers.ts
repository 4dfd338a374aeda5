import { YES_NO_UNKNOWN } from '@/terms';
import { type AskedLocally, askedIn, localQuestionsOf, protocolTitle } from '../asked';
import type { Block } from '../document';
import type { RecordRequest } from '../request';
import { facts, note, row, termOf } from '../words';

/** Answers to the office's own questions, in the words of the protocol that asked them; an answer whose question is gone is kept under its id. */
export function localAnswerBlocks(request: RecordRequest): Block[] {
  const { local, trigger } = request.assessment;
  const { protocol } = askedIn(request).standard;
  const questions = localQuestionsOf(protocol);
  const answerTo = (id: string) => (Object.hasOwn(local, id) ? (local[id] ?? null) : null);
  const arises = ({ onEvents }: AskedLocally) => onEvents === null || (trigger.kind !== null && onEvents.includes(trigger.kind));
  const earlier = Object.entries(local).filter(([id, answer]) => answer !== null && !questions.some((one) => one.id === id));
  return [
    ...(protocol === null || questions.length === 0 ? [] : [
      note(`Asked by the office's own protocol: ${protocolTitle(protocol)}.`),
      facts(...questions.map((one) => {
        const answer = answerTo(one.id);
        return answer === null && trigger.kind !== null && !arises(one) ? row(one.question, 'Not asked on this event') : row(one.question, termOf(YES_NO_UNKNOWN, answer), 'fact');
      })),
    ]),
    ...(earlier.length === 0 ? [] : [note('Answered under an earlier protocol:'), facts(...earlier.map(([id, answer]) => row(id, termOf(YES_NO_UNKNOWN, answer), 'fact')))]),
  ];
}
