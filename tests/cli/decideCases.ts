import { PROTOCOL } from '../rules/protocolFixture';

/** A facts file and the answer to it, told row by row: the parts of each row of what `steading decide` prints, with blanks between. */
export interface DecideCase {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly requirement: string;
  readonly lead: string;
  /** id, document, clause, status */
  readonly clauses: readonly string[];
  /** fact, reason */
  readonly unknowns?: readonly string[];
  /** id, due day or why there is none; then what it is counted from, the first day where another is due now, 'not ruled on' */
  readonly deadlines?: readonly string[];
  /** criterion, what it asks, choice, ground; then the authority and the day of opening again */
  readonly departures?: readonly string[];
}

/** Everything is answered, and nothing asks for an ERA but the event. */
export const ORDINARY = {
  asOf: '2026-11-20', under18: 'no', registered: 'yes', category: 'category1', level: 'level1', supervision: 'no', addressKind: 'livedIn',
  orders: { licence: 'no', cpoWithSupervision: 'no', cpoWithoutSupervision: 'no', shpo: 'no', sro: 'no', olderOrder: 'no' },
  behaviours: { thirdPartyContact: 'no', inciting: 'yes', other: 'no' },
  changes: { person: 'no', household: 'no', environment: 'no' }, lastEra: '2026-03-02', lastReview: 'never',
};
const NEW_ADDRESS_FACTS = { ...ORDINARY, trigger: 'newAddress', addressKind: 'proposed' };
const notified = (on: string) => ({ notification: { on, event: 'Notification form', agency: 'police' } });

const INITIAL = ['NSG-2017-05 minute on the ERA guidance minuted', 'ERA-2017 4.0 confirmed', 'NASSO-2019 annex 2 confirmed', 'ERA-2017 4.0 reading'].map((row) => `initialRegistration ${row}`);
const SUBSEQUENT = ['ERA-2017 4.0 confirmed', 'NASSO-2019 annex 2 confirmed', 'ERA-2017 4.0 reading'].map((row) => `subsequentAddress ${row}`);
const OUTSTANDING = ['eraOutstanding ERA-2017 4.0 confirmed', 'eraOutstanding ERA-2017 4.0 reading'];
const ANNUAL = ['annualReview ERA-2017 4.0 confirmed'];
const DUE = ['reviewDue ERA-2017 4.0 confirmed', 'reviewDue ERA-2017 4.0 reading'];
const SECTION_3 = ['section3Groups NSG-2017-05 minute on the ERA guidance minuted', 'section3Groups ERA-2017 3.0 open'];
const CONTACT = ['contactOffence NSG-2017-11 minutes of 2017 (which of the two is to be confirmed) minuted', 'contactOffence ERA-2017 3.0 open'];
const CHANGED = ['personChanged ERA-2017 4.0 confirmed', 'householdChanged ERA-2017 4.0 reading', 'environmentChanged ERA-2017 4.0 confirmed'];
const OTHER_EVENT = ['otherEvent NSG-2017-05 minute on the ERA guidance minuted', 'otherEvent ERA-2017 4.0 reading'];
const CATEGORIES = ['otherCategories MAPPA-NG categories confirmed', 'otherCategories ERA-2017 4.0 reading'];
const CHECK = ['physicalCheck ERA-2017 5.3 confirmed', 'physicalCheck ERA-2017 5.3 partial'];
const BY_SUPERVISION = ['lead NASSO-2019 3.2 confirmed', 'lead MAPPA-NG ch. 2 confirmed', 'lead NASSO-2019 3.2 reading'];
/** While registration is not known, every question that hangs on it is open. */
const OPEN_REGISTRATION = [...INITIAL, ...SUBSEQUENT, ...OUTSTANDING, ...ANNUAL, ...DUE, ...SECTION_3, ...CONTACT, ...CHANGED, ...OTHER_EVENT, ...CATEGORIES, ...CHECK];

const OF_NEW_ADDRESS = { requirement: 'must', lead: 'police', clauses: [...SUBSEQUENT, ...CONTACT, ...CHECK, ...BY_SUPERVISION] };
const NOT_MOVED = 'ownNotification unanswered from null Change of home address, not ruled on';
const AFTER_20_NOVEMBER = [
  'initialEra 2026-12-02 from 2026-11-20 Notification form (police)',
  'solo 2026-11-24 from 2026-11-20 Notification form (police)',
  "otherAgencies 2026-12-02 from 2026-11-24 End of the SOLO's part (solo)",
];

export const DECIDE_CASES: readonly DecideCase[] = [
  {
    name: 'asks for an ERA at the first registration, by 7, 2 and 5 working days around St Andrew\'s Day',
    facts: { ...ORDINARY, trigger: 'initialRegistration', lastEra: 'never', lastReview: null, clock: notified('2026-11-20') },
    requirement: 'must', lead: 'police', clauses: [...INITIAL, ...CONTACT, ...CHECK, ...BY_SUPERVISION], deadlines: AFTER_20_NOVEMBER,
  },
  {
    name: 'says comply or explain of the annual review, names what nobody can answer, and keeps the first day of an extended one',
    facts: {
      ...ORDINARY, trigger: 'annualReview', lastEra: '2025-11-10',
      clock: { renewedOn: '2026-11-16', extensions: [{ deadlineId: 'annualReview', to: '2027-01-15', reason: 'The person is in hospital until January', decidedOn: '2026-11-20', by: 'Detective sergeant' }] },
    },
    requirement: 'complyOrExplain', lead: 'police', clauses: [...ANNUAL, ...SECTION_3, ...CONTACT, ...CHECK, ...BY_SUPERVISION],
    unknowns: ['section3Groups standardOpen'], deadlines: ['annualReview 2027-01-15 from 2026-11-16 Renewal of registration, first 2026-12-16'],
  },
  {
    name: "leaves a changed environment to the agencies' discretion",
    facts: { ...ORDINARY, trigger: 'environmentChanged', changes: { ...ORDINARY.changes, environment: 'yes' } },
    requirement: 'discretionary', lead: 'police', clauses: [...CONTACT, 'environmentChanged ERA-2017 4.0 confirmed', ...CHECK, ...BY_SUPERVISION],
  },
  {
    name: 'stops for a person under 18: no lead, no clocks, no departure',
    facts: { ...NEW_ADDRESS_FACTS, under18: 'yes', clock: notified('2026-11-20'), conduct: { choice: 'notConducted' } },
    requirement: 'doesNotApply', lead: 'unknown', clauses: ['under18 CP-2021 Part 4, Harmful sexual behaviour by children reading'],
  },
  {
    name: 'is unknown where nobody has said whether the person is registered, and counts all the same',
    facts: { ...NEW_ADDRESS_FACTS, registered: null, clock: { ...notified('2026-11-20'), movedOn: null } },
    requirement: 'unknown', lead: 'police', clauses: [...OPEN_REGISTRATION, ...BY_SUPERVISION],
    unknowns: ['registered unanswered'], deadlines: [...AFTER_20_NOVEMBER, NOT_MOVED],
  },
  {
    name: 'is unknown where registration contradicts the category, and supervision the licence',
    facts: { ...ORDINARY, registered: 'no', orders: { ...ORDINARY.orders, licence: 'yes' }, trigger: 'other' },
    requirement: 'unknown', lead: 'unknown', clauses: OPEN_REGISTRATION, unknowns: ['registered contradictory', 'supervision contradictory'],
  },
  {
    name: "counts across New Year around bank holidays and the office's own, and the person's own 3 days by the calendar",
    facts: { ...NEW_ADDRESS_FACTS, clock: { ...notified('2026-12-21'), movedOn: '2026-12-31' }, calendar: { localHolidays: [{ on: '2026-12-29', name: 'Office closed' }] } },
    ...OF_NEW_ADDRESS,
    deadlines: [
      'initialEra 2027-01-06 from 2026-12-21 Notification form (police)', 'solo 2026-12-23 from 2026-12-21 Notification form (police)',
      "otherAgencies 2027-01-06 from 2026-12-23 End of the SOLO's part (solo)", 'ownNotification 2027-01-02 from 2026-12-31 Change of home address, not ruled on',
    ],
  },
  {
    name: 'counts side by side where the office does, and an agency from an event of its own',
    facts: {
      ...NEW_ADDRESS_FACTS, calendar: { agenciesSideBySide: true },
      clock: { ...notified('2026-11-20'), agencies: { solo: { on: '2026-11-24', event: 'Bid received', agency: 'solo' }, education: { on: null }, nhs: null } },
    },
    ...OF_NEW_ADDRESS,
    deadlines: [
      ...AFTER_20_NOVEMBER.slice(0, 2), 'otherAgencies 2026-11-27 from 2026-11-20 Notification form (police)',
      'agency.solo 2026-11-26 from 2026-11-24 Bid received (solo)', 'agency.education unanswered from null ', NOT_MOVED,
    ],
  },
  {
    name: 'does not count into a year whose holidays nobody has given',
    facts: { ...NEW_ADDRESS_FACTS, asOf: '2027-12-23', lastEra: '2027-03-02', clock: notified('2027-12-23') },
    ...OF_NEW_ADDRESS,
    deadlines: [
      'initialEra calendarNotCovered from 2027-12-23 Notification form (police)', 'solo 2027-12-29 from 2027-12-23 Notification form (police)',
      "otherAgencies calendarNotCovered from 2027-12-29 End of the SOLO's part (solo)", NOT_MOVED,
    ],
  },
  {
    name: 'counts into that year once they are given',
    facts: {
      ...NEW_ADDRESS_FACTS, asOf: '2027-12-23', lastEra: '2027-03-02', clock: notified('2027-12-23'),
      calendar: { nationalYears: [{ year: 2028, source: 'mygov.scot', days: [{ on: '2028-01-03', name: "New Year's Day (substitute)" }, { on: '2028-01-04', name: '2 January (substitute)' }] }] },
    },
    ...OF_NEW_ADDRESS,
    deadlines: [
      'initialEra 2028-01-07 from 2027-12-23 Notification form (police)', 'solo 2027-12-29 from 2027-12-23 Notification form (police)',
      "otherAgencies 2028-01-07 from 2027-12-29 End of the SOLO's part (solo)", NOT_MOVED,
    ],
  },
  {
    name: 'asks for an ERA where the local protocol does and the standard leaves discretion, and cites the protocol',
    facts: { ...ORDINARY, trigger: 'personChanged', changes: { ...ORDINARY.changes, person: 'yes' }, protocol: PROTOCOL, local: { 'supported-living': 'unknown', 'block-refurbished': 'yes' } },
    requirement: 'must', lead: 'police',
    clauses: [
      ...CONTACT, 'personChanged ERA-2017 4.0 confirmed', ...CHECK, 'supported-living Kinlowrie housing risk protocol 2.2 (version 3) local',
      'block-refurbished Kinlowrie housing risk protocol 2.4 (version 3) local', ...BY_SUPERVISION,
    ],
    unknowns: ['local.supported-living notKnown'],
  },
  {
    name: 'counts by the shorter limit and the holidays of the local protocol',
    facts: { ...ORDINARY, asOf: '2027-04-12', lastEra: '2026-04-20', trigger: 'annualReview', protocol: PROTOCOL, local: { 'supported-living': 'no', 'block-refurbished': 'no' }, clock: { renewedOn: '2027-04-12' } },
    requirement: 'complyOrExplain', lead: 'police', clauses: [...ANNUAL, ...SECTION_3, ...CONTACT, ...CHECK, ...BY_SUPERVISION],
    unknowns: ['section3Groups standardOpen'], deadlines: ['annualReview 2027-05-05 from 2027-04-12 Renewal of registration'],
  },
  {
    name: 'names a departure from the duty and from the physical check, whose authority is needed and not given',
    facts: { ...NEW_ADDRESS_FACTS, clock: notified('2026-11-20'), conduct: { choice: 'notConducted', ground: 'notEnoughTime', authorisedBy: ' ', reopenOn: '2026-12-01' } },
    ...OF_NEW_ADDRESS, deadlines: [...AFTER_20_NOVEMBER, NOT_MOVED],
    departures: ['subsequentAddress must notConducted notEnoughTime: authority needed, not given; again 2026-12-01', 'physicalCheck must notConducted notEnoughTime: authority needed, not given; again 2026-12-01'],
  },
  {
    name: 'names who gave authority for an ERA without its physical check, and when',
    facts: { ...NEW_ADDRESS_FACTS, clock: notified('2026-11-20'), conduct: { choice: 'notInFull', partsLeftOut: ['physicalCheck'], ground: 'noAccess', authorisedBy: 'Detective inspector', authorisedOn: '2026-11-20' } },
    ...OF_NEW_ADDRESS, deadlines: [...AFTER_20_NOVEMBER, NOT_MOVED],
    departures: ['subsequentAddress', 'physicalCheck'].map((id) => `${id} must notInFull noAccess: authority needed, given by Detective inspector on 2026-11-20; again null`),
  },
  {
    name: 'takes an authority of a later day for one that is not given yet',
    facts: { ...ORDINARY, trigger: 'annualReview', clock: { renewedOn: '2026-11-16' }, conduct: { choice: 'reviewNotDone', ground: 'recentEra', authorisedBy: 'Detective inspector', authorisedOn: '2026-11-21', reopenOn: '2027-03-02' } },
    requirement: 'complyOrExplain', lead: 'police', clauses: [...ANNUAL, ...SECTION_3, ...CONTACT, ...CHECK, ...BY_SUPERVISION],
    unknowns: ['section3Groups standardOpen'], deadlines: ['annualReview 2026-12-16 from 2026-11-16 Renewal of registration'],
    departures: ['annualReview complyOrExplain reviewNotDone recentEra: authority needed, not given by Detective inspector on 2026-11-21; again 2027-03-02'],
  },
  {
    name: 'asks for an ERA at a release to an address not lived in, under justice social work, and keeps the fixed days',
    facts: {
      ...ORDINARY, trigger: 'release', addressKind: 'temporary', supervision: 'yes', orders: { ...ORDINARY.orders, licence: 'yes' },
      clock: { ...notified('2026-11-20'), releaseOn: '2026-12-04', voidHeldUntil: '2026-12-11', bidClosesOn: '2026-11-30' }, conduct: { choice: 'conducted' },
    },
    requirement: 'must', lead: 'justiceSocialWork', clauses: [...SUBSEQUENT, ...CONTACT, ...OTHER_EVENT, ...CHECK, ...BY_SUPERVISION],
    deadlines: [...AFTER_20_NOVEMBER, 'release 2026-12-04', 'voidHeld 2026-12-11', 'bidCloses 2026-11-30'],
  },
  {
    name: 'asks for an ERA while there is no address yet, without a physical check, and asks what started the clock',
    facts: { ...ORDINARY, trigger: 'initialRegistration', addressKind: 'none', lastEra: null, lastReview: null },
    requirement: 'must', lead: 'police', clauses: [...INITIAL, ...CONTACT, ...BY_SUPERVISION],
    deadlines: ['initialEra unanswered from null ', 'solo unanswered from null ', "otherAgencies unanswered from null End of the SOLO's part (solo)"],
  },
  {
    name: 'lets the health board lead for a restricted patient who is not registered',
    facts: { under18: 'no', registered: 'no', category: 'category2', trigger: 'other', addressKind: 'livedIn' },
    requirement: 'discretionary', lead: 'healthBoard', clauses: [...CONTACT, ...CATEGORIES, ...CHECK, 'lead NASSO-2019 3.2 confirmed', 'lead MAPPA-NG ch. 3 confirmed'], unknowns: ['behaviours unanswered'],
  },
  {
    name: 'knows nothing from nothing, and asks',
    facts: {},
    requirement: 'unknown', lead: 'unknown', clauses: ['under18 CP-2021 Part 4, Harmful sexual behaviour by children reading', ...OPEN_REGISTRATION],
    unknowns: ['under18 unanswered', 'registered unanswered', 'category unanswered', 'trigger unanswered', 'addressKind unanswered', 'behaviours unanswered'],
  },
];
