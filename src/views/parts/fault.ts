import { messageOf } from './messageOf';

/** What is wrong with a field of a form; `field` is its id. */
export interface Fault {
  readonly field: string;
  readonly say: string;
}

export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.say;
}

/** What a save was refused for, at the field that the error names; else at the head of the page. */
export function faultFrom(error: unknown): Fault {
  return { field: error instanceof Error && 'field' in error ? String(error.field) : 'page-title', say: messageOf(error) };
}
