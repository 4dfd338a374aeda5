import type { CaseFileToday } from './caseFile';
import type { Address } from './schema/address';
import type { Assessment } from './schema/assessment';
import type { Person } from './schema/person';
import { type RecordState, recordState } from './taskStates';

/** What lists need, for the vault's sealed index: small, and nothing that a list does not show. */
export interface PersonSummary {
  readonly reference: string;
}

export interface AddressSummary {
  readonly text: string;
  readonly flat: string;
  readonly postcode: string;
}

export interface AssessmentSummary extends RecordState {
  readonly reference: string;
  readonly personId: string;
  readonly addressId: string;
  readonly kind: Assessment['addressKind'];
  readonly trigger: Assessment['trigger']['kind'];
  readonly conducted: Assessment['conduct']['decision'];
  /** null while none is recorded, and where no ERA is conducted. */
  readonly outcome: Assessment['outcome']['decision'];
  readonly reviewOn: string | null;
  readonly startedAt: string;
  /** Looked up in the fictional training area. */
  readonly training: boolean;
}

export const summaryOfPerson = ({ reference }: Person): PersonSummary => ({ reference });

export const summaryOfAddress = ({ text, flat, postcode }: Address): AddressSummary => ({ text, flat, postcode });

/** `state` and `departure` hang on person and address too: write this anew whenever one of the three is saved. */
export function summaryOfAssessment(file: CaseFileToday): AssessmentSummary {
  const { reference, personId, addressId, addressKind, trigger, conduct, outcome, review, startedAt, surroundings } = file.assessment;
  return {
    reference, personId, addressId, startedAt,
    kind: addressKind,
    trigger: trigger.kind,
    conducted: conduct.decision,
    outcome: conduct.decision === 'notConducted' ? null : outcome.decision,
    reviewOn: review.reviewOn,
    training: surroundings?.answer.training ?? false,
    ...recordState(file),
  };
}
