import { isDay, isJsonObject, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';

const LONGEST_TEXT = 500;
const MOST_ENTRIES = 200;

/** No event that is asked about lies outside two centuries, and within them every count stays within years of four digits. */
export const dayOr = (say: string) => v.pipe(v.string(say), v.isoDate(say), v.regex(/^(19|20)/, say), v.check((iso) => isDay(iso), say));
export const day = dayOr('Write a real day from 1900 to 2099 as yyyy-mm-dd, for example 2027-04-05.');

export const text = v.pipe(v.string('Write this as text.'), v.maxLength(LONGEST_TEXT, `Use at most ${LONGEST_TEXT} characters here.`));

/** Of an entry that means nothing without it. */
export const filledText = v.pipe(text, v.regex(/\S/, 'Fill this in: it is blank.'));

/** What nobody needs to answer: absent or null is 'nobody has answered'. */
export const open = <const Schema extends v.GenericSchema>(schema: Schema, what: string) => v.pipe(v.nullish(schema), v.description(what));

/** Of an entry that is given at all. */
export const given = <const Schema extends v.GenericSchema>(schema: Schema, what: string) => v.pipe(schema, v.description(what));

const idsOf = <const T extends Readonly<Record<string, string>>>(terms: T) => Object.keys(terms) as (keyof T & string)[];

export const choiceOf = <const Id extends string>(ids: readonly Id[]) => v.picklist(ids, `Choose one of: ${ids.join(', ')}.`);

/** An id of a table of terms; its words stand in the description. */
export function oneOf<const T extends Readonly<Record<string, string>>>(terms: T, what: string) {
  return open(choiceOf(idsOf(terms)), `${what} ${idsOf(terms).map((id) => `${id} = ${terms[id] ?? id}`).join('; ')}.`);
}

export const yesNoUnknown = choiceOf(idsOf(YES_NO_UNKNOWN));

/** yes; no; unknown: somebody answered that it is not known. */
export const answer = (what: string) => open(yesNoUnknown, `${what} yes, no, or unknown (it was asked and is not known).`);

/** An entry for each id of a table of terms, all of them open. */
export function openOf<const T extends Readonly<Record<string, string>>, Field>(terms: T, field: (words: string) => Field): Readonly<Record<keyof T & string, Field>> {
  return Object.fromEntries(idsOf(terms).map((id) => [id, field(terms[id] ?? id)])) as Record<keyof T & string, Field>;
}

/** An object of just these entries; what else it holds is told by `strangerFaults`. */
export const just = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.custom<object>(isJsonObject, 'Write this as an object, with its entries between { and }.'), v.strictObject(entries, 'Add this entry.'));

/** A list that is too long is one fault, whatever it holds. */
export const list = <const Entry extends v.GenericSchema>(entry: Entry) => v.pipe(
  v.array(v.unknown(), 'Write this as a list, between [ and ].'),
  v.maxLength(MOST_ENTRIES, `Keep at most ${MOST_ENTRIES} entries here.`),
  v.array(entry),
  v.maxLength(MOST_ENTRIES),
);
