import type { Assessment } from './schema/assessment';

/** An assessment in which nothing is answered. `startedAt`: ISO instant; `startedBy`: the officer's name. */
export function startAssessment(given: Pick<Assessment, 'reference' | 'personId' | 'addressId' | 'startedAt' | 'startedBy'>): Assessment {
  const { reference, personId, addressId, startedAt, startedBy } = given;
  return {
    schema: 1, reference, personId, addressId, startedAt, startedBy,
    addressKind: null,
    trigger: { kind: null, occurredOn: null, agency: null, note: '' },
    conduct: { decision: null, rationale: '', otherWay: '', reliedOnInstead: '', interimControls: '', authorisedBy: '', authorisedOn: null, reopenOn: null },
    surroundings: null,
    judgements: {},
    exceptions: {},
    addedSites: [],
    checks: {},
    outcome: {
      decision: null, reasons: '', otherWay: '', conditions: '', victimOrConditionConflict: null, conflictAnsweredBy: null,
      insteadWhat: '', insteadRiskier: null, insteadWhy: '', refusalNumber: null, whoIsTold: '', decidedOn: null, decidedBy: '',
    },
    review: { reviewOn: null, why: '', retentionRule: '' },
    history: [],
  };
}
