import type { Address, AskedThen, Assessment, Office, Person, PhotoNote } from '@/record';

/** Everything that a printed record is made from. `printedAt`: ISO instant. */
export interface RecordRequest {
  readonly person: Person;
  readonly address: Address;
  readonly assessment: Assessment;
  /** What today's standard asks: printed only where the record carries no standard of its own. */
  readonly askedNow: AskedThen;
  readonly office: Office;
  readonly officer: { readonly name: string; readonly role: string; readonly agency: string };
  /** The 8-character code of the log's head: shows later whether the log was cut. */
  readonly logHeadCode: string;
  readonly printedAt: string;
  /** Whether the signatures of second officers hold, checked for this print; by the signature. Absent: not checked. */
  readonly signatures?: Readonly<Record<string, boolean>>;
  /** Photos of the physical check, those that were deleted too: counted and told of, never printed. Absent: none. */
  readonly photos?: readonly PhotoNote[];
  readonly training: boolean;
  /** It stays with the police: what only the police answer stands in it. Left out: it does not. */
  readonly forPolice?: boolean;
}
