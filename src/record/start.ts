import { CHANGES, type OwnCheck } from '@/terms';
import { noAgencyAnswers } from './schema/agencies';
import type { Assessment } from './schema/assessment';
import { noClocks, notAnswered } from './schema/clocks';
import { noAnswers } from './schema/fields';
import { noFormulation } from './schema/formulation';
import { noHomeVisit } from './schema/homeVisit';
import { noChildrenAnswers } from './schema/people';
import { noPlacement } from './schema/placement';
import { noPhysicalCheck } from './schema/physicalCheck';
import { noViews } from './schema/views';
import { emptyProperty, noNeighbours, noOthersOfConcern } from './schema/property';

/** Parts that records of earlier versions have not: a hand-over that brings one begins it. */
export function partsBegun() {
  return { placement: structuredClone(noPlacement), property: structuredClone(emptyProperty), neighbours: structuredClone(noNeighbours), othersOfConcern: structuredClone(noOthersOfConcern) } satisfies Partial<Assessment>;
}

type Started = Pick<Assessment, 'reference' | 'personId' | 'addressId' | 'startedAt' | 'startedBy'>;

/** An assessment in which nothing is answered. `startedAt`: ISO instant; `startedBy`: the officer's name; `ownChecks`: the office's own database checks of today. */
export function startAssessment(given: Started, ownChecks: readonly OwnCheck[] = []): Assessment {
  const { reference, personId, addressId, startedAt, startedBy } = given;
  return {
    schema: 2, reference, personId, addressId, startedAt, startedBy,
    addressKind: null,
    trigger: { kind: null, occurredOn: null, agency: null, event: '', note: '' },
    changes: noAnswers(CHANGES),
    lastEra: { ...notAnswered },
    lastReview: { ...notAnswered },
    local: {},
    clocks: structuredClone(noClocks),
    conduct: {
      decision: null, rationale: '', otherWay: '', reliedOn: '', interimControls: '', ground: null, partsLeftOut: [], leftOutWhat: '',
      authorisedBy: '', authorisedOn: null, reopenOn: null,
    },
    ...partsBegun(),
    children: structuredClone(noChildrenAnswers),
    statements: [],
    agencies: { ...structuredClone(noAgencyAnswers), ownChecks: ownChecks.map((check) => ({ ...check })) },
    surroundings: null,
    judgements: {},
    exceptions: {},
    addedSites: [],
    checks: {},
    physicalCheck: structuredClone(noPhysicalCheck),
    homeVisit: structuredClone(noHomeVisit),
    formulation: structuredClone(noFormulation),
    outcome: {
      decision: null, reasons: '', otherWay: '', conditions: '', victimOrConditionConflict: null, conflictAnsweredBy: null,
      homeChanges: [], insteadWhat: '', insteadRiskier: null, insteadWhy: '', refusalNumber: null, whoIsTold: '', decidedOn: null, decidedBy: '',
    },
    views: structuredClone(noViews),
    review: { reviewOn: null, why: '', retentionRule: '' },
    signed: [],
    asked: null,
    history: [],
  };
}
