import { type Assessment, type CaseFileToday, CHECKS, type Judgement, RELEVANCE } from '@/record';
import { ADDRESS_KINDS, AGENCIES, CATEGORY_IDS, MAPPA_CATEGORIES, MAPPA_LEVELS, OUTCOMES, STATEMENT_KINDS, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import fc from 'fast-check';
import { ADDRESS, CONDUCTED, TODAY } from '../cases/caseFile';
import { AT } from '../cases/surroundings';

const oneOf = <T extends object>(terms: T) => fc.constantFrom(null, ...(Object.keys(terms) as (keyof T & string)[]));
const words = fc.constantFrom('', ' ', 'words', 'other ~ words. [1]');
const date = fc.constantFrom(null, '2026-01-01', '2026-03-10', '2026-03-20', '2026-12-31', '2027-06-01');
const key = fc.constantFrom('school', 'shop', 'a.b', 'a~1b', 'osm:way/1');
const judgement: fc.Arbitrary<Judgement> = fc.record({ relevance: oneOf(RELEVANCE), reason: words });

export const anyAssessment: fc.Arbitrary<Assessment> = fc.record({
  schema: fc.constant(1 as const),
  reference: fc.constant('ST-7F3K-2M'), personId: fc.constant('p'), addressId: fc.constant('a'), startedAt: fc.constant('2026-03-02T09:00:00.000Z'), startedBy: fc.constant('A. Bell'),
  addressKind: oneOf(ADDRESS_KINDS),
  trigger: fc.record({ kind: oneOf(TRIGGERS), occurredOn: date, agency: oneOf(AGENCIES), note: words }),
  conduct: fc.record({
    decision: fc.constantFrom(null, 'conducted', 'notConducted'), rationale: words, otherWay: words, reliedOnInstead: words, interimControls: words,
    authorisedBy: fc.constantFrom('', 'A. Bell', 'E. Fyfe'), authorisedOn: date, reopenOn: date,
  }),
  surroundings: fc.constantFrom(
    null, CONDUCTED.surroundings, CONDUCTED.surroundings && { ...CONDUCTED.surroundings, radiusReason: 'another' },
    CONDUCTED.surroundings && { ...CONDUCTED.surroundings, layers: CONDUCTED.surroundings.layers.map((layer) => ({ ...layer, asOf: null, staleAfter: null })) },
  ),
  judgements: fc.dictionary(key, judgement), exceptions: fc.dictionary(key, judgement),
  addedSites: fc.uniqueArray(fc.record({
    addedId: fc.constantFrom('x1', 'x2', 'x.3', '4'), name: words, category: fc.constantFrom(...CATEGORY_IDS), where: words, point: fc.constantFrom(null, AT),
    basis: oneOf(STATEMENT_KINDS), source: words, knownOn: date,
  }), { selector: ({ addedId }) => addedId, maxLength: 4 }),
  checks: fc.dictionary(fc.constantFrom('cctv', 'childrensToys', 'childminder', 'childrensHome'), fc.record({ answer: oneOf(CHECKS), note: words })),
  outcome: fc.record({
    decision: oneOf(OUTCOMES), reasons: words, otherWay: words, conditions: words, victimOrConditionConflict: fc.constantFrom(null, 'yes', 'no', 'notChecked'),
    conflictAnsweredBy: oneOf(AGENCIES), insteadWhat: words, insteadRiskier: oneOf(YES_NO_UNKNOWN), insteadWhy: words, refusalNumber: fc.constantFrom(null, 1, 3),
    whoIsTold: words, decidedOn: date, decidedBy: words,
  }),
  review: fc.record({ reviewOn: date, why: words, retentionRule: words }),
  history: fc.constant([]),
});

const anyPerson = fc.record({
  schema: fc.constant(1 as const), reference: words, category: oneOf(MAPPA_CATEGORIES), level: oneOf(MAPPA_LEVELS), registered: oneOf(YES_NO_UNKNOWN),
  supervision: oneOf(SUPERVISION), under18: oneOf(YES_NO_UNKNOWN), renewalOn: date,
});

const anyAddress = fc.constantFrom(ADDRESS, { ...ADDRESS, text: '' }, { ...ADDRESS, position: null });

export const anyCase: fc.Arbitrary<CaseFileToday> = fc.record({ person: anyPerson, address: anyAddress, assessment: anyAssessment, today: fc.constant(TODAY) });
