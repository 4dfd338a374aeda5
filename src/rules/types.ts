import type { AddressKind, AgencyId, Answer, BehaviourId, ChangeId, ConductChoice, MappaCategory, MappaLevel, OrderId, Trigger, UnknownReason, YesNoUnknown } from '@/terms';

/** How sure we are of a clause (digest): shown to the user wherever the clause is. 'local': the office's own protocol says so. */
export type ClauseStatus = 'confirmed' | 'minuted' | 'partial' | 'open' | 'reading' | 'local';

export type NationalDocument = 'ERA-2017' | 'NASSO-2019' | 'MAPPA-NG' | 'NSG-2017-05' | 'NSG-2017-11' | 'SOA-2003' | 'CP-2021';

export interface Clause {
  /** A national document's short name, or the name of the office's local protocol. */
  readonly document: string;
  readonly clause: string;
  readonly status: ClauseStatus;
  /** What it says, in our own words. */
  readonly says: string;
}

export type Requirement = 'must' | 'complyOrExplain' | 'discretionary' | 'doesNotApply' | 'unknown';
/** What a criterion that is met can ask for, strictest first. */
export type Asked = 'must' | 'complyOrExplain' | 'discretionary';

/** ISO dates of force; to: null while in force. */
export interface InForce {
  readonly from: string;
  readonly to: string | null;
}

/** A standard's criterion: literals only, survives a JSON round trip. */
export interface Criterion {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly question: string;
  /** Of the check or the duty itself. 'recommended' is never a requirement to conduct. */
  readonly kind: 'must' | 'recommended' | 'discretionary';
  /** What it asks for where it is met; null: it says nothing about whether an ERA is conducted. */
  readonly asksFor: Asked | null;
  readonly inForce: InForce;
}

/** A threshold with value, unit, source and dates of force. */
export interface Limit {
  readonly id: LimitId;
  readonly label: string;
  readonly value: number;
  /** clearWorkingDays: the day it is counted from does not count. calendarDays: the day of the event is the first. */
  readonly unit: 'clearWorkingDays' | 'calendarDays';
  readonly clauses: readonly Clause[];
  readonly inForce: InForce;
}
export type LimitId = 'initialEra' | 'solo' | 'otherAgencies' | 'annualReview' | 'ownNotification';

export interface StandardSection {
  readonly id: string;
  readonly heading: string;
  readonly criteria: readonly Criterion[];
}

/** ISO date, or 'never'; 'unknown': somebody answered that it is not known; null: nobody has answered. */
export type LastDone = string | null;

type Answers<Id extends string> = Readonly<Record<Id, YesNoUnknown | null>>;

/** null: nobody has answered. 'unknown': somebody answered that it is not known. */
export interface ConductFacts {
  /** ISO date for which the question is asked: a year is counted from it. */
  readonly asOf: string;
  readonly under18: YesNoUnknown | null;
  readonly registered: YesNoUnknown | null;
  readonly category: MappaCategory | null;
  readonly level: MappaLevel | null;
  /** Statutory supervision by justice social work, under a licence or an order. */
  readonly supervision: YesNoUnknown | null;
  readonly orders: Answers<OrderId>;
  readonly behaviours: Answers<BehaviourId>;
  readonly trigger: Trigger | null;
  readonly changes: Answers<ChangeId>;
  readonly addressKind: AddressKind | null;
  /** The last ERA of this person at this address. */
  readonly lastEra: LastDone;
  /** The last review of that ERA. */
  readonly lastReview: LastDone;
  /** Answers to the questions of the local protocol, by their id; absent: nobody has answered. */
  readonly local: Readonly<Record<string, YesNoUnknown | null>>;
}

export type FactPath =
  | 'under18' | 'registered' | 'category' | 'level' | 'supervision' | `orders.${OrderId}` | `behaviours.${BehaviourId}` | 'trigger' | `changes.${ChangeId}`
  | 'addressKind' | 'lastEra' | 'lastReview' | `local.${string}`;

export interface CriterionAnswer {
  readonly criterion: Criterion;
  readonly answer: Answer;
  /** Facts that led there, by path. */
  readonly facts: readonly FactPath[];
}

/** What nobody can say yet. `fact`: a fact's path, or the id of a criterion whose own text is open. */
export interface Unknown {
  readonly fact: string;
  readonly reason: UnknownReason;
  readonly ask: string;
}

export interface ConductDecision {
  readonly requirement: Requirement;
  readonly criteria: readonly CriterionAnswer[];
  readonly unknowns: readonly Unknown[];
  readonly lead: { readonly agency: AgencyId | null; readonly clauses: readonly Clause[] };
  /** A person under 18 stops the adult route. */
  readonly stop: { readonly why: string; readonly turnTo: string; readonly clauses: readonly Clause[] } | null;
}

/** A part of the standard that the agencies depart from by what they chose. */
export interface Departure {
  readonly criterionId: string;
  readonly question: string;
  readonly asked: 'must' | 'complyOrExplain';
  readonly clauses: readonly Clause[];
  readonly choice: ConductChoice;
}
