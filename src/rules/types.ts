import type {
  AddressKind, AgencyId, Answer, BehaviourId, ChangeId, CheckAgencyId, ConductChoice, MappaCategory, MappaLevel, OrderId, Trigger, UnknownReason, YesNoUnknown,
} from '@/terms';

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

/* ── The office's local protocol: adds to the standard, never takes away ── */

/** A question that the office asks besides the national ones: of a group of people, or of an event. Yes asks for an ERA. */
export interface LocalQuestion {
  /** Lower-case letters, digits and hyphens; not the id of a national criterion. */
  readonly id: string;
  readonly question: string;
  readonly asksFor: Asked;
  /** Where it stands in the office's own document. */
  readonly clause: string;
  readonly reason: string;
}

export interface Protocol {
  readonly format: 'steading-protocol';
  readonly formatVersion: 1;
  readonly name: string;
  readonly version: string;
  readonly owner: string;
  /** ISO date. */
  readonly inForceFrom: string;
  /** Groups of people: asked on the given events only; an empty list means on every event. */
  readonly groups: readonly (LocalQuestion & { readonly onEvents: readonly Trigger[] })[];
  readonly triggers: readonly LocalQuestion[];
  /** Checks besides those of ERA-2017 5.0. */
  readonly checks: readonly { readonly id: string; readonly label: string; readonly ask: string; readonly kind: Criterion['kind']; readonly reason: string }[];
  /** Kinds of place besides those of Steading: asked about, never searched by a map. */
  readonly categories: readonly { readonly id: string; readonly label: string; readonly plural: string; readonly ask: string; readonly reason: string }[];
  /** Distances at which the office wants a closer look: its own, never a limit, never the standard's. `category`: a mapped category. */
  readonly prompts: readonly { readonly category: string; readonly metres: number; readonly reason: string }[];
  /** Shorter limits only. */
  readonly limits: readonly { readonly limit: LimitId; readonly days: number; readonly reason: string }[];
  readonly holidays: readonly Holiday[];
}

/* ── Clocks ── */

/** One non-working day. */
export interface Holiday {
  /** ISO date. */
  readonly on: string;
  readonly name: string;
}

/** The Scottish bank holidays of one year, with where they were published. */
export interface NationalYear {
  readonly year: number;
  readonly days: readonly Holiday[];
  readonly source: string;
}

/** Years that `national` does not hold are not guessed at: counting into them is unknown. */
export interface WorkCalendar {
  readonly national: readonly NationalYear[];
  readonly local: readonly Holiday[];
}

export interface CountedDay {
  /** ISO date. */
  readonly on: string;
  /** 1, 2, 3…; null: the day does not count. */
  readonly number: number | null;
  /** start: the day of the event itself; working, calendar: a day that counts. */
  readonly why: 'start' | 'working' | 'calendar' | 'weekend' | 'nationalHoliday' | 'localHoliday';
  /** Of a holiday. */
  readonly name: string | null;
}

export type Counted =
  | { readonly is: 'counted'; readonly dueOn: string; readonly days: readonly CountedDay[] }
  | { readonly is: 'unknown'; readonly year: number; readonly say: string };

/** Which event, of which agency, started a clock (ERA-2017 4.0 leaves 'notification' undefined). */
export interface ClockStart {
  /** ISO date; null: not given yet. */
  readonly on: string | null;
  readonly event: string;
  readonly agency: AgencyId | null;
}

export interface Extension {
  readonly deadlineId: string;
  /** ISO date: the later day. The first one is kept. */
  readonly to: string;
  readonly reason: string;
  /** ISO date. */
  readonly decidedOn: string;
  readonly by: string;
}

export interface ClockFacts {
  readonly notification: ClockStart;
  /** Renewal of registration (ERA-2017 4.0: the annual review counts from it). ISO date. */
  readonly renewedOn: string | null;
  /** The person's own change of home address (SOA-2003 s.84(1)). ISO date. */
  readonly movedOn: string | null;
  readonly releaseOn: string | null;
  readonly voidHeldUntil: string | null;
  readonly bidClosesOn: string | null;
  /** Agencies whose clock was started by an event of their own; the others count from the notification. */
  readonly agencies: Readonly<Partial<Record<CheckAgencyId, ClockStart>>>;
  readonly extensions: readonly Extension[];
}

export interface ClockSettings {
  readonly calendar: WorkCalendar;
  /** false: 2 + 5 one after the other [reading]; true: the SOLO's 2 and the others' 5 both begin with the notification. */
  readonly agenciesSideBySide: boolean;
}

export interface Deadline {
  /** initialEra, solo, otherAgencies, agency.<id>, annualReview, ownNotification, release, voidHeld, bidCloses */
  readonly id: string;
  readonly for: string;
  readonly kind: 'clearWorkingDays' | 'calendarDays' | 'fixedDay';
  /** null: a fixed day. A shorter limit of the local protocol stands here instead of the national one. */
  readonly limitDays: number | null;
  /** What is counted from; null: a fixed day. */
  readonly countedFrom: ClockStart | null;
  /** As counted, before any extension. ISO date; null: not known, see `unknown`. */
  readonly firstDueOn: string | null;
  /** With the last extension. */
  readonly dueOn: string | null;
  readonly extension: Extension | null;
  readonly days: readonly CountedDay[];
  readonly unknown: { readonly reason: UnknownReason; readonly say: string } | null;
  /** false: the person's own duty, shown and never ruled on. */
  readonly ruledOn: boolean;
  readonly clauses: readonly Clause[];
}
