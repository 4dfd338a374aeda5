import { MOST_HOLIDAYS_A_YEAR, type Protocol } from '@/rules';
import { type PhraseListId, QUICK_PHRASES, REGIMES } from '@/terms';
import * as v from 'valibot';
import { ownCheckSchema } from './agencies';
import { isoDate, line, oneOf, realDate, text } from './fields';

const holiday = v.object({ on: realDate, name: line });

/** As of a local protocol: more days would stretch limits that count working days. */
function fewAYear(holidays: { on: string; name: string }[]): boolean {
  const years = holidays.map(({ on }) => on.slice(0, 4));
  return years.every((year) => years.filter((other) => other === year).length <= MOST_HOLIDAYS_A_YEAR);
}

/** What a period is counted from. An event (registration ends, the tenancy ends) begins nothing until its day is recorded. */
export const KEPT_FROM = { decided: 'The day of the decision', event: 'An event, whose day is recorded when it comes' } as const;
export const KEPT_UNITS = { years: 'years', months: 'months' } as const;

/** So that the day can be counted; without it the rule stands in words, and somebody looks. `event`: in the office's words. */
const countedSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200)), unit: v.picklist(['years', 'months']), from: v.picklist(['decided', 'event']), event: line,
});

/** The office's own table: name of the rule, and for how long. Steading sets no periods of its own. */
export const retentionRuleSchema = v.object({ ruleId: line, name: line, keepFor: line, counted: v.exactOptional(countedSchema) });

/** The office's own settings. `radiusMetres` null: not chosen, so nothing is looked up (there is no national distance). */
export const officeSchema = v.object({
  schema: v.literal(2),
  officeName: line,
  panelName: line,
  /** Metres. null until the office has chosen: nothing is looked up before. */
  radiusMetres: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(50, 'Enter at least 50 metres.'), v.maxValue(5000, 'Enter at most 5,000 metres.'))),
  radiusReason: text,
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 minute.'), v.maxValue(60, 'Enter at most 60 minutes.')),
  /** How long an open vault may be hidden, or its device asleep. Offices saved before there was such a setting have 2. */
  lockHiddenMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 minute.'), v.maxValue(60, 'Enter at most 60 minutes.')), 2),
  retentionRules: v.array(retentionRuleSchema),
  /** Answers about nearby households are deleted so many days after the decision; absent: Steading's own number. */
  neighbours: v.exactOptional(v.object({ deleteAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 day.'), v.maxValue(365, 'Enter at most 365 days.')), reason: text })),
  /** Photos on the physical check (digest, harm 8): off until the office turns them on, with why and how long they are kept after the decision. Absent: off. */
  photos: v.exactOptional(v.object({
    allowed: v.boolean(), reason: text, deleteAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 day.'), v.maxValue(365, 'Enter at most 365 days.')),
  })),
  /** A block profile is refreshed after so many months; absent: Steading's own number. */
  blockProfiles: v.exactOptional(v.object({ staleAfterMonths: v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 month.'), v.maxValue(60, 'Enter at most 60 months.')), reason: text })),
  /** The law that prints and screens cite; absent: the office has not said. */
  regime: v.exactOptional(oneOf(REGIMES)),
  /** Phrases to tap on a physical check, by list; a list that is absent is Steading's own. */
  phrases: v.exactOptional(v.record(v.picklist(Object.keys(QUICK_PHRASES) as PhraseListId[]), v.array(line))),
  /** Database checks of the office's own, beside those of ERA-2017 5.2; absent: none. */
  databases: v.exactOptional(v.array(ownCheckSchema)),
  calendar: v.object({
    localHolidays: v.pipe(v.array(holiday), v.check(fewAYear, `Keep at most ${MOST_HOLIDAYS_A_YEAR} local holidays in one year: more would stretch the limits, which count working days.`)),
    /** Published bank holidays of years that Steading does not hold, with where they were published. */
    nationalYears: v.array(v.object({ year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)), days: v.array(holiday), source: line, addedOn: isoDate })),
    /** true: SOLO and other agencies side by side; false: 2 + 5 one after the other (ERA-2017 4.0 [reading]). */
    agenciesSideBySide: v.boolean(),
  }),
  /** Checked by the rules when it is edited or imported (parseProtocol). */
  protocol: v.nullable(v.custom<Protocol>((value) => typeof value === 'object' && value !== null && 'format' in value && value.format === 'steading-protocol')),
});

export type Office = v.InferOutput<typeof officeSchema>;
export type RetentionRule = v.InferOutput<typeof retentionRuleSchema>;

export const emptyOffice: Office = {
  schema: 2, officeName: '', panelName: '', radiusMetres: null, radiusReason: '', lockAfterMinutes: 10, lockHiddenMinutes: 2, retentionRules: [],
  calendar: { localHolidays: [], nationalYears: [], agenciesSideBySide: false }, protocol: null,
};
