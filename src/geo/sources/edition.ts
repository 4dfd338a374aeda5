/** When a source's content was true, and until when 'none found' may be said from it (ISO dates); null: not known, and never guessed. */
export interface Edition {
  readonly asOf: string | null;
  readonly staleAfter: string | null;
}

/** ' 2026', to end a line of copyright with; nothing where the date is not known. */
export const yearAfterBlank = (asOf: string | null): string => (asOf === null ? '' : ` ${asOf.slice(0, 4)}`);

/** `asOf` moved on by whole months; the last day of a shorter month where it has no such day. */
export function monthsAfter(asOf: string, months: number): string {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
