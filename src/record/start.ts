import { CHANGES } from '@/terms';
import type { Assessment } from './schema/assessment';
import { noClocks, notAnswered } from './schema/clocks';
import { noAnswers } from './schema/fields';
import { noHomeVisit } from './schema/homeVisit';
import { noChildrenAnswers } from './schema/people';
import { noPlacement } from './schema/placement';
import { noPhysicalCheck } from './schema/physicalCheck';

/** An assessment in which nothing is answered. `startedAt`: ISO instant; `startedBy`: the officer's name. */
export function startAssessment(given: Pick<Assessment, 'reference' | 'personId' | 'addressId' | 'startedAt' | 'startedBy'>): Assessment {
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
    placement: structuredClone(noPlacement),
    children: structuredClone(noChildrenAnswers),
    statements: [],
    surroundings: null,
    judgements: {},
    exceptions: {},
    addedSites: [],
    checks: {},
    physicalCheck: structuredClone(noPhysicalCheck),
    homeVisit: structuredClone(noHomeVisit),
    outcome: {
      decision: null, reasons: '', otherWay: '', conditions: '', victimOrConditionConflict: null, conflictAnsweredBy: null,
      homeChanges: [], insteadWhat: '', insteadRiskier: null, insteadWhy: '', refusalNumber: null, whoIsTold: '', decidedOn: null, decidedBy: '',
    },
    review: { reviewOn: null, why: '', retentionRule: '' },
    asked: null,
    history: [],
  };
}
