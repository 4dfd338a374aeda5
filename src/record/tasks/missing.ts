/** What a task still needs: the field as the screens name it, and a sentence that says what to do. */
export interface Missing {
  readonly field: string;
  readonly say: string;
}

export const isBlank = (words: string): boolean => words.trim() === '';

/** [needed, field, sentence] rows into what is missing. */
export function missingFrom(rows: readonly (readonly [isMissing: boolean, field: string, say: string])[]): Missing[] {
  return rows.flatMap(([isMissing, field, say]) => (isMissing ? [{ field, say }] : []));
}

/** Anything answered below: any text, number, date or choice. */
export function isBegun(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return !isBlank(value);
  return typeof value === 'object' ? Object.values(value).some(isBegun) : true;
}
