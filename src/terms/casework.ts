/** The words of the case, each id with what the screens and prints say. Sources: digest, 'Words', 'Who', 'When an ERA is done'. */

export const ADDRESS_KINDS = {
  proposed: 'Proposed: the person does not live there yet',
  livedIn: 'Already lived in: own home, family, private let',
  temporary: 'Temporary: bed and breakfast, hostel, staying with others',
  several: 'One of several: the person moves between addresses',
  none: 'None yet: no address has been identified',
} as const;
export type AddressKind = keyof typeof ADDRESS_KINDS;

export const MAPPA_CATEGORIES = {
  category1: 'Category 1: subject to sex offender notification requirements (SONR)',
  category2: 'Category 2: restricted patient',
  category3: 'Category 3: other risk of serious harm',
} as const;
export type MappaCategory = keyof typeof MAPPA_CATEGORIES;

export const MAPPA_LEVELS = {
  level1: 'Level 1: routine',
  level2: 'Level 2: multi-agency',
  level3: 'Level 3: MAPPP',
} as const;
export type MappaLevel = keyof typeof MAPPA_LEVELS;

/** By justice social work, under a licence or an order. */
export const SUPERVISION = {
  yes: 'Yes: under a licence or an order with supervision',
  no: 'No, or it has ended',
  unknown: 'Not known',
} as const satisfies Record<'yes' | 'no' | 'unknown', string>;

/** In force for the person. A preventive order (SHPO, SRO, older) alone does not make justice social work lead. */
export const ORDERS = {
  licence: 'Licence',
  cpoWithSupervision: 'Community payback or other order with supervision',
  cpoWithoutSupervision: 'Community payback without supervision (for example unpaid work only)',
  shpo: 'Sexual harm prevention order (SHPO)',
  sro: 'Sexual risk order (SRO)',
  olderOrder: 'Older order still running (SOPO, RSHO or FTO)',
} as const;
export type OrderId = keyof typeof ORDERS;

/** Offence behaviours: those minuted (NSG-2017-05, NSG-2017-11), and any other, for which the definition is open. */
export const BEHAVIOURS = {
  thirdPartyContact: 'Contact through a third party',
  inciting: 'Inciting a child or an adult at risk to engage in sexual activity',
  other: 'Another behaviour that may count as a contact offence',
} as const;
export type BehaviourId = keyof typeof BEHAVIOURS;

/** Since the last ERA or review. */
export const CHANGES = {
  person: 'Circumstances of the person',
  household: 'The household',
  environment: 'The environment of the address',
} as const;
export type ChangeId = keyof typeof CHANGES;

export const TRIGGERS = {
  initialRegistration: 'First registration (initial notification)',
  newAddress: 'New address of a registered person',
  annualReview: 'Annual review (renewal of registration)',
  personChanged: 'Circumstances of the person have changed',
  householdChanged: 'The household has changed',
  environmentChanged: 'Environment has changed',
  release: 'Release or home leave',
  other: 'Something else',
} as const;
export type Trigger = keyof typeof TRIGGERS;

export const AGENCIES = {
  police: 'Police Scotland',
  justiceSocialWork: 'Justice social work',
  solo: 'Council housing (SOLO)',
  rsl: 'Registered social landlord (Link Officer)',
  healthBoard: 'Health board',
  prison: 'Scottish Prison Service',
  other: 'Other',
} as const;
export type AgencyId = keyof typeof AGENCIES;

/** The contacts of ERA-2017 5.1, each with the contact that it recommends. */
export const CHECK_AGENCIES = {
  solo: 'Housing: SOLO',
  justiceSocialWork: 'Justice social work: team manager',
  childrenAndFamilies: 'Children and families social work',
  adultProtection: 'Adult protection',
  education: 'Education',
  rsl: 'Registered social landlord: Link Officer',
  nhs: 'NHS: liaison officer or MAPPA lead',
  police: 'Police: SOPU',
  prison: 'Scottish Prison Service: integrated case management co-ordinator',
  support: 'Support organisation, where there is an intensive support package',
} as const;
export type CheckAgencyId = keyof typeof CHECK_AGENCIES;

/** What the agencies decide about conducting an ERA. */
export const CONDUCT_CHOICES = {
  conducted: 'An ERA is conducted',
  notInFull: 'An ERA is conducted, but not in full',
  notConducted: 'An ERA is not conducted',
  reviewNotDone: 'The annual review is not done',
} as const;
export type ConductChoice = keyof typeof CONDUCT_CHOICES;

/** Who answers for a departure beside the officer who decided. A typed name has no key behind it. */
export const AUTHORITIES = {
  key: 'A second officer, with their own key',
  typed: 'A second officer elsewhere, by a typed name',
  self: 'The officer who decided, alone',
} as const;
export type AuthorityKind = keyof typeof AUTHORITIES;

/** What may be left out of an ERA that is not conducted in full. */
export const ERA_PARTS = {
  physicalCheck: 'Physical check of the property',
  agencyContacts: 'Contact with one or more agencies',
  databaseChecks: 'Database checks',
  other: 'Another part',
} as const;
export type EraPart = keyof typeof ERA_PARTS;

/** Grounds on which an ERA or a review is left out: Steading's own list, for counting; the standard names none. */
export const GROUNDS = {
  recentEra: 'There is a recent ERA of this address, and nothing has changed since',
  notEnoughTime: 'There was not enough time before the person moves in',
  noAccess: 'The property or the person could not be seen',
  away: 'The person is in custody, in hospital or away from the address',
  leaving: 'The person is leaving the address',
  noAddress: 'There is no address yet',
  coveredOtherwise: 'The risks are covered by other arrangements',
  capacity: 'The agencies could not do it in time',
  other: 'Another ground',
} as const;
export type Ground = keyof typeof GROUNDS;

/** Manageable is the Responsible Authorities' decision; offer and allocation are the landlord's. */
export const OUTCOMES = {
  manageable: 'Manageable',
  manageableWithConditions: 'Manageable with conditions',
  notManageable: 'Not manageable',
  withdrawn: 'Withdrawn: no decision is needed any more',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const YES_NO_UNKNOWN = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const;
export type YesNoUnknown = keyof typeof YES_NO_UNKNOWN;

/** Data Protection Act 2018, s.38(2): every statement is typed. */
export const STATEMENT_KINDS = {
  fact: 'Fact: seen or checked',
  assessment: 'Professional assessment',
  reported: 'Reported by somebody else',
} as const;
export type StatementKind = keyof typeof STATEMENT_KINDS;
