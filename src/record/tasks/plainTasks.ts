import type { YesNoUnknown } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import { dayBegun } from '../days';
import { eraIsConducted } from './conduct';
import { isBlank, missingFrom, type Missing } from './missing';

/** 'None yet' is an answer: there is nothing to enter then. */
export function addressMissing({ address, assessment }: CaseFileToday): Missing[] {
  const identified = assessment.addressKind !== 'none';
  return missingFrom([
    [identified && isBlank(address.text), 'address.text', 'Enter the street address.'],
    [assessment.addressKind === null, 'assessment.addressKind', 'Say whether the address is proposed, already lived in, temporary, one of several, or none yet.'],
    [identified && address.position === null, 'address.position', 'Find the address, or place the pin on the map.'],
  ]);
}

const someUnanswered = (answers: Readonly<Record<string, YesNoUnknown | null>>) => Object.values(answers).some((answer) => answer === null);

/** 'Not known' is an answer; nobody having answered is not. */
export function personMissing({ person }: CaseFileToday): Missing[] {
  return missingFrom([
    [isBlank(person.reference), 'person.reference', "Enter the ViSOR/MAPPS or agency's reference."],
    [person.under18 === null, 'person.under18', 'Say whether the person is under 18.'],
    [person.registered === null, 'person.registered', 'Say whether the person is subject to SONR.'],
    [person.category === null, 'person.category', 'Choose the MAPPA category.'],
    [person.level === null, 'person.level', 'Choose the MAPPA level.'],
    [person.supervision === null, 'person.supervision', 'Choose the supervision: who leads hangs on it.'],
    [someUnanswered(person.orders), 'person.orders', 'Answer each order and licence: yes, no or not known.'],
    [someUnanswered(person.behaviours), 'person.behaviours', 'Answer each offence behaviour: yes, no or not known.'],
  ]);
}

/** DPA 2018 s.39: nothing is final without a date of review and a retention rule. */
export function reviewMissing({ assessment }: CaseFileToday): Missing[] {
  const { review, outcome } = assessment;
  const decidedOn = eraIsConducted(assessment) === false ? null : outcome.decidedOn;
  const after = decidedOn ?? dayBegun(assessment);
  return missingFrom([
    [review.reviewOn === null, 'review.reviewOn', 'Enter the date of the next review.'],
    [review.reviewOn !== null && review.reviewOn <= after, 'review.reviewOn', 'Enter a date of review that lies after the decision.'],
    [isBlank(review.why), 'review.why', 'Say why it is reviewed then.'],
    [isBlank(review.retentionRule), 'review.retentionRule', "Name your organisation's retention rule."],
  ]);
}
