import type { CheckAgencyId } from './casework';

/** What became of one agency, or of one database check. The graded ones are those of MAPPA practice [reading: MAPPA-NG 5.49, seen only in a poor copy]. */
export const REPLIES = {
  waiting: 'Asked, no answer yet',
  noTrace: 'No trace',
  traceNotRelevant: 'Trace, not relevant',
  traceRelevant: 'Trace, relevant',
  traceUnknown: 'Trace, relevance not known yet',
  property: 'Answered about the property only',
  notAsked: 'Not asked, or does not apply',
} as const;
export type ReplyId = keyof typeof REPLIES;

/** How an answer came. */
export const REPLY_WAYS = {
  phone: 'By telephone',
  email: 'By e-mail',
  meeting: 'At a meeting',
  file: 'By a file',
  lookedUp: 'Looked up here',
} as const;
export type ReplyWay = keyof typeof REPLY_WAYS;

/** Who may be asked about a property alone. */
export const LANDLORDS: readonly CheckAgencyId[] = ['solo', 'rsl'];

/** The contact that ERA-2017 5.1 recommends, where it names one: by role. */
export const CONTACT_ROLES: Readonly<Partial<Record<CheckAgencyId, readonly string[]>>> = {
  solo: ['SOLO'], justiceSocialWork: ['Team manager'], rsl: ['Link Officer'], nhs: ['Liaison officer', 'MAPPA lead'], police: ['Detective Sergeant, SOPU'],
  prison: ['Integrated case management co-ordinator'], support: ['Support worker'],
};

/** Database checks of ERA-2017 5.2: recommended, not all in every case; who does them is agreed locally. The list stays for records that were answered under it: add, never rename. */
export const DATABASES = {
  ownSystems: { agency: 'justiceSocialWork', label: 'Justice social work: own systems' },
  childrenAndFamilies: { agency: 'justiceSocialWork', label: 'Children and families: systems' },
  adultProtection: { agency: 'justiceSocialWork', label: 'Adult protection: systems' },
  councilTax: { agency: 'solo', label: 'Council tax' },
  housingBenefit: { agency: 'solo', label: 'Housing benefit' },
  electoralRegister: { agency: 'solo', label: 'Electoral register' },
  housingManagement: { agency: 'solo', label: 'Housing management system' },
  homelessness: { agency: 'solo', label: 'Homelessness system' },
  privateLandlords: { agency: 'solo', label: 'Private landlord registration' },
  careInspectorate: { agency: 'solo', label: 'Care Inspectorate website' },
  accommodation: { agency: 'solo', label: 'Accommodation information: type, size, tenure, entrance' },
} as const satisfies Record<string, { readonly agency: CheckAgencyId; readonly label: string }>;
export type DatabaseId = keyof typeof DATABASES;

/** How much of each agency's list in ERA-2017 5.2 is known; an agency that is not here has none that is known of. */
export const DATABASE_LISTS: Readonly<Partial<Record<CheckAgencyId, 'confirmed' | 'partial' | 'open'>>> = {
  justiceSocialWork: 'confirmed', solo: 'partial', police: 'open', education: 'open', nhs: 'open', prison: 'open',
};

/** A check of the office's own: beside the national ones, never instead of them. */
export interface OwnCheck {
  readonly checkId: string;
  readonly agency: CheckAgencyId;
  readonly name: string;
}
