import type { Answer, Trigger } from '@/terms';
import { isRegistered } from './registered';
import { ANNUAL_REVIEW } from './standard/annualReview';
import { ENVIRONMENT_CHANGED, OTHER_EVENT, PERSON_CHANGED } from './standard/change';
import { OTHER_CATEGORIES } from './standard/otherCategories';
import { PHYSICAL_CHECK } from './standard/physicalCheck';
import { INITIAL_REGISTRATION, SUBSEQUENT_ADDRESS } from './standard/registration';
import type { ConductFacts, Criterion, Requirement } from './types';

type Fact = keyof ConductFacts;

/** A criterion, what it asks for where it is met (null: nothing about conduct), and how the facts answer its question. */
export interface Judged {
  readonly criterion: Criterion;
  readonly asksFor: Requirement | null;
  readonly facts: readonly Fact[];
  readonly answer: (facts: ConductFacts) => Answer;
}

const UNANSWERED: Answer = { is: 'unknown', reason: 'unanswered' };
const yesNo = (yes: boolean): Answer => ({ is: yes ? 'met' : 'notMet' });

/** The question arises for registered people only; then the event answers it. */
function ofRegistered(facts: ConductFacts, byEvent: (trigger: Trigger) => Answer): Answer {
  const registered = isRegistered(facts);
  if (registered === false) return { is: 'doesNotApply' };
  return registered === null || facts.trigger === null ? UNANSWERED : byEvent(facts.trigger);
}

const onEvents = (...events: readonly Trigger[]) => (facts: ConductFacts): Answer =>
  ofRegistered(facts, (trigger) => yesNo(events.includes(trigger)));

/** A release may be the first registration or a return: the event alone does not tell. */
function initialRegistration(facts: ConductFacts): Answer {
  return ofRegistered(facts, (trigger) => (trigger === 'release' ? UNANSWERED : yesNo(trigger === 'initialRegistration')));
}

/**
 * | event                | proposed | temporary | lived in | kind not answered |
 * | new address          | yes      | yes       | yes      | yes               |
 * | release              | yes      | yes       | no       | unknown           |
 * | changes, other       | yes      | no        | no       | unknown           |
 * | first reg., annual   | no       | no        | no       | no                |
 */
function subsequentAddress(facts: ConductFacts): Answer {
  return ofRegistered(facts, (trigger) => {
    if (trigger === 'newAddress') return { is: 'met' };
    if (trigger === 'initialRegistration' || trigger === 'annualReview') return { is: 'notMet' };
    if (facts.addressKind === null) return UNANSWERED;
    return yesNo(facts.addressKind === 'proposed' || (trigger === 'release' && facts.addressKind === 'temporary'));
  });
}

function otherCategories(facts: ConductFacts): Answer {
  const registered = isRegistered(facts);
  if (registered === true) return { is: 'doesNotApply' };
  return registered === null || facts.category === null ? UNANSWERED : { is: 'met' };
}

export const JUDGED: readonly Judged[] = [
  { criterion: INITIAL_REGISTRATION, asksFor: 'must', facts: ['registered', 'trigger'], answer: initialRegistration },
  { criterion: SUBSEQUENT_ADDRESS, asksFor: 'must', facts: ['registered', 'trigger', 'addressKind'], answer: subsequentAddress },
  { criterion: ANNUAL_REVIEW, asksFor: 'complyOrExplain', facts: ['registered', 'trigger'], answer: onEvents('annualReview') },
  { criterion: PERSON_CHANGED, asksFor: 'discretionary', facts: ['registered', 'trigger'], answer: onEvents('personChanged') },
  { criterion: ENVIRONMENT_CHANGED, asksFor: 'discretionary', facts: ['registered', 'trigger'], answer: onEvents('environmentChanged') },
  { criterion: OTHER_EVENT, asksFor: 'discretionary', facts: ['registered', 'trigger'], answer: onEvents('other', 'release') },
  { criterion: OTHER_CATEGORIES, asksFor: 'discretionary', facts: ['registered', 'category'], answer: otherCategories },
  { criterion: PHYSICAL_CHECK, asksFor: null, facts: ['addressKind'], answer: (facts) => (facts.addressKind === null ? UNANSWERED : { is: 'met' }) },
];
