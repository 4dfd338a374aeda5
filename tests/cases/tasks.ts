import { type Assessment, type CaseFileToday, newVisit, noAgencyAnswers, noPlacement, noRelease, noReply, type Placement, emptyProperty, noNeighbours, type Release, type Reply, type TaskId, type TaskState } from '@/record';
import { INTERIM_CHECKS } from '@/terms';
import { ADDRESS, ALL_ANSWERED, ALONE, BEFORE_AGENCIES, begunBefore, CONDUCTED, HOME_LEAVE, LOCAL, NOT_CONDUCTED, NOT_IN_FULL, PERSON, PROPERTY, RELEASED, SIGNED, WALKED } from './caseFile';

export interface TaskCase {
  /** A sentence: what the task does. */
  readonly name: string;
  readonly task: TaskId;
  readonly from: Assessment;
  readonly change?: (assessment: Assessment) => Assessment;
  readonly rest?: Partial<CaseFileToday>;
  readonly state: TaskState['state'];
  /** Exactly these fields are missing. */
  readonly missing?: readonly string[];
}

const part = <K extends 'conduct' | 'outcome' | 'review' | 'trigger' | 'children' | 'changes' | 'lastEra' | 'lastReview' | 'clocks'>(key: K, fields: Partial<Assessment[K]>) => (assessment: Assessment): Assessment => ({ ...assessment, [key]: { ...assessment[key], ...fields } });
type Change = (assessment: Assessment) => Assessment;
const all = (...changes: readonly Change[]): Change => (assessment) => changes.reduce((one, change) => change(one), assessment);
/** At home, something in the environment has changed: left to the agencies. */
const environment = all(part('trigger', { kind: 'environmentChanged' }), part('changes', { environment: 'yes' }));
const notAuthorised = part('conduct', { authorisedBy: '', authorisedOn: null });
const DECIDED = { decision: 'notNeeded', why: 'Known to them already.', to: '', on: null } as const;
const EXTENSION = { deadlineId: 'solo', to: '2026-03-12', reason: 'Complex.', decidedOn: '2026-03-04', by: 'E. Fyfe' };
const refused = part('outcome', { decision: 'notManageable' });
const INSTEAD = { insteadWhat: 'Stays in the hostel.', insteadRiskier: 'yes', insteadWhy: 'Contact with others.', whoIsTold: 'SOLO' } as const;

const agencies = (answers: NonNullable<Assessment['agencies']>): Change => (assessment) => ({ ...assessment, agencies: answers });
const contact = (id: keyof typeof ALL_ANSWERED.contacts, row: Partial<Reply>): Change => agencies({ ...ALL_ANSWERED, contacts: { ...ALL_ANSWERED.contacts, [id]: { ...noReply, ...row } } });
const database = (id: string, row: Partial<Reply>): Change => agencies({ ...ALL_ANSWERED, databases: { ...ALL_ANSWERED.databases, [id]: { ...noReply, ...row } } });
const leftOut = (what: 'agencyContacts' | 'databaseChecks'): Change => (assessment) => ({ ...assessment, conduct: { ...assessment.conduct, partsLeftOut: [what] } });
const SAID = { reply: 'noTrace', answeredOn: '2026-03-06', how: 'email', by: 'Sergeant' } as const;

const placed = (placement: Partial<Placement>) => (one: Assessment): Assessment => ({ ...one, placement: { ...(one.placement ?? noPlacement), ...placement } });
const allInterim = (answer: 'done') => Object.fromEntries(Object.keys(INTERIM_CHECKS).map((id) => [id, { answer, note: '' }])) as Placement['tonight']['checks'];
const released = (release: Partial<Release>, from = RELEASED) => placed({ release: { ...(from.placement?.release ?? noRelease), ...release } });
const withoutRelease = ({ placement: { release: _, ...placement } = noPlacement, ...one }: Assessment): Assessment => ({ ...one, placement });
const withoutPlacement = ({ placement: _, ...one }: Assessment): Assessment => one;
const withoutHomeChanges = ({ homeChanges: _, ...outcome }: Assessment['outcome']): Assessment['outcome'] => outcome;
const ATTEMPT = { ...newVisit({ visitId: 'v0', on: '2026-03-04', from: '18:00', by: 'A. Bell', byRole: 'SOPU officer' }), inPairs: 'no', outcome: 'attempted', whyNot: 'nobodyIn' } as const;
const walked = (visit: Partial<NonNullable<Assessment['physicalCheck']>['visits'][number]>, risks = WALKED.risks): Assessment => ({ ...CONDUCTED, physicalCheck: { visits: WALKED.visits.map((one) => ({ ...one, ...visit })), risks } });
const looked = (looks: NonNullable<Assessment['physicalCheck']>['visits'][number]['looked']) => walked({ looked: { ...WALKED.visits[0]?.looked, ...looks } });
const NOTHING = { answer: 'nothing', text: '' } as const;
const atHome = (homeVisit: Partial<NonNullable<Assessment['homeVisit']>>): Assessment => ({
  ...CONDUCTED, addressKind: 'livedIn', homeVisit: { answers: { housing: NOTHING, neighbours: NOTHING, visitors: NOTHING, changes: NOTHING }, changed: [], source: 'Home visit, the individual', on: '2026-03-05', reviews: [], ...homeVisit },
});

export const TASK_CASES: readonly TaskCase[] = [
  ...(['address', 'person', 'trigger', 'placement', 'conduct', 'property', 'children', 'sites', 'agencies', 'outcome', 'review'] as const).flatMap((task): TaskCase[] => [
    { name: `${task} is done in a full record`, task, from: CONDUCTED, state: 'done', missing: [] },
    { name: `${task} is done in a full record of an ERA that is not in full`, task, from: NOT_IN_FULL, state: 'done', missing: [] },
  ]),
  { name: 'physical check is done with one visit on which every kind of place was dealt with', task: 'physicalCheck', from: CONDUCTED, state: 'done' },
  { name: 'physical check is not asked of an ERA that leaves it out', task: 'physicalCheck', from: NOT_IN_FULL, state: 'notNeeded' },
  { name: 'physical check is asked of an ERA that leaves another part out', task: 'physicalCheck', from: { ...NOT_IN_FULL, physicalCheck: { ...WALKED, visits: [] } }, change: part('conduct', { partsLeftOut: ['databaseChecks'] }), state: 'inProgress', missing: ['physicalCheck.visits'] },
  { name: 'physical check is not asked where no ERA is conducted', task: 'physicalCheck', from: NOT_CONDUCTED, state: 'notNeeded' },
  { name: 'physical check is not asked where there is no address yet', task: 'physicalCheck', from: { ...CONDUCTED, addressKind: 'none' }, state: 'notNeeded' },
  { name: 'physical check is not asked of a record begun before it', task: 'physicalCheck', from: begunBefore(CONDUCTED), state: 'notNeeded' },
  { name: 'physical check is not done by attempts, however many', task: 'physicalCheck', from: { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [ATTEMPT, { ...ATTEMPT, visitId: 'v2' }] } }, state: 'inProgress', missing: ['physicalCheck.visits'] },
  { name: 'physical check is done where an attempt was followed by a visit', task: 'physicalCheck', from: { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [ATTEMPT, ...WALKED.visits] } }, state: 'done' },
  { name: 'physical check asks why an attempt was not done', task: 'physicalCheck', from: { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [{ ...ATTEMPT, whyNot: null }, ...WALKED.visits] } }, state: 'inProgress', missing: ['physicalCheck.visits.0.whyNot'] },
  { name: 'physical check asks for words where the attempt failed for something else', task: 'physicalCheck', from: { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [...WALKED.visits, { ...ATTEMPT, whyNot: 'other' }] } }, state: 'inProgress', missing: ['physicalCheck.visits.1.whyNotNote'] },
  { name: 'physical check asks to end a visit that is under way', task: 'physicalCheck', from: walked({ outcome: null }), state: 'inProgress', missing: ['physicalCheck.visits', 'physicalCheck.visits.0.outcome'] },
  { name: 'physical check asks for day, who and whether two went', task: 'physicalCheck', from: walked({ on: null, byRole: ' ', inPairs: null }), state: 'inProgress', missing: ['physicalCheck.visits.0.on', 'physicalCheck.visits.0.byRole', 'physicalCheck.visits.0.inPairs'] },
  { name: 'physical check asks who the second was', task: 'physicalCheck', from: walked({ inPairs: 'yes' }), state: 'inProgress', missing: ['physicalCheck.visits.0.secondRole'] },
  { name: 'physical check does not take a visit of tomorrow', task: 'physicalCheck', from: walked({ on: '2026-03-21' }), state: 'inProgress', missing: ['physicalCheck.visits.0.on'] },
  { name: 'physical check asks whether it was at school-run time', task: 'physicalCheck', from: walked({ schoolRun: { walked: null, seen: '' } }), state: 'inProgress', missing: ['physicalCheck.visits.0.schoolRun'] },
  { name: 'physical check asks who holds the time at which one is expected back', task: 'physicalCheck', from: walked({ back: { expectedAt: '09:30', checkedInAt: null, heldBy: '' } }), state: 'inProgress', missing: ['physicalCheck.visits.0.back.heldBy'] },
  { name: 'physical check asks for each kind of place that nobody looked for', task: 'physicalCheck', from: looked({ shop: { answer: null, note: '', at: null } }), state: 'inProgress', missing: ['physicalCheck.looked'] },
  { name: 'physical check asks for the kinds of place of the local protocol', task: 'physicalCheck', from: CONDUCTED, rest: { protocol: LOCAL }, state: 'inProgress', missing: ['physicalCheck.looked'] },
  { name: 'physical check takes the answer of an agency for a kind of place of the local protocol', task: 'physicalCheck', from: { ...CONDUCTED, checks: { ...CONDUCTED.checks, 'school-bus-stop': { answer: 'notSeen', note: '' } } }, rest: { protocol: LOCAL }, state: 'done' },
  { name: 'sites takes what the walk-round saw for a kind of place of the local protocol', task: 'sites', from: looked({ 'school-bus-stop': { answer: 'seen', note: 'At the corner.', at: null } }), change: (one) => ({ ...one, checks: { ...one.checks, 'community-safety': { answer: 'notSeen', note: '' } } }), rest: { protocol: LOCAL }, state: 'done' },
  { name: 'physical check takes could not check with its reason', task: 'physicalCheck', from: looked({ cctv: { answer: 'couldNotCheck', note: 'Too dark.', at: null } }), state: 'done' },
  { name: 'physical check asks why something could not be checked', task: 'physicalCheck', from: looked({ cctv: { answer: 'couldNotCheck', note: '', at: null } }), state: 'inProgress', missing: ['physicalCheck.looked'] },
  { name: 'physical check asks where a place really is that was met elsewhere', task: 'physicalCheck', from: walked({ sites: { 'school:2': { found: 'elsewhere', note: '', where: '', point: null, listed: '2. Linnhead Academy', at: null } } }), state: 'inProgress', missing: ['physicalCheck.looked'] },
  { name: 'physical check asks nothing more of a place that is closed', task: 'physicalCheck', from: walked({ sites: { 'school:2': { found: 'closed', note: '', where: '', point: null, listed: '2. Linnhead Academy', at: null } } }), state: 'done' },
  { name: 'physical check asks for risks to the community and to the person, not to staff', task: 'physicalCheck', from: walked({}, { community: '', person: ' ', staff: '' }), state: 'inProgress', missing: ['physicalCheck.risks.community', 'physicalCheck.risks.person'] },
  { name: 'home visit is not asked of a proposed address', task: 'homeVisit', from: CONDUCTED, state: 'notNeeded' },
  { name: 'home visit is not asked of a record begun before it', task: 'homeVisit', from: begunBefore(atHome({})), state: 'notNeeded' },
  { name: 'home visit is done with every question answered', task: 'homeVisit', from: atHome({}), state: 'done' },
  { name: 'home visit asks each question', task: 'homeVisit', from: { ...atHome({ answers: {}, source: '', on: null }) }, state: 'notStarted', missing: ['homeVisit.answers.housing', 'homeVisit.answers.neighbours', 'homeVisit.answers.visitors', 'homeVisit.answers.changes'] },
  { name: 'home visit takes not asked with its reason', task: 'homeVisit', from: atHome({ answers: Object.fromEntries(['housing', 'neighbours', 'visitors', 'changes'].map((topic) => [topic, { answer: 'notAsked', text: 'Nobody in.' }])), source: '', on: null }), state: 'done' },
  { name: 'home visit asks why it was not asked, and what there is to report', task: 'homeVisit', from: atHome({ answers: { housing: { answer: 'notAsked', text: '' }, neighbours: { answer: 'told', text: '' }, visitors: NOTHING, changes: NOTHING } }), state: 'inProgress', missing: ['homeVisit.answers.housing.text', 'homeVisit.answers.neighbours.text'] },
  { name: 'home visit asks what has changed, its source and its day', task: 'homeVisit', from: atHome({ answers: { housing: NOTHING, neighbours: NOTHING, visitors: NOTHING, changes: { answer: 'told', text: 'A lodger.' } }, source: '', on: null }), state: 'inProgress', missing: ['homeVisit.changed', 'homeVisit.source', 'homeVisit.on'] },
  { name: 'home visit does not take a day that lies ahead', task: 'homeVisit', from: atHome({ on: '2026-03-21' }), state: 'inProgress', missing: ['homeVisit.on'] },
  { name: 'address asks for a position', task: 'address', from: CONDUCTED, rest: { address: { ...ADDRESS, position: null } }, state: 'inProgress', missing: ['address.position'] },
  { name: 'address asks for the kind of address', task: 'address', from: { ...CONDUCTED, addressKind: null }, state: 'inProgress', missing: ['assessment.addressKind'] },
  { name: 'address takes a postcode as a position, though an imprecise one', task: 'address', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9, lat: 55.8 }, precision: 'postcode', from: 'search' } } }, state: 'done' },
  { name: 'person takes not known as an answer', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, registered: 'unknown' } }, state: 'done' },
  { name: 'person asks for what nobody has answered', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, registered: null, supervision: null } }, state: 'inProgress', missing: ['person.registered', 'person.supervision'] },
  { name: 'person does not take blanks for a reference', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, reference: '  ' } }, state: 'inProgress', missing: ['person.reference'] },
  { name: 'person asks for every order once, though several are not answered', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, orders: { ...PERSON.orders, shpo: null, sro: null } } }, state: 'inProgress', missing: ['person.orders'] },
  { name: 'person asks for every behaviour once', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, behaviours: { ...PERSON.behaviours, inciting: null } } }, state: 'inProgress', missing: ['person.behaviours'] },
  { name: 'person takes not known of an order and of a behaviour', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, orders: { ...PERSON.orders, shpo: 'unknown' }, behaviours: { ...PERSON.behaviours, other: 'unknown' } } }, state: 'done' },
  { name: 'property asks for kind, way in and tenure, and for nothing else', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, property: emptyProperty }), state: 'notStarted', missing: ['property.kind', 'property.building.entrance', 'property.tenure'] },
  { name: 'property takes not known for all of them', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, property: { ...emptyProperty, kind: 'unknown', tenure: 'unknown', building: { ...emptyProperty.building, entrance: 'unknown' } } }), state: 'done' },
  { name: 'property is not asked of a record that was begun before', task: 'property', from: CONDUCTED, change: ({ property: _, neighbours: __, othersOfConcern: ___, ...rest }) => rest, state: 'notNeeded', missing: [] },
  { name: 'property is not asked where no ERA is conducted', task: 'property', from: NOT_CONDUCTED, state: 'notNeeded', missing: [] },
  { name: 'property asks nothing where there is no address yet', task: 'property', from: { ...CONDUCTED, addressKind: 'none' }, change: (one) => ({ ...one, property: emptyProperty }), state: 'done' },
  { name: 'property asks who said of nearby households, and when', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, neighbours: { ...noNeighbours, answers: { ...noNeighbours.answers, childrenInStair: 'no' } } }), state: 'inProgress', missing: ['neighbours.source', 'neighbours.knownOn'] },
  { name: 'property asks no source for not known', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, neighbours: { ...noNeighbours, answers: { ...noNeighbours.answers, childrenInStair: 'unknown' } } }), state: 'done' },
  { name: 'property asks on which day the police answered', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, othersOfConcern: { answer: 'no', answeredOn: null } }), state: 'inProgress', missing: ['othersOfConcern.answeredOn'] },
  { name: 'property takes ‘ask the police’ as it is', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, othersOfConcern: { answer: 'askPolice', answeredOn: null } }), state: 'done' },
  { name: 'property does not take days that lie ahead', task: 'property', from: CONDUCTED, change: (one) => ({ ...one, property: { ...PROPERTY, knownOn: '2026-03-21' }, othersOfConcern: { answer: 'no', answeredOn: '2026-03-21' } }), state: 'inProgress', missing: ['property.knownOn', 'othersOfConcern.answeredOn'] },
  { name: 'trigger asks what has happened where it is something else', task: 'trigger', from: CONDUCTED, change: part('trigger', { kind: 'other' }), state: 'inProgress', missing: ['trigger.note'] },
  { name: 'trigger is done at home with every answer', task: 'trigger', from: NOT_CONDUCTED, state: 'done', missing: [] },
  { name: 'trigger asks at home what has changed', task: 'trigger', from: NOT_CONDUCTED, change: part('changes', { household: null }), state: 'inProgress', missing: ['changes'] },
  { name: 'trigger takes not known of a change', task: 'trigger', from: NOT_CONDUCTED, change: part('changes', { household: 'unknown' }), state: 'done' },
  { name: 'trigger asks at home for the last ERA', task: 'trigger', from: NOT_CONDUCTED, change: part('lastEra', { answer: null, on: null }), state: 'inProgress', missing: ['lastEra.answer'] },
  { name: 'trigger asks for the date of the last ERA', task: 'trigger', from: NOT_CONDUCTED, change: part('lastEra', { on: null }), state: 'inProgress', missing: ['lastEra.on'] },
  { name: 'trigger asks for no review where there never was an ERA', task: 'trigger', from: NOT_CONDUCTED, change: all(part('lastEra', { answer: 'never', on: null }), part('lastReview', { answer: null, on: null })), state: 'done' },
  { name: 'trigger asks for the last review of an ERA that was done', task: 'trigger', from: NOT_CONDUCTED, change: part('lastReview', { answer: null, on: null }), state: 'inProgress', missing: ['lastReview.answer'] },
  { name: 'trigger does not take an ERA that lies after the day it was begun', task: 'trigger', from: NOT_CONDUCTED, change: all(part('lastEra', { on: '2026-03-03' }), part('lastReview', { answer: 'never', on: null })), state: 'inProgress', missing: ['lastEra.on'] },
  { name: 'trigger takes an ERA of the day on which it was begun', task: 'trigger', from: NOT_CONDUCTED, change: all(part('lastEra', { on: '2026-03-02' }), part('lastReview', { answer: 'never', on: null })), state: 'done' },
  { name: 'trigger does not take a review that lies after the day it was begun', task: 'trigger', from: NOT_CONDUCTED, change: part('lastReview', { on: '2026-03-03' }), state: 'inProgress', missing: ['lastReview.on'] },
  { name: 'trigger does not take a review before the ERA', task: 'trigger', from: NOT_CONDUCTED, change: part('lastReview', { on: '2024-04-01' }), state: 'inProgress', missing: ['lastReview.on'] },
  { name: 'trigger asks nothing of before at an address between which and others the person moves, while it is new', task: 'trigger', from: { ...CONDUCTED, addressKind: 'several' }, state: 'done' },
  { name: 'trigger asks about before on release to one of several addresses', task: 'trigger', from: { ...CONDUCTED, addressKind: 'several' }, change: part('trigger', { kind: 'release' }), state: 'inProgress', missing: ['changes', 'lastEra.answer'] },
  { name: 'trigger asks nothing of before where there is no address yet', task: 'trigger', from: { ...CONDUCTED, addressKind: 'none' }, change: part('trigger', { kind: 'personChanged' }), state: 'done' },
  { name: 'trigger asks for the renewal from which the annual review counts', task: 'trigger', from: NOT_CONDUCTED, rest: { person: { ...PERSON, renewalOn: null } }, state: 'inProgress', missing: ['person.renewalOn'] },
  { name: 'trigger asks for no renewal on another event', task: 'trigger', from: CONDUCTED, rest: { person: { ...PERSON, renewalOn: null } }, state: 'done' },
  { name: 'trigger asks what the local protocol asks on this event', task: 'trigger', from: CONDUCTED, rest: { protocol: LOCAL }, state: 'inProgress', missing: ['local.young-adult', 'local.relet'] },
  { name: 'trigger leaves out what the local protocol asks on another event', task: 'trigger', from: NOT_CONDUCTED, rest: { protocol: LOCAL }, state: 'inProgress', missing: ['local.relet'] },
  { name: 'trigger takes not known for an answer to the local protocol', task: 'trigger', from: { ...CONDUCTED, local: { 'young-adult': 'unknown', relet: 'no' } }, rest: { protocol: LOCAL }, state: 'done' },
  { name: "trigger asks which event started an agency's own clock", task: 'trigger', from: CONDUCTED, change: part('clocks', { agencies: { nhs: { startedOn: '2026-03-03', event: '', answeredOn: null } } }), state: 'inProgress', missing: ['clocks.agencies.nhs.event'] },
  { name: "trigger does not take an agency's answer before its clock started", task: 'trigger', from: CONDUCTED, change: part('clocks', { agencies: { nhs: { startedOn: '2026-03-03', event: 'Letter', answeredOn: '2026-03-02' } } }), state: 'inProgress', missing: ['clocks.agencies.nhs.answeredOn'] },
  { name: 'trigger takes an extension with its reason', task: 'trigger', from: CONDUCTED, change: part('clocks', { extensions: [EXTENSION] }), state: 'done' },
  { name: 'trigger asks for the reason of an extension, its day and who decided it', task: 'trigger', from: CONDUCTED, change: part('clocks', { extensions: [{ ...EXTENSION, to: null, reason: ' ', by: '' }] }), state: 'inProgress', missing: ['clocks.extensions.0.to', 'clocks.extensions.0.reason', 'clocks.extensions.0.by'] },
  { name: 'conduct asks for what points the other way when conducted', task: 'conduct', from: CONDUCTED, change: part('conduct', { otherWay: '' }), state: 'inProgress', missing: ['conduct.otherWay'] },
  { name: 'conduct asks no second officer when conducted', task: 'conduct', from: CONDUCTED, change: notAuthorised, state: 'done' },
  { name: 'conduct is done when not conducted and authorised', task: 'conduct', from: NOT_CONDUCTED, state: 'done', missing: [] },
  { name: 'conduct asks for a second officer where it is comply or explain', task: 'conduct', from: NOT_CONDUCTED, change: notAuthorised, state: 'inProgress', missing: ['conduct.authority'] },
  { name: 'conduct asks for a second officer where the requirement is unknown', task: 'conduct', from: NOT_CONDUCTED, change: notAuthorised, rest: { person: { ...PERSON, registered: 'unknown' } }, state: 'inProgress', missing: ['conduct.authority'] },
  { name: 'conduct asks for no second officer where it is discretionary', task: 'conduct', from: NOT_CONDUCTED, change: all(notAuthorised, environment), state: 'done' },
  { name: 'conduct does not take the officer who began as the second officer', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedBy: ' a. bell, sergeant' }), state: 'inProgress', missing: ['conduct.authorisedBy'] },
  { name: 'conduct takes the signature of a second officer, whoever began', task: 'conduct', from: SIGNED, change: (one) => ({ ...one, startedBy: 'E. Fyfe' }), state: 'done', missing: [] },
  { name: 'conduct asks for another signature where the reasons were changed after it', task: 'conduct', from: SIGNED, change: part('conduct', { rationale: 'Other words.' }), state: 'inProgress', missing: ['conduct.authority'] },
  { name: 'conduct takes the authority of the deciding officer alone, with a reason', task: 'conduct', from: ALONE, state: 'done', missing: [] },
  { name: 'conduct asks why the deciding officer is alone', task: 'conduct', from: ALONE, change: part('conduct', { authority: { by: 'self', name: 'A. Bell', role: 'sergeant', reason: ' ' } }), state: 'inProgress', missing: ['conduct.authority.reason'] },
  { name: 'conduct does not take an authority dated ahead', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedOn: '2026-03-21' }), state: 'inProgress', missing: ['conduct.authorisedOn'] },
  { name: 'conduct asks for a day ahead on which the question is opened again', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { reopenOn: '2026-03-02' }), state: 'inProgress', missing: ['conduct.reopenOn'] },
  { name: 'conduct asks what is relied on and what holds meanwhile', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { reliedOn: '', interimControls: ' ' }), state: 'inProgress', missing: ['conduct.reliedOn', 'conduct.interimControls'] },
  { name: 'conduct refuses the adult route for a person under 18', task: 'conduct', from: CONDUCTED, rest: { person: { ...PERSON, under18: 'yes' } }, state: 'inProgress', missing: ['conduct.decision'] },
  { name: 'conduct can be closed as not conducted for a person under 18', task: 'conduct', from: NOT_CONDUCTED, rest: { person: { ...PERSON, under18: 'yes' } }, state: 'done' },
  { name: 'conduct asks what is relied on and what holds when conducted', task: 'conduct', from: CONDUCTED, change: part('conduct', { reliedOn: '', interimControls: '' }), state: 'inProgress', missing: ['conduct.reliedOn', 'conduct.interimControls'] },
  { name: 'conduct asks for the ground of not conducting', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { ground: null }), state: 'inProgress', missing: ['conduct.ground'] },
  { name: 'conduct asks which parts are left out', task: 'conduct', from: NOT_IN_FULL, change: part('conduct', { partsLeftOut: [], leftOutWhat: '' }), state: 'inProgress', missing: ['conduct.partsLeftOut', 'conduct.leftOutWhat'] },
  { name: 'conduct asks ground, second officer and day of an ERA that is not in full', task: 'conduct', from: NOT_IN_FULL, change: part('conduct', { ground: null, authorisedBy: '', authorisedOn: null, reopenOn: null }), state: 'inProgress', missing: ['conduct.ground', 'conduct.authority', 'conduct.reopenOn'] },
  { name: 'conduct asks for no second officer where what is left out is discretionary', task: 'conduct', from: NOT_CONDUCTED, change: all(environment, notAuthorised, part('conduct', { decision: 'notInFull', partsLeftOut: ['databaseChecks'], leftOutWhat: 'Council tax.' })), state: 'done' },
  { name: 'conduct asks for a second officer where the physical check is left out though the ERA is discretionary', task: 'conduct', from: NOT_CONDUCTED, change: all(environment, notAuthorised, part('conduct', { decision: 'notInFull', partsLeftOut: ['physicalCheck'], leftOutWhat: 'The flat.' })), state: 'inProgress', missing: ['conduct.authority'] },
  { name: 'conduct takes a review that is not done at the annual review', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { decision: 'reviewNotDone' }), state: 'done' },
  { name: 'conduct takes a review that is not done where a year is past', task: 'conduct', from: NOT_CONDUCTED, change: all(environment, part('lastReview', { on: '2025-03-02' }), part('conduct', { decision: 'reviewNotDone' })), state: 'done' },
  { name: 'conduct does not take a review that is not done where none is due', task: 'conduct', from: NOT_CONDUCTED, change: all(environment, part('conduct', { decision: 'reviewNotDone' })), state: 'inProgress', missing: ['conduct.decision'] },
  { name: 'conduct is open again on the day on which the decision runs out', task: 'conduct', from: NOT_CONDUCTED, rest: { today: '2026-09-01' }, state: 'inProgress', missing: ['conduct.reopenOn'] },
  { name: 'conduct holds until the day before', task: 'conduct', from: NOT_CONDUCTED, rest: { today: '2026-08-31' }, state: 'done' },
  { name: 'conduct does not run out where an ERA is conducted', task: 'conduct', from: CONDUCTED, change: part('conduct', { reopenOn: '2026-03-10' }), state: 'done' },
  { name: 'conduct asks for a second officer where only the local protocol asks for an ERA', task: 'conduct', from: { ...NOT_CONDUCTED, local: { relet: 'yes' } }, change: all(environment, notAuthorised), rest: { protocol: LOCAL }, state: 'inProgress', missing: ['conduct.authority'] },
  { name: 'conduct refuses an ERA that is not in full for a person under 18', task: 'conduct', from: NOT_IN_FULL, rest: { person: { ...PERSON, under18: 'yes' } }, state: 'inProgress', missing: ['conduct.decision'] },
  { name: 'children is not started while nothing is answered', task: 'children', from: CONDUCTED, change: (one) => ({ ...part('children', { livingHere: null, visiting: null, minded: null, source: '', knownOn: null })(one), statements: [], placement: { ...noPlacement, setting: 'careHome' } }), state: 'notStarted', missing: ['children.livingHere', 'children.visiting', 'children.minded', 'children.source', 'children.knownOn'] },
  { name: 'children is asked also where no ERA is conducted', task: 'children', from: NOT_CONDUCTED, change: part('children', { visiting: null }), state: 'inProgress', missing: ['children.visiting'] },
  { name: 'children asks what a visit leads to', task: 'children', from: CONDUCTED, change: part('children', { visiting: 'yes' }), state: 'inProgress', missing: ['children.referral.decision', 'children.disclosure.decision'] },
  { name: 'children asks the same where it is not known', task: 'children', from: CONDUCTED, change: part('children', { minded: 'unknown' }), state: 'inProgress', missing: ['children.referral.decision', 'children.disclosure.decision'] },
  { name: 'children asks why, also of what is not decided yet', task: 'children', from: CONDUCTED, change: part('children', { visiting: 'yes', referral: { ...DECIDED, decision: 'notDecided', why: ' ' }, disclosure: DECIDED }), state: 'inProgress', missing: ['children.referral.why'] },
  { name: 'children takes not decided yet with its reason', task: 'children', from: CONDUCTED, change: part('children', { visiting: 'yes', referral: { ...DECIDED, decision: 'notDecided' }, disclosure: DECIDED }), state: 'done' },
  { name: 'children asks to whom and when a referral was made', task: 'children', from: CONDUCTED, change: part('children', { livingHere: 'yes', referral: { ...DECIDED, decision: 'made' }, disclosure: DECIDED }), state: 'inProgress', missing: ['children.referral.to', 'children.referral.on'] },
  { name: 'children does not take a disclosure dated ahead', task: 'children', from: CONDUCTED, change: part('children', { livingHere: 'yes', referral: DECIDED, disclosure: { decision: 'made', why: 'W', to: 'The landlord', on: '2026-03-21' } }), state: 'inProgress', missing: ['children.disclosure.on'] },
  { name: 'children asks for kind, role, words, source and date of a statement', task: 'children', from: { ...CONDUCTED, statements: [...CONDUCTED.statements, { statementId: 's2', kind: null, about: null, text: '', source: '', on: null }] }, state: 'inProgress', missing: ['statements.1.text', 'statements.1.kind', 'statements.1.about', 'statements.1.source', 'statements.1.on'] },
  { name: 'sites asks what the local protocol checks besides', task: 'sites', from: CONDUCTED, rest: { protocol: LOCAL }, state: 'inProgress', missing: ['checks.school-bus-stop.answer', 'checks.community-safety.answer'] },
  { name: 'sites asks for the note of a local check too', task: 'sites', from: { ...CONDUCTED, checks: { ...CONDUCTED.checks, 'school-bus-stop': { answer: 'there', note: '' }, 'community-safety': { answer: 'notSeen', note: '' } } }, rest: { protocol: LOCAL }, state: 'inProgress', missing: ['checks.school-bus-stop.note'] },
  { name: 'sites is wanted where the ERA is not in full', task: 'sites', from: { ...NOT_IN_FULL, checks: { ...CONDUCTED.checks, childminder: { answer: null, note: '' } } }, state: 'inProgress', missing: ['checks.childminder.answer'] },
  { name: 'sites is not needed where the review is not done', task: 'sites', from: NOT_CONDUCTED, change: part('conduct', { decision: 'reviewNotDone' }), state: 'notNeeded' },
  { name: 'outcome is not needed where the review is not done', task: 'outcome', from: NOT_CONDUCTED, change: part('conduct', { decision: 'reviewNotDone' }), state: 'notNeeded' },
  { name: 'sites asks to look around first', task: 'sites', from: { ...CONDUCTED, surroundings: null, judgements: {}, exceptions: {}, addedSites: [] }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks to look again when the pin has moved', task: 'sites', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9001, lat: 55.8 }, precision: 'building', from: 'pin' } } }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks to look again when the position is known less well', task: 'sites', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9, lat: 55.8 }, precision: 'street', from: 'pin' } } }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks for a judgement of a category with uncertain sites only', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, judgements: { ...one.judgements, nursery: { relevance: null, reason: '' } } }), state: 'inProgress', missing: ['judgements.nursery.relevance', 'judgements.nursery.reason'] },
  { name: 'sites asks for a judgement of a category that has only added sites', task: 'sites', from: CONDUCTED, change: ({ judgements: { shop: _, ...judgements }, ...one }) => ({ ...one, judgements }), state: 'inProgress', missing: ['judgements.shop.relevance', 'judgements.shop.reason'] },
  { name: 'sites asks for the reason of a site judged apart', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, exceptions: { 'school:2': { relevance: 'relevant', reason: '' } } }), state: 'inProgress', missing: ['exceptions.school:2.reason'] },
  { name: 'sites asks how an added place is known', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, addedSites: one.addedSites.map((site) => ({ ...site, basis: null, source: '' })) }), state: 'inProgress', missing: ['addedSites.0.basis', 'addedSites.0.source'] },
  { name: 'sites asks what only an agency can answer, as the walk-round answers the rest', task: 'sites', from: { ...CONDUCTED, checks: {} }, state: 'inProgress', missing: ['checks.childminder.answer', 'checks.childrensHome.answer'] },
  { name: 'sites asks for every check that no map can answer, of a record begun before the walk-round', task: 'sites', from: begunBefore({ ...CONDUCTED, checks: {} }), state: 'inProgress', missing: ['checks.cctv.answer', 'checks.childrensToys.answer', 'checks.childminder.answer', 'checks.childrensHome.answer'] },
  { name: 'sites asks why something could not be checked', task: 'sites', from: { ...CONDUCTED, checks: { ...CONDUCTED.checks, childminder: { answer: 'couldNotCheck', note: '' } } }, state: 'inProgress', missing: ['checks.childminder.note'] },
  { name: 'sites is not needed where no ERA is conducted', task: 'sites', from: NOT_CONDUCTED, state: 'notNeeded' },
  { name: 'outcome is not needed where no ERA is conducted', task: 'outcome', from: NOT_CONDUCTED, state: 'notNeeded' },
  { name: 'outcome asks for the conditions', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'manageableWithConditions' }), state: 'inProgress', missing: ['outcome.conditions'] },
  { name: 'outcome does not take an answer about conflict from a landlord', task: 'outcome', from: CONDUCTED, change: part('outcome', { conflictAnsweredBy: 'rsl' }), state: 'inProgress', missing: ['outcome.conflictAnsweredBy'] },
  { name: 'outcome takes not checked as an honest answer', task: 'outcome', from: CONDUCTED, change: part('outcome', { victimOrConditionConflict: 'notChecked', conflictAnsweredBy: null }), state: 'done' },
  { name: 'outcome asks what happens instead of a refused address', task: 'outcome', from: CONDUCTED, change: refused, state: 'inProgress', missing: ['outcome.insteadWhat', 'outcome.insteadRiskier', 'outcome.insteadWhy', 'outcome.refusalNumber', 'outcome.whoIsTold'] },
  { name: 'outcome counts no refusal where the person lives there', task: 'outcome', from: { ...CONDUCTED, addressKind: 'livedIn' }, change: part('outcome', { decision: 'notManageable', ...INSTEAD, homeChanges: ['plan'] }), state: 'done' },
  { name: 'outcome asks what changes for a lived-in address with conditions', task: 'outcome', from: { ...CONDUCTED, addressKind: 'livedIn' }, change: part('outcome', { decision: 'manageableWithConditions', conditions: 'C' }), state: 'inProgress', missing: ['outcome.homeChanges', 'outcome.insteadWhat', 'outcome.insteadRiskier', 'outcome.insteadWhy', 'outcome.whoIsTold'] },
  { name: 'outcome asks nothing instead for a proposed address with conditions', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'manageableWithConditions', conditions: 'C' }), state: 'done' },
  { name: 'outcome is done with every answer to a refusal', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'notManageable', ...INSTEAD, refusalNumber: 2 }), state: 'done' },
  { name: 'outcome asks only reasons, who and when of a withdrawal', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'withdrawn', otherWay: '', victimOrConditionConflict: null, conflictAnsweredBy: null }), state: 'done' },
  { name: 'outcome does not take a decision dated ahead', task: 'outcome', from: CONDUCTED, change: part('outcome', { decidedOn: '2026-03-21' }), state: 'inProgress', missing: ['outcome.decidedOn'] },
  { name: 'review asks for a day after the decision', task: 'review', from: CONDUCTED, change: part('review', { reviewOn: '2026-03-10' }), state: 'inProgress', missing: ['review.reviewOn'] },
  { name: 'review asks for a retention rule', task: 'review', from: CONDUCTED, change: part('review', { retentionRule: ' ' }), state: 'inProgress', missing: ['review.retentionRule'] },
  { name: 'review is not started while nothing is answered', task: 'review', from: CONDUCTED, change: part('review', { reviewOn: null, why: '', retentionRule: '' }), state: 'notStarted' },
  { name: 'outcome does not ask anew what is changed of a record decided before that was asked', task: 'outcome', from: { ...CONDUCTED, addressKind: 'livedIn', outcome: withoutHomeChanges(CONDUCTED.outcome) }, change: part('outcome', { decision: 'notManageable', ...INSTEAD }), state: 'done' },
  { name: 'placement asks of a home only what it is and whether it crosses a boundary', task: 'placement', from: CONDUCTED, change: (one) => ({ ...one, placement: noPlacement }), state: 'notStarted', missing: ['placement.setting', 'placement.boundary.crosses'] },
  { name: 'placement is never asked of a record that was begun before', task: 'placement', from: withoutPlacement(CONDUCTED), state: 'notNeeded' },
  { name: 'placement asks about no place where there is no address', task: 'placement', from: { ...CONDUCTED, addressKind: 'none' }, change: placed({ setting: null }), state: 'done' },
  { name: 'placement asks about tonight of a temporary address', task: 'placement', from: { ...CONDUCTED, addressKind: 'temporary' }, state: 'inProgress', missing: ['placement.tonight.needed'] },
  { name: 'placement asks about tonight on a release', task: 'placement', from: RELEASED, change: placed({ tonight: noPlacement.tonight }), state: 'inProgress', missing: ['placement.tonight.needed'] },
  { name: 'placement takes no for tonight', task: 'placement', from: { ...CONDUCTED, addressKind: 'temporary' }, change: placed({ tonight: { ...noPlacement.tonight, needed: 'no' } }), state: 'done' },
  {
    name: 'placement asks for every check of tonight, what holds and who agreed', task: 'placement', from: { ...CONDUCTED, addressKind: 'temporary' }, change: placed({ tonight: { ...noPlacement.tonight, needed: 'yes' } }), state: 'inProgress',
    missing: [...Object.keys(INTERIM_CHECKS).map((id) => `placement.tonight.checks.${id}.answer`), 'placement.tonight.holds', 'placement.tonight.agreedBy', 'placement.tonight.agreedOn'],
  },
  {
    name: 'placement takes not possible with its reason, and asks for it', task: 'placement', from: { ...CONDUCTED, addressKind: 'temporary' }, state: 'inProgress', missing: ['placement.tonight.checks.staff.note'],
    change: placed({ tonight: { ...noPlacement.tonight, needed: 'yes', holds: 'H', agreedBy: 'SOPU sergeant', agreedOn: '2026-03-20', checks: { ...allInterim('done'), staff: { answer: 'notPossible', note: ' ' } } } }),
  },
  { name: 'placement does not take an agreement dated ahead', task: 'placement', from: { ...CONDUCTED, addressKind: 'temporary' }, change: placed({ tonight: { ...noPlacement.tonight, needed: 'yes', holds: 'H', agreedBy: 'S', agreedOn: '2026-03-21', checks: allInterim('done') } }), state: 'inProgress', missing: ['placement.tonight.agreedOn'] },
  { name: 'placement asks who lives and works in a care home, and whether its manager is told', task: 'placement', from: CONDUCTED, change: placed({ setting: 'careHome' }), state: 'inProgress', missing: ['placement.run.answers', 'placement.run.source', 'placement.run.knownOn', 'placement.run.managerTold.decision'] },
  { name: 'placement asks for the areas of a move, and whether it was taken over', task: 'placement', from: CONDUCTED, change: placed({ boundary: { ...noPlacement.boundary, crosses: 'yes' } }), state: 'inProgress', missing: ['placement.boundary.from', 'placement.boundary.to', 'placement.boundary.toldWhom', 'placement.boundary.takenOver'] },
  { name: 'placement is done of a release whose day may move, with one body still to be told', task: 'placement', from: RELEASED, state: 'done', missing: [] },
  { name: 'placement is done of home leave', task: 'placement', from: HOME_LEAVE, state: 'done', missing: [] },
  {
    name: 'placement asks about a release that nobody has spoken of', task: 'placement', from: RELEASED, change: placed({ release: noRelease }), state: 'inProgress',
    missing: ['placement.release.kind', 'placement.release.day', 'placement.release.from', 'placement.release.told.prison.answer', 'placement.release.told.mappa.answer', 'placement.release.condition'],
  },
  { name: 'placement takes a day of release that nobody knows', task: 'placement', from: RELEASED, change: all(part('clocks', { releaseOn: null }), released({ day: 'notKnown', mayMove: '' })), state: 'done' },
  { name: 'placement asks for the day of a release that is set', task: 'placement', from: RELEASED, change: all(part('clocks', { releaseOn: null }), released({ day: 'set' })), state: 'inProgress', missing: ['clocks.releaseOn'] },
  { name: 'placement asks how a day may move', task: 'placement', from: RELEASED, change: released({ mayMove: ' ' }), state: 'inProgress', missing: ['placement.release.mayMove'] },
  { name: 'placement asks why somebody need not be told', task: 'placement', from: RELEASED, change: released({ told: { prison: { answer: 'notNeeded', note: '' }, mappa: { answer: 'told', note: 'Chair, 3 March' } } }), state: 'inProgress', missing: ['placement.release.told.prison.note'] },
  { name: 'placement asks what a condition asks, and takes not known', task: 'placement', from: RELEASED, change: released({ condition: 'yes' }), state: 'inProgress', missing: ['placement.release.conditionSays'] },
  { name: 'placement takes that a condition is not known', task: 'placement', from: RELEASED, change: released({ condition: 'unknown' }), state: 'done' },
  { name: 'placement asks what happens where a release has no address', task: 'placement', from: { ...RELEASED, addressKind: 'none' }, state: 'inProgress', missing: ['placement.release.ifNone'] },
  { name: 'placement takes what happens where a release has no address', task: 'placement', from: { ...RELEASED, addressKind: 'none' }, change: released({ ifNone: 'Homeless application on the day, with the SOLO.' }), state: 'done' },
  { name: 'placement asks of home leave who the host is, and when it ends', task: 'placement', from: HOME_LEAVE, change: released({ returnsOn: null, host: '', hostAgrees: null }, HOME_LEAVE), state: 'inProgress', missing: ['placement.release.returnsOn', 'placement.release.host', 'placement.release.hostAgrees'] },
  { name: 'placement takes no home leave that ends before it begins', task: 'placement', from: HOME_LEAVE, change: released({ returnsOn: '2026-05-11' }, HOME_LEAVE), state: 'inProgress', missing: ['placement.release.returnsOn'] },
  { name: 'placement asks nothing of a release of a record begun before it was asked', task: 'placement', from: withoutRelease(RELEASED), state: 'done' },
  { name: 'placement asks nothing of a release on another event', task: 'placement', from: { ...RELEASED, trigger: CONDUCTED.trigger, placement: { ...(RELEASED.placement ?? noPlacement), release: noRelease } }, state: 'done' },
  { name: 'children asks who else is of the household in somebody’s home', task: 'children', from: CONDUCTED, change: placed({ setting: 'withOthers', household: noPlacement.household }), state: 'inProgress', missing: ['placement.household'] },
  { name: 'children asks nothing of a household in a hospital', task: 'children', from: CONDUCTED, change: placed({ setting: 'hospital', household: noPlacement.household }), state: 'done' },
  { name: 'agencies asks about everybody whom nobody has dealt with, in one line', task: 'agencies', from: CONDUCTED, change: agencies(noAgencyAnswers), state: 'notStarted', missing: ['agencies.contacts'] },
  { name: 'agencies takes waiting for an answer', task: 'agencies', from: CONDUCTED, change: contact('nhs', { reply: 'waiting', askedOn: '2026-03-04' }), state: 'done', missing: [] },
  { name: 'agencies asks on which day somebody was asked', task: 'agencies', from: CONDUCTED, change: contact('nhs', { reply: 'waiting' }), state: 'inProgress', missing: ['agencies.contacts.nhs.askedOn'] },
  { name: 'agencies asks why somebody is not asked', task: 'agencies', from: CONDUCTED, change: contact('prison', { reply: 'notAsked', why: ' ' }), state: 'inProgress', missing: ['agencies.contacts.prison.why'] },
  { name: 'agencies takes a reason for not asking', task: 'agencies', from: CONDUCTED, change: contact('prison', { reply: 'notAsked', why: 'Never in custody.' }), state: 'done', missing: [] },
  { name: 'agencies asks what a relevant trace is, who answered, how and when', task: 'agencies', from: CONDUCTED, change: contact('police', { reply: 'traceRelevant' }), state: 'inProgress', missing: ['agencies.contacts.police.answeredOn', 'agencies.contacts.police.what', 'agencies.contacts.police.how', 'agencies.contacts.police.by'] },
  { name: 'agencies takes a trace whose relevance is not known yet', task: 'agencies', from: CONDUCTED, change: contact('police', { ...SAID, reply: 'traceUnknown' }), state: 'done', missing: [] },
  { name: 'agencies does not take an answer that lies ahead', task: 'agencies', from: CONDUCTED, change: contact('police', { ...SAID, answeredOn: '2026-03-21' }), state: 'inProgress', missing: ['agencies.contacts.police.answeredOn'] },
  { name: 'agencies does not take an answer from before it was asked', task: 'agencies', from: CONDUCTED, change: contact('police', { ...SAID, askedOn: '2026-03-07' }), state: 'inProgress', missing: ['agencies.contacts.police.answeredOn'] },
  { name: 'agencies does not take an answer from before the notification', task: 'agencies', from: CONDUCTED, change: contact('police', { ...SAID, answeredOn: '2026-02-26' }), state: 'inProgress', missing: ['agencies.contacts.police.answeredOn'] },
  { name: 'agencies asks about the database checks of an agency that has answered', task: 'agencies', from: CONDUCTED, change: agencies({ ...ALL_ANSWERED, databases: {} }), state: 'inProgress', missing: ['agencies.databases'] },
  { name: 'agencies asks for nothing more of a database check than its grade and day', task: 'agencies', from: CONDUCTED, change: database('councilTax', { reply: 'noTrace', answeredOn: '2026-03-06' }), state: 'done', missing: [] },
  { name: 'agencies asks what a relevant trace in a database is', task: 'agencies', from: CONDUCTED, change: database('councilTax', { reply: 'traceRelevant', answeredOn: '2026-03-06' }), state: 'inProgress', missing: ['agencies.databases.councilTax.what'] },
  { name: 'agencies asks nobody where contacts are left out of this ERA', task: 'agencies', from: NOT_IN_FULL, change: all(leftOut('agencyContacts'), agencies(noAgencyAnswers)), state: 'done', missing: [] },
  { name: 'agencies asks for no database check where those are left out of this ERA', task: 'agencies', from: NOT_IN_FULL, change: all(leftOut('databaseChecks'), agencies({ ...ALL_ANSWERED, databases: {} })), state: 'done', missing: [] },
  { name: 'agencies goes by what is left out only while the ERA is not in full', task: 'agencies', from: NOT_IN_FULL, change: all(leftOut('agencyContacts'), part('conduct', { decision: 'conducted' }), agencies(noAgencyAnswers)), state: 'notStarted', missing: ['agencies.contacts'] },
  { name: 'agencies is not needed where no ERA is conducted', task: 'agencies', from: NOT_CONDUCTED, state: 'notNeeded', missing: [] },
  { name: 'agencies is not asked of a record that was begun before', task: 'agencies', from: CONDUCTED, change: () => BEFORE_AGENCIES, state: 'notNeeded', missing: [] },
];
