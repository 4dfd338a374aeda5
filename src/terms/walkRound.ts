/** The words of the physical check (ERA-2017 5.3) and of the home visit (4.0). The phrases are Steading's own, to be tapped on a doorstep; what matters is typed. */

/** 'Not seen' is what was seen on the day, never that there is none. */
export const LOOKS = { seen: 'Seen', notSeen: 'Not seen', couldNotCheck: 'Could not check' } as const;
export type LookAnswer = keyof typeof LOOKS;

/** What a visit says of a place that the map lists. The map's own finding stays beside it. */
export const SITE_LOOKS = {
  asListed: 'There, as the map has it',
  elsewhere: 'There, but in another place',
  closed: 'Closed, or no longer there',
  notSeen: 'Not seen',
} as const;
export type SiteLook = keyof typeof SITE_LOOKS;

export const VISIT_OUTCOMES = { done: 'Walked and looked', attempted: 'Tried, and not done' } as const;
export type VisitOutcome = keyof typeof VISIT_OUTCOMES;

export const WHY_NOT_DONE = {
  nobodyIn: 'Nobody in',
  noAccess: 'No access',
  riskToStaff: 'A risk to staff',
  calledAway: 'Called away',
  other: 'Something else',
} as const;
export type WhyNotDone = keyof typeof WHY_NOT_DONE;

export const YES_NO = { yes: 'Yes', no: 'No' } as const;

/** What says that there is nothing to deal with; any other words are taken for something met. */
export const NO_RISK_SEEN = 'No risk was seen';

/** Phrases to be tapped, by what they are about: Steading's own, until an office sets a list of its own. */
export const QUICK_PHRASES = {
  look: { label: 'Of a place that was seen', phrases: ['From the street', 'From the stair window', 'On the way to the bus stop', 'Across the road', 'In the back green', 'In the stair'] },
  whyNot: { label: 'Why a place could not be checked', phrases: ['Too dark', 'No access to the back', 'Gate or door locked', 'A risk to stay', 'Ran out of time'] },
  schoolRun: { label: 'What was seen of the school run', phrases: ['Children pass the door', 'A bus stop for pupils is near', 'The way to school is on another street', 'Hardly anybody passed'] },
  community: { label: 'Risks to the community', phrases: [NO_RISK_SEEN, 'Children play in the shared garden', 'Windows look on to a play area', 'Shared entrance with families', 'Toys in the stair'] },
  person: { label: 'Risks to the person', phrases: [NO_RISK_SEEN, 'Threats have been reported', 'Graffiti aimed at somebody', 'Risk from vigilantes', 'Easily seen from the street', 'One way out only'] },
  staff: { label: 'Risks to staff', phrases: [NO_RISK_SEEN, 'Poor exits', 'Poor lighting', 'Dogs', 'No phone signal', 'Visit in pairs'] },
} as const;
export type PhraseListId = keyof typeof QUICK_PHRASES;

/** ERA-2017 4.0, read in part: the list may go on. */
export const HOME_TOPICS = {
  housing: 'Current housing',
  neighbours: 'Contact with neighbours',
  visitors: 'Third-party visitors, such as health visitors and carers',
  changes: 'Changes since the last visit',
} as const;
export type HomeTopic = keyof typeof HOME_TOPICS;

export const HOME_ANSWERS = { told: 'Something to report', nothing: 'Asked: nothing to report', notAsked: 'Not asked' } as const;
export type HomeAnswer = keyof typeof HOME_ANSWERS;
