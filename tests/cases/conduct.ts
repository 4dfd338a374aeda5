import type { ConductFacts, Requirement } from '@/rules';
import type { AgencyId } from '@/terms';

export interface ConductCase {
  /** A sentence: what decide does with these facts. */
  readonly name: string;
  readonly facts: Partial<ConductFacts>;
  readonly requirement: Requirement;
  readonly lead?: AgencyId | null;
  /** Facts that are asked for, exactly, where the case is about them. */
  readonly asks?: readonly (keyof ConductFacts)[];
  /** Criteria that are met among those that ask for an ERA. */
  readonly met?: readonly string[];
  readonly stops?: true;
}

/** Everything answered, nothing unusual; each case changes some of it. */
export const ORDINARY: ConductFacts = {
  registered: 'yes', category: 'category1', level: 'level1', supervision: 'none', under18: 'no', trigger: 'initialRegistration', addressKind: 'proposed',
};

const NOTHING: ConductFacts = { registered: null, category: null, level: null, supervision: null, under18: null, trigger: null, addressKind: null };
const UNREGISTERED: Partial<ConductFacts> = { registered: 'no', category: 'category3', supervision: 'licence' };

export const CONDUCT_CASES: readonly ConductCase[] = [
  { name: 'asks for an ERA at the first registration', facts: {}, requirement: 'must', met: ['initialRegistration'], lead: 'police', asks: [] },
  { name: 'asks for an ERA at the first registration where the person already lives', facts: { addressKind: 'livedIn' }, requirement: 'must', met: ['initialRegistration'] },
  { name: 'asks for an ERA at the first registration in temporary accommodation', facts: { addressKind: 'temporary' }, requirement: 'must' },
  { name: 'asks for an ERA at the first registration though the kind of address is not answered', facts: { addressKind: null }, requirement: 'must', asks: ['addressKind'] },
  { name: 'asks for an ERA at the first registration whatever the level', facts: { level: null }, requirement: 'must', asks: [] },
  { name: 'asks for an ERA at the first registration of a restricted patient who is registered', facts: { category: 'category2', supervision: 'restrictedPatient' }, requirement: 'must', lead: 'healthBoard' },
  { name: 'asks for an ERA at a new address of a registered person', facts: { trigger: 'newAddress' }, requirement: 'must', met: ['subsequentAddress'] },
  { name: 'asks for an ERA at a new address that the person moved into already', facts: { trigger: 'newAddress', addressKind: 'livedIn' }, requirement: 'must', met: ['subsequentAddress'] },
  { name: 'asks for an ERA at a new temporary address', facts: { trigger: 'newAddress', addressKind: 'temporary' }, requirement: 'must' },
  { name: 'asks to comply or explain at the annual review', facts: { trigger: 'annualReview', addressKind: 'livedIn' }, requirement: 'complyOrExplain', met: ['annualReview'] },
  { name: 'asks to comply or explain at the annual review at every level', facts: { trigger: 'annualReview', level: 'level3', addressKind: 'livedIn' }, requirement: 'complyOrExplain' },
  { name: 'asks to comply or explain at the annual review though the kind of address is not answered', facts: { trigger: 'annualReview', addressKind: null }, requirement: 'complyOrExplain', asks: ['addressKind'] },
  { name: 'asks to comply or explain at the annual review of a registered restricted patient', facts: { trigger: 'annualReview', category: 'category2', supervision: 'restrictedPatient' }, requirement: 'complyOrExplain', lead: 'healthBoard' },
  { name: 'leaves changed circumstances of the person to the agencies', facts: { trigger: 'personChanged', addressKind: 'livedIn' }, requirement: 'discretionary', met: ['personChanged'] },
  { name: 'leaves a changed environment to the agencies', facts: { trigger: 'environmentChanged', addressKind: 'livedIn' }, requirement: 'discretionary', met: ['environmentChanged'] },
  { name: 'leaves changed circumstances in temporary accommodation to the agencies', facts: { trigger: 'personChanged', addressKind: 'temporary' }, requirement: 'discretionary' },
  { name: 'reads a proposed address as a new one though the event is a changed person', facts: { trigger: 'personChanged', addressKind: 'proposed' }, requirement: 'must', met: ['subsequentAddress', 'personChanged'] },
  { name: 'reads a proposed address as a new one though the event is something else', facts: { trigger: 'other', addressKind: 'proposed' }, requirement: 'must', met: ['subsequentAddress', 'otherEvent'] },
  { name: 'is unknown for a changed person while the kind of address is not answered', facts: { trigger: 'personChanged', addressKind: null }, requirement: 'unknown', asks: ['addressKind'] },
  { name: 'is unknown for something else while the kind of address is not answered', facts: { trigger: 'other', addressKind: null }, requirement: 'unknown' },
  { name: 'leaves something else at a lived-in address to the agencies', facts: { trigger: 'other', addressKind: 'livedIn' }, requirement: 'discretionary', met: ['otherEvent'] },
  { name: 'asks for an ERA on release of a registered person to a proposed address', facts: { trigger: 'release' }, requirement: 'must' },
  { name: 'asks for an ERA on release of a registered person to a hostel', facts: { trigger: 'release', addressKind: 'temporary', supervision: 'licence' }, requirement: 'must', lead: 'justiceSocialWork' },
  { name: 'is unknown on release to a lived-in address, which may or may not have been assessed', facts: { trigger: 'release', addressKind: 'livedIn' }, requirement: 'unknown', asks: ['trigger'] },
  { name: 'is unknown on release while the kind of address is not answered', facts: { trigger: 'release', addressKind: null }, requirement: 'unknown', asks: ['addressKind'] },
  { name: 'leaves release without registration to the agencies', facts: { ...UNREGISTERED, trigger: 'release' }, requirement: 'discretionary', met: ['otherCategories'], lead: 'justiceSocialWork' },
  { name: 'leaves release of an unregistered person to a lived-in address to the agencies', facts: { ...UNREGISTERED, trigger: 'release', addressKind: 'livedIn' }, requirement: 'discretionary', asks: [] },
  { name: 'leaves a category 3 person at a new address to the agencies', facts: { ...UNREGISTERED, trigger: 'newAddress' }, requirement: 'discretionary', met: ['otherCategories'] },
  { name: 'leaves a category 2 person at a new address to the agencies', facts: { ...UNREGISTERED, category: 'category2', supervision: 'restrictedPatient', trigger: 'newAddress' }, requirement: 'discretionary', lead: 'healthBoard' },
  { name: 'leaves changed circumstances of an unregistered category 3 person to the agencies', facts: { ...UNREGISTERED, trigger: 'personChanged' }, requirement: 'discretionary' },
  { name: 'goes by registration, not by category 3, where both are answered', facts: { category: 'category3' }, requirement: 'must' },
  { name: 'asks for an ERA of a registered person whose category is not answered', facts: { category: null }, requirement: 'must', asks: ['category'] },
  { name: 'is unknown while nobody has answered about registration', facts: { registered: null }, requirement: 'unknown', asks: ['registered'] },
  { name: 'is unknown where registration is answered not known', facts: { registered: 'unknown' }, requirement: 'unknown', asks: ['registered'] },
  { name: 'does not take category 1 for registration', facts: { registered: 'unknown', category: 'category1', trigger: 'annualReview' }, requirement: 'unknown' },
  { name: 'is unknown while the event is not answered', facts: { trigger: null }, requirement: 'unknown', asks: ['trigger'] },
  { name: 'is unknown for an unregistered person while the event is not answered', facts: { ...UNREGISTERED, trigger: null }, requirement: 'unknown', asks: ['trigger'] },
  { name: 'is unknown for an unregistered person while the category is not answered', facts: { registered: 'no', category: null, trigger: 'newAddress' }, requirement: 'unknown', asks: ['category'] },
  { name: 'is unknown where category 1 and no registration contradict each other', facts: { registered: 'no', trigger: 'newAddress' }, requirement: 'unknown', asks: ['registered'] },
  { name: 'is unknown where a first registration and no registration contradict each other', facts: { ...UNREGISTERED }, requirement: 'unknown', asks: ['registered'] },
  { name: 'is unknown where an annual review and no registration contradict each other', facts: { ...UNREGISTERED, trigger: 'annualReview' }, requirement: 'unknown', asks: ['registered'] },
  { name: 'asks about everything that bears on it where nothing is answered', facts: NOTHING, requirement: 'unknown', lead: null, asks: ['under18', 'registered', 'category', 'trigger', 'addressKind', 'supervision'] },
  { name: 'stops the adult route for a person under 18', facts: { under18: 'yes' }, requirement: 'doesNotApply', stops: true, lead: null, asks: [] },
  { name: 'stops the adult route for a person under 18 where nothing else is answered', facts: { ...NOTHING, under18: 'yes' }, requirement: 'doesNotApply', stops: true },
  { name: 'goes on, and asks, while nobody has answered whether the person is under 18', facts: { under18: null }, requirement: 'must', asks: ['under18'] },
  { name: 'goes on, and asks, where it is not known whether the person is under 18', facts: { under18: 'unknown' }, requirement: 'must', asks: ['under18'] },
  { name: 'gives the lead to justice social work under licence', facts: { supervision: 'licence' }, requirement: 'must', lead: 'justiceSocialWork' },
  { name: 'gives the lead to justice social work under an order with supervision', facts: { supervision: 'orderWithSupervision' }, requirement: 'must', lead: 'justiceSocialWork' },
  { name: 'gives the lead to the police under an order without supervision', facts: { supervision: 'orderWithoutSupervision' }, requirement: 'must', lead: 'police' },
  { name: 'gives the lead to the health board for a restricted patient', facts: { supervision: 'restrictedPatient' }, requirement: 'must', lead: 'healthBoard' },
  { name: 'gives the lead to the health board for category 2 though supervision is not answered', facts: { category: 'category2', supervision: null }, requirement: 'must', lead: 'healthBoard', asks: [] },
  { name: 'leaves the lead open while supervision is not answered', facts: { supervision: null }, requirement: 'must', lead: null, asks: ['supervision'] },
  { name: 'leaves the lead open where category 2 and a licence contradict each other', facts: { category: 'category2', supervision: 'licence' }, requirement: 'must', lead: null, asks: ['supervision'] },
];
