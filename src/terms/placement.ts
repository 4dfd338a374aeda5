/** What kind of place it is, besides how the person stands to it. The list is Steading's own. */
export const SETTINGS = {
  home: 'A home of the person’s own: owned, or let by a private or social landlord',
  withOthers: 'Somebody else’s home: family, a partner, friends',
  bedAndBreakfast: 'Bed and breakfast or hotel',
  hostel: 'Hostel or other temporary accommodation',
  supported: 'Sheltered or supported housing',
  careHome: 'Care home',
  hospital: 'Hospital',
  other: 'Another kind of place',
} as const;
export type SettingId = keyof typeof SETTINGS;

/** Places that somebody runs: staff, other residents and shared rooms are asked about. */
export const RUN_BY_STAFF: ReadonlySet<SettingId> = new Set(['bedAndBreakfast', 'hostel', 'supported', 'careHome', 'hospital']);

/** Where somebody sleeps before the full ERA is done: what can be found out at once. Steading's list; the standard names none. */
export const INTERIM_CHECKS = {
  policeKnowledge: 'Police: what is known of the address and of who lives there',
  conditions: 'Licence, order or condition: does the address go against one? (police or justice social work)',
  children: 'Whether children live or stay there tonight: the landlord or the manager was asked',
  surroundings: 'What lies near: looked up here, or seen by somebody',
  staff: 'Whether somebody of the place can be reached through the night',
} as const;
export type InterimCheckId = keyof typeof INTERIM_CHECKS;

export const INTERIM_ANSWERS = { done: 'Done', notPossible: 'Not possible today', notNeeded: 'Not needed' } as const;

/** Of a place that is run by staff. */
export const RUN_PLACE = {
  childResidents: 'Do people under 18 live there?',
  adultsAtRisk: 'Do adults at risk live there?',
  visitingChildren: 'Do children visit?',
  nightStaff: 'Is there staff through the night?',
  sharedRooms: 'Are bedrooms, bathrooms or kitchens shared?',
} as const;
export type RunPlaceId = keyof typeof RUN_PLACE;

/** Who else is of the household, by yes, no or not known: no names, no ages. */
export const HOUSEHOLD = {
  otherAdults: 'Do other adults live there?',
  adultAtRisk: 'Is any of them an adult at risk?',
  theyKnow: 'Do they know of the registration?',
} as const;

/** Whether another area takes the case over. */
export const TAKEN_OVER = { yes: 'Yes: they have', waiting: 'Not yet: they were told, and have not answered', no: 'No: they have declined' } as const;

/** Out for good, or for some days. */
export const RELEASE_KINDS = { release: 'Release', homeLeave: 'Home leave: some days out, then back' } as const;

/** A day of release moves: home detention curfew, parole, a transfer. */
export const RELEASE_DAYS = { set: 'The day is set', mayMove: 'There is a day, and it may move', notKnown: 'No day is known yet' } as const;

/** Whom a release is told to: Steading's list, after the contacts of ERA-2017 5.1. */
export const RELEASE_TOLD = { prison: 'Scottish Prison Service: integrated case management co-ordinator', mappa: 'The MAPPA meeting' } as const;
export type ReleaseToldId = keyof typeof RELEASE_TOLD;

export const TELLING = { told: 'Told', toTell: 'Still to be told', notNeeded: 'Not needed' } as const;

/** What happens to a tenancy or a household after a decision, and raises the question of a review (ERA-2017 4.0: changed circumstances, case by case). Steading's list. */
export const AFTER_EVENTS = {
  nextDoorLet: 'A home next door or in the stair is let anew',
  exchange: 'Mutual exchange',
  succession: 'Succession to the tenancy',
  lodger: 'A lodger or somebody else moves in',
  newPartner: 'A new partner, or a new household',
  decant: 'Decant or major works',
  eviction: 'Eviction, or notice of it',
  left: 'The person has left the address',
  other: 'Something else',
} as const;
export type AfterEventId = keyof typeof AFTER_EVENTS;

/** Which event of an assessment each is, where a review is begun from it. */
export const REVIEWED_AS = {
  nextDoorLet: 'environmentChanged', exchange: 'personChanged', succession: 'personChanged', lodger: 'householdChanged', newPartner: 'householdChanged',
  decant: 'environmentChanged', eviction: 'personChanged', left: 'personChanged', other: 'other',
} as const satisfies Record<AfterEventId, string>;

/** Where the person lives already, 'not manageable' is no refusal: what changes instead (digest, 'Who'). */
export const HOME_CHANGES = {
  plan: 'The Risk Management Plan is changed',
  disclosure: 'A decision on disclosure',
  condition: 'An order, or a condition of a licence or order, is sought or changed',
  move: 'A planned move',
  other: 'Something else',
} as const;

/** Offer and allocation are the landlord's; the Responsible Authorities decide only what is manageable. */
export const OFFERS = { notAsked: 'The landlord has not been asked', held: 'Held by the landlord, not offered yet', offered: 'Offered by the landlord', notOffered: 'Not offered by the landlord' } as const;
export type OfferId = keyof typeof OFFERS;

/** Candidates beside each other: two so that there is something to compare, six so that it can be read on one page. */
export const CANDIDATES = { least: 2, most: 6 } as const;
