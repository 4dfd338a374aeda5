import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import type { Children, FollowUp } from '../schema/people';
import { isBlank, missingFrom, type Missing } from './missing';
import { asksHousehold } from './placement';

/** Contact with children, or contact that nobody can rule out, leads to two decisions. */
export function asksFollowUps({ livingHere, visiting, minded }: Children): boolean {
  return [livingHere, visiting, minded].some((answer) => answer === 'yes' || answer === 'unknown');
}

function followUpMissing(id: 'referral' | 'disclosure', { decision, why, to, on }: FollowUp, today: string): Missing[] {
  const field = `children.${id}`;
  return missingFrom([
    [decision === null, `${field}.decision`, id === 'referral' ? 'Say whether a referral to children and families social work is made.' : 'Say whether a disclosure is made.'],
    [decision !== null && isBlank(why), `${field}.why`, `Give the reason for the decision on the ${id}.`],
    [decision === 'made' && isBlank(to), `${field}.to`, `Say to whom the ${id} was made, by role or team.`],
    [decision === 'made' && on === null, `${field}.on`, `Enter the date of the ${id}.`],
    [decision === 'made' && (on ?? '') > today, `${field}.on`, `Enter a date of the ${id} that is not in the future.`],
  ]);
}

function statementsMissing({ statements }: Assessment, today: string): Missing[] {
  return statements.flatMap(({ kind, about, text, source, on }, at) => missingFrom([
    [isBlank(text), `statements.${at}.text`, `Statement ${at + 1}: write what is said.`],
    [kind === null, `statements.${at}.kind`, `Statement ${at + 1}: say whether it is fact, professional assessment or reported.`],
    [about === null, `statements.${at}.about`, `Statement ${at + 1}: say about whom, by role.`],
    [isBlank(source), `statements.${at}.source`, `Statement ${at + 1}: name the source.`],
    [on === null, `statements.${at}.on`, `Statement ${at + 1}: enter its date.`],
    [(on ?? '') > today, `statements.${at}.on`, `Statement ${at + 1}: enter a date that is not in the future.`],
  ]));
}

/** Always considered, also where no ERA is conducted; then the typed statements. */
export function childrenMissing({ assessment, today }: CaseFileToday): Missing[] {
  const { children } = assessment;
  return [
    ...missingFrom([
      [children.livingHere === null, 'children.livingHere', 'Answer whether children live at the address: yes, no or not known.'],
      [children.visiting === null, 'children.visiting', 'Answer whether children visit: yes, no or not known.'],
      [children.minded === null, 'children.minded', 'Answer whether children are minded there: yes, no or not known.'],
      [asksHousehold(assessment) && Object.values(assessment.placement?.household ?? {}).some((answer) => answer === null), 'placement.household', 'Answer who else is of the household: yes, no or not known.'],
      [isBlank(children.source), 'children.source', 'Name the source of these answers.'],
      [children.knownOn === null, 'children.knownOn', 'Enter the date on which that was known.'],
      [(children.knownOn ?? '') > today, 'children.knownOn', 'Enter a date of the answers about children that is not in the future.'],
    ]),
    ...(asksFollowUps(children) ? [...followUpMissing('referral', children.referral, today), ...followUpMissing('disclosure', children.disclosure, today)] : []),
    ...statementsMissing(assessment, today),
  ];
}
