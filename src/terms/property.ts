/** The words of the property and its building. ERA-2017 5.2 names type, size, tenure, entrance and door entry, room location and floor plans [partial: the passage may go on]; the rest is Steading's own list. */

export const PROPERTY_KINDS = {
  flat: 'Flat in a tenement or block',
  fourInABlock: 'Four in a block',
  terraced: 'Terraced house',
  semiDetached: 'Semi-detached house',
  detached: 'Detached house or bungalow',
  room: 'Room in a shared house',
  hostel: 'Hostel',
  bedAndBreakfast: 'Bed and breakfast or hotel',
  supported: 'Supported or sheltered housing',
  institution: 'Care home, hospital or other institution',
  other: 'Another kind',
  unknown: 'Not known',
} as const;

export const TENURES = {
  scottishSecure: 'Scottish secure tenancy: council or housing association',
  shortSecure: 'Short Scottish secure tenancy',
  privateLet: 'Private let',
  owned: 'Owned by the individual or the household',
  withOthers: 'Lives with family or others, no tenancy',
  temporary: 'Temporary accommodation, occupancy agreement',
  tied: 'Tied to a job',
  other: 'Another tenure',
  unknown: 'Not known',
} as const;

export const LANDLORD_KINDS = {
  council: 'Council',
  rsl: 'Registered social landlord',
  private: 'Private landlord or agent',
  provider: 'Support or hostel provider',
  none: 'No landlord: owned',
  other: 'Another',
  unknown: 'Not known',
} as const;

export const ENTRANCES = {
  ownDoor: 'Own front door, from the street or garden',
  mainDoor: 'Main door flat: own door beside the close',
  sharedClose: 'Shared close or stair',
  sharedCorridor: 'Shared corridor, deck or landing',
  staffed: 'Staffed or watched entrance',
  other: 'Another way in',
  unknown: 'Not known',
} as const;

/** Of the building, each there or not. */
export const BUILDING_FEATURES = {
  doorEntry: 'Door entry system',
  sharedStair: 'Close or stair shared with other homes',
  dryingGreen: 'Drying green or other shared drying area',
  binStore: 'Shared bin store',
  garden: 'Garden or green of its own or shared',
  cctv: 'CCTV of the building',
  lift: 'Lift',
  parking: 'Parking of its own or shared',
} as const;

/** Buildings in which rooms, kitchens, staff and visitors are asked about. */
export const STAYED_IN_ROOMS = ['room', 'hostel', 'bedAndBreakfast', 'supported', 'institution'] as const;

export const HOSTEL_FEATURES = { sharedKitchens: 'Shared kitchens', sharedBathrooms: 'Shared bathrooms', staffedDay: 'Staff there by day', staffedNight: 'Staff there at night' } as const;

export const PROPERTY_SOURCES = {
  landlordFile: 'The landlord’s file',
  landlordReply: 'The landlord’s reply to our request',
  visit: 'A visit to the property',
  officer: 'An officer who knows the property',
  blockProfile: 'A block profile',
  other: 'Another source',
} as const;

/** Nearby households: whether, never who, how many or how old (digest, harm 8). */
export const NEIGHBOUR_QUESTIONS = {
  childrenInStair: 'Children living in the stair or next door',
  adultsAtRisk: 'Adults at risk living in the stair or next door',
  others: 'Another nearby household that bears on the victim profile',
} as const;

/** By agency, and no free text: nobody can be named. */
export const NEIGHBOUR_SOURCES = {
  landlord: 'The landlord',
  visit: 'A visit to the property',
  police: 'Police Scotland',
  justiceSocialWork: 'Justice social work',
  childrenAndFamilies: 'Children and families social work',
  adultProtection: 'Adult protection',
  other: 'Another agency',
} as const;

/** Answered by police alone (digest, harm 9). */
export const CONCERN_ANSWERS = { yes: 'Yes', no: 'No', askPolice: 'Not answered yet: ask the police' } as const;

/** Of the agencies of `AGENCIES`, who may hold what only Responsible Authorities have: a health board for a restricted patient. A landlord and others may not. */
export const RESPONSIBLE_AUTHORITIES: readonly string[] = ['police', 'justiceSocialWork', 'solo', 'prison', 'healthBoard'];

/** What a block profile is about: never one home. */
export const BLOCK_KINDS = {
  stair: 'Tenement close or stair',
  block: 'Block of flats',
  hostel: 'Hostel',
  bedAndBreakfast: 'Bed and breakfast or hotel',
  supported: 'Supported or sheltered housing',
  institution: 'Care home, hospital or other institution',
} as const;
