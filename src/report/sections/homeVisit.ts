import { eraIsConducted, homeVisitNotAsked } from '@/record';
import { CHANGES, HOME_ANSWERS, HOME_TOPICS, type HomeTopic, momentInWords } from '@/terms';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf } from '../words';

/** ERA-2017 4.0, read in part. By role: no names. Nothing where it was never asked. */
export function homeVisitSections({ assessment }: RecordRequest): Section[] {
  const { homeVisit } = assessment;
  if (homeVisit === undefined) return [];
  const { answers, changed, source, on, reviews } = homeVisit;
  if (Object.keys(answers).length === 0 && (homeVisitNotAsked({ assessment }) !== null || eraIsConducted(assessment) === false)) return [];
  return [{
    id: 'homeVisit', heading: 'Home visit',
    blocks: [
      note('Questions that the Responsible Authorities ask routinely on home visits (ERA-2017 4.0). That list was read only in part: the standard may name more.'),
      facts(
        ...(Object.keys(HOME_TOPICS) as HomeTopic[]).map((topic) => {
          const { answer, text } = answers[topic] ?? { answer: null, text: '' };
          return row(HOME_TOPICS[topic], `${termOf(HOME_ANSWERS, answer)}${text.trim() === '' ? '' : `. ${text.trim()}`}`, ...(answer === null ? [] : ['reported' as const]));
        }),
        ...(changed.length === 0 ? [] : [row('Changed', changed.map((id) => CHANGES[id]).join('; '), 'reported')]),
        row('Source', given(source), 'fact'), row('Date', dayPhrase(on), 'fact'),
      ),
      ...reviews.map(({ reference, changed: what, at, by }) => note(`A review was opened, ${reference}, as ${CHANGES[what].toLowerCase()} had changed. ${momentInWords(at)}, by ${by}.`)),
    ],
  }];
}
