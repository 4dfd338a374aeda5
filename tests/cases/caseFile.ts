import { FRAME_PARTS } from '@/terms';
import { authorityText, type Address, type Assessment, type CaseFileToday, CHECK_AGENCY_IDS, CHECKED_CATEGORIES, databasesOf, emptyPerson, findingsOf, newVisit, noDealing, noPlacement, noRelease, noReply, noViews, emptyProperty, type Release, type Person, type Property, type PhysicalCheck, startAssessment, surroundingsFrom, toLookFor } from '@/record';
import type { Protocol } from '@/rules';
import { ANSWER, AT, HEADER } from './surroundings';

export const TODAY = '2026-03-20';

const none = <T extends object>(answers: T): Record<keyof T, 'no'> => Object.fromEntries(Object.keys(answers).map((id) => [id, 'no'])) as Record<keyof T, 'no'>;

export const PERSON: Person = {
  schema: 2, reference: 'V-1002', category: 'category1', level: 'level1', registered: 'yes', supervision: 'no', orders: none(emptyPerson.orders), behaviours: none(emptyPerson.behaviours),
  under18: 'no', renewalOn: '2026-02-27',
};

export const ADDRESS: Address = {
  schema: 2, text: '3 Linn Street, Linnhead', flat: '2/1', floor: '2', postcode: 'ZZ1 1AA', uprn: '', position: { point: AT, precision: 'building', from: 'pin' },
};

const started = startAssessment({ reference: 'ST-7F3K-2M', personId: 'p1', addressId: 'a1', startedAt: '2026-03-02T09:00:00.000Z', startedBy: 'A. Bell' });
const PLACEMENT: NonNullable<Assessment['placement']> = {
  ...noPlacement, setting: 'home', boundary: { ...noPlacement.boundary, crosses: 'no' }, household: { otherAdults: 'no', adultAtRisk: 'no', theyKnow: 'no' },
};
const REVIEW = { reviewOn: '2027-03-01', why: 'With the annual review.', retentionRule: 'R-12' };
const CHILDREN: Assessment['children'] = { ...started.children, livingHere: 'no', visiting: 'no', minded: 'no', source: 'Home visit', knownOn: '2026-03-03' };

const NO_TRACE = { ...noReply, reply: 'noTrace', askedOn: '2026-03-02', answeredOn: '2026-03-05', how: 'phone', by: 'Duty officer' } as const;
const all = <K extends string>(ids: readonly K[]) => Object.fromEntries(ids.map((id) => [id, { ...NO_TRACE }]));
/** Everybody of ERA-2017 5.1 and 5.2 has answered. */
export const ALL_ANSWERED: NonNullable<Assessment['agencies']> = { contacts: all(CHECK_AGENCY_IDS), databases: all(databasesOf([]).map(({ id }) => id)), ownChecks: [] };
export const PROPERTY: Property = {
  ...emptyProperty, kind: 'flat', tenure: 'scottishSecure', landlord: 'rsl', size: '2 bedrooms', rooms: 'Living room onto the street, bedrooms onto the back court.', source: 'visit', knownOn: '2026-03-03',
  building: {
    ...emptyProperty.building, entrance: 'sharedClose', features: { ...emptyProperty.building.features, doorEntry: 'yes', dryingGreen: 'yes', lift: 'no', cctv: 'unknown' }, closeAndStair: 'Eight homes share the close.',
    sightLines: [{ addedId: 'sl1', text: 'Kitchen window onto the play park.', kind: 'fact' }],
  },
};

/** One visit, on which every kind of place was looked for. */
export const WALKED: PhysicalCheck = {
  visits: [{
    ...newVisit({ visitId: 'v1', on: '2026-03-05', from: '08:30', by: 'A. Bell', byRole: 'SOPU officer' }), to: '09:10', inPairs: 'no', outcome: 'done', schoolRun: { walked: 'yes', seen: 'Pupils pass the door.' },
    looked: Object.fromEntries(toLookFor(null).map(({ id }) => [id, { answer: 'notSeen' as const, note: '', at: '2026-03-05T08:50:00.000Z' }])),
  }],
  risks: { community: 'No risk was seen.', person: 'Graffiti in the stair.', staff: 'One way out.' },
};

/** Everything that was found is accepted, and weighed. */
export function weighed(assessment: Assessment, rest: Partial<CaseFileToday> = {}): Assessment {
  const frame = Object.fromEntries(Object.keys(FRAME_PARTS).map((id) => [id, `Weighed: ${id}.`])) as NonNullable<Assessment['formulation']>['frame'];
  const dealings = Object.fromEntries(findingsOf(caseOf(assessment, rest)).map(({ key, text }) => [key, { ...noDealing, how: 'accepted' as const, reason: 'Known to the team, and watched.', read: text }]));
  return { ...assessment, formulation: { frame, tools: {}, dealings } };
}

/** Everything that a conducted ERA asks for, answered. */
export const CONDUCTED: Assessment = weighed({
  ...started,
  addressKind: 'proposed',
  trigger: { kind: 'newAddress', occurredOn: '2026-02-27', agency: 'police', event: '', note: '' },
  placement: PLACEMENT,
  conduct: {
    ...started.conduct, decision: 'conducted', rationale: 'First look at a new address.', otherWay: 'Nothing speaks against it.', reliedOn: 'What the police know of the block.', interimControls: 'No move until the ERA is done.',
  },
  property: PROPERTY,
  children: CHILDREN,
  statements: [{ statementId: 's1', kind: 'reported', about: 'neighbour', text: 'Keeps an eye on the stair.', source: 'Housing officer', on: '2026-03-04' }],
  agencies: ALL_ANSWERED,
  surroundings: surroundingsFrom({ answer: ANSWER, header: HEADER, signature: { publisher: 'Testshire Council', fingerprint: 'N04Y-Z4ZK-VPSB-NDJQ-X50F-QM6W' }, office: { radiusReason: 'Ten minutes on foot in this town.' }, at: '2026-03-02T10:00:00.000Z', by: 'A. Bell' }),
  judgements: {
    school: { relevance: 'relevant', reason: 'Victim profile.' },
    nursery: { relevance: 'notRelevant', reason: 'Not this victim profile.' },
    shop: { relevance: 'cannotSay', reason: 'Owner not spoken to yet.' },
  },
  exceptions: { 'school:2': { relevance: 'notRelevant', reason: 'Closed since January.' } },
  addedSites: [{ addedId: 'x1', name: 'Sweet shop', category: 'shop', where: 'ground floor', point: null, basis: 'fact', source: 'visit', knownOn: '2026-03-03' }],
  checks: Object.fromEntries(CHECKED_CATEGORIES.map((id) => [id, { answer: 'notSeen' as const, note: '' }])),
  physicalCheck: WALKED,
  outcome: {
    ...started.outcome, decision: 'manageable', reasons: 'Weighed at the meeting.', otherWay: 'A school is near.', victimOrConditionConflict: 'no',
    conflictAnsweredBy: 'police', decidedOn: '2026-03-10', decidedBy: 'C. Dunn, chair',
  },
  views: { ...noViews, agree: 'yes' },
  review: REVIEW,
});

const RELEASE: Release = {
  ...noRelease, kind: 'release', day: 'mayMove', mayMove: 'Home detention curfew from 1 May if it is granted.', from: 'HMP Linnhead, integrated case management', condition: 'no',
  told: { prison: { answer: 'told', note: 'SOPU sergeant, 2 March' }, mappa: { answer: 'toTell', note: 'Justice social work, before the meeting of 20 March' } },
};

/** A release to a proposed home, whose day may move and moved once. */
export const RELEASED: Assessment = {
  ...CONDUCTED,
  trigger: { kind: 'release', occurredOn: '2026-02-27', agency: 'prison', event: 'Pre-release meeting', note: '' },
  clocks: { ...CONDUCTED.clocks, releaseOn: '2026-05-12' },
  placement: { ...PLACEMENT, tonight: { ...noPlacement.tonight, needed: 'no' }, release: RELEASE },
  history: [{ at: '2026-03-04T10:00:00.000Z', by: 'A. Bell', what: 'kind of case recorded', fields: [{ path: 'assessment.clocks.releaseOn', from: '2026-06-30', to: '2026-05-12' }] }],
};

/** Five days with a parent, from prison. */
export const HOME_LEAVE: Assessment = {
  ...RELEASED,
  placement: { ...PLACEMENT, setting: 'withOthers', tonight: { ...noPlacement.tonight, needed: 'no' }, release: { ...RELEASE, kind: 'homeLeave', day: 'set', mayMove: '', returnsOn: '2026-05-17', host: 'A parent', hostAgrees: 'yes' } },
};

/** The same of a record that was begun before Steading asked about agencies. */
export const BEFORE_AGENCIES = Object.fromEntries(Object.entries(CONDUCTED).filter(([key]) => key !== 'agencies')) as unknown as Assessment;
/** As a record that was begun before the walk-round and the home visit. */
export function begunBefore(assessment: Assessment): Assessment {
  const before = { ...assessment };
  Reflect.deleteProperty(before, 'physicalCheck');
  Reflect.deleteProperty(before, 'homeVisit');
  return before;
}

/** Everything that an ERA which is not conducted asks for, answered: a home, reviewed within the year, at its annual review. */
export const NOT_CONDUCTED: Assessment = {
  ...started,
  addressKind: 'livedIn',
  trigger: { kind: 'annualReview', occurredOn: '2026-02-27', agency: 'police', event: 'Renewal at the station', note: '' },
  changes: none(started.changes),
  lastEra: { answer: 'on', on: '2024-04-02' },
  lastReview: { answer: 'on', on: '2025-04-07' },
  placement: PLACEMENT,
  conduct: {
    ...started.conduct, decision: 'notConducted', rationale: 'Nothing has changed.', otherWay: 'A year has passed.', reliedOn: 'The ERA of last year.', interimControls: 'Home visits.',
    ground: 'recentEra', authorisedBy: 'E. Fyfe, inspector', authorisedOn: '2026-03-03', reopenOn: '2026-09-01',
  },
  children: CHILDREN,
  review: REVIEW,
};

/** The same, signed by a second officer of the vault. */
export const SIGNED: Assessment = {
  ...NOT_CONDUCTED,
  conduct: {
    ...NOT_CONDUCTED.conduct, authorisedBy: 'E. Fyfe, inspector',
    authority: { by: 'key', officerId: 'o2', name: 'E. Fyfe', role: 'inspector', agency: 'police', at: '2026-03-03T10:00:00.000Z', signature: 'c2lnbmVk', text: authorityText(NOT_CONDUCTED) },
  },
};

/** The same, by nobody but the officer who decided. */
export const ALONE: Assessment = {
  ...NOT_CONDUCTED,
  conduct: { ...NOT_CONDUCTED.conduct, authorisedBy: '', authority: { by: 'self', name: 'A. Bell', role: 'sergeant', reason: 'Nobody else was on duty.' } },
};

/** A new address whose physical check is left out, with everything that this asks for. */
export const NOT_IN_FULL: Assessment = weighed({
  ...CONDUCTED,
  conduct: {
    ...NOT_CONDUCTED.conduct, decision: 'notInFull', rationale: 'The move is tomorrow.', ground: 'notEnoughTime', partsLeftOut: ['physicalCheck'], leftOutWhat: 'The inside of the flat.',
  },
});

/** A made-up office's protocol: one of each kind that the record answers. */
export const LOCAL: Protocol = {
  format: 'steading-protocol', formatVersion: 1, name: 'Linnhead protocol', version: '2', owner: 'Linnhead group', inForceFrom: '2026-01-05',
  groups: [{ id: 'young-adult', question: 'Is the person aged 18 to 21?', asksFor: 'complyOrExplain', onEvents: ['newAddress'], clause: '2.1', reason: 'First tenancies.' }],
  triggers: [{ id: 'relet', question: 'Is the block being relet?', asksFor: 'must', clause: '2.4', reason: 'New households.' }],
  checks: [{ id: 'community-safety', label: 'Community safety team', ask: 'Do they know of tension?', kind: 'recommended', reason: 'They hear first.' }],
  categories: [{ id: 'school-bus-stop', label: 'School bus stop', plural: 'School bus stops', ask: 'Ask school transport', reason: 'Pupils wait.' }],
  prompts: [{ category: 'school', metres: 800, reason: 'The lanes.' }, { category: 'nursery', metres: 300, reason: 'The lanes.' }],
  limits: [{ limit: 'annualReview', days: 15, reason: 'Before the meeting.' }],
  holidays: [{ on: '2026-03-04', name: 'Linnhead fair' }],
};

export function caseOf(assessment: Assessment, rest: Partial<CaseFileToday> = {}): CaseFileToday {
  return { person: PERSON, address: ADDRESS, today: TODAY, protocol: null, ...rest, assessment };
}
