import * as v from 'valibot';

/** Longest free text kept in one field (characters). Longer input is refused whole, with a message, never cut. */
export const LONGEST_TEXT = 20_000;
export const LONGEST_LINE = 500;

export const line = v.pipe(v.string(), v.maxLength(LONGEST_LINE, `Use at most ${LONGEST_LINE} characters here.`));
export const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT, `Use at most ${LONGEST_TEXT.toLocaleString('en-GB')} characters here.`));

/** yyyy-mm-dd, or null where nobody has answered. */
export const isoDate = v.nullable(v.pipe(v.string(), v.isoDate('Enter a date, for example 27 3 2026.')));
export const instant = v.pipe(v.string(), v.isoTimestamp());

/** One of a table of terms, or null where nobody has answered. */
export function oneOf<const T extends Record<string, unknown>>(terms: T) {
  return v.nullable(v.picklist(Object.keys(terms) as (keyof T & string)[]));
}

export const lngLat = v.object({
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
});
