import type { PropertyRequest } from '@/record';
import { PROPERTY_QUESTION_IDS, propertyAnswerWords, propertyQuestion } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row } from '../words';

const STATES = { open: 'No answer yet', answered: 'Answered', withdrawn: 'Withdrawn' } as const satisfies Record<PropertyRequest['state'], string>;

function requestBlocks({ reference, recipient, place, questions, madeOn, state, reply }: PropertyRequest): Block[] {
  const answers = reply === null ? [] : PROPERTY_QUESTION_IDS.filter((id) => questions.includes(id)).map((id) => {
    const answer = reply.answers[id];
    return row(propertyQuestion(id).ask, answer === undefined ? 'Not answered' : propertyAnswerWords(id, answer), 'reported');
  });
  return [
    facts(row('Request', given(reference)), row('About', given(place), 'fact'), row('Asked of', given(recipient), 'fact'), row('Asked on', dayPhrase(madeOn), 'fact'), row('State', STATES[state])),
    ...(reply === null ? [] : [facts(row('Answered by', given(reply.by), 'reported'), row('Answered on', dayPhrase(reply.answeredOn), 'reported'), ...answers)]),
  ];
}

/** Nothing where no landlord was asked. */
export function propertyRequestSections({ assessment: { propertyRequests = [] } }: RecordRequest): Section[] {
  if (propertyRequests.length === 0) return [];
  return [{
    id: 'propertyRequests', heading: 'What a landlord was asked about the property',
    blocks: [note('Asked without any case data. An answer is as the landlord reported it, by a file that nobody signed.'), ...propertyRequests.flatMap(requestBlocks)],
  }];
}
