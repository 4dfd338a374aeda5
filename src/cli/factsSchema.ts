import { ADDRESS_KINDS, AGENCIES, BEHAVIOURS, CHANGES, CHECK_AGENCIES, CONDUCT_CHOICES, ERA_PARTS, GROUNDS, isJsonObject, MAPPA_CATEGORIES, MAPPA_LEVELS, ORDERS, SUPERVISION, TRIGGERS } from '@/terms';
import * as v from 'valibot';
import { answer, choiceOf, day, dayOr, filledText, given, just, list, oneOf, open, openOf, text, yesNoUnknown } from './factsFields';

const idsOf = <T extends object>(terms: T) => Object.keys(terms) as (keyof T & string)[];

/** What can have a later day. The person's own duty is nobody's to extend. */
export const EXTENDABLE = [
  'initialEra', 'solo', 'otherAgencies', 'annualReview', ...idsOf(CHECK_AGENCIES).map((id) => `agency.${id}` as const), 'release', 'voidHeld', 'bidCloses',
] as const;

const LAST_DONE = 'Write a real day from 1900 to 2099 as yyyy-mm-dd, or never, or unknown.';
const lastDone = v.union([v.picklist(['never', 'unknown']), dayOr(LAST_DONE)], LAST_DONE);

const start = just({
  on: open(day, 'The day on which it happened.'),
  event: open(text, 'Which event it was, in words.'),
  agency: oneOf(AGENCIES, "Whose event it was (ERA-2017 4.0 leaves 'notification' undefined)."),
});

const holiday = just({ on: given(day, 'The day.'), name: given(filledText, 'Its name.') });

const clock = just({
  notification: open(start, 'What started the clock of the initial ERA: 7 clear working days.'),
  renewedOn: open(day, 'Renewal of registration: the annual review is counted from it, 21 clear working days.'),
  movedOn: open(day, "The person's own change of home address (SOA-2003 s. 84(1)): shown, never ruled on."),
  releaseOn: open(day, 'Day of release.'),
  voidHeldUntil: open(day, 'Until when the landlord holds the property.'),
  bidClosesOn: open(day, 'When the bid closes.'),
  agencies: open(just(openOf(CHECK_AGENCIES, (words) => open(start, `${words}: an event of its own that started its clock.`))), 'Agencies that do not count from the notification.'),
  extensions: open(list(just({
    deadlineId: given(choiceOf(EXTENDABLE), 'Which deadline, by its id.'),
    to: given(day, 'The later day. It counts where it lies after the first one, which is kept.'),
    reason: given(filledText, 'Why.'),
    decidedOn: given(day, 'When that was decided.'),
    by: given(filledText, 'Who decided it, by role.'),
  })), 'Later days for deadlines, in the order in which they were decided.'),
});

const calendar = just({
  localHolidays: open(list(holiday), 'Local days that are not worked.'),
  nationalYears: open(list(just({
    year: given(v.pipe(v.number('Write a whole year, for example 2028.'), v.integer('Write a whole year, for example 2028.'), v.minValue(2000, 'Write a year from 2000 to 2099.'), v.maxValue(2099, 'Write a year from 2000 to 2099.')), 'The year.'),
    days: given(v.pipe(list(holiday), v.minLength(1, 'Give the holidays of this year: without them every weekday would count.')), 'All Scottish bank holidays of that year.'),
    source: given(filledText, 'Where they were published.'),
  })), 'Years of Scottish bank holidays that Steading does not hold. A year that nobody gives is not counted into.'),
  agenciesSideBySide: open(v.boolean('Write true or false.'), '2 and 5 working days: true = side by side, both from the notification; false = one after the other, which is how Steading reads ERA-2017 4.0.'),
});

const conduct = just({
  choice: oneOf(CONDUCT_CHOICES, 'What the agencies decided about conducting an ERA.'),
  partsLeftOut: open(list(choiceOf(idsOf(ERA_PARTS))), `Of an ERA that is not conducted in full. ${idsOf(ERA_PARTS).map((id) => `${id} = ${ERA_PARTS[id]}`).join('; ')}.`),
  ground: oneOf(GROUNDS, "On what ground; the list is Steading's own."),
  authorisedBy: open(text, 'The second officer who authorised it, by role.'),
  authorisedOn: open(day, 'When it was authorised.'),
  reopenOn: open(day, 'When the question is opened again.'),
});

/** What `steading decide` takes. What a shape alone cannot tell stands in `factsFaults`. */
export const factsSchema = just({
  asOf: open(day, 'The day for which the question is asked; a year is counted back from it. Absent: today in Scotland.'),
  under18: answer('Is the person under 18? Yes stops the adult route.'),
  registered: answer('Is the person subject to sex offender notification requirements (SONR)?'),
  category: oneOf(MAPPA_CATEGORIES, 'MAPPA category.'),
  level: oneOf(MAPPA_LEVELS, 'MAPPA level.'),
  supervision: oneOf(SUPERVISION, 'Statutory supervision by justice social work.'),
  orders: open(just(openOf(ORDERS, (words) => answer(`${words}: in force?`))), 'Orders in force for the person.'),
  behaviours: open(just(openOf(BEHAVIOURS, (words) => answer(`${words}?`))), 'Offence behaviours: those minuted, and any other.'),
  trigger: oneOf(TRIGGERS, 'The event that leads to the question.'),
  changes: open(just(openOf(CHANGES, (words) => answer(`${words}: changed?`))), 'Changes since the last ERA or review.'),
  addressKind: oneOf(ADDRESS_KINDS, 'What the address is to the person.'),
  lastEra: open(lastDone, 'The last ERA of this person at this address: a day, never, or unknown (it was asked and is not known).'),
  lastReview: open(lastDone, 'The last review of that ERA: a day, never, or unknown (it was asked and is not known).'),
  local: open(v.pipe(v.custom<object>(isJsonObject, 'Write this as an object: the id of each question with its answer.'), v.record(v.string(), v.nullable(yesNoUnknown))), "Answers to the questions of the local protocol, by the question's id: yes, no, unknown or null."),
  clock: open(clock, 'What the clocks are counted from. Days only: no names, no addresses.'),
  calendar: open(calendar, "The office's calendar."),
  protocol: open(v.pipe(v.custom<object>(isJsonObject, 'Write this as an object: the whole protocol file.'), v.record(v.string(), v.unknown())), "The office's local protocol, as its file holds it (docs/protocols.md). It is checked by the rules for protocols."),
  conduct: open(conduct, 'What the agencies decided: departures from the standard are told from it.'),
});

/** Shapes that come up again and again, by the names that docs/facts.schema.json gives them. */
export const FACTS_SHAPES = { day, answer: yesNoUnknown, start, holiday };

export type FactsFile = v.InferOutput<typeof factsSchema>;
