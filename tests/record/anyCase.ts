import { type Assessment, type CaseFileToday, CHECKS, emptyProperty, FOLLOW_UPS, type Judgement, type Person, RELEVANCE, type Reply, ROLES } from '@/record';
import {
  ADDRESS_KINDS, AGENCIES, AGREEMENT, ESCALATION, LANDLORD_VIEWS, BEHAVIOURS, CATEGORY_IDS, type ChangeId, CHANGES, CONCERN_ANSWERS, CONDUCT_CHOICES, DEALINGS, ERA_PARTS, type EraPart, FRAME_PARTS, type FramePart, GROUNDS, HOME_ANSWERS, LOOKS, MAPPA_CATEGORIES, MAPPA_LEVELS, NEIGHBOUR_QUESTIONS, NEIGHBOUR_SOURCES, ORDERS, OUTCOMES, REPLIES, REPLY_WAYS, SITE_LOOKS, STATEMENT_KINDS,
  SUPERVISION, TRIGGERS, VISIT_OUTCOMES, WHY_NOT_DONE, YES_NO, YES_NO_UNKNOWN, type YesNoUnknown,
} from '@/terms';
import fc from 'fast-check';
import { ADDRESS, CONDUCTED, LOCAL, PROPERTY, TODAY } from '../cases/caseFile';
import { AT } from '../cases/surroundings';

const oneOf = <T extends object>(terms: T) => fc.constantFrom(null, ...(Object.keys(terms) as (keyof T & string)[]));
const words = fc.constantFrom('', ' ', 'words', 'other ~ words. [1]');
const date = fc.constantFrom(null, '2026-01-01', '2026-03-10', '2026-03-20', '2026-12-31', '2027-06-01');
const key = fc.constantFrom('school', 'shop', 'a.b', 'a~1b', 'osm:way/1');
const answersTo = <T extends object>(terms: T) =>
  fc.tuple(...Object.keys(terms).map((id) => oneOf(YES_NO_UNKNOWN).map((answer) => [id, answer] as const)))
    .map((answers) => Object.fromEntries(answers) as Record<keyof T, YesNoUnknown | null>);
const lastDone = fc.record({ answer: fc.constantFrom(null, 'on', 'never', 'unknown'), on: date });
const followUp = fc.record({ decision: oneOf(FOLLOW_UPS), why: words, to: words, on: date });
const agencyClock = fc.record({ startedOn: date, event: words, answeredOn: date });
const anyReply: fc.Arbitrary<Reply> = fc.record({ reply: oneOf(REPLIES), askedOn: date, answeredOn: date, how: oneOf(REPLY_WAYS), by: words, what: words, note: words, why: words });
const judgement: fc.Arbitrary<Judgement> = fc.record({ relevance: oneOf(RELEVANCE), reason: words });

export const anyAssessment: fc.Arbitrary<Assessment> = fc.record({
  schema: fc.constant(2 as const),
  reference: fc.constant('ST-7F3K-2M'), personId: fc.constant('p'), addressId: fc.constant('a'), startedAt: fc.constant('2026-03-02T09:00:00.000Z'), startedBy: fc.constant('A. Bell'),
  addressKind: oneOf(ADDRESS_KINDS),
  trigger: fc.record({ kind: oneOf(TRIGGERS), occurredOn: date, agency: oneOf(AGENCIES), event: words, note: words }),
  changes: answersTo(CHANGES), lastEra: lastDone, lastReview: lastDone,
  // An answer of null is the same as none, so no change tells them apart.
  local: fc.dictionary(fc.constantFrom('young-adult', 'relet', 'gone'), fc.constantFrom('yes', 'no', 'unknown')),
  clocks: fc.record({
    movedOn: date, releaseOn: date, voidHeldUntil: date, bidClosesOn: date, agencies: fc.dictionary(fc.constantFrom('solo', 'nhs', 'education'), agencyClock),
    extensions: fc.array(fc.record({ deadlineId: fc.constantFrom('', 'solo', 'initialEra'), to: date, reason: words, decidedOn: date, by: words }), { maxLength: 2 }),
  }),
  conduct: fc.record({
    decision: oneOf(CONDUCT_CHOICES), rationale: words, otherWay: words, reliedOn: words, interimControls: words, ground: oneOf(GROUNDS),
    partsLeftOut: fc.subarray(Object.keys(ERA_PARTS) as EraPart[]), leftOutWhat: words, authorisedBy: fc.constantFrom('', 'A. Bell', 'E. Fyfe'), authorisedOn: date, reopenOn: date,
  }),
  property: fc.constantFrom(PROPERTY, emptyProperty, { ...PROPERTY, knownOn: '2026-12-31', building: { ...PROPERTY.building, sightLines: [] } }),
  neighbours: fc.record({ answers: answersTo(NEIGHBOUR_QUESTIONS), source: oneOf(NEIGHBOUR_SOURCES), knownOn: date, deleted: fc.constantFrom(null, { at: '2026-03-19T10:00:00.000Z', by: 'A. Bell' }) }),
  othersOfConcern: fc.record({ answer: oneOf(CONCERN_ANSWERS), answeredOn: date }),
  children: fc.record({ livingHere: oneOf(YES_NO_UNKNOWN), visiting: oneOf(YES_NO_UNKNOWN), minded: oneOf(YES_NO_UNKNOWN), source: words, knownOn: date, referral: followUp, disclosure: followUp }),
  agencies: fc.record({ contacts: fc.dictionary(fc.constantFrom('solo', 'nhs', 'education'), anyReply), databases: fc.dictionary(fc.constantFrom('councilTax', 'c1', 'gone'), anyReply), ownChecks: fc.constantFrom([], [{ checkId: 'c1', agency: 'police' as const, name: 'Force system' }]) }),
  statements: fc.uniqueArray(fc.record({ statementId: fc.constantFrom('s1', 's2', '3'), kind: oneOf(STATEMENT_KINDS), about: oneOf(ROLES), text: words, source: words, on: date }), {
    selector: ({ statementId }) => statementId, maxLength: 3,
  }),
  surroundings: fc.constantFrom(
    null, CONDUCTED.surroundings, CONDUCTED.surroundings && { ...CONDUCTED.surroundings, radiusReason: 'another' },
    CONDUCTED.surroundings && { ...CONDUCTED.surroundings, layers: CONDUCTED.surroundings.layers.map((layer) => ({ ...layer, asOf: null, staleAfter: null })) },
  ),
  formulation: fc.record({
    frame: fc.record(Object.fromEntries(Object.keys(FRAME_PARTS).map((id) => [id, words])) as Record<FramePart, typeof words>),
    tools: fc.constantFrom({}, { rm2000: { outcome: 'words', on: '2026-03-10', by: 'words' } }),
    dealings: fc.dictionary(fc.constantFrom('children:visiting', 'conflict', 'a.b', 'gone'), fc.record({ how: oneOf(DEALINGS), what: words, owner: words, dueOn: date, reason: words, read: words })),
  }),
  judgements: fc.dictionary(key, judgement), exceptions: fc.dictionary(key, judgement),
  addedSites: fc.uniqueArray(fc.record({
    addedId: fc.constantFrom('x1', 'x2', 'x.3', '4'), name: words, category: fc.constantFrom(...CATEGORY_IDS), where: words, point: fc.constantFrom(null, AT),
    basis: oneOf(STATEMENT_KINDS), source: words, knownOn: date,
  }), { selector: ({ addedId }) => addedId, maxLength: 4 }),
  checks: fc.dictionary(fc.constantFrom('cctv', 'childrensToys', 'childminder', 'childrensHome', 'school-bus-stop'), fc.record({ answer: oneOf(CHECKS), note: words })),
  physicalCheck: fc.record({
    visits: fc.uniqueArray(fc.record({
      visitId: fc.constantFrom('v1', 'v2', 'v.3'), on: date, from: fc.constantFrom(null, '08:30'), to: fc.constant(null), by: words, byRole: words, inPairs: oneOf(YES_NO), secondRole: words,
      outcome: oneOf(VISIT_OUTCOMES), whyNot: oneOf(WHY_NOT_DONE), whyNotNote: words, back: fc.record({ expectedAt: fc.constantFrom(null, '09:30'), checkedInAt: fc.constant(null), heldBy: words }),
      schoolRun: fc.record({ walked: oneOf(YES_NO), seen: words }),
      looked: fc.dictionary(fc.constantFrom('school', 'cctv', 'school-bus-stop', 'gone'), fc.record({ answer: oneOf(LOOKS), note: words, at: fc.constant(null) })),
      sites: fc.dictionary(key, fc.record({ found: oneOf(SITE_LOOKS), note: words, where: words, point: fc.constantFrom(null, AT), listed: fc.constant('1. School'), at: fc.constant(null) })),
    }), { selector: ({ visitId }) => visitId, maxLength: 3 }),
    risks: fc.record({ community: words, person: words, staff: words }),
  }),
  homeVisit: fc.record({
    answers: fc.dictionary(fc.constantFrom('housing', 'neighbours', 'visitors', 'changes'), fc.record({ answer: oneOf(HOME_ANSWERS), text: words })),
    changed: fc.subarray(['person', 'household', 'environment'] as ChangeId[]), source: words, on: date, reviews: fc.constant([]),
  }),
  views: fc.record({
    agree: oneOf(AGREEMENT), notAskedWhy: words, landlord: fc.record({ view: oneOf(LANDLORD_VIEWS), words, by: words, on: date }),
    dissents: fc.uniqueArray(fc.record({ dissentId: fc.constantFrom('d1', 'd2', '3'), agency: oneOf(AGENCIES), view: words, by: words, on: date, escalated: oneOf(ESCALATION), escalatedWhy: words, escalatedOn: date, result: words }), { selector: ({ dissentId }) => dissentId, maxLength: 2 }),
  }),
  outcome: fc.record({
    decision: oneOf(OUTCOMES), reasons: words, otherWay: words, conditions: words, victimOrConditionConflict: fc.constantFrom(null, 'yes', 'no', 'notChecked'),
    conflictAnsweredBy: oneOf(AGENCIES), insteadWhat: words, insteadRiskier: oneOf(YES_NO_UNKNOWN), insteadWhy: words, refusalNumber: fc.constantFrom(null, 1, 3),
    whoIsTold: words, decidedOn: date, decidedBy: words,
  }),
  review: fc.record({ reviewOn: date, why: words, retentionRule: words }),
  asked: fc.constant(null),
  history: fc.constant([]),
});

const anyPerson: fc.Arbitrary<Person> = fc.record({
  schema: fc.constant(2 as const), reference: words, category: oneOf(MAPPA_CATEGORIES), level: oneOf(MAPPA_LEVELS), registered: oneOf(YES_NO_UNKNOWN),
  supervision: oneOf(SUPERVISION), orders: answersTo(ORDERS), behaviours: answersTo(BEHAVIOURS), under18: oneOf(YES_NO_UNKNOWN), renewalOn: date,
});

const anyAddress = fc.constantFrom(ADDRESS, { ...ADDRESS, text: '' }, { ...ADDRESS, position: null });

export const anyCase: fc.Arbitrary<CaseFileToday> = fc.record({
  person: anyPerson, address: anyAddress, assessment: anyAssessment, today: fc.constant(TODAY), protocol: fc.constantFrom(null, LOCAL),
});
