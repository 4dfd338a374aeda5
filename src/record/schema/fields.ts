import { isDay, YES_NO_UNKNOWN, type YesNoUnknown } from '@/terms';
import * as v from 'valibot';

/** Longest free text kept in one field (characters). Longer input is refused whole, with a message, never cut. */
export const LONGEST_TEXT = 20_000;
export const LONGEST_LINE = 500;

export const line = v.pipe(v.string(), v.maxLength(LONGEST_LINE, `Use at most ${LONGEST_LINE} characters here.`));
export const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT, `Use at most ${LONGEST_TEXT.toLocaleString('en-GB')} characters here.`));

const ENTER_A_DATE = 'Enter a date, for example 27 3 2026.';

/** yyyy-mm-dd, a day of the calendar. */
export const realDate = v.pipe(v.string(), v.isoDate(ENTER_A_DATE), v.check((iso) => isDay(iso), ENTER_A_DATE));

/** The same, or null where nobody has answered. */
export const isoDate = v.nullable(realDate);
export const instant = v.pipe(v.string(), v.isoTimestamp());

/** One of a table of terms, or null where nobody has answered. */
export function oneOf<const T extends Record<string, unknown>>(terms: T) {
  return v.nullable(v.picklist(Object.keys(terms) as (keyof T & string)[]));
}

/** Yes, no, not known, or nobody has answered: of each term of a table. */
export function answersTo<const T extends Record<string, string>>(terms: T) {
  const entries = Object.fromEntries(Object.keys(terms).map((id) => [id, oneOf(YES_NO_UNKNOWN)])) as Record<keyof T & string, ReturnType<typeof oneOf<typeof YES_NO_UNKNOWN>>>;
  return v.object(entries);
}

/** Nobody has answered about any of them. */
export function noAnswers<const T extends Record<string, string>>(terms: T): Record<keyof T & string, YesNoUnknown | null> {
  return Object.fromEntries(Object.keys(terms).map((id) => [id, null])) as Record<keyof T & string, null>;
}

export const lngLat = v.object({
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
});
