import { type Address, type Assessment, type CaseFileToday, CHECKED_CATEGORIES, type Person, startAssessment, surroundingsFrom } from '@/record';
import { ANSWER, AT, HEADER } from './surroundings';

export const TODAY = '2026-03-20';

export const PERSON: Person = {
  schema: 1, reference: 'V-1002', category: 'category1', level: 'level1', registered: 'yes', supervision: 'none', under18: 'no', renewalOn: null,
};

export const ADDRESS: Address = {
  schema: 1, text: '3 Linn Street, Linnhead', flat: '2/1', floor: '2', postcode: 'ZZ1 1AA', uprn: '', position: { point: AT, precision: 'building', from: 'pin' },
};

const started = startAssessment({ reference: 'ST-7F3K-2M', personId: 'p1', addressId: 'a1', startedAt: '2026-03-02T09:00:00.000Z', startedBy: 'A. Bell' });

/** Everything that a conducted ERA asks for, answered. */
export const CONDUCTED: Assessment = {
  ...started,
  addressKind: 'proposed',
  trigger: { kind: 'newAddress', occurredOn: '2026-02-27', agency: 'police', note: '' },
  conduct: { ...started.conduct, decision: 'conducted', rationale: 'First look at a new address.', otherWay: 'Nothing speaks against it.' },
  surroundings: surroundingsFrom({ answer: ANSWER, header: HEADER, office: { radiusReason: 'Ten minutes on foot in this town.' }, at: '2026-03-02T10:00:00.000Z', by: 'A. Bell' }),
  judgements: {
    school: { relevance: 'relevant', reason: 'Victim profile.' },
    nursery: { relevance: 'notRelevant', reason: 'Not this victim profile.' },
    shop: { relevance: 'cannotSay', reason: 'Owner not spoken to yet.' },
  },
  exceptions: { 'school:2': { relevance: 'notRelevant', reason: 'Closed since January.' } },
  addedSites: [{ addedId: 'x1', name: 'Sweet shop', category: 'shop', where: 'ground floor', point: null, basis: 'fact', source: 'visit', knownOn: '2026-03-03' }],
  checks: Object.fromEntries(CHECKED_CATEGORIES.map((id) => [id, { answer: 'notSeen' as const, note: '' }])),
  outcome: {
    ...started.outcome, decision: 'manageable', reasons: 'Weighed at the meeting.', otherWay: 'A school is near.', victimOrConditionConflict: 'no',
    conflictAnsweredBy: 'police', decidedOn: '2026-03-10', decidedBy: 'C. Dunn, chair',
  },
  review: { reviewOn: '2027-03-01', why: 'With the annual review.', retentionRule: 'R-12' },
};

/** Everything that an ERA which is not conducted asks for, answered. */
export const NOT_CONDUCTED: Assessment = {
  ...started,
  addressKind: 'livedIn',
  trigger: { kind: 'annualReview', occurredOn: '2026-02-27', agency: 'police', note: '' },
  conduct: {
    decision: 'notConducted', rationale: 'Nothing has changed.', otherWay: 'A year has passed.', reliedOnInstead: 'The ERA of last year.', interimControls: 'Home visits.',
    authorisedBy: 'E. Fyfe, inspector', authorisedOn: '2026-03-03', reopenOn: '2026-09-01',
  },
  review: { reviewOn: '2027-03-01', why: 'With the annual review.', retentionRule: 'R-12' },
};

export const caseOf = (assessment: Assessment, rest: Partial<CaseFileToday> = {}): CaseFileToday => ({ person: PERSON, address: ADDRESS, today: TODAY, ...rest, assessment });
