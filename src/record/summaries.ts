import { type ClockFacts, type ConductFacts, decide, type Departure, type Requirement } from '@/rules';
import type { AuthorityKind, LngLat } from '@/terms';
import { agenciesWaitedFor } from './agencies';
import { authorityKind } from './authority';
import type { CaseFileToday } from './caseFile';
import { askedDepartedFrom, departuresIn } from './departures';
import { dueFacts } from './due';
import { conductFacts } from './facts';
import { openRequests } from './propertyRequests';
import type { Address } from './schema/address';
import type { Assessment } from './schema/assessment';
import type { Person } from './schema/person';
import { type KeepingFacts, keepingFacts } from './retention';
import { readyToSign } from './signOff/readyToSign';
import { signState } from './signOff/rounds';
import { type RecordState, recordState } from './taskStates';
import { eraIsConducted } from './tasks/conduct';
import { countsRefusals } from './tasks/outcome';

/** What lists need, for the vault's sealed index: small, and nothing that a list does not show. */
export interface PersonSummary {
  readonly reference: string;
}

export interface AddressSummary {
  readonly text: string;
  readonly flat: string;
  readonly postcode: string;
  /** Of a position on the building; null: none so exact. Absent: listed before it was. */
  readonly point?: LngLat | null;
}

/** What a deadline is counted from, by the office's calendar of the day. `answered`: deadlines that are met. */
export interface DueFacts {
  readonly facts: ConductFacts;
  readonly clock: ClockFacts;
  readonly answered: readonly string[];
}

export interface AssessmentSummary extends RecordState {
  readonly reference: string;
  readonly personId: string;
  readonly addressId: string;
  readonly kind: Assessment['addressKind'];
  readonly trigger: Assessment['trigger']['kind'];
  readonly choice: Assessment['conduct']['decision'];
  readonly requirement: Requirement;
  /** Ids of the criteria departed from, national and local. */
  readonly departsFrom: readonly string[];
  /** The strictest that is departed from. */
  readonly asked: Departure['asked'] | null;
  /** null where an ERA is conducted in full. */
  readonly ground: Assessment['conduct']['ground'];
  readonly authorisedOn: string | null;
  /** Who answers for a departure beside the decider; null: nobody yet. Absent: listed before it was told. */
  readonly authority?: AuthorityKind | null;
  readonly reopenOn: string | null;
  /** null while none is recorded, and where no ERA is conducted. */
  readonly outcome: Assessment['outcome']['decision'];
  readonly reviewOn: string | null;
  /** Of a decided ERA, for counts: the day, the days that the whole was due on (null: no such clock ran, or it could not be counted), and which refusal it is. Absent: not decided, or listed before it was told. */
  readonly decided?: { readonly on: string; readonly firstDueOn: string | null; readonly dueOn: string | null; readonly refusal: number | null };
  /** The person has left the address (ISO date). Absent: nobody has said so. */
  readonly leftOn?: string;
  /** Of a complete record whose release or home leave has its day. Absent: none, or listed before it was told. */
  readonly releaseOn?: string;
  /** Agencies that were asked and have not answered. Absent: none of them, or listed before it was told. */
  readonly waiting?: ReturnType<typeof agenciesWaitedFor>;
  /** Complete, and not signed off by assessor and manager. Absent: signed, in progress, shrunk, or begun before Steading asked. */
  readonly toSign?: true;
  readonly startedAt: string;
  /** Requests for property information that wait for a reply, by id; absent: none. */
  readonly requests?: readonly string[];
  /** Looked up in the fictional training area. */
  readonly training: boolean;
  /** null of a complete record. */
  readonly due: DueFacts | null;
  readonly keeping: KeepingFacts;
}

export const summaryOfPerson = ({ reference }: Person): PersonSummary => ({ reference });

export const summaryOfAddress = ({ text, flat, postcode, position }: Address): AddressSummary => ({ text, flat, postcode, point: position?.precision === 'building' ? position.point : null });

/** Written by a Steading that listed less: write it anew from the documents. */
export const isOldSummary = (summary: object): boolean => !('choice' in summary && 'due' in summary && 'keeping' in summary);

/** `state` and `departure` hang on person, address and local protocol too: write this anew whenever one of them changes. */
export function summaryOfAssessment(file: CaseFileToday): AssessmentSummary {
  const keeping = keepingFacts(file.assessment);
  const shrunk = file.assessment.keeping?.shrunk ?? null;
  // Its answers are gone: lists and yearly counts go on saying what they said.
  return shrunk === null ? { ...summaryOfAnswers(file), ...toSign(file), keeping } : { ...(shrunk.listed as unknown as AssessmentSummary), keeping };
}

function leftOn({ afterOffer = [] }: Assessment): { readonly leftOn?: string } {
  const last = afterOffer.findLast(({ event }) => event === 'left');
  return last ? { leftOn: last.on } : {};
}

/** By the clocks that were counted when it was put on record. */
function decided(assessment: Assessment): Pick<AssessmentSummary, 'decided'> {
  const { outcome, asked, trigger } = assessment;
  if (outcome.decidedOn === null || eraIsConducted(assessment) === false) return {};
  const deadline = asked?.deadlines.find(({ id }) => id === (trigger.kind === 'annualReview' ? 'annualReview' : 'initialEra'));
  return { decided: { on: outcome.decidedOn, firstDueOn: deadline?.firstDueOn ?? null, dueOn: deadline?.dueOn ?? null, refusal: countsRefusals(assessment) ? outcome.refusalNumber : null } };
}

function toSign(file: CaseFileToday): Pick<AssessmentSummary, 'toSign'> {
  const state = signState(file.assessment);
  return state !== 'notAsked' && state !== 'whole' && readyToSign(file).open.length === 0 ? { toSign: true } : {};
}

function waiting(assessment: Assessment): Pick<AssessmentSummary, 'waiting'> {
  const waitedFor = agenciesWaitedFor(assessment);
  return waitedFor.length === 0 ? {} : { waiting: waitedFor };
}

function summaryOfAnswers(file: CaseFileToday): Omit<AssessmentSummary, 'keeping'> {
  const { reference, personId, addressId, addressKind, trigger, conduct, outcome, review, startedAt, surroundings } = file.assessment;
  const departures = departuresIn(file);
  const state = recordState(file);
  const inFull = conduct.decision === 'conducted';
  return {
    reference, personId, addressId, startedAt,
    kind: addressKind,
    trigger: trigger.kind,
    choice: conduct.decision,
    requirement: decide(conductFacts(file.person, file.assessment), file.protocol).requirement,
    departsFrom: departures.map(({ criterionId }) => criterionId),
    asked: askedDepartedFrom(departures),
    ground: inFull ? null : conduct.ground,
    authorisedOn: inFull ? null : conduct.authorisedOn,
    authority: inFull ? null : authorityKind(conduct),
    reopenOn: inFull ? null : conduct.reopenOn,
    outcome: eraIsConducted(file.assessment) === false ? null : outcome.decision,
    reviewOn: review.reviewOn,
    ...leftOn(file.assessment),
    ...decided(file.assessment),
    ...waiting(file.assessment),
    training: surroundings?.answer.training ?? false,
    ...(openRequests(file.assessment).length > 0 && { requests: openRequests(file.assessment) }),
    ...(state.state === 'complete' && file.assessment.clocks.releaseOn !== null && { releaseOn: file.assessment.clocks.releaseOn }),
    due: state.state === 'complete' ? null : dueFacts(file),
    ...state,
  };
}
