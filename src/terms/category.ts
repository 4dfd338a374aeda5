/**
 * The kinds of place that an Environmental Risk Assessment looks for.
 *
 * `basis`  national: named in ERA-2017 5.3 (read in part, so the list may go on); ours: added by Steading, never shown as the standard's.
 * `found`  mapped: a data layer can hold it; seenOnly: only a person on the physical check can tell;
 *          askOnly: its address is withheld or unpublished, so no layer may ever answer for it (digest, harm 11).
 */
export interface Category {
  readonly label: string;
  readonly plural: string;
  readonly basis: 'national' | 'ours';
  readonly found: 'mapped' | 'seenOnly' | 'askOnly';
  /** Whom to ask, for what no map can answer. */
  readonly ask?: string;
}

export const CATEGORIES = {
  school: { label: 'School', plural: 'Schools', basis: 'national', found: 'mapped' },
  nursery: { label: 'Nursery or other day care of children', plural: 'Nurseries and other day care of children', basis: 'national', found: 'mapped' },
  playPark: { label: 'Play park', plural: 'Play parks', basis: 'national', found: 'mapped' },
  communityCentre: { label: 'Community centre', plural: 'Community centres', basis: 'national', found: 'mapped' },
  placeOfWorship: { label: 'Place of worship', plural: 'Places of worship', basis: 'national', found: 'mapped' },
  shop: { label: 'Shop', plural: 'Shops', basis: 'national', found: 'mapped' },
  shelteredHousing: { label: 'Sheltered housing', plural: 'Sheltered housing', basis: 'national', found: 'mapped' },
  licensedPremises: { label: 'Licensed premises', plural: 'Licensed premises', basis: 'national', found: 'mapped' },
  cctv: { label: 'CCTV', plural: 'CCTV', basis: 'national', found: 'seenOnly' },
  childrensToys: { label: "Children's toys and equipment", plural: "Children's toys and equipment", basis: 'national', found: 'seenOnly' },
  careHome: { label: 'Care home', plural: 'Care homes', basis: 'ours', found: 'mapped' },
  schoolCareAccommodation: { label: 'School care or secure accommodation of children', plural: 'School care and secure accommodation of children', basis: 'ours', found: 'mapped' },
  adultDayService: { label: 'Adult day service', plural: 'Adult day services', basis: 'ours', found: 'mapped' },
  youthClub: { label: 'Youth club', plural: 'Youth clubs', basis: 'ours', found: 'mapped' },
  parkOrGreenspace: { label: 'Park or greenspace', plural: 'Parks and greenspace', basis: 'ours', found: 'mapped' },
  sportOrLeisure: { label: 'Sport or leisure facility', plural: 'Sport and leisure facilities', basis: 'ours', found: 'mapped' },
  library: { label: 'Library', plural: 'Libraries', basis: 'ours', found: 'mapped' },
  collegeOrUniversity: { label: 'College or university', plural: 'Colleges and universities', basis: 'ours', found: 'mapped' },
  otherTuition: { label: 'Language, music or other tuition', plural: 'Language, music and other tuition', basis: 'ours', found: 'mapped' },
  housingSupportOffice: { label: 'Housing support office (an office, not the housing)', plural: 'Housing support offices (offices, not the housing)', basis: 'ours', found: 'mapped' },
  childminder: {
    label: 'Childminder', plural: 'Childminders', basis: 'ours', found: 'askOnly',
    ask: 'Ask the council (education and children and families): addresses of childminders are not published.',
  },
  childrensHome: {
    label: "Children's home", plural: "Children's homes", basis: 'ours', found: 'askOnly',
    ask: "Ask the council (children and families social work): addresses of children's homes are withheld.",
  },
} as const satisfies Record<string, Category>;

export type CategoryId = keyof typeof CATEGORIES;

export const CATEGORY_IDS = Object.keys(CATEGORIES) as readonly CategoryId[];

export function isCategoryId(value: string): value is CategoryId {
  return Object.hasOwn(CATEGORIES, value);
}

/** The category with its optional fields in view (the literal table narrows them away). */
export function categoryOf(id: CategoryId): Category {
  return CATEGORIES[id];
}
