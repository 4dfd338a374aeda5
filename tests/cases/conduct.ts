import type { ConductFacts, LocalQuestion, Protocol, Requirement } from '@/rules';
import type { AgencyId, Answer, Trigger, UnknownReason } from '@/terms';

type Group = 'orders' | 'behaviours' | 'changes';

/** Some facts; of the orders, behaviours and changes again only some. */
export type SomeFacts = Partial<Omit<ConductFacts, Group>> & { readonly [G in Group]?: Partial<ConductFacts[G]> };

/** One of the definite answers, or why it is unknown. */
export type Told = Exclude<Answer['is'], 'unknown'> | UnknownReason;

export interface ConductCase {
  /** A sentence: what decide does with these facts. */
  readonly name: string;
  /** What is not as in ORDINARY. */
  readonly facts: SomeFacts;
  readonly protocol?: Protocol;
  readonly requirement: Requirement;
  readonly lead?: AgencyId | null;
  /** What is asked for, exactly, where the case is about it; and why. */
  readonly asks?: readonly string[];
  readonly reasons?: readonly UnknownReason[];
  /** Criteria that are met among those that ask for an ERA, exactly. */
  readonly met?: readonly string[];
  /** Answers of single criteria, by their id. */
  readonly answers?: Readonly<Record<string, Told>>;
  /** Document and clause of all that the requirement rests on, exactly. */
  readonly clauses?: readonly string[];
  readonly stops?: true;
}

/** Everything answered, nothing unusual: a first registration, and a proposed address. A minuted behaviour, so that the open definition asks nothing. */
export const ORDINARY: ConductFacts = {
  asOf: '2026-03-20', under18: 'no', registered: 'yes', category: 'category1', level: 'level1', supervision: 'no',
  orders: { licence: 'no', cpoWithSupervision: 'no', cpoWithoutSupervision: 'no', shpo: 'no', sro: 'no', olderOrder: 'no' },
  behaviours: { thirdPartyContact: 'yes', inciting: 'no', other: 'no' },
  trigger: 'initialRegistration', changes: { person: 'no', household: 'no', environment: 'no' }, addressKind: 'proposed', lastEra: 'never', lastReview: 'never', local: {},
};

/** ORDINARY with some facts changed. */
export const factsWith = (some: SomeFacts): ConductFacts => ({
  ...ORDINARY, ...some,
  orders: { ...ORDINARY.orders, ...some.orders }, behaviours: { ...ORDINARY.behaviours, ...some.behaviours }, changes: { ...ORDINARY.changes, ...some.changes },
});

const NOTHING: SomeFacts = {
  under18: null, registered: null, category: null, level: null, supervision: null, trigger: null, addressKind: null, lastEra: null, lastReview: null,
  orders: { licence: null, cpoWithSupervision: null, cpoWithoutSupervision: null, shpo: null, sro: null, olderOrder: null },
  behaviours: { thirdPartyContact: null, inciting: null, other: null }, changes: { person: null, household: null, environment: null },
};

/** Where the person stays, with an ERA within the year. */
const HOME = { addressKind: 'livedIn', lastEra: '2025-11-03' } as const satisfies SomeFacts;
const LONG_AGO = '2024-06-10';
const YEARLY = { ...HOME, trigger: 'annualReview' } as const satisfies SomeFacts;
const PERSON = { ...HOME, trigger: 'personChanged', changes: { person: 'yes' } } as const satisfies SomeFacts;
const HOUSEHOLD = { ...HOME, trigger: 'householdChanged', changes: { household: 'yes' } } as const satisfies SomeFacts;
const ENVIRONMENT = { ...HOME, trigger: 'environmentChanged', changes: { environment: 'yes' } } as const satisfies SomeFacts;
const OTHER = { ...HOME, trigger: 'other' } as const satisfies SomeFacts;
const RELEASE = { ...HOME, trigger: 'release' } as const satisfies SomeFacts;
const LICENCE = { supervision: 'yes', orders: { licence: 'yes' } } as const satisfies SomeFacts;
const UNREGISTERED = { registered: 'no', category: 'category3', ...LICENCE } as const satisfies SomeFacts;

/** Criteria that are asked of registered people only. */
export const OF_REGISTERED = ['initialRegistration', 'subsequentAddress', 'eraOutstanding', 'annualReview', 'reviewDue', 'personChanged', 'householdChanged', 'environmentChanged', 'otherEvent'] as const;
const all = (ids: readonly string[], told: Told): Readonly<Record<string, Told>> => Object.fromEntries(ids.map((id) => [id, told]));

const FIRST = ['NSG-2017-05 minute on the ERA guidance', 'ERA-2017 4.0', 'NASSO-2019 annex 2'];
const LATER = ['ERA-2017 4.0', 'NASSO-2019 annex 2'];

/** A fictional office's protocol with these questions and nothing else. */
export const askingLocally = (groups: Protocol['groups'], triggers: Protocol['triggers'] = []): Protocol => ({
  format: 'steading-protocol', formatVersion: 1, name: 'Kinlowrie protocol', version: '3', owner: 'Kinlowrie Strategic Oversight Group', inForceFrom: '2026-01-12',
  groups, triggers, checks: [], categories: [], prompts: [], limits: [], holidays: [],
});
const local = (asksFor: LocalQuestion['asksFor'], clause: string, question: string): LocalQuestion => ({ id: 'asked-here', question, asksFor, clause, reason: 'Agreed after a review of cases.' });
const group = (asksFor: LocalQuestion['asksFor'], ...onEvents: readonly Trigger[]) => askingLocally([{ ...local(asksFor, '2.1', 'Is the person aged 18 to 21?'), onEvents }]);
const event = (asksFor: LocalQuestion['asksFor']) => askingLocally([], [local(asksFor, '2.4', 'Is the block about to be rebuilt?')]);
const said = (told: 'yes' | 'no' | 'unknown') => ({ local: { 'asked-here': told } }) as const;

export const CONDUCT_CASES: readonly ConductCase[] = [
  // First registration
  { name: 'asks for an ERA at the first registration', facts: {}, requirement: 'must', met: ['initialRegistration'], lead: 'police', asks: [], answers: { under18: 'notMet', initialRegistration: 'met', physicalCheck: 'met', eraOutstanding: 'doesNotApply', reviewDue: 'doesNotApply' }, clauses: FIRST },
  { name: 'asks for an ERA at the first registration where the person already lives', facts: { addressKind: 'livedIn' }, requirement: 'must', met: ['initialRegistration'], asks: [] },
  { name: 'asks for an ERA at the first registration in temporary accommodation', facts: { addressKind: 'temporary' }, requirement: 'must', met: ['initialRegistration'] },
  { name: 'asks for an ERA at the first registration of a person who moves between addresses', facts: { addressKind: 'several' }, requirement: 'must', met: ['initialRegistration'] },
  { name: 'asks for an ERA at the first registration though there is no address yet to look at', facts: { addressKind: 'none' }, requirement: 'must', asks: [], answers: { physicalCheck: 'notMet', subsequentAddress: 'notMet' }, clauses: FIRST },
  { name: 'asks for an ERA at the first registration though the kind of address is not answered', facts: { addressKind: null }, requirement: 'must', asks: ['addressKind'], reasons: ['unanswered'], answers: { physicalCheck: 'unanswered', subsequentAddress: 'notMet', eraOutstanding: 'doesNotApply' } },
  { name: 'asks for an ERA at the first registration whatever the level', facts: { level: null }, requirement: 'must', asks: [] },
  { name: 'asks for an ERA at the first registration though nobody has answered about an earlier ERA', facts: { lastEra: null, lastReview: null }, requirement: 'must', asks: [] },
  { name: 'asks for an ERA at the first registration of a restricted patient who is registered', facts: { category: 'category2' }, requirement: 'must', lead: 'healthBoard' },
  { name: 'asks nothing about changes at the first registration', facts: { changes: { person: 'yes', household: null, environment: 'unknown' } }, requirement: 'must', asks: [], met: ['initialRegistration'], answers: { personChanged: 'doesNotApply', householdChanged: 'doesNotApply', environmentChanged: 'doesNotApply' } },

  // A later address
  { name: 'asks for an ERA at a new address of a registered person', facts: { trigger: 'newAddress' }, requirement: 'must', met: ['subsequentAddress'], answers: { initialRegistration: 'notMet', subsequentAddress: 'met', otherEvent: 'notMet', annualReview: 'notMet' }, clauses: LATER },
  { name: 'asks for an ERA at a new address that the person moved into already', facts: { trigger: 'newAddress', addressKind: 'livedIn' }, requirement: 'must', met: ['subsequentAddress'] },
  { name: 'asks for an ERA at a new temporary address', facts: { trigger: 'newAddress', addressKind: 'temporary' }, requirement: 'must', met: ['subsequentAddress'] },
  { name: 'asks for an ERA at a new address that is one of several', facts: { trigger: 'newAddress', addressKind: 'several' }, requirement: 'must', met: ['subsequentAddress'] },
  { name: 'asks for an ERA at a new address though the kind of address is not answered', facts: { trigger: 'newAddress', addressKind: null }, requirement: 'must', asks: ['addressKind'] },
  { name: 'is unknown where a new address and no address yet contradict each other', facts: { trigger: 'newAddress', addressKind: 'none' }, requirement: 'unknown', asks: ['addressKind'], reasons: ['contradictory'], answers: { subsequentAddress: 'contradictory' }, clauses: [] },
  { name: 'asks for an ERA at a new address that had one before', facts: { ...HOME, trigger: 'newAddress' }, requirement: 'must', met: ['subsequentAddress'], answers: { eraOutstanding: 'doesNotApply' } },
  { name: 'reads a proposed address as a new one though the event is a changed person', facts: { ...PERSON, addressKind: 'proposed' }, requirement: 'must', met: ['subsequentAddress', 'personChanged'], clauses: LATER },
  { name: 'reads a proposed address as a new one though the event is a changed household', facts: { ...HOUSEHOLD, addressKind: 'proposed' }, requirement: 'must', met: ['subsequentAddress', 'householdChanged'] },
  { name: 'reads a proposed address as a new one though the event is something else', facts: { ...OTHER, addressKind: 'proposed' }, requirement: 'must', met: ['subsequentAddress', 'otherEvent'] },

  // An ERA that was never done
  { name: 'asks for the ERA that a lived-in address never had, whatever the event', facts: { ...OTHER, lastEra: 'never' }, requirement: 'must', met: ['eraOutstanding', 'otherEvent'], asks: [], answers: { eraOutstanding: 'met', reviewDue: 'doesNotApply' }, clauses: ['ERA-2017 4.0'] },
  { name: 'asks for the ERA that a temporary address never had', facts: { ...PERSON, addressKind: 'temporary', lastEra: 'never' }, requirement: 'must', met: ['eraOutstanding', 'personChanged'] },
  { name: 'asks for the ERA that one of several addresses never had', facts: { ...ENVIRONMENT, addressKind: 'several', lastEra: 'never' }, requirement: 'must', met: ['eraOutstanding', 'environmentChanged'] },
  { name: 'asks for the ERA that was never done at the annual review too', facts: { ...YEARLY, lastEra: 'never' }, requirement: 'must', met: ['eraOutstanding', 'annualReview'], asks: ['section3Groups'] },
  { name: 'asks for no outstanding ERA where one was done', facts: OTHER, requirement: 'discretionary', answers: { eraOutstanding: 'notMet', initialRegistration: 'notMet', subsequentAddress: 'notMet' } },
  { name: 'asks for no outstanding ERA of an address where the person does not stay yet', facts: { ...OTHER, addressKind: 'none', lastEra: 'never' }, requirement: 'discretionary', answers: { eraOutstanding: 'doesNotApply', physicalCheck: 'notMet' } },
  { name: 'is unknown while nobody has answered when the last ERA was done', facts: { ...OTHER, lastEra: null }, requirement: 'unknown', asks: ['lastEra'], reasons: ['unanswered'], answers: { eraOutstanding: 'unanswered', reviewDue: 'unanswered', section3Groups: 'unanswered' } },
  { name: 'is unknown where it is not known when the last ERA was done', facts: { ...OTHER, lastEra: 'unknown' }, requirement: 'unknown', asks: ['lastEra'], reasons: ['notKnown'], answers: { eraOutstanding: 'notKnown', reviewDue: 'notKnown', section3Groups: 'notKnown' } },
  { name: 'is unknown while nobody has answered when the last ERA of one of several addresses was done', facts: { ...PERSON, addressKind: 'several', lastEra: null }, requirement: 'unknown', answers: { eraOutstanding: 'unanswered', personChanged: 'met' } },
  { name: 'asks first when the last ERA was done, though a review within the year is known', facts: { ...OTHER, lastEra: null, lastReview: '2025-11-03' }, requirement: 'unknown', asks: ['lastEra'], answers: { eraOutstanding: 'unanswered', reviewDue: 'notMet', section3Groups: 'doesNotApply' } },

  { name: 'is unknown where an ERA that was never done and its review contradict each other', facts: { ...OTHER, lastEra: 'never', lastReview: '2026-01-05' }, requirement: 'unknown', met: ['otherEvent'], asks: ['lastEra'], reasons: ['contradictory'], answers: { eraOutstanding: 'contradictory', reviewDue: 'contradictory', section3Groups: 'contradictory' }, clauses: [] },
  { name: 'is unknown where an ERA that was never done was reviewed more than a year ago', facts: { ...OTHER, lastEra: 'never', lastReview: LONG_AGO }, requirement: 'unknown', asks: ['lastEra'], reasons: ['contradictory'], answers: { reviewDue: 'contradictory' } },
  { name: 'is unknown on release where an ERA that was never done and its review contradict each other', facts: { ...RELEASE, lastEra: 'never', lastReview: '2026-01-05' }, requirement: 'unknown', asks: ['lastEra'], reasons: ['contradictory'] },
  { name: 'asks to comply or explain at the annual review, and which is right where an ERA that was never done was reviewed', facts: { ...YEARLY, lastEra: 'never', lastReview: '2026-01-05' }, requirement: 'complyOrExplain', met: ['annualReview'], asks: ['lastEra', 'section3Groups'], reasons: ['contradictory', 'standardOpen'], answers: { eraOutstanding: 'contradictory', reviewDue: 'doesNotApply' } },
  { name: 'asks for the ERA that was never done, though it is not known whether it was reviewed', facts: { ...OTHER, lastEra: 'never', lastReview: 'unknown' }, requirement: 'must', met: ['eraOutstanding', 'otherEvent'], asks: [], answers: { reviewDue: 'doesNotApply' } },
  { name: 'asks for the ERA that was never done, though nobody has answered whether it was reviewed', facts: { ...OTHER, lastEra: 'never', lastReview: null }, requirement: 'must', met: ['eraOutstanding', 'otherEvent'], asks: [], answers: { reviewDue: 'doesNotApply' } },
  { name: 'asks for an ERA at a new address whatever is said of an earlier one there', facts: { trigger: 'newAddress', lastReview: '2026-01-05' }, requirement: 'must', met: ['subsequentAddress'], asks: [], answers: { eraOutstanding: 'doesNotApply', reviewDue: 'doesNotApply' } },

  // The yearly review
  { name: 'asks to comply or explain at the annual review', facts: YEARLY, requirement: 'complyOrExplain', met: ['annualReview'], asks: ['section3Groups'], reasons: ['standardOpen'], answers: { annualReview: 'met', reviewDue: 'doesNotApply', section3Groups: 'standardOpen' }, clauses: ['ERA-2017 4.0'] },
  { name: 'asks to comply or explain at the annual review at every level', facts: { ...YEARLY, level: 'level3' }, requirement: 'complyOrExplain' },
  { name: 'asks to comply or explain at the annual review of temporary accommodation', facts: { ...YEARLY, addressKind: 'temporary' }, requirement: 'complyOrExplain' },
  { name: 'asks to comply or explain at the annual review while no address is identified', facts: { ...YEARLY, addressKind: 'none' }, requirement: 'complyOrExplain', asks: ['section3Groups'], answers: { eraOutstanding: 'doesNotApply', physicalCheck: 'notMet' } },
  { name: 'asks to comply or explain at the annual review of a proposed address, which is no new one by that', facts: { ...YEARLY, addressKind: 'proposed' }, requirement: 'complyOrExplain', met: ['annualReview'] },
  { name: 'asks to comply or explain at the annual review though the kind of address is not answered', facts: { ...YEARLY, addressKind: null }, requirement: 'complyOrExplain', asks: ['addressKind', 'section3Groups'], answers: { subsequentAddress: 'notMet', eraOutstanding: 'unanswered', reviewDue: 'doesNotApply' } },
  { name: 'asks to comply or explain at the annual review though something stricter is still unknown', facts: { ...YEARLY, lastEra: null }, requirement: 'complyOrExplain', asks: ['lastEra', 'section3Groups'] },
  { name: 'asks to comply or explain at the annual review of a registered restricted patient', facts: { ...YEARLY, category: 'category2' }, requirement: 'complyOrExplain', lead: 'healthBoard' },
  { name: 'asks to comply or explain once more where a changed person comes up at the annual review', facts: { ...YEARLY, changes: { person: 'yes' } }, requirement: 'complyOrExplain', met: ['annualReview', 'personChanged'] },
  { name: 'does not ask for the last review at the annual review itself', facts: { ...YEARLY, lastEra: LONG_AGO, lastReview: null }, requirement: 'complyOrExplain', asks: ['section3Groups'], answers: { reviewDue: 'doesNotApply' } },
  { name: 'asks to comply or explain once a year is past since the last ERA, whatever the event', facts: { ...OTHER, lastEra: LONG_AGO }, requirement: 'complyOrExplain', met: ['reviewDue', 'otherEvent'], asks: ['section3Groups'], answers: { reviewDue: 'met', section3Groups: 'standardOpen', annualReview: 'notMet' }, clauses: ['ERA-2017 4.0'] },
  { name: 'takes a year as past on the same day of the next year', facts: { ...PERSON, lastEra: '2025-03-20' }, requirement: 'complyOrExplain', met: ['reviewDue', 'personChanged'] },
  { name: 'takes no year as past one day before', facts: { ...PERSON, lastEra: '2025-03-21' }, requirement: 'discretionary', met: ['personChanged'], asks: [], answers: { reviewDue: 'notMet', section3Groups: 'doesNotApply' } },
  { name: 'takes a year from 29 February as past on 28 February', facts: { ...PERSON, asOf: '2025-02-28', lastEra: '2024-02-29' }, requirement: 'complyOrExplain' },
  { name: 'takes no year from 29 February as past on 27 February', facts: { ...PERSON, asOf: '2025-02-27', lastEra: '2024-02-29' }, requirement: 'discretionary' },
  { name: 'counts the year from the last review where that is later', facts: { ...OTHER, lastEra: LONG_AGO, lastReview: '2025-09-01' }, requirement: 'discretionary', met: ['otherEvent'], asks: [] },
  { name: 'counts the year from the last ERA where that is later', facts: { ...OTHER, lastReview: LONG_AGO }, requirement: 'discretionary', met: ['otherEvent'], asks: [] },
  { name: 'asks to comply or explain where ERA and review are both more than a year ago', facts: { ...OTHER, lastEra: LONG_AGO, lastReview: '2025-03-20' }, requirement: 'complyOrExplain', met: ['reviewDue', 'otherEvent'] },
  { name: 'is unknown while nobody has answered when an ERA of long ago was last reviewed', facts: { ...OTHER, lastEra: LONG_AGO, lastReview: null }, requirement: 'unknown', asks: ['lastReview'], reasons: ['unanswered'], answers: { reviewDue: 'unanswered', section3Groups: 'unanswered' } },
  { name: 'is unknown where it is not known when an ERA of long ago was last reviewed', facts: { ...OTHER, lastEra: LONG_AGO, lastReview: 'unknown' }, requirement: 'unknown', asks: ['lastReview'], reasons: ['notKnown'], answers: { reviewDue: 'notKnown', section3Groups: 'notKnown' } },
  { name: 'does not ask for the last review of an ERA within the year', facts: { ...OTHER, lastReview: null }, requirement: 'discretionary', asks: [] },

  // Changes between
  { name: 'leaves changed circumstances of the person to the agencies', facts: PERSON, requirement: 'discretionary', met: ['personChanged'], asks: [], answers: { personChanged: 'met', householdChanged: 'notMet', environmentChanged: 'notMet' }, clauses: ['ERA-2017 4.0'] },
  { name: 'leaves a changed household to the agencies', facts: HOUSEHOLD, requirement: 'discretionary', met: ['householdChanged'], asks: [], answers: { personChanged: 'notMet', householdChanged: 'met' }, clauses: ['ERA-2017 4.0'] },
  { name: 'leaves a changed environment to the agencies', facts: ENVIRONMENT, requirement: 'discretionary', met: ['environmentChanged'], asks: [], answers: { environmentChanged: 'met' } },
  { name: 'leaves changed circumstances in temporary accommodation to the agencies', facts: { ...PERSON, addressKind: 'temporary' }, requirement: 'discretionary' },
  { name: 'leaves changed circumstances at one of several addresses to the agencies', facts: { ...PERSON, addressKind: 'several' }, requirement: 'discretionary', met: ['personChanged'] },
  { name: 'leaves changed circumstances while no address is identified to the agencies', facts: { ...PERSON, addressKind: 'none' }, requirement: 'discretionary', asks: [] },
  { name: 'takes the event itself for the change where nobody has answered about changes', facts: { ...PERSON, changes: { person: null, household: null, environment: null } }, requirement: 'discretionary', met: ['personChanged'], answers: { householdChanged: 'unanswered', environmentChanged: 'unanswered' } },
  { name: 'takes the event itself for the change where it is answered not known', facts: { ...HOUSEHOLD, changes: { person: 'unknown', household: 'unknown', environment: 'unknown' } }, requirement: 'discretionary', met: ['householdChanged'], answers: { personChanged: 'notKnown', environmentChanged: 'notKnown' } },
  { name: 'names a change that came to light by another event', facts: { ...OTHER, changes: { household: 'yes' } }, requirement: 'discretionary', met: ['householdChanged', 'otherEvent'] },
  { name: 'is unknown where the event is a changed person and no change of the person is answered', facts: { ...PERSON, changes: { person: 'no' } }, requirement: 'unknown', asks: ['changes.person'], reasons: ['contradictory'], met: [], answers: { personChanged: 'contradictory', otherEvent: 'notMet' }, clauses: [] },
  { name: 'is unknown where the event is a changed household and no change of it is answered', facts: { ...HOUSEHOLD, changes: { household: 'no' } }, requirement: 'unknown', asks: ['changes.household'], reasons: ['contradictory'], answers: { householdChanged: 'contradictory' } },
  { name: 'is unknown where the event is a changed environment and no change of it is answered', facts: { ...ENVIRONMENT, changes: { environment: 'no' } }, requirement: 'unknown', asks: ['changes.environment'], reasons: ['contradictory'], answers: { environmentChanged: 'contradictory' } },
  { name: 'asks for an ERA at a proposed address, and which is right where event and changes contradict each other', facts: { ...HOUSEHOLD, addressKind: 'proposed', changes: { household: 'no' } }, requirement: 'must', met: ['subsequentAddress'], asks: ['changes.household'], reasons: ['contradictory'] },
  { name: 'asks about registration, not about the change, while registration is not answered', facts: { ...PERSON, registered: null, changes: { person: 'no' } }, requirement: 'unknown', asks: ['registered'], reasons: ['unanswered'], answers: { personChanged: 'unanswered' } },
  { name: 'asks about registration, not about the change, where registration contradicts the category', facts: { ...PERSON, registered: 'no', changes: { person: 'no' } }, requirement: 'unknown', asks: ['registered'], reasons: ['contradictory'], answers: { personChanged: 'contradictory' } },
  { name: 'asks an unregistered person nothing about a change that the event denies', facts: { ...PERSON, ...UNREGISTERED, changes: { person: 'no' } }, requirement: 'discretionary', asks: [], answers: { personChanged: 'doesNotApply' } },
  { name: 'asks nothing where a change is denied that is not the event', facts: { ...PERSON, changes: { person: 'yes', household: 'no', environment: 'no' } }, requirement: 'discretionary', asks: [] },
  { name: 'keeps asking to comply or explain where event and changes contradict each other and a year is past', facts: { ...PERSON, lastEra: LONG_AGO, changes: { person: 'no' } }, requirement: 'complyOrExplain', met: ['reviewDue'], asks: ['changes.person', 'section3Groups'], reasons: ['contradictory', 'standardOpen'] },
  { name: 'does not know about changes while the answers about them are open', facts: { ...OTHER, changes: { person: null, household: 'unknown', environment: null } }, requirement: 'discretionary', met: ['otherEvent'], answers: { personChanged: 'unanswered', householdChanged: 'notKnown', environmentChanged: 'unanswered' } },
  { name: 'is unknown for a changed person while the kind of address is not answered', facts: { ...PERSON, addressKind: null }, requirement: 'unknown', asks: ['addressKind'], answers: { subsequentAddress: 'unanswered', reviewDue: 'unanswered', section3Groups: 'unanswered' } },
  { name: 'is unknown for something else while the kind of address is not answered', facts: { ...OTHER, addressKind: null }, requirement: 'unknown' },
  { name: 'leaves something else at a lived-in address to the agencies', facts: OTHER, requirement: 'discretionary', met: ['otherEvent'], asks: [], answers: { otherEvent: 'met', personChanged: 'notMet', section3Groups: 'doesNotApply' }, clauses: FIRST.slice(0, 2) },

  // Release
  { name: 'asks for an ERA on release of a registered person to a proposed address', facts: { trigger: 'release' }, requirement: 'must', met: ['subsequentAddress', 'otherEvent'], asks: [], answers: { initialRegistration: 'unanswered' } },
  { name: 'asks for an ERA on release of a registered person to a hostel', facts: { ...RELEASE, ...LICENCE, addressKind: 'temporary' }, requirement: 'must', lead: 'justiceSocialWork', met: ['subsequentAddress', 'otherEvent'] },
  { name: 'asks for an ERA on release to one of several addresses', facts: { ...RELEASE, addressKind: 'several' }, requirement: 'must', met: ['subsequentAddress', 'otherEvent'] },
  { name: 'asks for the ERA on release to a lived-in address that never had one', facts: { ...RELEASE, lastEra: 'never' }, requirement: 'must', met: ['eraOutstanding', 'otherEvent'], asks: [] },
  { name: 'leaves release to a lived-in address with an ERA within the year to the agencies', facts: RELEASE, requirement: 'discretionary', met: ['otherEvent'], asks: [], answers: { initialRegistration: 'notMet', subsequentAddress: 'notMet' } },
  { name: 'asks to comply or explain on release to a lived-in address whose ERA is more than a year ago', facts: { ...RELEASE, lastEra: LONG_AGO }, requirement: 'complyOrExplain', met: ['reviewDue', 'otherEvent'] },
  { name: 'is unknown on release to a lived-in address, which may or may not have been assessed', facts: { ...RELEASE, lastEra: null }, requirement: 'unknown', asks: ['lastEra'], answers: { initialRegistration: 'unanswered' } },
  { name: 'is unknown on release to a lived-in address where it is not known whether it was assessed', facts: { ...RELEASE, lastEra: 'unknown' }, requirement: 'unknown', asks: ['lastEra'], reasons: ['notKnown'] },
  { name: 'is unknown on release without an address, which may be the first registration', facts: { ...RELEASE, addressKind: 'none', lastEra: 'never' }, requirement: 'unknown', asks: ['trigger'], reasons: ['unanswered'] },
  { name: 'is unknown on release while the kind of address is not answered', facts: { ...RELEASE, addressKind: null }, requirement: 'unknown', asks: ['addressKind'], answers: { subsequentAddress: 'unanswered' } },
  { name: 'leaves release without registration to the agencies', facts: { ...UNREGISTERED, trigger: 'release' }, requirement: 'discretionary', met: ['otherCategories'], lead: 'justiceSocialWork' },
  { name: 'leaves release of an unregistered person to a lived-in address to the agencies', facts: { ...RELEASE, ...UNREGISTERED, lastEra: null }, requirement: 'discretionary', asks: [] },

  // Other categories, and registration
  { name: 'leaves a category 3 person at a new address to the agencies', facts: { ...UNREGISTERED, trigger: 'newAddress' }, requirement: 'discretionary', met: ['otherCategories'], asks: [], answers: { ...all(OF_REGISTERED, 'doesNotApply'), section3Groups: 'doesNotApply', otherCategories: 'met' }, clauses: ['MAPPA-NG categories', 'ERA-2017 4.0'] },
  { name: 'leaves a category 2 person at a new address to the agencies', facts: { ...UNREGISTERED, category: 'category2', trigger: 'newAddress' }, requirement: 'discretionary', lead: 'healthBoard' },
  { name: 'leaves changed circumstances of an unregistered category 3 person to the agencies', facts: { ...PERSON, ...UNREGISTERED }, requirement: 'discretionary', met: ['otherCategories'] },
  { name: 'leaves an unregistered person without an ERA to the agencies', facts: { ...OTHER, ...UNREGISTERED, lastEra: 'never' }, requirement: 'discretionary', asks: [] },
  { name: 'asks which is right where an unregistered person has a new address and none yet', facts: { ...UNREGISTERED, trigger: 'newAddress', addressKind: 'none' }, requirement: 'discretionary', asks: ['addressKind'], reasons: ['contradictory'] },
  { name: 'goes by registration, not by category 3, where both are answered', facts: { category: 'category3' }, requirement: 'must', met: ['initialRegistration'], answers: { otherCategories: 'doesNotApply' } },
  { name: 'asks for an ERA of a registered person whose category is not answered', facts: { category: null }, requirement: 'must', lead: null, asks: ['category'] },
  { name: 'is unknown while nobody has answered about registration', facts: { registered: null }, requirement: 'unknown', asks: ['registered'], reasons: ['unanswered'], answers: { ...all(OF_REGISTERED, 'unanswered'), section3Groups: 'unanswered', otherCategories: 'unanswered' } },
  { name: 'is unknown where registration is answered not known', facts: { registered: 'unknown' }, requirement: 'unknown', asks: ['registered'], reasons: ['notKnown'], answers: { ...all(OF_REGISTERED, 'notKnown'), section3Groups: 'notKnown', otherCategories: 'notKnown' } },
  { name: 'does not take category 1 for registration', facts: { ...YEARLY, registered: 'unknown', category: 'category1' }, requirement: 'unknown', asks: ['registered'] },
  { name: 'is unknown while the event is not answered', facts: { trigger: null }, requirement: 'unknown', asks: ['trigger'], reasons: ['unanswered'], answers: { ...all(OF_REGISTERED, 'unanswered'), section3Groups: 'unanswered' } },
  { name: 'is unknown for an unregistered person while the event is not answered', facts: { ...UNREGISTERED, trigger: null }, requirement: 'unknown', asks: ['trigger'], met: ['otherCategories'] },
  { name: 'is unknown for an unregistered person while the category is not answered', facts: { ...UNREGISTERED, category: null, trigger: 'newAddress' }, requirement: 'unknown', asks: ['category'], answers: { otherCategories: 'unanswered' } },
  { name: 'is unknown where category 1 and no registration contradict each other', facts: { registered: 'no', trigger: 'newAddress' }, requirement: 'unknown', asks: ['registered'], reasons: ['contradictory'], answers: { ...all(OF_REGISTERED, 'contradictory'), section3Groups: 'contradictory', otherCategories: 'contradictory' } },
  { name: 'is unknown where a first registration and no registration contradict each other', facts: UNREGISTERED, requirement: 'unknown', asks: ['registered'], reasons: ['contradictory'], answers: { initialRegistration: 'contradictory', otherCategories: 'contradictory' } },
  { name: 'is unknown where an annual review and no registration contradict each other', facts: { ...YEARLY, ...UNREGISTERED }, requirement: 'unknown', asks: ['registered'], answers: { annualReview: 'contradictory', reviewDue: 'contradictory', section3Groups: 'contradictory' } },
  { name: 'asks about everything that bears on it where nothing is answered', facts: NOTHING, requirement: 'unknown', lead: null, asks: ['under18', 'registered', 'category', 'trigger', 'addressKind', 'behaviours'], reasons: ['unanswered', 'unanswered', 'unanswered', 'unanswered', 'unanswered', 'unanswered'] },

  // Offence behaviours
  { name: 'takes inciting for a contact offence, as minuted', facts: { behaviours: { thirdPartyContact: 'no', inciting: 'yes' } }, requirement: 'must', asks: [], answers: { contactOffence: 'met' } },
  { name: 'takes contact through a third party for a contact offence, though inciting is not answered', facts: { behaviours: { inciting: null } }, requirement: 'must', asks: [], answers: { contactOffence: 'met' } },
  { name: 'never takes it for no that none of the minuted behaviours is answered yes', facts: { behaviours: { thirdPartyContact: 'no' } }, requirement: 'must', asks: ['behaviours'], reasons: ['standardOpen'], answers: { contactOffence: 'standardOpen' } },
  { name: 'cannot say of a behaviour that was not minuted', facts: { behaviours: { thirdPartyContact: 'no', other: 'yes' } }, requirement: 'must', asks: ['behaviours'], reasons: ['standardOpen'], answers: { contactOffence: 'standardOpen' } },
  { name: 'does not know about a contact offence where a minuted behaviour is not known', facts: { behaviours: { thirdPartyContact: 'unknown' } }, requirement: 'must', asks: ['behaviours'], reasons: ['notKnown'], answers: { contactOffence: 'notKnown' } },
  { name: 'does not know about a contact offence where inciting is not known', facts: { behaviours: { thirdPartyContact: 'no', inciting: 'unknown' } }, requirement: 'must', asks: ['behaviours'], reasons: ['notKnown'], answers: { contactOffence: 'notKnown' } },
  { name: 'asks about behaviours while nobody has answered', facts: { behaviours: { thirdPartyContact: null, inciting: 'unknown' } }, requirement: 'must', asks: ['behaviours'], reasons: ['unanswered'], answers: { contactOffence: 'unanswered' } },
  { name: 'leaves what is asked for as it is, whatever the behaviours', facts: { ...OTHER, behaviours: { thirdPartyContact: 'no' } }, requirement: 'discretionary', met: ['otherEvent'], asks: ['behaviours'] },

  // Who leads
  { name: 'gives the lead to justice social work under licence', facts: LICENCE, requirement: 'must', lead: 'justiceSocialWork', asks: [] },
  { name: 'gives the lead to justice social work under an order with supervision', facts: { supervision: 'yes', orders: { cpoWithSupervision: 'yes' } }, requirement: 'must', lead: 'justiceSocialWork' },
  { name: 'gives the lead to the police under an order without supervision', facts: { orders: { cpoWithoutSupervision: 'yes' } }, requirement: 'must', lead: 'police' },
  { name: 'gives the lead to the police under a sexual harm prevention order alone', facts: { orders: { shpo: 'yes' } }, requirement: 'must', lead: 'police', asks: [] },
  { name: 'gives the lead to the police under a sexual risk order alone', facts: { orders: { sro: 'yes' } }, requirement: 'must', lead: 'police' },
  { name: 'gives the lead to the police under an older order alone', facts: { orders: { olderOrder: 'yes' } }, requirement: 'must', lead: 'police' },
  { name: 'does not take a preventive order for supervision where supervision is not known', facts: { supervision: 'unknown', orders: { shpo: 'yes', sro: 'yes', olderOrder: 'yes' } }, requirement: 'must', lead: 'police', asks: [] },
  { name: 'gives the lead to justice social work under licence and a sexual harm prevention order', facts: { supervision: 'yes', orders: { licence: 'yes', shpo: 'yes' } }, requirement: 'must', lead: 'justiceSocialWork' },
  { name: 'gives the lead to justice social work by a licence though supervision is not answered', facts: { supervision: null, orders: { licence: 'yes' } }, requirement: 'must', lead: 'justiceSocialWork', asks: [] },
  { name: 'gives the lead to justice social work where there is supervision, though the orders are not known', facts: { supervision: 'yes', orders: { licence: 'unknown', cpoWithSupervision: null } }, requirement: 'must', lead: 'justiceSocialWork', asks: [] },
  { name: 'gives the lead to the police where supervision has ended, though the orders are not answered', facts: { orders: { licence: null, cpoWithSupervision: null } }, requirement: 'must', lead: 'police' },
  { name: 'leaves the lead open while neither supervision nor the orders are answered', facts: { supervision: null, orders: { licence: null } }, requirement: 'must', lead: null, asks: ['supervision'], reasons: ['unanswered'] },
  { name: 'leaves the lead open where supervision is not known and neither is a licence', facts: { supervision: 'unknown', orders: { licence: 'unknown' } }, requirement: 'must', lead: null, asks: ['supervision'], reasons: ['notKnown'] },
  { name: 'leaves the lead open where a licence and no supervision contradict each other', facts: { orders: { licence: 'yes' } }, requirement: 'must', lead: null, asks: ['supervision'], reasons: ['contradictory'] },
  { name: 'leaves the lead open where supervision rests on no licence or order', facts: { supervision: 'yes' }, requirement: 'must', lead: null, asks: ['supervision'], reasons: ['contradictory'] },
  { name: 'gives the lead to the health board for a restricted patient', facts: { category: 'category2', ...LICENCE }, requirement: 'must', lead: 'healthBoard', asks: [] },
  { name: 'gives the lead to the health board for category 2 though supervision is not answered', facts: { category: 'category2', supervision: null }, requirement: 'must', lead: 'healthBoard', asks: [] },

  // Under 18
  { name: 'stops the adult route for a person under 18', facts: { under18: 'yes' }, requirement: 'doesNotApply', stops: true, lead: null, asks: [], met: [], answers: { ...all([...OF_REGISTERED, 'section3Groups', 'contactOffence', 'otherCategories', 'physicalCheck'], 'doesNotApply'), under18: 'met' }, clauses: ['CP-2021 Part 4, Harmful sexual behaviour by children'] },
  { name: 'stops the adult route for a person under 18 where nothing else is answered', facts: { ...NOTHING, under18: 'yes' }, requirement: 'doesNotApply', stops: true, asks: [] },
  { name: 'goes on, and asks, while nobody has answered whether the person is under 18', facts: { under18: null }, requirement: 'must', asks: ['under18'], reasons: ['unanswered'], answers: { under18: 'unanswered' } },
  { name: 'goes on, and asks, where it is not known whether the person is under 18', facts: { under18: 'unknown' }, requirement: 'must', asks: ['under18'], reasons: ['notKnown'], answers: { under18: 'notKnown' } },

  // A local protocol adds
  { name: 'asks for an ERA where a local group does and the standard leaves it to the agencies', facts: { ...OTHER, ...said('yes') }, protocol: group('must'), requirement: 'must', met: ['otherEvent', 'asked-here'], asks: [], clauses: ['Kinlowrie protocol 2.1 (version 3)'] },
  { name: 'asks to comply or explain where a local group does', facts: { ...OTHER, ...said('yes') }, protocol: group('complyOrExplain'), requirement: 'complyOrExplain', clauses: ['Kinlowrie protocol 2.1 (version 3)'] },
  { name: 'asks a local group on the events that it is given for', facts: { ...OTHER, ...said('yes') }, protocol: group('must', 'release', 'other'), requirement: 'must', answers: { 'asked-here': 'met' } },
  { name: 'asks a local group on no other event', facts: { ...OTHER, ...said('yes') }, protocol: group('must', 'release', 'newAddress'), requirement: 'discretionary', asks: [], answers: { 'asked-here': 'doesNotApply' } },
  { name: 'leaves it as the standard has it where the local answer is no', facts: { ...OTHER, ...said('no') }, protocol: group('must'), requirement: 'discretionary', asks: [], answers: { 'asked-here': 'notMet' } },
  { name: 'asks the local question before it leaves an ERA to the agencies', facts: OTHER, protocol: group('must'), requirement: 'unknown', asks: ['local.asked-here'], reasons: ['unanswered'], answers: { 'asked-here': 'unanswered' } },
  { name: 'is unknown where the local answer is not known', facts: { ...OTHER, ...said('unknown') }, protocol: event('complyOrExplain'), requirement: 'unknown', asks: ['local.asked-here'], reasons: ['notKnown'], answers: { 'asked-here': 'notKnown' } },
  { name: 'keeps a discretion where only a local discretion is still unanswered', facts: OTHER, protocol: event('discretionary'), requirement: 'discretionary', asks: ['local.asked-here'] },
  { name: 'is never weaker for a local group that leaves it to the agencies', facts: said('yes'), protocol: group('discretionary'), requirement: 'must', met: ['initialRegistration', 'asked-here'], clauses: FIRST },
  { name: 'is never weaker for a local answer no', facts: said('no'), protocol: event('must'), requirement: 'must', met: ['initialRegistration'] },
  { name: 'keeps asking to comply or explain at the annual review while a stricter local question is unanswered', facts: YEARLY, protocol: event('must'), requirement: 'complyOrExplain', asks: ['section3Groups', 'local.asked-here'] },
  { name: 'asks for an ERA at the annual review where a local event does', facts: { ...YEARLY, ...said('yes') }, protocol: event('must'), requirement: 'must', met: ['annualReview', 'asked-here'], clauses: ['Kinlowrie protocol 2.4 (version 3)'] },
  { name: 'asks for an ERA of an unregistered person where a local event does', facts: { ...OTHER, ...UNREGISTERED, ...said('yes') }, protocol: event('must'), requirement: 'must', met: ['otherCategories', 'asked-here'] },
  { name: 'asks for an ERA where a local event does, while nobody has answered about registration', facts: { ...OTHER, ...said('yes'), registered: null }, protocol: event('must'), requirement: 'must', met: ['asked-here'], asks: ['registered'], clauses: ['Kinlowrie protocol 2.4 (version 3)'] },
  { name: 'asks for an ERA where a local event does, though category 1 and no registration contradict each other', facts: { ...OTHER, ...said('yes'), registered: 'no' }, protocol: event('must'), requirement: 'must', asks: ['registered'], reasons: ['contradictory'] },
  { name: 'asks to comply or explain where a local event does, while nobody has answered about registration or the event', facts: { trigger: null, registered: null, ...said('yes') }, protocol: event('complyOrExplain'), requirement: 'complyOrExplain', met: ['asked-here'], asks: ['registered', 'trigger'] },
  { name: 'leaves nothing to the agencies by a local event while nobody has answered about registration', facts: { ...OTHER, ...said('yes'), registered: null }, protocol: event('discretionary'), requirement: 'unknown', met: ['asked-here'], asks: ['registered'] },
  { name: 'leaves nothing to the agencies by a local event while the event of the assessment is not answered', facts: { ...UNREGISTERED, trigger: null, ...said('yes') }, protocol: event('discretionary'), requirement: 'unknown', met: ['otherCategories', 'asked-here'], asks: ['trigger'] },
  { name: 'does not know whether a local group is asked while the event is not answered', facts: { trigger: null, ...said('yes') }, protocol: group('must', 'release'), requirement: 'unknown', met: [], asks: ['trigger'], reasons: ['unanswered'], answers: { 'asked-here': 'unanswered' } },
  { name: 'does not ask a local group that hangs on the event while the event is not answered', facts: { trigger: null }, protocol: group('must', 'release'), requirement: 'unknown', asks: ['trigger'], answers: { 'asked-here': 'unanswered' } },
  { name: 'asks a local group that is given for every event while the event is not answered', facts: { trigger: null }, protocol: group('must'), requirement: 'unknown', asks: ['trigger', 'local.asked-here'], answers: { 'asked-here': 'unanswered' } },
  { name: 'asks for an ERA of a local group that is given for every event while the event is not answered', facts: { trigger: null, ...said('yes') }, protocol: group('must'), requirement: 'must', met: ['asked-here'], asks: ['trigger'] },
  { name: 'takes the answer about a local event as it is while the event of the assessment is not answered', facts: { trigger: null, ...said('yes') }, protocol: event('must'), requirement: 'must', met: ['asked-here'], asks: ['trigger'], answers: { 'asked-here': 'met' } },
  { name: 'stops the adult route for a person under 18 whatever the local protocol asks', facts: { under18: 'yes', ...said('yes') }, protocol: event('must'), requirement: 'doesNotApply', stops: true, answers: { 'asked-here': 'doesNotApply' }, asks: [] },
];
