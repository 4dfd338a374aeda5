import { isDay, isJsonObject } from '@/terms';
import * as v from 'valibot';

export const LONGEST_TEXT = 500;
export const LONGEST_NAME = 120;
export const MOST_ENTRIES = 200;

const ADDS_ONLY = 'A local protocol adds to the standard; it cannot remove or change a national criterion. Take out this entry.';
/** Half of a pair: it has no UTF-8, so the text that holds it could not be addressed by its content. */
const HALF_CHARACTER = /\p{Surrogate}/u;

export const text = (longest = LONGEST_TEXT) => v.pipe(
  v.string('Write this as text.'),
  v.check((value) => value.trim() !== '', 'Fill this in: it is blank.'),
  v.maxLength(longest, `Use at most ${longest} characters here.`),
  v.check((value) => !HALF_CHARACTER.test(value), 'Take out the broken character: it is half of a pair.'),
);

export const question = v.pipe(text(), v.endsWith('?', 'End the question with a question mark.'));

export const isoDay = v.custom<string>(isDay, 'Write a real day as yyyy-mm-dd, for example 2027-04-05.');

export const wholeNumber = (least: number, most: number, say: string) =>
  v.custom<number>((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, say);

/** `taken`: ids that belong to the standard or to Steading, and what to say to whoever takes one. */
export const newId = (taken: (id: string) => boolean, say: string) => v.pipe(
  v.string('Write this as text.'),
  v.check((id) => !taken(id), say),
  // Answers are kept by id in a plain object, where this name is taken.
  v.check((id) => id !== 'constructor', "Use another id: 'constructor' cannot be kept."),
  v.regex(/^[a-z0-9][a-z0-9-]{1,40}$/, 'Use 2 to 41 lower-case letters, digits and hyphens, beginning with a letter or a digit.'),
);

/** An object of just these entries. Each unknown key is told, where `strictObject` alone would tell the first only. */
export function just<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.custom<object>(isJsonObject, 'Write this as an object, with its entries between { and }.'),
    v.lazy((input): v.StrictObjectSchema<Entries, string> => {
      const others = Object.keys(input as object).filter((key) => !Object.hasOwn(entries, key));
      return v.strictObject({ ...entries, ...Object.fromEntries(others.map((key) => [key, v.never(ADDS_ONLY)])) }, 'Add this entry.');
    }),
  );
}

export const list = <const Entry extends v.GenericSchema>(entry: Entry) => v.pipe(
  v.array(v.unknown(), 'Write this as a list, between [ and ].'),
  v.maxLength(MOST_ENTRIES, `Keep at most ${MOST_ENTRIES} entries here.`),
  v.array(entry),
);
