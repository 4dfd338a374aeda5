import { type CheckAgencyId, INTERIM_CHECKS, type Outcome } from '@/terms';

/**
 * What each recipient MAY have of a record: every field is named, and what is not named stays out, also what a later Steading adds. `*`: each key or item;
 * `**`: all of it (answers of the area pack, a position). The choice is Steading's own, to be read by an office beside its memorandum of understanding.
 * In none: the history of changes, how the map is framed for print, what became of the record's keeping, what a review took over, who else had a copy, who signed it (a key answers for the record here, not for what another team makes of it), what the standard asked (the receiver's Steading asks anew), our officers' names as starters.
 */
const of = (start: string, names: string): readonly string[] => names.split(' ').map((name) => `${start}.${name}`);

const PLACE = of('address', 'text flat floor postcode');
const WHOLE_PLACE = [...PLACE, ...of('address', 'uprn position.**'), 'assessment.addressKind'];
const WHOLE_PERSON = of('person', 'reference category level registered supervision orders.* behaviours.* under18 renewalOn');
const BEGUN = of('assessment', 'reference startedAt');
const TRIGGER = of('assessment', 'trigger.kind trigger.occurredOn trigger.agency trigger.event trigger.note changes.* lastEra.answer lastEra.on lastReview.answer lastReview.on');
/** Which place, and whether it is slept in before the ERA: what a panel decides on. */
const INTERIM = (part: 'answer' | 'note') => Object.keys(INTERIM_CHECKS).map((id) => `assessment.placement.tonight.checks.${id}.${part}`);
const PLACEMENT = [...INTERIM('answer'), ...of('assessment.placement', 'setting settingNote tonight.needed tonight.holds tonight.agreedBy tonight.agreedOn tonight.movesOnBy boundary.crosses boundary.from boundary.to boundary.takenOver release.kind release.day release.returnsOn release.ifNone')];
/** Whom a condition on residence keeps somebody from may be read out of its words (digest, harm 1). */
const RELEASE = of('assessment.placement.release', 'mayMove from host hostAgrees told.prison.answer told.prison.note told.mappa.answer told.mappa.note condition conditionSays');
const WHOLE_PLACEMENT = [...PLACEMENT, ...RELEASE, ...INTERIM('note'), ...of('assessment.placement', 'run.answers.* run.source run.knownOn run.managerTold.decision run.managerTold.why run.managerTold.to run.managerTold.on boundary.toldOn boundary.toldWhom household.*')];
const CONDUCT = of('assessment.conduct', 'decision rationale otherWay reliedOn interimControls ground partsLeftOut.* leftOutWhat authorisedBy authorisedOn reopenOn');
const CLOCKS = of('assessment.clocks', 'movedOn releaseOn voidHeldUntil bidClosesOn agencies.*.startedOn agencies.*.event agencies.*.answeredOn extensions.*.deadlineId extensions.*.to extensions.*.reason extensions.*.decidedOn extensions.*.by');
const PROPERTY = of('assessment.property', 'kind size tenure landlord rooms building.entrance building.features.* building.closeAndStair building.sightLines.*.addedId building.sightLines.*.text building.sightLines.*.kind building.hostel.rooms building.hostel.features.* building.hostel.visitors source knownOn fromProfile.organisation fromProfile.role fromProfile.profiledOn fromProfile.staleOn fromProfile.usedAt');
/** Digest, harm 8: for Responsible Authorities. Other people of concern (harm 9) are in no profile: the police are asked. */
const NEIGHBOURS = of('assessment.neighbours', 'answers.* source knownOn');
const CONTACT = of('assessment.children', 'livingHere visiting minded');
const FOLLOW_UPS = of('assessment.children', 'referral.decision referral.why referral.to referral.on disclosure.decision disclosure.why disclosure.to disclosure.on');
const JUDGED = of('assessment', 'judgements.*.relevance judgements.*.reason exceptions.*.relevance exceptions.*.reason checks.*.answer checks.*.note');
const ADDED = of('assessment.addedSites.*', 'addedId name category where point.** basis source knownOn');
const CHECKED = [...of('assessment.agencies', 'contacts.* databases.*').flatMap((row) => of(row, 'reply askedOn answeredOn how by what note why')), ...of('assessment.agencies.ownChecks.*', 'checkId agency name')];
/** Without our officers' names, and without what our log says of its purpose. */
const ASKED_OF_LANDLORDS = [...of('assessment.propertyRequests.*', 'requestId reference recipient place questions.* madeOn expiresOn state'), ...of('assessment.propertyRequests.*.reply', 'answers.* by answeredOn')];
/** What an agency told stays with those who asked it. */
const GRADES = CHECKED.filter((field) => !/\.(?:by|what|note|why)$/u.test(field));
/** No agency learns from us what another one said. */
const ownRow = (agency: CheckAgencyId) => of(`assessment.agencies.contacts.${agency}`, 'reply askedOn answeredOn');
const MET = of('assessment.physicalCheck.visits.*', 'visitId on from to byRole inPairs secondRole outcome whyNot whyNotNote schoolRun.walked schoolRun.seen looked.*.answer looked.*.note looked.*.at sites.*.found sites.*.note sites.*.where sites.*.point.** sites.*.listed sites.*.at');
const RISKS = of('assessment.physicalCheck.risks', 'community person');
/** Who wrote it down, where staff were and what endangers them. */
const OF_STAFF = ['assessment.physicalCheck.risks.staff', ...of('assessment.physicalCheck.visits.*', 'by back.expectedAt back.checkedInAt back.heldBy')];
/** Neighbours and visitors (digest, harm 8): for the Responsible Authorities. */
const AT_HOME = of('assessment.homeVisit', 'answers.*.answer answers.*.text changed.* source on reviews.*.reviewId reviews.*.reference reviews.*.changed reviews.*.at reviews.*.by');
/** Findings tell what agencies, visits and the household told, and whether a victim is why: for the Responsible Authorities alone. What is done about nearby households is named without its parts, so that none of it goes: those have a clock, and this would outlive it elsewhere (harm 8). */
const WEIGHED = of('assessment.formulation', 'dealings.neighbours frame.* tools.*.outcome tools.*.on tools.*.by dealings.*.how dealings.*.what dealings.*.owner dealings.*.dueOn dealings.*.reason dealings.*.read');
const DECIDED = of('assessment.outcome', 'decision decidedOn');
/** A landlord may sit on the panel: whether a victim or a condition is why is for the Responsible Authorities (digest, harm 1). */
const PANEL_DECISION = of('assessment.outcome', 'decision reasons otherWay conditions homeChanges.* insteadWhat insteadRiskier insteadWhy refusalNumber whoIsTold decidedOn decidedBy');
/** The panel's own words go to the panel and the Responsible Authorities; which other candidates there were goes with them by reference alone. */
const PANEL = of('assessment.panels.*', 'answerId panelId on name attendance.*.agency attendance.*.role quorate quorumNote interests beside.*.assessmentId beside.*.reference views.*.agency views.*.view needs manageable offered why ifNone dissent at by');
const WHOLE_DECISION = [...PANEL_DECISION, ...of('assessment.outcome', 'victimOrConditionConflict conflictAnsweredBy')];

/** Disagreement between agencies is for the Responsible Authorities and their Strategic Oversight Group (NASSO-2019 7.2). */
const VIEWS = of('assessment.views', 'agree notAskedWhy dissents.*.dissentId dissents.*.agency dissents.*.view dissents.*.by dissents.*.on dissents.*.escalated dissents.*.escalatedWhy dissents.*.escalatedOn dissents.*.result landlord.view landlord.words landlord.by landlord.on');

export interface Profile {
  readonly label: string;
  /** For whom, and why it ends where it ends. */
  readonly forWhom: string;
  readonly fields: readonly string[];
}

export const PROFILES = {
  ra: {
    label: 'Responsible Authority: the full record',
    forWhom: 'Police, local authority, Scottish Prison Service; a health board for a restricted patient. They hold the responsibility.',
    fields: [
      ...BEGUN, ...WHOLE_PLACE, ...WHOLE_PERSON, ...TRIGGER, ...WHOLE_PLACEMENT, 'assessment.local.*', ...CONDUCT, ...CLOCKS, ...PROPERTY, ...NEIGHBOURS, ...CONTACT, ...of('assessment.children', 'source knownOn'), ...FOLLOW_UPS,
      ...of('assessment.statements.*', 'statementId kind about text source on'), 'assessment.surroundings.**', ...JUDGED, ...ADDED, 'assessment.splits.*.reason', ...CHECKED, ...ASKED_OF_LANDLORDS, ...WEIGHED, ...WHOLE_DECISION, ...VIEWS, ...PANEL, ...MET, ...RISKS, ...OF_STAFF, ...AT_HOME,
      ...of('assessment.review', 'reviewOn why retentionRule'),
    ],
  },
  panel: {
    label: 'Panel: what the decision rests on',
    forWhom: 'The MAPPA meeting or housing panel. Without the statements about single people, the agencies’ clocks, the raw look-up, what was said on home visits and what endangers staff.',
    fields: [
      ...BEGUN, ...WHOLE_PLACE, ...of('person', 'reference category level registered supervision orders.* under18'), ...TRIGGER, ...PLACEMENT, 'assessment.clocks.releaseOn', ...CONDUCT, ...PROPERTY, ...CONTACT, ...JUDGED, ...ADDED, ...GRADES, ...PANEL_DECISION, ...PANEL, ...MET, ...RISKS,
      ...of('assessment.review', 'reviewOn why'),
    ],
  },
  health: {
    label: 'Health: a duty to co-operate',
    forWhom: 'A health board, other than for a restricted patient. Who and where, and what is agreed; no judgements, no reasons.',
    fields: [...BEGUN, ...PLACE, 'assessment.addressKind', ...of('person', 'reference category level supervision under18'), ...of('assessment.trigger', 'kind occurredOn'), ...ownRow('nhs'), ...DECIDED, ...of('assessment.outcome', 'conditions whoIsTold'), 'assessment.review.reviewOn'],
  },
  education: {
    label: 'Education',
    forWhom: 'What bears on schools and nurseries: where, contact with children as yes, no or not known, and what is agreed.',
    fields: [...BEGUN, ...PLACE, 'assessment.addressKind', ...of('person', 'reference level'), ...CONTACT, ...of('assessment.children.referral', 'decision on'), ...ownRow('education'), ...DECIDED, 'assessment.outcome.conditions', 'assessment.review.reviewOn'],
  },
  rsl: {
    label: 'RSL Link Officer',
    forWhom: 'A registered social landlord: the property and the decision. What it answered itself. No reference of the person, no reasons, no conditions in free text: the lead agency speaks of those.',
    fields: [...BEGUN, ...PLACE, 'address.uprn', 'assessment.addressKind', ...ownRow('rsl'), ...PROPERTY, ...DECIDED, 'assessment.review.reviewOn'],
  },
} as const satisfies Record<string, Profile>;

export type ProfileId = keyof typeof PROFILES;

export const isProfileId = (id: string | null): id is ProfileId => id !== null && Object.hasOwn(PROFILES, id);

/** Digest, harm 1: a refusal with reasons can tell who a victim is. */
export const REASONS_HELD = 'Not manageable; reasons held by the lead agency.';

/** Instead of reasons, to whoever may not have them. */
export const withholdsReasons = (profile: Profile, outcome: Outcome | null): boolean => outcome === 'notManageable' && !profile.fields.includes('assessment.outcome.reasons');
