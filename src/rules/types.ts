import type { AddressKind, AgencyId, Answer, MappaCategory, MappaLevel, Supervision, Trigger, UnknownReason, YesNoUnknown } from '@/terms';

/** How sure we are of a clause (digest): shown to the user wherever the clause is. */
export type ClauseStatus = 'confirmed' | 'minuted' | 'partial' | 'open' | 'reading';

export interface Clause {
  readonly document: 'ERA-2017' | 'NASSO-2019' | 'MAPPA-NG' | 'NSG-2017-05' | 'NSG-2017-11' | 'SOA-2003' | 'CP-2021';
  readonly clause: string;
  readonly status: ClauseStatus;
  /** What it says, in our own words. */
  readonly says: string;
}

/** A standard's criterion: literals only, survives a JSON round trip. */
export interface Criterion {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly question: string;
  readonly kind: 'must' | 'recommended' | 'discretionary';
  /** ISO dates of force; to: null while in force. */
  readonly inForce: { readonly from: string; readonly to: string | null };
}

/** null: nobody has answered. 'unknown': somebody answered that it is not known. */
export interface ConductFacts {
  readonly registered: YesNoUnknown | null;
  readonly category: MappaCategory | null;
  readonly level: MappaLevel | null;
  readonly supervision: Supervision | null;
  readonly under18: YesNoUnknown | null;
  readonly trigger: Trigger | null;
  readonly addressKind: AddressKind | null;
}

export type Requirement = 'must' | 'complyOrExplain' | 'discretionary' | 'doesNotApply' | 'unknown';

export interface CriterionAnswer {
  readonly criterion: Criterion;
  readonly answer: Answer;
  /** Facts that led there, by name. */
  readonly facts: readonly (keyof ConductFacts)[];
}

export interface ConductDecision {
  readonly requirement: Requirement;
  readonly criteria: readonly CriterionAnswer[];
  readonly unknowns: readonly { readonly fact: keyof ConductFacts; readonly reason: UnknownReason; readonly ask: string }[];
  readonly lead: { readonly agency: AgencyId | null; readonly clauses: readonly Clause[] };
  /** A person under 18 stops the adult route. */
  readonly stop: { readonly why: string; readonly turnTo: string; readonly clauses: readonly Clause[] } | null;
}
