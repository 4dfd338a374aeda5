import { decide, type Departure, departuresOf, needsAuthority } from '@/rules';
import { AUTHORITIES, type AuthorityKind, CONDUCT_CHOICES, type ConductChoice, type Ground, GROUNDS } from '@/terms';
import type { AskedCase } from './caseFile';
import { dayBegun } from './days';
import { conductFacts } from './facts';
import type { AssessmentSummary } from './summaries';

/** What of the standard, or of the local protocol, the recorded choice departs from. */
export function departuresIn({ person, assessment, protocol }: AskedCase): readonly Departure[] {
  return departuresOf(decide(conductFacts(person, assessment), protocol), assessment.conduct.decision, assessment.conduct.partsLeftOut);
}

/** Named in every list and print. */
export const isDeparture = (file: AskedCase): boolean => departuresIn(file).length > 0;

/** A second officer: wherever the standard asks for an ERA or may do, and for every departure besides, such as a physical check left out. */
export function asksAuthority(file: AskedCase): boolean {
  const { requirement } = decide(conductFacts(file.person, file.assessment), file.protocol);
  return needsAuthority(requirement, file.assessment.conduct.decision) || isDeparture(file);
}

/** The strictest that is departed from; null: no departure. */
export function askedDepartedFrom(departures: readonly Departure[]): Departure['asked'] | null {
  if (departures.length === 0) return null;
  return departures.some(({ asked }) => asked === 'must') ? 'must' : 'complyOrExplain';
}

/** Assessments with a departure, each counted once under each heading. */
export interface DepartureCount {
  readonly total: number;
  /** By the strictest that is departed from. */
  readonly byAsked: Readonly<Record<Departure['asked'], number>>;
  readonly byChoice: Readonly<Record<Exclude<ConductChoice, 'conducted'>, number>>;
  readonly byGround: Readonly<Record<Ground | 'notGiven', number>>;
  /** An officer who authorises alone departs from Steading's own rule of two officers: counted beside the rest. */
  readonly byAuthority: Readonly<Record<AuthorityKind | 'notGiven', number>>;
}

export function countDepartures(summaries: readonly Pick<AssessmentSummary, 'departure' | 'asked' | 'choice' | 'ground' | 'authority' | 'authorisedOn'>[]): DepartureCount {
  const departed = summaries.filter(({ departure }) => departure);
  const count = <K extends string>(keys: readonly K[], keyOf: (summary: (typeof departed)[number]) => K | null) =>
    Object.fromEntries(keys.map((key) => [key, departed.filter((summary) => keyOf(summary) === key).length])) as Record<K, number>;
  const choices = (Object.keys(CONDUCT_CHOICES) as ConductChoice[]).filter((choice) => choice !== 'conducted');
  return {
    total: departed.length,
    byAsked: count<Departure['asked']>(['must', 'complyOrExplain'], ({ asked }) => asked),
    byChoice: count(choices, ({ choice }) => (choice === 'conducted' ? null : choice)),
    byGround: count([...(Object.keys(GROUNDS) as Ground[]), 'notGiven'], ({ ground }) => ground ?? 'notGiven'),
    byAuthority: count([...(Object.keys(AUTHORITIES) as AuthorityKind[]), 'notGiven'], ({ authority, authorisedOn }) => (authority === undefined && authorisedOn !== null ? 'typed' : authority ?? 'notGiven')),
  };
}

type Dated = Pick<AssessmentSummary, 'authorisedOn' | 'startedAt'>;

/** The day that a decision counts by: of its authority; where none is recorded, the one on which the assessment was begun. */
export const countedOn = ({ authorisedOn, startedAt }: Dated): string => authorisedOn ?? dayBegun({ startedAt });

/** Statistical years in which anything is counted, and this one; newest first. `today`: ISO date; `dayOf`: the day that one counts by. */
export function yearsIn<T extends Dated>(summaries: readonly T[], today: string, dayOf: (one: T) => string = countedOn): readonly string[] {
  return [...new Set([today, ...summaries.map(dayOf)].map((day) => statisticalYearOf(day).label))].sort((a, b) => b.localeCompare(a));
}

export const inYear = <T extends Dated>(summaries: readonly T[], label: string, dayOf: (one: T) => string = countedOn): readonly T[] => summaries.filter((summary) => statisticalYearOf(dayOf(summary)).label === label);

/** Not conducted, not in full, or no review, where the standard asked for nothing: no departure, and counted apart. */
export const atDiscretion = <T extends Pick<AssessmentSummary, 'choice' | 'departure'>>(summaries: readonly T[]): readonly T[] =>
  summaries.filter(({ choice, departure }) => choice !== null && choice !== 'conducted' && !departure);

/** The year of the annual statistics in which an ISO date lies: 1 April to 31 March (digest). `label`: '2026-27'. */
export function statisticalYearOf(isoDate: string): { readonly from: string; readonly to: string; readonly label: string } {
  const year = Number(isoDate.slice(0, 4)) - (isoDate.slice(5) < '04-01' ? 1 : 0);
  return { from: `${year}-04-01`, to: `${year + 1}-03-31`, label: `${year}-${String((year + 1) % 100).padStart(2, '0')}` };
}
