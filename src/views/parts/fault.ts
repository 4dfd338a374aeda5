/** What is wrong with a field of a form; `field` is its id. */
export interface Fault {
  readonly field: string;
  readonly say: string;
}

export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.say;
}
