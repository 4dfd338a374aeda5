import { TRIGGERS } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import { isBlank, missingFrom, type Missing } from './missing';

export function addressMissing({ address, assessment }: CaseFileToday): Missing[] {
  return missingFrom([
    [isBlank(address.text), 'address.text', 'Enter the street address.'],
    [assessment.addressKind === null, 'assessment.addressKind', 'Say whether the address is proposed, already lived in, or temporary.'],
    [address.position === null, 'address.position', 'Find the address, or place the pin on the map.'],
  ]);
}

/** 'Not known' is an answer; nobody having answered is not. */
export function personMissing({ person }: CaseFileToday): Missing[] {
  return missingFrom([
    [isBlank(person.reference), 'person.reference', "Enter the ViSOR/MAPPS or agency's reference."],
    [person.under18 === null, 'person.under18', 'Say whether the person is under 18.'],
    [person.registered === null, 'person.registered', 'Say whether the person is subject to SONR.'],
    [person.category === null, 'person.category', 'Choose the MAPPA category.'],
    [person.level === null, 'person.level', 'Choose the MAPPA level.'],
    [person.supervision === null, 'person.supervision', 'Choose the supervision: who leads hangs on it.'],
  ]);
}

export function triggerMissing({ assessment: { trigger } }: CaseFileToday): Missing[] {
  return missingFrom([
    [trigger.kind === null, 'trigger.kind', 'Choose what has happened.'],
    [trigger.kind === 'other' && isBlank(trigger.note), 'trigger.note', `Say what has happened, as '${TRIGGERS.other}' does not.`],
    [trigger.occurredOn === null, 'trigger.occurredOn', 'Enter the date of the event.'],
    [trigger.agency === null, 'trigger.agency', "Choose the agency whose event it was ('notification' is not defined in ERA-2017 4.0)."],
  ]);
}

/** DPA 2018 s.39: nothing is final without a date of review and a retention rule. */
export function reviewMissing({ assessment: { review, outcome, conduct, startedAt } }: CaseFileToday): Missing[] {
  const decidedOn = conduct.decision === 'notConducted' ? null : outcome.decidedOn;
  const after = decidedOn ?? startedAt.slice(0, 10);
  return missingFrom([
    [review.reviewOn === null, 'review.reviewOn', 'Enter the date of the next review.'],
    [review.reviewOn !== null && review.reviewOn <= after, 'review.reviewOn', 'Enter a date of review that lies after the decision.'],
    [isBlank(review.why), 'review.why', 'Say why it is reviewed then.'],
    [isBlank(review.retentionRule), 'review.retentionRule', "Name your organisation's retention rule."],
  ]);
}
