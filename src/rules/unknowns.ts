import { CHANGES, type UnknownReason } from '@/terms';
import { JUDGED, UNANSWERED } from './criteria';
import { leadContradiction, leadOf } from './lead';
import { isRegistered, registrationContradiction } from './registered';
import { CONTACT_OFFENCE, REVIEW_DUE, SECTION_3_GROUPS } from './standard/annualReview';
import { ENVIRONMENT_CHANGED, HOUSEHOLD_CHANGED, PERSON_CHANGED } from './standard/change';
import { ERA_OUTSTANDING, INITIAL_REGISTRATION } from './standard/registration';
import type { ConductFacts, Criterion, CriterionAnswer, Unknown } from './types';

/** 'Not known' was answered, or nobody has answered. */
const openReason = (value: string | null): UnknownReason => (value === null ? 'unanswered' : 'notKnown');

function ofRegistration(facts: ConductFacts): Unknown | null {
  const contradiction = registrationContradiction(facts);
  const fact = 'registered';
  if (contradiction === 'category') return { fact, reason: 'contradictory', ask: "Category 1 means subject to SONR, but registration is answered 'No': check with the police which is right." };
  if (contradiction === 'trigger') return { fact, reason: 'contradictory', ask: "First registration and annual review happen to registered people only, but registration is answered 'No': check with the police which is right." };
  if (facts.registered === null) return { fact, reason: 'unanswered', ask: 'Is the person subject to sex offender notification requirements (SONR)? Ask the police.' };
  return facts.registered === 'unknown' ? { fact, reason: 'notKnown', ask: "Registration is answered 'Not known': ask the police." } : null;
}

function ofAddress({ addressKind, trigger }: ConductFacts): Unknown | null {
  const fact = 'addressKind';
  if (addressKind === null) return { fact, reason: 'unanswered', ask: 'Is the address proposed, already lived in, temporary, one of several, or is there none yet?' };
  return addressKind === 'none' && trigger === 'newAddress' ? { fact, reason: 'contradictory', ask: "The event is a new address, but the address is answered 'None yet': which is right?" } : null;
}

function ofLead(facts: ConductFacts): Unknown | null {
  const fact = 'supervision';
  if (leadContradiction(facts)) return { fact, reason: 'contradictory', ask: 'Supervision and the licence or order contradict each other: ask justice social work which is right. Who leads hangs on it.' };
  if (facts.category === null || leadOf(facts).agency !== null) return null;
  return { fact, reason: openReason(facts.supervision), ask: 'Is there statutory supervision by justice social work? Who leads hangs on it.' };
}

const answerOf = (facts: ConductFacts, { id }: Criterion) => JUDGED.find(({ criterion }) => criterion.id === id)?.answer(facts) ?? UNANSWERED;

/** What was done before at this address: asked only where a criterion is left unknown by it and by nothing else. */
function ofBefore(facts: ConductFacts): Unknown | null {
  if (isRegistered(facts) !== true || facts.trigger === null || facts.addressKind === null) return null;
  const outstanding = answerOf(facts, ERA_OUTSTANDING);
  if (outstanding.is === 'unknown' && outstanding.reason === 'contradictory') return { fact: 'lastEra', reason: 'contradictory', ask: 'A review of an ERA that was never done cannot be: which of the two answers is right?' };
  if (outstanding.is === 'unknown') return { fact: 'lastEra', reason: outstanding.reason, ask: 'When was the last ERA of this address done, if ever? If never, the initial ERA is outstanding and must be carried out.' };
  const due = answerOf(facts, REVIEW_DUE);
  if (due.is === 'unknown') return { fact: 'lastReview', reason: due.reason, ask: 'When was that ERA last reviewed, if ever? After a year the yearly review is due.' };
  if (answerOf(facts, INITIAL_REGISTRATION).is !== 'unknown' || facts.addressKind !== 'none') return null;
  return { fact: 'trigger', reason: 'unanswered', ask: 'Is this release also the first registration? Then choose first registration as the event.' };
}

/** The event says that it changed, the answer says that it did not. */
function ofChanges(facts: ConductFacts): Unknown[] {
  const { person, household, environment } = CHANGES;
  const asked = [[PERSON_CHANGED, 'changes.person', person], [HOUSEHOLD_CHANGED, 'changes.household', household], [ENVIRONMENT_CHANGED, 'changes.environment', environment]] as const;
  return asked.flatMap(([criterion, fact, words]) => {
    const answer = answerOf(facts, criterion);
    if (answer.is !== 'unknown' || answer.reason !== 'contradictory' || isRegistered(facts) === null) return [];
    return [{ fact, reason: answer.reason, ask: `The event is a change, but '${words}' is answered 'No': which is right?` }];
  });
}

function ofSection3(facts: ConductFacts): Unknown | null {
  const answer = answerOf(facts, SECTION_3_GROUPS);
  if (answer.is !== 'unknown' || answer.reason !== 'standardOpen') return null;
  return { fact: SECTION_3_GROUPS.id, reason: 'standardOpen', ask: 'Section 3.0 names groups for which a yearly review is presumed; its text has not been seen. Ask your MAPPA co-ordinator; your office can enter the groups as a local protocol.' };
}

function ofBehaviours(facts: ConductFacts): Unknown | null {
  const answer = answerOf(facts, CONTACT_OFFENCE);
  if (answer.is !== 'unknown') return null;
  const ask = answer.reason === 'standardOpen'
    ? "None of the minuted behaviours is answered 'yes', but the definition of a contact offence has not been seen: whether there is one cannot be said."
    : 'Is there a behaviour that counts as a contact offence: contact through a third party, or inciting a child or an adult at risk?';
  return { fact: 'behaviours', reason: answer.reason, ask };
}

/** Questions of the local protocol that nobody has answered; a group that hangs on the event waits for it. */
function ofProtocol(local: readonly CriterionAnswer[], { trigger }: ConductFacts): Unknown[] {
  return local.flatMap(({ criterion, answer, facts: [fact = criterion.id, ...others] }) => (answer.is === 'unknown' && (trigger !== null || others.length === 0) ? [{ fact, reason: answer.reason, ask: criterion.question }] : []));
}

/** The facts that are missing or contradict each other and bear on the requirement, the lead agency or the stop; and what of the standard itself is open. */
export function unknownsOf(facts: ConductFacts, local: readonly CriterionAnswer[]): readonly Unknown[] {
  const { under18, category, trigger } = facts;
  return [
    under18 === null || under18 === 'unknown' ? { fact: 'under18', reason: openReason(under18), ask: 'Is the person under 18? Then the adult route stops.' } : null,
    ofRegistration(facts),
    category === null ? { fact: 'category', reason: 'unanswered' as const, ask: 'Which MAPPA category? Ask the MAPPA co-ordinator or the lead agency.' } : null,
    trigger === null ? { fact: 'trigger', reason: 'unanswered' as const, ask: 'What has happened that leads to this assessment?' } : null,
    ofAddress(facts),
    ...ofChanges(facts),
    ofBefore(facts),
    ofLead(facts),
    ofBehaviours(facts),
    ofSection3(facts),
    ...ofProtocol(local, facts),
  ].filter((unknown) => unknown !== null);
}
