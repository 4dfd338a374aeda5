import type { Answer, ChangeId, Trigger } from '@/terms';
import { BEHAVIOURS } from '@/terms';
import { registrationAnswer } from './registered';
import { ANNUAL_REVIEW, CONTACT_OFFENCE, REVIEW_DUE, SECTION_3_GROUPS } from './standard/annualReview';
import { ENVIRONMENT_CHANGED, HOUSEHOLD_CHANGED, OTHER_EVENT, PERSON_CHANGED } from './standard/change';
import { OTHER_CATEGORIES } from './standard/otherCategories';
import { PHYSICAL_CHECK } from './standard/physicalCheck';
import { ERA_OUTSTANDING, INITIAL_REGISTRATION, SUBSEQUENT_ADDRESS } from './standard/registration';
import type { ConductFacts, Criterion, FactPath } from './types';
import { doneAnswer, historyContradiction, yearPast } from './yearly';

/** A criterion, and how the facts answer its question. */
export interface Judged {
  readonly criterion: Criterion;
  readonly facts: readonly FactPath[];
  readonly answer: (facts: ConductFacts) => Answer;
}

export const UNANSWERED: Answer = { is: 'unknown', reason: 'unanswered' };
const CONTRADICTORY: Answer = { is: 'unknown', reason: 'contradictory' };
const DOES_NOT_ARISE: Answer = { is: 'doesNotApply' };
const yesNo = (yes: boolean): Answer => ({ is: yes ? 'met' : 'notMet' });

/** The question arises for registered people only; then the event answers it. */
function ofRegistered(facts: ConductFacts, byEvent: (trigger: Trigger) => Answer): Answer {
  const registered = registrationAnswer(facts);
  if (registered.is === 'notMet') return DOES_NOT_ARISE;
  if (registered.is === 'unknown') return registered;
  return facts.trigger === null ? UNANSWERED : byEvent(facts.trigger);
}

const onEvents = (...events: readonly Trigger[]) => (facts: ConductFacts): Answer =>
  ofRegistered(facts, (trigger) => yesNo(events.includes(trigger)));

/** Events by which the address is new: what was done at it before does not arise. */
const isNew = (trigger: Trigger) => trigger === 'initialRegistration' || trigger === 'newAddress';

/** A release may be the first registration or a return: only an ERA of this address, done before, tells it is not the first. */
function initialRegistration(facts: ConductFacts): Answer {
  return ofRegistered(facts, (trigger) => {
    if (trigger !== 'release') return yesNo(trigger === 'initialRegistration');
    return doneAnswer(facts.lastEra).is === 'met' ? { is: 'notMet' } : UNANSWERED;
  });
}

/**
 * | event                | proposed | temporary, several | lived in | none yet      | not answered |
 * | new address          | yes      | yes                | yes      | contradictory | yes          |
 * | release              | yes      | yes                | no       | no            | unknown      |
 * | changes, other       | yes      | no                 | no       | no            | unknown      |
 * | first reg., annual   | no       | no                 | no       | no            | no           |
 */
function subsequentAddress(facts: ConductFacts): Answer {
  return ofRegistered(facts, (trigger) => {
    if (trigger === 'newAddress') return facts.addressKind === 'none' ? CONTRADICTORY : { is: 'met' };
    if (trigger === 'initialRegistration' || trigger === 'annualReview') return { is: 'notMet' };
    if (facts.addressKind === null) return UNANSWERED;
    return yesNo(facts.addressKind === 'proposed' || (trigger === 'release' && (facts.addressKind === 'temporary' || facts.addressKind === 'several')));
  });
}

/** Asked of an address at which the person stays, where the event is not itself the reason for an initial ERA. */
function ofHome(facts: ConductFacts, answer: () => Answer): Answer {
  return ofRegistered(facts, (trigger) => {
    if (isNew(trigger) || facts.addressKind === 'proposed' || facts.addressKind === 'none') return DOES_NOT_ARISE;
    return facts.addressKind === null ? UNANSWERED : answer();
  });
}

function eraOutstanding(facts: ConductFacts): Answer {
  return ofHome(facts, () => {
    if (historyContradiction(facts)) return CONTRADICTORY;
    const done = doneAnswer(facts.lastEra);
    return done.is === 'unknown' ? done : yesNo(done.is === 'notMet');
  });
}

/** By the event itself, or by the answer about the change; the two may not contradict each other. */
const changed = (change: ChangeId, event: Trigger) => (facts: ConductFacts): Answer =>
  ofRegistered(facts, (trigger) => {
    if (isNew(trigger)) return DOES_NOT_ARISE;
    const told = facts.changes[change];
    if (trigger === event) return told === 'no' ? CONTRADICTORY : { is: 'met' };
    if (told === null) return UNANSWERED;
    return told === 'unknown' ? { is: 'unknown', reason: 'notKnown' } : yesNo(told === 'yes');
  });

function otherCategories(facts: ConductFacts): Answer {
  const registered = registrationAnswer(facts);
  if (registered.is === 'met') return DOES_NOT_ARISE;
  if (registered.is === 'unknown') return registered;
  return facts.category === null ? UNANSWERED : { is: 'met' };
}

/** The minuted behaviours can say yes. Nothing can say no: the definition is open. */
function contactOffence({ behaviours }: ConductFacts): Answer {
  const { thirdPartyContact, inciting } = behaviours;
  if (thirdPartyContact === 'yes' || inciting === 'yes') return { is: 'met' };
  if (thirdPartyContact === null || inciting === null) return UNANSWERED;
  return { is: 'unknown', reason: thirdPartyContact === 'unknown' || inciting === 'unknown' ? 'notKnown' : 'standardOpen' };
}

/** Arises at the yearly review; and then nobody has seen the groups. */
function section3Groups(facts: ConductFacts): Answer {
  const yearly = [onEvents('annualReview')(facts), reviewDue(facts)];
  if (yearly.some(({ is }) => is === 'met')) return { is: 'unknown', reason: 'standardOpen' };
  return yearly.find(({ is }) => is === 'unknown') ?? DOES_NOT_ARISE;
}

/** At the annual review the event itself asks for it. */
function reviewDue(facts: ConductFacts): Answer {
  return facts.trigger === 'annualReview' ? ofRegistered(facts, () => DOES_NOT_ARISE) : ofHome(facts, () => yearPast(facts));
}

function physicalCheck({ addressKind }: ConductFacts): Answer {
  return addressKind === null ? UNANSWERED : yesNo(addressKind !== 'none');
}

const EVENT: readonly FactPath[] = ['registered', 'trigger'];
const HOME: readonly FactPath[] = [...EVENT, 'addressKind'];
const BEHAVIOUR_PATHS = (Object.keys(BEHAVIOURS) as (keyof typeof BEHAVIOURS)[]).map((id) => `behaviours.${id}` as const);

export const JUDGED: readonly Judged[] = [
  { criterion: INITIAL_REGISTRATION, facts: EVENT, answer: initialRegistration },
  { criterion: SUBSEQUENT_ADDRESS, facts: HOME, answer: subsequentAddress },
  { criterion: ERA_OUTSTANDING, facts: [...HOME, 'lastEra'], answer: eraOutstanding },
  { criterion: ANNUAL_REVIEW, facts: EVENT, answer: onEvents('annualReview') },
  { criterion: REVIEW_DUE, facts: [...HOME, 'lastEra', 'lastReview'], answer: reviewDue },
  { criterion: SECTION_3_GROUPS, facts: EVENT, answer: section3Groups },
  { criterion: CONTACT_OFFENCE, facts: BEHAVIOUR_PATHS, answer: contactOffence },
  { criterion: PERSON_CHANGED, facts: [...EVENT, 'changes.person'], answer: changed('person', 'personChanged') },
  { criterion: HOUSEHOLD_CHANGED, facts: [...EVENT, 'changes.household'], answer: changed('household', 'householdChanged') },
  { criterion: ENVIRONMENT_CHANGED, facts: [...EVENT, 'changes.environment'], answer: changed('environment', 'environmentChanged') },
  { criterion: OTHER_EVENT, facts: EVENT, answer: onEvents('other', 'release') },
  { criterion: OTHER_CATEGORIES, facts: ['registered', 'category'], answer: otherCategories },
  { criterion: PHYSICAL_CHECK, facts: ['addressKind'], answer: physicalCheck },
];
