import type { Exercise } from './exercise';

export const PROPOSED_FLAT: Exercise = {
  teaches: 'An initial assessment from request to decision: the conduct decision, sites with honest doubt, a trace that matters, each finding dealt with, and ‘manageable with conditions’.',
  given: 'The person, the address, the kind of case and what the landlord has said of the flat.',
  task: 'Decide whether an ERA is conducted, write down the replies and the visit, look around, deal with each finding, weigh the risk, decide, and set the review.',
  beside: {
    address: { hints: ['The pin stands on the building, so distances are from the building. Had you a postcode alone, each distance would be uncertain, and Steading would say so.'] },
    person: { hints: ['Supervision is ‘yes’: the person is on licence. So justice social work leads, not the police (NASSO-2019 3.2).', 'A common mistake: to take an order for supervision. As we read it, a preventive order alone does not make justice social work lead.'] },
    trigger: {
      file: ['The prison’s case management co-ordinator notified justice social work of the release three working days ago. Nothing was done at this address before.'],
      hints: ['ERA-2017 4.0 does not define ‘notification’. Write which event of which agency started the clock.', 'A new address of a person who is registered, or a first registration: here the release is the event.'],
    },
    placement: { hints: ['The day of release may move. When it does, change it here: the record keeps where it stood before.', '‘Before the full ERA is done’: nobody sleeps there yet, so ‘no’.'] },
    conduct: {
      file: ['The meeting agreed: an ERA is conducted. It relies on the release plan until then; the person stays in custody until the day of release.'],
      hints: ['Read what the standard asks first, with the label of each clause: ‘minuted’ is not ‘confirmed’.', 'The rationale is asked for conducting too. A common mistake: to write only what is done, and not why, and nothing of what points the other way.'],
    },
    property: { hints: ['The landlord’s Link Officer gave these facts of the building. What is ‘not known’ is a limit of the record, not a gap to fill with a guess.'] },
    children: {
      file: ['The landlord’s Link Officer: nobody under 18 is to live in the flat, nobody is minded there. Whether children are to visit is not known. The person is to live alone.'],
      hints: ['‘Not known’ leads to the same two decisions as ‘yes’: a referral and a disclosure. ‘Not decided yet’, with its reason, is an answer.', 'Yes, no or not known: no names and no ages of children.'],
    },
    physicalCheck: {
      file: ['Two officers walked round yesterday, 08:30 to 09:10: pupils of Shore Primary pass the close; a toy scooter on the first landing; the stair door does not lock; a convenience shop two doors along; no CCTV. Nothing else was seen.'],
      hints: ['ERA-2017 5.3: risks to the community and to the person. The door that does not lock is a risk to the person too.', 'Use ‘the rest: not seen’ only for what you looked for.'],
    },
    sites: {
      hints: ['Look around, then find Shore Primary School: it stands on the list by a point and by its grounds. The grounds are nearer than the point.', 'The shop layer ends at Bridge Street: ‘partly searched’ is not ‘none nearby’.', 'Judge a category once. Judge a single site apart only where it differs, and say why.'],
    },
    agencies: {
      file: ['Education, by telephone: no trace. Police (SOPU), by e-mail: trace, relevant: complaints about young people gathering in the stair last winter. The SOLO: no trace. Everybody else was not asked: known to hold nothing on this stair.'],
      hints: ['‘Log a reply’ takes one short form. A relevant trace asks for one sentence, and comes back as a finding.', 'An agency that is not asked needs a reason; one that is silent is a limit, not a ‘no trace’.'],
    },
    formulation: {
      hints: ['Each finding: a measure with owner and day, accepted with a reason, or not relevant with a reason. One reason may serve many of a kind.', 'Write likelihood in words. No figure, and no outcome of a tool that you worked out yourself.'],
    },
    outcome: {
      file: ['Police answered: no conflict with a victim or a condition. The meeting leans to ‘manageable with conditions’.'],
      hints: ['A condition that nobody owns and that has no day holds nobody to anything: write who does what by when.', 'Manageable is the Responsible Authorities’ decision. The offer is the landlord’s, and is no part of it.'],
    },
    review: { hints: ['Not only ‘in a year’: what would make you look sooner? The day of release, the first weeks, the school holidays.'] },
  },
  debrief: [
    'Could a reader years later tell why an ERA was conducted, and what spoke against it, without asking you?',
    'The school has a point and grounds. Does your record say which of them you weighed, and why?',
    'What happened to the relevant trace of the police: is there a measure with an owner and a day, or a reason?',
    'Which limits does the printed record name? Did you know of each before you decided?',
    'Is each condition one that somebody could check in three months?',
  ],
};
