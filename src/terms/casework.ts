/** The words of the case, each id with what the screens and prints say. Sources: digest, 'Words', 'Who', 'When an ERA is done'. */

export const ADDRESS_KINDS = {
  proposed: 'Proposed: the person does not live there yet',
  livedIn: 'Already lived in: own home, family, private let',
  temporary: 'Temporary: bed and breakfast, hostel, staying with others',
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

export const SUPERVISION = {
  none: 'No statutory supervision, or it has ended',
  licence: 'Licence with supervision',
  orderWithSupervision: 'Community payback or other order with supervision',
  orderWithoutSupervision: 'Community sentence without supervision (for example unpaid work only)',
  restrictedPatient: 'Restricted patient',
} as const;
export type Supervision = keyof typeof SUPERVISION;

export const TRIGGERS = {
  initialRegistration: 'First registration (initial notification)',
  newAddress: 'New address of a registered person',
  annualReview: 'Annual review (renewal of registration)',
  personChanged: 'Circumstances of the person have changed',
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
