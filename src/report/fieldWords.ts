import { BEHAVIOURS, BUILDING_FEATURES, CATEGORIES, CHANGES, CHECK_AGENCIES, DATABASES, FRAME_PARTS, HOME_TOPICS, HOSTEL_FEATURES, HOUSEHOLD, INTERIM_CHECKS, NEIGHBOUR_QUESTIONS, ORDERS, RISK_TOOLS, RELEASE_TOLD, RUN_PLACE } from '@/terms';

/** Parts of the record by the start of their path; the longest that fits is taken. */
const WORDS: Readonly<Record<string, string>> = {
  'person': 'Person', 'person.reference': 'Person: reference', 'person.category': 'MAPPA category', 'person.level': 'MAPPA level', 'person.registered': 'Subject to SONR',
  'person.supervision': 'Supervision', 'person.orders': 'In force', 'person.behaviours': 'Behaviour', 'person.under18': 'Under 18', 'person.renewalOn': 'Renewal of registration',
  'address': 'Address', 'address.text': 'Address: text', 'address.flat': 'Address: flat', 'address.floor': 'Address: floor', 'address.postcode': 'Address: postcode',
  'address.uprn': 'Address: UPRN', 'address.position': 'Address: position',
  'assessment.reference': 'Reference of the assessment', 'assessment.startedAt': 'Started', 'assessment.addressKind': 'Kind of address',
  'assessment.trigger': 'What started it', 'assessment.trigger.event': 'What started it: which event of which agency',
  'assessment.changes': 'Changed since', 'assessment.lastEra': 'Last ERA of this address', 'assessment.lastReview': 'Last review of it', 'assessment.local': "Question of the office's own protocol",
  'assessment.clocks': 'By when', 'assessment.clocks.movedOn': 'Change of home address: day', 'assessment.clocks.releaseOn': 'Release or home leave: day', 'assessment.clocks.voidHeldUntil': 'Landlord holds the property until',
  'assessment.clocks.bidClosesOn': 'Bid closes: day', 'assessment.clocks.agencies': "Agency's own clock", 'assessment.clocks.extensions': 'Extension',
  'assessment.placement': 'Kind of case', 'assessment.placement.setting': 'Kind of place', 'assessment.placement.settingNote': 'Kind of place: in words', 'assessment.placement.tonight': 'Tonight', 'assessment.placement.tonight.checks': 'Checked at once',
  'assessment.placement.run': 'The place and its people', 'assessment.placement.run.answers': 'The place', 'assessment.placement.run.managerTold': 'Telling the manager', 'assessment.placement.boundary': 'From one area to another', 'assessment.placement.household': 'Household', 'assessment.placement.release': 'Release or home leave', 'assessment.placement.release.told': 'Told of the release', 'assessment.placement.release.conditionSays': 'Condition on residence: words',
  'assessment.afterOffer': 'After the decision', 'assessment.panels': 'Panel',
  'assessment.conduct': 'Conduct decision', 'assessment.conduct.rationale': 'Conduct: rationale', 'assessment.conduct.otherWay': 'Conduct: what points the other way',
  'assessment.conduct.reliedOn': 'Conduct: relied on', 'assessment.conduct.reliedOnInstead': 'Conduct: relied on instead', 'assessment.conduct.ground': 'Conduct: ground',
  'assessment.conduct.partsLeftOut': 'Conduct: parts left out', 'assessment.conduct.leftOutWhat': 'Conduct: what exactly is left out', 'assessment.conduct.interimControls': 'Conduct: what holds meanwhile',
  'assessment.conduct.authority': 'Conduct: authority', 'assessment.conduct.notAuthorised': 'Conduct: not authorised by', 'assessment.conduct.authorisedBy': 'Conduct: authorised by', 'assessment.conduct.authorisedOn': 'Conduct: authorised on', 'assessment.conduct.reopenOn': 'Conduct: opened again on',
  'assessment.property': 'Property', 'assessment.property.kind': 'Property: kind', 'assessment.property.size': 'Property: size', 'assessment.property.tenure': 'Property: tenure', 'assessment.property.landlord': 'Property: landlord',
  'assessment.property.rooms': 'Property: rooms', 'assessment.property.source': 'Property: source', 'assessment.property.knownOn': 'Property: known on', 'assessment.property.fromProfile': 'Building: from a block profile',
  'assessment.property.building': 'Building', 'assessment.property.building.entrance': 'Building: way in', 'assessment.property.building.features': 'Building', 'assessment.property.building.closeAndStair': 'Building: close and stair',
  'assessment.property.building.sightLines': 'Sight line', 'assessment.property.building.hostel.rooms': 'Rooms to stay in', 'assessment.property.building.hostel.features': 'Building', 'assessment.property.building.hostel.visitors': 'Visitors',
  'assessment.neighbours': 'Nearby households', 'assessment.neighbours.answers': 'Nearby households', 'assessment.neighbours.source': 'Nearby households: source', 'assessment.neighbours.knownOn': 'Nearby households: known on',
  'assessment.othersOfConcern': 'Other people of concern here', 'assessment.othersOfConcern.answeredOn': 'Other people of concern here: answered on',
  'assessment.children': 'Contact with children', 'assessment.children.referral': 'Referral to children and families social work', 'assessment.children.disclosure': 'Disclosure to others than the MAPPA agencies',
  'assessment.statements': 'Statement',
  'assessment.propertyRequests': 'Property information request',
  'assessment.agencies': 'Agencies and databases', 'assessment.agencies.contacts': 'Agency', 'assessment.agencies.databases': 'Database check', 'assessment.agencies.ownChecks': "Office's own database check",
  'assessment.asked': 'What the standard asked', 'assessment.asked.standardId': 'Standard applied',
  'assessment.surroundings': 'What was looked up near the address',
  'assessment.judgements': 'Judgement', 'assessment.exceptions': 'Site judged apart', 'assessment.addedSites': 'Added place', 'assessment.splits': 'Listings told apart', 'assessment.checks': 'Check',
  'assessment.physicalCheck': 'Physical check', 'assessment.physicalCheck.visits': 'Physical check: visit', 'assessment.physicalCheck.risks.community': 'Physical check: risks to the community',
  'assessment.physicalCheck.risks.person': 'Physical check: risks to the person', 'assessment.physicalCheck.risks.staff': 'Physical check: risks to staff',
  'assessment.homeVisit': 'Home visit', 'assessment.homeVisit.answers': 'Home visit', 'assessment.homeVisit.changed': 'Home visit: what has changed', 'assessment.homeVisit.reviews': 'Home visit: review that was opened',
  'assessment.formulation': 'Risk formulation', 'assessment.formulation.frame': 'Risk formulation', 'assessment.formulation.tools': 'Outcome of a tool', 'assessment.formulation.dealings': 'What is done about a finding',
  'assessment.changesAnswered': 'Surroundings changed: proposed review', 'assessment.reviewOf': 'Begun as a review of', 'assessment.mapFrame': 'Map as framed for print', 'assessment.carried': 'Taken over from the record before',
  'assessment.views': 'Views on the decision', 'assessment.views.agree': 'Whether the agencies agree', 'assessment.views.notAskedWhy': 'Why the agencies were not asked', 'assessment.views.dissents': 'Disagreement', 'assessment.views.landlord': 'Landlord’s view', 'assessment.signed': 'Signatures',
  'assessment.outcome': 'Decision', 'assessment.outcome.reasons': 'Decision: reasons', 'assessment.outcome.otherWay': 'Decision: what points the other way',
  'assessment.outcome.conditions': 'Decision: conditions', 'assessment.outcome.victimOrConditionConflict': 'Conflict with a victim or a condition',
  'assessment.outcome.conflictAnsweredBy': 'Conflict answered by', 'assessment.outcome.homeChanges': 'Decision: what is changed', 'assessment.outcome.refusalNumber': 'Refusal in a row', 'assessment.outcome.whoIsTold': 'Who is told',
  'assessment.review': 'Review', 'assessment.review.reviewOn': 'Date of review', 'assessment.review.retentionRule': 'Retention rule',
};

const LABELS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(CATEGORIES).map(([id, { plural }]) => [id, plural]));

/** What the next step of a path is called, where the part has terms of its own. */
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'assessment.children': { livingHere: 'a child lives here', visiting: 'a child visits', minded: 'a child is minded here' },
  'assessment.formulation.frame': Object.fromEntries(Object.entries(FRAME_PARTS).map(([id, { label }]) => [id, label])), 'assessment.formulation.tools': RISK_TOOLS,
  'assessment.placement.tonight.checks': INTERIM_CHECKS, 'assessment.placement.run.answers': RUN_PLACE, 'assessment.placement.household': HOUSEHOLD, 'assessment.placement.release.told': RELEASE_TOLD,
  'person.orders': ORDERS, 'person.behaviours': BEHAVIOURS, 'assessment.changes': CHANGES, 'assessment.clocks.agencies': CHECK_AGENCIES, 'assessment.homeVisit.answers': HOME_TOPICS,
  'assessment.agencies.contacts': CHECK_AGENCIES, 'assessment.agencies.databases': Object.fromEntries(Object.entries(DATABASES).map(([id, { label }]) => [id, label])),
  'assessment.property.building.features': BUILDING_FEATURES, 'assessment.property.building.hostel.features': HOSTEL_FEATURES, 'assessment.neighbours.answers': NEIGHBOUR_QUESTIONS,
};

/** A changed field's path in words, e.g. 'assessment.checks.cctv.note' → 'Check: CCTV'; a path that nobody named stands as it is. */
export function fieldWords(path: string): string {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const part = steps.slice(0, length).join('.');
    const words = WORDS[part];
    if (words === undefined) continue;
    const [next = '', terms = LABELS] = [steps[length], TERMS[part]];
    return Object.hasOwn(terms, next) ? `${words}: ${terms[next] ?? next}` : words;
  }
  return path;
}
