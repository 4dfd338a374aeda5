import { CHECK_AGENCIES, type CheckAgencyId, CONDUCT_CHOICES, GROUNDS, OUTCOMES, TRIGGERS } from '@/terms';
import { countedOn, inYear } from './departures';
import type { AssessmentSummary } from './summaries';

/** A count below it is not told: with what is known elsewhere, few may be somebody. Steading's own choice, in the custom of Scottish public statistics. */
export const LEAST_TOLD = 5;

/** Raw counts of one question. `parts`: each assessment stands in just one row, so that the rows add up to what is asked about. */
interface Counted {
  readonly id: string;
  readonly heading: string;
  readonly parts: boolean;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly count: number }[];
}

/** As it may leave the office. `count` null: held back. */
export interface OversightGroup extends Omit<Counted, 'rows'> {
  readonly rows: readonly { readonly id: string; readonly label: string; readonly count: number | null }[];
}

/** The day that an assessment counts by: of its decision; of the authority for leaving it out; else the one on which it was begun. ISO date. */
export const oversightDay = (summary: Pick<AssessmentSummary, 'decided' | 'authorisedOn' | 'startedAt'>): string => summary.decided?.on ?? countedOn(summary);

/** When it was decided, against the first due day of ERA-2017 4.0: a longer time that was recorded stands apart. */
const KEPT = { within: 'Within the recommended days', longer: 'Within a longer time, recorded with its reason', over: 'Later' } as const;

function keptOf({ decided }: AssessmentSummary): keyof typeof KEPT | null {
  if (!decided?.firstDueOn) return null;
  if (decided.on <= decided.firstDueOn) return 'within';
  return decided.dueOn !== null && decided.on <= decided.dueOn ? 'longer' : 'over';
}

/** 'Which refusal in a row', of those who were told 'not manageable' for a proposed address. */
const REFUSALS = { first: 'First', second: 'Second', third: 'Third or later' } as const;
const refusalOf = (number: number): keyof typeof REFUSALS => (number === 1 ? 'first' : number === 2 ? 'second' : 'third');

function rawCounts(all: readonly AssessmentSummary[]): readonly Counted[] {
  const rows = <K extends string>(terms: Readonly<Record<K, string>>, of: readonly AssessmentSummary[], keyOf: (one: AssessmentSummary) => K | null | undefined) =>
    (Object.keys(terms) as K[]).map((id) => ({ id, label: terms[id], count: of.filter((one) => keyOf(one) === id).length }));
  const ofClock = (isYearly: boolean) => all.filter(({ trigger }) => (trigger === 'annualReview') === isYearly);
  const departures = all.filter(({ departure }) => departure);
  const refused = all.filter(({ decided }) => typeof decided?.refusal === 'number');
  const silent = (Object.keys(CHECK_AGENCIES) as CheckAgencyId[]).map((id) => ({ id, label: CHECK_AGENCIES[id], count: all.filter(({ decided, waiting }) => decided !== undefined && waiting?.some(({ agency }) => agency === id)).length }));
  return [
    { id: 'choice', heading: 'Assessments, by what was decided on conducting them', parts: true, rows: rows({ ...CONDUCT_CHOICES, none: 'Not decided yet' }, all, ({ choice }) => choice ?? 'none') },
    { id: 'trigger', heading: 'Assessments, by the event that began them', parts: true, rows: rows({ ...TRIGGERS, none: 'Not given' }, all, ({ trigger }) => trigger ?? 'none') },
    { id: 'outcome', heading: 'Assessments, by the decision of the Responsible Authorities', parts: true, rows: rows({ ...OUTCOMES, none: 'None recorded' }, all, ({ outcome }) => outcome ?? 'none') },
    { id: 'initialEra', heading: 'Initial ERAs, by when they were decided (ERA-2017 4.0: 7 clear working days, recommended as a minimum)', parts: true, rows: rows(KEPT, ofClock(false), keptOf) },
    { id: 'annualReview', heading: 'Annual reviews, by when they were decided (ERA-2017 4.0: 21 clear working days, as a minimum)', parts: true, rows: rows(KEPT, ofClock(true), keptOf) },
    { id: 'silent', heading: 'Decided assessments in which an agency was asked and had not answered', parts: false, rows: silent.filter(({ count }) => count > 0) },
    { id: 'ground', heading: 'Departures from the standard, by their ground', parts: true, rows: rows({ ...GROUNDS, notGiven: 'No ground given' }, departures, ({ ground }) => ground ?? 'notGiven').filter(({ count }) => count > 0) },
    { id: 'refusals', heading: 'Refused addresses, by which refusal in a row it was for the person', parts: true, rows: rows(REFUSALS, refused, ({ decided }) => refusalOf(decided?.refusal ?? 1)) },
  ];
}

const isSmall = (count: number): boolean => count > 0 && count < LEAST_TOLD;

/** Small counts are held back. Where the rows add up and one alone would be held, the smallest of the others goes too, or it could be worked out from what the rows add up to. */
export function withSmallHeld({ rows, ...group }: Counted): OversightGroup {
  const small = rows.filter(({ count }) => isSmall(count)).map(({ id }) => id);
  const next = rows.filter(({ count }) => count >= LEAST_TOLD).toSorted((a, b) => a.count - b.count)[0];
  const held = group.parts && small.length === 1 && next !== undefined ? [...small, next.id] : small;
  return { ...group, rows: rows.map((row) => (held.includes(row.id) ? { ...row, count: null } : row)) };
}

/** Counts for a Strategic Oversight Group, of one MAPPA year, without people: no reference, no address, no officer, no office beside another. `year`: '2026-27'. */
export function oversightOf(summaries: readonly AssessmentSummary[], year: string): readonly OversightGroup[] {
  return rawCounts(inYear(summaries, year, oversightDay)).map(withSmallHeld);
}
