import { decide, type Requirement } from '@/rules';
import type { CaseFileToday } from '../caseFile';
import { conductFacts } from '../facts';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';

/** Not conducting needs a second officer wherever the standard asks for an ERA, or may do (digest, harm 4). */
const NEEDS_AUTHORITY: readonly Requirement[] = ['must', 'complyOrExplain', 'unknown'];

/** 'A. Bell, sergeant' and 'a. bell (SOPU)' are the same officer. */
const nameOf = (officer: string) => (officer.split(/[,(;]/)[0] ?? '').trim().toLowerCase();

function notConductedMissing({ conduct, startedBy, startedAt }: Assessment, requirement: Requirement, today: string): Missing[] {
  const needsAuthority = NEEDS_AUTHORITY.includes(requirement);
  return missingFrom([
    [isBlank(conduct.reliedOnInstead), 'conduct.reliedOnInstead', 'Say what is relied on instead.'],
    [isBlank(conduct.interimControls), 'conduct.interimControls', 'Say what controls hold meanwhile.'],
    [needsAuthority && isBlank(conduct.authorisedBy), 'conduct.authorisedBy', 'Name the second officer who authorises that no ERA is conducted.'],
    [needsAuthority && !isBlank(conduct.authorisedBy) && nameOf(conduct.authorisedBy) === nameOf(startedBy), 'conduct.authorisedBy', 'Name another officer: the one who began this assessment cannot authorise it as well.'],
    [needsAuthority && conduct.authorisedOn === null, 'conduct.authorisedOn', 'Enter the date on which it was authorised.'],
    [needsAuthority && conduct.authorisedOn !== null && conduct.authorisedOn > today, 'conduct.authorisedOn', 'Enter a date of authority that is not in the future.'],
    [conduct.reopenOn === null, 'conduct.reopenOn', 'Enter the date on which the question is opened again.'],
    [conduct.reopenOn !== null && conduct.reopenOn <= startedAt.slice(0, 10), 'conduct.reopenOn', 'Enter a date for opening the question again that lies after this assessment was begun.'],
  ]);
}

export function conductMissing({ person, assessment, today }: CaseFileToday): Missing[] {
  const { conduct } = assessment;
  const { requirement, stop } = decide(conductFacts(person, assessment));
  return [
    ...missingFrom([
      [conduct.decision === null, 'conduct.decision', 'Decide whether an ERA is conducted.'],
      [stop !== null && conduct.decision === 'conducted', 'conduct.decision', stop === null ? '' : `${stop.why} ${stop.turnTo}`],
      [isBlank(conduct.rationale), 'conduct.rationale', 'Write the rationale.'],
      [isBlank(conduct.otherWay), 'conduct.otherWay', 'Say what points the other way.'],
    ]),
    ...(conduct.decision === 'notConducted' ? notConductedMissing(assessment, requirement, today) : []),
  ];
}

/** Not conducted although the standard asks for it: named in every list and print. */
export function isDeparture(person: CaseFileToday['person'], assessment: Assessment): boolean {
  const { requirement } = decide(conductFacts(person, assessment));
  return assessment.conduct.decision === 'notConducted' && (requirement === 'must' || requirement === 'complyOrExplain');
}
