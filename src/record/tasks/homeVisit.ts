import { HOME_TOPICS, type HomeTopic } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';

/** Asked at home: where the person does not live yet, there is nobody to ask. */
export function homeVisitNotAsked({ assessment: { addressKind } }: { readonly assessment: Pick<Assessment, 'addressKind'> }): string | null {
  return addressKind === 'proposed' || addressKind === 'none' ? 'Asked where the person lives at the address.' : null;
}

export function homeVisitMissing({ assessment: { homeVisit }, today }: CaseFileToday): Missing[] {
  if (homeVisit === undefined) return [];
  const { answers, changed, source, on } = homeVisit;
  const asked = Object.values(answers).some(({ answer }) => answer === 'told' || answer === 'nothing');
  return [
    ...(Object.keys(HOME_TOPICS) as HomeTopic[]).flatMap((topic) => {
      const { answer, text } = answers[topic] ?? { answer: null, text: '' };
      const name = HOME_TOPICS[topic];
      return missingFrom([
        [answer === null, `homeVisit.answers.${topic}`, `${name}: answer, or say that it was not asked and why.`],
        [answer === 'told' && isBlank(text), `homeVisit.answers.${topic}.text`, `${name}: write what there is to report.`],
        [answer === 'notAsked' && isBlank(text), `homeVisit.answers.${topic}.text`, `${name}: say why it was not asked.`],
      ]);
    }),
    ...missingFrom([
      [answers.changes?.answer === 'told' && changed.length === 0, 'homeVisit.changed', 'Say what has changed: the person, the household or the environment.'],
      [asked && isBlank(source), 'homeVisit.source', 'Name the source of the answers: the visit, who was asked, by role.'],
      [asked && on === null, 'homeVisit.on', 'Enter the date of the home visit.'],
      [(on ?? '') > today, 'homeVisit.on', 'Enter a date of the home visit that is not in the future.'],
    ]),
  ];
}
