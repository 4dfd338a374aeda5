import { AFTER_ANSWERS } from '@/record';
import { AFTER_EVENTS, momentInWords } from '@/terms';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import type { RecordRequest } from '../request';
import { given } from '../words';

/** Empty where nothing came after the decision. */
export function afterOfferSections({ assessment: { afterOffer = [] } }: RecordRequest): Section[] {
  if (afterOffer.length === 0) return [];
  return [{
    id: 'after', heading: 'After the decision',
    blocks: [{
      kind: 'table', caption: 'What happened after, and what followed from it', columns: ['On', 'What', 'Source', 'What followed', 'Recorded'],
      rows: afterOffer.map(({ on, event, what, source, answer, reason, review, at, by }) => [
        dayPhrase(on), what.trim() === '' ? AFTER_EVENTS[event] : `${AFTER_EVENTS[event]}. ${what}`, given(source),
        [AFTER_ANSWERS[answer], review?.reference, reason].filter((words) => words !== undefined && words !== '').join(': '), `${momentInWords(at)}, ${by}`,
      ]),
    }],
  }];
}
