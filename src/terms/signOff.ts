/** As what an officer puts their key to a record. */
export const SIGN_AS = { assessor: 'Assessor', manager: 'Manager of the lead agency' } as const;
export type SignAs = keyof typeof SIGN_AS;

/** Whether the agencies agree with the decision of the Responsible Authorities. */
export const AGREEMENT = {
  yes: 'Every agency that answered agrees with the decision',
  no: 'At least one agency does not agree',
  notAsked: 'They were not asked, with the reason',
} as const;

/** NASSO-2019 7.2: Strategic Oversight Groups settle issues between agencies. */
export const ESCALATION = { yes: 'Yes, it goes to the Strategic Oversight Group', no: 'No, with the reason' } as const;

/** A landlord contributes, and decides on the offer alone (NASSO-2019 3.2): its view stands apart from the decision. */
export const LANDLORD_VIEWS = {
  noConcern: 'It has no concern about the property',
  concern: 'It has a concern about the property',
  wouldNotOffer: 'It would not offer the property',
  notAnswered: 'It was asked and has not answered',
  noLandlord: 'No landlord is asked here',
} as const;
