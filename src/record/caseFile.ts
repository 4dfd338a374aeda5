import type { Protocol } from '@/rules';
import type { Address } from './schema/address';
import type { Assessment } from './schema/assessment';
import type { Person } from './schema/person';

/** One assessment with the person and the address that it is about. */
export interface CaseFile {
  readonly person: Person;
  readonly address: Address;
  readonly assessment: Assessment;
}

/** What the standard and the office's local protocol are asked about. */
export interface AskedCase extends Pick<CaseFile, 'person' | 'assessment'> {
  readonly protocol: Protocol | null;
}

/** `today`: ISO date in Scotland; tells a date that lies ahead from one that is past. */
export interface CaseFileToday extends CaseFile, AskedCase {
  readonly today: string;
}
