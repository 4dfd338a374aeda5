import type { ClauseStatus, NationalDocument } from '../types';

/** Full titles for prints and screens; the short names are those of the clauses. */
export const DOCUMENTS = {
  'ERA-2017': 'National Accommodation Strategy for Sex Offenders: guidance on parameters and minimum standards for conducting environmental risk assessments, version 1.0, November 2017',
  'NASSO-2019': 'National Accommodation Strategy for Sex Offenders in Scotland, third edition, 20 September 2019',
  'MAPPA-NG': 'MAPPA national guidance under the Management of Offenders etc. (Scotland) Act 2005, ss. 10-11, revised 2022',
  'NSG-2017-05': 'MAPPA National Strategic Group, minutes of 31 May 2017',
  'NSG-2017-11': 'MAPPA National Strategic Group, minutes of 8 November 2017',
  'SOA-2003': 'Sexual Offences Act 2003, Part 2 (notification)',
  'CP-2021': 'National Guidance for Child Protection in Scotland 2021, updated 2023',
} as const satisfies Record<NationalDocument, string>;

/** What each label of a clause means, in words for the user. */
export const CLAUSE_STATUSES = {
  confirmed: 'read in the published text',
  minuted: 'agreed in minutes about a draft, not seen in the published text',
  partial: 'published passage read only in part: the list may go on',
  open: "text not seen: not stated as the standard's",
  reading: 'our interpretation',
  local: "the office's own protocol",
} as const satisfies Record<ClauseStatus, string>;

/** ERA-2017 is dated by month only: taken as in force from its first day. No later edition was found. */
export const ERA_2017_IN_FORCE = { from: '2017-11-01', to: null } as const;
