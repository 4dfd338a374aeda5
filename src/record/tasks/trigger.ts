import type { LocalQuestion, Protocol } from '@/rules';
import { CHANGES, type ChangeId, type Trigger, TRIGGERS } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import { dayBegun } from '../days';
import type { Assessment } from '../schema/assessment';
import { clocksMissing } from './clocks';
import { isBlank, missingFrom, type Missing } from './missing';

const NEW_ADDRESS: readonly Trigger[] = ['initialRegistration', 'newAddress'];

/** What was done at this address before, and what has changed since, is asked of an address at which the person stays, on an event that does not make it new. */
export function asksAboutHome({ addressKind, trigger: { kind } }: Pick<Assessment, 'addressKind' | 'trigger'>): boolean {
  return kind !== null && !NEW_ADDRESS.includes(kind) && (addressKind === 'livedIn' || addressKind === 'temporary' || addressKind === 'several');
}

/** The questions of the local protocol that arise on this event: its groups, then its triggers. */
export function localQuestionsOn(trigger: Trigger | null, protocol: Protocol | null): readonly LocalQuestion[] {
  if (protocol === null) return [];
  const arises = ({ onEvents }: Protocol['groups'][number]) => onEvents.length === 0 || (trigger !== null && onEvents.includes(trigger));
  return [...protocol.groups.filter(arises), ...protocol.triggers];
}

interface AskedOnEvent {
  /** The last ERA of this address and its last review. */
  readonly before: boolean;
  readonly changes: boolean;
  readonly local: readonly LocalQuestion[];
}

/** What an event lets be answered besides itself, needed or not. An address that is new by it has nothing before it. */
export function askedOnEvent(assessment: Pick<Assessment, 'trigger' | 'addressKind'> | null, protocol: Protocol | null): AskedOnEvent {
  const event = assessment?.trigger.kind ?? null;
  const isNew = event === null || NEW_ADDRESS.includes(event);
  const isHome = assessment?.addressKind !== 'proposed' && assessment?.addressKind !== 'none';
  // A release may be the first registration: only an earlier ERA tells that it is not, whatever the address.
  return { before: !isNew && (isHome || event === 'release'), changes: !isNew, local: localQuestionsOn(event, protocol) };
}

function lastEraMissing({ lastEra, lastReview, ...assessment }: Assessment): Missing[] {
  const begun = dayBegun(assessment);
  const [era, review] = [lastEra, lastReview].map(({ answer, on }) => (answer === 'on' ? on : null));
  return missingFrom([
    [lastEra.answer === null, 'lastEra.answer', 'Say when the last ERA of this address was done: on a date, never, or not known.'],
    [lastEra.answer === 'on' && lastEra.on === null, 'lastEra.on', 'Enter the date of the last ERA of this address.'],
    [(era ?? '') > begun, 'lastEra.on', 'Enter a date of the last ERA that does not lie after this assessment was begun.'],
    [lastEra.answer === 'on' && lastReview.answer === null, 'lastReview.answer', 'Say when that ERA was last reviewed: on a date, never, or not known.'],
    [lastReview.answer === 'on' && lastReview.on === null, 'lastReview.on', 'Enter the date of the last review.'],
    [(review ?? '') > begun, 'lastReview.on', 'Enter a date of the last review that does not lie after this assessment was begun.'],
    [(review ?? '9') < (era ?? ''), 'lastReview.on', 'Enter a date of the last review that is not before the last ERA.'],
  ]);
}

function homeMissing(assessment: Assessment): Missing[] {
  const unanswered = (Object.keys(CHANGES) as ChangeId[]).some((id) => assessment.changes[id] === null);
  return [
    ...missingFrom([[unanswered, 'changes', 'Answer whether the person, the household and the environment have changed: yes, no or not known.']]),
    ...lastEraMissing(assessment),
  ];
}

export function triggerMissing({ person, assessment, protocol, today }: CaseFileToday): Missing[] {
  const { trigger, local } = assessment;
  return [
    ...missingFrom([
      [trigger.kind === null, 'trigger.kind', 'Choose what has happened.'],
      [trigger.kind === 'other' && isBlank(trigger.note), 'trigger.note', `Say what has happened, as '${TRIGGERS.other}' does not.`],
      [trigger.occurredOn === null, 'trigger.occurredOn', 'Enter the date of the event.'],
      [trigger.agency === null, 'trigger.agency', "Choose the agency whose event it was ('notification' is not defined in ERA-2017 4.0)."],
      [trigger.kind === 'annualReview' && person.renewalOn === null, 'person.renewalOn', 'Enter the date of renewal of registration: the 21 working days count from it.'],
    ]),
    ...(asksAboutHome(assessment) ? homeMissing(assessment) : []),
    ...localQuestionsOn(trigger.kind, protocol).flatMap(({ id, question }) => missingFrom([[(local[id] ?? null) === null, `local.${id}`, `The local protocol asks: ${question} Answer yes, no or not known.`]])),
    ...clocksMissing(assessment, today),
  ];
}
